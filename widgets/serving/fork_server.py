"""Where session kernels come from: a process that has read in what every page stands on, and forks.

    server  --{"argv": [...], "cwd": "..."}-->  nursery  --fork-->  kernel
            <-------------- pid ---------------

A kernel's start is mostly the reading in of libraries; forked, it begins where that is done. The nursery knows no
store, no key, no page and no visitor: it holds libraries only, and an environment as short as a kernel's. It ends when
the server does, and its kernels with it. Only Linux forks such a process safely; elsewhere kernels start by themselves.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ORDERS, ANSWERS, NOTES = 0, 1, 2
"""The file descriptors a process begins with."""

ANSWERS_WITHIN = 60.0
"""Seconds until a nursery that says nothing is given up. Its first answer waits until the libraries are read in."""

ENDS_WITHIN = 1.0
"""Seconds for its own end, once it has no more orders."""


class ForkServer:
    """The server's end: asks for kernels, one at a time."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        command = [sys.executable, "-m", __name__]
        self._process = subprocess.Popen(
            command,
            bufsize=0,
            env=environment,
            start_new_session=True,  # Ctrl+C is for the server, which ends the kernels politely
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._turn = Lock()

    def fork(self, argv: Sequence[str], cwd: str) -> int:
        """Return the process id of a new kernel; the first call waits until the libraries are read in.

        Raises:
            OSError: the nursery is gone, does not answer, or could not fork.
        """
        orders, answers = self._process.stdin, self._process.stdout
        with self._turn:
            orders.write(json.dumps({"argv": list(argv), "cwd": cwd}).encode() + b"\n")  # pyright: ignore[reportOptionalMemberAccess]
            if not select.select([answers], [], [], ANSWERS_WITHIN)[0]:  # pyright: ignore[reportArgumentType]
                self._process.kill()  # a late answer would be taken for the next one's
                raise TimeoutError
            answer = answers.readline()  # pyright: ignore[reportOptionalMemberAccess]
        if not answer.strip():
            raise BrokenPipeError
        return int(answer)

    def close(self) -> None:
        """End it; kernels that are still there end too."""
        try:
            self._process.communicate(timeout=ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()


LET_GO = -1


class Forked:
    """A kernel of the nursery, in the way `subprocess.Popen` shows a child.

    Held by a descriptor rather than by its number: when it has ended, its number may soon be somebody else's.
    """

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._process = os.pidfd_open(pid)
        self._watch = select.poll()
        self._watch.register(self._process, select.POLLIN)

    def poll(self) -> int | None:
        """Return none while it runs."""
        return 0 if self._process == LET_GO or self._watch.poll(0) else None

    def wait(self) -> int:
        """Let go of it, once `poll` has said that it ended, or it was killed."""
        if self._process != LET_GO:
            os.close(self._process)
            self._process = LET_GO
        return 0

    def send_signal(self, number: int) -> None:
        """Signal it, if it is still there."""
        with suppress(ProcessLookupError):
            if self._process != LET_GO:
                signal.pidfd_send_signal(self._process, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)


def can_fork() -> bool:
    """Tell whether this system forks such a process safely, and holds what came of it."""
    if sys.platform != "linux":
        return False
    try:
        os.close(os.pidfd_open(os.getpid()))
    except (AttributeError, OSError):
        return False
    return True


def main() -> None:
    """Fork a kernel for every order, until the server closes the line."""
    os.environ["JPY_PARENT_PID"] = str(os.getpid())  # a kernel ends when this process is gone
    from widgets.serving.kernel import get_ready

    get_ready()
    gc.collect()
    gc.freeze()  # what is here stays, and is shared with every kernel
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # a kernel that ended leaves nothing to collect
    with open(ORDERS, closefd=False) as orders:
        for order in orders:
            try:
                pid = os.fork()
            except OSError:  # no room for another; those that are there stay
                os.write(ANSWERS, b"\n")
                continue
            if pid == 0:
                _become_a_kernel(**json.loads(order))
            os.write(ANSWERS, f"{pid}\n".encode())
    os._exit(0)  # libraries, and nothing to put in order


def _become_a_kernel(argv: list[str], cwd: str) -> NoReturn:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for line in (ORDERS, ANSWERS, NOTES):
        os.dup2(nowhere, line)
    os.chdir(cwd)
    sys.argv = ["", *argv]
    import_module("widgets.serving.kernel").run()
    raise AssertionError  # it ends within


if __name__ == "__main__":
    main()
