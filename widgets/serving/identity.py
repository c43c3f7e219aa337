"""Who asks: the browser that unlocked the store, known by its pass, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jupyter_server.auth.identity import IdentityProvider, User

if TYPE_CHECKING:
    from tornado.web import RequestHandler

COUNSELOR = User(username="counselor")


class BrowserPass(IdentityProvider):
    """Unlocking is the only login: no token and no password of Jupyter's opens anything."""

    def get_user(self, handler: RequestHandler) -> User | None:
        """Return the counselor when the browser shows a pass given since the last unlocking."""
        server = handler.settings["planner"]
        return COUNSELOR if server.door.admits(handler.get_cookie(server.cookie)) else None

    @property
    def auth_enabled(self) -> Literal[True]:
        """Always."""
        return True

    def get_handlers(self) -> list[tuple[str, object]]:
        """Bring no login page: the server mounts its own."""
        return []


def give_pass(handler: RequestHandler, given: str) -> None:
    """Let a browser in until the store is locked or the server ends."""
    name = handler.settings["planner"].cookie
    handler.set_cookie(name, given, httponly=True, samesite="Strict", path="/")


def take_pass(handler: RequestHandler) -> None:
    """Take a browser's pass back."""
    handler.clear_cookie(handler.settings["planner"].cookie, path="/", httponly=True, samesite="Strict")
