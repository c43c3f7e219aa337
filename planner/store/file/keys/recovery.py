"""The printed form of a key: 13 groups of 5, in Douglas Crockford's base 32, each with a check sign of its own.

A reader may write o for 0, i or l for 1, in small letters, with or without the dashes. The last sign of a group is a
Luhn sum (mod 32) over the other four and the group's place: it finds every single slip, nearly every swap of two
neighbours, and groups in the wrong order, and it names the group. The four bits that 52 signs have to spare hold a
digest of the whole.
"""

from __future__ import annotations

import re
from hashlib import sha256

from planner.store.errors import MistypedRecoveryKeyError

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015]+")
_KEY_BYTES = 32
_GROUPS = 13
_DATA_SIGNS = 4
_GROUP_SIGNS = _DATA_SIGNS + 1
_SPARE_BITS = _GROUPS * _DATA_SIGNS * 5 - _KEY_BYTES * 8
_NEAR = range(_GROUPS * _GROUP_SIGNS - 5, _GROUPS * _GROUP_SIGNS + 6)
"""How many signs an entry has that is surely meant as a recovery key, with a group too many or too few."""


def as_groups(key: bytes) -> str:
    """Return 32 bytes as 13 groups of 5 signs, between dashes."""
    number = int.from_bytes(key, "big") << _SPARE_BITS | _spare(key)
    signs = [_SIGNS[number >> 5 * place & 31] for place in reversed(range(_GROUPS * _DATA_SIGNS))]
    groups = ["".join(signs[start : start + _DATA_SIGNS]) for start in range(0, len(signs), _DATA_SIGNS)]
    return "-".join(group + _check(place, group) for place, group in enumerate(groups))


def read_groups(typed: str) -> bytes | None:
    """Return the 32 bytes of a typed recovery key, or nothing when it is not meant as one.

    Raises:
        MistypedRecoveryKeyError: it looks like a recovery key, and some groups do not add up.
    """
    parts = [part for part in _BETWEEN.split(typed.upper().translate(_READ_AS)) if part]
    signs = "".join(parts)
    if len(signs) not in _NEAR or not set(signs) <= set(_SIGNS):
        return None
    groups = parts if len(parts) == _GROUPS else _cut(signs)
    mistyped = tuple(place + 1 for place, group in enumerate(groups) if not _adds_up(place, group))
    if mistyped or len(groups) != _GROUPS:
        raise MistypedRecoveryKeyError(mistyped if len(groups) == _GROUPS else ())
    return _decoded(groups)


def _cut(signs: str) -> list[str]:
    return [signs[start : start + _GROUP_SIGNS] for start in range(0, len(signs), _GROUP_SIGNS)]


def _adds_up(place: int, group: str) -> bool:
    return len(group) == _GROUP_SIGNS and group[-1] == _check(place, group[:-1])


def _decoded(groups: list[str]) -> bytes:
    number = 0
    for sign in "".join(group[:-1] for group in groups):
        number = number << 5 | _SIGNS.index(sign)
    key = (number >> _SPARE_BITS).to_bytes(_KEY_BYTES, "big")
    if number & (1 << _SPARE_BITS) - 1 != _spare(key):
        raise MistypedRecoveryKeyError(())
    return key


def _check(place: int, group: str) -> str:
    doubled = (_SIGNS.index(sign) * (2 - position % 2) for position, sign in enumerate(group))
    total = sum(value // 32 + value % 32 for value in doubled)
    return _SIGNS[(-total - place) % 32]


def _spare(key: bytes) -> int:
    return sha256(key).digest()[0] >> 8 - _SPARE_BITS
