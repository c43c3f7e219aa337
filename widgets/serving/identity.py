"""Who asks: a page of the browser that unlocked the store, known by both halves of its pass, or nobody.

One half is a cookie, which no script can read. A browser sends it to every port of a host, so whatever else listens
there receives it. The other is a token, which only pages of one address can read: they send it by hand. Neither opens
anything alone, and both end when the store is locked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jupyter_server.auth.identity import IdentityProvider, User

if TYPE_CHECKING:
    from tornado.web import RequestHandler

    from widgets.serving.store_access import Pass

COUNSELOR = User(username="counselor")

TOKEN_HEADER = "X-Planner-Token"  # noqa: S105 (a name, no secret)
TOKEN_FIELD = "token"  # noqa: S105
"""A page that is being closed can send a form, and no header."""
TOKEN_PROTOCOL = "planner-token."  # noqa: S105
"""What a line's extra subprotocol begins with: a browser lets a script set no header there."""

MOST_COOKIES = 20
"""Cookies of one name that are looked at. Others at the same host can add some beside ours, and must not hide it."""


class BrowserPass(IdentityProvider):
    """Unlocking is the only login: no token and no password of Jupyter's opens anything."""

    def get_user(self, handler: RequestHandler) -> User | None:
        """Return the counselor when a page shows a pass given since the last unlocking."""
        server = handler.settings["planner"]
        return COUNSELOR if server.door.admits(_cookies(handler, server.cookie), _token(handler)) else None

    @property
    def auth_enabled(self) -> Literal[True]:
        """Always."""
        return True

    def get_handlers(self) -> list[tuple[str, object]]:
        """Bring no login page: the server mounts its own."""
        return []


def give_pass(handler: RequestHandler, given: Pass) -> str:
    """Give the browser one half, until the store is locked or the server ends; return the other, for its page."""
    name = handler.settings["planner"].cookie
    handler.set_cookie(name, given.cookie, httponly=True, samesite="Strict", path="/")
    return given.token


def take_pass(handler: RequestHandler) -> None:
    """Take a browser's pass back."""
    handler.clear_cookie(handler.settings["planner"].cookie, path="/", httponly=True, samesite="Strict")


def _cookies(handler: RequestHandler, name: str) -> list[str]:
    lines = handler.request.headers.get_list("Cookie")
    named = (part.strip().partition("=") for line in lines for part in line.split(";"))
    return [value for found, _, value in named if found == name][:MOST_COOKIES]


def _token(handler: RequestHandler) -> str:
    headers = handler.request.headers
    offered = (name.strip() for name in headers.get("Sec-WebSocket-Protocol", "").split(","))
    by_line = (name.removeprefix(TOKEN_PROTOCOL) for name in offered if name.startswith(TOKEN_PROTOCOL))
    return headers.get(TOKEN_HEADER) or next(by_line, "") or handler.get_body_argument(TOKEN_FIELD, "")
