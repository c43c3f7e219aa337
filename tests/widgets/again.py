"""A check-in laid on the table without a browser, and two goals it looks at again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from planner.goals.goal import Goal, GoalRating, Ladder, Step
from tests.invented import TODAY, an_id
from tests.widgets.seat import sit_down
from widgets.check_in.check_in import CheckIn

if TYPE_CHECKING:
    from tests.widgets.seat import Seat

BEFORE = TODAY - timedelta(days=14)
LADDER = Ladder(much_less="No walk", less="One walk", expected="Three walks", more="Four walks", much_more="Every day")
WALK = Goal(
    id=an_id(10),
    own_words="Walk on three days a week",
    confidence=5,
    steps=(Step(id=an_id(11), own_words="Find my shoes", done=True), Step(id=an_id(12), own_words="Ask Luis")),
    ratings=(GoalRating(id=an_id(13), on=BEFORE, by_person=-1, by_counselor=0, confidence=5, own_words="Rain"),),
)
READ = Goal(id=an_id(20), own_words="Read to Mia", ladder=LADDER)


def check_in(*, staff: bool = False, language: str = "en", **parts: Any) -> Seat:
    """Lay the check-in on the table for somebody whose plan holds these parts."""
    seat = sit_down(staff=staff, language=language, **parts)
    seat.lay(lambda plan: CheckIn(plan, (), "Goals", lambda: None))
    return seat
