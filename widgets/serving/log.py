"""The log of a served session: what happened and when, never whose words or which code."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tornado.web import RequestHandler

log = logging.getLogger("planner.serving")


class WithoutDetails(logging.Filter):
    """Takes tracebacks and passed values out of a record that is not ours, and keeps where it came from."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the record pass, with nothing in it that a person may have written."""
        if not record.name.startswith("planner"):
            kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else "note"
            record.msg, record.args = "%s at %s:%d", (kind, record.module, record.lineno)
        record.exc_info = record.exc_text = record.stack_info = None
        return True


def keep_words_out() -> None:
    """Write to the error stream from now on, through the filter above."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.addFilter(WithoutDetails())
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
