"""Days covered, by the published vectors of the Pharmacy Quality Alliance, and by anything hypothesis can think of.

The vectors are those of PQA's own calculator for diabetes medicines, calendar year 2018.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.health.coverage import (
    ADHERENT,
    Covered,
    Fill,
    gaps,
    is_continuous,
    joined,
    proportion_of_days_covered,
    taken_up,
)
from planner.model.day_range import Stretch

FIRST, LAST = date(2018, 1, 1), date(2018, 12, 31)


def _fills(days: int, *on: str) -> list[Fill]:
    return [Fill(date.fromisoformat(f"2018-{day}"), days) for day in on]


@dataclass(frozen=True)
class Vector:
    name: str
    medicines: list[list[Fill]]
    covered: Covered
    percent: float


VECTORS = [
    Vector(
        "an early refill shifts, two late ones leave gaps, the last ends with the year",
        [_fills(90, "01-01", "03-25", "07-05", "10-15")],
        Covered(348, 365),
        95.3,
    ),
    Vector(
        "the period begins with the first fill",
        [_fills(90, "03-25", "07-05", "09-25")],
        Covered(270, 282),
        95.7,
    ),
    Vector("one medicine after the other", [_fills(90, "01-01"), _fills(90, "04-01")], Covered(180, 365), 49.3),
    Vector("two medicines on the same days", [_fills(90, "01-01"), _fills(90, "01-01")], Covered(90, 365), 24.7),
    Vector("a different medicine does not wait", [_fills(90, "01-01"), _fills(90, "03-01")], Covered(149, 365), 40.8),
]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
def test_published_vectors_come_out_to_the_day(vector: Vector) -> None:
    found = proportion_of_days_covered(vector.medicines, FIRST, LAST)
    assert found == vector.covered
    assert round(100 * found.share, 1) == vector.percent


def test_each_fill_begins_and_ends_on_the_published_days() -> None:
    assert taken_up(_fills(90, "09-25", "03-25", "07-05")) == (
        Stretch(date(2018, 3, 25), date(2018, 6, 22)),
        Stretch(date(2018, 7, 5), date(2018, 10, 2)),
        Stretch(date(2018, 10, 3), date(2018, 12, 31)),
    )
    assert taken_up(_fills(30, "10-04", "11-01"))[1] == Stretch(date(2018, 11, 3), date(2018, 12, 2))


def test_four_of_five_days_is_the_mark_of_the_measures() -> None:
    assert Covered(292, 365).share == ADHERENT
    assert Covered(0, 0).share == 0


def test_no_fill_in_the_period_is_no_period() -> None:
    assert proportion_of_days_covered([_fills(90, "01-01")], date(2019, 1, 1), date(2019, 12, 31)) == Covered(0, 0)
    assert proportion_of_days_covered([], FIRST, LAST) == Covered(0, 0)


def test_what_is_left_of_an_injection_given_early_is_not_kept() -> None:
    injections = [Fill(date(2018, 1, 1), 28, keeps=False), Fill(date(2018, 1, 22), 28, keeps=False)]
    assert joined(taken_up(injections)) == (Stretch(date(2018, 1, 1), date(2018, 2, 18)),)


@pytest.mark.parametrize(
    ("fills", "goes_on"),
    [
        (_fills(90, "01-01", "04-01"), True),
        (_fills(90, "01-01", "04-08"), True),
        (_fills(90, "01-01", "04-09"), False),
        (_fills(60, "01-01", "03-02"), False),
    ],
    ids=["no gap", "seven days", "eight days", "it ends too soon"],
)
def test_a_gap_of_more_than_seven_days_ends_a_stretch_in_the_reports(fills: list[Fill], goes_on: bool) -> None:  # noqa: FBT001 (a case)
    assert is_continuous(fills, FIRST, date(2018, 6, 29)) is goes_on
    assert not is_continuous(fills, FIRST, date(2018, 6, 28))


_FILLS = st.lists(
    st.builds(Fill, on=st.dates(date(2017, 12, 1), date(2019, 2, 1)) | st.just(date.max), days=st.integers(1, 400)),
    max_size=12,
)


@given(_FILLS, st.dates(FIRST, LAST), st.integers(0, 400))
def test_every_day_of_a_period_is_covered_once_or_lies_in_a_gap(fills: list[Fill], first: date, length: int) -> None:
    last = first + timedelta(days=length)
    stretches = joined(taken_up(fills))
    inside = sum(part.days for one in stretches if (part := one.within(first, last)))
    assert inside + sum(gap.days for gap in gaps(stretches, first, last)) == length + 1


@given(_FILLS)
def test_no_more_days_are_covered_than_were_handed_out(fills: list[Fill]) -> None:
    found = proportion_of_days_covered([fills], FIRST, LAST)
    assert 0 <= found.days <= min(found.of, sum(fill.days for fill in fills))
    assert 0 <= found.share <= 1


@given(_FILLS, st.randoms())
def test_the_order_in_which_fills_were_noted_makes_no_difference(fills: list[Fill], chance: object) -> None:
    mixed = sorted(fills, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert taken_up(mixed) == taken_up(fills)
