"""The copy of a week that something is tried on: it waits for as long as nobody has kept it or thrown it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from planner.store.tables import WEEK_TRIAL
from planner.week.what_if import WeekTrial

if TYPE_CHECKING:
    from planner.store.place import Place


class WeekTrials:
    """The copies, one a person."""

    def __init__(self, place: Place) -> None:
        """Work on the rows of an open store."""
        self._place = place

    def of_person(self, person_id: str) -> WeekTrial | None:
        """Return the copy somebody left open; nothing where there is none."""
        with self._place.reading() as connection:
            value = connection.scalar(select(WEEK_TRIAL.c.value).where(WEEK_TRIAL.c.person_id == person_id))
        return WeekTrial.model_validate_json(value) if value else None

    def keep(self, person_id: str, trial: WeekTrial | None) -> None:
        """Keep the copy as it stands now; with nothing, it is over."""
        with self._place.writing(about=person_id) as connection:
            connection.execute(delete(WEEK_TRIAL).where(WEEK_TRIAL.c.person_id == person_id))
            if trial:
                connection.execute(insert(WEEK_TRIAL).values(person_id=person_id, value=trial.model_dump_json()))
