"""With whom something of a plan may be shared right now: each recipient with the consent that permits it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.model.entry import has_text
from planner.sharing.checking import Asked, NotAgreedError, check, covered_parts
from planner.sharing.recipient import as_recipient

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from planner.consent.consent import Recipient
    from planner.consent.part import Part
    from planner.consent.signed import SignedConsent
    from planner.health.provider import Provider
    from planner.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Opening:
    """One recipient and the consent that permits to share with them; it is checked once more when that happens."""

    recipient: Recipient
    signed: SignedConsent
    parts: tuple[Part, ...]


def openings(plan: Plan, consents: Iterable[SignedConsent], today: date, at: datetime) -> tuple[Opening, ...]:
    """Return whom a consent permits to share with on a day, each recipient of each consent once."""
    found = (
        _opening(plan, signed, Asked(recipient=recipient, today=today, at=at, what=""))
        for signed in consents
        for recipient in _recipients(plan, signed)
    )
    return tuple(opening for opening in found if opening)


def not_open(plan: Plan, found: Iterable[Opening]) -> tuple[Provider, ...]:
    """Return the providers of a plan with whom nothing may be shared yet."""
    named = {opening.recipient.provider_id for opening in found}
    return tuple(provider for provider in plan.providers if has_text(provider.name) and provider.id not in named)


def _recipients(plan: Plan, signed: SignedConsent) -> Iterator[Recipient]:
    yield from signed.consent.recipients
    named = {recipient.provider_id for recipient in signed.consent.recipients}
    if signed.consent.is_for_all_care:
        yield from (as_recipient(provider) for provider in plan.providers if provider.id not in named)


def _opening(plan: Plan, signed: SignedConsent, asked: Asked) -> Opening | None:
    try:
        check(plan, signed, asked)
    except NotAgreedError:
        return None
    return Opening(asked.recipient, signed, covered_parts(signed, asked))
