"""What the pages before a session work with: the store, the clock and the way to the table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planner.caseload.person import shown_name
from planner.model.entry import has_text
from planner.store import SessionAlreadyOpenError
from widgets.draft.context import use_session
from widgets.elements.markup import Button, heading, tag

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from planner.caseload.person import Person
    from planner.sessions.session import Session
    from planner.store import Store
    from planner.words.language import Language


@dataclass(frozen=True)
class StaffContext:
    """What the pages of the staff work with, while no person's plan is open."""

    store: Store
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    sit_down: Callable[[Person, Session], None]
    computer_zone: str = ""
    """The zone this computer is set to; nothing where it does not say."""

    unfinished: dict[str, Any] = field(default_factory=dict)
    """What was being written when a form was closed, by the person it is about; it stands there when it opens again."""

    def begin(self, person: Person, session: Session) -> None:
        """Begin a session and sit down to it; where one was opened meanwhile on another page, to that one.

        Raises:
            StoreError: the session could not be kept.
        """
        try:
            begun = self.store.begin(session.amended(started=self.now()))
        except SessionAlreadyOpenError as under_way:
            begun = under_way.session
        self._remember(begun.author)
        self.sit_down(person, begun)

    def _remember(self, author: str) -> None:
        """Keep the first name that was given: it is asked for once on this computer."""
        agency = self.store.agency()
        if has_text(author) and not has_text(agency.counselor):
            self.store.keep_agency(agency.amended(counselor=author.strip()))

    def last_author(self, person: Person) -> str:
        """Return who sat with the person last, or else who works at this computer, as a first word for who does now."""
        sessions = self.store.sessions(person.id)
        return (sessions[-1].author if sessions else "") or self.store.agency().counselor


def name_of(person: Person, t: Language) -> str:
    """Return the name a list shows; somebody without one is new."""
    return shown_name(person) or t("New person")


def told_apart(person: Person, t: Language) -> str:
    """Return a name with what tells it from an equal one: the birth day, the full name, or the day they were added."""
    name = name_of(person, t)
    if born := person.born.strip():
        return t("{name}, born {born}", name=name, born=born)
    full = person.full_name.strip()
    return f"{name} · {full}" if full and full != name else t("{name}, added on {day}", name=name, day=person.added_on)


def StaffPage(title: str, back: Callable[[], None], *parts: Any, focus: str) -> Any:
    """A page with the way back to the caseload; `focus` is the mark by which its title takes the focus."""
    t = use_session().t
    return tag(
        "main",
        Button(t("Caseload"), back, kind="text", icon="back"),
        heading(1, title, cls="rp-step-title", tabindex="-1", data_focus=focus),
        *parts,
        cls="rp-main rp-front",
        id="rp-main",
    )
