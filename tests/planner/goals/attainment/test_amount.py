"""Which days stand in a level of a ladder: they are no amount, and no second thing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from planner.goals.attainment.amount import amount_in, linked

TWO = ("2 walks by Mar 5", "2 walks by Sept. 3rd", "2 caminatas antes del 5 de setiembre", "2 walks by 5 December 2026")


@pytest.mark.parametrize("level", TWO)
def test_a_day_however_its_month_is_spelled_is_no_amount(level: str) -> None:
    amount = amount_in(level)
    assert amount is not None
    assert amount.low == amount.high == Decimal(2)


@pytest.mark.parametrize(
    "level", ["2 walks, Mon and Wed", "2 walks, Saturday and Sunday", "2 visitas, sábado y domingo"]
)
def test_a_weekday_more_is_no_other_thing(level: str) -> None:
    assert linked(level) == 0


def test_a_second_thing_is_one() -> None:
    assert linked("2 walks and a call") == 1
