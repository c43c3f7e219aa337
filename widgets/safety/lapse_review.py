"""Looking back on a hard day: what helped first, who may know, what changed before, and what the plan could change.

`LookBack` is the way in, wherever something hard is named; `LapseReviews` lists those there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.check_in.after_lapse import Edge, accepted, proposals, turned_down
from planner.model.message import say
from planner.safety.lapse_review import Happened, HowFar, LapseReview
from planner.words.language import Language
from widgets.draft.context import use_session
from widgets.elements.happened import Remove
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.overlay import Overlay
from widgets.forms import Fields, form
from widgets.forms.link_options import links
from widgets.forms.words import shown_reading
from widgets.safety.after_use import AfterUse

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.check_in.after_lapse import Proposal
    from planner.model.message import Message
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan

STOPPED = form(LapseReview, "what_stopped")
WHO_KNOWS = form(LapseReview, "who_may_know", "print_in")
WHAT = form(LapseReview, "on", "how_far", "what_happened")
DOSES = form(LapseReview, "missed_doses")
WHY = form(LapseReview, "medication_ids", "why_missed")
SYMPTOMS = form(LapseReview, "symptoms_shifted")
CHANGED = form(LapseReview, "symptoms", "condition_ids")
ACCESS = form(LapseReview, "access_broke")
FELL_AWAY = form(LapseReview, "access", "access_area")
STRENGTHS = form(LapseReview, "strength_ids")

LOOK_BACK = say("Look back on a hard day")


@reacton.component
def LookBack(
    plan: Plan, review_id: str | None = None, begun: Callable[[str], None] | None = None, label: Message = LOOK_BACK
) -> Any:
    """The way into a review: the one with this id, or a new one. `begun` takes the id of a new one."""
    context = use_session()
    opened, open_review = reacton.use_state("")
    there = next((lapse_review for lapse_review in plan.lapse_reviews if lapse_review.id == review_id), None)
    shown = next((one for one in plan.lapse_reviews if one.id == opened), None)

    def press() -> None:
        if there:
            open_review(there.id)
            return
        review = LapseReview(id=context.editor.new_id())
        open_review(review.id)
        context.editor.add(("lapse_reviews",), review)
        if begun:
            begun(review.id)

    return div(
        Button(context.t(label), press, kind="quiet", icon="more"),
        ReviewPage(plan, shown, lambda: open_review("")).key(shown.id) if shown else None,
        cls="rp-look-back",
    )


@reacton.component
def LapseReviews(plan: Plan) -> Any:
    """The reviews there are, each folded to one line, and the way to a new one."""
    t = use_session().t
    return tag(
        "section",
        heading(3, t("After a hard day"), cls="rp-part-title"),
        para(t("You look back together: first what helped, then what the plan could change."), cls="rp-soft"),
        *(ReviewLine(plan, lapse_review).key(lapse_review.id) for lapse_review in plan.lapse_reviews),
        LookBack(plan).key("begin"),
        cls="rp-reviews",
        aria_label=t("After a hard day"),
    )


@reacton.component
def ReviewLine(plan: Plan, review: LapseReview) -> Any:
    """One review by its day and what helped. What happened stays inside."""
    t = use_session().t
    words = title_of(review, t)
    return div(
        para(words, cls="rp-own"),
        div(
            LookBack(plan, review.id, label=say("Look at it again")),
            Remove(("lapse_reviews",), review.id, words),
            cls="rp-folded-ways",
        ),
        cls="rp-card rp-folded",
    )


def title_of(review: LapseReview, t: Language) -> str:
    """Return the day and what stopped it or brought the person back."""
    parts = (shown_reading(review.on, t) or review.on.words.strip(), review.what_stopped.strip())
    return " · ".join(part for part in parts if part) or t("A hard day")


@reacton.component
def ReviewPage(plan: Plan, review: LapseReview, close: Callable[[], None]) -> Any:
    """The page that looks back on a lapse, without blame. Every answer can stay open."""
    t = use_session().t
    path, known = ("lapse_reviews", review.id), links(plan)
    return Overlay(
        "review",
        t("Looking back together"),
        close,
        para(
            t("You are here. Something or somebody brought you back. The plan can change, and you need not."),
            cls="rp-over-opening",
        ),
        _part(t("What helped"), Fields(STOPPED, review, path)),
        _part(t("Who may know"), WhoMayKnow(review, path)),
        _part(t("What happened"), Fields(WHAT, review, path)),
        AfterUse(plan, opens_page=False) if review.how_far is HowFar.LAPSE else None,
        _part(t("What was different before"), Before(review, path, known)),
        _part(t("What carried you"), Carried(review, path, known)),
        _part(t("What the plan could change"), Changes(plan, review)),
        div(Button(t("Back to the plan"), close, kind="main", icon="check"), cls="rp-row-foot"),
    )


def _part(title: str, *body: Any) -> Any:
    return tag("section", heading(3, title, cls="rp-part-title"), *body, cls="rp-over-section", aria_label=title)


@reacton.component
def WhoMayKnow(review: LapseReview, path: FieldPath) -> Any:
    """Who can read this page, and that it is on no paper unless the person says so."""
    t = use_session().t
    where = [t(paper.label) for paper in review.print_in]
    printed = t("It is printed in: {papers}.", papers=where) if where else t("It is printed nowhere right now.")
    return div(Fields(WHO_KNOWS, review, path), para(printed, cls="rp-told", role="status"), cls="rp-fields")


@reacton.component
def Before(review: LapseReview, path: FieldPath, known: dict[str, Any]) -> Any:
    """The three questions; each opens further where the answer is yes."""

    def more(shown: Any, answer: Happened | None) -> Any:
        return Fields(shown, review, path, links=known) if answer is Happened.YES else div(cls="rp-none")

    return div(
        Fields(DOSES, review, path),
        more(WHY, review.missed_doses),
        Fields(SYMPTOMS, review, path),
        more(CHANGED, review.symptoms_shifted),
        Fields(ACCESS, review, path),
        more(FELL_AWAY, review.access_broke),
        cls="rp-fields",
    )


@reacton.component
def Carried(review: LapseReview, path: FieldPath, known: dict[str, Any]) -> Any:
    """The person's strengths to choose from."""
    t = use_session().t
    if not known["strength_ids"]:
        return para(t("Your strengths have a step of their own. Name one there, and it stands here."), cls="rp-soft")
    return Fields(STRENGTHS, review, path, links=known)


@reacton.component
def Changes(plan: Plan, review: LapseReview) -> Any:
    """What the review leads to, each change to accept or not; nothing changes by itself."""
    t = use_session().t
    open_ones = proposals(plan, review)
    yes = sum(answer.accepted for answer in review.answers)
    if open_ones:
        says = t("Nothing changes unless you say yes.")
    elif review.answers:
        says = t("That is all for now.")
    else:
        says = t("Once something stands above, what could change is listed here.")
    return div(
        para(says, cls="rp-soft"),
        *(Change(review, one).key(one.code) for one in open_ones),
        para(t("In the plan from this page: {n}", n=yes) if yes else "", cls="rp-told", role="status"),
        cls="rp-cards",
    )


@reacton.component
def Change(review: LapseReview, proposal: Proposal) -> Any:
    """One proposed change, where it comes from, and the two answers."""
    context = use_session()
    t, editor = context.t, context.editor

    def say_yes() -> None:
        edge = Edge(editor.new_id, context.today, Language(editor.person.language.value))
        editor.put((), accepted(editor.plan, review, proposal, edge), visit=f"review/{proposal.code}")

    def say_no() -> None:
        editor.put((), turned_down(editor.plan, review, proposal), visit=f"review/{proposal.code}")

    what = t(proposal.says)
    return div(
        div(para(what, cls="rp-change-says"), para(t(proposal.because), cls="rp-soft"), cls="rp-change-words"),
        div(
            Button(
                t("Yes"), say_yes, kind="quiet", icon="check", attributes={"aria-label": t("Yes: {what}", what=what)}
            ),
            Button(t("No"), say_no, kind="text", attributes={"aria-label": t("No: {what}", what=what)}),
            cls="rp-change-ways",
        ),
        cls="rp-card rp-change",
        role="group",
        aria_label=what,
    )
