"""Invented people put into a store, for practice and for teaching."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.store import Store
    from planner.teaching.people import PracticePerson


def settle(store: Store, people: tuple[PracticePerson, ...]) -> None:
    """Put people into an empty store the way a counselor would have: session by session."""
    for one in people:
        store.add_person(one.person)
        for context in one.finished:
            begun = store.begin(context.session)
            store.finish(begun.id, context.plan, at=context.session.finished or context.session.started)
        for contact in one.contacts:
            store.note_contact(contact)
        for signed in one.signed:
            store.agreements.sign(signed)
        for line in one.given:
            store.agreements.note_disclosure(line)
