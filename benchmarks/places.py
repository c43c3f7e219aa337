"""The directory: how many of the first five places fit, and how long a search and a match take, at two sizes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.invented import AT, PASSPHRASE, invented_id
from benchmarks.measuring import Amount, Measured, in_turns, seconds
from planner.directory.feeds.feed import Feed
from planner.directory.matching import about, wishes
from planner.directory.search import Search
from planner.directory.service import service_id
from planner.goals.goal import Goal
from planner.model.daily_life import Area
from planner.plan.plan import Plan
from planner.resources.resource import Need, Timing
from planner.store import create_store, open_store
from tests.planner.directory.judged_places.judging import (
    TODAY,
    as_feed,
    at_best,
    judged,
    matched,
    plain_full_text,
    precision,
    services,
    set_aside,
    towns,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.directory.service import Service
    from planner.store import Store
    from planner.store.directory import StoredDirectory

SIZES = (4_089, 50_000)
"""A county's directory, and a state's."""

_ROUNDS = 15
_SHOWN = 12


def measure() -> list[Measured]:
    """Return the rows on what fits, and on how fast it is found."""
    with TemporaryDirectory() as folder:
        rows = _precision(Path(folder))
        for size in SIZES:
            rows += _speed(Path(folder), size)
    return rows


def _opened(path: Path) -> Store:
    return open_store(path, create_store(path, PASSPHRASE), now=lambda: AT)


def _precision(folder: Path) -> list[Measured]:
    with _opened(folder / "judged.store") as store:
        store.directory.read_feed(as_feed(), at=AT)
        ours = matched(store.directory)
        return [
            Measured(
                f"precision at 5, {len(needs)} needs{which} (at best {100 * at_best(needs):.1f} %)",
                Amount(100 * precision(needs, ours), "%"),
                "plain full text",
                Amount(100 * precision(needs, plain_full_text()), "%"),
            )
            for needs, which in ((judged(), " judged by hand"), (set_aside(), " of them set aside"))
        ]


def _speed(folder: Path, size: int) -> list[Measured]:
    with _opened(folder / f"{size}.store") as store:
        directory = store.directory
        taken = seconds(lambda: directory.read_feed(Feed("invented", "invented", _many(size), {}), at=AT))
        plan = _plan()
        person = about(plan, TODAY, "en", near=towns()["Amber"])
        letter, words, ranked = in_turns(
            _ROUNDS,
            lambda: _found(directory, "f"),
            lambda: _found(directory, "food pantri"),
            lambda: directory.fitting(wishes(plan), person),
        )
    return [
        Measured(f"first letter to list, {size:,} services", letter, within=100),
        Measured(f"two words, one mistyped, {size:,} services", words, within=50),
        Measured(f"match and rank, 4 needs and a goal, {size:,} services", ranked, within=50),
        Measured(f"reading {size:,} services into the directory", Amount(taken, "s")),
    ]


def _found(directory: StoredDirectory, words: str) -> None:
    directory.find(Search(words, near=towns()["Amber"]), limit=_SHOWN)


def _many(size: int) -> Iterator[Service]:
    """Yield the judged places again and again, each time in another street and under another name."""
    kept = tuple(services().values())
    for number in range(size):
        one = kept[number % len(kept)]
        round_ = number // len(kept)
        yield one.amended(
            id=service_id("invented", str(number)),
            feed="invented",
            feed_id=str(number),
            name=f"{one.name} {round_}",
            address=f"{round_} {one.name.split()[0]} Street",
            latitude=one.latitude and one.latitude + round_ % 97 / 400,
        )


def _plan() -> Plan:
    said = (
        ("somewhere to sleep", Area.HOUSING, None),
        ("food for the week", Area.FOOD, None),
        ("a doctor", Area.HEALTH, None),
        ("a lawyer", Area.LEGAL, Timing.LATER),
    )
    needs = tuple(
        Need(id=invented_id("need", words), own_words=words, area=area, timing=timing) for words, area, timing in said
    )
    goals = (Goal(id=invented_id("goal", "job"), own_words="Find a job by spring"),)
    return Plan(id=invented_id("plan"), person_id=invented_id("person"), needs=needs, goals=goals)
