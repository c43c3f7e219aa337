"""Invented people, for practice, for teaching, for every test and every picture. None of them is anybody.

A person is a folder: `person.toml` with the person, the sessions and the contacts, and for each session the plan as
it stood at its end (`1.toml`, `2.toml` …). `planner.library.people.notation` says how days and ids are written there.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from planner.language import Language
from planner.library.people.notation import Notation
from planner.person import Person
from planner.plan import Plan
from planner.session import Contact, Session

if TYPE_CHECKING:
    from datetime import date

    from planner.store import Store

PEOPLE = ("dana", "terrence", "marisol", "jo")


@dataclass(frozen=True, slots=True)
class Sitting:
    """One finished session and the plan as it stood at its end."""

    session: Session
    plan: Plan


@dataclass(frozen=True, slots=True)
class PracticePerson:
    """Somebody invented, with everything that was kept about them so far."""

    person: Person
    sittings: tuple[Sitting, ...]
    contacts: tuple[Contact, ...]

    @property
    def plan(self) -> Plan:
        """The plan as it stands today."""
        return self.sittings[-1].plan


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
    return PracticePerson(
        person,
        tuple(
            Sitting(session, Plan.model_validate(notation.written(_read(name, str(session.number)))))
            for session in sessions
        ),
        tuple(Contact.model_validate(one) for one in notation.written(about.get("contacts", []))),
    )


def settle(store: Store, people: tuple[PracticePerson, ...]) -> None:
    """Put people into an empty store the way a counselor would have: session by session."""
    for one in people:
        store.add_person(one.person)
        for sitting in one.sittings:
            begun = store.begin(sitting.session)
            store.finish(begun.id, sitting.plan, at=sitting.session.finished or sitting.session.started)
        for contact in one.contacts:
            store.note_contact(contact)


def _read(name: str, part: str) -> dict[str, Any]:
    file = files("planner.library.people") / name / f"{part}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
