"""A store with its tables made once, copied for every test, and opened with its real key."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from planner.store import Key, Store, create_store
from tests.planner.store.keeping import PASSPHRASE, Clock, somebody

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planner.caseload.person import Person


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Key]:
    path = tmp_path_factory.mktemp("made") / "caseload.store"
    return path, create_store(path, PASSPHRASE)


@pytest.fixture
def path(made_once: tuple[Path, Key], tmp_path: Path) -> Path:
    return shutil.copy(made_once[0], tmp_path / "caseload.store")


@pytest.fixture
def key(made_once: tuple[Path, Key]) -> Key:
    return made_once[1]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(path: Path, key: Key, clock: Clock) -> Iterator[Store]:
    with Store.open(path, key, now=clock) as opened:
        yield opened


@pytest.fixture
def dana(store: Store) -> Person:
    person = somebody("Dana")
    store.add_person(person)
    return person
