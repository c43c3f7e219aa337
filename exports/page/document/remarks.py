"""What printing has to tell: nothing is changed on paper without a word about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.page.untrusted_json import items, text
from planner.model.message import say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planner.model.message import Message

_NAMED = 8


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that came out otherwise than it was written; `what` names code points, never words."""

    code: str
    what: tuple[str, ...] = ()

    @property
    def says(self) -> Message:
        """The sentence for the screen."""
        match self.code:
            case "letters":
                named = ", ".join(self.what[:_NAMED]) + ("…" if len(self.what) > _NAMED else "")
                return say_count(
                    "{n} sign is not in our printing fonts. A question mark in a diamond stands for it ({named}).",
                    "{n} signs are not in our printing fonts. A question mark in a diamond stands for them ({named}).",
                    len(self.what),
                    named=named,
                )
            case "picture":
                return say("One picture could not be drawn. Its description stands in its place.")
            case "not asked":
                return say(
                    "Nobody was asked yet whether someone could find this paper. So medicines, and where the naloxone"
                    " is, are left off it."
                )
            case _:
                return say("The page prints well, but some of its structure for screen readers may be missing.")


def letters(missing: Iterable[str]) -> tuple[Remark, ...]:
    """Remark on characters that no bundled font prints."""
    points = tuple(f"U+{ord(character):04X}" for character in sorted(missing))
    return (Remark("letters", points),) if points else ()


PICTURE = Remark("picture")
STRUCTURE = Remark("structure")
NOT_ASKED = Remark("not asked")


def as_json(remark: Remark) -> dict[str, object]:
    """Write a remark as JSON data."""
    return {"code": remark.code, "what": list(remark.what)}


def from_json(data: Mapping[str, object]) -> Remark:
    """Read a remark."""
    return Remark(text(data.get("code")), tuple(text(item) for item in items(data.get("what"))))
