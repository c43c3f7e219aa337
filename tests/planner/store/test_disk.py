"""A full disk and a read-only one are named; what was confirmed before stays."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planner.store import (
    Store,
    StoreFullError,
    StoreNotWritableError,
    StoreUnreachableError,
    back_up,
    create_store,
    open_store,
    unlock,
)
from planner.store.file.files import disk_meaning, new_file
from tests.invented import TODAY
from tests.planner.store.keeping import PASSPHRASE, Clock, plan_of, raw_of, somebody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.caseload.person import Person


def test_a_file_that_may_not_grow_says_that_the_disk_is_full(store: Store, dana: Person) -> None:
    kept = store.drafts.keep(dana.id, plan_of(dana, "kept"), sequence=0, base_revision=0, place="", visit="")
    pages = raw_of(store).execute("PRAGMA page_count").fetchone()[0]
    raw_of(store).execute(f"PRAGMA max_page_count = {pages + 1}")
    too_long = plan_of(dana, "word " * 50_000)

    with pytest.raises(StoreFullError, match="Make some room"):
        store.drafts.keep(dana.id, too_long, sequence=1, base_revision=0, place="", visit="")
    assert store.drafts.current(dana.id) == kept

    raw_of(store).execute("PRAGMA max_page_count = 100000")
    assert store.drafts.keep(dana.id, too_long, sequence=1, base_revision=0, place="", visit="").plan == too_long
    assert store.verify() == ()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of one megabyte, where this machine lets us mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = sys.platform == "linux" and shutil.which("mount")
    if (
        not mounted
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "planner", place], check=False, capture_output=True
        ).returncode
    ):
        pytest.skip("mounting a small disk takes more rights than this test run has")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk_keeps_what_was_confirmed_and_goes_on_when_there_is_room(small_disk: Path) -> None:
    path = small_disk / "caseload.store"
    key = create_store(path, PASSPHRASE)
    confirmed = 0
    with open_store(path, key, now=Clock()) as store:
        with suppress(StoreFullError):
            while confirmed < 1000:
                store.add_person(somebody("A" * 2000))
                confirmed += 1
        assert 1 < confirmed < 1000
        assert store.caseload(today=TODAY).total == confirmed
        assert store.verify() == ()
        with pytest.raises(StoreFullError):
            back_up(store, small_disk / "backup.store")
        assert not (small_disk / "backup.store").exists()
    with pytest.raises(StoreFullError):
        create_store(small_disk / "another.store", PASSPHRASE)
    assert [place.name for place in small_disk.iterdir() if "caseload" not in place.name] == []

    subprocess.run(["mount", "-o", "remount,size=4m", small_disk], check=True)
    with open_store(path, key, now=Clock()) as store:
        store.add_person(somebody("B" * 2000))
        assert store.caseload(today=TODAY).total == confirmed + 1


def test_a_disk_that_is_full_before_opening_is_called_full(small_disk: Path) -> None:
    path = small_disk / "caseload.store"
    key = create_store(path, PASSPHRASE)
    with (small_disk / "film.mp4").open("wb", buffering=0) as film, suppress(OSError):
        while True:
            film.write(bytes(4096))

    with pytest.raises(StoreFullError):
        open_store(path, key, now=Clock())
    (small_disk / "film.mp4").unlink()
    with open_store(path, key, now=Clock()) as store:
        assert store.verify() == ()


def test_a_disk_mounted_read_only_can_be_read_and_says_why_it_is_not_saved(small_disk: Path) -> None:
    path = small_disk / "caseload.store"
    key = create_store(path, PASSPHRASE)
    with open_store(path, key, now=Clock()) as store:
        store.add_person(somebody())
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)

    assert unlock(path, PASSPHRASE) == key
    with open_store(path, key, now=Clock()) as store:
        assert store.caseload(today=TODAY).total == 1
        with pytest.raises(StoreNotWritableError, match="can be read but not written"):
            store.add_person(somebody())
    with pytest.raises(StoreNotWritableError):
        create_store(small_disk / "another.store", PASSPHRASE)


READ_THEN_WRITE = """
import os, sys
from datetime import UTC, date, datetime
from pathlib import Path
from planner.caseload.person import Person
from planner.store import Key, StoreNotWritableError, open_store
import sqlalchemy.dialects.sqlite
from planner.store.file import migrating
path, key = Path(sys.argv[1]), Key.from_raw(bytes.fromhex(sys.stdin.readline()))
if os.getuid() == 0:  # root may write everywhere; go on as nobody
    os.setgid(65534)
    os.setuid(65534)
with open_store(path, key, now=lambda: datetime.now(UTC)) as store:
    print(store.caseload(today=date.today()).total)
    try:
        store.add_person(Person(id=f"{0:08}-0000-0000-0000-{0:012}", added_on=date.today()))
    except StoreNotWritableError as refused:
        print(refused)
"""


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder another user can look into, as the ones that pytest makes can not."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        folder.chmod(0o755)
        (folder / "ours").mkdir()
        yield folder / "ours"
        (folder / "ours").chmod(0o700)


@pytest.mark.skipif(os.name != "posix", reason="permissions work in another way here")
@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)])
def test_a_store_that_may_not_be_written_can_still_be_read(shared_folder: Path, file: int, folder: int) -> None:
    path = shared_folder / "caseload.store"
    key = create_store(path, PASSPHRASE)
    with open_store(path, key, now=Clock()) as store:
        store.add_person(somebody())
    path.chmod(file)
    shared_folder.chmod(folder)

    tried = subprocess.run(
        [sys.executable, "-c", READ_THEN_WRITE, str(path)],
        input=key.raw.hex(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert tried.stderr == ""
    assert tried.stdout.splitlines()[0] == "1"
    assert "can be read but not written" in tried.stdout


@pytest.mark.parametrize(
    ("number", "meant"),
    [
        (errno.ENOSPC, StoreFullError),
        (errno.EDQUOT, StoreFullError),
        (errno.EACCES, StoreNotWritableError),
        (errno.EROFS, StoreNotWritableError),
        (errno.EIO, StoreUnreachableError),
        (errno.ENOTDIR, StoreUnreachableError),
    ],
)
def test_what_a_disk_says_is_put_into_words(number: int, meant: type[Exception]) -> None:
    with pytest.raises(meant), disk_meaning():
        raise OSError(number, os.strerror(number))


def test_a_store_cannot_stand_inside_a_file(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("dear all")

    with pytest.raises(StoreUnreachableError):
        create_store(tmp_path / "letters.txt" / "store", PASSPHRASE)


def test_a_drive_without_hard_links_gets_its_file_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(os, "link", no_links)
    with new_file(tmp_path / "made") as making:
        making.write_text("whole")

    assert [(place.name, place.read_text()) for place in tmp_path.iterdir()] == [("made", "whole")]


def test_a_file_that_was_not_finished_leaves_nothing(tmp_path: Path) -> None:
    with suppress(KeyboardInterrupt), new_file(tmp_path / "made") as making:
        making.write_text("half")
        assert list(tmp_path.iterdir()) == [making]
        raise KeyboardInterrupt

    assert not list(tmp_path.iterdir())
