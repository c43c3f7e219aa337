"""A provider of the plan as one who may receive something."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.health.provider import Provider
from planner.consent.consent import Recipient


def as_recipient(provider: Provider) -> Recipient:
    """Return a provider of the plan as one who may receive it; the provider's id is the recipient's too."""
    return Recipient(id=provider.id, name=provider.name, address=provider.place, provider_id=provider.id)
