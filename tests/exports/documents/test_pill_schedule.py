"""The medicines of a week on paper: what was said, and nothing worked out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings

from exports.documents.pill_schedule import printed_list, printed_schedule, schedule_sections
from exports.page.notebook import notebook
from exports.press.printing import printed
from planner.health.medication import DoseTime, Medication, MedicationStatus
from planner.words.language import Language
from planner.words.reading import read_time
from tests.exports.making_plans import DANA, occasion
from tests.exports.reading_back import pages_of, promises_of, words_of
from tests.invented import an_id
from tests.planner.making import a_plan, plans

if TYPE_CHECKING:
    from planner.plan.plan import Plan

ENGLISH = Language("en")


def schedule(plan: Plan, language: Language = ENGLISH) -> Any:
    return notebook(printed_schedule(occasion(plan, language=language)))


def part(plan: Plan, name: str) -> tuple[str, ...]:
    return {one.id: one.lines for one in schedule_sections(occasion(plan))}.get(name, ())


def medicine(**fields: Any) -> Medication:
    doses = (DoseTime(id=an_id(5), at=read_time("8:00 am"), how_much="half a tablet"),)
    return Medication(id=an_id(1), name="Sertraline", **{"doses": doses, **fields})


def test_a_dose_has_a_box_on_each_day_it_is_taken() -> None:
    plan = a_plan(medications=(medicine(days="Monday, Wednesday"),))
    assert part(plan, "week") == ("8:00 AM · Sertraline\nhalf a tablet · ☐ · – · ☐ · – · – · – · –",)


def test_what_fits_no_table_stands_in_words() -> None:
    plan = a_plan(medications=(medicine(as_needed=True, how_taken="When the worry comes"),))
    assert part(plan, "week") == ()
    assert part(plan, "in-words")[:3] == ("Sertraline", "Only when I need it", "When the worry comes")


def test_what_it_is_for_and_how_it_is_taken_stand_on_both_papers() -> None:
    alone = DoseTime(id=an_id(6), how_much="another half")
    told = medicine(for_what="to sleep", how_taken="Do not crush")
    plan = a_plan(medications=(told.amended(doses=(*told.doses, alone)),))
    for plain in (False, True):
        found = schedule_sections(occasion(plan), plain=plain)
        words = " | ".join(line for one in found for line in one.lines)
        for said in ("Sertraline · to sleep", "half a tablet", "Do not crush", "without a time: another half"):
            assert said in words


def test_the_plain_page_says_the_days_in_words() -> None:
    plan = a_plan(medications=(medicine(days="Monday, Wednesday"), medicine().amended(id=an_id(2), name="Clonidine")))
    plain = schedule_sections(occasion(plan), plain=True)
    assert plain[0].lines == (
        "8:00 AM · Sertraline · half a tablet · Mon, Wed",
        "8:00 AM · Clonidine · half a tablet · Every day",
    )
    page = printed(notebook(printed_list(occasion(DANA.plan))), "pdf").data
    assert promises_of(page)["title"] == "What I take, and when"
    assert "☐" not in words_of(page)


def test_what_was_stopped_is_not_there() -> None:
    plan = a_plan(medications=(medicine(status=MedicationStatus.STOPPED),))
    assert part(plan, "none") == ("Your plan has nothing for this sheet yet.",)
    assert "Sertraline" not in json.dumps(schedule(plan))


def test_it_says_whom_to_ask_with_the_telephone() -> None:
    assert "Dr. Shah: 555-0150 · Monday to Thursday, 8 to 5" in part(DANA.plan, "ask")


def test_it_is_a_page_that_keeps_its_promises() -> None:
    page = printed(schedule(DANA.plan), "pdf").data
    assert pages_of(page) == 1
    assert promises_of(page) == {"title": "When I take what", "language": "en", "ua": "1", "a": "2a"}
    assert words_of(page).count("☐") == 3 * 7


@settings(max_examples=40)
@given(plans())
def test_any_plan_has_one(plan: Plan) -> None:
    json.dumps(schedule(plan))
