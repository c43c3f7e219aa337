"""From the day of leaving to the first appointment: which days are covered, which are not, and what is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from planner.first_path.bridge import bridge_findings, bridges, shown_back
from planner.health.medication import HowGot, Medication, PickUp
from planner.model.finding import Weight
from planner.plan.leaving import with_dose_of_that_day
from planner.review.review import findings
from planner.sessions.first_path import Leaving, Sure, Tonight
from planner.words.language import Language
from planner.words.reading import DayWords, read_count
from tests.invented import an_id
from tests.planner.making import a_plan

if TYPE_CHECKING:
    from planner.model.message import Message

TODAY = date(2026, 11, 28)
ENGLISH = Language("en")


def _on(day: str) -> DayWords:
    return DayWords(words=day, reading=date.fromisoformat(day) if day[:2] == "20" else None)


def _leaving(days: str = "", on: str = "2026-11-28", seen: str = "2026-12-03", **more: Any) -> Leaving:
    return Leaving(
        is_leaving=True,
        on=_on(on) if on else DayWords(),
        medicine_days=read_count(days),
        first_appointment_on=_on(seen) if seen else DayWords(),
        **more,
    )


def _medicine(number: int, name: str, *pick_ups: PickUp, **more: Any) -> Medication:
    return Medication(id=an_id(number), name=name, pick_ups=pick_ups, **more)


def _counted(number: int, days: str, on: str = "2026-11-28") -> PickUp:
    return PickUp(id=an_id(number), how=HowGot.ON_HAND, on=_on(on), days=read_count(days))


@dataclass(frozen=True)
class Case:
    """One person who leaves: what was said, how it is shown back, and what is asked."""

    name: str
    leaving: Leaving
    shown: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    medicines: tuple[Medication, ...] = ()
    tonight: Tonight = field(default=Tonight(medicines=Sure.YES))


SHOT = PickUp(id=an_id(60), how=HowGot.INJECTION, on=_on("2026-11-02"), next_due=_on("2026-11-30"))
LATE_SHOT = SHOT.amended(next_due=_on("2026-12-20"))
WINDOW = PickUp(id=an_id(61), how=HowGot.CLINIC, on=_on("2026-11-28"))
MONTH = PickUp(id=an_id(62), on=_on("2026-11-20"), days=read_count("30 days"))
GAP = "days without medicine, Dec 1–2: who bridges them, who calls now?"

CASES = (
    Case("three days, seen on the sixth", _leaving("3"), ("Nov 28–30, gap Dec 1–2",), (f"2 {GAP}",)),
    Case(
        "the dose of the day was given there",
        _leaving("3", dose_was_given=True),
        ("Nov 28 – Dec 1, gap Dec 2",),
        ("One day without medicine, Dec 2: who bridges it, who calls now?",),
    ),
    Case("the day of the appointment counts as covered", _leaving("5"), ("Nov 28 – Dec 2, no gap before Dec 3",)),
    Case("seen on the day of leaving", _leaving("0", seen="2026-11-28")),
    Case(
        "nothing goes along",
        _leaving("0"),
        ("gap Nov 28 – Dec 2",),
        ("5 days without medicine, Nov 28 – Dec 2: who bridges them, who calls now?",),
    ),
    Case("days nobody can read", _leaving("a few"), (), ("For how many days do you have medicine with you?",)),
    Case("days nobody said", _leaving(""), (), ("For how many days do you have medicine with you?",)),
    Case("half a day", _leaving("2.5"), (), ("For how many days do you have medicine with you?",)),
    Case("minus three days", _leaving("-3"), (), ("For how many days do you have medicine with you?",)),
    Case(
        "no appointment at all",
        _leaving("3", seen=""),
        ("Nov 28–30",),
        ("The medicine lasts until {2026-11-30}. Who writes the next one, and on which day do you see them?",),
    ),
    Case(
        "an appointment nobody can read",
        _leaving("3", seen="when they call"),
        ("Nov 28–30",),
        ("The medicine lasts until {2026-11-30}. Who writes the next one, and on which day do you see them?",),
    ),
    Case("no day of leaving", _leaving("3", on=""), (), ("Which day do you leave?",)),
    Case("a day of leaving nobody can read", _leaving("3", on="soon"), (), ("Which day do you leave?",)),
    Case(
        "leaves tomorrow",
        _leaving("3", on="2026-11-29"),
        ("Nov 29 – Dec 1, gap Dec 2",),
        ("One day without medicine, Dec 2: who bridges it, who calls now?",),
    ),
    Case(
        "left five days ago, and is without",
        _leaving("3", on="2026-11-23"),
        ("Nov 23–25, gap Nov 28 – Dec 2",),
        ("5 days without medicine, Nov 28 – Dec 2: who bridges them, who calls now?",),
    ),
    Case("the appointment has been", _leaving("3", on="2026-11-20", seen="2026-11-27")),
    Case(
        "the appointment comes before the day of leaving",
        _leaving("3", on="2026-12-03", seen="2026-12-01"),
        ("Dec 3–5",),
        ("The first appointment is before the day you leave. Which day is right?",),
    ),
    Case("nobody leaves", Leaving(is_leaving=False, medicine_days=read_count("3"))),
    Case("no medicine is taken", _leaving(""), tonight=Tonight()),
    Case(
        "two medicines, one of them too short",
        _leaving(""),
        ("Nov 28–30, gap Dec 1–2", "Nov 28 – Dec 27, no gap before Dec 3"),
        ("2 days without Buprenorphine, Dec 1–2: who bridges them, who calls now?",),
        (_medicine(1, "Buprenorphine", _counted(11, "3")), _medicine(2, "Sertraline", _counted(12, "30"))),
    ),
    Case(
        "two medicines, one of them not counted",
        _leaving("30"),
        ("Nov 28 – Dec 27, no gap before Dec 3",),
        ("For how many days do you have Buprenorphine with you?",),
        (_medicine(1, "Buprenorphine"), _medicine(2, "Sertraline", _counted(12, "30"))),
    ),
    Case(
        "one named medicine has the days said for all of it",
        _leaving("3"),
        ("Nov 28–30, gap Dec 1–2",),
        ("2 days without Buprenorphine, Dec 1–2: who bridges them, who calls now?",),
        (_medicine(1, "Buprenorphine"),),
    ),
    Case(
        "only when needed",
        _leaving(""),
        (),
        (),
        (_medicine(1, "Ibuprofen", as_needed=True),),
        Tonight(),
    ),
    Case(
        "a dose at the window",
        _leaving(""),
        (),
        ("The next dose of Methadone is due on {2026-11-29}. Which clinic gives it?",),
        (_medicine(1, "Methadone", WINDOW),),
    ),
    Case(
        "a dose at the window, and the clinic is the first appointment",
        _leaving("", seen="2026-11-29"),
        medicines=(_medicine(1, "Methadone", WINDOW),),
    ),
    Case(
        "a shot that is due before",
        _leaving(""),
        (),
        ("The next shot of Vivitrol is due on {2026-11-30}, before the first appointment. Who gives it?",),
        (_medicine(1, "Vivitrol", SHOT),),
    ),
    Case("a shot that is due after", _leaving(""), medicines=(_medicine(1, "Vivitrol", LATE_SHOT),)),
    Case(
        "a shot without a day",
        _leaving(""),
        (),
        ("On which day is the next shot of Vivitrol due?",),
        (_medicine(1, "Vivitrol", SHOT.amended(next_due=DayWords())),),
    ),
    Case(
        "a shot that was due already",
        _leaving(""),
        (),
        ("The shot of Vivitrol was due on {2026-11-26}. Is it set?",),
        (_medicine(1, "Vivitrol", SHOT.amended(next_due=_on("2026-11-26"))),),
    ),
    Case(
        "the last dose at the window was yesterday",
        _leaving(""),
        (),
        ("Which clinic gives the next dose of Methadone, and on which day?",),
        (_medicine(1, "Methadone", WINDOW.amended(on=_on("2026-11-27"))),),
    ),
    Case(
        "a named medicine was counted, and there was none",
        _leaving(""),
        ("gap Nov 28 – Dec 2",),
        ("5 days without Buprenorphine, Nov 28 – Dec 2: who bridges them, who calls now?",),
        (_medicine(1, "Buprenorphine", MONTH, _counted(11, "none")),),
    ),
    Case(
        "the newest count of a medicine was not read",
        _leaving(""),
        (),
        ("For how many days do you have Buprenorphine with you?",),
        (_medicine(1, "Buprenorphine", MONTH, _counted(11, "a few")),),
    ),
    Case(
        "the newest pick-up was not read, and days were said for all of it",
        _leaving("3"),
        ("Nov 28–30, gap Dec 1–2",),
        ("2 days without Buprenorphine, Dec 1–2: who bridges them, who calls now?",),
        (_medicine(1, "Buprenorphine", MONTH, MONTH.amended(on=_on("2026-11-27"), days=read_count("a month"))),),
    ),
    Case(
        "a pick-up still to come",
        _leaving(""),
        ("Nov 28–30, gap Dec 1–2",),
        ("2 days without Buprenorphine, Dec 1–2: who bridges them, who calls now?",),
        (_medicine(1, "Buprenorphine", _counted(11, "3"), MONTH.amended(on=_on("2026-12-01"))),),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_days_from_leaving_to_the_appointment_are_shown_back_and_asked_about(case: Case) -> None:
    plan = a_plan(leaving=case.leaving, tonight=case.tonight, medications=case.medicines)

    shown = tuple(_shown(says) for one in bridges(plan, TODAY) if (says := shown_back(one)))
    asked = tuple(_shown(one.says) for one in bridge_findings(plan, TODAY))

    assert shown == case.shown
    assert asked == tuple(_with_days(line) for line in case.asks)


def _shown(says: Message | str) -> str:
    return ENGLISH(says).replace("\u00a0", " ")


def _with_days(line: str) -> str:
    """Write the day in braces as the screen does."""
    before, brace, rest = line.partition("{")
    if not brace:
        return line
    day, _, after = rest.partition("}")
    return before + ENGLISH.day(date.fromisoformat(day)) + after


def test_nothing_that_is_open_here_is_ever_light() -> None:
    for case in CASES:
        plan = a_plan(leaving=case.leaving, tonight=case.tonight, medications=case.medicines)
        assert all(one.weight >= Weight.SAFETY for one in bridge_findings(plan, TODAY)), case.name


def test_a_day_without_it_that_has_come_is_the_gravest() -> None:
    (found,) = bridge_findings(a_plan(leaving=_leaving("3", on="2026-11-23"), tonight=CASES[0].tonight), TODAY)

    assert found.weight == Weight.LIFE


def test_one_press_moves_the_days_by_one_and_the_next_takes_it_back() -> None:
    ids = iter(map(an_id, range(70, 80)))
    counted = a_plan(leaving=_leaving(""), medications=(_medicine(1, "Buprenorphine", _counted(11, "3")),))
    together = a_plan(leaving=_leaving("3"), tonight=CASES[0].tonight)

    for plan, medicine in ((counted, an_id(1)), (together, "")):
        given = with_dose_of_that_day(plan, medicine, lambda: next(ids))
        again = with_dose_of_that_day(given, medicine, lambda: next(ids))
        days = [_shown(shown_back(bridges(one, TODAY)[0]) or "") for one in (plan, given, again)]

        assert days == ["Nov 28–30, gap Dec 1–2", "Nov 28 – Dec 1, gap Dec 2", "Nov 28–30, gap Dec 1–2"]


def test_spanish_reads_the_same_days() -> None:
    (bridge,) = bridges(a_plan(leaving=_leaving("3"), tonight=CASES[0].tonight), TODAY)

    assert Language("es")(shown_back(bridge) or "") == "28–30 de nov, falta: 1–2 de dic"


def test_any_calendar_is_crossed_without_a_fall() -> None:
    for out in (date.min, date.max, TODAY):
        for seen in (None, date.min, date.max):
            leaving = _leaving("400").amended(on=DayWords(reading=out), first_appointment_on=DayWords(reading=seen))
            plan = a_plan(leaving=leaving, tonight=CASES[0].tonight)
            assert isinstance(findings(plan, TODAY), tuple)
