"""When it gets hard: what can set it off, what shows early, what helps, who to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page.blocks import Card, Cards
from exports.page.line import joined
from planner.care_team.calling import to_call, what_helps, where_naloxone_is
from planner.plan.plan import SessionPath
from planner.safety.crisis_line import crisis_line
from planner.sharing.paper_privacy import is_left_off, names_naloxone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exports.documents.reader import Reader
    from exports.page.blocks import Block


HARD = "hard"
"""The part that is never wholly left off."""


def hard(reader: Reader) -> tuple[Block, ...]:
    """The cards for a hard hour. The crisis line always stands there, alone where the rest is left off."""
    t, plan = reader.t, reader.plan
    if is_left_off(plan, HARD):
        return (Cards((_card(t("Who I call"), (_crisis_line(reader),)),)),)
    is_first = plan.path is SessionPath.FIRST
    people = (joined(who.name, who.phone, who.helps_with if is_first else "") for who in to_call(plan))
    cards = (
        _card(t("What can set it off"), (joined(trigger.own_words, trigger.plan) for trigger in plan.triggers)),
        _card(t("I notice"), (sign.own_words for sign in plan.warning_signs)),
        _card(t("What helps"), what_helps(plan)),
        _card(t("Who I call"), (*people, _naloxone(reader), _crisis_line(reader))),
    )
    return (Cards(tuple(card for card in cards if card.entries)),)


def _naloxone(reader: Reader) -> str:
    """Say where the naloxone is, for whoever is there. On the first page it stands with what tonight needs."""
    plan, place = reader.plan, where_naloxone_is(reader.plan)
    is_above = plan.path is SessionPath.FIRST and place == plan.tonight.overdose_words.strip()
    is_told = is_above and not is_left_off(plan, "tonight")
    return reader.t("Naloxone: {place}", place=place) if place and names_naloxone(plan) and not is_told else ""


def _card(title: str, entries: Iterable[str]) -> Card:
    return Card(title, tuple(entry for entry in entries if entry.strip()))


def _crisis_line(reader: Reader) -> str:
    """Name the agency's crisis line; the national one is always among them."""
    t = reader.t
    return f"{t(crisis_line(reader.agency.crisis_line))} {t('If a life is in danger, call 911.')}"
