"""When it gets hard: what can set it off, what shows early, what helps, who to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.blocks import Card, Cards
from exports.reader import joined
from planner.support import Support

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exports.blocks import Block
    from exports.reader import Reader


def hard(reader: Reader) -> tuple[Block, ...]:
    """The cards for a hard hour. The crisis line always stands there."""
    t, plan = reader.t, reader.plan
    helps = sorted(plan.helps, key=lambda help_: not help_.first)
    crisis_line = t("988 at any hour: call or text. If a life is in danger, call 911.")
    cards = (
        _card(t("What can set it off"), (joined(trigger.own_words, trigger.plan) for trigger in plan.triggers)),
        _card(t("I notice"), (sign.own_words for sign in plan.warning_signs)),
        _card(t("What helps"), (help_.own_words for help_ in helps)),
        _card(t("Who I call"), (*(joined(support.name, support.phone) for support in _to_call(reader)), crisis_line)),
    )
    return (Cards(tuple(card for card in cards if card.entries)),)


def _card(title: str, entries: Iterable[str]) -> Card:
    return Card(title, tuple(entry for entry in entries if entry.strip()))


def _to_call(reader: Reader) -> list[Support]:
    """Return who said yes to a call, with the one to call first at the top."""
    first = reader.find(reader.plan.lapse_page.call_first_id)
    others = [support for support in reader.plan.supports if support.when_hard and support is not first]
    return [first, *others] if isinstance(first, Support) else others
