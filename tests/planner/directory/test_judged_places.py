"""What a counselor would have chosen stands among the first five more often than a search engine finds it."""

from __future__ import annotations

from datetime import UTC, datetime

from planner.store import open_in_memory
from tests.planner.directory.judged_places.judging import (
    as_feed,
    at_best,
    judged,
    matched,
    plain_full_text,
    precision,
    services,
    set_aside,
)

AT = datetime(2026, 11, 28, 15, tzinfo=UTC)


def test_every_need_was_judged_against_places_there_are() -> None:
    assert len(judged()) >= 40
    assert all(need.fits for need in judged())
    assert {key for need in judged() for key in need.fits} <= set(services())


def test_the_first_five_fit_more_often_than_those_of_plain_full_text() -> None:
    with open_in_memory(now=lambda: AT) as store:
        store.directory.read_feed(as_feed(), at=AT)
        ours = matched(store.directory)
        for needs in (judged(), set_aside()):
            found, plain = precision(needs, ours), precision(needs, plain_full_text())
            assert plain < found <= at_best(needs)
