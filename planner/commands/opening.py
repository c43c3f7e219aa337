"""Where the store is, and the passphrase that opens it: from a prompt or a file, never from the command line itself."""

import getpass
import os
import stat
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.commands.outcome import Outcome, StoppedError
from planner.commands.terminal import warn

if TYPE_CHECKING:
    from planner.store import Store

LONGEST_PASSPHRASE = 10_000
"""Bytes read of a passphrase file; a wrong file named by mistake is not read to its end."""

StoreOption = Annotated[
    Path | None,
    typer.Option("--store", metavar="FILE", help="The store to open. Without it, the one in your own data folder."),
]
PassphraseFileOption = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="FILE",
        help="A file whose first line is the passphrase or the recovery key. Without it, you are asked.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Answer with JSON, for other programs.")]


def now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


def who() -> str:
    """Return the name of whoever is signed in to this computer, for what is written down; nothing where it has none."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # no environment, no account
        return ""


def default_store() -> Path:
    """Return where the store stands when no place is named: the data folder of the person at this computer."""
    from platformdirs import user_data_path

    return user_data_path("recovery-planner", appauthor=False) / "caseload.store"


@contextmanager
def opened(store: Path | None, passphrase_file: Path | None) -> Generator["Store"]:
    """Open the store for one errand, and close it whatever happens.

    Raises:
        planner.store.StoreError: what stands between, each with its sentence.
        StoppedError: no passphrase could be had.
    """
    from planner.store import NoStoreError, StoreError, finish_forgetting, open_store, unlock
    from planner.store.file.backups.local_backups import folder_of

    path = (store or default_store()).resolve()
    if not path.exists():
        raise NoStoreError(path)
    with open_store(path, unlock(path, passphrase(passphrase_file)), now=now) as kept:
        yield kept
        with suppress(StoreError):  # what an earlier forgetting left undone; the next opening tries again
            finish_forgetting(kept, folder_of(path))


def passphrase(file: Path | None) -> str:
    """Return the passphrase, from the file or from whoever sits at the keyboard.

    Raises:
        StoppedError: the file can not be read, or nobody is there to type.
    """
    if file:
        return _first_line(file)
    if not sys.stdin.isatty():
        raise StoppedError(
            Outcome.USAGE, "Nobody is here to type the passphrase. Name a file that holds it with --passphrase-file."
        )
    return typer.prompt("Passphrase", hide_input=True, err=True)


def _first_line(file: Path) -> str:
    """Return the first line of a passphrase file; only the line's end is taken off."""
    try:
        with file.open("rb") as lines:
            words = lines.readline(LONGEST_PASSPHRASE).decode("utf-8-sig")
            mode = os.fstat(lines.fileno()).st_mode
    except (OSError, UnicodeDecodeError):
        raise StoppedError(Outcome.USAGE, f"The passphrase file {file} can not be read as text.") from None
    if os.name == "posix" and stat.S_ISREG(mode) and mode & (stat.S_IRGRP | stat.S_IROTH):
        warn(f"Others on this computer can read {file}. To keep it to yourself: chmod 600")
    return words.rstrip("\r\n")
