"""What is left in memory once somebody has locked, and who may look while nobody has."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

import psutil
import pytest
from playwright.sync_api import expect

from planner.store import create_store, unlock
from tests.playing import served
from tests.serving.conftest import PASSPHRASE, let_in, until_no_kernel_is_left
from tests.serving.memory import found_in_memory, reads_memory
from tests.serving.stage import HOUSE, stage_notebook
from tests.serving.test_walls import ask

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.client import HTTPResponse
    from pathlib import Path

    from tests.playing import Playing, Served

WORDS = "marigold lighthouse by the harbor"
MAY_BE_LOOKED_AT = "__import__('ctypes').CDLL(None).prctl(3, 0, 0, 0, 0)"
KEPT_CLOSED = f"""
from tests.serving.stage import trace
trace("closed.txt").write_text(str({MAY_BE_LOOKED_AT}))
"""

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux closes a process's memory")
starts_anew = pytest.mark.skipif(sys.platform == "win32", reason="a server does not start itself anew there")


def secrets_of(store: Path, passphrase: str = PASSPHRASE, words: str = WORDS) -> dict[str, bytes]:
    """Return all that is not to be found, by what it is."""
    key = unlock(store, passphrase)
    return {
        "the passphrase": passphrase.encode(),
        "the passphrase in a form": quote_plus(passphrase).encode(),
        "the key": key.raw,
        "the key in hex": key.raw.hex().encode(),
        "the recovery key": key.recovery.encode(),
        "words": words.encode(),
        "words in wide letters": words.encode("utf-16-le"),
    }


@pytest.fixture
def watched_app(tmp_path: Path) -> Iterator[Served]:
    """Serve a store whose kernel leaves word whether its memory may be looked at."""
    create_store(tmp_path / "plans.store", PASSPHRASE)
    with served(tmp_path / "plans.store", notebook=stage_notebook(tmp_path / "stage.ipynb", KEPT_CLOSED)) as app:
        yield app


@reads_memory
@pytest.mark.browser
def test_after_lock_the_servers_memory_holds_neither_passphrase_nor_key_nor_words(
    watched_app: Served, window: Playing
) -> None:
    texts = secrets_of(watched_app.store)
    window.fresh()
    let_in(window, watched_app)
    window.page.get_by_label("Words").fill(WORDS)
    expect(window.page.get_by_text(f"Saved {len(WORDS)}")).to_be_visible()
    server = psutil.Process(watched_app.process.pid)
    assert {"the key in hex", "words"} <= found_in_memory(server.pid, texts)

    window.page.get_by_role("button", name="Lock", exact=True).click()
    window.page.wait_for_url("**/unlock")
    window.page.get_by_label("Passphrase or recovery key").wait_for()

    until_no_kernel_is_left(watched_app)
    assert ask(watched_app, "/unlock").status == 200  # a new connection is the next server's
    for process in (server, *server.children(recursive=True)):
        assert found_in_memory(process.pid, texts) == set(), process
    let_in(window, watched_app)
    window.close_page()


@on_linux
@pytest.mark.browser
def test_no_process_leaves_a_core_file_and_none_lets_others_of_the_same_user_look(
    watched_app: Served, window: Playing
) -> None:
    window.fresh()
    let_in(window, watched_app)
    server = psutil.Process(watched_app.process.pid)
    assert len(processes := [server, *server.children(recursive=True)]) >= 3

    assert {process.rlimit(psutil.RLIMIT_CORE) for process in processes} == {(0, 0)}
    assert (watched_app.store.parent / "closed.txt").read_text() == "0"
    window.close_page()


@on_linux
def test_a_process_closes_its_own_memory() -> None:
    told = f"print({MAY_BE_LOOKED_AT}); keep_others_out(); print({MAY_BE_LOOKED_AT})"
    program = f"from widgets.serving.own_memory import keep_others_out; {told}"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=HOUSE)

    assert done.stdout.split() == ["1", "0"]


@starts_anew
def test_who_locks_before_the_recovery_key_was_kept_is_shown_it_after_unlocking(tmp_path: Path) -> None:
    with served(tmp_path / "plans.store") as app:
        number = app.process.pid
        inside = unlocked(app, again=PASSPHRASE)
        assert begins(app, inside) == "/recovery-key"

        assert ask(app, "/lock", method="POST", form={}, **inside).status == 200

        inside = unlocked(app)
        assert begins(app, inside) == "/recovery-key"
        assert app.process.pid == number
        assert app.process.poll() is None


def unlocked(app: Served, **more: str) -> dict[str, str]:
    """Give the passphrase, and return what a page of ours sends along from then on."""
    form = {"passphrase": PASSPHRASE, "short": "yes", **more}
    answer = ask(app, "/unlock", method="POST", form=form, Sec_Fetch_Site="same-origin")
    token = told(answer)["token"]
    cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
    return {"Cookie": cookie, "X_Planner_Token": token, "Sec_Fetch_Site": "same-origin"}


def begins(app: Served, inside: dict[str, str]) -> str:
    """Ask for a page, and return where the way leads first."""
    kernel = "2f1c7a4e-0000-4000-8000-000000000001"
    return told(ask(app, "/page", method="POST", form={"kernel": kernel}, **inside))["go"]


def told(answer: HTTPResponse) -> dict[str, str]:
    """Return what an answer says."""
    return json.loads(answer.text)
