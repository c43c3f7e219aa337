"""The passphrase typed at a terminal."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from tests.planner.commands.conftest import PASSPHRASE

if TYPE_CHECKING:
    from tests.planner.commands.conftest import Desk

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a terminal of its own needs a POSIX system")
pexpect = pytest.importorskip("pexpect", reason="there is none for this system")


def people_at_a_terminal(desk: Desk) -> object:
    command = ["-m", "planner", "people", "--store", str(desk.store)]
    how = {"encoding": "utf-8", "timeout": 60, "dimensions": (40, 160)}
    return pexpect.spawn(sys.executable, command, preexec_fn=hear_of_ctrl_c, **how)


def hear_of_ctrl_c() -> None:
    """Take Ctrl+C as a terminal's first program does: tests that run in the background were told not to hear of it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_the_passphrase_is_asked_for_and_never_shown(desk: Desk) -> None:
    terminal = people_at_a_terminal(desk)
    terminal.expect_exact("Passphrase: ")
    terminal.sendline(PASSPHRASE)
    terminal.expect(pexpect.EOF)
    terminal.close()

    assert "Dana R." in terminal.before
    assert PASSPHRASE not in terminal.before
    assert terminal.exitstatus == 0


def test_stopping_at_the_prompt_ends_calmly(desk: Desk) -> None:
    terminal = people_at_a_terminal(desk)
    terminal.expect_exact("Passphrase: ")
    terminal.sendintr()
    terminal.expect(pexpect.EOF)
    terminal.close()

    assert "Stopped." in terminal.before
    assert "Traceback" not in terminal.before
    assert terminal.exitstatus == 130
