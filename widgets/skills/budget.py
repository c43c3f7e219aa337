"""The budget: what comes in, what goes out, and what a month looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.model.entry import has_text
from planner.model.message import say, say_count
from planner.skills.budget import BudgetLine, Flow, bills_beside, month
from planner.words.pay_period import Every, stated_period
from planner.words.reading import amount_of
from widgets.draft.context import use_session
from widgets.elements.markup import div, heading, para, tag
from widgets.elements.note import Notes, about
from widgets.forms import Fields, form
from widgets.forms.cards import Cards
from widgets.skills.bills import line_of as line_of_bill

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.finding import Finding
    from planner.model.path import FieldPath
    from planner.skills.bill import Bill
    from planner.skills.budget import Month
    from planner.words.language import Language
    from widgets.forms.form import Form

LINE = form(BudgetLine, "own_words", "amount")
EVERY = form(BudgetLine, "every")
EVERY_OUT = form(BudgetLine, "every", "essential")
ESSENTIAL = form(BudgetLine, "essential")

COMES_IN = (say("Pay"), say("Benefits"), say("Help from family"))
GOES_OUT = (say("Rent"), say("Food"), say("Phone"), say("Bus or gas"), say("Medicine"), say("What I owe"))


@reacton.component
def Budget(lines: tuple[BudgetLine, ...], findings: tuple[Finding, ...], bills: tuple[Bill, ...] = ()) -> Any:
    """Both sides of the month, the bills that stand nowhere else, and what is left."""
    t = use_session().t
    return div(
        heading(3, t("Money in"), cls="rp-part-title"),
        Side(lines, Flow.IN, findings),
        heading(3, t("Money out"), cls="rp-part-title"),
        Side(lines, Flow.OUT, findings, bills),
        FromTheBills(bills_beside(lines, bills)),
        InAMonth(month(lines, bills)) if any(has_text(one.amount.words) for one in (*lines, *bills)) else None,
        Notes(about(findings, "budget")),
    )


@reacton.component
def Side(lines: tuple[BudgetLine, ...], flow: Flow, findings: tuple[Finding, ...], bills: tuple[Bill, ...] = ()) -> Any:
    """The lines of one side. What stands under the bills is not offered again."""
    t = use_session().t
    here = tuple(line for line in lines if line.flow is flow)
    ideas = COMES_IN if flow is Flow.IN else GOES_OUT
    known = {line.own_words.strip() for line in here} | {bill.name.strip() for bill in bills}
    return Cards(
        here,
        ("budget",),
        LINE,
        title=lambda line: line_of(line, t),
        new=_line(flow),
        add=say("Add money in") if flow is Flow.IN else say("Add money out"),
        offers=tuple((t(idea), _line(flow, t(idea))) for idea in ideas if t(idea) not in known),
        body=_how_often,
        findings=findings,
    )


def _how_often(line: BudgetLine, path: FieldPath) -> Any:
    """Return how often it comes round, except where the words beside the amount say it already."""
    asked = _asked(line)
    return Fields(asked, line, path) if asked else None


def _asked(line: BudgetLine) -> Form | None:
    stated = stated_period(line.amount.words)
    if stated and stated.is_clear and line.period:
        return ESSENTIAL if line.flow is Flow.OUT else None
    return EVERY_OUT if line.flow is Flow.OUT else EVERY


def _line(flow: Flow, words: str = "") -> Callable[[str], BudgetLine]:
    return lambda new_id: BudgetLine(id=new_id, flow=flow, own_words=words)


def line_of(line: BudgetLine, t: Language) -> str:
    """Return a line of the budget: what it is, how much, how often."""
    amount = amount_of(line.amount)
    told = line.amount.words.strip() if amount is None or line.period is None else t.money(amount)
    how_often = t(line.period.label) if told and line.period and line.period is not Every.MONTH else ""
    return " · ".join(part for part in (line.own_words.strip(), f"{told} {how_often}".strip()) if part)


@reacton.component
def FromTheBills(bills: tuple[Bill, ...]) -> Any:
    """The bills that count in the month without standing in the budget: nothing is typed twice."""
    t = use_session().t
    named = tuple(bill for bill in bills if has_text(bill.name, bill.amount.words))
    if not named:
        return div(cls="rp-none")
    lines = [tag("li", line_of_bill(bill, t)).key(bill.id) for bill in named]
    return div(para(t("From your bills"), cls="rp-label"), tag("ul", *lines), cls="rp-from-bills")


@reacton.component
def InAMonth(whole: Month) -> Any:
    """What a month brings and takes, in calm words."""
    t = use_session().t
    is_short = whole.left < 0
    sums = (
        (t("Comes in"), whole.money_in),
        (t("Goes out"), whole.money_out),
        (t("Daily life needs"), whole.essentials),
        (t("Still to find") if is_short else t("Left over"), abs(whole.left)),
    )
    unread = say_count(
        "{n} amount is not counted yet. A number like 45 can be added up.",
        "{n} amounts are not counted yet. Numbers like 45 can be added up.",
        whole.unread,
    )
    return tag(
        "section",
        heading(3, t("About a month"), cls="rp-part-title"),
        tag("dl", *(_sum(name, t.money(amount)).key(name) for name, amount in sums), cls="rp-sums"),
        para(t(unread), cls="rp-soft") if whole.unread else None,
        cls="rp-month",
    )


def _sum(name: str, amount: str) -> Any:
    return div(tag("dt", name), tag("dd", amount), cls="rp-sum")
