"""Printing in a process of its own: the same bytes, and an end to whatever does not end."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from typing import Any

import psutil
import pytest

from exports.documents.my_plan import whole_plan
from exports.page.notebook import notebook
from exports.press.press import PressStoppedError, PressTooSlowError, press, press_async
from exports.press.printing import printed
from planner.goals.goal import Goal
from tests.exports.making_plans import DANA, occasion, somebody
from tests.exports.notebooks import a_notebook, prose
from tests.invented import an_id
from tests.planner.making import a_plan

NOTEBOOK = notebook(whole_plan(occasion(DANA.plan, somebody("小明"))))


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_the_press_gives_the_same_bytes_as_printing_here(form: Any) -> None:
    assert press(NOTEBOOK, form=form) == printed(NOTEBOOK, form)


def test_it_takes_a_notebook_as_text() -> None:
    assert press(json.dumps(NOTEBOOK)) == press(NOTEBOOK)


def test_what_it_has_to_remark_comes_along() -> None:
    (remark,) = press(NOTEBOOK).remarks
    assert remark.what == ("U+5C0F", "U+660E")


def test_it_leaves_the_screen_free_meanwhile() -> None:
    async def both() -> tuple[int, bytes]:
        turns, making = 0, asyncio.ensure_future(press_async(NOTEBOOK))
        while not making.done():
            turns += 1
            await asyncio.sleep(0)
        return turns, making.result().data

    turns, data = asyncio.run(both())
    assert turns > 10
    assert data == printed(NOTEBOOK, "pdf").data


def test_a_page_that_does_not_come_to_an_end_is_ended() -> None:
    endless = notebook(whole_plan(occasion(a_plan(goals=(Goal(id=an_id(1), own_words="x" * 2_000_000),)))))
    with pytest.raises(PressTooSlowError) as stopped:
        press(endless, timeout=0.5)
    assert psutil.Process().children(recursive=True) == []
    assert "xxx" not in str(stopped.value)
    assert stopped.value.__cause__ is None
    assert stopped.value.__suppress_context__


def test_a_press_that_breaks_says_so_without_a_word_of_the_plan() -> None:
    with pytest.raises(PressStoppedError) as stopped:
        press('{"cells": "Dana likes music')
    assert "Dana" not in str(stopped.value)
    assert stopped.value.says.values["number"] == 1


def test_it_hands_on_nothing_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_OF_THE_SESSION", "x")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    seen: dict[str, Any] = {}
    run = subprocess.run

    def watched(command: list[str], **more: Any) -> Any:
        seen.update(more, command=command)
        return run(command, **more)

    monkeypatch.setattr(subprocess, "run", watched)
    press(a_notebook(prose("# T")))
    assert "SECRET_OF_THE_SESSION" not in seen["env"]
    assert "PYTHONPATH" not in seen["env"]
    assert "-I" in seen["command"]


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limits")
def test_a_process_without_its_parent_ends_itself() -> None:
    import signal

    runaway = "from exports.press.printing import _limit_itself; _limit_itself(1)\nwhile True: pass"
    done = subprocess.run([sys.executable, "-c", runaway], check=False)
    assert done.returncode in {-signal.SIGXCPU, -signal.SIGKILL}


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limits")
def test_a_process_that_wants_all_memory_does_not_get_it() -> None:
    greedy = "from exports.press.printing import _limit_itself; _limit_itself(9)\nb'x' * 5 * 1024**3"
    done = subprocess.run([sys.executable, "-c", greedy], capture_output=True, check=False)
    assert b"MemoryError" in done.stderr
