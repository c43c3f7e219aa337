"""What a person agreed to, and what was given to others: read on their page, without opening a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.consent.signed import standing
from planner.sharing.accounting import View, accounting
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.sharing.consents import scope_of, title_of

if TYPE_CHECKING:
    from planner.caseload.person import Person
    from planner.consent import SignedConsent
    from planner.sharing.accounting import Line
    from planner.words.language import Language
    from widgets.caseload.context import StaffContext


@reacton.component
def Agreed(staff: StaffContext, person: Person) -> Any:
    """The signed consents with where each stands today, and behind one press what was given to whom."""
    context = use_session()
    t, today = context.t, context.local(staff.now()).date()
    is_open, open_it = reacton.use_state(False)
    signed = reacton.use_memo(lambda: staff.store.agreements.consents(person.id), [person.id])
    given = reacton.use_memo(lambda: staff.store.agreements.disclosures(person.id), [person.id])
    lines = accounting(given, View.ALL, until=today, zone=context.agency.zone).lines
    if not (signed or lines):
        return div(cls="rp-none")
    name = t("What was given to others")
    expanded = {"aria-expanded": str(is_open).lower()}
    return tag(
        "section",
        heading(2, t("Who may know"), cls="rp-list-title"),
        tag("ul", *(_consent(one, t, t(standing(one, today).label)) for one in signed), cls="rp-noted"),
        Button(name, lambda: open_it(not is_open), kind="text", icon="more", attributes=expanded) if lines else None,
        tag("ul", *(_line(one, t) for one in lines), cls="rp-noted", aria_label=name) if is_open else None,
        cls="rp-list",
        aria_label=t("Who may know"),
    )


def _consent(signed: SignedConsent, t: Language, stands: str) -> Any:
    return tag(
        "li",
        para(title_of(signed.consent, t), tag("span", f" · {stands}", cls="rp-soft")),
        para(scope_of(signed, t), cls="rp-soft"),
        cls="rp-noted-one",
    ).key(signed.id)


def _line(line: Line, t: Language) -> Any:
    what = " · ".join(part for part in (t.day(line.day, "medium"), t.show(line.what), line.to_whom) if part)
    how = (t(line.how) if line.how else "", t(line.not_given) if line.not_given else "")
    return tag("li", para(what), para(" · ".join(filter(None, how)), cls="rp-soft"), cls="rp-noted-one").key(line.id)
