"""Who is told when the plan changes: some at every letter, the rest when the hand rests.

Most of a page is not about the word that is being typed. It follows when the page's own script says that the hand
rests, which keeps a key quick and suggestions still. Where no such script is, nobody would say so, and all are told
at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Listeners:
    """The listeners of one editor."""

    def __init__(self) -> None:
        self._quick: list[Callable[[], None]] = []
        self._patient: list[Callable[[], None]] = []
        self._is_behind = False
        self._hears_of_rest = False

    def subscribe(self, listener: Callable[[], None], *, patient: bool) -> Callable[[], None]:
        """Call back after every change, a patient listener only when the hand rests; what is returned ends it."""
        listeners = self._patient if patient else self._quick
        listeners.append(listener)
        return lambda: listeners.remove(listener)

    def show(self) -> None:
        """Say that something changed to those who hear of every letter."""
        for listener in tuple(self._quick):
            listener()

    def tell(self, *, typing: bool) -> None:
        """Say it to the patient too; while somebody types, they hear of it later."""
        self._is_behind = True
        if not typing or not self._hears_of_rest:
            self._catch_up()

    def rest(self) -> None:
        """Say that the hand rests."""
        self._hears_of_rest = True
        self._catch_up()

    def _catch_up(self) -> None:
        if not self._is_behind:
            return
        self._is_behind = False
        for listener in tuple(self._patient):
            listener()
