"""Real kernels and servers, killed while several hands type at once; and a day of opening and closing."""

from __future__ import annotations

import random
import threading
import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from planner.store import open_store, unlock
from tests.journeys.counselor import PASSPHRASE
from tests.playing import served
from tests.soak.hands import Hand, Visitor, prepared
from tests.soak.writers import PromiseBrokenError, now, seconds_lost

if TYPE_CHECKING:
    from tests.playing import Served
    from tests.soak.writers import Toll

HANDS = 5
VICTIMS = ("kernels", "kernels", "kernels", "server", "both")


def kill_kernels(folder: Path, until: float, seed: int, toll: Toll) -> int:
    """Let several hands type and kill their kernels, their server or both until the time is over.

    Returns how many kernels are left.
    """
    dice = random.Random(seed)  # noqa: S311 (moments, no secrets)
    store = folder / "plans.store"
    people = prepared(store, HANDS)
    seen: set[psutil.Process] = set()
    with ExitStack() as running:
        app = running.enter_context(served(store))
        while not seen or time.monotonic() < until:
            visitor = Visitor(app)
            hands = [Hand(visitor.open_page(person.id)) for person in people]
            kernels = app.kernels
            seen |= set(kernels)
            victim = dice.choice(VICTIMS)
            at = _type_and_strike(hands, app, kernels, victim, dice.uniform(0.05, 0.9))
            toll.struck("kernel", len(kernels) if victim != "server" else 0)
            toll.struck("server", int(victim != "kernels"))
            if victim != "kernels":
                running.close()
                psutil.wait_procs(kernels, timeout=30)
                app = running.enter_context(served(store))
            _count_losses(store, [person.id for person in people], hands, at, toll)
    _, alive = psutil.wait_procs(list(seen), timeout=30)
    return len(alive)


def _type_and_strike(hands: list[Hand], app: Served, kernels: list[psutil.Process], victim: str, after: float) -> float:
    ended = threading.Event()
    typing = [threading.Thread(target=hand.type_until, args=(ended,), daemon=True) for hand in hands]
    for one in typing:
        one.start()
    time.sleep(after)
    at = time.monotonic()
    if victim != "kernels":
        app.process.kill()
    with suppress(psutil.NoSuchProcess):
        for kernel in kernels if victim != "server" else ():
            kernel.kill()
    ended.set()
    for one, hand in zip(typing, hands, strict=True):
        one.join()
        hand.let_go()
    psutil.wait_procs(kernels if victim != "server" else [], timeout=30)
    return at


def _count_losses(path: Path, people: list[str], hands: list[Hand], at: float, toll: Toll) -> None:
    """Open the store as somebody else would, look whether it holds, and count what is gone of each hand's words."""
    with open_store(path, unlock(path, PASSPHRASE), now=now) as store:
        if found := store.verify():
            raise PromiseBrokenError(*found)
        for person, hand in zip(people, hands, strict=True):
            draft = store.drafts.current(person)
            kept = draft.plan.closing.first_thing if draft else ""
            if not hand.words.startswith(kept):
                raise PromiseBrokenError(person, len(kept), len(hand.words))
            toll.lost.append(seconds_lost([one for one in hand.said if one[1] <= at], kept, at))


@dataclass(frozen=True)
class Burden:
    """What a server and its nursery hold: open files, memory of their own in MB, files in the private folder."""

    files: int
    memory: float
    folder: int
    kernels: int


@dataclass(frozen=True)
class Day:
    """A day of opening and closing: how often, and what was held after the first pages and at the end."""

    opened: int
    morning: Burden
    evening: Burden

    @property
    def leaves_nothing(self) -> bool:
        """Whether no kernel, no file and no memory worth a page is left."""
        return (
            self.evening.kernels == 0
            and self.evening.files <= self.morning.files
            and self.evening.folder <= self.morning.folder
            and self.evening.memory - self.morning.memory < ROOM_TO_BREATHE
        )


WARMING_UP = 20
"""Pages until what is read in once is read in, and what a closed page leaves for a minute comes and goes evenly."""

ROOM_TO_BREATHE = 8.0
"""MB. Less than what one page's kernel has of its own; a leak of a page's worth in a hundred pages shows."""


def play_a_day(folder: Path, pages: int, *, warming_up: int = WARMING_UP) -> Day:
    """Open and close pages one after the other."""
    store = folder / "plans.store"
    (person,) = prepared(store, 1)
    with served(store) as app:
        visitor = Visitor(app)
        for _ in range(warming_up):
            private = _open_and_close(visitor, person.id)
        morning = _burden(app, private)
        for _ in range(pages):
            _open_and_close(visitor, person.id)
        return Day(pages, morning, _burden(app, private))


def _open_and_close(visitor: Visitor, place: str) -> Path:
    """Open a page, speak with its kernel, close it, and return the server's private folder."""
    page = visitor.open_page(place)
    hand = Hand(page)
    kernels = visitor.app.kernels
    private = Path(kernels[0].cwd()).parent
    hand.let_go()
    visitor.close(page)
    _, alive = psutil.wait_procs(kernels, timeout=30)
    if alive:
        raise PromiseBrokenError(page.kernel, *alive)
    return private


def _burden(app: Served, private: Path) -> Burden:
    server = psutil.Process(app.process.pid)
    _settled(server)
    held = [server, *(child for child in server.children() if child not in app.kernels)]
    return Burden(
        files=sum(one.num_fds() for one in held),
        memory=sum(one.memory_full_info().uss for one in held) / 1e6,
        folder=len([*private.rglob("*")]),
        kernels=len(app.kernels),
    )


def _settled(server: psutil.Process) -> None:
    """Wait until the server has closed the lines of the last kernel."""
    before = -1
    while before != (before := server.num_fds()):
        time.sleep(1)
