"""Signed consents, kept for good: signing is one row, and its end another. The latest row of a consent counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from planner.consent.signed import SignedConsent, ended
from planner.model.instant import local_day
from planner.sharing.checking import check_in_force
from planner.sharing.disclosure import further_copy, line_joined
from planner.store import events, people
from planner.store.chain import chain
from planner.store.errors import AlreadyInStoreError, NotInStoreError
from planner.store.tables import CONSENT

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from planner.consent.signed import Ended
    from planner.sharing.disclosure import Disclosure
    from planner.sharing.sharing import Sharing


def sign(connection: Connection, signed: SignedConsent, *, at: datetime) -> None:
    """Keep a consent that was signed.

    Raises:
        AlreadyInStoreError: a consent was signed under this id; it stays as it was signed.
        NotInStoreError: nobody is kept under the person's id.
    """
    people.read(connection, signed.person_id)
    if connection.scalar(select(CONSENT.c.position).where(CONSENT.c.consent_id == signed.id).limit(1)):
        raise AlreadyInStoreError(signed.id, kind="consent")
    _append(connection, signed, at)


def end(connection: Connection, consent_id: str, how: Ended, *, at: datetime) -> SignedConsent:
    """End a consent, and return it; one that has ended stays as it ended first.

    Raises:
        NotInStoreError: none was signed under this id.
    """
    before = read(connection, consent_id)
    after = ended(before, how)
    if after != before:
        _append(connection, after, at)
    return after


def _append(connection: Connection, signed: SignedConsent, at: datetime) -> None:
    chain.append(
        connection,
        "consent",
        at,
        person_id=signed.person_id,
        consent_id=signed.id,
        value=signed.model_dump_json(),
    )


def read(connection: Connection, consent_id: str) -> SignedConsent:
    """Return a consent as it stands now.

    Raises:
        NotInStoreError: none was signed under this id.
    """
    latest = select(CONSENT.c.value).where(CONSENT.c.consent_id == consent_id).order_by(CONSENT.c.position.desc())
    value = connection.scalar(latest.limit(1))
    if value is None:
        raise NotInStoreError(consent_id, kind="consent")
    return SignedConsent.model_validate_json(value)


def of_person(connection: Connection, person_id: str) -> tuple[SignedConsent, ...]:
    """Return every consent a person signed, as it stands now, the first one signed first."""
    own = select(func.max(CONSENT.c.position).label("latest"), func.min(CONSENT.c.position).label("first"))
    own_rows = own.where(CONSENT.c.person_id == person_id).group_by(CONSENT.c.consent_id).subquery()
    found = select(CONSENT.c.value).join(own_rows, CONSENT.c.position == own_rows.c.latest).order_by(own_rows.c.first)
    return tuple(SignedConsent.model_validate_json(value) for value in connection.scalars(found))


def hand_over(connection: Connection, sharing: Sharing, *, at: datetime, zone: str) -> Disclosure:
    """Look at the consent once more, and return the line of the accounting under which it leaves, written or joined.

    Raises:
        NotAgreedError: it ended, or was taken back, since the page was made.
        NotInStoreError: it was never signed here.
    """
    check_in_force(read(connection, sharing.shared.consent_id), local_day(at, zone))
    leaving = sharing.disclosure.amended(at=at)
    joined = line_joined(leaving, events.disclosures(connection, leaving.person_id), zone)
    events.disclose(connection, further_copy(leaving, joined) if joined else leaving)
    events.note(connection, "handed over", leaving.person_id, sharing.document, by=leaving.by, at=at)
    return joined or leaving
