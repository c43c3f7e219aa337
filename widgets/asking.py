"""The questions a person brings to a visit, and what they were told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.message import say
from planner.visit import VisitQuestion
from widgets.fields import Fields, form
from widgets.markup import Button, div, heading, para
from widgets.rows import Rows
from widgets.sitting import use_sitting

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.path import Path
    from planner.plan import Plan
    from planner.visit import Visit
    from widgets.desk import Desk

ASK = form(VisitQuestion, "ask")
ANSWER = form(VisitQuestion, "answer")
AFTER = say("Once you have a question for this visit, the answer has its place here.")


@reacton.component
def Questions(visit: Visit, path: Path, worries: tuple[str, ...]) -> Any:
    """Draw the questions to bring. What worries the person about a medicine can become one."""
    return div(
        Rows(
            visit.questions,
            (*path, "questions"),
            ASK,
            title=say("Questions I bring"),
            new=lambda new_id: VisitQuestion(id=new_id),
            add=say("Add a question"),
        ),
        Worries(visit, path, worries),
        cls="rp-fields",
    )


def worries_of(plan: Plan) -> tuple[str, ...]:
    """Return what worries the person about their medicines, in their words."""
    said = (medicine.worries.strip() for medicine in plan.medications)
    return tuple(dict.fromkeys(worry for worry in said if worry))


@reacton.component
def Worries(visit: Visit, path: Path, worries: tuple[str, ...]) -> Any:
    """Draw the worries that no question of this visit holds yet."""
    sitting = use_sitting()
    asked = {question.ask.strip() for question in visit.questions}
    open_ones = [worry for worry in worries if worry not in asked]
    if not open_ones:
        return div(cls="rp-none")
    chips = [
        Button(worry, _asking(sitting.desk, path, worry), kind="chip rp-offer", icon="plus").key(worry)
        for worry in open_ones
    ]
    says = sitting.t("You said this about your medicines. Would you like to ask about it?")
    return div(para(says, cls="rp-soft"), div(*chips, cls="rp-chips", role="group", aria_label=says))


def _asking(desk: Desk, path: Path, worry: str) -> Callable[[], None]:
    return lambda: desk.add((*path, "questions"), VisitQuestion(id=desk.new_id(), ask=worry))


@reacton.component
def Answers(visit: Visit, path: Path) -> Any:
    """Draw each question with a place for its answer."""
    t = use_sitting().t
    asked = [question for question in visit.questions if question.ask.strip()]
    if not asked:
        return para(t(AFTER), cls="rp-soft")
    return div(*(_answer(question, (*path, "questions")).key(question.id) for question in asked), cls="rp-fields")


def _answer(question: VisitQuestion, path: Path) -> Any:
    return div(
        heading(3, question.ask.strip(), cls="rp-own rp-asked"),
        Fields(ANSWER, question, (*path, question.id)),
    )
