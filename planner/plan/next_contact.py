"""When the two are next in touch: the days a plan agrees on, and which of them still lies ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.plan.leaving import said_about_leaving

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from planner.plan.plan import Plan


def agreed_days(plan: Plan) -> tuple[date, ...]:
    """Return the days on which the plan says somebody will be in touch, earliest first.

    The next meeting, the next try where an answer is still to come, and for somebody leaving treatment the contact
    within two days and the first appointment.
    """
    told = said_about_leaving(plan)
    outside = (told.contact_on.reading, told.first_appointment_on.reading) if told.is_leaving else ()
    tries = (referral.look_again.reading for referral in plan.referrals if referral.is_waiting)
    return tuple(sorted({day for day in (*outside, *tries, plan.closing.next_on.reading) if day}))


def next_contact(agreed: Iterable[date], last_seen: date | None) -> date | None:
    """Return the first agreed day on or before which the two have not met since; a day kept is done."""
    return min((day for day in agreed if last_seen is None or day > last_seen), default=None)
