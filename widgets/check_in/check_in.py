"""The check-in, from the second session on: what went right, what was hard, and what is ready to look at again.

What it looks at is decided by `planner.check_in.check_in`; here each kind of thing is one topic, and one is open at a
time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import reacton

from exports.figures import inside_figure
from planner.check_in.agenda import AgendaItem, Due, with_answered, with_first_thing
from planner.check_in.check_in import agenda, latest_on, put_off
from planner.model.entry import label
from planner.model.finding import Audience
from planner.model.message import say
from planner.plan.progress import TITLES
from planner.plan.topic import Topic
from planner.review.destination import said_today
from planner.sessions.since_last import SinceLast, taken_of
from widgets.check_in.circumstances import HowLifeStands, different_on
from widgets.check_in.due_items import (
    AfterVisits,
    CameOfCalls,
    Heard,
    LookedBack,
    MedicinesTaken,
    Opening,
    Practiced,
    SignsShowed,
)
from widgets.check_in.goals import GoalsAgain
from widgets.draft.context import provide_session, use_session
from widgets.elements.figure import Drawing
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.step import Asking
from widgets.elements.topic_card import OpenTopicCard, TopicCard
from widgets.first_path.still_open import StillOpenAgain
from widgets.goals.attainment import Attainments
from widgets.strengths.internal_resources import Inside, rated_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planner.model.finding import Finding
    from planner.plan.plan import Plan
    from planner.words.language import Language
    from widgets.draft.context import SessionContext
    from widgets.draft.draft_editor import DraftEditor

ASKS = {
    Due.STILL_OPEN: say("This was not sure last time. How is it now?"),
    Due.OPENING: say("What went right? Anything hard? Small things count."),
    Due.LAPSE: say("This goes first. Everything else can wait."),
    Due.CONTACT: say("For you alone: what was noted between the sessions."),
    Due.GOAL: say("First what is done. Then how far it came, in words."),
    Due.INSIDE: say("How do these three stand today?"),
    Due.CIRCUMSTANCES: say("How do things stand around you?"),
    Due.SIGNS: say("Which of your early signs showed?"),
    Due.MEDICINES: say("How did it go with your medicines?"),
    Due.VISIT: say("What changed after this visit?"),
    Due.REFERRAL: say("What came of this?"),
    Due.SKILL: say("When did you get to try this?"),
}


IN_A_LINE = 6
"""As many things as a folded line names; more would be read by nobody."""


@reacton.component
def CheckIn(plan: Plan, findings: tuple[Finding, ...], after: str, go_after: Callable[[], None]) -> Any:
    """The step that looks at what was agreed, before anything new. `after` is the title of the step that follows."""
    context = use_session()
    t, editor = context.t, context.editor
    contacts = reacton.use_memo(editor.record.contacts_since_last, [editor])
    before = reacton.use_memo(lambda: _last_time(editor), [editor])
    met = reacton.use_ref(reacton.use_memo(lambda: agenda(before, context.today), [editor]))
    due = agenda(plan, context.today, contacts, context.agency.zone)
    met.current = with_first_thing(with_answered(due, met.current, plan), before.closing.first_thing)
    items = tuple(one for one in met.current if context.staff or one.audience is Audience.BOTH)
    return tag(
        "main",
        heading(1, t(TITLES["check-in"]), cls="rp-step-title", tabindex="-1", data_focus="step/check-in"),
        Asking("check-in"),
        Agenda(plan, items, findings),
        Attainments(plan),
        div(Button(t("Next: {step}", step=after), go_after, kind="main", icon="arrow"), cls="rp-step-foot"),
        cls="rp-main",
        id="rp-main",
    )


def _last_time(editor: DraftEditor) -> Plan:
    """Return the plan as the last session left it: what was due then stays in sight when it is answered."""
    return editor.record.plan_before() or editor.plan


@dataclass(frozen=True)
class Part:
    """One kind of thing a check-in looks at, with its lines; none where it was left for another day."""

    kind: Due
    items: tuple[AgendaItem, ...]

    @property
    def is_done(self) -> bool:
        """Whether everything of it was said."""
        return bool(self.items) and all(item.is_done for item in self.items)

    @property
    def topic(self) -> Topic:
        """The topic it is drawn as."""
        return Topic(self.kind.topic or f"check-in.{self.kind.value}", self.kind.label, lambda _plan: self.is_done)


@dataclass(frozen=True)
class Fresh:
    """Ids for what is said today for the first time."""

    since_last: str
    circumstances: str


@reacton.component
def Agenda(plan: Plan, items: tuple[AgendaItem, ...], findings: tuple[Finding, ...]) -> Any:
    """Each kind of thing as one topic; what was left for another day is a line that opens it again."""
    context = use_session()
    editor = context.editor
    left = put_off(plan, context.today)
    lines = [item for item in items if item.kind not in left]
    parts = [Part(kind, tuple(line for line in lines if line.kind is kind)) for kind in Due]
    shown = [part for part in parts if part.items or part.kind in left]
    went_to = context.destination.topic if context.destination else ""
    wanted = next((part.kind for part in shown if part.items and part.topic.id == went_to), None)
    not_done = next((part.kind for part in shown if part.items and not part.is_done), None)
    opened, open_kind = reacton.use_state(wanted or not_done)
    fresh = reacton.use_memo(lambda: Fresh(editor.new_id(), editor.new_id()), [editor])

    following = [part.kind for part in shown[1:]]
    drawn = [
        OpenPart(part, plan, findings, fresh, partial(open_kind, after)).key(part.kind.value)
        if part.kind is opened and part.items
        else FoldedPart(part, plan, partial(open_kind, part.kind)).key(part.kind.value)
        for part, after in zip(shown, [*following, None], strict=True)
    ]
    is_all = all(item.is_done for item in lines)
    said = context.t("That is all that was ready to look at again.") if is_all else ""
    return div(*drawn, para(said, cls="rp-help", role="status"), cls="rp-leaves")


@reacton.component
def OpenPart(part: Part, plan: Plan, findings: tuple[Finding, ...], fresh: Fresh, go_on: Callable[[], None]) -> Any:
    """The kind whose turn it is."""
    leaf = TopicCard(
        part.topic.id,
        ASKS[part.kind],
        lambda plan, findings: Body(part, plan, findings, fresh),
        lambda _plan: "",
        can_wait=bool(part.kind.topic),
        reads_first=part.kind is not Due.OPENING,
    )
    return OpenTopicCard(leaf, part.topic, plan, findings, go_on)


@reacton.component
def FoldedPart(part: Part, plan: Plan, unfold: Callable[[], None]) -> Any:
    """One kind as a line that opens it; one that was left is taken up again by that."""
    context = use_session()
    t, editor = context.t, context.editor
    left = next((one for one in plan.left_open if one.topic == part.topic.id), None) if not part.items else None

    def press() -> None:
        if left:
            editor.take_up(left.topic)
        unfold()

    state = "left" if left else "done" if part.is_done else "waiting"
    said = t(left.answer.label) if left else _line(part, plan, context)
    return div(
        Button(t(part.kind.label), press, kind="leaf", attributes={"aria-expanded": "false"}),
        para(said, cls="rp-leaf-line" if left else "rp-leaf-line rp-own"),
        cls=f"rp-leaf rp-leaf-{state}",
        data_topic=part.topic.id,
    )


def _line(part: Part, plan: Plan, context: SessionContext) -> str:
    """Return what a folded line says: the words of today, or else what it is about."""
    is_quiet = part.kind in {Due.OPENING, Due.LAPSE, Due.CONTACT}
    about = [item.about.strip() for item in part.items if item.about.strip() and not is_quiet]
    if part.kind is Due.STILL_OPEN:
        about = [context.t(item.says) for item in part.items if not item.is_done]
    return _said_today(part.kind, plan, context) or _few(about, context.t)


def _said_today(kind: Due, plan: Plan, context: SessionContext) -> str:
    t, now = context.t, latest_on(plan.since_last, context.today)
    match kind:
        case Due.OPENING if now:
            return now.went_right.strip()
        case Due.MEDICINES if now and now.by_medicine:
            return _few(list(_taken(plan, now, t)), t)
        case Due.SIGNS if now and (now.no_signs or now.sign_ids):
            return _signs(plan, now, t)
        case Due.INSIDE:
            return rated_on(plan.internal_resources, context.today, t)
        case Due.CIRCUMSTANCES:
            return _few(list(different_on(plan, context.today, t)), t)
        case _:
            return ""


def _taken(plan: Plan, now: SinceLast, t: Language) -> Iterator[str]:
    for medicine in plan.medications:
        taken = taken_of(now, medicine.id)
        if taken and taken.how:
            yield t("{name}: {answer}", name=medicine.name.strip(), answer=taken.how.label)


def _signs(plan: Plan, now: SinceLast, t: Language) -> str:
    showed = [sign.own_words.strip() for sign in plan.warning_signs if sign.id in now.sign_ids]
    return _few(showed, t) if showed else t(label(SinceLast, "no_signs"))


def _few(words: list[str], t: Language) -> str:
    """Return the first words of a line, and how many more there are."""
    shown = " · ".join(words[:IN_A_LINE])
    return t("{words} · {n} more", words=shown, n=len(words) - IN_A_LINE) if len(words) > IN_A_LINE else shown


@reacton.component
def Body(part: Part, plan: Plan, findings: tuple[Finding, ...], fresh: Fresh) -> Any:
    """What is asked about one kind of thing."""
    context = use_session()
    now = latest_on(plan.since_last, context.today) or SinceLast(id=fresh.since_last, on=context.today)
    life = latest_on(plan.circumstances, context.today)
    went_to = said_today(context.destination, "since_last", now.id)
    went_to = said_today(went_to, "circumstances", life.id if life else fresh.circumstances)
    provide_session(reacton.use_memo(lambda: replace(context, destination=went_to), [context, went_to]))
    drawn: dict[Due, Callable[[], Any]] = {
        Due.STILL_OPEN: lambda: StillOpenAgain(plan, part.items),
        Due.OPENING: lambda: Opening(plan, now, part.items, findings),
        Due.LAPSE: lambda: LookedBack(plan, now),
        Due.CONTACT: lambda: Heard(part.items),
        Due.GOAL: lambda: GoalsAgain(plan, part.items),
        Due.INSIDE: lambda: InsideAgain(plan, findings),
        Due.CIRCUMSTANCES: lambda: HowLifeStands(plan, fresh.circumstances, findings),
        Due.SIGNS: lambda: SignsShowed(plan, now),
        Due.MEDICINES: lambda: MedicinesTaken(now, part.items),
        Due.VISIT: lambda: AfterVisits(plan, part.items),
        Due.REFERRAL: lambda: CameOfCalls(plan, part.items),
        Due.SKILL: lambda: Practiced(plan, part.items),
    }
    return drawn[part.kind]()


@reacton.component
def InsideAgain(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """The three rulers again, and how they stood over time."""
    return div(
        Inside(plan.internal_resources, findings), Drawing(inside_figure(plan.internal_resources, use_session().t))
    )
