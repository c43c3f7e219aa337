"""What is left once pages are closed, nobody is there, or somebody has locked: kernels, an open door, secrets."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import psutil

from planner.caseload.agency import Agency
from planner.store import open_store, unlock
from tests.journeys.counselor import PASSPHRASE
from tests.playing import PATIENCE, served
from tests.serving.memory import found_in_memory
from tests.serving.test_memory import secrets_of
from tests.soak.figures import Figure
from tests.soak.hands import Hand, Visitor, prepared
from tests.soak.writers import now

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.playing import Served

PAGES = 8
LET_GO_WITHIN = 10.0
"""Seconds a kernel may outlive its page."""

MINUTE = 20.0
"""Seconds of one of the agency's minutes here: long enough for a page to open on a busy machine."""

LATE = 2.0
"""Seconds the door may be open after its minutes: the server looks once a second."""

LOCKED = "nobody was there"


def kernels_after_their_pages(folder: Path) -> Figure:
    """Measure until when the kernels of several pages closed at once are gone."""
    people = prepared(folder / "plans.store", PAGES)
    with served(folder / "plans.store") as app:
        visitor = Visitor(app)
        pages = [visitor.open_page(person.id) for person in people]
        hands = [Hand(page) for page in pages]
        began = time.monotonic()
        for hand, page in zip(hands, pages, strict=True):
            hand.let_go()
            visitor.close(page)
        took = _seconds_until(lambda: not app.kernels) and time.monotonic() - began
    return Figure("kernels after their pages", f"gone in {took:.1f} s", f"{LET_GO_WITHIN:.0f} s", took <= LET_GO_WITHIN)


def door_after_its_minutes(folder: Path) -> Figure:
    """Measure how long after its minutes the door is open while a page keeps its line and its kernel is killed."""
    store = folder / "plans.store"
    (person,) = prepared(store, 1)
    with open_store(store, unlock(store, PASSPHRASE), now=now) as opened:
        opened.keep_agency(Agency(lock_after_minutes=1))
    with served(store, limits={"minute": MINUTE}) as app:
        visitor = Visitor(app)
        page = visitor.open_page(person.id)
        touched = time.monotonic()
        hand = Hand(page)
        for kernel in app.kernels:
            kernel.kill()
        _seconds_until(lambda: LOCKED in app.log.read_text("utf-8"))
        late = time.monotonic() - touched - MINUTE
        hand.let_go()
    return Figure("door after its minutes", f"{max(0.0, late):.1f} s", f"{LATE:.0f} s", late <= LATE)


def secrets_in_memory_after_lock(folder: Path) -> Figure:
    """Count what is found of passphrase, key and words in the memory of a server that was locked."""
    store = folder / "plans.store"
    (person,) = prepared(store, 1)
    with served(store) as app:
        visitor = Visitor(app)
        hand = Hand(visitor.open_page(person.id))
        sought = secrets_of(store, PASSPHRASE, hand.say("marigold lighthouse by the harbor"))
        before = _found(app, sought)
        hand.let_go()
        visitor.lock()
        _seconds_until(lambda: not app.kernels)
        visitor.look()  # on a new connection, which is the next server's
        after = _found(app, sought)
    measured = f"{len(after)} of {len(sought)} ({len(before)} before)"
    return Figure("secrets in memory", measured, "0", holds=bool(before) and not after)


def _found(app: Served, sought: dict[str, bytes]) -> set[str]:
    server = psutil.Process(app.process.pid)
    return set[str]().union(*(found_in_memory(one.pid, sought) for one in (server, *server.children(recursive=True))))


def _seconds_until(holds: Callable[[], bool]) -> float:
    began = time.monotonic()
    while not holds():
        if time.monotonic() - began > PATIENCE:
            raise TimeoutError
        time.sleep(0.1)
    return time.monotonic() - began
