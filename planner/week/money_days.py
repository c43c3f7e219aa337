"""Bills in the week: the day each is due, and those of which nobody can tell the day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planner.model.entry import has_text
from planner.week.event import Event, EventKind
from planner.words.pay_period import Every
from planner.words.recurrence import Recurrence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.plan.plan import Plan
    from planner.skills.bill import Bill


def days_of_bills(plan: Plan, first: date, last: date) -> Iterator[Event]:
    """Yield each bill on the day it is due; the 31st is the last day of a shorter month."""
    for bill in plan.bills:
        if not (has_text(bill.name) and _is_monthly(bill)):
            continue
        for day in Recurrence(unit="month", day_of_month=bill.day_of_month).falls_on(first, last):
            yield Event(day, bill.name, EventKind.BILL, "bills", bill.id, way=bill.how_paid.strip())


def bills_without_a_day(plan: Plan) -> Iterator[Event]:
    """Yield the bills that come round in another way than once a month, or on a day that was not read."""
    for bill in plan.bills:
        if has_text(bill.name) and not _is_monthly(bill):
            yield Event(date.min, bill.name, EventKind.BILL, "bills", bill.id, when=bill.due.words.strip())


def _is_monthly(bill: Bill) -> bool:
    return bill.day_of_month is not None and bill.period is Every.MONTH
