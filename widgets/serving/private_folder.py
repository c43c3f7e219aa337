"""The folder that only this user can enter, with what a server holds while it runs; what a killed one left is swept.

A killed server takes nothing away: the keys of its kernels' lines, or a practice store, would stay in the folder for
temporary files. Each server holds a lock in its folder while it lives. The system lets go of it whatever ends the
server, so that who finds it free knows that nobody is there any more.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX = "recovery-planner-"
_HELD = "held"


@contextmanager
def private_folder() -> Iterator[Path]:
    """Make a folder that only this user can enter, and take it away at the end, with those that killed servers left."""
    sweep(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
        private = Path(name)
        with _hold(private / _HELD):
            (private / "connections").mkdir(mode=0o700)
            (private / "lines").mkdir(mode=0o700)
            (private / "here").mkdir(mode=0o500)
            yield private


def sweep(parent: Path) -> None:
    """Take away the folders of this user's servers that are gone; one that can not be told apart stays."""
    if os.name != "posix":
        return  # there, nobody else can enter this user's own temporary folder
    with suppress(OSError):
        for folder in sorted(parent.glob(f"{PREFIX}*")):
            if _is_own(folder) and _is_left(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_own(folder: Path) -> bool:
    try:
        about = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(about.st_mode) and about.st_uid == os.getuid() and stat.S_IMODE(about.st_mode) == stat.S_IRWXU


def _is_left(folder: Path) -> bool:
    """Whether nobody holds the lock; a folder without one is being made this moment, or is somebody else's."""
    try:
        handle = os.open(folder / _HELD, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return False
    with os.fdopen(handle, "rb") as held:
        return _locked(held)


@contextmanager
def _hold(place: Path) -> Iterator[None]:
    """Hold a lock for a block; it has its name only once it is held, so that nobody finds it free before."""
    if os.name != "posix":
        yield
        return
    making = place.with_name(f".{place.name}")
    with making.open("xb") as held:
        _locked(held)
        making.rename(place)
        yield


def _locked(held: IO[bytes]) -> bool:
    """Take the lock, unless somebody has it."""
    import fcntl

    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
