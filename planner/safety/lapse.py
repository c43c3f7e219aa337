"""The lapse page: written before it is needed, calm to read when it is.

Its shape follows the relapse road map of Larimer, Palmer and Marlatt (1999).
"""

from __future__ import annotations

from planner.model.entry import Entry, ItemId, labelled, words


class LapsePage(Entry):
    """What the person wants to read in the first hour after using, or nearly using."""

    to_myself: str = words("What I want to tell myself", limit=300)
    """One slip does not undo what you have built. How would a good friend say it?"""

    first_hour: str = words("What I do in the first hour", limit=300)
    """Stop, get somewhere safe, call somebody."""

    safe_place: str = words("Where I can go", limit=160)
    """A place where you are not alone with it."""

    call_first_id: ItemId | None = labelled("Who I call first")
    """Who would want you to call?"""

    call_next_ids: tuple[ItemId, ...] = labelled("Who if they do not pick up", ())
    """In the order in which you would try them."""

    my_reason: str = words("Why I keep going", limit=200)
    """Who or what is it for?"""

    next_day: str = words("What I do the next day", limit=300)
    """What would bring you back to the plan?"""

    overdose_help: str = words("Where the overdose medicine is", limit=160)
    """After a break the body takes less than before. Where is the naloxone, and who knows how to use it?"""
