"""When it gets hard: what can set it off, what shows early, what helps, who to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.blocks import Card, Cards
from exports.said import joined
from planner.plan import find
from planner.support import Support

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from exports.blocks import Block
    from planner.language import Language
    from planner.plan import Plan


def hard(plan: Plan, _today: date, t: Language) -> tuple[Block, ...]:
    """The cards for a hard hour. The crisis line always stands there."""
    helps = sorted(plan.helps, key=lambda help_: not help_.first)
    cards = (
        _card(t("What can set it off"), (joined(trigger.own_words, trigger.plan) for trigger in plan.triggers)),
        _card(t("I notice"), (sign.own_words for sign in plan.warning_signs)),
        _card(t("What helps"), (help_.own_words for help_ in helps)),
        _card(t("Who I call"), (*(joined(support.name, support.phone) for support in _to_call(plan)), _crisis_line(t))),
    )
    return (Cards(tuple(card for card in cards if card)),)


def _crisis_line(t: Language) -> str:
    return t("988 at any hour: call or text. If a life is in danger, call 911.")


def _card(title: str, entries: Iterable[str]) -> Card | None:
    said = tuple(entry for entry in entries if entry.strip())
    return Card(title, said) if said else None


def _to_call(plan: Plan) -> list[Support]:
    """Return who said yes to a call, with the one to call first at the top."""
    first = find(plan, plan.lapse_page.call_first_id)
    others = [support for support in plan.supports if support.when_hard and support is not first]
    return [first, *others] if isinstance(first, Support) else others
