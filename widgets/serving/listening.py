"""The door to the street: who may connect at all, how many, and for how long without saying anything."""

from __future__ import annotations

import errno
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tornado.httpserver import HTTPServer

if TYPE_CHECKING:
    from tornado.iostream import IOStream
    from tornado.web import Application

LARGEST_FORM = 1024 * 1024
SPEAKS_WITHIN = 30.0
"""Seconds for the head of a request, counted from the last answer on the same connection; a browser opens another."""

WHOLE_WITHIN = 20.0
"""Seconds for the rest of it."""

CONNECTIONS = Path("/proc/net/tcp")
"""Where Linux tells whose each connection of this computer is."""

FULL = (errno.EMFILE, errno.ENFILE)


class Listener(HTTPServer):
    """Takes connections of this computer's own user."""

    @classmethod
    def over(cls, application: Application) -> Listener:
        """Return a listener that closes what is begun and not finished."""
        return cls(
            application,
            max_body_size=LARGEST_FORM,
            idle_connection_timeout=SPEAKS_WITHIN,
            body_timeout=WHOLE_WITHIN,
        )

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        """Close at once what another user of this computer has opened."""
        line = stream.socket
        if line is None or is_of_another_user(address, line.getsockname()):
            stream.close()
        else:
            super().handle_stream(stream, address)


class Door(socket.socket):
    """A listening socket that stays calm when the system has no more files to give: it turns one caller away each time.

    Otherwise that caller would wait for ever, and be tried again, and noted, ten thousand times a second.
    """

    @classmethod
    def at(cls, host: str, port: int) -> Door:
        """Listen at an address.

        Raises:
            OSError: another program listens there.
        """
        door = cls(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
            door.listen()
        except OSError:
            door.close()
            raise
        door.get_ready()
        return door

    @classmethod
    def handed_on(cls, number: int) -> Door:
        """Go on listening where another program of ours did, by the number of its open socket."""
        door = cls(fileno=number)
        door.get_ready()
        return door

    def get_ready(self) -> None:
        """Wait for nobody, be for this program only, and keep a file for when there are none."""
        self.set_inheritable(False)
        self.setblocking(False)
        self.spare = os.open(os.devnull, os.O_RDONLY)

    spare: int = -1
    """A file that is kept open, to be given up for a moment."""

    def accept(self) -> tuple[socket.socket, Any]:
        """Take the next caller, or turn it away.

        Raises:
            ConnectionAbortedError: it was turned away.
        """
        try:
            return super().accept()
        except OSError as refused:
            if refused.errno not in FULL:
                raise
            self._turn_away()
            raise ConnectionAbortedError from None

    def _turn_away(self) -> None:
        with suppress(OSError):
            os.close(self.spare)
        with suppress(OSError):
            super().accept()[0].close()
        with suppress(OSError):
            self.spare = os.open(os.devnull, os.O_RDONLY)

    def close(self) -> None:
        """Close it, and the file that was kept for it."""
        super().close()
        if self.spare >= 0:
            os.close(self.spare)
            self.spare = -1


def is_of_another_user(caller: tuple[Any, ...], ours: tuple[Any, ...], table: Path = CONNECTIONS) -> bool:
    """Tell whether somebody else's program of this computer holds the other end of a connection.

    Only Linux tells. The administrator may: he can read all there is.
    """
    if sys.platform != "linux":
        return False
    ends = (_as_told(*caller[:2]), _as_told(*ours[:2]))
    try:
        with table.open() as rows:
            owner = next((int(row[7]) for row in map(str.split, rows) if (row[1], row[2]) == ends), None)
    except (OSError, ValueError):
        return False
    return owner is not None and owner not in {0, os.getuid()}


def _as_told(host: str, port: int) -> str:
    """Return an address as the table writes it: the four bytes from the last to the first."""
    return f"{int.from_bytes(socket.inet_aton(host), sys.byteorder):08X}:{port:04X}"
