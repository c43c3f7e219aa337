"""What every answer says to the browser: load nothing from elsewhere, run nothing but our own files."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

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
    "Referrer-Policy": "same-origin",  # `no-referrer` would post the unlock form with `Origin: null`, which is refused
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def is_local(host: str) -> bool:
    """Tell whether a Host header names this machine; any other name may be a rebound address."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name in LOCAL_NAMES or ip_address(name).is_loopback
    except ValueError:
        return False
