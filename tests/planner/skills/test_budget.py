"""Money has a period, and what stands under the bills counts in the month without being typed again."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest

from planner.skills.bill import Bill, bill_findings, bills_total
from planner.skills.budget import BudgetLine, Flow, bills_beside, budget_findings, month
from planner.words.pay_period import Every
from planner.words.reading import AmountWords, read_amount, read_count
from tests.invented import an_id


@dataclass(frozen=True)
class Said:
    """What was typed, what was chosen beside it, and what it makes in a month: nothing while it is open."""

    words: str
    monthly: str | None
    chosen: Every = Every.MONTH


AMOUNTS = [
    Said("600", "600"),
    Said("60", "260", Every.WEEK),
    Said("60 a week", "260"),
    Said("800/wk", "3466.67"),
    Said("$45 each week", "195"),
    Said("75 every Friday", "325"),
    Said("45 a la semana", "195"),
    Said("semanal 60", "260"),
    Said("1200 every two weeks", "2600"),
    Said("400 every other Friday", "866.67"),
    Said("400 twice a month", "800"),
    Said("800 on the 1st and 15th", "1600"),
    Said("500 el 1 y el 15", "1000"),
    Said("600 a month", "600"),
    Said("1500 al mes", "1500"),
    Said("120 a year", "10"),
    Said("60 on Fridays", "260"),
    Said("60 los viernes", "260"),
    Said("200 catorcenal", "433.33"),
    Said("60 on Friday", None),
    Said("$75 bi weekly", None),
    Said("six hundred", None),
    Said("$15 an hour", None),
    Said("15/hr", None),
    Said("15 la hora", None),
    Said("$100 a night", None),
    Said("$20 a day", None),
    Said("$20 a day", "608.33", Every.DAY),
    Said("800 biweekly", None),
    Said("800 biweekly", "1733.33", Every.FORTNIGHT),
    Said("800 biweekly", "1600", Every.TWICE_A_MONTH),
    Said("800 biweekly", None, Every.WEEK),
    Said("300 a la quincena", None),
    Said("300 quincenal", "600", Every.TWICE_A_MONTH),
    Said("300 cada 15 días", None),
    Said("800 per paycheck", None),
    Said("800 per paycheck", "1733.33", Every.FORTNIGHT),
    Said("30 twice a week", None),
    Said("90 every three months", None),
    Said("$10 per visit", None),
    Said("300 once", None),
    Said("45 this week", None),
    Said("5 a pack", None),
    Said("60 a week", None, Every.FORTNIGHT),
    Said("-45 a week", None),
    Said("45 pesos a week", None),
    Said("1.2k a month", None),
    Said("$20 pw", None),
    Said("$20 w", None),
    Said("$20 weekley", None),
    Said("$200 biwkly", None),
    Said("$20 sat", None),
    Said("$20 mwf", None),
    Said("50 fds", None),
    Said("$20 nightly", None),
    Said("$20 apiece", None),
    Said("$60 pp", None),
    Said("$60 qtr", None),
    Said("$60 fortnight", None),
    Said("$60 one time", None),
    Said("$60 when I work", None),
    Said("80 si trabajo", None),
    Said("$2000 debt", None),
    Said("debo 2000", None),
    Said("$300 deposit", None),
    Said("$60 mo", "60"),
    Said("$60 mo", None, Every.WEEK),
    Said("$60 sales", "60"),
    Said("SSI 967", "967"),
]


@pytest.mark.parametrize("said", AMOUNTS, ids=lambda said: f"{said.words} · {said.chosen.value}")
def test_money_counts_in_the_period_its_words_say_or_is_asked_about(said: Said) -> None:
    line = BudgetLine(id=an_id(1), own_words="Money", amount=read_amount(said.words), every=said.chosen)
    whole = month([line])
    assert whole.money_out == Decimal(said.monthly or 0).quantize(Decimal("0.01"))
    assert whole.unread == (said.monthly is None)
    asks = {finding.code for finding in budget_findings((line,))}
    assert ("budget.period" in asks) is (said.monthly is None and line.amount.reading is not None)


def test_an_amount_kept_by_an_earlier_version_is_read_anew() -> None:
    line = BudgetLine(id=an_id(1), amount=AmountWords(words="1,200USD", reading=Decimal(1)))
    assert month([line]).money_out == 1200
    assert month([line.amended(amount=AmountWords(words="1.2k", reading=Decimal(1)))]).unread == 1


def _bill(name: str, amount: str, number: int = 5) -> Bill:
    return Bill(id=an_id(number), name=name, amount=read_amount(amount), due=read_count("1"))


PAY = BudgetLine(id=an_id(1), flow=Flow.IN, own_words="Pay", amount=read_amount("1000"))
RENT = BudgetLine(id=an_id(2), own_words="Rent", amount=read_amount("600"), essential=True)


def test_bills_count_in_the_month_and_one_that_stands_in_both_counts_once() -> None:
    rent, fine = _bill("Rent", "$600"), _bill("Court fine", "50", 6)
    whole = month((PAY, RENT), (rent, fine))
    assert (whole.money_in, whole.money_out, whole.essentials, whole.left) == (1000, 650, 600, 350)
    assert bills_beside((PAY, RENT), (rent, fine)) == (fine,)
    assert bills_beside((), (rent, fine)) == (rent, fine)


@pytest.mark.parametrize(
    ("name", "amount", "counts"),
    [
        ("my rent", "600", 600),
        ("Rent for the room", "600", 600),
        ("Rent for the room", "200", 800),
        ("Phone", "600", 1200),
        ("Rent", "650", 650),
        ("Rent", "150 a week", 650),
        ("Rent", "", 600),
    ],
)
def test_a_bill_is_the_same_by_its_name_and_by_its_amount(name: str, amount: str, counts: int) -> None:
    assert month((RENT,), (_bill(name, amount),)).money_out == counts


def test_two_amounts_for_one_thing_are_asked_about() -> None:
    (asked,) = budget_findings((RENT,), (_bill("Rent", "650"),))
    assert (asked.code, asked.where.item) == ("budget.two_amounts", RENT.id)
    assert not tuple(budget_findings((RENT,), (_bill("Rent", "600"),)))


def test_a_short_month_is_seen_with_its_bills() -> None:
    assert not tuple(budget_findings((PAY, RENT)))
    (short,) = budget_findings((PAY, RENT), (_bill("Car", "500"),))
    assert short.code == "budget.short"
    hourly = PAY.amended(id=an_id(7), amount=read_amount("$15 an hour"))
    assert "budget.short" not in [one.code for one in budget_findings((PAY, hourly, RENT), (_bill("Car", "500"),))]


def test_a_bill_says_its_own_period() -> None:
    assert bills_total([_bill("Room", "150 a week"), _bill("Car", "120 a year")]) == 660
    asked = tuple(finding.code for finding in bill_findings(_bill("Room", "$20 a day")))
    assert asked == ("bill.period",)
    assert month((), (_bill("Room", "$20 a day"),)).unread == 1


def test_days_after_payday_are_no_day_of_the_month() -> None:
    kept = _bill("Phone", "45").amended(due=read_count("5").amended(words="5 days after payday"))
    assert kept.due.reading == 5
    assert kept.day_of_month is None
