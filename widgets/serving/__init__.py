"""Serving."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from widgets.serving.running import serve

__all__ = ["serve"]


def __getattr__(name: str) -> object:
    """Open the server's rooms only where one serves: a session's kernel comes through here too, and stays light."""
    if name == "serve":
        from widgets.serving.running import serve

        return serve
    raise AttributeError(name)
