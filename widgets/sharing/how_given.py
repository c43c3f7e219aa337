"""How something that was made to be given reached whoever it was for, or that it did not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.sharing.disclosure import GivenHow, correction, how_given, was_given
from widgets.draft.context import use_session
from widgets.elements.attempt import WhyNot, use_attempt
from widgets.elements.markup import div, para
from widgets.forms.chips import Chip

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.sharing.disclosure import Disclosure
    from planner.store.agreements import Agreements


@reacton.component
def HowGiven(line: Disclosure, name: str, noted: Callable[[bool], None]) -> Any:
    """Ask how it was given. Each answer is a note about the line, and the last one counts.

    `noted` is told whether the line stands as given.
    """
    context = use_session()
    t, editor = context.t, context.editor
    times, read_again = reacton.use_state(0)
    why_not, attempt = use_attempt()
    known = reacton.use_memo(lambda: editor.record.agreements.disclosures(line.person_id), [line, times])
    given, how = was_given(line, known), how_given(line, known)

    def note(how: GivenHow | None) -> None:
        said = correction(
            line.id,
            was_given=how is not None,
            how=how,
            new_id=editor.new_id(),
            person_id=line.person_id,
            at=editor.now,
            by=editor.session.author,
        )
        if attempt(lambda: _kept(editor.record.agreements, said)):
            noted(said.was_given)
        read_again(lambda n: n + 1)

    asks = t("How was it given to {name}?", name=name)
    chips = (
        *(Chip(t(one.label), one is how, lambda one=one: note(one), one_of=True, key=one.value) for one in GivenHow),
        Chip(t("It was not given"), not given, lambda: note(None), one_of=True, key="not given"),
    )
    return div(
        para(asks, cls="rp-label"),
        div(*chips, cls="rp-chips", role="radiogroup", aria_label=asks),
        WhyNot(why_not),
        cls="rp-field rp-how-given",
    )


def _kept(agreements: Agreements, note: Disclosure) -> bool:
    agreements.note_disclosure(note)
    return True
