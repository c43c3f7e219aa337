"""The log of a served session: what happened and when, never whose words or which code."""

from __future__ import annotations

import logging
import time
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tornado.web import RequestHandler

log = logging.getLogger("planner.serving")

MOST_OF_ONE_LINE = 20
"""Times a minute."""


class WithoutDetails(logging.Filter):
    """Takes tracebacks and passed values out of a record that is not ours, and keeps where it came from."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the record pass, with nothing in it that a person may have written."""
        if not record.name.startswith("planner"):
            kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else "note"
            record.msg, record.args = "%s at %s:%d", (kind, record.module, record.lineno)
        record.exc_info = record.exc_text = record.stack_info = None
        return True


class WithoutRepeats(logging.Filter):
    """Lets one line through a few times a minute, so that what goes wrong ten thousand times a second fills no disk."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._minute = 0
        self._seen: Counter[str] = Counter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the record pass, unless the same was written often this minute."""
        if self._minute != (minute := int(self._clock() // 60)):
            self._minute, self._seen = minute, Counter()
        line = record.getMessage()
        self._seen[line] += 1
        return self._seen[line] <= MOST_OF_ONE_LINE


def keep_words_out() -> None:
    """Write to the error stream from now on, through the filters above."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.addFilter(WithoutDetails())
    handler.addFilter(WithoutRepeats())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    # tornado and jupyter_server count the same ping interval in different units, and one warns about the other
    logging.getLogger("tornado.general").setLevel(logging.ERROR)


def write_access(handler: RequestHandler) -> None:
    """Log one answer: method, path without its query, status, milliseconds."""
    request = handler.request
    if request.path.startswith("/assets/"):
        return
    milliseconds = 1000 * request.request_time()
    log.info("%s %s %d %.0f ms", request.method, request.path, handler.get_status(), milliseconds)
