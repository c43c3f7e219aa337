"""The key of a store: derived from a passphrase, hidden wherever an object might show itself."""

from __future__ import annotations

import hmac
from hashlib import pbkdf2_hmac
from typing import NoReturn, Self
from unicodedata import normalize

from planner.store.file.keys.recovery import as_groups

ROUNDS = 256_000
"""PBKDF2-HMAC-SHA512 rounds: SQLCipher 4's own default, so that its other tools open the file with the passphrase."""

KEY_BYTES = 32
SALT_BYTES = 16


class Key:
    """The 32 bytes that open one store, and the 16 bytes of salt its file begins with."""

    __slots__ = ("_key", "_salt")

    def __init__(self, key: bytes, salt: bytes) -> None:
        """Keep both.

        Raises:
            ValueError: either has another length.
        """
        if len(key) != KEY_BYTES or len(salt) != SALT_BYTES:
            message = "a key has 32 bytes and its salt has 16"
            raise ValueError(message)
        self._key = key
        self._salt = salt

    @classmethod
    def from_raw(cls, raw: bytes) -> Self:
        """Return the key from the 48 bytes of `raw`.

        Raises:
            ValueError: another length.
        """
        return cls(raw[:KEY_BYTES], raw[KEY_BYTES:])

    @property
    def raw(self) -> bytes:
        """The key and its salt, 48 bytes, to be handed on in memory only."""
        return self._key + self._salt

    @property
    def salt(self) -> bytes:
        """The first 16 bytes of the file this key opens."""
        return self._salt

    @property
    def recovery(self) -> str:
        """The key to print: 13 groups, each with a sign by which a slip of the pen is found."""
        return as_groups(self._key)

    def __eq__(self, other: object) -> bool:
        """Compare in a time that does not tell how much of it fits."""
        return isinstance(other, Key) and hmac.compare_digest(self.raw, other.raw)

    __hash__ = None  # pyright: ignore[reportAssignmentType] (a key is nobody's dictionary key)

    def __repr__(self) -> str:
        """Hide both parts, in logs, tracebacks and notebooks."""
        return "Key(hidden)"

    def __reduce_ex__(self, _protocol: object) -> NoReturn:
        """Refuse to be pickled or copied into anything that may reach a disk."""
        message = "a key is never written down"
        raise TypeError(message)


def derive(passphrase: str, salt: bytes) -> Key:
    """Return the key of a passphrase, for the file that begins with this salt. It takes about a tenth of a second.

    The passphrase is normalised to NFC first: one keyboard sends "é" as one code point and the next as two, and the
    person who typed it sees no difference. Nothing else about it is touched.
    """
    typed = normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Key(pbkdf2_hmac("sha512", typed, salt, ROUNDS, KEY_BYTES), salt)
