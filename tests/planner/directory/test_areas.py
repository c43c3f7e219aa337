"""What an entry calls itself, however its name is spelled."""

from __future__ import annotations

import pytest

from planner.directory.areas import gives_medication, stance_of
from planner.directory.service import Stance


@pytest.mark.parametrize("name", ["Faith-Based Recovery", "Faith Based Recovery", "FAITH\u2011BASED", "Christian Home"])
def test_a_faith_based_place_is_one_however_it_writes_it(name: str) -> None:
    assert stance_of(name, ()) is Stance.FAITH


@pytest.mark.parametrize("term", ["Medication-Assisted Treatment", "medication assisted treatment", "Methadone clinic"])
def test_a_place_that_gives_medication_says_so(term: str) -> None:
    assert gives_medication("A clinic", [term]) is True


def test_silence_says_nothing() -> None:
    assert stance_of("Accessible rides", ["Transport"]) is None
    assert gives_medication("Accessible rides", ["Transport"]) is None
