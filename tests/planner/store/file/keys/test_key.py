"""A key opens one file, hides wherever it might show itself, and can be copied from paper."""

from __future__ import annotations

import copy
import os
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.store import Key, MistypedRecoveryKeyError
from planner.store.file.keys.key import derive
from planner.store.file.keys.recovery import as_groups, read_groups

SALT = bytes(range(16))
KEY = Key(bytes(range(100, 132)), SALT)
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_passphrase_always_gives_the_same_key() -> None:
    assert derive("a quiet morning", SALT) == derive("a quiet morning", SALT)
    assert derive("a quiet morning", SALT) != derive("a quiet morning ", SALT)
    assert derive("a quiet morning", SALT) != derive("a quiet morning", bytes(16))


def test_an_accent_typed_as_one_sign_or_as_two_is_the_same_passphrase() -> None:
    assert derive("caf\u00e9", SALT) == derive("cafe\u0301", SALT)


def test_half_an_emoji_is_a_passphrase_too() -> None:
    assert derive("\ud83d", SALT) != derive("\ud83e", SALT)


def test_a_key_travels_as_48_bytes() -> None:
    assert Key.from_raw(KEY.raw) == KEY
    assert KEY.raw[32:] == KEY.salt == SALT
    with pytest.raises(ValueError, match="32 bytes"):
        Key.from_raw(KEY.raw[:-1])


def test_a_key_shows_itself_nowhere() -> None:
    shown = f"{KEY} {KEY!r} {[KEY]} {vars(type(KEY))}"

    assert "hidden" in shown
    assert KEY.raw[:4].hex() not in shown
    assert repr(KEY.raw[:4])[2:-1] not in shown
    assert not hasattr(KEY, "__dict__")


@pytest.mark.parametrize("write", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_key_is_never_written_down(write: object) -> None:
    with pytest.raises(TypeError, match="never written down"):
        write(KEY)  # type: ignore[operator]


def test_a_recovery_key_is_thirteen_groups_of_five() -> None:
    groups = KEY.recovery.split("-")

    assert [len(group) for group in groups] == [5] * 13
    assert set("".join(groups)) <= set(SIGNS)


@given(st.binary(min_size=32, max_size=32))
def test_every_key_can_be_copied_from_its_paper(key: bytes) -> None:
    assert read_groups(as_groups(key)) == key


@pytest.mark.parametrize(
    "as_typed",
    [
        str.lower,
        lambda text: text.replace("-", " "),
        lambda text: text.replace("-", ""),
        lambda text: text.replace("0", "o").replace("1", "l"),
        lambda text: text.replace("0", "O").replace("1", "I"),
        lambda text: f"  {text.replace('-', ' – ')}\n",
    ],
)
def test_a_recovery_key_may_be_typed_in_many_ways(as_typed: object) -> None:
    key = os.urandom(32)

    assert read_groups(as_typed(as_groups(key))) == key  # type: ignore[operator]


@given(st.binary(min_size=32, max_size=32), st.integers(0, 12), st.integers(0, 4), st.sampled_from(SIGNS))
def test_every_single_slip_is_found_and_its_group_named(key: bytes, group: int, sign: int, slip: str) -> None:
    groups = as_groups(key).split("-")
    right = groups[group]
    groups[group] = right[:sign] + slip + right[sign + 1 :]
    if groups[group] == right:
        return

    with pytest.raises(MistypedRecoveryKeyError, match=f"group {group + 1}\\.") as found:
        read_groups("-".join(groups))

    assert found.value.groups == (group + 1,)


def test_two_groups_in_the_wrong_order_are_both_named() -> None:
    groups = KEY.recovery.split("-")
    groups[2], groups[7] = groups[7], groups[2]

    with pytest.raises(MistypedRecoveryKeyError, match="groups 3, 8") as found:
        read_groups("-".join(groups))

    assert found.value.groups == (3, 8)


def test_a_group_left_out_is_asked_for() -> None:
    with pytest.raises(MistypedRecoveryKeyError, match="13 groups of 5"):
        read_groups(KEY.recovery[:-5] + "-")


@pytest.mark.parametrize("words", ["", "a quiet blue morning", "x" * 65 + "!", "0" * 200, "ünïcödé" * 10])
def test_a_passphrase_is_not_taken_for_a_recovery_key(words: str) -> None:
    assert read_groups(words) is None
