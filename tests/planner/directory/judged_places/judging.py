"""Needs and places that were judged by hand, and how many of the first five of a ranking are places that fit."""

from __future__ import annotations

import sqlite3
import tomllib
from contextlib import closing
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.directory.areas import areas_of, gives_medication, stance_of
from planner.directory.feeds.feed import Feed
from planner.directory.matching import about, wishes
from planner.directory.service import Cost, OpenHours, Service, ServiceKind, service_id
from planner.goals.goal import Goal
from planner.model.daily_life import Area
from planner.plan.plan import Plan
from planner.resources.resource import Need
from planner.words.fold import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from planner.store.directory import StoredDirectory

TODAY = date(2026, 11, 28)
FEED = "judged"
FIRST = 5

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Judged:
    """One person's need or goal, what else of them bears on it, and the keys of the places that fit."""

    words: str
    area: Area | None
    is_goal: bool
    language: str
    takes_medication: bool
    fits: frozenset[str]

    @property
    def plan(self) -> Plan:
        """A plan that says this and nothing else."""
        whose = {"id": service_id(FEED, "plan"), "person_id": service_id(FEED, "person")}
        item = service_id(FEED, self.words)
        if self.is_goal:
            return Plan(**whose, goals=(Goal(id=item, own_words=self.words),))
        return Plan(**whose, needs=(Need(id=item, own_words=self.words, area=self.area),))


@cache
def judged() -> tuple[Judged, ...]:
    """Return every need, in the order of the list; every second one, from the second on, is set aside."""
    return tuple(map(_judged, tomllib.loads((_HERE / "needs.toml").read_text(encoding="utf-8"))["needs"]))


def set_aside() -> tuple[Judged, ...]:
    """Return the half no rule was changed for."""
    return judged()[1::2]


def _judged(told: dict[str, Any]) -> Judged:
    return Judged(
        words=told.get("goal") or told["words"],
        area=Area(told["area"]) if "area" in told else None,
        is_goal="goal" in told,
        language=told.get("language", "en"),
        takes_medication=told.get("takes_medication", False),
        fits=frozenset(told["fits"]),
    )


@cache
def towns() -> dict[str, tuple[float, float]]:
    """Return where the towns lie."""
    kept = tomllib.loads((_HERE / "services.toml").read_text(encoding="utf-8"))["towns"]
    return {town: (north, east) for town, (north, east) in kept.items()}


@cache
def services() -> dict[str, Service]:
    """Return the places by their key, read as a reader of feeds would."""
    kept = tomllib.loads((_HERE / "services.toml").read_text(encoding="utf-8"))["services"]
    return {key: _service(key, told) for key, told in kept.items()}


def _service(key: str, told: dict[str, Any]) -> Service:
    name, terms, what = told["name"], tuple(told.get("terms", ())), told.get("about", "")
    north, east = towns()[told["town"]]
    return Service(
        id=service_id(FEED, key),
        feed=FEED,
        feed_id=key,
        kind=ServiceKind(told.get("kind", "service")),
        name=name,
        about=what,
        terms=terms,
        areas=(Area.RECOVERY,) if told.get("kind") == "meeting" else areas_of(name, terms, what),
        city=told["town"],
        latitude=north,
        longitude=east,
        phone=told.get("phone", ""),
        hours=tuple(OpenHours(day=day, opens=_hour(opens), closes=_hour(closes)) for day, opens, closes in _open(told)),
        languages=tuple(told.get("languages", ())),
        cost=Cost(told["cost"]) if "cost" in told else None,
        eligibility=told.get("eligibility", ""),
        stance=stance_of(name, terms),
        medication_welcome=told["medication"] if "medication" in told else gives_medication(name, terms),
        paused=told.get("paused", False),
        online=told.get("online", False),
        checked_on=date(2026, 11, 1),
    )


def _open(told: dict[str, Any]) -> Iterable[tuple[int, str, str]]:
    return [(day, opens, closes) for day, opens, closes in told.get("open", ())]


def _hour(said: str) -> time:
    return time.fromisoformat(said)


def as_feed() -> Feed:
    """Return the places as a feed."""
    return Feed(FEED, "judged", iter(services().values()), {})


def precision(needs: Sequence[Judged], first_five: Callable[[Judged], Sequence[str]]) -> float:
    """Return which share of the first five places fit, over all needs; empty places count as wrong."""
    hits = (len(need.fits & set(first_five(need)[:FIRST])) for need in needs)
    return sum(hits) / (FIRST * len(needs))


def at_best(needs: Sequence[Judged]) -> float:
    """Return the most that can be reached, since many needs have fewer than five places."""
    return sum(min(FIRST, len(need.fits)) for need in needs) / (FIRST * len(needs))


def matched(directory: StoredDirectory) -> Callable[[Judged], list[str]]:
    """Return the ranking of the planner, for somebody who lives in Amber."""

    def first_five(need: Judged) -> list[str]:
        person = about(need.plan, TODAY, need.language, takes_medication=need.takes_medication, near=towns()["Amber"])
        return [fit.listing.service.feed_id for fit in directory.fitting(wishes(need.plan), person).now]

    return first_five


def plain_full_text() -> Callable[[Judged], list[str]]:
    """Return what a search engine does by itself: any of the words, anywhere, the rarest words first (bm25)."""

    def first_five(need: Judged) -> list[str]:
        with closing(sqlite3.connect(":memory:")) as index:
            index.execute("CREATE VIRTUAL TABLE listing USING fts5(key UNINDEXED, words, tokenize='porter unicode61')")
            index.executemany("INSERT INTO listing VALUES (?, ?)", [(key, _words(one)) for key, one in _all()])
            query = " OR ".join(f'"{word}"' for word in words_of(need.words))
            found = index.execute(
                "SELECT key FROM listing WHERE listing MATCH ? ORDER BY rank, rowid LIMIT ?", (query, FIRST)
            )
            return [key for (key,) in found]

    return first_five


def _all() -> Iterable[tuple[str, Service]]:
    return services().items()


def _words(one: Service) -> str:
    return " ".join((one.name, one.organization, one.about, *one.terms, one.eligibility, one.city))
