"""Which services fit this person now, and which can wait: every place in the order has its reasons in words.

The basics come first, then what the person needs now, then goals. For each of these the best entry is taken in turn, so
that five entries are not five food pantries. An entry that nothing in the plan speaks for has no place.
The weights are argued in docs/method.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from planner.directory.areas import kinds_of
from planner.directory.outcomes import Outcomes, in_words, learned
from planner.directory.search import Search, miles_to, word_groups
from planner.directory.service import ServiceKind, Stance, call_first, is_old
from planner.library.service_kinds import kinds_named, singular
from planner.model.daily_life import Area
from planner.model.entry import has_text
from planner.model.message import Message, say
from planner.resources.referral import fell_through
from planner.resources.resource import Timing
from planner.week.week import events_between
from planner.words.fold import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from planner.directory.service import Listing, OpenHours
    from planner.plan.plan import Plan
    from planner.week.event import Event

MOST_NOW = 5
"""A small circle: more than five places at once are hardly ever gone to."""

BASICS = (Area.HOUSING, Area.FOOD, Area.SAFETY, Area.HEALTH)
"""Barriers come before everything else, in this order: a bed, food, safety, care and medicine."""

SAME_KIND, SAME_AREA, NAMES_IT = 30, 15, 12
"""The kind of help that is needed counts twice as much as the area of life; a word in name or terms a little less."""

FIRST_FOUND, PER_PLACE = 20, 1
"""What the search found first has twenty points, each after it one less."""

KNOWN_HERE, SPEAKS, WELCOMES, IS_FREE, OPEN_THEN, FRESHLY_CHECKED = 8, 8, 8, 4, 4, 2
"""What the agency knows, the language and the welcome decide whether somebody is helped; hours can be asked for."""

NEAREST, MILES_A_POINT = 10, 2
"""Ten points next door, one less every two miles."""

_AN_HOUR = 60


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing of the plan that a service could help with."""

    search: Search
    reason: Message
    is_basic: bool = False
    when: Message | None = None
    """Why it can wait; nothing for what is for now."""

    item: str = ""
    """The id of the need or goal."""


@dataclass(frozen=True, slots=True)
class Fit:
    """An entry with its reasons, the strongest first; `when` says what a later one waits for."""

    listing: Listing
    reasons: tuple[Message, ...]
    points: float
    when: Message | None = None
    item: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """What fits now, and what can wait."""

    now: tuple[Fit, ...] = ()
    later: tuple[Fit, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What about a person bears on which service fits."""

    today: date
    language: str = "en"
    takes_medication: bool = False
    near: tuple[float, float] | None = None
    events: tuple[Event, ...] = ()
    """The firm hours of the coming week and of the night before it; without any, nothing is said about free time."""

    known: frozenset[str] = field(default_factory=frozenset[str])
    """Ids of entries that stand in the plan already, or did not work out."""


def about(
    plan: Plan, today: date, language: str, *, takes_medication: bool = False, near: tuple[float, float] | None = None
) -> About:
    """Return what of a plan bears on the match; entries the plan knows already are not offered again."""
    ahead = events_between(plan, today - timedelta(days=1), today + timedelta(days=6), today)
    events = tuple(event for event in ahead if not event.yields)
    known = frozenset(place.listing_id for place in plan.resources if place.listing_id)
    return About(today, language, takes_medication, near, events, known)


def fallen_through(plan: Plan) -> frozenset[str]:
    """Return the entries of which the last word is that they did not work out for this person."""
    gone = fell_through(plan.referrals)
    return frozenset(place.listing_id for place in plan.resources if place.listing_id and place.id in gone)


def wishes(plan: Plan) -> tuple[Wish, ...]:
    """Return what a service could help with: basics first, then what is for now, then goals, then what can wait."""
    found = [*_of_needs(plan), *_of_goals(plan)]
    return tuple(sorted(found, key=lambda wish: (wish.when is not None, _basic_order(wish))))


def _basic_order(wish: Wish) -> int:
    area = wish.search.area
    return BASICS.index(area) if wish.is_basic and area else len(BASICS)


def _of_needs(plan: Plan) -> Iterator[Wish]:
    for need in plan.needs:
        words = need.own_words.strip()
        named = next((one.kind.area for one in kinds_named(words)), None)
        area = need.area or (Area(named) if named else None)
        if not words and area is None:
            continue
        can_wait = need.timing is Timing.LATER
        yield Wish(
            Search(words, area=area),
            say("You need this: {words}", words=words)
            if words
            else say("It helps with: {area}", area=area.label if area else ""),
            is_basic=area in BASICS and not can_wait,
            when=say("You said it can wait") if can_wait else None,
            item=need.id,
        )


def _of_goals(plan: Plan) -> Iterator[Wish]:
    for goal in plan.goals:
        words = goal.action.strip() or goal.own_words.strip()
        if goal.is_open and has_text(words) and kinds_named(words):
            yield Wish(Search(words), say("It fits your goal: {words}", words=words), item=goal.id)


def match(
    wanted: Sequence[Wish],
    person: About,
    find: Callable[[Search], Iterable[Listing]],
    outcomes: Callable[[Iterable[str]], Mapping[str, Outcomes]] = lambda _ids: {},
) -> Match:
    """Rank what is found for each wish. `find` looks in the directory, `outcomes` counts what came of asking there."""
    found = [(wish, tuple(find(replace(wish.search, near=person.near)))) for wish in wanted]
    counts = outcomes({listing.service.id for _, listings in found for listing in listings})
    columns = [(wish, _ranked(wish, person, listings, counts)) for wish, listings in found]
    now = [fits for wish, fits in columns if wish.when is None]
    later = [fits for wish, fits in columns if wish.when is not None]
    chosen = _in_turn(now, MOST_NOW, set())
    taken = {fit.listing.service.id for fit in chosen}
    waiting = _in_turn(later, MOST_NOW, taken)
    taken |= {fit.listing.service.id for fit in waiting}
    spare = [_spare(fit) for fit in _in_turn(now, MOST_NOW, taken)]
    return Match(tuple(chosen), (*waiting, *spare))


def _spare(fit: Fit) -> Fit:
    return Fit(fit.listing, fit.reasons, fit.points, say("If one of the first does not work out"), fit.item)


def _in_turn(columns: Sequence[Sequence[Fit]], most: int, taken: set[str]) -> list[Fit]:
    """Take the best of each column, then the second best of each, each entry once."""
    chosen: dict[str, Fit] = {}
    for rank in range(max(map(len, columns), default=0)):
        for column in columns:
            if rank < len(column) and len(chosen) < most:
                fit = column[rank]
                if fit.listing.service.id not in taken:
                    chosen.setdefault(fit.listing.service.id, fit)
    return list(chosen.values())


def _ranked(wish: Wish, person: About, listings: Sequence[Listing], counts: Mapping[str, Outcomes]) -> list[Fit]:
    fits = [
        fit
        for place, listing in enumerate(listings)
        if listing.service.id not in person.known
        and (fit := _fit(wish, person, listing, place, counts.get(listing.service.id, Outcomes())))
    ]
    return sorted(fits, key=lambda fit: (-fit.points, fit.listing.service.name, fit.listing.service.id))


def _fit(wish: Wish, person: About, listing: Listing, place: int, came_of: Outcomes) -> Fit | None:
    """Weigh one entry; none where nothing in the plan speaks for it, or it is closed for now."""
    why = _speaks_for(wish, listing)
    if not why or listing.service.paused:
        return None
    practical = list(_practical(person, listing, came_of))
    points = why + max(0, FIRST_FOUND - PER_PLACE * place) + sum(points for points, _ in practical)
    area = wish.search.area
    reason = say("It helps with: {area}", area=area.label) if area and why == SAME_AREA else wish.reason
    reasons = (reason, *(reason for _, reason in practical))
    call = call_first(listing, person.today)
    return Fit(listing, (*reasons, call) if call else reasons, points, wish.when, wish.item)


def _speaks_for(wish: Wish, listing: Listing) -> int:
    """Return how much of what is wished the entry itself says it does."""
    service = listing.service
    wanted = {one.kind.key for one in kinds_named(wish.search.words)}
    kinds = set(kinds_of(service.name, *service.terms) or kinds_of(service.about[:400]))
    own = {singular(word) for word in words_of(" ".join((service.name, *service.terms)))}
    words = {singular(word) for group in word_groups(wish.search.words) for word in group.words}
    points = (SAME_KIND if wanted & kinds else 0) + (NAMES_IT if words & own else 0)
    return points + (SAME_AREA if wish.search.area and wish.search.area in service.areas else 0)


def _practical(person: About, listing: Listing, came_of: Outcomes) -> Iterator[tuple[float, Message]]:
    service = listing.service
    if told := in_words(came_of):
        yield learned(came_of), told
    if listing.note and has_text(listing.note.words, listing.note.ask_for):
        yield KNOWN_HERE, say("Your counselor's agency knows them")
    if person.language != "en" and person.language in service.languages:
        yield SPEAKS, say("They speak your language")
    if person.takes_medication and listing.medication_welcome:
        yield WELCOMES, say("People on medication are welcome")
    if service.cost and service.cost.value == "free":
        yield IS_FREE, say("It is free")
    if (away := miles_to(listing, person.near)) is not None:
        yield max(0.0, NEAREST - away / MILES_A_POINT), say("About {miles} miles away", miles=round(away, 1))
    if then := _open_when_free(person, service.hours):
        yield OPEN_THEN, then
    if not is_old(listing, person.today):
        yield FRESHLY_CHECKED, say("Checked not long ago")
    if service.kind is ServiceKind.MEETING and listing.stance:
        yield 0, say("Faith-based") if listing.stance is Stance.FAITH else say("Secular")


def _open_when_free(person: About, hours: Sequence[OpenHours]) -> Message | None:
    """Return the first hours of the week ahead in which nothing else stands; nothing where no week was written down."""
    if not person.events:
        return None
    for number in range(7):
        day = person.today + timedelta(days=number)
        for hour in hours:
            if hour.day == day.weekday() and hour.opens and _is_free(person, day, hour):
                return say("Open on {day} when you are free", day=day)
    return None


def _is_free(person: About, day: date, hours: OpenHours) -> bool:
    """Whether an hour of these hours is free of everything firm."""
    opens = hours.opens.hour * _AN_HOUR + hours.opens.minute if hours.opens else 0
    closes = hours.closes.hour * _AN_HOUR + hours.closes.minute if hours.closes else opens + _AN_HOUR
    closes = closes if closes > opens else 24 * _AN_HOUR
    midnight = day.toordinal() * 24 * _AN_HOUR
    starts = range(midnight + opens, midnight + max(opens + 1, closes - _AN_HOUR + 1), 30)
    return any(not any(_overlaps(event, start) for event in person.events) for start in starts)


def _overlaps(event: Event, start: int) -> bool:
    begins, stops = event.span
    stops = stops if event.ends else begins + _AN_HOUR
    return begins < start + _AN_HOUR and start < stops
