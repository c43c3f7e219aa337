"""The caseload without a browser: a store in memory, the people in it, and the way to the table.

home = at_home(*practice_people(TODAY))
home.write("Find somebody by name", "dana")
home.press("Note a contact with Dana")
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import reacton

from planner.caseload.agency import Agency
from planner.store import Store, open_in_memory
from planner.store.practice import settle
from planner.words.language import Language
from tests.invented import NOW, TODAY
from tests.widgets.seat import Drawn
from widgets.caseload.caseload import Caseload
from widgets.caseload.context import StaffContext

if TYPE_CHECKING:
    from planner.caseload.person import Person
    from planner.sessions.session import Session
    from planner.teaching.people import PracticePerson


@dataclass
class Home(Drawn):
    """A caseload on the screen, and who sat down at the table from it."""

    store: Store
    rc: Any = None
    sat_down: list[tuple[Person, Session]] = field(default_factory=list)

    def open(self, *, language: str = "en", practice: bool = False) -> Home:
        """Draw it as it is when the app opens."""
        _, self.rc = reacton.render(
            Caseload(
                StaffContext(self.store, lambda: NOW, lambda: str(uuid4()), lambda *who: self.sat_down.append(who)),
                self.store.agency(),
                Language(language),
                TODAY,
                practice=practice,
                lock=None,
            ),
            handle_error=False,
        )
        return self

    def names(self) -> list[str]:
        """Return the names on the page, from the top."""
        return [str(one.children[0]) for one in self.elements("span") if one.class_ == "rp-person-name"]

    def go_to(self, name: str) -> None:
        """Press somebody's name."""
        rows = [one for one in self.elements("button") if "rp-person-open" in one.class_]
        next(row for row in rows if row.children[0].children[0].children[0] == name).fire_event("click", {})


def at_home(
    *people: PracticePerson, agency: Agency | None = None, language: str = "en", practice: bool = False
) -> Home:
    """Open the caseload on a store that holds these people."""
    store = open_in_memory(now=lambda: NOW)
    settle(store, people)
    store.keep_agency(agency or Agency(name="Harbor House"))
    return Home(store).open(language=language, practice=practice)
