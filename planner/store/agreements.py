"""What left the agency, and on which consent: the part of the store that answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.sharing.sharing import share
from planner.store import consents, events, settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from planner.consent.signed import Ended, SignedConsent
    from planner.plan.plan import Plan
    from planner.sharing.checking import Asked
    from planner.sharing.disclosure import Disclosure
    from planner.sharing.sharing import Sharing
    from planner.store.place import Place


class Agreements:
    """Signed consents, what they let through, and the accounting of it."""

    def __init__(self, place: Place, now: Callable[[], datetime]) -> None:
        """Work on the rows of an open store."""
        self._place, self._now = place, now

    def note_disclosure(self, disclosure: Disclosure) -> None:
        """Add a line to the accounting of a person; it is kept for good."""
        with self._place.writing(about=disclosure.person_id) as connection:
            events.disclose(connection, disclosure)

    def disclosures(self, person_id: str) -> tuple[Disclosure, ...]:
        """Return the accounting of a person, the earliest line first."""
        with self._place.reading() as connection:
            return events.disclosures(connection, person_id)

    def sign(self, signed: SignedConsent) -> None:
        """Keep a consent that was signed; it is kept for good.

        Raises:
            AlreadyInStoreError: a consent was signed under this id; it stays as it was signed.
            NotInStoreError: nobody is kept under the person's id.
        """
        with self._place.writing(about=signed.person_id) as connection:
            consents.sign(connection, signed, at=self._now())

    def end_consent(self, consent_id: str, how: Ended) -> SignedConsent:
        """End a consent, and return it; one that has ended stays as it ended first.

        Raises:
            NotInStoreError: none was signed under this id.
        """
        with self._place.writing() as connection:
            return consents.end(connection, consent_id, how, at=self._now())

    def consents(self, person_id: str) -> tuple[SignedConsent, ...]:
        """Return every consent a person signed, as it stands now, the first one signed first."""
        with self._place.reading() as connection:
            return consents.of_person(connection, person_id)

    def share(self, plan: Plan, consent_id: str, asked: Asked, *, disclosure_id: str) -> Sharing:
        """Return what a consent, as it stands now, covers of a plan. Nothing has been handed over yet.

        Raises:
            NotAgreedError: the consent does not permit it.
            NotInStoreError: none was signed under this id.
        """
        with self._place.reading() as connection:
            signed, agency = consents.read(connection, consent_id), settings.read(connection)
        return share(plan, signed, asked, disclosure_id=disclosure_id, part2_applies=agency.part2_applies)

    def hand_over(self, sharing: Sharing) -> Disclosure:
        """Look at the consent once more, and return the line of the accounting, written or joined by a further copy.

        `planner.store.giving` calls it, in the moment a finished document leaves; nothing else does.

        Raises:
            NotAgreedError: the consent ended, or was taken back, since the page was made.
            NotInStoreError: it was never signed here.
        """
        at = self._now()
        with self._place.writing(about=sharing.disclosure.person_id) as connection:
            return consents.hand_over(connection, sharing, at=at, zone=settings.read(connection).zone)
