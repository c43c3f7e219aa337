"""Whether the record still begins with the lines that a paper or a backup says it had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from planner.model.message import Message, say
from planner.store.chain.head import Head
from planner.store.tables import EVENT
from planner.store.verifying.lines import link_at
from planner.store.verifying.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Witness:
    """A head that was kept elsewhere; `backup` is its file's name, nothing for one that was typed."""

    head: Head | None
    """Nothing where a backup can not be read."""

    backup: str = ""


def problems(connection: Connection, witnesses: Iterable[Witness]) -> Iterator[Problem]:
    """Yield each head that the record does not hold any more."""
    for witness in dict.fromkeys(witnesses):
        if witness.head is None:
            yield Problem("backup", 0, say("The backup {backup} can not be read.", backup=witness.backup))
        elif not _holds(connection, witness.head):
            yield Problem("head", witness.head.position, _says(connection, witness.head, witness.backup))


def _holds(connection: Connection, head: Head) -> bool:
    if head.position == 0:
        return True
    link = link_at(connection, head.position)
    return isinstance(link, bytes) and Head.of(head.position, link) == head


def _says(connection: Connection, head: Head, backup: str) -> Message:
    position = head.position
    if not backup:
        return say("The record up to line {position} is not the one of this mark.", position=position)
    if restored := _brought_back(connection, position):
        return say(
            "The backup {backup} goes on differently up to line {position}: at line {restored} an older backup was "
            "brought back.",
            backup=backup,
            position=position,
            restored=restored,
        )
    return say(
        "The backup {backup} holds line {position} of the record otherwise. Something was changed or cut off since.",
        backup=backup,
        position=position,
    )


def _brought_back(connection: Connection, before: int) -> int | None:
    """Return the last line up to this one that says an older backup was brought back."""
    told = select(EVENT.c.position).where(EVENT.c.kind == "restored", EVENT.c.position <= before)
    return connection.scalar(told.order_by(EVENT.c.position.desc()).limit(1))
