"""Whether the person takes the plan as their own: every answer is kept, with its words, the earlier ones too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.plan.plan import NotNow
from planner.sessions.closing import Closing, GivenAnswer
from planner.words.reading import DayWords, TimeWords

if TYPE_CHECKING:
    from datetime import date

    from planner.plan.plan import Plan
    from planner.sessions.closing import Answer


def answered(plan: Plan, answer: Answer, on: date, answer_id: str) -> Plan:
    """Return the plan with one more answer. The same answer once more on the same day changes nothing."""
    last = plan.answers[-1] if plan.answers else None
    if last and plan.closing.answer is answer and (last.answer, last.on) == (answer, on):
        return plan
    return plan.amended(
        closing=plan.closing.amended(answer=answer, answer_words=""),
        answers=(*plan.answers, GivenAnswer(id=answer_id, on=on, answer=answer)),
    )


def explained(plan: Plan, words: str) -> Plan:
    """Return the plan with the words of the answer given last."""
    if plan.closing.answer is None or not plan.answers:
        return plan.amended(closing=plan.closing.amended(answer_words=words))
    return plan.amended(
        closing=plan.closing.amended(answer_words=words),
        answers=(*plan.answers[:-1], plan.answers[-1].amended(own_words=words)),
    )


def asked_anew(plan: Plan, today: date, counselor: str) -> Plan:
    """Return the plan with an open end, as a new session begins: the last one's stands in its revision.

    How and where the two meet stays, and so does a day that is still to come. What was left for another day is asked
    again; what is not for the person stays away.
    """
    last = plan.closing
    is_ahead = last.next_on.reading is not None and last.next_on.reading > today
    closing = Closing(
        next_on=last.next_on if is_ahead else DayWords(),
        next_at=last.next_at if is_ahead else TimeWords(),
        next_how=last.next_how,
        next_place=last.next_place,
        counselor=counselor.strip() or last.counselor,
    )
    still_left = tuple(one for one in plan.left_open if one.answer is NotNow.FOR_ME or one.on >= today)
    return plan.amended(closing=closing, left_open=still_left)
