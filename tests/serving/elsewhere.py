"""A page that is not ours, at another port of this computer: what it receives, and what it tries."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BLANK = "<!doctype html><title>Elsewhere</title><label>Typed here <textarea></textarea></label>"


@dataclass
class Elsewhere:
    """A server somebody else may run, and the cookies it was sent."""

    port: int
    cookies: list[str] = field(default_factory=list)
    tosses: list[str] = field(default_factory=list)
    """Cookies it gives to whoever comes."""


@contextmanager
def elsewhere() -> Iterator[Elsewhere]:
    """Serve one blank page at a free port until the block ends."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            about.cookies.append(self.headers.get("Cookie", ""))
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            for cookie in about.tosses:
                self.send_header("Set-Cookie", cookie)
            self.end_headers()
            self.wfile.write(BLANK.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        about = Elsewhere(server.server_port)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield about
        finally:
            server.shutdown()
