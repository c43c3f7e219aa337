"""A server that is told to stop stops: soon, with nothing lost, and whatever holds it up."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import psutil
import pytest
from playwright.sync_api import expect

from tests.playing import PATIENCE
from tests.serving.stage import HOUSE

if TYPE_CHECKING:
    from tests.playing import Playing, Served

STOOD_STILL = 1
SERVER = """
import asyncio
import sys
import time
from widgets.serving import stopping

async def serve(stop):
    stopped = stop.event()
    print("serves", flush=True)
    if sys.argv[2] == "stands still":
        time.sleep(1000)
    await stopped.wait()

stopping.STOPS_WITHIN = float(sys.argv[1])
with stopping.stopping() as stop:
    asyncio.run(serve(stop))
print("put everything in order", flush=True)
"""


def begun(within: float, does: str) -> subprocess.Popen[str]:
    """Begin a small server that has so many seconds to stop."""
    command = [sys.executable, "-c", SERVER, str(within), does]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=HOUSE)
    assert process.stdout
    assert process.stdout.readline() == "serves\n"
    return process


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_one_that_is_told_to_stop_puts_everything_in_order(number: signal.Signals) -> None:
    process = begun(PATIENCE, "waits")

    process.send_signal(number)

    assert process.communicate(timeout=PATIENCE)[0] == "put everything in order\n"
    assert process.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a signal ends a process there at once")
def test_one_that_stands_still_is_ended_when_its_time_is_up() -> None:
    process = begun(0.2, "stands still")

    process.send_signal(signal.SIGTERM)

    process.communicate(timeout=PATIENCE)
    assert process.returncode == STOOD_STILL


@pytest.mark.skipif(sys.platform == "win32", reason="a signal ends a process there at once")
def test_one_that_stands_still_is_ended_by_being_told_twice() -> None:
    process = begun(1000, "stands still")
    until = time.monotonic() + PATIENCE

    while process.poll() is None:
        assert time.monotonic() < until
        process.send_signal(signal.SIGTERM)
        time.sleep(0.1)

    process.communicate()
    assert process.returncode == STOOD_STILL


@pytest.mark.browser
def test_what_a_slow_kernel_was_told_is_kept_when_the_server_stops(own_app: Served, own_stage: Playing) -> None:
    page = own_stage.page
    page.get_by_role("button", name="Slow").click()
    page.get_by_role("button", name="Count").click()
    expect(page.get_by_text("1 pressed")).to_be_visible()

    page.get_by_label("Words").fill("until the very end")
    page.wait_for_timeout(1000)  # it stands in the kernel's hands, and is not written down yet
    assert not (own_app.store.parent / "heard.txt").exists()

    assert own_app.stop() == 0
    assert (own_app.store.parent / "heard.txt").read_text("utf-8") == "until the very end"


@pytest.mark.browser
def test_a_kernel_that_stands_still_does_not_hold_its_server_up(own_app: Served, own_stage: Playing) -> None:
    assert own_stage.page
    (kernel,) = own_app.kernels
    kernel.suspend()

    assert own_app.stop() == 0

    _, alive = psutil.wait_procs([kernel], timeout=PATIENCE)
    assert not alive
