"""The agenda of a check-in: what is ready to look at again, made from the plan and from the contacts since.

    due = agenda(plan, today, contacts)
    [(one.kind, one.says, one.is_done) for one in due]

It begins with what went right and what was hard. A lapse or a near-lapse goes first of all, and where the numbers can
wait nothing is rated. What the person left for another day ("not today") stays away for that day only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from planner.check_in.agenda import RATED, AgendaItem, Due
from planner.check_in.open_before import open_before
from planner.health.supply_status import supply_status
from planner.model.entry import has_text
from planner.model.finding import Audience, Place
from planner.model.instant import local_day
from planner.model.message import say, say_count
from planner.plan.plan import NotNow
from planner.plan.progress import Progress
from planner.resources.referral import ReferralStatus
from planner.sessions.since_last import taken_of
from planner.skills.skill import Mastery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from typing import Protocol

    from planner.goals.goal import Goal, GoalRating
    from planner.model.message import Message
    from planner.plan.plan import Plan
    from planner.safety.lapse_review import LapseReview
    from planner.sessions.session import Contact
    from planner.words.reading import DayWords

    class _OnADay(Protocol):
        @property
        def on(self) -> date: ...


_OnADayT = TypeVar("_OnADayT", bound="_OnADay")


def agenda(plan: Plan, today: date, contacts: Iterable[Contact] = (), zone: str = "UTC") -> tuple[AgendaItem, ...]:
    """Return what this check-in looks at, in its order.

    `contacts` are those since the last session, in any order; `zone` is the agency's.
    """
    opening = latest_on(plan.since_last, today)
    found = list(_found(plan, today))
    heard = [_heard(contact, zone) for contact in sorted(contacts, key=lambda one: one.at)]
    at = next((place for place, item in enumerate(found) if item.kind not in _FIRST), len(found))
    waits = opening is not None and opening.ratings_wait
    return tuple(
        item
        for item in (*found[:at], *heard, *found[at:])
        if not (waits and item.kind in RATED) and not _is_left(plan, item.topic, today)
    )


_FIRST = {Due.STILL_OPEN, Due.OPENING, Due.LAPSE}
"""What goes before everything heard in between."""


def put_off(plan: Plan, today: date) -> frozenset[Due]:
    """Return what would be ready to look at again, and was left for another day or for good."""
    return frozenset(item.kind for item in _found(plan, today) if _is_left(plan, item.topic, today))


def how_far(plan: Plan, today: date) -> Progress:
    """Return how much of today's agenda has been said."""
    items = agenda(plan, today)
    return Progress(done=sum(item.is_done for item in items), of=len(items))


def _found(plan: Plan, today: date) -> Iterator[AgendaItem]:
    return (item for ask in _IN_ORDER for item in ask(plan, today))


def latest_on(entries: tuple[_OnADayT, ...], today: date) -> _OnADayT | None:
    """Return the last entry of today: the one a check-in writes to."""
    return next((entry for entry in reversed(entries) if entry.on == today), None)


def rating_of(goal: Goal, today: date) -> GoalRating | None:
    """Return today's rating of a goal."""
    return latest_on(goal.ratings, today)


def is_rated(goal: Goal, today: date) -> bool:
    """Whether the person has said today how far a goal came, as a level or in words."""
    rating = rating_of(goal, today)
    return rating is not None and (rating.by_person is not None or has_text(rating.own_words))


def _is_left(plan: Plan, topic: str, today: date) -> bool:
    """Whether the person left a topic: "not for me" for good, "not today" for that day."""
    names = {topic, topic.partition(".")[0]} if topic else set[str]()
    return any(left.topic in names and (left.answer is NotNow.FOR_ME or left.on == today) for left in plan.left_open)


def _opening(plan: Plan, today: date) -> Iterator[AgendaItem]:
    now = latest_on(plan.since_last, today)
    where = Place("check-in", now.id if now else "", "went_right")
    is_done = now is not None and (has_text(now.went_right, now.hard_words) or now.hard is not None)
    yield AgendaItem(Due.OPENING, where, say("What went right? Anything hard?"), is_done=is_done)


def _lapse(plan: Plan, today: date) -> Iterator[AgendaItem]:
    now = latest_on(plan.since_last, today)
    if now and now.looks_at_it_first:
        yield AgendaItem(
            Due.LAPSE,
            Place("check-in", now.id, "lapse_review_id"),
            say("What stopped it, or brought you back?"),
            say("This goes first. The numbers can wait."),
            now.hard_words,
            is_done=any(review.id == now.lapse_review_id and _has_begun(review) for review in plan.lapse_reviews),
        )


def _has_begun(review: LapseReview) -> bool:
    return has_text(review.what_stopped, review.what_happened)


def _heard(contact: Contact, zone: str) -> AgendaItem:
    """Return a contact as its own line. The note is the counselor's: the together view leaves it out."""
    return AgendaItem(
        Due.CONTACT,
        Place("check-in", contact.id, "note"),
        say("{kind} on {day}", kind=contact.kind.label, day=local_day(contact.at, zone)),
        about=contact.note,
        is_done=True,
        audience=Audience.STAFF,
    )


def _goals(plan: Plan, today: date) -> Iterator[AgendaItem]:
    for goal in plan.goals:
        if _has_changed(goal, today) or (goal.is_open and has_text(goal.own_words, goal.action)):
            yield AgendaItem(
                Due.GOAL,
                Place("goals", goal.id, "ratings"),
                say("How far did you come with this?"),
                _why_now(goal, today),
                goal.own_words.strip() or goal.action.strip(),
                is_done=is_rated(goal, today) or not goal.is_open,
            )


def _has_changed(goal: Goal, today: date) -> bool:
    """Whether it was reached, made smaller or set aside today: it stays, also while its words are rewritten."""
    return any(change.on == today for change in goal.changes)


def _why_now(goal: Goal, today: date) -> Message | None:
    """Say what was done first, then that its day has come."""
    if done := sum(step.done for step in goal.steps):
        return say_count(
            "You have done {n} step of {all}.", "You have done {n} steps of {all}.", done, all=_steps(goal)
        )
    if _has_come(goal.by_when, today):
        return say("The day you set has come.")
    return say("It is ready to look at again.") if _has_come(goal.review_on, today) else None


def _steps(goal: Goal) -> int:
    return sum(step.done or has_text(step.own_words) for step in goal.steps)


def _has_come(day: DayWords, today: date) -> bool:
    return day.reading is not None and day.reading <= today


def _inside(plan: Plan, today: date) -> Iterator[AgendaItem]:
    now = latest_on(plan.internal_resources, today)
    yield AgendaItem(
        Due.INSIDE,
        Place("strengths", now.id if now else "", "belief"),
        say("How do these three stand today?"),
        is_done=now is not None and None not in now.ratings,
    )


def _circumstances(plan: Plan, today: date) -> Iterator[AgendaItem]:
    now = latest_on(plan.circumstances, today)
    yield AgendaItem(
        Due.CIRCUMSTANCES,
        Place("check-in", now.id if now else "", "cravings"),
        say("How do things stand around you?"),
        is_done=now is not None and now.is_said,
    )


def _signs(plan: Plan, today: date) -> Iterator[AgendaItem]:
    if any(has_text(sign.own_words) for sign in plan.warning_signs):
        now = latest_on(plan.since_last, today)
        is_done = now is not None and (bool(now.sign_ids) or now.no_signs)
        where = Place("check-in", now.id if now else "", "sign_ids")
        yield AgendaItem(Due.SIGNS, where, say("Which of your early signs showed?"), is_done=is_done)


def _medicines(plan: Plan, today: date) -> Iterator[AgendaItem]:
    """Yield a line for each medicine, with where its supply stands."""
    now = latest_on(plan.since_last, today)
    for medicine in plan.medications:
        taken = taken_of(now, medicine.id)
        together = now is not None and now.medicines is not None  # as an earlier version asked
        if medicine.is_in_use:
            yield AgendaItem(
                Due.MEDICINES,
                Place("check-in", medicine.id, "by_medicine"),
                say("How did it go with this medicine?"),
                supply_status(medicine, today),
                medicine.name,
                is_done=together or (taken is not None and (taken.how is not None or has_text(taken.own_words))),
            )


def _visits(plan: Plan, today: date) -> Iterator[AgendaItem]:
    """Yield the visits since last time that have no outcome yet, and those told today stay to be seen."""
    since = _last_time(plan, today)
    asked_above = plan.leaving.visit_id if not plan.leaving.appointment_kept else None
    for visit in plan.visits:
        day = visit.on.reading
        if (
            visit.id != asked_above
            and day
            and day <= today
            and (not has_text(visit.what_changed) or (since and since <= day))
        ):
            yield AgendaItem(
                Due.VISIT,
                Place("medications", visit.id, "what_changed"),
                say("What changed after this visit?"),
                say("It was on {day}.", day=day),
                visit.what_for,
                is_done=has_text(visit.what_changed),
            )


def _last_time(plan: Plan, today: date) -> date | None:
    return max((one.on for one in plan.since_last if one.on < today), default=None)


def _referrals(plan: Plan, today: date) -> Iterator[AgendaItem]:
    names = {place.id: place.name for place in plan.resources}
    for referral in plan.referrals:
        is_open = referral.is_waiting or referral.status is ReferralStatus.ACCEPTED
        again = referral.look_again.reading
        if is_open and (again is None or again <= today):
            yield AgendaItem(
                Due.REFERRAL,
                Place("resources", referral.id, "status"),
                say("What came of this?"),
                say("It is ready to look at again.") if again else None,
                names.get(referral.resource_id or "", ""),
            )


def _skills(plan: Plan, today: date) -> Iterator[AgendaItem]:
    for skill in plan.skills:
        tried_today = any(practice.on.reading == today for practice in skill.practices)
        is_due = skill.mastery in {Mastery.LEARNING, Mastery.PRACTISING} or _has_come(skill.look_again, today)
        if has_text(skill.name) and (is_due or tried_today):
            yield AgendaItem(
                Due.SKILL,
                Place("skills", skill.id, "practices"),
                say("When did you get to try this?"),
                say("You wanted to try: {words}", words=skill.next_try) if has_text(skill.next_try) else None,
                skill.name,
                is_done=tried_today,
            )


_IN_ORDER: tuple[Callable[[Plan, date], Iterator[AgendaItem]], ...] = (
    open_before,
    _opening,
    _lapse,
    _goals,
    _inside,
    _circumstances,
    _signs,
    _medicines,
    _visits,
    _referrals,
    _skills,
)
