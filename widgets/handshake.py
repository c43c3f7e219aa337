"""The kernel's side of unlocking: hand in the ticket, receive the key, keep it in memory only.

The first cell of a served page calls `redeem`. Without it (plain Voila, JupyterLab) `arrival()` is none and the
session opens in practice mode. Light on purpose: the session's kernel pays for every import.
"""

from __future__ import annotations

import json
from base64 import b64decode
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

ARRIVE = "/arrive"
IDLE = "/idle"
LEAVE = "/leave"
NOTE = "/note"
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class TicketRefusedError(Exception):
    """The server did not take the ticket: it is unknown, used or too late."""

    def __init__(self) -> None:
        super().__init__("This page's ticket has run out. Please reload the page.")


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a kernel was given: the store, its raw key, and how to speak."""

    path: Path
    key: bytes = field(repr=False)
    language: str = "en"
    practice: bool = False
    place: str = ""
    """What the tab had in `data-place` before: where to open again."""
    address: str = field(default="", repr=False)
    farewell: str = field(default="", repr=False)

    def __reduce__(self) -> str | tuple[object, ...]:
        """Refuse to be pickled: the key stays in this process."""
        raise TypeError("an arrival is not written down")  # noqa: TRY003, EM101 - for developers

    def leave(self) -> None:
        """Ask the server to lock: it drops its key and ends the kernels, this one included."""
        _post(self.address, LEAVE, ticket=self.farewell)

    def minutes_left(self, minutes: int) -> float | None:
        """Say how many minutes this page may be left alone, and return how many are left until the server locks.

        None where the server does not answer.
        """
        try:
            return json.loads(_post(self.address, IDLE, ticket=self.farewell, minutes=str(minutes)))["left"]
        except (OSError, HTTPException, TicketRefusedError):
            return None

    def note(self, number: str, kind: str, places: str) -> None:
        """Have something that stopped written into the server's log; what this kernel says itself, nobody hears.

        The server takes a number, the name of an exception and places in code, and nothing that could be a word.
        A server that is gone is no further trouble.
        """
        with suppress(OSError, HTTPException, TicketRefusedError):
            _post(self.address, NOTE, ticket=self.farewell, number=number, kind=kind, places=places)


_arrived: list[Arrival] = []


def redeem(address: str, ticket: str) -> None:
    """Hand in the one-time ticket at `host:port` and keep what comes back.

    Raises:
        TicketRefusedError: the ticket was not taken.
    """
    answer = json.loads(_post(address, ARRIVE, ticket=ticket))
    _arrived[:] = [
        Arrival(
            path=Path(answer["path"]),
            key=b64decode(answer["key"]),
            language=answer["language"],
            practice=answer["practice"],
            place=answer["place"],
            address=address,
            farewell=answer["farewell"],
        )
    ]


def arrival() -> Arrival | None:
    """Return what this kernel was given, or none where nothing was unlocked."""
    return _arrived[0] if _arrived else None


def forget() -> None:
    """Drop the key from this kernel's memory."""
    _arrived.clear()


def _post(address: str, route: str, **fields: str) -> bytes:
    # http.client, because urllib would read proxy settings and send the key's way through them
    server = HTTPConnection(address, timeout=10)
    try:
        server.request("POST", route, urlencode(fields), _FORM)
        reply = server.getresponse()
        body = reply.read()
    finally:
        server.close()
    if reply.status != 200:  # noqa: PLR2004
        raise TicketRefusedError
    return body
