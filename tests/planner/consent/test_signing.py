"""A signature while it is being given: nothing is signed before all of it is there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.consent import SignedHow, Signer
from planner.consent.signing import Signing, signature, signing_findings, strokes
from planner.words.reading import DayWords
from tests.invented import TODAY
from tests.planner.consent.agreeing import NOON

WHOLE = Signing(name="Dana Reyes", on=DayWords(words="today", reading=TODAY))


def test_a_typed_name_and_a_day_are_a_signature() -> None:
    mark = signature(WHOLE, at=NOON, taken_by="Jo")
    assert mark is not None
    assert (mark.how, mark.name, mark.on, mark.taken_by) == (SignedHow.TYPED, "Dana Reyes", TODAY, "Jo")
    assert mark.is_there


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": " "}, "signing.name"),
        ({"on": DayWords(words="soon")}, "signing.on"),
        ({"how": SignedHow.DRAWN, "drawn": ""}, "signing.drawn"),
        ({"signer": Signer.REPRESENTATIVE}, "signing.authority"),
    ],
)
def test_what_is_open_is_asked_for_and_nothing_is_signed(changes: dict[str, Any], code: str) -> None:
    signing = WHOLE.amended(**changes)
    assert [one.code for one in signing_findings(signing)] == [code]
    assert signature(signing, at=NOON, taken_by="") is None


def test_a_day_to_come_is_asked_about_and_kept_as_it_was_said() -> None:
    signing = WHOLE.amended(on=DayWords(words="tomorrow", reading=TODAY + timedelta(days=1)))
    assert [one.code for one in signing_findings(signing, TODAY)] == ["signing.later"]
    mark = signature(signing, at=NOON, taken_by="")
    assert mark is not None
    assert mark.on > TODAY


@given(st.text())
def test_whatever_comes_as_a_drawing_only_lines_are_kept(drawn: str) -> None:
    signing = WHOLE.amended(how=SignedHow.DRAWN, drawn="M1,1 L2,2" + drawn)
    mark = signature(signing, at=NOON, taken_by="")
    assert mark is not None
    assert mark.drawn == strokes(mark.drawn)
    assert mark.drawn.startswith("M1,1 L2,2")
