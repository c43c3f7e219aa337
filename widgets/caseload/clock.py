"""Which clock the agency's day follows: said on the agency's page, and asked where the computer's is another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.caseload.agency import clock_question
from planner.model.instant import is_zone
from planner.model.message import say
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, para

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from planner.caseload.agency import Agency
    from planner.model.message import Message


@reacton.component
def ClockQuestion(
    agency: Agency, computer: str, at: datetime, keep: Callable[[Agency], None], set_up: Callable[[], None]
) -> Any:
    """Ask for the agency's clock where it is not known, or where this computer is set to another one."""
    t = use_session().t
    other = clock_question(agency, computer, at)
    if other:
        known = is_zone(agency.zone)
        asks = (
            say(
                "This computer’s clock is set to {computer}. Your day here follows {zone}.",
                computer=other,
                zone=agency.zone,
            )
            if known
            else say("This computer’s clock is set to {computer}. Is that where you are?", computer=other)
        )
        stay = t("Stay with {zone}", zone=agency.zone) if known else t("Choose another")
        leave = (lambda: keep(agency.amended(zone_left=other))) if known else set_up
        return _asked(
            t(asks),
            Button(
                t("Follow {zone}", zone=other), lambda: keep(agency.amended(zone=other, zone_left="")), kind="quiet"
            ),
            Button(stay, leave, kind="text"),
        )
    if is_zone(agency.zone):
        return div(cls="rp-none")
    asks = t("Which city’s clock does your day follow? Until you choose, each day changes at midnight UTC.")
    return _asked(asks, Button(t("Choose the time zone"), set_up, kind="quiet", icon="arrow"))


def _asked(asks: str, *ways: Any) -> Any:
    return div(para(asks), *ways, cls="rp-set-up", role="note")


def clock_said(agency: Agency, computer: str) -> Message:
    """Return in one sentence which clock the agency's day follows, and whether it is the computer's."""
    if not is_zone(agency.zone):
        return say(
            "Until you choose, each day changes at midnight UTC. "
            "In the United States that is in the afternoon or evening."
        )
    if agency.zone == computer:
        return say("Your day follows this computer’s clock: {zone}.", zone=agency.zone)
    if computer:
        return say(
            "Your day follows {zone}. This computer’s clock is set to {computer}.", zone=agency.zone, computer=computer
        )
    return say("Your day follows {zone}. This computer does not say which city it is in.", zone=agency.zone)
