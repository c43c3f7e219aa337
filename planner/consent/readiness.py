"""Whether a consent can be signed today: its elements, a last day still to come, and where to write to take it back.

What was signed stands as it was signed: only a consent in preparation is asked about here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.consent.consent import consent_findings
from planner.model.finding import Finding, Place, Weight
from planner.model.message import say
from planner.words.fold import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planner.consent.consent import Consent
    from planner.model.message import Message

_FAR_OFF_YEARS = 5


def before_signing(consent: Consent, today: date) -> tuple[Finding, ...]:
    """Return what keeps a consent from being signed on a day; nothing where it is ready."""
    return (*consent_findings(consent), *_over(consent, today), *_no_address(consent))


def doubts(consent: Consent, today: date) -> tuple[Finding, ...]:
    """Return what to look at once more before signing; a signature is possible all the same."""
    return (*_far_off(consent, today), *_unlike_an_address(consent))


def is_over(consent: Consent, today: date) -> bool:
    """Whether its last day is behind. On its last day it still counts."""
    last = consent.ends_on.reading
    return last is not None and last < today


def next_of_that_day(day: date, today: date) -> date | None:
    """Return the same day of the year, the next time it comes; none for the 29th of February, which does not soon."""
    try:
        this_year = day.replace(year=today.year)
        return this_year if this_year > today else day.replace(year=today.year + 1)
    except ValueError:
        return None


def _over(consent: Consent, today: date) -> Iterator[Finding]:
    last = consent.ends_on.reading
    if last and is_over(consent, today):
        yield _asked(
            consent,
            "over",
            "ends_on",
            say("That day is over already: {day}. On which day does it end?", day=last),
            say("A day to come, with its year, or something that will happen."),
        )


def _far_off(consent: Consent, today: date) -> Iterator[Finding]:
    last = consent.ends_on.reading
    if last and last.year - today.year > _FAR_OFF_YEARS:
        yield _asked(
            consent,
            "far",
            "ends_on",
            say("It ends on {day}. Is the year right?", day=last),
            say("It can be taken back on any day all the same."),
        )


def _no_address(consent: Consent) -> Iterator[Finding]:
    """Ask where to write, where only names stand: no letter finds its way to a name."""
    if not set(words_of(consent.revoke_how)).difference(words_of(consent.discloser)):
        yield _asked(
            consent,
            "revoke",
            "revoke_how",
            say("Where can you write to take it back?"),
            say("A street address, an email address or a fax number."),
        )


def _unlike_an_address(consent: Consent) -> Iterator[Finding]:
    how = consent.revoke_how
    if not any(_no_address(consent)) and not re.search(r"[0-9@]", how):
        yield _asked(
            consent,
            "revoke_where",
            "revoke_how",
            say("Would a letter get there? “{how}”", how=how.strip()),
            say("A street address, an email address or a fax number is surest."),
        )


def _asked(consent: Consent, code: str, field: str, says: Message, try_this: Message) -> Finding:
    where = Place("medications", consent.id, field)
    return Finding(f"consent.{code}", where, says, try_this, weight=Weight.OPEN)
