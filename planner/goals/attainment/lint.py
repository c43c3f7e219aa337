"""What the ten rules suggest about ladders, for staff (Marson's "Ten Commandments" of goal attainment scaling).

A plan with one or two goals is a small plan, and is never asked for three ladders.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from planner.goals.attainment.amount import amount_in, linked, things_counted, words_beside
from planner.goals.attainment.score import LEVELS
from planner.goals.goal import last_there_is
from planner.model.entry import has_text
from planner.model.finding import Audience, Finding, Place, Weight
from planner.model.message import Message, say, say_count
from planner.words.fold import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planner.goals.attainment.amount import Amount
    from planner.goals.goal import Goal, Ladder

_ENOUGH_SCALES = 3
_ENOUGH_LEVELS = 3
_EXPECTED = 2
"""The place of the expected level among the five."""

_LIKE_BEFORE = re.compile(
    r"\b(?:better|worse|more|less|fewer|higher|lower)\b[\w ]{0,12}\bthan\b[\w ]{0,8}"
    r"\b(?:before|now|at|the start|last|usual|today|baseline)\b|\bimproved?\b"
    r"|\b(?:mejor|peor|mas|menos)\b[\w ]{0,12}\bque\b[\w ]{0,8}\b(?:antes|ahora|al|hoy|siempre)\b|\bmejorado\b"
)
_VAGUE = re.compile(
    r"(?<!\bno )(?<!\bany )(?<!\bnada )"
    r"\b(?:better|good|well|bad|worse|okay|ok|fine|happ(?:y|ier)|often|sometimes|regularly|some|more|less|a lot|a bit"
    r"|mejor|bien|mal|peor|feliz|seguido|a veces|regularmente|algo|mas|menos|mucho|poco)\b"
)
"""Words that two people could read in two ways, where no number stands beside them."""


def scale_findings(goals: Sequence[Goal]) -> Iterator[Finding]:
    """Yield what the ladders of a plan suggest together: how many there are, and how they weigh."""
    open_goals = [goal for goal in goals if goal.is_open and has_text(goal.own_words, goal.action)]
    scaled = [goal for goal in open_goals if goal.ladder and _filled(goal.ladder)]
    if scaled and len(scaled) < _ENOUGH_SCALES <= len(open_goals):
        yield Finding(
            "ladder.scales",
            Place("goals", field="goals"),
            say_count(
                "{n} goal has a ladder. Three tell more when they are read together.",
                "{n} goals have a ladder. Three tell more when they are read together.",
                len(scaled),
            ),
            say("Draft one more from a goal that says how much."),
            audience=Audience.STAFF,
            weight=Weight.READING,
        )
    unweighed = [goal for goal in scaled if goal.weight is None]
    if len(scaled) > len(unweighed) > 0:
        yield _suggest(
            unweighed[0],
            "weights",
            say("Some ladders say how much they count, and this one does not. Weigh all of them, or none."),
            say("Ask which goal counts most."),
            field="weight",
        )


def ladder_findings(goal: Goal) -> Iterator[Finding]:
    """Yield what the rules suggest about the ladder of one goal; nothing where there is none yet."""
    if goal.ladder is None or not goal.is_open:
        return
    if not _filled(goal.ladder):
        yield _few(goal)
        return
    for rule in _RULES:
        yield from rule(goal, goal.ladder)


def _levels(ladder: Ladder) -> list[str]:
    """Return the words of the five levels, from much less to much more."""
    return [getattr(ladder, name).strip() for name in LEVELS.values()]


def _filled(ladder: Ladder) -> list[tuple[int, str]]:
    return [(place, text) for place, text in enumerate(_levels(ladder)) if text]


def _suggest(goal: Goal, rule: str, says: Message, try_this: Message, *, field: str = "") -> Finding:
    where = Place("goals", goal.id, field or "ladder.expected")
    return Finding(f"ladder.{rule}", where, says, try_this, audience=Audience.STAFF, weight=Weight.READING)


def _at(place: int) -> str:
    return f"ladder.{list(LEVELS.values())[place]}"


def _few(goal: Goal) -> Finding:
    return _suggest(
        goal,
        "levels",
        say("A ladder holds with the expected level, one below it and one above it."),
        say("Begin in the middle: what would be just as hoped?"),
    )


def _enough_levels(goal: Goal, ladder: Ladder) -> Iterator[Finding]:
    places = [place for place, _ in _filled(ladder)]
    if len(places) < _ENOUGH_LEVELS or not (min(places) < _EXPECTED < max(places)) or _EXPECTED not in places:
        yield _few(goal)


def _no_two_blanks(goal: Goal, ladder: Ladder) -> Iterator[Finding]:
    for place, (one, next_one) in enumerate(pairwise(_levels(ladder))):
        if not one and not next_one:
            says = say("Two levels beside each other are blank.")
            yield _suggest(goal, "blanks", says, say("One of them in words makes the step clear."), field=_at(place))
            return


def _one_thing(goal: Goal, ladder: Ladder) -> Iterator[Finding]:
    expected_links = linked(ladder.expected)
    for place, text in _filled(ladder):
        if len(things_counted(text)) > 1 or (has_text(ladder.expected) and linked(text) > expected_links):
            yield _suggest(
                goal,
                "variable",
                say("Two things change on this level. Then nobody can tell which level it is."),
                say("Keep the one that counts most. The other can be a goal of its own."),
                field=_at(place),
            )
            return


def _no_like_before(goal: Goal, ladder: Ladder) -> Iterator[Finding]:
    for place, text in _filled(ladder):
        if _LIKE_BEFORE.search(plain(text)):
            yield _suggest(
                goal,
                "start",
                say("“Better than at the start” can not be seen later on."),
                say("Say what will be there: a number, a day, something to see."),
                field=_at(place),
            )
            return


def _no_vague_words(goal: Goal, ladder: Ladder) -> Iterator[Finding]:
    for place, text in _filled(ladder):
        flat = plain(text)
        if _VAGUE.search(flat) and not _LIKE_BEFORE.search(flat) and amount_in(text) is None:
            yield _suggest(
                goal,
                "vague",
                say("Two people could read this level in two ways."),
                say("What would you count, or see?"),
                field=_at(place),
            )
            return


def _no_overlap(goal: Goal, ladder: Ladder) -> Iterator[Finding]:
    filled = _filled(ladder)
    amounts = _amounts([text for _, text in filled])
    for index, (place, text) in enumerate(filled):
        below = filled[:index]
        if any(plain(text) == plain(other) for _, other in below) or any(
            _meets(amounts[index], amounts[at]) and _say_the_same(text, other) for at, (_, other) in enumerate(below)
        ):
            yield _suggest(
                goal,
                "overlap",
                say("The same week could fit this level and another one."),
                say("Let each level begin where the one below it ends."),
                field=_at(place),
            )
            return


def _amounts(levels: Sequence[str]) -> list[Amount | None]:
    """Return the amounts for one period each.

    A level that says none means the one the others say; where they say several, it can not be put beside them.
    """
    amounts = [amount_in(text) for text in levels]
    said_for = {amount.days for amount in amounts if amount and amount.days}
    if len(said_for) == 1:
        (days,) = said_for
        return [amount and amount.in_days(days) for amount in amounts]
    return [amount if amount and (amount.days or not said_for) else None for amount in amounts]


def _meets(mine: Amount | None, theirs: Amount | None) -> bool:
    return mine is not None and theirs is not None and mine.overlaps(theirs)


def _say_the_same(text: str, other: str) -> bool:
    """Whether two levels are about the same thing: "supervised visits" and "visits alone" are two."""
    mine, theirs = words_beside(text), words_beside(other)
    return mine <= theirs or theirs <= mine


def _names_its_source(goal: Goal, ladder: Ladder) -> Iterator[Finding]:
    if not has_text(ladder.source):
        yield _suggest(
            goal,
            "source",
            say("Who or what tells which level it is?"),
            say("The person's own count, a calendar, somebody who sees it."),
            field="ladder.source",
        )


def _leaves_room(goal: Goal, ladder: Ladder) -> Iterator[Finding]:
    """Yield an expected level with nothing possible beyond it, or nothing below."""
    expected = amount_in(ladder.expected)
    if expected is None:
        return
    most = last_there_is(goal)
    if expected.high <= 0 or (most is not None and expected.low >= most):
        yield _suggest(
            goal,
            "reach",
            say("The expected level stands at the end of what is possible. Nothing is left beyond it."),
            say("Expect a little less, or let the ladder say by when, or for how long."),
        )


_RULES: tuple[Callable[[Goal, Ladder], Iterator[Finding]], ...] = (
    _enough_levels,
    _no_two_blanks,
    _one_thing,
    _no_like_before,
    _no_vague_words,
    _no_overlap,
    _names_its_source,
    _leaves_room,
)
"""Eight rules about one ladder; with the two of `scale_findings` they are ten."""
