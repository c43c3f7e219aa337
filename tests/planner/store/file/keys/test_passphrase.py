"""One rule for passphrases, whatever they were typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner.store import (
    EmptyPassphraseError,
    LongPassphraseError,
    StoreError,
    UntypablePassphraseError,
    change_passphrase,
    create_store,
    unlock,
)
from planner.store.file import sqlcipher
from planner.store.file.keys import unlocking
from planner.store.file.keys.passphrase import LONGEST, chosen, is_short
from tests.planner.store.keeping import Clock

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "four calm words here"
REFUSED = [
    ("", EmptyPassphraseError),
    ("\r\n", EmptyPassphraseError),
    ("a" * (LONGEST + 1), LongPassphraseError),
    ("\N{GRINNING FACE}" * (LONGEST + 1), LongPassphraseError),
    ("four\acalm", UntypablePassphraseError),
    ("four\tcalm", UntypablePassphraseError),
    ("four\ncalm", UntypablePassphraseError),
    ("four\x00calm", UntypablePassphraseError),
    ("four\x85calm", UntypablePassphraseError),
    ("four\N{LINE SEPARATOR}calm", UntypablePassphraseError),
    ("half of a sign \ud83d", UntypablePassphraseError),
]
TAKEN = [
    "a",
    "  spaces at both ends  ",
    "sueños tranquilos, ¿sí?",
    "a" * LONGEST,
    "e\N{COMBINING ACUTE ACCENT}" * LONGEST,
    "\N{GRINNING FACE} می\N{ZERO WIDTH NON-JOINER}خواهم",
]


@pytest.mark.parametrize(("typed", "why"), REFUSED, ids=[ascii(typed[:12]) for typed, _ in REFUSED])
def test_what_one_way_in_would_lose_is_no_passphrase(typed: str, why: type[StoreError], tmp_path: Path) -> None:
    path = tmp_path / "plans"
    with pytest.raises(why):
        create_store(path, typed)
    assert not path.exists()

    key = create_store(path, PASSPHRASE)
    with pytest.raises(why):
        change_passphrase(path, key, typed, at=Clock()())
    assert unlock(path, PASSPHRASE) == key


@pytest.mark.parametrize("typed", TAKEN, ids=[ascii(typed[:12]) for typed in TAKEN])
def test_what_can_be_typed_is_taken_as_it_was_typed(typed: str) -> None:
    assert chosen(typed) == typed


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_the_end_of_a_line_is_no_part_of_it_wherever_it_came_along(end: str, tmp_path: Path) -> None:
    with_end, without = tmp_path / "with", tmp_path / "without"
    create_store(with_end, PASSPHRASE + end)
    create_store(without, PASSPHRASE)

    assert unlock(with_end, PASSPHRASE) == unlock(with_end, PASSPHRASE + end)
    assert unlock(without, PASSPHRASE) == unlock(without, PASSPHRASE + end)


@pytest.mark.parametrize("older", ["bell \a", PASSPHRASE + "\r", "x" * 5_000])
def test_a_store_that_is_older_than_the_rule_still_opens(
    older: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unlocking, "chosen", lambda typed: typed)
    key = create_store(tmp_path / "plans", older)

    assert unlock(tmp_path / "plans", older) == key
    assert sqlcipher.salt_of(tmp_path / "plans") == key.salt


def test_a_short_one_is_told_by_its_signs_not_by_its_code_points() -> None:
    assert is_short("x" * 11)
    assert not is_short("x" * 12)
    assert is_short("e\N{COMBINING ACUTE ACCENT}" * 6)
