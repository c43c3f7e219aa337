"""What may leave the agency: exactly what a consent covers, with the notice and the scope that go along."""

from __future__ import annotations

from dataclasses import InitVar, dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn, cast, final

from planner.consent.text import ends, purpose_of, recipient_line
from planner.model.entry import has_text
from planner.model.message import Message, say
from planner.plan.amending import ids_in, unlinked
from planner.plan.plan import Plan
from planner.plan.sections import SECTIONS_OF
from planner.safety.lapse_review import for_providers, may_be_shared
from planner.sharing.checking import check, covered_parts
from planner.sharing.notice import notice

if TYPE_CHECKING:
    from datetime import datetime

    from planner.consent.part import Part
    from planner.consent.signed import SignedConsent
    from planner.model.entry import Item
    from planner.sharing.checking import Asked


@final
@dataclass(frozen=True)
class SharedPlan:
    """A plan as one recipient may see it. It can not come into being without a consent that permits it.

    `planner.sharing.sharing` makes one, and the store is asked again at the moment it is handed over. Exports that
    leave the agency take this type and no other.

    Raises:
        NotAgreedError: the consent does not permit what is asked.
    """

    whole: InitVar[Plan]
    signed: InitVar[SignedConsent]
    asked: InitVar[Asked]
    part2_applies: InitVar[bool]

    plan: Plan = field(init=False)
    """Only the sections that are covered; every other one is empty, and no link leads to what was left out."""

    person_name: str = field(init=False)
    recipient: Message | str = field(init=False)
    parts: tuple[Part, ...] = field(init=False)
    scope: tuple[Message, ...] = field(init=False)
    """What the consent covers, for this recipient (42 CFR 2.32(b)). It names no other recipient."""

    notice: tuple[Message | str, ...] = field(init=False)
    short_notice: tuple[Message | str, ...] = field(init=False)
    """For a message, where there is little room."""

    consent_id: str = field(init=False)
    at: datetime = field(init=False)

    def __post_init__(self, whole: Plan, signed: SignedConsent, asked: Asked, part2_applies: bool) -> None:
        """Check the consent, then keep what it covers."""
        check(whole, signed, asked)
        parts = covered_parts(signed, asked)
        carried = {
            "plan": narrowed(whole, parts, asked.item_ids),
            "person_name": signed.consent.person_name,
            "recipient": recipient_line(asked.recipient),
            "parts": parts,
            "scope": _scope(signed, asked, parts),
            "notice": notice(part2_applies=part2_applies),
            "short_notice": notice(part2_applies=part2_applies, short=True),
            "consent_id": signed.id,
            "at": asked.at,
        }
        for name, value in carried.items():
            object.__setattr__(self, name, value)

    def __init_subclass__(cls) -> NoReturn:
        """Refuse a kind of shared plan that would not check."""
        message = "a shared plan has no other kinds"
        raise TypeError(message)


def narrowed(plan: Plan, parts: tuple[Part, ...], item_ids: frozenset[str] | None = None) -> Plan:
    """Return a plan with the sections of these parts and nothing else, and of their lists only the items named."""
    names = [name for part in parts for name in SECTIONS_OF[part]]
    kept: dict[str, Any] = {name: _of_section(plan, name, item_ids) for name in names}
    narrow = Plan(id=plan.id, person_id=plan.person_id, **kept)
    return unlinked(narrow, ids_in(plan) - ids_in(narrow))


def _of_section(plan: Plan, name: str, item_ids: frozenset[str] | None) -> object:
    found = getattr(plan, name)
    if not isinstance(found, tuple):
        return found if item_ids is None else type(found)()
    known = cast("tuple[Item, ...]", found)
    if name == "lapse_reviews":
        known = tuple(for_providers(review) for review in plan.lapse_reviews if may_be_shared(review))
    return known if item_ids is None else tuple(item for item in known if item.id in item_ids)


def _scope(signed: SignedConsent, asked: Asked, parts: tuple[Part, ...]) -> tuple[Message, ...]:
    consent = signed.consent
    return (
        say("{name} consented in writing on {day}.", name=consent.person_name, day=signed.signature.on),
        say("Shared by: {discloser}", discloser=consent.discloser),
        say("Shared with: {recipient}", recipient=recipient_line(asked.recipient)),
        say("What for: {purpose}", purpose=purpose_of(consent)),
        *(say("Covered here: {part}", part=part.label) for part in parts),
        *((say("As said there: {words}", words=consent.described),) if has_text(consent.described) else ()),
        say("The consent ends: {ends}", ends=ends(consent)),
    )
