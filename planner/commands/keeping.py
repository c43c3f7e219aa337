"""`planner verify`, `planner backup`, `planner restore`: that what was kept is still there, and stays."""

import json
import sys
from pathlib import Path
from typing import Annotated

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
from planner.commands.outcome import Outcome


def verify(
    store: StoreOption = None, passphrase_file: PassphraseFileOption = None, *, as_json: JsonOption = False
) -> None:
    """Read everything that is kept for good, and say whether it is as it was written."""
    with opened(store, passphrase_file) as kept:
        found = [str(problem.says) for problem in kept.verify()]
    if as_json:
        sys.stdout.write(json.dumps({"holds": not found, "found": found}, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write("\n".join(found or ["All of it is as it was written."]) + "\n")
    if found:
        raise typer.Exit(Outcome.DAMAGED)


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
        back_up(kept, to.absolute())
    _tell(to, as_json=as_json)


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
        kept.note_event("restored")
    _tell(to, as_json=as_json)


def _tell(file: Path, *, as_json: bool) -> None:
    sys.stdout.write(json.dumps({"file": str(file)}, ensure_ascii=False) if as_json else str(file))
    sys.stdout.write("\n")
