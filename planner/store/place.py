"""Where a store's rows stand: all that the store asks of the engine beneath it.

`planner.store.file` brings one: an encrypted file, and the memory of a process, for practice. Another engine stands
beside it by bringing a class of its own; the store and its questions stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import AbstractContextManager

    from sqlalchemy import ColumnElement, Connection, Select

    from planner.directory.search import WordGroup
    from planner.store.verifying import Problem, Witness


class Place(Protocol):
    """One place that keeps rows, and lets them be read and written in transactions."""

    @property
    def index(self) -> WordIndex:
        """The index of words over the directory."""
        ...

    def reading(self, *, any_bytes: bool = False) -> AbstractContextManager[Connection]:
        """Read within one transaction; with `any_bytes` also text that is no longer text.

        Raises:
            StoreError: the place is closed, gone, damaged, busy, or does not answer.
        """
        ...

    def writing(self, *, about: str | None = None) -> AbstractContextManager[Connection]:
        """Write within one transaction, which holds whole or not at all. `about` is the person it is about.

        Two who write about the same person at once go one after the other; about different people they may go
        side by side, where the engine can.

        Raises:
            StoreError: as for `reading`, or the place is full, or cannot be written.
        """
        ...

    def damage(self) -> Sequence[str]:
        """Return what the engine finds wrong with what it keeps, in its own words."""
        ...

    def made_otherwise(self) -> Sequence[Problem]:
        """Return what stands there otherwise than it was made: tables, and the guards that keep rows as they are."""
        ...

    def witnesses(self) -> Sequence[Witness]:
        """Return where the record stood when the place was backed up, as the backups within its reach tell."""
        ...

    def wipe(self) -> None:
        """Let nobody read any more what was deleted.

        Raises:
            StoreBusyError: somebody reads old pages.
        """
        ...

    def close(self) -> None:
        """Let go of the rows and of what opens them. Closing twice does nothing."""
        ...


class WordIndex(Protocol):
    """Finds entries of the directory by their words, in the transaction it is handed."""

    def add(self, connection: Connection, entries: Mapping[int, Mapping[str, str]]) -> None:
        """Add entries by their row: name, terms, kinds of help, description and place, each as words."""
        ...

    def remove(self, connection: Connection, rows: Sequence[int]) -> None:
        """Take entries out."""
        ...

    def keep_words(self, connection: Connection, words: Sequence[str]) -> None:
        """Remember words that stand in entries, so that a slip finds its way to them."""
        ...

    def is_known(self, connection: Connection, word: str) -> bool:
        """Whether a word, or one that begins with it, stands in any entry."""
        ...

    def likely_meant(self, connection: Connection, word: str) -> tuple[str, ...]:
        """Return the known words a mistyped one is most like, the likeliest first."""
        ...

    def at_place(self, entries: Select[Any, Any, Any], words: Sequence[str]) -> Select[Any, Any, Any]:
        """Return the entries whose address has all of the words."""
        ...

    def narrowed(
        self, entries: Select[int], groups: Sequence[WordGroup], *, to_all: bool
    ) -> tuple[Select[int], ColumnElement[float]]:
        """Return the entries that have all of the words, or any, and how well each fits: the lower, the better."""
        ...
