"""The session's page: sent at once, filled when its kernel has run the notebook."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.web import HTTPError, authenticated
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from widgets.serving.handlers import FromHere, Handler
from widgets.serving.handshake_handlers import KernelGrant
from widgets.serving.opening import OpeningError

if TYPE_CHECKING:
    from widgets.serving.opening import Opening

UUID = r"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"


def as_place(told: str | None) -> str | None:
    """Return where a page says that it was, an id or nothing; none where it says neither."""
    return told if told is not None and re.fullmatch(f"({UUID})?", told) else None


class SessionPage(Handler):
    """The page itself: the same empty one for everybody. Its script asks for a kernel, and shows the pass."""

    @allow_unauthenticated
    def get(self) -> None:
        """Send it."""
        assets = self.server.assets
        self.show("session", styles=[*assets.styles, *assets.look])


class NewKernel(Handler):
    """A page asks for its kernel, and names it: a new page, or one that stays and whose own is gone."""

    @authenticated
    def post(self) -> None:
        """Start one, unless the recovery key comes first. A key that does not open the file any more is dropped."""
        if not self.server.door.fits():
            self.server.lock()
            raise HTTPError(403)
        if self.server.door.recovery_unseen:
            self.finish({"go": "/recovery-key"})
            return
        if self.server.is_full:
            self.set_status(503)
            self.finish({"many": True})
            return
        kernel_id = self.get_body_argument("kernel")
        if not re.fullmatch(UUID, kernel_id) or kernel_id in self.server.openings:
            raise HTTPError(400)
        self.server.begin(KernelGrant(kernel_id, self.language.code), place=self._place)
        self.finish({"kernel": kernel_id})

    @property
    def _place(self) -> str:
        """Where the tab was. One that was nowhere yet goes where the last was, or to the caseload beside another."""
        own = as_place(self.get_body_argument("place", None))
        return own if own is not None else self._last

    @property
    def _last(self) -> str:
        return "" if self.server.openings else as_place(self.get_body_argument("last", "")) or ""


class OpeningHandler(Handler):
    """An answer about one page on its way."""

    def opening(self, kernel_id: str) -> Opening:
        """Return the page's opening."""
        try:
            return self.server.openings[kernel_id]
        except KeyError:
            raise HTTPError(404) from None


class Outputs(OpeningHandler):
    """What the notebook shows."""

    _awaited: str = ""

    @authenticated
    async def get(self, kernel_id: str) -> None:
        """Answer when the notebook has run."""
        opening = self.opening(kernel_id)
        self._awaited = kernel_id
        try:
            outputs = await opening.outputs()
        except OpeningError as stopped:
            self.set_status(500)
            self.finish({"note": stopped.note})
        else:
            self.finish({"outputs": outputs})

    def on_connection_close(self) -> None:
        """End the kernel of a page that was left while it waited."""
        self.server.end(self._awaited)


class Shown(OpeningHandler):
    """The page says that the outputs stand in its document."""

    @authenticated
    def post(self, kernel_id: str) -> None:
        """Let the page's scripts go on to the kernel."""
        self.opening(kernel_id).shown.set()
        self.set_status(204)


class Alive(OpeningHandler):
    """The page asks whether its kernel is still there."""

    @authenticated
    async def get(self, kernel_id: str) -> None:
        """Say yes, or that it is gone."""
        if not await self.opening(kernel_id).is_alive():
            raise HTTPError(404)
        self.set_status(204)


class Hand(OpeningHandler):
    """The page says that somebody does something on it."""

    @authenticated
    def post(self, kernel_id: str) -> None:
        """Count the time until it locks from now, also where the page has lost its kernel."""
        self.server.idle.hand(kernel_id)
        self.set_status(204)


class Closed(OpeningHandler):
    """The page says that it goes; a browser sends this also when a tab is closed."""

    @authenticated
    def post(self, kernel_id: str) -> None:
        """End the page's kernel."""
        self.server.end(kernel_id)
        self.set_status(204)


class KernelModel(FromHere, KernelHandler):
    """What Voila's script asks about its kernel, answered once the page is ready for what follows."""

    SUPPORTED_METHODS = ("GET",)

    @authenticated
    async def get(self, kernel_id: str) -> None:
        """Wait for the page to hold its outputs: the script looks for them only once, right after this."""
        opening = self.settings["planner"].openings.get(kernel_id)
        if opening is None:
            raise HTTPError(404)
        await opening.shown.wait()
        await super().get(kernel_id)  # pyright: ignore[reportGeneralTypeIssues] - a decorator hides the coroutine


MOST_PARTS = 1000
"""Parts of one message. A message that claims more would be unpacked for ever."""


class Channels(FromHere, VoilaKernelWebsocketHandler):
    """The line between a page and its kernel."""

    _opening: Opening | None = None

    async def open(self, kernel_id: str) -> None:
        """Send every message at once: by default the system may keep a small one back for 40 milliseconds."""
        self.set_nodelay(True)
        self._opening = self.settings["planner"].openings.get(kernel_id)
        if self._opening:
            self._opening.presence.line_opened()
        await super().open(kernel_id)

    def on_message(self, ws_message: str | bytes) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Hand a message on; what is none ends the line, and nothing else."""
        claimed = int.from_bytes(ws_message[:8], "little") if isinstance(ws_message, bytes) else 0
        if self.selected_subprotocol and claimed > MOST_PARTS:
            self.close()
        else:
            super().on_message(ws_message)

    def on_close(self) -> None:
        """Let go of everything at once; the stock line holds on until the next time it would have been pinged."""
        super().on_close()
        if self._opening:
            self._opening.presence.line_closed()
        if self.ping_callback:
            self.ping_callback.stop()
