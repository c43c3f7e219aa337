"""Forgetting somebody: what goes, what the law makes the agency keep, and a yes that names the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.model.message import say
from widgets.caseload.context import name_of
from widgets.draft.context import use_session
from widgets.elements.attempt import WhyNot, use_attempt
from widgets.elements.markup import Button, div, heading, para, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.caseload.person import Person
    from planner.model.message import Message
    from planner.store import Store
    from widgets.caseload.context import StaffContext


@reacton.component
def Forgetting(staff: StaffContext, person: Person, gone: Callable[[], None]) -> Any:
    """The way to forget somebody; it asks once more, and says what stays."""
    t = use_session().t
    is_asked, ask = reacton.use_state(False)
    why_not, attempt = use_attempt()
    if not is_asked:
        return div(Button(t("Forget this person"), lambda: ask(True), kind="text"), cls="rp-details")
    name, born = name_of(person, t), person.born.strip()
    whom = t("{name}, born {born}", name=name, born=born) if born else name

    def forget() -> None:
        if attempt(lambda: staff.store.forget(person.id)):
            gone()

    return tag(
        "section",
        heading(
            2, t("Forget {whom}?", whom=whom), cls="rp-leaf-title", tabindex="-1", data_focus=f"forget-{person.id}"
        ),
        para(t("Every plan, session, note and contact of this person goes, and there is no way back.")),
        para(t(_stays(staff.store, person, staff.store.agency().keep_accounting_years))),
        para(t("Paper, saved files and backups on other drives are yours to destroy."), cls="rp-soft"),
        para(t("The backups beside the store are made anew when it opens next."), cls="rp-soft"),
        div(
            Button(t("Keep this person"), lambda: ask(False), kind="quiet"),
            Button(t("Forget for good: {name}", name=name), forget, kind="text"),
            cls="rp-row-foot",
        ),
        WhyNot(why_not),
        cls="rp-card rp-fields",
        aria_label=t("Forget {whom}?", whom=whom),
    )


def _stays(store: Store, person: Person, years: int) -> Message:
    lines, consents = len(store.agreements.disclosures(person.id)), len(store.agreements.consents(person.id))
    if not lines + consents:
        return say("Nothing was given to others, so nothing has to stay.")
    return say(
        "The law asks you to keep what was given to others ({lines}) and the consents for it ({consents}). "
        "They stay for {years} years, without a name on the caseload.",
        lines=lines,
        consents=consents,
        years=years,
    )
