"""A goal: one thing the person wants to do, in their own words, with its parts, its steps and its history."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from planner.model.choice import Choice
from planner.model.entry import Entry, Item, ItemId, labelled, words
from planner.model.message import say
from planner.model.rating import Ruler
from planner.model.side import Side
from planner.words.reading import CountWords, DayWords

if TYPE_CHECKING:
    from decimal import Decimal


LEANS_ON = ("strength_ids", "support_ids", "resource_ids", "medication_ids", "visit_ids", "skill_ids")
"""The links to what helps to carry a goal."""

CONFIDENT_FROM = 7
"""Below 7 the plan is changed, never the person (Gutnick 2014, Brief Action Planning)."""


class Whose(Choice):
    """Whose idea a goal is."""

    MINE = "mine", say("My own idea")
    OURS = "ours", say("We came to it together")
    REQUIRED = "required", say("I have to do it")


class Per(Choice):
    """How often a quantity comes round."""

    DAY = "day", say("a day")
    WEEK = "week", say("a week")
    MONTH = "month", say("a month")
    IN_ALL = "in all", say("in all")


class GoalStatus(Choice):
    """Where a goal stands."""

    ACTIVE = "active", say("We are on it")
    REACHED = "reached", say("Reached")
    SMALLER = "made smaller", say("Made smaller")
    ASIDE = "set aside", say("Set aside")


class Way(Choice):
    """A way on when confidence is below 7."""

    SMALLER_STEP = "smaller step", say("A smaller step")
    MORE_HELP = "more help", say("More help")
    OBSTACLE_PLAN = "obstacle plan", say("Plan for what gets in the way")
    ANOTHER_GOAL = "another goal", say("Another goal")


class Aim(Item):
    """A broad wish in the person's words, before it becomes a goal."""

    own_words: str = words("I would like", limit=200)
    """What would you like more of in your life?"""

    value_id: ItemId | None = labelled("Because it matters to me")
    """Which of the things that matter does this serve?"""


class Step(Item):
    """One thing to do on the way, small enough to tick off."""

    own_words: str = words("Step", limit=120)
    """What is one small thing to do?"""

    who: str = words("Who does it", limit=60)
    """You, or somebody who said they would."""

    by: DayWords = labelled("By when", DayWords())
    """A day you could name: Friday, December 1, in two weeks."""

    done: bool = labelled("Done", default=False)
    """Tick it off together."""


class Obstacle(Item):
    """Something that could get in the way, and the plan for it."""

    own_words: str = words("If", limit=160)
    """What could get in the way?"""

    plan: str = words("Then I will", limit=160)
    """What would you do when that happens?"""


class ConfidenceChange(Item):
    """How sure the person was before and after the plan was changed."""

    on: date
    before: Ruler = Field(title="Before")
    after: Ruler | None = labelled("Now")
    way: Way | None = labelled("What made it easier")


class Ladder(Entry):
    """The five levels of goal attainment scaling, in words; 0 is what we expect (Turner-Stokes 2009)."""

    much_less: str = words("Much less than hoped", limit=160)
    less: str = words("Where things are now", limit=160)
    expected: str = words("What we hope for", limit=160)
    more: str = words("More than hoped", limit=160)
    much_more: str = words("Much more than hoped", limit=160)
    source: str = words("Who or what tells us", limit=100)
    """Your own count, a calendar, somebody who sees it."""


Level = Annotated[int, Field(ge=-2, le=2)]


class GoalRating(Item):
    """How far a goal came by a day, seen by the person and by the counselor."""

    on: date
    by_person: Level | None = labelled("How far, as I see it")
    by_counselor: Level | None = labelled("How far, as my counselor sees it")
    # the words of the level as they stood that day: a ladder written anew later changes nothing of what was said
    person_level: str = labelled("In words, as I see it", "")
    counselor_level: str = labelled("In words, as my counselor sees it", "")
    confidence: Ruler | None = labelled("How sure I am now")
    own_words: str = words("In my words", limit=200)


class GoalChange(Item):
    """A goal called reached, made smaller, set aside or taken up again, and how it stood before."""

    on: date
    status: GoalStatus = Field(title="Where it stands")
    own_words: str = words("What I say to it", limit=200)
    """What made it so? What do you want to remember?"""

    words_before: str = words("As it was", limit=200)
    target_before: CountWords = labelled("How much it was", CountWords())
    by_when_before: DayWords = labelled("By when it was", DayWords(), side=Side.EITHER)


_DAYS_IN = {Per.WEEK: 7, Per.MONTH: 31}
_FINISHES = re.compile(
    r"\b(?:finish|complete|graduate|pay (?:off|back)|all (?:of )?(?:the|my)"
    r"|terminar|termino|acabar|acabo|completar|completo|graduar(?:me|se)?|tod[oa]s (?:l[oa]s|mis))\b",
    re.IGNORECASE,
)
"""What is done with a thing that has an end of its own: a class, a debt, the hours a court set."""

_COUNTED_DAYS = re.compile(r"\b(?:days|nights|mornings|evenings|días|dias|noches|mañanas|tardes)\b", re.IGNORECASE)


class Goal(Item):
    """Something the person wants to do, with the parts that make it hold."""

    own_words: str = words("In my own words", limit=200)
    """What do you want to do? Say it the way you would tell a friend."""

    value_id: ItemId | None = labelled("Because it matters to me")
    """Which of the things that matter does this serve?"""

    aim_id: ItemId | None = labelled("It comes from")
    """The broad wish it grew out of."""

    whose: Whose | None = labelled("Whose idea is it?")
    """Your own, one you came to together, or one somebody requires."""

    wanted_from_it: str = words("What I want from it", limit=200)
    """It is required. What would make it worth something to you?"""

    action: str = words("What I will do", limit=100)
    """What would somebody see you do?"""

    measure: str = words("What we count", limit=60)
    """Meetings, walks, calls, nights of sleep: something you can count or tick."""

    baseline: CountWords = labelled("How much now", CountWords())
    """How often or how much is it these days? A guess is fine."""

    target: CountWords = labelled("How much I want", CountWords())
    """How often or how much would feel right?"""

    per: Per | None = labelled("How often")
    """Is that for a day, a week, a month, or in all?"""

    with_whom: str = words("With whom", limit=80)
    """Who will be there or help with it?"""

    start: DayWords = labelled("Start", DayWords(), side=Side.EITHER)
    """When would you like to begin?"""

    by_when: DayWords = labelled("By when", DayWords())
    """When shall we see that it worked?"""

    importance: Ruler | None = labelled("How much does this matter to you?")
    """From 0 to 10."""

    confidence: Ruler | None = labelled("How sure are you that you can do this?")
    """From 0 to 10."""

    way_on: Way | None = labelled("What would make this easier?")
    """Change the plan, not yourself."""

    steps: tuple[Step, ...] = labelled("Steps", ())
    """What comes first, and then?"""

    obstacles: tuple[Obstacle, ...] = labelled("What could get in the way", ())
    """If something gets in the way, what then?"""

    confidence_changes: tuple[ConfidenceChange, ...] = labelled("Before and after", ())

    strength_ids: tuple[ItemId, ...] = labelled("I lean on these strengths", ())
    """What do you already have that helps with this?"""

    support_ids: tuple[ItemId, ...] = labelled("I lean on these people", ())
    """Who could stand beside you here?"""

    resource_ids: tuple[ItemId, ...] = labelled("I lean on these places", ())
    """Which service or group carries a part of it?"""

    medication_ids: tuple[ItemId, ...] = labelled("I lean on these medicines", ())
    """Does a medicine help to carry it?"""

    visit_ids: tuple[ItemId, ...] = labelled("I lean on these visits", ())
    """Does a visit bring it forward?"""

    skill_ids: tuple[ItemId, ...] = labelled("I lean on these skills", ())
    """What can you do well that helps here?"""

    ladder: Ladder | None = labelled("The ladder")
    weight: Literal[1, 2, 3] | None = labelled("How much it counts")
    ratings: tuple[GoalRating, ...] = labelled("How far we came", ())
    status: GoalStatus = labelled("Where it stands", GoalStatus.ACTIVE)
    changes: tuple[GoalChange, ...] = labelled("What became of it", ())
    review_on: DayWords = labelled("We look at it again", DayWords())
    """When shall we look at this together again?"""

    @property
    def is_open(self) -> bool:
        """Whether the two are still working on it."""
        return self.status in {GoalStatus.ACTIVE, GoalStatus.SMALLER}

    @property
    def has_its_parts(self) -> bool:
        """Whether it says what is done, what is counted, how much, and by when."""
        return all(part.strip() for part in (self.action, self.measure, self.target.words, self.by_when.words))

    @property
    def leans(self) -> bool:
        """Whether anything or anybody helps to carry it."""
        return any(getattr(self, name) for name in LEANS_ON) or bool(self.with_whom.strip())


def most_possible(goal: Goal) -> int | None:
    """Return the most there can be of what a goal counts: seven nights a week; none where there is no such end."""
    most = _DAYS_IN.get(goal.per) if goal.per else None
    return most if most and _COUNTED_DAYS.search(goal.measure) else None


def finishes(goal: Goal) -> bool:
    """Whether the goal is to bring something to its end, so that there is no more of it than is wanted."""
    return goal.per in {Per.IN_ALL, None} and any(map(_FINISHES.search, (goal.own_words, goal.action)))


def last_there_is(goal: Goal) -> Decimal | int | None:
    """Return the most a level of the goal's ladder can name: the days there are, or all of what is to be finished."""
    return goal.target.reading if finishes(goal) else most_possible(goal)
