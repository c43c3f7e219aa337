"""`planner people`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.planner.commands.conftest import Desk


def test_everybody_is_listed_with_the_id_other_commands_take(desk: Desk) -> None:
    answer = desk.planner("people")

    assert answer.code == 0
    assert "Dana R." in answer.out
    assert "22222222-2222-4222-8222-222222222222" in answer.out


def test_a_search_finds_part_of_a_name_without_its_accents(desk: Desk) -> None:
    answer = desk.planner("people", "rios", "--json")

    assert [each["called"] for each in answer.json] == ["Dana R."]
    assert answer.json[0]["has_draft"] is True


def test_json_lists_everybody_as_facts(desk: Desk) -> None:
    answer = desk.planner("people", "--json")

    assert [each["called"] for each in answer.json] == ["Dana R.", "Dana W.", "Sol"]
    assert answer.err == ""


def test_a_search_that_finds_nobody_says_so_and_is_no_failure(desk: Desk) -> None:
    assert desk.planner("people", "nobody of this name").out == "Nobody fits.\n"
    assert desk.planner("people", "nobody of this name", "--json").json == []
