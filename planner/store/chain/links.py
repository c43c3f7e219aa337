"""What a link of the chain hashes: the link before it, and a salted digest of the row it stands for."""

from __future__ import annotations

import hmac
import json
import os
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST_LINK = bytes(32)
"""What the first link of the chain holds on to."""

_SALT_BYTES = 32


@dataclass(frozen=True, slots=True)
class Link:
    """A new link, with the salt that goes into its row and the digest that stays when the row is forgotten."""

    salt: bytes
    digest: bytes
    link: bytes


def linked(before: bytes, position: int, room: str, at: str, row: Mapping[str, Any]) -> Link:
    """Return the link that vouches for a new row, given as it will be stored, without its salt."""
    salt = os.urandom(_SALT_BYTES)
    digest = digest_of(salt, row)
    return Link(salt, digest, link_after(before, position, room, at, digest))


def digest_of(salt: bytes, row: Mapping[str, Any]) -> bytes:
    """Digest a row as it is stored, whatever order its columns come in."""
    return hmac.digest(salt, json.dumps(row, sort_keys=True, default=repr).encode(), "sha256")


def link_after(before: bytes, position: int, room: str, at: str, digest: bytes) -> bytes:
    """Return the link that holds on to the one before."""
    said = json.dumps([before.hex(), position, room, at, digest.hex()])
    return sha256(said.encode()).digest()


def vouches(digest: object, salt: object, row: Mapping[str, Any]) -> bool:
    """Whether a digest is the row's; one of another kind than was ever written is nobody's."""
    if not isinstance(digest, bytes) or not isinstance(salt, bytes):
        return False
    return hmac.compare_digest(digest_of(salt, row), digest)
