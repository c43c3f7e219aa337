"""What a new passphrase can be: one rule for the page and the command line, so that each opens what the other set."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category, normalize

from planner.store.errors import EmptyPassphraseError, LongPassphraseError, UntypablePassphraseError

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 1_000
"""Characters of a passphrase, counted as the key is made of them: in Unicode's composed form."""

GOOD_LENGTH = 12
"""Below this many characters a passphrase is taken only from somebody who was told and stays with it."""

_UNTYPABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Controls, halves of a sign and line breaks: one way of typing takes them and the next drops them."""


def chosen(typed: str) -> str:
    """Return a new passphrase: as it was typed, without the end of the line that a file or a paste leaves.

    Raises:
        EmptyPassphraseError: nothing is left.
        LongPassphraseError: it is longer than a passphrase can be.
        UntypablePassphraseError: it holds a sign that could not be typed on every way in.
    """
    words = _without_line_end(typed)
    if not words:
        raise EmptyPassphraseError
    if len(normalize("NFC", words)) > LONGEST:
        raise LongPassphraseError(LONGEST)
    if any(category(sign) in _UNTYPABLE for sign in words):
        raise UntypablePassphraseError
    return words


def is_short(passphrase: str) -> bool:
    """Tell whether somebody should hear that a longer one is safer, before this one is taken."""
    return len(normalize("NFC", passphrase)) < GOOD_LENGTH


def meant(typed: str) -> Iterator[str]:
    """Yield what somebody may mean who opens a store: a store may be older than the rule, so nothing is refused."""
    yield (words := _without_line_end(typed))
    if words != typed:
        yield typed


def _without_line_end(typed: str) -> str:
    return typed.rstrip("\r\n")
