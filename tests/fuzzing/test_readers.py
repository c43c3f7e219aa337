"""No reader stumbles over anything: it reads, or says in its own words that it can not."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from tests.fuzzing.readers import READERS, Reader
from tests.fuzzing.wording import with_words


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_whatever_it_is_given_a_reader_says_nothing_but_its_own(reader: Reader) -> None:
    assert reader.try_out() > 1


def test_a_reader_that_stumbles_is_seen() -> None:
    with pytest.raises(ZeroDivisionError):
        Reader("divides", lambda number: 1 // number, st.integers(-2, 2)).try_out()


def test_words_stand_in_every_list_and_every_page_of_a_plan() -> None:
    plan = with_words("zanzibar")

    empty = [name for name in type(plan).model_fields if getattr(plan, name) in ((), "")]
    assert set(empty) == {"left_off_paper"}
    assert plan.model_dump_json().count("zanzibar") > 100
