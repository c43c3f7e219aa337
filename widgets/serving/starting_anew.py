"""After a lock the server starts itself anew: with a memory that nothing was ever in, and its door as open as before.

What a passphrase and a key leave behind in a process can not be wiped from within. So the same command runs once more
in the same process, which keeps its number and the listening socket: whoever asks meanwhile waits a moment in line.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass
from typing import NoReturn

from widgets.serving.listening import Door

HANDED_ON = "PLANNER_SERVING_HANDED_ON"


def can_start_anew() -> bool:
    """Tell whether this system runs another program in the same process, and hands an open socket on to it."""
    return os.name == "posix" and bool(sys.executable) and bool(sys.orig_argv)


@dataclass(frozen=True, slots=True)
class HandedOn:
    """What goes on to the server that comes after. It holds no secret: others may see it in the environment."""

    socket: int
    recovery_unseen: bool
    """Whether somebody has still to be shown the recovery key."""

    def door(self) -> Door:
        """Return the door at which the one before listened."""
        return Door.handed_on(self.socket)

    def start_anew(self) -> NoReturn:
        """Be the next server.

        Raises:
            OSError: the system did not let it.
        """
        os.set_inheritable(self.socket, True)
        sys.stdout.flush()
        sys.stderr.flush()
        environment = {**os.environ, HANDED_ON: json.dumps(asdict(self))}
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environment)  # noqa: S606 - the very command that runs


def handed_on() -> HandedOn | None:
    """Return what the server before has handed on, once; none where this is the first."""
    told = os.environ.pop(HANDED_ON, "")
    return HandedOn(**json.loads(told)) if told else None
