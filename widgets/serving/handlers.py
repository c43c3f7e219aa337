"""What every answer of ours has in common: it is for this machine, for one reader's language, and kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from babel import negotiate_locale
from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError

from planner.words.language import LANGUAGES, Language
from widgets.elements.page_sentences import PAGE_SENTENCES
from widgets.serving.headers import FIXED, LOCAL_NAMES, RULES, is_asked_from_here, is_local, put_headers

if TYPE_CHECKING:
    from widgets.serving.server import Server

SELF = f"connect-src {RULES['connect-src']}"
WAYS = ("large", "dark", "contrast")


class FromHere(JupyterHandler):
    """An answer to our own pages on this machine, and to nobody else."""

    @property
    def server(self) -> Server:
        """The server this answer comes from."""
        return self.settings["planner"]

    def set_default_headers(self) -> None:
        """Keep every answer out of every cache."""
        put_headers(self)
        self.set_header("Cache-Control", "no-store")
        if self.server.starts_anew:
            self.set_header("Connection", "close")  # what is asked next is for the server that comes after

    def check_host(self) -> bool:
        """Take this machine's names, and the planner's own."""
        return is_local(self.request.host, self.server.name)

    def check_xsrf_cookie(self) -> None:
        """Ask for no word that a cookie holds: a page at another port can write over it. `prepare` asks who it is."""

    async def prepare(self) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - its own is a coroutine too
        """Refuse what a page from elsewhere asks."""
        if not is_asked_from_here(self.request) and not self.is_let_past():
            raise HTTPError(403)
        await super().prepare()

    def is_let_past(self) -> bool:
        """Tell whether this one may be asked from elsewhere after all."""
        return False


class Handler(FromHere):
    """A page of the app, or what its script asks for."""

    def is_let_past(self) -> bool:
        """Let a person arrive whose browser moves over to the planner's own name, once."""
        arrives = self.request.method == "GET" and self.get_query_argument("arrive", "")
        return bool(arrives) and self.server.arrivals.redeem(arrives) is not None

    @property
    def language(self) -> Language:
        """The reader's language, as the browser asks for it."""
        asked = [part.partition(";")[0].strip() for part in self.request.headers.get("Accept-Language", "").split(",")]
        return Language(negotiate_locale(asked, LANGUAGES, sep="-") or "en")

    @property
    def look(self) -> str | None:
        """How this machine's reader likes pages: larger, dark, high contrast; none where nothing was chosen yet."""
        chosen = self.get_cookie("planner-look")
        return None if chosen is None else " ".join(way for way in WAYS if way in chosen.split("+"))

    def show(self, template: str, **values: Any) -> None:
        """Answer with a page."""
        t, assets = self.language, self.server.assets
        known = {"t": t, "language": t.code, "look": self.look, "assets": assets, "styles": assets.styles}
        known |= {"named": self._named, "sentences": PAGE_SENTENCES}
        self.finish(self.server.templates.get_template(f"{template}.html.j2").render(known | values))

    @property
    def _named(self) -> str:
        """The planner under its own name, for a page that was asked for under another."""
        own = self.server.named_origin
        if not own or self.request.host == own.partition("://")[2]:
            return ""
        self.set_header("Content-Security-Policy", FIXED["Content-Security-Policy"].replace(SELF, f"{SELF} {own}"))
        return own

    def write_error(self, status_code: int, **_about: Any) -> None:
        """Say calmly that there is nothing here; what went wrong is for the log."""
        self.show("error", status=status_code)


class Here(FromHere):
    """Tells a page that came by `127.0.0.1` or `localhost` that its browser takes the planner's own name."""

    @allow_unauthenticated
    def get(self) -> None:
        """Give it a ticket to arrive with."""
        self.set_header("Access-Control-Allow-Origin", self.request.headers["Origin"])
        self.finish({"arrive": self.server.arrivals.issue(True)})

    def is_let_past(self) -> bool:
        """Let our own page at another name of this machine ask."""
        own = {f"http://{name}:{self.server.port}" for name in LOCAL_NAMES}
        return self.request.headers.get("Origin") in own

    async def prepare(self) -> None:
        """Answer nobody else."""
        if not self.is_let_past():
            raise HTTPError(403)
        await super().prepare()


class Nowhere(Handler):
    """Every other address."""

    @allow_unauthenticated
    def get(self) -> None:
        """Say that there is nothing."""
        raise HTTPError(404)
