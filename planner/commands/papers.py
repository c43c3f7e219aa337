"""The papers of one person as the command line makes them: what the screen prints too, and under the same terms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, cast

from planner.commands.outcome import Outcome, StoppedError

if TYPE_CHECKING:
    from datetime import date

    from exports.catalog import As, ExportedFile, Kind
    from exports.documents.occasion import Occasion
    from exports.page.edition import Edition
    from planner.caseload.person import Person
    from planner.consent import Consent, SignedConsent
    from planner.plan.plan import Plan
    from planner.sessions.session import Session
    from planner.store import Store
    from planner.words.language import Language

DocumentName = Literal[
    "my-plan",
    "whole-plan",
    "lapse-page",
    "session-summary",
    "pill-schedule",
    "pill-list",
    "question-sheet",
    "services-and-meetings",
    "my-week",
    "my-week-neutral",
    "consent-copy",
    "accounting",
]
"""What leaves the agency is not among them: it takes a consent, and is made where the two agree on it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One document of one person: which, as which kind of file, and in which language."""

    kept: Store
    person: Person
    document: DocumentName
    form: As
    language: Language


@dataclass(frozen=True, slots=True)
class Paper:
    """One finished document; `apart` tells it from others that bear the same name."""

    offer: ExportedFile
    apart: str = ""


def papers(wanted: Wanted) -> tuple[Paper, ...]:
    """Make a document: one paper, or for the consents of a person one for each.

    Raises:
        StoppedError: there is nothing to print yet, or it could not be printed.
    """
    from exports.press.press import PressError

    try:
        match wanted.document:
            case "accounting":
                return (Paper(_accounting(wanted)),)
            case "consent-copy":
                return _consents(wanted)
            case _:
                return (Paper(_of_plan(wanted)),)
    except PressError as stopped:
        raise StoppedError(Outcome.NOT_PRINTED, str(stopped)) from stopped


def phone_calendar_of(kept: Store, person: Person, language: Language) -> Paper:
    """Make the week of a person as a calendar file, in neutral words and without places.

    Raises:
        StoppedError: there is no plan yet.
    """
    from exports.catalog import phone_calendar

    plan, session = _plan_there_is(kept, person.id)
    return Paper(phone_calendar(_occasion(kept, person, language, plan, session)))


def _of_plan(wanted: Wanted) -> ExportedFile:
    from exports.catalog import of_plan, offer
    from exports.page.document.remarks import NOT_ASKED

    plan, session = _plan_there_is(wanted.kept, wanted.person.id)
    kind = cast("Kind", wanted.document)
    private = _for_their_hands(plan, kind)
    occasion = _occasion(wanted.kept, wanted.person, wanted.language, private, session)
    made = offer(of_plan(kind, occasion), wanted.form)
    return made if private is plan else replace(made, remarks=(*made.remarks, NOT_ASKED))


def _plan_there_is(kept: Store, person_id: str) -> tuple[Plan, Session | None]:
    plan, session = _plan_of(kept, person_id)
    if plan is None:
        raise StoppedError(Outcome.NOTHING_FOUND, "There is no plan yet.")
    return plan, session


def _occasion(kept: Store, person: Person, language: Language, plan: Plan, session: Session | None) -> Occasion:
    from exports.documents.occasion import Occasion

    return Occasion(
        plan=plan, person=person, session=session, today=kept.today(), language=language, agency=kept.agency()
    )


def _for_their_hands(plan: Plan, kind: Kind) -> Plan:
    """Return the plan as it may be printed: where nobody was asked who could find it, the paper tells less.

    Raises:
        StoppedError: somebody could find it, and the paper would hold nothing else than what stays off it.
    """
    from planner.sharing.paper_privacy import is_asked, stays_unprinted

    if kind == "session-summary":
        return plan
    private = plan if is_asked(plan) else plan.amended(paper_may_be_found=True)
    if stays_unprinted(private, kind):
        why = "Somebody could find this paper" if is_asked(plan) else "Nobody was asked yet who could find this paper"
        raise StoppedError(Outcome.NOTHING_FOUND, f"{why}, so it stays unprinted. Print it in the session.")
    return private


def _plan_of(kept: Store, person_id: str) -> tuple[Plan | None, Session | None]:
    """Return the plan as it stands, and its session: the draft of one under way, else what was finished last."""
    plan, session = kept.plan_of(person_id), None
    if kept.drafts.current(person_id):
        session = kept.open_session(person_id)
    elif last := kept.newest_revision(person_id):
        session = next((held for held in kept.sessions(person_id) if held.id == last.session_id), None)
    return plan, session


def _accounting(wanted: Wanted) -> ExportedFile:
    """Make the accounting of six years, which holds every other view."""
    from exports.catalog import of_accounting, offer
    from planner.sharing.accounting import View, accounting

    kept, person, edition = wanted.kept, wanted.person, _edition(wanted)
    found = accounting(kept.agreements.disclosures(person.id), View.ALL, until=edition.today, zone=edition.agency.zone)
    return offer(of_accounting(found, person, edition, str(kept.head())), wanted.form)


def _edition(wanted: Wanted) -> Edition:
    from exports.page.edition import Edition

    return Edition(today=wanted.kept.today(), language=wanted.language, agency=wanted.kept.agency())


def _consents(wanted: Wanted) -> tuple[Paper, ...]:
    """Make a copy of each consent that was signed, whatever came of it, and of each that is ready to be signed."""
    signed = wanted.kept.agreements.consents(wanted.person.id)
    known = {one.id for one in signed}
    prepared = [one for one in _prepared(wanted) if one.id not in known]
    ready = [one for one in prepared if _is_ready(one, wanted.kept.today())]
    found = (*signed, *ready)
    if not found:
        says = "A line in the consent is still open." if prepared else "There is no consent yet."
        raise StoppedError(Outcome.NOTHING_FOUND, says)
    return tuple(Paper(_copy(one, wanted), one.id[:8] if len(found) > 1 else "") for one in found)


def _prepared(wanted: Wanted) -> tuple[Consent, ...]:
    plan, _ = _plan_of(wanted.kept, wanted.person.id)
    return plan.consents if plan else ()


def _is_ready(consent: Consent, today: date) -> bool:
    from planner.consent.readiness import before_signing

    return not before_signing(consent, today)


def _copy(consent: Consent | SignedConsent, wanted: Wanted) -> ExportedFile:
    from exports.catalog import of_consent, offer

    return offer(of_consent(consent, _edition(wanted)), wanted.form)
