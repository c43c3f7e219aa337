"""`planner verify`, `planner backup`, `planner restore`: that what was kept is still there, and stays."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.commands.opening import (
    JsonOption,
    PassphraseFileOption,
    StoreOption,
    default_store,
    now,
    opened,
    passphrase,
)
from planner.commands.outcome import Outcome, StoppedError
from planner.commands.terminal import tell, warn

if TYPE_CHECKING:
    from planner.store import Head


HeadOption = Annotated[
    list[str] | None,
    typer.Option(
        "--head",
        metavar="HEAD",
        help="The mark of the record as a paper tells it: the number of a line and four groups of four. Can be said "
        "more than once.",
    ),
]


def verify(
    store: StoreOption = None,
    passphrase_file: PassphraseFileOption = None,
    head: HeadOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Read everything that is kept for good, and say whether it is as it was written.

    It is held against the backups beside the store, and against every mark you name: the recovery key and the list of
    what was given to others are printed with the mark of their day. What was cut off the end shows only there.
    """
    heads = [_head(words) for words in head or ()]
    with opened(store, passphrase_file) as kept:
        found = [str(problem.says) for problem in kept.verify(heads)]
        ends_at = None if found else str(kept.head())
        backups = 0 if found else len({witness.backup for witness in kept.place.witnesses()})
    if as_json:
        answer = {"holds": not found, "found": found, "head": ends_at, "backups_compared": backups}
        tell(json.dumps(answer, ensure_ascii=False))
    else:
        tell("\n".join(found or _holds(ends_at, backups)))
    if found:
        raise typer.Exit(Outcome.DAMAGED)


def _head(words: str) -> "Head":
    from planner.store import Head

    if read := Head.read(words):
        return read
    raise StoppedError(
        Outcome.USAGE,
        "A mark is the number of a line and four groups of four letters or numbers: 412-7K3M-QWX2-HD5V-ABCD.",
    )


def _holds(ends_at: str | None, backups: int) -> list[str]:
    compared = f" It was held against the backups beside the store: {backups}." if backups else ""
    return [f"All of it is as it was written.{compared}", f"Its mark today, to keep on paper: {ends_at}"]


def backup(
    to: Annotated[Path, typer.Argument(metavar="FILE", help="The new file. One that is already there is left alone.")],
    store: StoreOption = None,
    passphrase_file: PassphraseFileOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Write an encrypted copy of the store, and read it through.

    It opens with the passphrase of today. Keep the printed recovery key of today with it: a later passphrase does
    not open it.
    """
    from planner.store import back_up

    with opened(store, passphrase_file) as kept:
        head = kept.head()
        back_up(kept, to.absolute())
    _tell(to, head, as_json=as_json)


def restore(
    backup_file: Annotated[Path, typer.Argument(metavar="BACKUP", help="The backup. It stays as it is.")],
    store: StoreOption = None,
    passphrase_file: PassphraseFileOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Bring a backup back as the store, where none stands.

    It asks for the passphrase, or the recovery key, of the day the backup was made.
    """
    from planner.store import open_store, unlock
    from planner.store import restore as bring_back

    to = (store or default_store()).resolve()
    key = unlock(backup_file, passphrase(passphrase_file))
    bring_back(backup_file, to, key)
    with open_store(to, key, now=now) as kept:
        head = kept.head()
        kept.note_event("restored")
    _tell(to, head, as_json=as_json)


def _tell(file: Path, head: "Head", *, as_json: bool) -> None:
    """Say which file it is, and where its record ends: `planner verify --head` holds a store against it."""
    if as_json:
        tell(json.dumps({"file": str(file), "head": str(head)}, ensure_ascii=False))
        return
    tell(str(file))
    warn(f"The mark of its record, to keep on paper: {head}")
