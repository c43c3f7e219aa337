"""The clock of the computer a store is made on."""

from __future__ import annotations

import warnings
from zoneinfo import ZoneInfoNotFoundError

_NOBODYS = frozenset(
    {"UTC", "Etc/UTC", "Etc/UCT", "UCT", "Etc/Universal", "Universal", "Etc/Zulu", "Zulu", "Etc/GMT", "GMT"}
)
"""What a server or a container is set to, wherever it stands."""


def computer_zone() -> str:
    """Return the IANA zone this computer is set to, or nothing where it says none that a person lives by."""
    from tzlocal import get_localzone_name  # read once, when the app opens

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # two settings that disagree: what it takes is shown and can be changed
            name = get_localzone_name()
    except (ZoneInfoNotFoundError, ValueError, OSError, LookupError):
        return ""
    return "" if not name or name in _NOBODYS or name == "local" else name
