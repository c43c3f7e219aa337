"""What every answer of ours has in common: it is for this machine, for one reader's language, and kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from babel import negotiate_locale
from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError

from planner.words.language import LANGUAGES, Language
from widgets.serving.headers import FIXED

if TYPE_CHECKING:
    from widgets.serving.server import Server

WAYS = ("large", "dark", "contrast")


class Handler(JupyterHandler):
    """An answer of the app. Without a pass it leads to the unlock page, unless it says otherwise."""

    @property
    def server(self) -> Server:
        """The server this answer comes from."""
        return self.settings["planner"]

    def set_default_headers(self) -> None:
        """Keep every page out of every cache."""
        for name, value in FIXED.items():
            self.set_header(name, value)
        self.set_header("Cache-Control", "no-store")

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
        self.finish(self.server.templates.get_template(f"{template}.html.j2").render(known | values))

    def write_error(self, status_code: int, **_about: Any) -> None:
        """Say calmly that there is nothing here; what went wrong is for the log."""
        self.show("error", status=status_code)

    @property
    def csrf(self) -> str:
        """The word a form has to bring back."""
        return self.xsrf_token.decode()


class Nowhere(Handler):
    """Every other address."""

    @allow_unauthenticated
    def get(self) -> None:
        """Say that there is nothing."""
        raise HTTPError(404)
