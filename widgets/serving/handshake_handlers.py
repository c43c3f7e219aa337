"""The server's side of a kernel's line to it: a ticket in, the key out, once; later a note, or a farewell.

No cookie is asked and none is given.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tornado.web import HTTPError, RequestHandler

from widgets.serving.headers import is_local, put_headers
from widgets.serving.log import log

if TYPE_CHECKING:
    from widgets.serving.server import Server

LARGEST_TICKET = 100
MOST_NOTES = 100
"""Notes of one kernel that are written down; a page that stumbles without end fills no disk."""

MINUTES = r"\d{1,4}"

PLACE = r"[\w.<>-]{1,80}:\d{1,6}"
NOTE_FIELDS = {"number": "[0-9a-f]{6}", "kind": r"[A-Za-z_]\w{0,60}", "places": f"({PLACE}( < {PLACE}){{0,7}})?"}
"""What each part of a note looks like. It leaves no room for what somebody said."""


@dataclass(frozen=True, slots=True)
class KernelGrant:
    """What a ticket is for: one kernel's start, in the language its page speaks."""

    kernel_id: str
    language: str


class TicketHandler(RequestHandler):
    """A route for kernels of this machine."""

    def set_default_headers(self) -> None:
        """Say to a browser that comes along what every answer says."""
        put_headers(self)
        self.set_header("Cache-Control", "no-store")

    def write_error(self, status_code: int, **_about: object) -> None:
        """Answer a refusal with its number and nothing else."""
        self.set_status(status_code)
        self.finish()

    def prepare(self) -> None:
        """Refuse everything that is not from here. A kernel is no browser."""
        if "Sec-Fetch-Site" in self.request.headers:
            raise HTTPError(403)
        if not is_local(self.request.host) or not is_local(self.request.remote_ip or ""):
            raise HTTPError(403)

    @property
    def server(self) -> Server:
        """The server that gave the tickets."""
        return self.settings["planner"]

    @property
    def ticket(self) -> str:
        """The ticket that was handed in."""
        return self.get_body_argument("ticket", "")[:LARGEST_TICKET]


class Arrive(TicketHandler):
    """A kernel hands in its ticket."""

    def post(self) -> None:
        """Give what the kernel needs to open the store."""
        errand = self.server.tickets.redeem(self.ticket)
        opening = errand and self.server.openings.get(errand.kernel_id)
        door = self.server.door
        if errand is None or opening is None or door.key is None:
            raise HTTPError(403)
        self.finish(
            {
                "path": str(door.path),
                "key": b64encode(door.key.raw).decode(),
                "language": errand.language,
                "place": opening.place,
                "practice": door.practice,
                "farewell": self.server.farewells.issue(errand),
            }
        )


class Idle(TicketHandler):
    """A kernel says how long its page may be left alone, and asks how much of that is left."""

    def post(self) -> None:
        """Answer in minutes."""
        errand = self.server.farewells.waits(self.ticket)
        minutes = self.get_body_argument("minutes", "")
        if errand is None or not re.fullmatch(MINUTES, minutes, re.ASCII):
            raise HTTPError(403)
        self.server.idle.allow(errand.kernel_id, float(minutes))
        self.finish({"left": self.server.minutes_left})


class Leave(TicketHandler):
    """A kernel asks to lock, because somebody pressed it."""

    def post(self) -> None:
        """Lock, when the kernel shows the farewell it was given."""
        if self.server.farewells.redeem(self.ticket) is None:
            raise HTTPError(403)
        self.server.lock()
        self.finish({})


class Note(TicketHandler):
    """A kernel tells what stopped on its page, so that the number on the screen is found in the log."""

    def post(self) -> None:
        """Write it down, when it is a note and nothing else."""
        errand = self.server.farewells.waits(self.ticket)
        note = {name: self.get_body_argument(name, "") for name in NOTE_FIELDS}
        if errand is None or not all(re.fullmatch(NOTE_FIELDS[name], said, re.ASCII) for name, said in note.items()):
            raise HTTPError(403)
        self.server.noted[errand.kernel_id] += 1
        if self.server.noted[errand.kernel_id] <= MOST_NOTES:
            log.error("Something on a page stopped (note %s): %s at %s", *note.values())
        self.finish({})
