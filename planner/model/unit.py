"""The unit a number is counted in. A field names its own."""

from __future__ import annotations

from enum import StrEnum


class Unit(StrEnum):
    """What a field counts."""

    ANY = "any"
    """Whatever stands beside it: a goal has a field of its own for what is measured."""

    DAYS = "days"
    """How many days what is there today lasts: "2 weeks", "3 days left"."""

    SUPPLY = "supply"
    """How many days a pick-up lasts from its own day on; it may be counted in tablets (`planner.health.dose_count`)."""

    DAY_OF_MONTH = "day of the month"
    REFILLS = "refills"
