"""How a command ends: a number that means something, and one sentence when it stops early."""

from __future__ import annotations

import json
import traceback
from enum import IntEnum
from typing import TYPE_CHECKING

from planner.commands.terminal import warn

if TYPE_CHECKING:
    from planner.model.message import Message


class Outcome(IntEnum):
    """The exit codes of every command; the name in lower case is the `stopped` of a JSON answer."""

    DONE = 0
    UNFORESEEN = 1
    USAGE = 2
    NO_STORE = 3
    WRONG_PASSPHRASE = 4
    NOT_A_STORE = 5
    NEWER_STORE = 6
    DAMAGED = 7
    BUSY = 8
    NOT_WRITABLE = 9
    NOTHING_FOUND = 10
    ALREADY_THERE = 11
    NOT_PRINTED = 12
    NOT_SERVED = 13
    NOT_A_FEED = 14
    INTERRUPTED = 130


MEANINGS = {
    Outcome.DONE: "done",
    Outcome.UNFORESEEN: "something unforeseen; please report it",
    Outcome.USAGE: "the words of the command could not be understood",
    Outcome.NO_STORE: "there is no store at that place",
    Outcome.WRONG_PASSPHRASE: "the passphrase does not open the store",
    Outcome.NOT_A_STORE: "the file is not a store of this program",
    Outcome.NEWER_STORE: "the store was kept by a newer version",
    Outcome.DAMAGED: "part of the store is not as it was written",
    Outcome.BUSY: "another program is using the store",
    Outcome.NOT_WRITABLE: "the place can not be written, or the disk is full",
    Outcome.NOTHING_FOUND: "nobody, or more than one person, fits; or there is nothing to print yet",
    Outcome.ALREADY_THERE: "a file stands where one was to be made",
    Outcome.NOT_PRINTED: "a document could not be made",
    Outcome.NOT_SERVED: "the app could not open its page",
    Outcome.NOT_A_FEED: "the file is no directory that can be read; nothing was changed",
    Outcome.INTERRUPTED: "you stopped it",
}


class StoppedError(Exception):
    """A command that ends early, with its outcome and the sentence to show."""

    def __init__(self, outcome: Outcome, says: Message | str) -> None:
        """Keep both for `report`."""
        super().__init__(str(says))
        self.outcome = outcome


def understood(error: Exception) -> StoppedError:
    """Return how an exception ends a command. What nobody foresaw gives its kind and place, never its words."""
    if isinstance(error, StoppedError):
        return error
    outcome = _outcome_of(error)
    if outcome is not Outcome.UNFORESEEN:
        return StoppedError(outcome, str(error))
    if isinstance(error, OSError):
        return StoppedError(Outcome.NOT_WRITABLE, f"{error.strerror or 'The disk does not answer'}: {error.filename}")
    place = traceback.extract_tb(error.__traceback__)[-1]
    return StoppedError(
        Outcome.UNFORESEEN,
        f"Something unforeseen stopped this ({type(error).__name__}, {place.name}, line {place.lineno}). "
        "Nothing that was saved is lost. Please report it with these words.",
    )


def _outcome_of(error: Exception) -> Outcome:
    from planner.plan import plan
    from planner.store import errors as store

    outcomes: dict[type[Exception], Outcome] = {
        store.NoStoreError: Outcome.NO_STORE,
        store.WrongPassphraseError: Outcome.WRONG_PASSPHRASE,
        store.EmptyPassphraseError: Outcome.WRONG_PASSPHRASE,
        store.NotAStoreError: Outcome.NOT_A_STORE,
        store.NewerStoreError: Outcome.NEWER_STORE,
        plan.NewerPlanError: Outcome.NEWER_STORE,
        plan.NotAPlanError: Outcome.DAMAGED,
        store.StoreBusyError: Outcome.BUSY,
        store.StoreExistsError: Outcome.ALREADY_THERE,
        store.StoreFullError: Outcome.NOT_WRITABLE,
        store.StoreNotWritableError: Outcome.NOT_WRITABLE,
        store.StoreUnreachableError: Outcome.NOT_WRITABLE,
        store.NotInStoreError: Outcome.NOTHING_FOUND,
        store.StoreError: Outcome.DAMAGED,
    }
    return next((outcomes[kind] for kind in type(error).__mro__ if kind in outcomes), Outcome.UNFORESEEN)


def report(stopped: StoppedError, *, as_json: bool) -> int:
    """Write one sentence, or one JSON object, to the error stream; return the exit code."""
    if as_json:
        answer = {"stopped": stopped.outcome.name.lower(), "exit_code": int(stopped.outcome), "says": str(stopped)}
        warn(json.dumps(answer, ensure_ascii=False))
    else:
        warn(str(stopped))
    return int(stopped.outcome)


def meanings() -> str:
    """Return the exit codes with their meanings, as Markdown for the help."""
    return "**It ends with**\n\n" + "\n".join(f"- {int(outcome)}: {meaning}" for outcome, meaning in MEANINGS.items())
