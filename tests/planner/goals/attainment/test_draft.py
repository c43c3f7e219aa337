"""A ladder drafted from the goal's own parts: one part changes, and no two levels overlap."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.goals.attainment import Part, draft_of, ladder_findings, written
from planner.goals.attainment.amount import amount_in
from planner.goals.goal import Goal, Ladder, Per
from planner.words.language import Language
from planner.words.reading import read_count
from tests.invented import TODAY, an_id
from tests.planner.making import WORDS, a_day

ENGLISH = Language("en")


def _counted(now: str, target: str, measure: str = "meetings", per: Per | None = Per.WEEK, **given: Any) -> Goal:
    return Goal(id=an_id(1), measure=measure, baseline=read_count(now), target=read_count(target), per=per, **given)


def _levels(ladder: Ladder) -> list[str]:
    return [ladder.much_less, ladder.less, ladder.expected, ladder.more, ladder.much_more]


@dataclass(frozen=True)
class Case:
    name: str
    goal: Goal
    part: Part
    levels: list[str] = field(default_factory=list)


CASES = [
    Case(
        "more of it",
        _counted("1", "3"),
        Part.QUANTITY,
        [
            "0 meetings a week",
            "1 or 2 meetings a week",
            "3 meetings a week",
            "4 meetings a week",
            "5 or more meetings a week",
        ],
    ),
    Case(
        "from nothing",
        _counted("0", "2", "walks"),
        Part.QUANTITY,
        ["", "0 or 1 walk a week", "2 walks a week", "3 walks a week", "4 or more walks a week"],
    ),
    Case(
        "less of it",
        _counted("20", "5", "cigarettes", Per.DAY),
        Part.QUANTITY,
        [
            "21 or more cigarettes a day",
            "6 to 20 cigarettes a day",
            "1 to 5 cigarettes a day",
            "0 cigarettes a day",
            "",
        ],
    ),
    Case(
        "a lot of it",
        _counted("3000", "8000", "steps", Per.DAY),
        Part.QUANTITY,
        [
            "0 to 2999 steps a day",
            "3000 to 7999 steps a day",
            "8000 to 9999 steps a day",
            "10000 to 11999 steps a day",
            "12000 or more steps a day",
        ],
    ),
    Case(
        "up to the days there are",
        _counted("2", "6", "nights"),
        Part.QUANTITY,
        ["0 or 1 night a week", "2 to 5 nights a week", "6 nights a week", "7 nights a week", ""],
    ),
    Case(
        "to the very last day there is",
        _counted("2", "5", "nights"),
        Part.QUANTITY,
        ["0 or 1 night a week", "2 to 4 nights a week", "5 nights a week", "6 nights a week", "7 nights a week"],
    ),
    Case(
        "half steps",
        _counted("0.5", "1.5", "miles", None),
        Part.QUANTITY,
        ["", "0.5 to 1.4 miles", "1.5 to 1.9 miles", "2 to 2.4 miles", "2.5 or more miles"],
    ),
    Case(
        "with help",
        Goal(id=an_id(1), action="Call the landlord", with_whom="Luis"),
        Part.SUPPORT,
        [
            "",
            "Not yet, as it is now",
            "Call the landlord, with Luis",
            "Call the landlord, after a reminder from Luis",
            "Call the landlord, on my own",
        ],
    ),
    Case(
        "by a day",
        Goal(id=an_id(1), own_words="Find a job", by_when=a_day("2026-12-24")),
        Part.TIME,
        [
            "",
            "Not by December 24, 2026",
            "Find a job, by December 24, 2026",
            "Find a job, by December 16, 2026",
            "Find a job, by December 8, 2026",
        ],
    ),
    Case(
        "what is finished has no more of it: then how soon",
        _counted("0", "6", "classes", Per.IN_ALL, own_words="Finish the class", by_when=a_day("2026-12-24")),
        Part.TIME,
        [
            "",
            "Not by December 24, 2026",
            "6 classes, by December 24, 2026",
            "6 classes, by December 16, 2026",
            "6 classes, by December 8, 2026",
        ],
    ),
    Case(
        "what has no end goes on beyond the goal",
        _counted("0", "300", "dollars", Per.IN_ALL, own_words="Save for a bike", by_when=a_day("2026-12-24")),
        Part.QUANTITY,
        [
            "",
            "0 to 299 dollars in all",
            "300 to 399 dollars in all",
            "400 to 499 dollars in all",
            "500 or more dollars in all",
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_draft_changes_one_part_of_the_goal(case: Case) -> None:
    draft = draft_of(case.goal, TODAY)
    assert draft
    assert draft.part is case.part
    if case.levels:
        assert [text.replace(",", "") for text in _levels(written(draft, ENGLISH))] == [
            text.replace(",", "") for text in case.levels
        ]


@pytest.mark.parametrize(
    "goal",
    [
        Goal(id=an_id(1)),
        Goal(id=an_id(1), own_words="Feel better"),
        _counted("", "3"),
        _counted("1", "two or three"),
        _counted("3", "3"),
        _counted("1", "3", measure=" "),
        _counted("-2", "3"),
        _counted("0.00001", "3"),
        _counted("0", "6", "classes", Per.IN_ALL, own_words="Finish the class"),
        Goal(id=an_id(1), own_words="Find a job", by_when=a_day("2026-11-24")),
        Goal(id=an_id(1), own_words="Find a job", by_when=a_day("soon")),
        _counted("2", "7", "nights", action="Sleep at home", with_whom="my sister"),
        _counted("4", "0", "drinks", action="No drinks", by_when=a_day("2026-12-24")),
    ],
)
def test_a_goal_that_does_not_say_enough_has_no_draft(goal: Goal) -> None:
    assert draft_of(goal, TODAY) is None


def test_a_draft_is_written_in_the_language_it_is_asked_in() -> None:
    draft = draft_of(_counted("1", "3", "reuniones"), TODAY)
    assert draft
    assert "reuniones" in written(draft, Language("es")).expected


@given(now=st.integers(0, 10_000), target=st.integers(0, 10_000), measure=st.sampled_from(["meetings", "days"]))
def test_no_draft_overlaps_or_breaks_a_rule_that_the_counselor_can_not_see(now: int, target: int, measure: str) -> None:
    goal = _counted(str(now), str(target), measure, Per.MONTH)
    draft = draft_of(goal, TODAY)
    if draft is None:
        return
    ladder = written(draft, ENGLISH)
    codes = {finding.code for finding in ladder_findings(goal.amended(ladder=ladder))}
    assert codes <= {"ladder.source"}
    amounts = [amount for text in _levels(ladder) if text and (amount := amount_in(text.replace(",", "")))]
    lows = [amount.low for amount in amounts]
    assert lows == sorted(lows, reverse=now > target)
    assert len(set(lows)) == len(lows)


@settings(max_examples=150, deadline=None)
@given(
    st.builds(
        Goal,
        id=st.just(an_id(1)),
        own_words=WORDS,
        action=WORDS,
        measure=WORDS,
        with_whom=WORDS,
        baseline=st.sampled_from(["", "0", "1", "2.5", "1000000"]).map(read_count),
        target=st.sampled_from(["", "1", "3", "0.001", "900000000"]).map(read_count),
        per=st.sampled_from([None, *Per]),
        by_when=st.sampled_from(["", "2026-12-24", "9999-12-31"]).map(a_day),
    ),
    st.sampled_from(["en", "es"]),
)
def test_any_words_can_stand_in_a_goal(goal: Goal, language: str) -> None:
    draft = draft_of(goal, TODAY, language)
    if draft:
        assert len([level for level in _levels(written(draft, Language(language))) if level]) >= 3
