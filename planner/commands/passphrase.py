"""`planner passphrase` and `planner recovery-key`: what opens the store."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.commands.opening import JsonOption, PassphraseFileOption, StoreOption, default_store, now
from planner.commands.opening import passphrase as passphrase_of_today
from planner.commands.outcome import Outcome, StoppedError
from planner.commands.terminal import tell, warn

if TYPE_CHECKING:
    from planner.store import Head, Key

NewPassphraseFileOption = Annotated[
    Path | None,
    typer.Option(
        "--new-passphrase-file",
        metavar="FILE",
        help="A file whose first line is the new passphrase. Without it, you are asked twice.",
    ),
]

_SHORT = "A passphrase this short can be guessed by somebody who has the file and time; four words are good."
OLD_BACKUPS = "Backups made until now keep their own key: the passphrase, or recovery key, of the day they were made."


def passphrase(
    store: StoreOption = None,
    passphrase_file: PassphraseFileOption = None,
    new_passphrase_file: NewPassphraseFileOption = None,
    *,
    short: Annotated[
        bool, typer.Option("--short", help="Take a passphrase of fewer than 12 characters without asking again.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Choose a new passphrase, and get a new recovery key to print.

    The passphrase of today, or its recovery key, is asked for first. Close the planner before: the whole store is
    written anew. Backups made until now keep their own key.
    """
    from planner.store import change_passphrase, unlock
    from planner.store.file.backups.copies import head_of
    from planner.store.file.keys.passphrase import chosen, is_short

    path = (store or default_store()).resolve()
    key = unlock(path, passphrase_of_today(passphrase_file))
    words = chosen(_new_words(new_passphrase_file))
    if is_short(words) and not short:
        _ask_about_short()
    new = change_passphrase(path, key, words, at=now())
    _tell(new, head_of(path, new), as_json=as_json, note=OLD_BACKUPS)


def recovery_key(
    store: StoreOption = None, passphrase_file: PassphraseFileOption = None, *, as_json: JsonOption = False
) -> None:
    """Show the recovery key once more, to print and lock away. Whoever holds it can open the store."""
    from planner.store import unlock
    from planner.store.file.backups.copies import head_of

    path = (store or default_store()).resolve()
    key = unlock(path, passphrase_of_today(passphrase_file))
    _tell(key, head_of(path, key), as_json=as_json)


def _new_words(file: Path | None) -> str:
    if file:
        return passphrase_of_today(file)
    if not sys.stdin.isatty():
        raise StoppedError(
            Outcome.USAGE,
            "Nobody is here to type the new passphrase. Name a file that holds it with --new-passphrase-file.",
        )
    return typer.prompt("New passphrase", hide_input=True, confirmation_prompt=True, err=True)


def _ask_about_short() -> None:
    """Ask whoever chose a short passphrase once more.

    Raises:
        StoppedError: nobody is here to be asked.
    """
    if not sys.stdin.isatty():
        raise StoppedError(Outcome.USAGE, f"{_SHORT} Choose a longer one, or say --short to go on with this one.")
    typer.confirm(f"{_SHORT} Go on with this short one?", abort=True, err=True)


def _tell(key: "Key", head: "Head | None", *, as_json: bool, note: str = "") -> None:
    if as_json:
        answer = {"recovery_key": key.recovery, "head": str(head or "")} | ({"note": note} if note else {})
        tell(json.dumps(answer))
        return
    tell(key.recovery)
    warn("This is your recovery key. Print it and lock it away: it opens the store without a passphrase.")
    if head:
        warn(f"The mark of the record today, to print with it: {head}")
    if note:
        warn(note)
