"""What every answer says to the browser, and who may ask: this machine and our own pages, and nobody else."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from tornado.httputil import HTTPServerRequest
    from tornado.web import RequestHandler

LOCAL_NAMES = ("localhost", "127.0.0.1")

RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",  # Vuetify writes its theme and its sizes into style elements
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}

FIXED = {
    "Content-Security-Policy": "; ".join(f"{what} {whence}" for what, whence in RULES.items()),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def put_headers(handler: RequestHandler) -> None:
    """Put the fixed headers onto an answer, and take off what names the program that gives it."""
    handler.clear_header("Server")
    for name, value in FIXED.items():
        handler.set_header(name, value)


def is_local(host: str, own_name: str = "") -> bool:
    """Tell whether a Host header names this machine, or the planner's own name; any other may be a rebound address."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name in LOCAL_NAMES or (name == own_name != "") or ip_address(name).is_loopback
    except ValueError:
        return False


def is_asked_from_here(request: HTTPServerRequest) -> bool:
    """Tell whether our own page asks, or a person who typed the address; a page at another port is somewhere else.

    Browsers say it in `Sec-Fetch-Site`. From a program, or a browser too old to say it, what changes something is taken
    only with our own origin.
    """
    site, is_reading = request.headers.get("Sec-Fetch-Site"), request.method in {"GET", "HEAD"}
    if site is not None and not (site == "same-origin" or (site == "none" and is_reading)):
        return False
    origin = request.headers.get("Origin")
    if origin is not None:
        return origin == f"{request.protocol}://{request.host}"
    return is_reading or site is not None
