"""What came of asking: the referrals to one place, each with how far it is and, where it did not work out, why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.model.message import say
from planner.resources.referral import Referral, ReferralStatus
from widgets.draft.context import use_session
from widgets.elements.markup import div
from widgets.forms import Fields, form
from widgets.forms.cards import Cards
from widgets.forms.words import shown_reading

if TYPE_CHECKING:
    from planner.model.finding import Finding
    from planner.model.path import FieldPath
    from planner.words.language import Language
    from widgets.forms.link_options import Options

ASKED = form(Referral, ("asked_on", "asked_by"), "status")
OBSTACLE = form(Referral, "reason")
OUTCOME = form(Referral, "own_words", "look_again")
TO = form(Referral, "resource_id")

_PATH = ("referrals",)


@reacton.component
def Asked(resource_id: str, referrals: tuple[Referral, ...], findings: tuple[Finding, ...]) -> Any:
    """What was asked of one place, each with what came of it."""
    t = use_session().t
    here = tuple(referral for referral in referrals if referral.resource_id == resource_id)
    return Cards(
        here,
        _PATH,
        ASKED,
        title=lambda one: told(one, t),
        new=lambda new_id: Referral(id=new_id, resource_id=resource_id),
        add=say("Note when we asked"),
        body=outcome,
        findings=findings,
    )


@reacton.component
def AskedElsewhere(referrals: tuple[Referral, ...], links: dict[str, Options], findings: tuple[Finding, ...]) -> Any:
    """Referrals whose place is not in the plan any more, so that nothing asked is lost."""
    t = use_session().t
    loose = tuple(referral for referral in referrals if referral.resource_id is None)
    if not loose:
        return div(cls="rp-none")
    return Cards(
        loose,
        _PATH,
        ASKED,
        title=lambda one: told(one, t),
        new=lambda new_id: Referral(id=new_id),
        add=say("Ask somewhere else"),
        body=lambda one, path: div(Fields(TO, one, path, links=links), outcome(one, path), cls="rp-fields"),
        findings=findings,
    )


def outcome(referral: Referral, path: FieldPath) -> Any:
    """Return what happened; what got in the way is asked only where it did not work out."""
    why = Fields(OBSTACLE, referral, path) if referral.status is ReferralStatus.NO else None
    return div(why, Fields(OUTCOME, referral, path), cls="rp-fields rp-more")


def told(referral: Referral, t: Language) -> str:
    """Return how far a referral is, in one line: the answer, the day, and what got in the way."""
    day = shown_reading(referral.asked_on, t) or referral.asked_on.words.strip()
    why = t(referral.reason.label) if referral.reason and referral.status is ReferralStatus.NO else ""
    return " · ".join(part for part in (t(referral.status.label), day, why) if part)
