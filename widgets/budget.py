"""The budget: what comes in, what goes out, and what a month looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.budget import BudgetLine, Every, Flow, month
from planner.message import say, say_count
from widgets.cards import Cards
from widgets.fields import form
from widgets.fields.words import shown_reading
from widgets.markup import div, heading, para, tag
from widgets.note import Notes, about
from widgets.sitting import use_sitting

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.budget import Month
    from planner.finding import Finding
    from planner.language import Language
    from planner.message import Message

IN = form(BudgetLine, "own_words", "amount", "every")
OUT = form(BudgetLine, "own_words", "amount", "every", "essential")

COMES_IN = (say("Pay"), say("Benefits"), say("Help from family"))
GOES_OUT = (say("Rent"), say("Food"), say("Phone"), say("Bus or gas"), say("Medicine"), say("What I owe"))


@reacton.component
def Budget(lines: tuple[BudgetLine, ...], findings: tuple[Finding, ...]) -> Any:
    """Draw both sides of the month and what is left."""
    t = use_sitting().t
    return div(
        heading(3, t("Money in"), cls="rp-part-title"),
        Side(lines, Flow.IN, findings),
        heading(3, t("Money out"), cls="rp-part-title"),
        Side(lines, Flow.OUT, findings),
        InAMonth(month(lines)) if any(line.amount.words.strip() for line in lines) else None,
        Notes(about(findings, "budget")),
    )


@reacton.component
def Side(lines: tuple[BudgetLine, ...], flow: Flow, findings: tuple[Finding, ...]) -> Any:
    """Draw the lines of one side."""
    t = use_sitting().t
    here = tuple(line for line in lines if line.flow is flow)
    ideas = COMES_IN if flow is Flow.IN else GOES_OUT
    return Cards(
        here,
        ("budget",),
        IN if flow is Flow.IN else OUT,
        title=lambda line: line_of(line, t),
        new=_line(flow),
        add=say("Add money in") if flow is Flow.IN else say("Add money out"),
        offers=_offers(ideas, here, flow, t),
        findings=findings,
    )


def _offers(
    ideas: tuple[Message, ...], known: tuple[BudgetLine, ...], flow: Flow, t: Language
) -> tuple[tuple[str, Callable[[str], BudgetLine]], ...]:
    named = {line.own_words.strip() for line in known}
    return tuple((t(idea), _line(flow, t(idea))) for idea in ideas if t(idea) not in named)


def _line(flow: Flow, words: str = "") -> Callable[[str], BudgetLine]:
    return lambda new_id: BudgetLine(id=new_id, flow=flow, own_words=words)


def line_of(line: BudgetLine, t: Language) -> str:
    """Return a line of the budget: what it is, how much, how often."""
    amount = shown_reading(line.amount, t) or line.amount.words.strip()
    how_often = t(line.every.label) if amount and line.every is not Every.MONTH else ""
    return " · ".join(part for part in (line.own_words.strip(), f"{amount} {how_often}".strip()) if part)


@reacton.component
def InAMonth(whole: Month) -> Any:
    """Draw what a month brings and takes, in calm words."""
    t = use_sitting().t
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
