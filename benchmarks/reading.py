"""Reading a goal: how long a sentence takes, and how often the letters agree with the raters of the set-aside half."""

from __future__ import annotations

from statistics import median

from benchmarks.measuring import Amount, Measured, in_turns, p95, seconds
from tests.exports.documents.test_plain_papers import PAPERS, not_plain
from tests.planner.goals.attainment.test_judged import SET_ASIDE, SOUND_SET_ASIDE, false_alarms, nonsense
from tests.planner.goals.smart.rated import COACHING, LETTERS, agreement, majority_guess, plain_guess, rated
from tests.planner.said_days import said_days, share_read, wrong
from tests.planner.words.test_wording import agreement as wording_agreement

GUESSES = {"S": "the commonest answer", "M": "a number or a frequency word", "T": "the commonest answer"}
"""What each letter stands against."""


def measure() -> list[Measured]:
    """Return the rows on speed and on agreement."""
    return [*_speed(), *_days(), *_agreement(), *_coaching(), *_wording(), *_ladders(), _papers()]


def _speed() -> list[Measured]:
    goals = rated("set_aside")
    in_turns(1, *(lambda goal=goal: goal.reading for goal in goals))  # the first date written out opens the calendar
    taken = [seconds(lambda goal=goal: goal.reading) * 1000 for goal in goals]
    return [
        Measured("reading a goal, the usual one", Amount(median(taken)), within=5),
        Measured("reading a goal, 95 of 100", Amount(p95(taken)), within=5),
    ]


def _days() -> list[Measured]:
    """Return how days nobody made a rule for are read: wrong ones first."""
    rows: list[Measured] = []
    for language in ("en", "es"):
        said = [one for one in said_days("set_aside") if one.language == language]
        rows.append(
            Measured(
                f"wrong days of {len(said)} phrases set aside, {language}", Amount(len(wrong(said)), "days"), within=0
            )
        )
        rows.append(Measured(f"days read of those that name one, {language}", Amount(100 * share_read(said), "%")))
    return rows


def _agreement() -> list[Measured]:
    rows: list[Measured] = []
    for language in ("en", "es"):
        goals = [goal for goal in rated("set_aside") if goal.language == language]
        for letter, name in LETTERS.items():
            ours, guess = agreement(goals, letter), plain_guess(goals, letter)
            what = f"{name} as rated, {ours.of} goals set aside, {language}"
            rows.append(Measured(what, Amount(100 * ours.share, "%"), GUESSES[letter], Amount(100 * guess.share, "%")))
    return rows


def _wording() -> list[Measured]:
    """Return how the terms pointed out in staff text agree with the labels of the set-aside half."""
    found = wording_agreement(1)
    of = f"of terms in {found.of} sentences of staff, set aside"
    return [
        Measured(f"precision {of}", Amount(100 * found.precision, "%")),
        Measured(f"recall {of}", Amount(100 * found.recall, "%")),
    ]


def _ladders() -> list[Measured]:
    """Return how many drafted ladders make no sense, and of how many sound ones a rule speaks."""
    drafts, sound = len(SET_ASIDE), len(SOUND_SET_ASIDE)
    return [
        Measured(
            f"nonsense of ladders drafted for {drafts} goals", Amount(100 * len(nonsense()) / drafts, "%"), within=0
        ),
        Measured(f"false alarms on {sound} sound ladders", Amount(100 * len(false_alarms()) / sound, "%"), within=0),
    ]


def _papers() -> Measured:
    """Return how many papers of the invented people one of the two formulas calls hard, our own words alone."""
    hard = Amount(100 * len(not_plain()) / len(PAPERS), "%")
    return Measured(f"hard by either formula, of {len(PAPERS)} papers", hard, within=0)


def _coaching() -> list[Measured]:
    """Return the rows of the coaching goals, of both halves, each beside the naive rule and the commonest answer."""
    rows: list[Measured] = []
    for half in COACHING:
        goals, made = rated(half), half.removeprefix("coaching_").replace("_", " ")
        for letter in ("S", "M"):
            ours = agreement(goals, letter)
            what = f"{LETTERS[letter]} as labelled, {ours.of} coaching goals {made}"
            guesses = {
                "the commonest answer": majority_guess(goals, letter),
                GUESSES[letter]: plain_guess(goals, letter),
            }
            rows += [
                Measured(what, Amount(100 * ours.share, "%"), name, Amount(100 * guess.share, "%"))
                for name, guess in guesses.items()
            ]
    return rows
