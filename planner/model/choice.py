"""A closed set of answers, each with the words it is shown in."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from planner.model.message import Message


class Choice(StrEnum):
    """Members are declared as `NAME = "kept value", say("What is shown")`."""

    label: Message

    def __new__(cls, value: str, label: Message) -> Self:
        """Keep the value as the member itself and the label beside it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
