"""The frozen value every noun is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from planner.goals.goal import Goal
from planner.goals.value import Value
from planner.health.medication import PickUp
from planner.model.entry import (
    Entry,
    Item,
    has_text,
    help_text,
    label,
    limit,
    nested,
    references,
    replace_lone_surrogates,
    side_of,
)
from planner.model.side import Side
from planner.plan.plan import Plan
from planner.safety.lapse import LapsePage
from planner.words.reading import Typed
from tests.invented import an_id

if TYPE_CHECKING:
    from collections.abc import Iterator

PEACE = Value(id=an_id(1), name="Peace")


def test_amending_makes_a_new_value_and_leaves_the_old_one() -> None:
    assert PEACE.amended(name="Quiet").name == "Quiet"
    assert PEACE.name == "Peace"


def test_amending_validates_every_change() -> None:
    with pytest.raises(ValidationError):
        PEACE.amended(nmae="Quiet")
    with pytest.raises(ValidationError):
        Goal(id=an_id(2)).amended(confidence=11)


def test_an_unfit_value_is_refused_without_quoting_it() -> None:
    with pytest.raises(ValidationError) as refused:
        PEACE.amended(name=["my own words"])
    assert "my own words" not in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("half \ud83d", "half \ufffd"),
        ("\ude00 half", "\ufffd half"),
        ("\ud83d\ude00 in two parts", "😀 in two parts"),
        ("🫶 سارة 👩‍👧", "🫶 سارة 👩‍👧"),
        ("plain", "plain"),
    ],
)
def test_half_an_emoji_is_replaced_and_everything_else_is_kept(typed: str, kept: str) -> None:
    assert replace_lone_surrogates(typed) == kept
    assert PEACE.amended(name=typed).name == kept
    assert Value(id=an_id(1), name=typed).name == kept


def test_words_are_said_when_any_of_them_has_letters() -> None:
    assert has_text("", " \n", "yes")
    assert not has_text("", " \n")


def test_a_field_carries_its_label_its_help_and_its_limit() -> None:
    assert label(Goal, "own_words") == "In my own words"
    assert help_text(Goal, "own_words").endswith("?") or help_text(Goal, "own_words").endswith(".")
    assert limit(Goal, "own_words") == 200
    assert limit(Goal, "confidence") is None
    assert side_of(PickUp, "on") is Side.BACK
    assert side_of(Goal, "by_when") is Side.AHEAD


def test_links_and_parts_are_found_by_their_type() -> None:
    assert references(LapsePage) == ("call_first_id", "call_next_ids")
    assert set(references(Goal)) >= {"value_id", "strength_ids"}
    assert "id" not in references(Goal)
    assert nested(Goal)["steps"].__name__ == "Step"


def _kinds(kind: type[Entry]) -> Iterator[type[Entry]]:
    yield kind
    for part in nested(kind).values():
        yield from _kinds(part)


KINDS = {kind.__name__: kind for kind in _kinds(Plan)}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_every_field_a_form_can_show_has_a_label(kind: type[Entry]) -> None:
    own = {"id", "person_id", "schema_version", "on", "topic", "answer", "key", "listing_id"}  # never typed
    shown = [] if issubclass(kind, Typed) else [name for name in kind.model_fields if name not in own]
    assert [name for name in shown if not kind.model_fields[name].title] == []


def test_every_item_needs_an_id_and_takes_none_by_default() -> None:
    items = [kind for kind in KINDS.values() if issubclass(kind, Item)]
    assert len(items) > 20
    assert all(kind.model_fields["id"].is_required() for kind in items)
