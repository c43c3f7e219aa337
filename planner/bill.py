"""A bill and the day of the month it is due."""

from __future__ import annotations

from planner.entry import Item, choice, words
from planner.reading import AmountWords, CountWords


class Bill(Item):
    """Something to be paid every month."""

    name: str = words("Bill", limit=80)
    """Rent, phone, power, a fine."""

    amount: AmountWords = choice("How much", AmountWords())
    due: CountWords = choice("Day of the month", CountWords())
    """1 to 31. A bill due on the 31st is due on the last day of a short month."""

    how_paid: str = words("How I pay it", limit=80)
    """By card, by money order, by hand."""

    by_itself: bool = choice("It is paid by itself", default=False)
