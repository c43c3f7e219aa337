"""A browser that types into the real app while its kernel, its server or both are killed."""

from __future__ import annotations

import random
import threading
import time
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

import psutil
from playwright.sync_api import Error as BrowserError

from planner.store import open_store, unlock
from tests.journeys.counselor import PASSPHRASE, Counselor
from tests.playing import browser, served
from tests.serving.test_walls import BEHIND_THE_DOOR, METHODS, NOBODY, NOT_HERE, THE_SAME_FOR_ALL, ask, every_path
from tests.soak.writers import PromiseBrokenError, now, seconds_lost

if TYPE_CHECKING:
    from pathlib import Path

    from tests.playing import Playing, Served
    from tests.soak.writers import Toll

FIELD = "What will you do first?"
STEP = "Review and finish"
VICTIMS = ("kernel", "server", "both")


def kill_pages(folder: Path, until: float, seed: int, toll: Toll) -> tuple[int, int]:
    """Type and kill until the time is over; return how many routes were probed, and how many kernels are left."""
    dice = random.Random(seed)  # noqa: S311 (moments, no secrets)
    kernels: set[psutil.Process] = set()
    probed = 0
    with browser() as window, ExitStack() as running:
        app = running.enter_context(served(folder / "plans.store"))
        counselor = Counselor(window.page)
        counselor.first_unlock(app.url)
        probed = probe(app)
        counselor.add_person("Terrence")
        counselor.press("Start a session")
        _open_line(counselor)
        while time.monotonic() < until:
            kernels |= set(app.kernels)
            victim = dice.choice(VICTIMS)
            said, at = type_until_killed(window, app, victim, dice.uniform(0.2, 2.0))
            for kind in ("kernel", "server") if victim == "both" else (victim,):
                toll.struck(f"{kind} under a browser")
            if victim != "kernel":
                running.close()
                app = running.enter_context(served(folder / "plans.store"))
            toll.lost.append(seconds_lost(said, kept_words(folder / "plans.store"), at))
            _come_back(counselor, app)
        kernels |= set(app.kernels)
    _, alive = psutil.wait_procs(list(kernels), timeout=30)
    return probed, len(alive)


def type_until_killed(window: Playing, app: Served, victim: str, after: float) -> tuple[list[tuple[str, float]], float]:
    """Type letter by letter until the blow, and return what had been typed when, and when the blow fell."""
    field = window.page.get_by_role("textbox", name=FIELD, exact=True).first
    field.click()
    window.page.keyboard.press("Control+End")
    words = field.input_value()
    said: list[tuple[str, float]] = []
    fell: list[float] = []
    blow = threading.Timer(after, lambda: fell.append(_strike(app, victim)))
    blow.start()
    with suppress(BrowserError):
        while not fell:
            letter = "abcdefghijklmnop "[len(words) % 17]
            words += letter
            said.append((words, time.monotonic()))
            window.page.keyboard.insert_text(letter)
            time.sleep(0.03)
    blow.join()
    return said, fell[0]


def _strike(app: Served, victim: str) -> float:
    at = time.monotonic()
    with suppress(psutil.NoSuchProcess):
        for kernel in app.kernels if victim != "server" else ():
            kernel.kill()
        if victim != "kernel":
            app.process.kill()
    return at


def kept_words(path: Path) -> str:
    """Open the store as somebody else would, look whether it holds, and return the words in it."""
    with open_store(path, unlock(path, PASSPHRASE), now=now) as store:
        if found := store.verify():
            raise PromiseBrokenError(found)
        (row,) = store.caseload(today=store.today()).rows
        draft = store.drafts.current(row.person.id)
        return draft.plan.closing.first_thing if draft else ""


def _come_back(counselor: Counselor, app: Served) -> None:
    """Reload, unlock where it asks, and find the same line again."""
    page = counselor.page
    page.goto(app.url)
    asked = page.get_by_label("Passphrase or recovery key")
    rail = page.get_by_role("navigation", name="Steps of the session")
    caseload = page.get_by_role("heading", level=1, name="Caseload")
    asked.or_(rail).or_(caseload).first.wait_for()
    if asked.is_visible():
        asked.fill(PASSPHRASE)
        page.get_by_role("button", name="Open").click()
        rail.or_(caseload).first.wait_for()
    if caseload.is_visible():
        page.locator(".rp-person-open").first.click()
        page.get_by_role("button", name="Go on with it").first.click()
    rail.wait_for()
    _open_line(counselor)


def _open_line(counselor: Counselor) -> None:
    """Open the place that is typed in, wherever the page came back to."""
    counselor.go(STEP)
    counselor.turn_to("What you do first").get_by_role("textbox", name=FIELD, exact=True).wait_for()


def probe(app: Served) -> int:
    """Ask for every route without a pass, in every way; return how many answers were refused, as all have to be."""
    paths = dict.fromkeys([*BEHIND_THE_DOOR, *NOT_HERE, *every_path(NOBODY)])
    asked = 0
    for path in paths:
        for method in METHODS:
            answer = ask(app, path, method=method, form={} if method == "POST" else None)
            asked += 1
            if path not in THE_SAME_FOR_ALL and answer.status < 300:
                raise PromiseBrokenError(method, path, answer.status)
    return asked
