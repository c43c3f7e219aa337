"""The questions a person brings to a visit, and what they were told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.care_team.visit_questions import suggested_questions
from planner.health.visit import VisitQuestion
from planner.model.message import say
from planner.words.language import Language
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, heading, para
from widgets.forms import Fields, form
from widgets.forms.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from planner.health.visit import Visit
    from planner.model.message import Message
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan
    from widgets.draft.draft_editor import DraftEditor

ASK = form(VisitQuestion, "ask")
ANSWER = form(VisitQuestion, "answer")
AFTER = say("Once you have a question for this visit, the answer has its place here.")


@reacton.component
def Questions(visit: Visit, path: FieldPath, worries: tuple[str, ...], suggested: tuple[str, ...] = ()) -> Any:
    """The questions to bring. What worries the person, and what the plan leads to, can become one."""
    return div(
        Rows(
            visit.questions,
            (*path, "questions"),
            ASK,
            title=say("Questions I bring"),
            new=lambda new_id: VisitQuestion(id=new_id),
            add=say("Add a question"),
        ),
        Offered(visit, path, worries, say("You said this about your medicines. Would you like to ask about it?")),
        Offered(visit, path, suggested, say("The plan leads to these. Would you like to ask one of them?")),
        cls="rp-fields",
    )


def worries_of(plan: Plan) -> tuple[str, ...]:
    """Return what worries the person about their medicines, in their words."""
    said = (medicine.worries.strip() for medicine in plan.medications)
    return tuple(dict.fromkeys(worry for worry in said if worry))


def suggestions_of(plan: Plan, visit: Visit, today: date, language: str) -> tuple[str, ...]:
    """Return the questions the plan leads to for this visit, in the language of the person's papers."""
    t = Language(language)
    return tuple(t(ask) for ask in suggested_questions(plan, visit.provider_id, today))


@reacton.component
def Offered(visit: Visit, path: FieldPath, offers: tuple[str, ...], asks: Message) -> Any:
    """The words that no question of this visit holds yet."""
    context = use_session()
    asked = {question.ask.strip() for question in visit.questions}
    open_ones = [words for words in offers if words not in asked]
    if not open_ones:
        return div(cls="rp-none")
    chips = [
        Button(words, _asking(context.editor, path, words), kind="chip rp-offer", icon="plus").key(words)
        for words in open_ones
    ]
    says = context.t(asks)
    return div(para(says, cls="rp-soft"), div(*chips, cls="rp-chips", role="group", aria_label=says))


def _asking(editor: DraftEditor, path: FieldPath, words: str) -> Callable[[], None]:
    return lambda: editor.add((*path, "questions"), VisitQuestion(id=editor.new_id(), ask=words))


@reacton.component
def Answers(visit: Visit, path: FieldPath) -> Any:
    """Each question with a place for its answer."""
    t = use_session().t
    asked = [question for question in visit.questions if question.ask.strip()]
    if not asked:
        return para(t(AFTER), cls="rp-soft")
    return div(*(_answer(question, (*path, "questions")).key(question.id) for question in asked), cls="rp-fields")


def _answer(question: VisitQuestion, path: FieldPath) -> Any:
    return div(
        heading(3, question.ask.strip(), cls="rp-own rp-asked"),
        Fields(ANSWER, question, (*path, question.id)),
    )
