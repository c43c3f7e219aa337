"""How something leaves the agency: the one way out, for every screen and every command.

A document is looked at (nothing leaves, nothing is noted), or given: it is made from what the consent covers, then the
store looks at the consent once more and writes the line of the accounting, and only then is it let out of here. A
document that did not come out leaves no line, and one whose line could not be written does not come out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from planner.plan.plan import Plan
    from planner.sharing.checking import Asked
    from planner.sharing.disclosure import Disclosure
    from planner.sharing.shared_plan import SharedPlan
    from planner.sharing.sharing import Sharing
    from planner.store import Store

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to share: which plan, under which consent, with whom and as what."""

    plan: Plan
    consent_id: str
    asked: Asked
    line_id: str
    """The id of the line in the accounting, should it need one of its own."""


@dataclass(frozen=True, slots=True)
class Given(Generic[Made]):
    """What has left, and the line of the accounting under which it did."""

    made: Made
    line: Disclosure


def look(store: Store, wish: Wish) -> SharedPlan:
    """Return what the other would see. It stays here, and nothing is noted.

    Raises:
        NotAgreedError: the consent does not permit it.
        StoreError: the store can not be read.
    """
    return _sharing(store, wish).shared


def give(store: Store, wish: Wish, make: Callable[[SharedPlan], Made]) -> Given[Made]:
    """Make something and let it out, with its line in the accounting.

    Raises:
        NotAgreedError: the consent does not permit it, or ended while it was made.
        StoreError: the line could not be written; nothing leaves.
    """
    sharing = _sharing(store, wish)
    made = make(sharing.shared)
    return Given(made, store.hand_over(sharing))


async def give_async(store: Store, wish: Wish, make: Callable[[SharedPlan], Awaitable[Made]]) -> Given[Made]:
    """Do as `give` does, without holding up the screen while it is made."""
    sharing = _sharing(store, wish)
    made = await make(sharing.shared)
    return Given(made, store.hand_over(sharing))


def _sharing(store: Store, wish: Wish) -> Sharing:
    return store.share(wish.plan, wish.consent_id, wish.asked, disclosure_id=wish.line_id)
