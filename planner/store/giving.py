"""How something leaves the planner: the one way out, for every screen and every command.

What stays with the person or in the agency is released: it is made, the event says who printed or exported what, and
only then is it let out of here. What leaves the agency is given: it is made from what a consent covers, then the store
looks at the consent once more and writes the line of the accounting, and only then is it let out. What did not come out
leaves no line, and what has no line does not come out: the screen and the command line take nothing but a `Released`.
A document can be looked at before; nothing leaves, and nothing is noted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from planner.plan.plan import Plan
    from planner.sharing.checking import Asked
    from planner.sharing.disclosure import Disclosure
    from planner.sharing.shared_plan import SharedPlan
    from planner.sharing.sharing import Sharing
    from planner.store.store import Store

Made = TypeVar("Made")

_DOOR = object()


class Released(Generic[Made]):
    """What has left, and is written down as such. It is made here and nowhere else."""

    __slots__ = ("_made",)

    def __init__(self, made: Made, door: object) -> None:
        """Refuse what did not come through this door.

        Raises:
            TypeError: it was made elsewhere.
        """
        if door is not _DOOR:
            msg = "What leaves is released by planner.store.giving, which writes down that it left."
            raise TypeError(msg)
        self._made = made

    @property
    def made(self) -> Made:
        """What was made."""
        return self._made


@dataclass(frozen=True, slots=True)
class Leaving:
    """Something about a person that is printed or exported: what, as which kind of file, and by whom."""

    kind: Literal["printed", "exported"]
    person_id: str
    document: str
    form: str
    by: str = ""


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
    """What has left the agency, and the line of the accounting under which it did."""

    released: Released[Made]
    line: Disclosure


class Giving:
    """The way out of one open store."""

    def __init__(self, store: Store) -> None:
        """Let out what this store holds."""
        self._store = store

    def release(self, leaving: Leaving, make: Callable[[], Made]) -> Released[Made]:
        """Make something that stays with the person or in the agency, and let it out with its event.

        Raises:
            StoreError: the event could not be written; nothing leaves.
        """
        return self._released(leaving, make())

    async def release_async(self, leaving: Leaving, make: Callable[[], Awaitable[Made]]) -> Released[Made]:
        """Do as `release` does, without holding up the screen while it is made."""
        return self._released(leaving, await make())

    def _released(self, leaving: Leaving, made: Made) -> Released[Made]:
        detail = f"{leaving.document} {leaving.form}"
        self._store.note_event(leaving.kind, leaving.person_id, detail, by=leaving.by)
        return Released(made, _DOOR)

    def look(self, wish: Wish) -> SharedPlan:
        """Return what the other would see. It stays here, and nothing is noted.

        Raises:
            NotAgreedError: the consent does not permit it.
            StoreError: the store can not be read.
        """
        return self._sharing(wish).shared

    def give(self, wish: Wish, make: Callable[[SharedPlan], Made]) -> Given[Made]:
        """Make something and let it out of the agency, with its line in the accounting.

        Raises:
            NotAgreedError: the consent does not permit it, or ended while it was made.
            StoreError: the line could not be written; nothing leaves.
        """
        sharing = self._sharing(wish)
        return self._given(sharing, make(sharing.shared))

    async def give_async(self, wish: Wish, make: Callable[[SharedPlan], Awaitable[Made]]) -> Given[Made]:
        """Do as `give` does, without holding up the screen while it is made."""
        sharing = self._sharing(wish)
        return self._given(sharing, await make(sharing.shared))

    def _given(self, sharing: Sharing, made: Made) -> Given[Made]:
        line = self._store.agreements.hand_over(sharing)
        return Given(Released(made, _DOOR), line)

    def _sharing(self, wish: Wish) -> Sharing:
        return self._store.agreements.share(wish.plan, wish.consent_id, wish.asked, disclosure_id=wish.line_id)
