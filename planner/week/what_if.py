"""What if: a week tried on a copy. What was tried is thrown away, or brought into the week as it stands by then."""

from __future__ import annotations

from planner.model.entry import Entry
from planner.skills.routine import Routine

Routines = tuple[Routine, ...]


class WeekTrial(Entry):
    """A copy of the week that something is tried on, and the week it was made from."""

    before: Routines
    tried: Routines


def brought_in(before: Routines, tried: Routines, now: Routines) -> Routines:
    """Return the routines as they stand now with what was changed, added and taken out on the copy.

    What was changed elsewhere meanwhile, and not here, stays as it is; so does what was taken out elsewhere.
    """
    was, wanted = {one.id: one for one in before}, {one.id: one for one in tried}
    kept = tuple(
        wanted[one.id] if one.id in wanted and wanted[one.id] != was.get(one.id) else one
        for one in now
        if one.id in wanted or one.id not in was
    )
    known = {one.id for one in now}
    return (*kept, *(one for one in tried if one.id not in was and one.id not in known))
