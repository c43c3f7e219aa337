"""A store with its tables made once, copied for every test, and opened with its real key."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planner.store import Key, Store, create_store
from planner.store.file.place import FilePlace
from tests.planner.store.keeping import PASSPHRASE, Clock, somebody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.caseload.person import Person
    from planner.store.place import Place


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


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Play what asks for a store, and not for its file, on every place a store can stand."""
    if "place" in metafunc.fixturenames:
        needs_file = {"path", "key"} & {*metafunc.fixturenames} or Path(__file__).with_name(
            "file"
        ) in metafunc.definition.path.parents
        metafunc.parametrize("place", ["file"] if needs_file else ["file", "memory"], indirect=True)


@pytest.fixture
def place(request: pytest.FixtureRequest) -> Place:
    if request.param == "memory":
        return FilePlace.in_memory()
    return FilePlace.open(request.getfixturevalue("path"), request.getfixturevalue("key"))


@pytest.fixture
def store(place: Place, clock: Clock) -> Iterator[Store]:
    with Store(place, now=clock) as opened:
        yield opened


@pytest.fixture
def dana(store: Store) -> Person:
    person = somebody("Dana")
    store.add_person(person)
    return person
