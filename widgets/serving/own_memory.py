"""A process's memory is its own: the system writes it into no core file, and lets no program of the same user look."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

PR_SET_DUMPABLE = 4


def keep_others_out() -> None:
    """Ask the system for that, for this process and those that are forked from it. A new program has to ask again.

    The administrator can look all the same. Only Linux closes the memory to other programs of the same user.
    """
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
