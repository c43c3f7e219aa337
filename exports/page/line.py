"""Parts of one line, joined."""

from __future__ import annotations

from unicodedata import bidirectional

BETWEEN = " · "
"""Stands between pieces of somebody's words: no full stop of ours is ever set behind them."""


_FROM_THE_RIGHT = {"R", "AL"}


APART = "\u2068{}\u2069"


def joined(*pieces: str) -> str:
    """Set the pieces that hold something side by side.

    Beside words that read from the right each piece is set apart (UAX 9): a telephone number would turn round.
    """
    said = [piece.strip() for piece in pieces if piece.strip()]
    if len(said) > 1 and any(map(has_words_from_the_right, said)):
        said = [APART.format(piece) for piece in said]
    return BETWEEN.join(said)


def has_words_from_the_right(words: str) -> bool:
    return any(bidirectional(letter) in _FROM_THE_RIGHT for letter in words)


def noted(line: str, note: str) -> str:
    """Return a line with its note in brackets behind it."""
    return f"{line} ({note})" if note else line


def labelled(label: str, line: str) -> str:
    """Return a line with its label before it."""
    return f"{label}: {line}" if label else line
