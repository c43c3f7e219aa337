"""The person's own page: their words, only what has something in it, nothing they left off."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import count
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from hypothesis import given, settings

from exports.documents.my_plan import PARTS, sections, whole_plan
from exports.page.block_json import MIME
from exports.page.notebook import notebook
from planner.care_team.calling import where_naloxone_is
from planner.caseload.agency import Agency
from planner.goals.goal import Goal, GoalRating, GoalStatus, Obstacle, Per, Step, Whose
from planner.goals.value import Value
from planner.health.medication import Medication, MedicationStatus
from planner.health.provider import Provider
from planner.health.visit import Visit
from planner.plan.plan import Plan, SessionPath
from planner.resources.referral import Referral, ReferralStatus
from planner.resources.resource import Resource, Timing
from planner.resources.support import Nearness, Support
from planner.safety.lapse import LapsePage
from planner.safety.lapse_review import Paper
from planner.sessions.closing import Answer, Closing
from planner.sessions.first_path import FollowUp, Leaving, Sure, Tonight
from planner.sessions.session import Session
from planner.skills.routine import Routine, Weekday
from planner.strengths.strength import Strength
from planner.words.language import Language
from planner.words.reading import CountWords, DayWords, TimeWords, read_count
from tests.exports.making_plans import DANA, JO, TERRENCE, dana_saying, occasion
from tests.invented import TODAY, an_id
from tests.planner.making import a_plan, plans

if TYPE_CHECKING:
    from exports.page.section import Section

ENGLISH = Language("en")


def page(plan: Plan) -> dict[str, Section]:
    return {section.id: section for section in sections(occasion(plan))}


def lines(plan: Plan, part: str) -> tuple[str, ...]:
    return page(plan)[part].lines


def page_in(plan: Plan, language: Language = ENGLISH) -> Any:
    return notebook(whole_plan(occasion(plan, language=language)))


def day(words: str, reading: date | None = None) -> DayWords:
    return DayWords(words=words, reading=reading)


def ticked(plan: Plan) -> Plan:
    """Return the plan with nothing left off and every review of a hard day ticked for the person's page."""
    reviews = tuple(review.amended(print_in=(Paper.MY_PLAN,)) for review in plan.lapse_reviews)
    return plan.amended(left_off_paper=(), lapse_reviews=reviews)


def test_an_empty_plan_still_carries_the_crisis_line_and_nothing_else() -> None:
    assert list(page(a_plan())) == ["hard"]
    assert "988" in lines(a_plan(), "hard")[0]


def test_a_full_plan_has_its_parts_in_order() -> None:
    whole = ticked(DANA.plan)
    assert list(page(whole)) == [part for part in PARTS if part in page(whole)]
    assert set(PARTS) - set(page(whole)) <= {"tonight", "leaving", "open"}


@pytest.mark.parametrize("part", sorted(set(PARTS) - {"tonight", "leaving", "open", "hard"}))
def test_a_part_that_is_left_off_is_nowhere_in_the_notebook(part: str) -> None:
    whole = ticked(DANA.plan)
    without = whole.amended(left_off_paper=(part,))
    assert part in page(whole)
    assert part not in page(without)
    cells = {cell["id"] for cell in page_in(without)["cells"]}
    assert not [cell for cell in cells if cell == part or cell.startswith(f"{part}-")]


def test_where_the_hard_hour_is_left_off_nothing_of_it_stays_but_the_crisis_line() -> None:
    (only,) = lines(ticked(DANA.plan).amended(left_off_paper=("hard",)), "hard")
    assert only == "Who I call: 988 at any hour: call or text. If a life is in danger, call 911."


@pytest.mark.parametrize("papers", [(), (Paper.CHART,), (Paper.CARE_TEAM, Paper.CHART)], ids=str)
def test_a_review_of_a_hard_day_is_on_the_page_only_where_it_was_ticked_for_it(papers: tuple[Paper, ...]) -> None:
    (review,) = DANA.plan.lapse_reviews
    words = "Payday, and I drove past the old corner"
    assert words in json.dumps(page_in(ticked(DANA.plan)))
    kept = DANA.plan.amended(lapse_reviews=(review.amended(print_in=papers),))
    assert words not in json.dumps(page_in(kept))
    assert review.who_may_know not in json.dumps(page_in(ticked(DANA.plan)))


def test_the_way_so_far_is_drawn_as_the_person_sees_it_and_told_in_words() -> None:
    goal = Goal(
        id=an_id(1),
        own_words="Walk",
        ratings=tuple(GoalRating(id=an_id(n), on=date(2026, 10, n), by_person=0, by_counselor=-2) for n in (2, 9)),
    )
    cells = {cell["id"]: cell for cell in page_in(a_plan(goals=(goal,)))["cells"]}
    drawn = cells["over-time-drawing-1"]["outputs"][0]
    told = drawn["metadata"]["image/svg+xml"]["alt"]
    assert "<svg" in drawn["data"]["image/svg+xml"]
    assert "As I see it. October 2, 2026" in told
    assert "counselor" not in told
    assert "-2" not in told
    on_one_page = page_in(a_plan(goals=(goal,), path=SessionPath.FIRST))["cells"]
    assert not [cell for cell in on_one_page if cell["id"].startswith("over-time")]


def test_the_first_path_prints_tonight_and_the_bridge_out_of_treatment() -> None:
    parts = page(TERRENCE.plan)
    assert {"tonight", "leaving", "values", "strengths", "first", "hard", "next"} <= set(parts)
    assert any("Nurse Kim" in line for line in parts["leaving"].lines)


def test_tonight_is_only_for_the_first_path() -> None:
    full = TERRENCE.plan.amended(path=SessionPath.FULL)
    assert "tonight" in page(TERRENCE.plan)
    assert "tonight" not in page(full)


def test_a_plan_without_a_goal_says_nothing_about_goals() -> None:
    assert "goals" in page(JO.plan)
    assert "goals" not in page(JO.plan.amended(goals=()))


def goal(**fields: Any) -> Goal:
    return Goal(id=an_id(1), own_words="Walk every day", **fields)


def test_a_goal_says_why_what_it_leans_on_and_its_steps() -> None:
    plan = a_plan(
        values=(Value(id=an_id(2), name="Family"),),
        strengths=(Strength(id=an_id(3), own_words="I call when it gets hard"),),
        supports=(Support(id=an_id(4), name="Luis"),),
        goals=(
            goal(
                value_id=an_id(2),
                strength_ids=(an_id(3),),
                support_ids=(an_id(4),),
                steps=(Step(id=an_id(5), own_words="Find my shoes", who="me", by=day("Friday", date(2026, 11, 27))),),
                obstacles=(Obstacle(id=an_id(6), own_words="it rains", plan="walk in the mall"),),
            ),
        ),
    )
    assert lines(plan, "goals") == (
        "Walk every day",
        "Because it matters to me: Family",
        "I lean on: I call when it gets hard · Luis",
        "If: it rains · Then I will: walk in the mall",
        "☐ Find my shoes (me · by Friday, November 27)",
    )


def test_a_goal_does_not_say_twice_what_the_person_said() -> None:
    said = goal(target=CountWords(words="3"), measure="meetings", per=Per.WEEK, with_whom="Luis")
    assert lines(a_plan(goals=(said,)), "goals")[1] == "3 meetings a week · with Luis"
    known = said.amended(own_words="3 meetings a week with LUIS")
    assert lines(a_plan(goals=(known,)), "goals") == ("3 meetings a week with LUIS",)


def test_a_required_goal_says_what_the_person_wants_from_it() -> None:
    plan = a_plan(goals=(goal(whose=Whose.REQUIRED, wanted_from_it="Mia at home"),))
    assert "What I want from it: Mia at home" in lines(plan, "goals")


@pytest.mark.parametrize("status", [GoalStatus.REACHED, GoalStatus.ASIDE])
def test_a_goal_that_is_done_with_is_no_goal_any_more_and_one_reached_is_a_strength(status: GoalStatus) -> None:
    done_with = page(a_plan(goals=(goal(status=status),)))
    assert ("goals" in page(a_plan(goals=(goal(),))), "goals" in done_with) == (True, False)
    assert ("strengths" in done_with) is (status is GoalStatus.REACHED)


def test_a_strength_that_does_not_fit_the_person_is_not_theirs() -> None:
    heard = Strength(id=an_id(1), own_words="Patient", fits=True)
    assert "strengths" in page(a_plan(strengths=(heard,)))
    assert "strengths" not in page(a_plan(strengths=(heard.amended(fits=False),)))


def test_the_nearest_people_come_first() -> None:
    far = Support(id=an_id(1), name="Mr. Boone", nearness=Nearness.FURTHER)
    plan = a_plan(
        supports=(Support(id=an_id(3), name="Pat"), far, Support(id=an_id(2), name="Luis", nearness=Nearness.CLOSE))
    )
    assert lines(plan, "people") == ("Luis", "Mr. Boone", "Pat")


def test_a_place_that_can_wait_stays_off_the_page() -> None:
    now = Resource(id=an_id(1), name="Job center", timing=Timing.NOW)
    assert "places" in page(a_plan(resources=(now,)))
    assert "places" not in page(a_plan(resources=(now.amended(timing=Timing.LATER),)))


def test_the_week_starts_with_the_next_visit_and_follows_the_days() -> None:
    evening = TimeWords(words="6 pm", reading=time(18))
    plan = a_plan(
        providers=(Provider(id=an_id(9), name="Dr. Shah"),),
        visits=(
            Visit(id=an_id(1), provider_id=an_id(9), on=day("Dec 2", date(2026, 12, 2)), at=evening),
            Visit(id=an_id(2), what_for="blood test", on=day("soon")),
            Visit(id=an_id(3), what_for="long ago", on=day("Nov 1", date(2026, 11, 1))),
        ),
        routines=(
            Routine(id=an_id(4), own_words="Walk", days=tuple(Weekday)),
            Routine(id=an_id(5), own_words="Work", days=(Weekday.WED, Weekday.TUE, Weekday.MON, Weekday.SAT)),
            Routine(id=an_id(6), own_words="Meeting", days=(Weekday.MON,), starts=evening),
        ),
    )
    assert lines(plan, "week") == (
        "Wednesday, December 2 · 6:00 PM · Dr. Shah",
        "soon · blood test",
        "Monday · 6:00 PM · Meeting",
        "Mon – Wed, Sat · Work",
        "Every day · Walk",
    )


def test_a_place_that_did_not_work_out_helps_nobody_any_more() -> None:
    """The last word on a place counts: asked once more, it is on the page again, and says that it is asked."""
    place = Resource(id=an_id(1), name="Job center", timing=Timing.NOW)
    leans = goal(resource_ids=(an_id(1),))
    no = Referral(id=an_id(2), resource_id=an_id(1), status=ReferralStatus.NO)
    with_it = page(a_plan(resources=(place,), goals=(leans,)))
    assert with_it["places"].lines == ("Job center",)
    assert "I lean on: Job center" in with_it["goals"].lines
    without = page(a_plan(resources=(place,), goals=(leans,), referrals=(no,)))
    assert "places" not in without
    assert not [line for line in without["goals"].lines if "Job center" in line]
    again = (no, Referral(id=an_id(3), resource_id=an_id(1), status=ReferralStatus.ASKED))
    assert lines(a_plan(resources=(place,), referrals=again), "places") == ("Job center · Asked, no answer yet",)
    yes = (no, Referral(id=an_id(3), resource_id=an_id(1), status=ReferralStatus.WENT))
    assert lines(a_plan(resources=(place,), referrals=yes), "places") == ("Job center",)


def held(on: date, author: str = "Rosa") -> Session:
    started = datetime.combine(on, time(15), UTC)
    return Session(id=an_id(7), person_id=an_id(1_001), started=started, author=author)


def lead(plan: Plan, session: Session | None, today: date = TODAY) -> str:
    made: Any = notebook(whole_plan(occasion(plan, today=today, session=session)))
    return made["cells"][1]["outputs"][0]["data"]["text/plain"]


def test_a_page_says_the_day_of_its_session_on_whatever_day_it_is_printed() -> None:
    plan = a_plan(closing=Closing(counselor="Rosa"))
    session = held(date(2026, 10, 22))
    assert lead(plan, session) == "Dana · In my own words, made with Rosa on October 22, 2026."
    assert lead(plan, session, date(2027, 3, 1)) == lead(plan, session)
    assert lead(a_plan(), session) == "Dana · In my own words, made with Rosa on October 22, 2026."
    over_days = session.amended(met_on=date(2026, 10, 24))
    assert lead(plan, over_days) == "Dana · In my own words, made with Rosa on October 24, 2026."
    assert lead(a_plan(), held(TODAY, author="")) == "Dana · In my own words, made on November 22, 2026."


def test_a_day_nobody_knows_is_not_made_up() -> None:
    assert lead(a_plan(closing=Closing(counselor="Rosa")), None) == "Dana · In my own words, made with Rosa."
    assert lead(a_plan(), None) == "Dana · In my own words."


def test_the_day_of_printing_stands_in_the_footer() -> None:
    about: Any = page_in(a_plan())["metadata"]["recovery_plan"]
    assert about["footer"] == "My whole plan · printed on November 22, 2026"


@dataclass(frozen=True)
class Meeting:
    name: str
    session: date | None
    next_on: date
    is_ahead: bool


MEETINGS = (
    Meeting("next week", TODAY, date(2026, 11, 29), is_ahead=True),
    Meeting("the very day of this session", TODAY, TODAY, is_ahead=False),
    Meeting("today, agreed on two weeks ago", date(2026, 11, 8), TODAY, is_ahead=True),
    Meeting("yesterday", date(2026, 11, 8), date(2026, 11, 21), is_ahead=False),
    Meeting("before the session", TODAY, date(2026, 11, 8), is_ahead=False),
    Meeting("today, and nobody knows of the session", None, TODAY, is_ahead=False),
    Meeting("tomorrow, and nobody knows of the session", None, date(2026, 11, 23), is_ahead=True),
)


@pytest.mark.parametrize("case", MEETINGS, ids=lambda case: case.name)
def test_a_meeting_is_promised_only_while_it_is_ahead(case: Meeting) -> None:
    closing = Closing(next_on=day("then", case.next_on), next_place="Her office", counselor="Rosa")
    session = held(case.session) if case.session else None
    found = sections(occasion(a_plan(closing=closing), session=session))
    (said,) = [section.lines for section in found if section.id == "next"]
    asks = ("Call Rosa to choose a day.",)
    assert said == ((f"{ENGLISH.day(case.next_on, 'weekday')} · Her office",) if case.is_ahead else asks)
    assert ("look at it again" in lead(a_plan(closing=closing), session)) is case.is_ahead


def test_a_day_of_another_year_says_its_year() -> None:
    plan = a_plan(closing=Closing(next_on=day("in January", date(2027, 1, 4))))
    assert lines(plan, "next") == ("Monday, January 4, 2027",)


def test_a_day_that_could_not_be_read_stands_as_it_was_typed() -> None:
    assert lines(a_plan(closing=Closing(next_on=day("when the bus runs again"))), "next") == (
        "when the bus runs again",
    )


@pytest.mark.parametrize("status", [MedicationStatus.STOPPED, MedicationStatus.PAUSED])
def test_a_medicine_that_is_not_taken_is_off_the_page(status: MedicationStatus) -> None:
    taken = Medication(id=an_id(1), name="Escitalopram")
    assert "health" in page(a_plan(medications=(taken,)))
    assert "health" not in page(a_plan(medications=(taken.amended(status=status),)))


def test_where_somebody_could_find_the_paper_it_says_nothing_of_medicines_and_keeps_the_crisis_numbers() -> None:
    agency = Agency(crisis_line="757-555-0911")
    for person in (DANA, TERRENCE):
        whole = ticked(person.plan)
        open_to_all = json.dumps(notebook(whole_plan(occasion(whole, person.person, agency=agency))))
        found = whole.amended(paper_may_be_found=True)
        private = json.dumps(notebook(whole_plan(occasion(found, person.person, agency=agency))))
        tells = [medicine.name for medicine in whole.medications if medicine.is_in_use]
        tells += (
            [where_naloxone_is(whole), whole.leaving.medicine_days.words] if whole.path is SessionPath.FIRST else []
        )
        assert [words for words in tells if words and words not in open_to_all] == []
        assert [words for words in tells if words and words in private] == []
        assert "757-555-0911" in private
        assert "988" in private


def test_where_the_naloxone_is_stands_with_whom_to_call() -> None:
    place = LapsePage(overdose_help="On the hook by the door")
    assert "Naloxone: On the hook by the door" in lines(a_plan(lapse_page=place), "hard")[-1]
    assert "hook" not in lines(a_plan(lapse_page=place, paper_may_be_found=True), "hard")[-1]
    once = a_plan(path=SessionPath.FIRST, tonight=Tonight(overdose_help=Sure.YES, overdose_words="In my bag"))
    assert json.dumps(page_in(once)).count("In my bag") == 3  # one place, as data, as HTML and as text


def test_a_goal_never_names_a_medicine_it_leans_on() -> None:
    plan = a_plan(
        medications=(Medication(id=an_id(2), name="Buprenorphine"),),
        goals=(goal(medication_ids=(an_id(2),)),),
        left_off_paper=("health",),
    )
    assert "Buprenorphine" in str(page_in(plan.amended(left_off_paper=())))
    assert "Buprenorphine" not in str(page_in(plan))


def test_what_the_person_would_change_stands_on_their_page() -> None:
    closing = Closing(answer=Answer.DISAGREE, answer_words="Too many meetings")
    assert lines(a_plan(closing=closing), "different") == ("“Too many meetings”",)
    assert "different" not in page(a_plan(closing=closing.amended(answer=Answer.AGREE)))


def test_a_number_beside_a_name_from_the_right_is_set_apart() -> None:
    plan = a_plan(supports=(Support(id=an_id(1), name="محمد", phone="757-555-0143", when_hard=True),))
    assert "\u2068757-555-0143\u2069" in " ".join(lines(plan, "hard"))


def test_the_notebook_is_a_notebook_and_says_what_it_is() -> None:
    made = page_in(DANA.plan, Language("es"))
    nbformat.validate(nbformat.from_dict(json.loads(json.dumps(made))))
    assert made["metadata"]["title"] == Language("es")("My whole plan")
    assert made["metadata"]["language"] == "es"
    assert made["metadata"]["recovery_plan"]["date"] == TODAY.isoformat()
    assert made["metadata"]["recovery_plan"]["document"] == "whole-plan"


def test_the_persons_words_are_in_outputs_and_never_in_prose() -> None:
    numbers = count()
    plan = dana_saying(iter(lambda: f"word{next(numbers)}!", ""))
    made = page_in(plan)
    prose = " ".join(cell["source"] for cell in made["cells"])
    outputs = json.dumps([cell.get("outputs") for cell in made["cells"]])
    assert "word" in outputs
    assert "word" not in prose
    assert all(cell["source"] == "" for cell in made["cells"] if cell["cell_type"] == "code")


def test_the_notebook_holds_no_more_of_the_plan_than_its_page() -> None:
    numbers = count()
    plan = dana_saying(iter(lambda: f"word{next(numbers)}!", ""))
    on_page = " ".join(line for section in page(plan).values() for line in section.lines)
    made = json.dumps(page_in(plan), ensure_ascii=False)
    held = {f"word{number}!" for number in range(next(numbers)) if f"word{number}!" in made}
    assert held
    assert all(word in on_page or word == f"{plan.closing.counselor}" for word in held)


def test_an_output_reads_well_where_nobody_knows_our_blocks() -> None:
    made = page_in(a_plan(goals=(goal().amended(own_words="<b>Walk</b> & *rest*"),)))
    (data,) = [c["outputs"][0]["data"] for c in made["cells"] if c["id"] == "goals-words"]
    assert data[MIME]["blocks"][0]["title"] == "<b>Walk</b> & *rest*"
    assert "&lt;b&gt;Walk&lt;/b&gt; &amp; *rest*" in data["text/html"]
    assert data["text/plain"] == "<b>Walk</b> & *rest*"


@settings(max_examples=60)
@given(plans())
def test_any_plan_has_a_page_and_the_same_one_twice(plan: Plan) -> None:
    made = json.dumps(page_in(plan))
    assert made == json.dumps(page_in(plan))


OUT = date(2026, 11, 28)
LEFT = Leaving(
    is_leaving=True,
    on=DayWords(words="today", reading=OUT),
    from_where="Harbor House",
    medicine_days=read_count("3"),
    first_appointment="Dr. Okafor",
    first_appointment_on=DayWords(words="Dec 3", reading=date(2026, 12, 3)),
    who_calls="Rosa",
    contact_on=DayWords(words="tomorrow", reading=date(2026, 11, 29)),
)


def _leaving_on_paper(today: date, leaving: Leaving = LEFT) -> tuple[str, str]:
    plan = DANA.plan.amended(leaving=leaving, medications=(), tonight=Tonight(medicines=Sure.YES))
    found = [one for one in sections(occasion(plan, today=today)) if one.id == "leaving"]
    return (found[0].title, " | ".join(found[0].lines)) if found else ("", "")


def test_the_day_of_leaving_stands_on_the_paper_until_it_is_over() -> None:
    title, told = _leaving_on_paper(OUT)
    assert title == "The day I leave"
    for words in ("Saturday, November 28", "Harbor House", "gap Dec 1–2", "Dr. Okafor", "Rosa"):
        assert words in told

    title, told = _leaving_on_paper(date(2026, 11, 29))
    assert title == "My first days outside"
    assert "November 28" not in told
    assert "Dr. Okafor" in told
    assert "Rosa" in told

    assert "Rosa" not in _leaving_on_paper(date(2026, 11, 30))[1]
    assert _leaving_on_paper(date(2026, 12, 12)) == ("", "")


def test_what_was_open_the_first_night_stands_on_the_paper_with_who_does_it() -> None:
    plan = a_plan(
        path=SessionPath.FIRST,
        leaving=LEFT,
        tonight=Tonight(bed=Sure.UNSURE, medicines=Sure.YES),
        follow_ups=(
            FollowUp(id=an_id(1), key="tonight.bed", who="Rosa, by four"),
            FollowUp(id=an_id(2), key="leaving.medicine_gap/", who="Lee calls the clinic"),
        ),
    )
    found = {one.id: " | ".join(one.lines) for one in sections(occasion(plan, today=OUT))}

    assert "Not sure · Rosa, by four" in found["tonight"]
    assert "who calls now? · Lee calls the clinic" in found["open"]
