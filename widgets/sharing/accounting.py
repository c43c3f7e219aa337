"""What was given to others: a line for each time, in the two views the law asks for and in one that holds all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import reacton

from exports.catalog import of_accounting
from planner.model.message import say
from planner.sharing.accounting import View, accounting, copies_line
from planner.sharing.disclosure import correction
from widgets.draft.context import use_session
from widgets.elements.attempt import WhyNot, use_attempt
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.forms.chips import Chip
from widgets.paper.copies import Copy
from widgets.sharing.how_given import HowGiven

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planner.model.message import Message
    from planner.sharing.accounting import Line
    from planner.sharing.disclosure import Disclosure
    from planner.words.language import Language
    from widgets.draft.draft_editor import DraftEditor

HEADS = (say("When"), say("Given to"), say("What was given"), say("What for"))


@reacton.component
def Given(person_id: str, given_here: int = 0) -> Any:
    """The way to the accounting; it opens where it stands. `given_here` counts what this page added to it."""
    t = use_session().t
    is_open, open_it = reacton.use_state(False)
    name = t("What was given to others")
    toggle = Button(
        name, lambda: open_it(not is_open), kind="text", icon="more", attributes={"aria-expanded": str(is_open).lower()}
    )
    return div(toggle, AccountingView(person_id, given_here) if is_open else None, cls="rp-given")


@reacton.component
def AccountingView(person_id: str, given_here: int) -> Any:  # noqa: ARG001 (a new number reads the list anew)
    """What was given and to whom, under one of the three questions a person may ask."""
    context = use_session()
    t, editor = context.t, context.editor
    view, choose = reacton.use_state(View.CONSENTED)
    _, read_again = reacton.use_state(0)
    asked, ask = reacton.use_state("")
    why_not, attempt = use_attempt()
    lines = editor.record.agreements.disclosures(person_id)
    found = accounting(lines, view, until=context.day_now, zone=context.agency.zone)

    def note(line: Line) -> None:
        attempt(lambda: editor.record.agreements.note_disclosure(_turned(line, person_id, editor)))
        read_again(lambda n: n + 1)

    chips = (Chip(t(one.label), one is view, partial(choose, one), one_of=True, key=one.value) for one in View)
    span = t("From {since} to {until}", since=found.since, until=found.until)
    return tag(
        "section",
        heading(3, t("What was given to others"), cls="rp-part-title"),
        div(*chips, cls="rp-chips", role="radiogroup", aria_label=t("Which lines")),
        para(span, cls="rp-soft"),
        _table(found.lines, t, note, ask) if found.lines else para(t("Nothing was given in this time."), cls="rp-told"),
        WhyNot(why_not),
        *(
            HowGiven(one, one.to_whom.strip(), lambda _: read_again(lambda n: n + 1)).key(one.id)
            for one in lines
            if one.id == asked
        ),
        Copy(
            say("Print this list (PDF)"),
            "accounting",
            lambda edition: of_accounting(found, editor.person, edition, editor.record.mark()),
        ),
        cls="rp-accounting",
        aria_label=t("What was given to others"),
    )


def _turned(line: Line, person_id: str, editor: DraftEditor) -> Disclosure:
    """Return the note that a line was not given, or that it was after all."""
    return correction(
        line.id,
        was_given=line.not_given is not None,
        new_id=editor.new_id(),
        person_id=person_id,
        at=editor.now,
        by=editor.session.author,
    )


def _table(lines: tuple[Line, ...], t: Language, note: Callable[[Line], None], ask: Callable[[str], None]) -> Any:
    head = tag("thead", tag("tr", *(tag("th", t(name), scope="col") for name in HEADS)))
    body = tag("tbody", *(_row(line, t, note, ask) for line in lines))
    return div(
        tag("table", head, body, cls="rp-table"),
        cls="rp-scroll",
        tabindex="0",
        role="region",
        aria_label=t("What was given to others"),
    )


def _row(line: Line, t: Language, note: Callable[[Line], None], ask: Callable[[str], None]) -> Any:
    given_to = ", ".join(part for part in (line.to_whom, line.address) if part.strip())
    says = t("It was given after all") if line.not_given else t("It was not given")
    about = f"{t.show(line.what)}, {given_to}, {t.day(line.day, 'medium')}"
    asks = t("How was it given?")
    named, asking = {"aria-label": f"{says}: {about}"}, {"aria-label": f"{asks} {about}"}
    return tag(
        "tr",
        tag("th", t.day(line.day, "medium"), scope="row"),
        tag("td", line.to_whom, _beside(line.address)),
        tag(
            "td",
            t.show(line.what),
            _beside(" · ".join(t(part) for part in line.parts)),
            _beside(" · ".join(t(one) for one in _notes(line))),
            tag("span", t(line.not_given) if line.not_given else "", cls="rp-given-part"),
            Button(says, lambda: note(line), kind="text", attributes=named),
            Button(asks, lambda: ask(line.id), kind="text", attributes=asking) if not line.not_given else None,
        ),
        tag("td", t(line.purpose), _beside(" · ".join(part for part in (t(line.ground), line.by) if part.strip()))),
    ).key(line.id)


def _notes(line: Line) -> Iterator[Message]:
    """Yield how it was given, and how many more were made of it."""
    if line.how:
        yield line.how
    if line.copies:
        yield copies_line(line.copies)


def _beside(words: str) -> Any:
    return tag("span", words, cls="rp-soft rp-given-part")
