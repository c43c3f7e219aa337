"""How long something takes, in everyday words: "bus 20, 15 minutes", "half an hour", "hora y media"."""

from __future__ import annotations

import re

from planner.words.fold import plain

_LONGEST = 200
_MOST = 12 * 60
_HOUR = 60
_UNITS = r"(?P<m>m(?:in(?:ute|uto)?s?)?\b)|(?P<h>h(?:(?:ou)?rs?|oras?|our)?\b)"
_NAMED = (
    (re.compile(r"\b(?:three quarters of an hour|tres cuartos de hora)\b"), 45),
    (re.compile(r"\b(?:an hour and a half|one and a half hours|(?:una )?hora y media)\b"), 90),
    (re.compile(r"\b(?:half an hour|a half hour|half hour|media hora)\b"), 30),
    (re.compile(r"\b(?:a quarter of an hour|un cuarto de hora)\b"), 15),
    (re.compile(r"\b(?:an hour|one hour|una hora)\b"), 60),
)
_BOTH = re.compile(
    r"\b(?P<h>\d{1,2}) ?h(?:(?:ou)?rs?|oras?)?\b,? ?(?:and |y )?(?P<m>[0-5]?\d) ?(?:m(?:in(?:ute|uto)?s?)?\b)"
)
_COUNTED = re.compile(rf"(?<![\d.,/:–-])\b(?P<n>\d{{1,3}}) ?-?(?:{_UNITS})")
_UNSURE = re.compile(
    r"\b(?:every|each|cada)\b|\b(?:or|o|to|a)\b ?\d|\d ?[-–] ?\d|[½¼¾]|\d[.,]\d|\b(?:ago|late|early|hace|tarde de)\b"
)
"""A bus that comes every 15 minutes, and a way of 20 to 40 minutes, say no one length."""


def minutes_in(words: str) -> int | None:
    """Return how many minutes words say something takes; nothing for none, for two lengths, and for a range."""
    text = plain(words) if len(words) <= _LONGEST else ""
    if _UNSURE.search(text):
        return None
    found: list[int] = []
    for pattern, minutes in _NAMED:
        text, times = pattern.subn(" ", text)
        found += [minutes] * times
    for both in _BOTH.finditer(text):
        found.append(int(both["h"]) * _HOUR + int(both["m"]))
    text = _BOTH.sub(" ", text)
    found += [int(one["n"]) * (_HOUR if one["h"] else 1) for one in _COUNTED.finditer(text)]
    return found[0] if len(found) == 1 and 0 < found[0] <= _MOST else None
