"""How life stands around the plan, said again in words at each check-in: cravings, a home, money, care, people, rides.

Words, not numbers: each answer is one of four that a person would say, the steadiest last.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from planner.model.choice import Choice
from planner.model.entry import Item, has_text, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import Message, say
from planner.words.reading import DayWords

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOOK_AHEAD = timedelta(days=30)
"""A bed that ends within a month is worth a call now: waiting lists are longer than that."""


class Cravings(Choice):
    """How often cravings come, the hardest first."""

    ALL_THE_TIME = "nearly all the time", say("Nearly all the time")
    OFTEN = "often", say("Often")
    NOW_AND_THEN = "now and then", say("Now and then")
    HARDLY = "hardly ever", say("Hardly ever")


class Footing(Choice):
    """How firmly something stands, the shakiest first."""

    MISSING = "missing", say("I do not have it now")
    SHAKY = "shaky", say("It is shaky")
    ENOUGH = "enough", say("It is enough for now")
    STEADY = "steady", say("It is steady")


class Circumstances(Item):
    """How things stand on one day."""

    on: date
    cravings: Cravings | None = labelled("Cravings")
    """How often did they come in the last days?"""

    cravings_words: str = words("What I notice about them", limit=160)
    housing: Footing | None = labelled("A place to live")
    housing_where: str = words("Where I live", limit=120)
    """A room, a program, with family, outside."""

    housing_until: DayWords = labelled("I can stay until", DayWords())
    """A day, or nothing if it has no end."""

    income: Footing | None = labelled("Money coming in")
    income_words: str = words("Where it comes from", limit=160)
    care: Footing | None = labelled("Getting the care I need")
    care_words: str = words("What helps or stands in the way", limit=160)
    support: Footing | None = labelled("People beside me")
    support_words: str = words("Who is there", limit=160)
    getting_around: Footing | None = labelled("Getting around")
    getting_around_words: str = words("How I get there", limit=160)

    @property
    def is_said(self) -> bool:
        """Whether anything was said about that day."""
        return any(standing(self, name) is not None for name in ASPECTS) or has_text(
            self.housing_where, self.housing_until.words, *(getattr(self, name) for name in _WORDS.values())
        )


ASPECTS = ("cravings", "housing", "income", "care", "support", "getting_around")
"""What is said again at each check-in, in the order of the page."""

_WORDS = {name: f"{name}_words" for name in ASPECTS if name != "housing"}


@dataclass(frozen=True, slots=True)
class Change:
    """One aspect that stands otherwise than the time before."""

    aspect: str
    before: Cravings | Footing
    now: Cravings | Footing


def standing(one: Circumstances, aspect: str) -> Cravings | Footing | None:
    """Return what was said about one aspect."""
    return getattr(one, aspect)


def height(one: Circumstances, aspect: str) -> int | None:
    """Return where the answer stands among its four, 0 the hardest and 3 the steadiest; for drawing only."""
    found = standing(one, aspect)
    return None if found is None else _place(found)


def _place(answer: Cravings | Footing) -> int:
    return list(type(answer)).index(answer)  # pyright: ignore[reportArgumentType]  # the members of its own class


def in_order(known: tuple[Circumstances, ...]) -> tuple[Circumstances, ...]:
    """Return what was said, the earliest day first."""
    return tuple(sorted(known, key=lambda one: one.on))


def changes(known: tuple[Circumstances, ...]) -> tuple[Change, ...]:
    """Return what stands otherwise on the latest day than the last time it was said."""
    ordered = in_order(known)
    return tuple(found for aspect in ASPECTS if (found := _change(ordered, aspect))) if ordered else ()


def _change(ordered: tuple[Circumstances, ...], aspect: str) -> Change | None:
    now = standing(ordered[-1], aspect)
    before = next((was for one in reversed(ordered[:-1]) if (was := standing(one, aspect))), None)
    return Change(aspect, before, now) if now and before and now is not before else None


_SHAKY = {
    "housing": (say("Where you live is not steady. Who could we call now?"), say("A call together is a start.")),
    "income": (say("Money is short. What would help most right now?"), say("Food, rent, a benefit: name one.")),
    "care": (say("What stands between you and the care you need?"), say("A ride, a phone call, a form: name one.")),
    "support": (say("Who would you like to hear from again?"), say("One short message is enough to start.")),
    "getting_around": (say("Which way do you most need a ride for?"), say("One trip first: we can plan it together.")),
}


def circumstances_findings(known: tuple[Circumstances, ...], today: date) -> Iterator[Finding]:
    """Yield a home that ends soon, strong cravings, and what is missing, for the latest day."""
    if not known:
        return
    latest = in_order(known)[-1]
    yield from _home(latest, today)
    if latest.cravings is Cravings.ALL_THE_TIME:
        yield Finding(
            "circumstances.cravings",
            Place("check-in", latest.id, "cravings"),
            say("Cravings are with you a lot. What helps, even for ten minutes?"),
            say("What helped before is on your plan. Who else should know?"),
            weight=Weight.SOON,
        )
    for aspect, (says, try_this) in _SHAKY.items():
        if standing(latest, aspect) is Footing.MISSING:
            yield _open(latest, aspect, says, try_this)


def _home(latest: Circumstances, today: date) -> Iterator[Finding]:
    until = latest.housing_until.reading
    where = Place("check-in", latest.id, "housing_until")
    if until and until < today:
        says, try_this = say("That day has come. Where do you sleep now?"), say("One call together can help today.")
        yield Finding("circumstances.home_past", where, says, try_this, weight=Weight.SOON)
    elif until and until - today <= _LOOK_AHEAD:
        says = say("You can stay until {day}. Where could you go after that?", day=until)
        yield Finding("circumstances.home", where, says, say("Asking early keeps more doors open."), weight=Weight.SOON)


def _open(latest: Circumstances, aspect: str, says: Message, try_this: Message) -> Finding:
    where = Place("check-in", latest.id, aspect)
    return Finding(f"circumstances.{aspect}", where, says, try_this, weight=Weight.EASIER)
