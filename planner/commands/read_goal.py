"""`planner read-goal`: what is read in a goal as people say it, a line of JSON for a line of text."""

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from planner.commands.outcome import Outcome, StoppedError
from planner.commands.terminal import tell

if TYPE_CHECKING:
    from planner.goals.smart import GoalReading, Limit, Part, Quantity


def read_goal(
    today: Annotated[
        str, typer.Option(metavar="DATE", help="The day that “tomorrow” is seen from: 2026-12-01. Without it, today.")
    ] = "",
    language: Annotated[Literal["en", "es"], typer.Option(help="The language of the goals.")] = "en",
) -> None:
    """Read goals from standard input, one a line, and print for each a line of JSON with what they say.

    Every line has an answer, an empty one too. `quantity` is a number, or two for a range; `starts` and `ends` are
    days; the other parts are words of the goal. `open` holds the letters of SMART that the wording leaves open, each
    with a question; A and R are always among them: no wording can tell them.
    """
    from planner.goals.smart import read_goal as read
    from planner.words.language import Language

    seen_from, shown_in = _day(today), Language(language)
    as_ascii = (sys.stdout.encoding or "ascii").lower().replace("-", "") != "utf8"
    for line in _lines():
        answer = _facts(read(line, seen_from, language), shown_in)
        tell(json.dumps(answer, ensure_ascii=as_ascii))  # on one line, also for readers to whom more signs end one
        sys.stdout.flush()


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words) if words else datetime.now().astimezone().date()
    except ValueError as unclear:
        raise StoppedError(Outcome.USAGE, "Write the day as year, month, day: --today 2026-12-01.") from unclear


def _lines() -> Iterator[str]:
    """Yield the lines of standard input. Bytes that are no text are shown as such, and stop nothing."""
    for number, line in enumerate(sys.stdin.buffer):
        yield line.decode("utf-8-sig" if number == 0 else "utf-8", errors="replace").rstrip("\r\n")


def _facts(reading: "GoalReading", language: Any) -> dict[str, Any]:
    from planner.goals.smart import open_letters

    return {
        "action": _words(reading.action),
        "quantity": _number(reading.quantity),
        "unit": _words(reading.unit),
        "frequency": _words(reading.frequency),
        "duration": _words(reading.duration),
        "starts": _iso(reading.starts),
        "ends": _iso(reading.ends),
        "where": _words(reading.where),
        "with_whom": _words(reading.with_whom),
        "open": [
            {"letter": str(letter.letter), "question": language(letter.question)} for letter in open_letters(reading)
        ],
    }


def _words(part: "Part | None") -> str | None:
    return part.words if part else None


def _iso(limit: "Limit | None") -> str | None:
    return limit.day.isoformat() if limit and limit.day else None


def _number(quantity: "Quantity | None") -> int | float | list[int | float] | None:
    if quantity is None:
        return None
    low, high = _plain(quantity.low), _plain(quantity.high)
    return low if low == high else [low, high]


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)
