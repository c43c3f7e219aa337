"""A store with two people in it, and the command line as a function."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from planner.caseload.person import Person
from planner.commands.front_door import run
from planner.plan.plan import Plan
from planner.store import create_store, open_store

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "the river runs slowly in winter"
DANA = Person(
    id="11111111-1111-4111-8111-111111111111", called="Dana R.", full_name="Dana Ríos", added_on=date(2026, 9, 1)
)
SOL = Person(id="22222222-2222-4222-8222-222222222222", called="Sol", added_on=date(2026, 10, 1), language="es")
WREN = Person(id="33333333-3333-4333-8333-333333333333", called="Dana W.", added_on=date(2026, 10, 2))


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class Desk:
    """A folder with a store and a passphrase file, and `planner` to use them with."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    @property
    def store(self) -> Path:
        return self.folder / "caseload.store"

    @property
    def passphrase_file(self) -> Path:
        return self.folder / "key.txt"

    def planner(self, *words: str | Path) -> Answer:
        """Run a command on this store, with its passphrase."""
        return self.bare(*words, "--store", self.store, "--passphrase-file", self.passphrase_file)

    def bare(self, *words: str | Path) -> Answer:
        """Run a command with these words only."""
        self.capture.readouterr()
        code = run([str(word) for word in words])
        said = self.capture.readouterr()
        return Answer(code, said.out, said.err)

    def apart(self, *words: str | Path) -> Answer:
        """Run a command with these words only, in a process of its own."""
        command = [sys.executable, "-m", "planner", *map(str, words)]
        done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
        return Answer(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def kept_store(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Make the store once: deriving a key is slow on purpose."""
    path = tmp_path_factory.mktemp("store") / "caseload.store"
    with open_store(path, create_store(path, PASSPHRASE), now=lambda: datetime(2026, 11, 22, 15, tzinfo=UTC)) as store:
        for person in (DANA, SOL, WREN):
            store.add_person(person)
        for number, person in enumerate((DANA, SOL)):
            plan = Plan(id=f"00000000-0000-4000-8000-00000000000{number}", person_id=person.id)
            store.drafts.keep(person.id, plan, sequence=0, base_revision=0, place="goals", visit="")
    return path.read_bytes()


@pytest.fixture
def desk(tmp_path: Path, kept_store: bytes, capfd: pytest.CaptureFixture[str]) -> Desk:
    made = Desk(tmp_path, capfd)
    made.store.write_bytes(kept_store)
    made.passphrase_file.write_text(f"{PASSPHRASE}\n", "utf-8")
    made.passphrase_file.chmod(0o600)
    return made
