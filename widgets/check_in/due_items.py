"""What a check-in looks at beside the goals: signs, medicines, visits, calls, skills, and what was heard in between."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import reacton

from planner.health.visit import Visit
from planner.model.entry import has_text
from planner.model.items import with_item
from planner.model.message import say
from planner.resources.referral import Referral, ReferralStatus
from planner.sessions.since_last import AsPlanned, Hard, MedicineTaken, SinceLast, taken_of
from planner.skills.skill import Practice, Skill
from planner.words.reading import DayWords
from widgets.draft.context import provide_session, use_session
from widgets.elements.markup import div, heading, para, tag
from widgets.elements.note import Notes
from widgets.forms import Fields, form
from widgets.forms.rows import Rows
from widgets.forms.today import OfToday, Today
from widgets.safety.after_use import AfterUse
from widgets.safety.lapse_review import LookBack

if TYPE_CHECKING:
    from planner.check_in.agenda import AgendaItem
    from planner.model.finding import Finding
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan
    from planner.words.language import Language
    from widgets.draft.draft_editor import DraftEditor

OPENING = form(SinceLast, "went_right", "hard")
WHAT_WAS_HARD = form(SinceLast, "hard_words")
NUMBERS_WAIT = form(SinceLast, "ratings_wait")
SIGNS = form(SinceLast, "sign_ids")
NO_SIGNS = form(SinceLast, "no_signs")
TAKEN = form(MedicineTaken, "how")
GOT_IN_THE_WAY = form(MedicineTaken, "own_words")
AFTER_VISIT = form(Visit, "what_changed")
CAME_OF_IT = form(Referral, "status", "own_words", "look_again")
IN_THE_WAY = form(Referral, "reason")
TRIED = form(Practice, ("on", "own_words"))
HOW_FAR = form(Skill, "mastery", "next_try")

_PATH = ("since_last",)


@reacton.component
def Opening(plan: Plan, now: SinceLast, items: tuple[AgendaItem, ...], findings: tuple[Finding, ...]) -> Any:
    """What went right and what was hard. Where something hard goes first, the numbers may wait.

    After "I used" the body comes first: what is dangerous now, and where the naloxone is.

    Who does not want to talk about it is not asked further.
    """
    t = use_session().t
    wanted = [(item.because, item.about) for item in items if item.because]
    is_asked = now.hard is not Hard.NOTHING or has_text(now.hard_words)
    return div(
        *(div(para(t(because), cls="rp-soft"), para(words.strip(), cls="rp-own")) for because, words in wanted),
        Today(now, _PATH, *((OPENING, WHAT_WAS_HARD) if is_asked else (OPENING,))),
        AfterUse(plan) if now.hard is Hard.USED else None,
        Today(now, _PATH, NUMBERS_WAIT) if now.looks_at_it_first else None,
        Notes(tuple(finding for finding in findings if finding.code.startswith("since_last."))),
        cls="rp-fields rp-large",
    )


@reacton.component
def LookedBack(plan: Plan, now: SinceLast) -> Any:
    """The way into the review of what was hard; it opens as a calm page of its own."""
    context = use_session()
    t, hand = context.t, OfToday(context.editor, _PATH, now)
    review = next((lapse_review for lapse_review in plan.lapse_reviews if lapse_review.id == now.lapse_review_id), None)

    def begun(review_id: str) -> None:
        hand.put((*_PATH, now.id, "lapse_review_id"), review_id)

    return div(
        para(t("It is good that you are here. We begin with what stopped it, or brought you back.")),
        para(review.what_stopped.strip() if review else "", cls="rp-own"),
        LookBack(plan, now.lapse_review_id, begun, say("Look at it again") if review else say("Look back together")),
        cls="rp-fields",
    )


@reacton.component
def Heard(items: tuple[AgendaItem, ...]) -> Any:
    """Draw, for staff, what was noted between the sessions."""
    t = use_session().t
    lines = [
        tag("li", tag("span", t(item.says), cls="rp-soft"), " ", item.about.strip()).key(item.where.item)
        for item in items
    ]
    return tag("ul", *lines, cls="rp-lines")


@reacton.component
def SignsShowed(plan: Plan, now: SinceLast) -> Any:
    """The person's own early signs, to say which showed, or that none did."""
    named = tuple((sign.id, sign.own_words.strip()) for sign in plan.warning_signs if sign.own_words.strip())
    none_showed = now.no_signs or not now.sign_ids
    return Today(now, _PATH, *((SIGNS, NO_SIGNS) if none_showed else (SIGNS,)), links={"sign_ids": named})


@dataclass(frozen=True)
class OfMedicine:
    """Takes what is said about one medicine today, and lays it into the opening of today."""

    editor: DraftEditor
    now: SinceLast
    taken: MedicineTaken

    def put(self, path: FieldPath, value: Any, *, typing: bool = False) -> None:  # noqa: ARG002 - two levels are laid at once
        """Change one field; the path ends with its name."""

        def changed(known: tuple[SinceLast, ...]) -> tuple[SinceLast, ...]:
            now = next((one for one in known if one.id == self.now.id), self.now)
            taken = next((one for one in now.by_medicine if one.id == self.taken.id), self.taken)
            told = with_item(now.by_medicine, taken.amended(**{path[-1]: value}))
            return with_item(known, now.amended(by_medicine=told))

        self.editor.change(_PATH, changed, visit="/".join(path))


@reacton.component
def MedicinesTaken(now: SinceLast, items: tuple[AgendaItem, ...]) -> Any:
    """One line for each medicine, without blame: where its supply stands, and how it went."""
    return div(*(OneMedicine(now, item).key(item.where.item) for item in items), cls="rp-cards")


@reacton.component
def OneMedicine(now: SinceLast, item: AgendaItem) -> Any:
    """How it went with one medicine; what got in the way is asked where it did not go as planned."""
    context = use_session()
    fresh = reacton.use_memo(context.editor.new_id, [item.where.item])
    taken = taken_of(now, item.where.item) or MedicineTaken(id=fresh, medication_id=item.where.item)
    provide_session(replace(context, taken_by=OfMedicine(context.editor, now, taken)))
    path = (*_PATH, now.id, "by_medicine", taken.id)
    asks_more = taken.how not in {None, AsPlanned.YES} or has_text(taken.own_words)
    body = div(Fields(TAKEN, taken, path), Fields(GOT_IN_THE_WAY, taken, path) if asks_more else None, cls="rp-fields")
    return _about(item, context.t, body)


@reacton.component
def AfterVisits(plan: Plan, items: tuple[AgendaItem, ...]) -> Any:
    """Each visit that has been, with a place for what changed."""
    t, there = use_session().t, {visit.id: visit for visit in plan.visits}
    cards = [
        _about(item, t, Fields(AFTER_VISIT, there[item.where.item], ("visits", item.where.item)))
        for item in items
        if item.where.item in there
    ]
    return div(*cards, cls="rp-cards")


@reacton.component
def CameOfCalls(plan: Plan, items: tuple[AgendaItem, ...]) -> Any:
    """Each referral that is open, with how far it is; where it did not work out, what got in the way."""
    t, there = use_session().t, {referral.id: referral for referral in plan.referrals}
    cards = [_about(item, t, _referral(there[item.where.item])) for item in items if item.where.item in there]
    return div(*cards, cls="rp-cards")


def _referral(referral: Referral) -> Any:
    path = ("referrals", referral.id)
    reason = Fields(IN_THE_WAY, referral, path) if referral.status is ReferralStatus.NO else None
    return div(Fields(CAME_OF_IT, referral, path), reason, cls="rp-fields")


@reacton.component
def Practiced(plan: Plan, items: tuple[AgendaItem, ...]) -> Any:
    """Each skill under way: the times it was tried, and how far it is."""
    t, there = use_session().t, {skill.id: skill for skill in plan.skills}
    cards = [
        _about(item, t, SkillAgain(there[item.where.item]).key(f"again-{item.where.item}"))
        for item in items
        if item.where.item in there
    ]
    return div(*cards, cls="rp-cards")


@reacton.component
def SkillAgain(skill: Skill) -> Any:
    """The times a skill was tried since, and how far it has come."""
    context = use_session()
    path = ("skills", skill.id)
    today = DayWords(words=context.t.day(context.today), reading=context.today)
    return div(
        Rows(
            skill.practices,
            (*path, "practices"),
            TRIED,
            title=say("Times I tried it"),
            new=lambda new_id: Practice(id=new_id, on=today),
            add=say("I tried it"),
        ),
        Fields(HOW_FAR, skill, path),
        cls="rp-fields",
    )


def _about(item: AgendaItem, t: Language, body: Any) -> Any:
    """Put what one line of the agenda asks under the words it is about."""
    words = item.about.strip() or t(item.says)
    return tag(
        "section",
        heading(3, words, cls="rp-own rp-again-title"),
        para(t(item.because) if item.because else "", cls="rp-soft"),
        body,
        cls="rp-card rp-card-open rp-again",
        aria_label=words,
    ).key(item.where.item)
