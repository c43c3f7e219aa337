from datetime import date, timedelta

from planner.check_in.carry_over import answered, asked_anew, explained
from planner.plan.plan import LeftOpen, NotNow, Plan
from planner.sessions.closing import Answer, Closing, HandedOver, HowMet
from planner.words.reading import DayWords
from tests.invented import TODAY

PLAN = Plan(id="00000000-0000-4000-8000-000000000001", person_id="00000000-0000-4000-8000-000000000002")
FIRST, SECOND = "00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"


def test_an_answer_stands_in_the_closing_and_is_kept_beside_the_others() -> None:
    plan = answered(PLAN, Answer.AGREE, TODAY, FIRST)

    assert plan.closing.answer is Answer.AGREE
    assert [(one.on, one.answer) for one in plan.answers] == [(TODAY, Answer.AGREE)]


def test_a_changed_mind_keeps_the_earlier_answer_and_its_words() -> None:
    plan = explained(answered(PLAN, Answer.DISAGREE, TODAY, FIRST), "Too many meetings")

    plan = answered(plan, Answer.AGREE, TODAY, SECOND)

    assert [(one.answer, one.own_words) for one in plan.answers] == [
        (Answer.DISAGREE, "Too many meetings"),
        (Answer.AGREE, ""),
    ]
    assert (plan.closing.answer, plan.closing.answer_words) == (Answer.AGREE, "")


def test_the_same_answer_twice_on_one_day_is_one_answer_and_keeps_its_words() -> None:
    plan = explained(answered(PLAN, Answer.CHANGE, TODAY, FIRST), "Later in the day")

    assert answered(plan, Answer.CHANGE, TODAY, SECOND) == plan


def test_the_same_answer_on_another_day_is_a_new_one() -> None:
    plan = answered(PLAN, Answer.AGREE, TODAY - timedelta(days=14), FIRST)

    assert len(answered(plan, Answer.AGREE, TODAY, SECOND).answers) == 2


def test_words_before_any_answer_stay_in_the_closing() -> None:
    plan = explained(PLAN, "I am not sure yet")

    assert (plan.closing.answer_words, plan.answers) == ("I am not sure yet", ())


CLOSED = Closing(
    first_thing="Call Luis",
    answer=Answer.AGREE,
    handed_over=HandedOver.PAPER,
    next_on=DayWords(words="December 6", reading=date(2026, 12, 6)),
    next_how=HowMet.PHONE,
    counselor="Rosa",
)


def test_a_new_session_asks_anew_for_the_answer_and_the_first_thing() -> None:
    closing = asked_anew(PLAN.amended(closing=CLOSED), date(2026, 12, 6), "").closing

    assert (closing.answer, closing.first_thing, closing.handed_over, closing.next_on) == (None, "", None, DayWords())
    assert (closing.next_how, closing.counselor) == (HowMet.PHONE, "Rosa")


def test_a_day_that_is_still_to_come_stays_agreed() -> None:
    assert asked_anew(PLAN.amended(closing=CLOSED), TODAY, "").closing.next_on == CLOSED.next_on


def test_the_counselor_of_this_session_stands_on_its_paper() -> None:
    assert asked_anew(PLAN.amended(closing=CLOSED), TODAY, "Ana").closing.counselor == "Ana"


def test_what_was_left_for_another_day_is_asked_again_and_what_is_not_for_me_is_not() -> None:
    earlier = TODAY - timedelta(days=14)
    left = tuple(
        LeftOpen(topic=f"safety.{answer.name}.{on}", answer=answer, on=on)
        for answer in NotNow
        for on in (earlier, TODAY)
    )

    kept = asked_anew(PLAN.amended(left_open=left), TODAY, "").left_open

    assert [(one.answer, one.on) for one in kept] == [
        (NotNow.TODAY, TODAY),
        (NotNow.FOR_ME, earlier),
        (NotNow.FOR_ME, TODAY),
    ]
