"""Review and finish: the plan at a glance, what comes first, the person's answer to it, the next day, the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from exports.documents.house_lines import house_ease, wordless_occasion
from exports.documents.my_plan import whole_plan
from exports.documents.occasion import Occasion
from planner.caseload.person import shown_name
from planner.check_in.carry_over import answered, explained
from planner.model.entry import label
from planner.model.message import say
from planner.plan.progress import TITLES
from planner.review.review import findings as all_findings
from planner.sessions.closing import Answer, Closing
from planner.words.language import Language
from widgets.draft.context import use_session
from widgets.elements.attempt import WhyNot, use_attempt
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.note import Notes, about, shown
from widgets.elements.step import Asking, TopicCards
from widgets.elements.topic_card import TopicCard
from widgets.finish.glance import Glance
from widgets.finish.quality import Quality
from widgets.forms import Fields, form
from widgets.forms.chips import Chip
from widgets.forms.sheet import Sheet
from widgets.paper.paper import LeftOff, Paper
from widgets.sharing.sharing import Sharing

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from planner.model.finding import Finding
    from planner.model.message import Message
    from planner.plan.plan import Plan
    from planner.store import Revision
    from widgets.draft.save_state import SaveState

FIRST_THING = form(Closing, "first_thing")
ANSWER_WORDS = form(Closing, "answer_words")
NEXT = form(Closing, ("next_on", "next_at"), "next_how", "next_place")
HANDED = form(Closing, "handed_over", "counselor")
_CLOSING = ("closing",)


def _first_thing(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    return div(
        Fields(FIRST_THING, plan.closing, _CLOSING), Notes(about(findings, "closing.first_thing")), cls="rp-large"
    )


def _answer(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    return TheirAnswer(plan, findings)


@reacton.component
def TheirAnswer(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """The three answers. Each is kept with its day and its words, also when the person answers anew."""
    context = use_session()
    t, editor = context.t, context.editor

    def answer(one: Answer) -> Callable[[], None]:
        return lambda: editor.put(
            (), answered(editor.plan, one, context.today, editor.new_id()), visit=f"answer/{one.value}"
        )

    def explain(closing: Closing) -> None:
        editor.put((), explained(editor.plan, closing.answer_words), visit="closing/answer_words")

    chosen = plan.closing.answer
    chips = (Chip(t(one.label), chosen is one, answer(one), one_of=True, key=one.value) for one in Answer)
    asks_more = chosen in {Answer.CHANGE, Answer.DISAGREE}
    return div(
        div(*chips, cls="rp-chips rp-answers", role="radiogroup", aria_label=t(label(Closing, "answer"))),
        Sheet(ANSWER_WORDS, plan.closing, explain, "closing") if asks_more else None,
        para(t("Your answer is kept, whichever it is."), cls="rp-soft") if chosen else None,
        Notes(about(findings, "closing.answer", "closing.answer_words")),
        cls="rp-large rp-fields",
        data_focus=context.token_at((*_CLOSING, "answer")),
    )


def _next(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    return div(
        Fields(NEXT, plan.closing, _CLOSING),
        Notes(about(findings, "closing.next_on", "closing.next_at", "closing.next_place")),
    )


def _answer_line(plan: Plan) -> str | Message:
    answer, words = plan.closing.answer, plan.closing.answer_words.strip()
    if answer is None:
        return words
    return say("{answer}: {words}", answer=answer.label, words=words) if words else answer.label


def _next_line(plan: Plan) -> str:
    closing = plan.closing
    return " · ".join(
        part.strip() for part in (closing.next_on.words, closing.next_at.words, closing.next_place) if part.strip()
    )


TOPIC_CARDS = (
    TopicCard(
        "review.first_thing",
        say("One thing, today or tomorrow. Small is good."),
        _first_thing,
        lambda plan: plan.closing.first_thing,
    ),
    TopicCard(
        "review.answer",
        say("Is this your plan? All three answers are fine, and all three are kept."),
        _answer,
        _answer_line,
    ),
    TopicCard("review.next", say("A day you can both say yes to. It stands on the paper."), _next, _next_line),
)


_ASKED = {leaf.topic for leaf in TOPIC_CARDS}
"""What this page asks anyway; a suggestion to ask it would stand beside the very question."""


@reacton.component
def Finish(plan: Plan, state: SaveState) -> Any:
    """The last step of a session. The together view holds one suggestion at most, wherever it stands."""
    context = use_session()
    t = context.t
    findings = reacton.use_memo(lambda: all_findings(plan, context.today), [plan, context.today])
    said = shown((one for one in findings if one.code not in _ASKED), staff=context.staff)
    here = tuple(finding for finding in said if finding.where.step == "review")
    return tag(
        "main",
        heading(1, t(TITLES["review"]), cls="rp-step-title", tabindex="-1", data_focus="review"),
        Asking("review"),
        Glance(plan, said),
        TopicCards("review", TOPIC_CARDS, plan, here),
        OnPaper(plan),
        Sharing(plan),
        Quality(plan),
        EndOfSession(state),
        cls="rp-main",
        id="rp-main",
    )


@reacton.component
def OnPaper(plan: Plan) -> Any:
    """The documents, what is left off them, and how they are handed over."""
    context = use_session()
    t = context.t
    return tag(
        "section",
        heading(2, t("On paper"), cls="rp-leaf-title"),
        para(t("“My plan” is yours to keep. The session summary stays in the chart."), cls="rp-leaf-asks"),
        Paper(plan),
        LeftOff(plan),
        Fields(HANDED, plan.closing, _CLOSING),
        Readable(plan) if context.staff else None,
        cls="rp-card rp-on-paper rp-fields",
        aria_label=t("On paper"),
    )


@reacton.component
def Readable(plan: Plan) -> Any:
    """Draw, for staff, how easy our own words on the paper read. The person's words are never measured."""
    context = use_session()
    t = context.t
    person = context.editor.person
    made_from = Occasion(plan=plan, person=person, today=context.today, language=Language(person.language.value))
    read = reacton.use_memo(lambda: house_ease(whole_plan(wordless_occasion(made_from))), [plan, person.language])
    numbers = ", ".join(f"{name} {t.number(round(value, 1))}" for name, value in read.by)
    verdict = t("Our words on the paper are plain") if read.plain else t("Our words on the paper are not plain yet")
    return para(
        f"{verdict} ({numbers}). ",
        t("The person’s own words are never changed or measured."),
        cls="rp-soft rp-readable",
    )


@reacton.component
def EndOfSession(state: SaveState) -> Any:
    """The button that ends the session. What it writes is kept for good; the next session begins from it."""
    context = use_session()
    t, editor = context.t, context.editor
    began = context.local(editor.session.started).date()
    met_on, choose = reacton.use_state(began)
    return tag(
        "section",
        LastMet(began, context.day_now, met_on, choose) if began != context.day_now else div(cls="rp-none"),
        para(t(state.why_not) if state.why_not else "", cls="rp-why-not", role="alert"),
        Button(t("Finish the session"), lambda: editor.finish(met_on), kind="main", icon="check"),
        para(t("The plan as it stands is kept for good. In the next session you go on from it."), cls="rp-soft"),
        cls="rp-end",
        aria_label=t("Finish the session"),
    )


@reacton.component
def LastMet(began: date, today: date, chosen: date, choose: Callable[[date], None]) -> Any:
    """Ask when the two last met, in a session that was left open over days."""
    t = use_session().t
    asks = t(say("This session began on {day}. On which day did you last meet?", day=began))
    chips = (
        Chip(words, chosen == day, lambda day=day: choose(day), one_of=True, key=day.isoformat())
        for day, words in ((began, t.day(began)), (today, t("Today")))
    )
    return div(
        para(asks, cls="rp-label"), div(*chips, cls="rp-chips", role="radiogroup", aria_label=asks), cls="rp-field"
    )


@reacton.component
def Finished(plan: Plan, revision: Revision, leave: Callable[[], None]) -> Any:
    """The page after the last one: what is kept, the paper once more, and the ways back."""
    context = use_session()
    t, editor = context.t, context.editor
    why_not, attempt = use_attempt()
    name = shown_name(editor.person) or t("New person")
    kept = t("Revision {number} is kept, {time}.", number=revision.number, time=t.time(context.local(revision.at)))
    first = plan.closing.first_thing.strip()
    return tag(
        "main",
        heading(
            1,
            t("The session with {name} is finished", name=name),
            cls="rp-step-title",
            tabindex="-1",
            data_focus="finished",
        ),
        para(kept, cls="rp-finished-kept", role="status"),
        div(para(t("What comes first"), cls="rp-soft"), para(first, cls="rp-own rp-to-myself")) if first else None,
        Paper(plan),
        div(
            Button(t("Back to the caseload"), leave, kind="main"),
            Button(t("Finished by mistake"), lambda: attempt(editor.take_back_finish), kind="text"),
            cls="rp-row-foot",
        ),
        WhyNot(why_not),
        cls="rp-main rp-front rp-finished",
        id="rp-main",
    )
