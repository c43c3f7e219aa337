"""Whether a page is there: told from what it asks its server for and from the lines it holds open."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds the server waits: for a page to speak before it counts as gone, and for a hand before it locks."""

    outputs_within: float = 30.0
    """From its first byte until its script asks for what the notebook shows: the page was left before it ran."""

    line_within: float = 60.0
    """From having that until its first line: as long as a busy machine takes to load the scripts that open it."""

    line_back_within: float = 6.0
    """From its last line's end until the next. A page that lives opens a cut one again at once."""

    minute: float = 60.0
    """How long one of the agency's minutes is until the planner locks; a test has no time for a whole one."""


class Presence:
    """What is known of one page."""

    def __init__(self, limits: Limits, clock: Callable[[], float] = monotonic) -> None:
        self._limits = limits
        self._clock = clock
        self._held = 0
        self._silent_since = clock()
        self._may_be_silent = limits.outputs_within

    @property
    def is_gone(self) -> bool:
        """Whether nothing was heard of it for too long."""
        return not self._held and self._clock() - self._silent_since >= self._may_be_silent

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Count a page that waits for its outputs as there, and as on its way to its line when it has them."""
        self._held += 1
        try:
            yield
        finally:
            self._let_go(self._limits.line_within)

    def line_opened(self) -> None:
        """Count the page as there while the line is."""
        self._held += 1

    def line_closed(self) -> None:
        """Give the page a moment to open it again."""
        self._let_go(self._limits.line_back_within)

    def _let_go(self, may_be_silent: float) -> None:
        self._held -= 1
        self._silent_since, self._may_be_silent = self._clock(), may_be_silent
