"""The agency: what every session in this place shares, from the crisis line to the idle lock."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from planner.entry import Entry, choice, words
from planner.person import SpokenLanguage

Minutes = Annotated[int, Field(ge=1, le=24 * 60)]

Years = Annotated[int, Field(ge=0, le=100)]


class Agency(Entry):
    """One agency, or one counselor who works alone."""

    name: str = words("Agency", limit=120)
    """As it stands on the letterhead. It is printed on the plan."""

    zone: str = choice("Time zone", "UTC")
    """A city of your time zone, such as America/Denver."""

    language: SpokenLanguage = choice("Language of the screen", SpokenLanguage.ENGLISH)
    """Each person's paper has a language of its own."""

    phone: str = words("Phone", limit=40)
    """The number a person calls to reach you. It is printed on the plan."""

    address: str = words("Address", limit=200)
    """Where a letter or an email reaches you. A consent names it, so that it can be taken back in writing."""

    crisis_line: str = choice("Crisis line", "988")
    """Printed on every plan. 988 takes calls and texts in the United States."""

    protocol: str = words("When somebody is not safe right now", limit=1200)
    """What your agency asks staff to do. It opens on every step of a session."""

    supervisor: str = words("Supervisor", limit=80)
    """Who can be called during a session."""

    supervisor_phone: str = words("Supervisor's phone", limit=40)

    part2_applies: bool = choice("42 CFR Part 2 applies here", default=True)
    """The federal rule on substance use records. Leave it on unless your agency knows that it is not covered."""

    lock_after_minutes: Minutes = choice("Lock outside a session after (minutes)", 10)
    """The screen locks when nobody has touched it for this long."""

    lock_in_session_minutes: Minutes = choice("Lock within a session after (minutes)", 30)
    """Longer, because two people may talk without touching the screen."""

    keep_accounting_years: Years = choice("Keep the accounting of somebody who is forgotten (years)", 6)
    """What left the agency, and the consents for it. Federal rules ask for six years; your state may ask for more."""
