"""The agency: what every session in this place shares, from the crisis line to the idle lock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from planner.caseload.person import SpokenLanguage
from planner.model.entry import Entry, labelled, words
from planner.model.instant import same_clock

if TYPE_CHECKING:
    from datetime import datetime

Minutes = Annotated[int, Field(ge=1, le=24 * 60)]

Years = Annotated[int, Field(ge=0, le=100)]


class Agency(Entry):
    """One agency, or one counselor who works alone."""

    name: str = words("Agency", limit=120)
    """As it stands on the letterhead. It is printed on the plan."""

    counselor: str = words("Your name", limit=80)
    """Who works at this computer. It stands there when you begin with somebody new; each plan keeps its own."""

    zone: str = labelled("Time zone", "")
    """A city of your time zone, such as America/Denver. Your day begins and ends by its clock."""

    zone_left: str = ""  # the zone this computer was set to when somebody chose to stay with the agency's own

    language: SpokenLanguage | None = labelled("Language of the screen")
    """Left open, it is the browser's. Each person's paper has a language of its own."""

    phone: str = words("Phone", limit=40)
    """The number a person calls to reach you. It is printed on the plan."""

    address: str = words("Address", limit=200)
    """Where a letter or an email reaches you. A consent names it, so that it can be taken back in writing."""

    crisis_line: str = labelled("Crisis line", "988")
    """Printed on every plan. 988 takes calls and texts in the United States."""

    protocol: str = words("When somebody is not safe right now", limit=1200)
    """What your agency asks staff to do. It opens on every step of a session."""

    supervisor: str = words("Supervisor", limit=80)
    """Who can be called during a session."""

    supervisor_phone: str = words("Supervisor's phone", limit=40)

    part2_applies: bool = labelled("42 CFR Part 2 applies here", default=True)
    """The federal rule on substance use records. Leave it on unless your agency knows that it is not covered."""

    lock_after_minutes: Minutes = labelled("Lock outside a session after (minutes)", 10)
    """The screen locks when nobody has touched it for this long."""

    lock_in_session_minutes: Minutes = labelled("Lock within a session after (minutes)", 30)
    """Longer, because two people may talk without touching the screen."""

    keep_accounting_years: Years = labelled("Keep the accounting of somebody who is forgotten (years)", 6)
    """What left the agency, and the consents for it. Federal rules ask for six years; your state may ask for more."""


def clock_question(agency: Agency, computer: str, at: datetime) -> str:
    """Return the zone of the computer where somebody should say whether the agency follows it; nothing else.

    `computer` is the zone it is set to, or nothing where that is not known. Two names for one clock are no question,
    and neither is a zone that somebody has looked at and left.
    """
    if not computer or computer in {agency.zone, agency.zone_left} or same_clock(agency.zone, computer, at):
        return ""
    return computer
