"""The index of words over the directory: SQLite's FTS5, inside the encrypted file."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Float, Integer, literal_column, text

from planner.store.tables import DIRECTORY_ENTRY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Select

    from planner.directory.search import WordGroup

TABLES = ("directory_words", "directory_spelling")
"""The two virtual tables; SQLite keeps further tables of its own beneath each."""

_WEIGHTS = "8.0, 5.0, 4.0, 1.0, 2.0"
"""How much a word counts in the name, the terms, the kinds of help, the description, the place.

A name says what a place is; a description tells of everything around it.
"""

_RANK: ColumnElement[float] = literal_column(f"bm25(directory_words, {_WEIGHTS})", Float)

_CLOSE = 0.72
"""How alike two words are, from 0 to 1, before one is taken for a slip of the other: one wrong letter in five."""

_CANDIDATES = 80
_SHORTEST = 4
"""A shorter word is too like too many others."""


def make_index(connection: Connection) -> None:
    """Make the index: words by their stems, and words by their letters for what is mistyped."""
    connection.execute(
        text(
            "CREATE VIRTUAL TABLE directory_words USING fts5(name, terms, kinds, about, place, content='', "
            "contentless_delete=1, tokenize='porter unicode61', prefix='2 3')"
        )
    )
    connection.execute(
        text(
            "CREATE VIRTUAL TABLE directory_spelling USING fts5(word, content='directory_word', content_rowid='row', "
            "tokenize='trigram', detail=none)"
        )
    )


def add(connection: Connection, entries: Mapping[int, Mapping[str, str]]) -> None:
    """Add entries by their row."""
    connection.execute(
        text(
            "INSERT INTO directory_words (rowid, name, terms, kinds, about, place) "
            "VALUES (:row, :name, :terms, :kinds, :about, :place)"
        ),
        [{"row": row, **words} for row, words in entries.items()],
    )


def remove(connection: Connection, rows: Sequence[int]) -> None:
    """Take entries out."""
    for row in rows:
        connection.execute(text("DELETE FROM directory_words WHERE rowid = :row"), {"row": row})


def narrowed(
    entries: Select[int], groups: Sequence[WordGroup], *, to_all: bool
) -> tuple[Select[int], ColumnElement[float]]:
    """Return the entries that have all of the words, or any, and how well each fits: the lower, the better."""
    words = (" AND " if to_all else " OR ").join(map(_matching, groups))
    row = literal_column("directory_words.rowid", Integer)
    matching = text("directory_words MATCH :words").bindparams(words=words)
    return entries.join(text("directory_words"), row == DIRECTORY_ENTRY.c.row).where(matching), _RANK


def at_place(entries: Select[Any, Any, Any], words: Sequence[str]) -> Select[Any, Any, Any]:
    """Return the entries whose address has all of the words."""
    row = literal_column("directory_words.rowid", Integer)
    quoted = " AND ".join(f'"{word}"' for word in words)
    matching = text("directory_words MATCH :place").bindparams(place=f"place : ({quoted})")
    return entries.join(text("directory_words"), row == DIRECTORY_ENTRY.c.row).where(matching)


def _matching(group: WordGroup) -> str:
    """Return a group as the index is asked: its words side by side, or the kind of help they name."""
    *whole, last = group.words
    if not whole and len(last) == 1 and not group.kind:
        return f'({{name terms}} : "{last}" *)'  # one letter stands somewhere in nearly every description
    phrase = " + ".join((*(f'"{word}"' for word in whole), f'"{last}"' if group.kind else f'"{last}" *'))
    return f"({phrase} OR kinds : {group.kind})" if group.kind else f"({phrase})"


def keep_words(connection: Connection, words: Sequence[str]) -> None:
    """Remember words that stand in entries, so that a slip finds its way to them."""
    if not words:
        return
    before = connection.execute(text("SELECT coalesce(max(row), 0) FROM directory_word")).scalar()
    connection.execute(
        text("INSERT INTO directory_word (word) VALUES (:word) ON CONFLICT DO NOTHING"),
        [{"word": word} for word in words],
    )
    connection.execute(
        text("INSERT INTO directory_spelling (rowid, word) SELECT row, word FROM directory_word WHERE row > :before"),
        {"before": before},
    )


def is_known(connection: Connection, word: str) -> bool:
    """Whether a word, or one that begins with it, stands in any entry."""
    last = word + "\U0010ffff"
    asked = text("SELECT 1 FROM directory_word WHERE word >= :word AND word < :last LIMIT 1")
    return connection.execute(asked, {"word": word, "last": last}).scalar() is not None


def likely_meant(connection: Connection, word: str) -> tuple[str, ...]:
    """Return the known words a mistyped one is most like, the likeliest first."""
    if len(word) < _SHORTEST:
        return ()
    parts = {word[start : start + 3] for start in range(len(word) - 2)}
    asked = text(
        "SELECT word FROM directory_word WHERE row IN "
        "(SELECT rowid FROM directory_spelling WHERE directory_spelling MATCH :parts) "
        "AND length(word) BETWEEN :shortest AND :longest"
    )
    query = {
        "parts": " OR ".join(f'"{part}"' for part in sorted(parts)),
        "shortest": len(word) - 2,
        "longest": len(word) + 2,
    }
    known = sorted(
        connection.scalars(asked, query),
        key=lambda scalar: -sum(part in scalar for part in parts),
    )
    return tuple(get_close_matches(word, known[:_CANDIDATES], n=3, cutoff=_CLOSE))
