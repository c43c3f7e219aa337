"""Invented people put into a store, for practice and for teaching."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.store import Store
    from planner.teaching.people import PracticePerson


def settle(store: Store, people: tuple[PracticePerson, ...]) -> None:
    """Put people into an empty store the way a counselor would have: session by session."""
    for person in people:
        store.add_person(person.person)
        for context in person.finished:
            begun = store.begin(context.session)
            store.finish(begun.id, context.plan, at=context.session.finished or context.session.started)
        for contact in person.contacts:
            store.note_contact(contact)
        for signed in person.signed:
            store.agreements.sign(signed)
        for line in person.given:
            store.agreements.note_disclosure(line)
