"""Invented people, for practice, for teaching, for every test and every picture. None of them is anybody.

A person is a folder: `person.toml` with the person, the sessions, the contacts, which consents were signed and what was
given under them, and for each session the plan as it stood at its end (`1.toml`, `2.toml` …).
`planner.teaching.people.notation` says how days and ids are written there.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from planner.caseload.person import Person
from planner.consent import Signature, SignedConsent
from planner.consent.signed import sign
from planner.plan.plan import Plan
from planner.sessions.session import Contact, Session
from planner.sharing.disclosure import Disclosure
from planner.teaching.people.notation import Notation
from planner.words.language import Language

if TYPE_CHECKING:
    from datetime import date


PEOPLE = ("dana", "terrence", "marisol", "jo")


@dataclass(frozen=True, slots=True)
class FinishedSession:
    """One finished session and the plan as it stood at its end."""

    session: Session
    plan: Plan


@dataclass(frozen=True, slots=True)
class PracticePerson:
    """Somebody invented, with everything that was kept about them so far."""

    person: Person
    finished: tuple[FinishedSession, ...]
    contacts: tuple[Contact, ...]
    signed: tuple[SignedConsent, ...]
    given: tuple[Disclosure, ...]

    @property
    def plan(self) -> Plan:
        """The plan as it stands today."""
        return self.finished[-1].plan


def practice_people(today: date) -> tuple[PracticePerson, ...]:
    """Return the invented people, with their days set around today.

    Dana R., whose plan has something in every part; Terrence, who is about to leave treatment; Marisol, whose plan is
    in Spanish; and Jo, who has only just begun.
    """
    return tuple(practice_person(name, today) for name in PEOPLE)


def practice_person(name: str, today: date) -> PracticePerson:
    """Return one of `PEOPLE`."""
    about = _read(name, "person")
    notation = Notation(name, today, Language(about["person"].get("language", "en")))
    person = Person.model_validate(notation.written(about["person"]))
    sessions = [Session.model_validate(one) for one in notation.written(about["sessions"])]
    plans = [Plan.model_validate(notation.written(_read(name, str(session.number)))) for session in sessions]
    return PracticePerson(
        person,
        tuple(FinishedSession(session, plan) for session, plan in zip(sessions, plans, strict=True)),
        tuple(Contact.model_validate(one) for one in notation.written(about.get("contacts", []))),
        tuple(_signed(one, plans[-1], notation.language) for one in notation.written(about.get("signed", []))),
        tuple(Disclosure.model_validate(one) for one in notation.written(about.get("given", []))),
    )


def _signed(mark: dict[str, Any], plan: Plan, language: Language) -> SignedConsent:
    """Put a signature under a consent of the plan, which it names beside."""
    consent = next(one for one in plan.consents if one.id == mark["consent"])
    signature = {name: value for name, value in mark.items() if name != "consent"}
    return sign(consent, plan.person_id, Signature.model_validate(signature), language)


def _read(name: str, part: str) -> dict[str, Any]:
    file = files("planner.teaching.people") / name / f"{part}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
