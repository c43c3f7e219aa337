"""Today and tonight, the day of leaving, and when the two meet next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.documents.reader import set_apart
from exports.page.blocks import Line, Words
from exports.page.line import joined
from exports.page.section import filled_facts
from planner.first_path.bridge import bridges, shown_back
from planner.first_path.still_open import follow_up, still_open
from planner.model.entry import label
from planner.plan.leaving import said_about_leaving
from planner.plan.plan import SessionPath
from planner.review.review import findings
from planner.sessions.closing import Answer
from planner.sessions.first_path import Leaving, Sure, Tonight
from planner.sharing.paper_privacy import names_medicines, names_naloxone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from exports.documents.reader import Reader
    from exports.page.blocks import Block
    from planner.plan.plan import Plan
    from planner.words.reading import DayWords

_NO_MEDICINE = frozenset({"leaving.who_calls"})
"""What may be open that is not about a medicine."""

_TONIGHT = (
    ("bed", "bed_words"),
    ("food", "food_words"),
    ("medicines", "medicines_words"),
    ("overdose_help", "overdose_words"),
)


def tonight(reader: Reader) -> tuple[Block, ...]:
    """What has to be there before night. Only the first path is about tonight."""
    plan, t = reader.plan, reader.t
    if plan.path is not SessionPath.FIRST:
        return ()
    off = {"medicines": not names_medicines(plan), "overdose_help": not names_naloxone(plan)}
    return filled_facts(
        (
            t(label(Tonight, answer)),
            joined(
                _answer(getattr(plan.tonight, answer), getattr(plan.tonight, words), reader),
                _who(f"tonight.{answer}", reader),
            ),
        )
        for answer, words in _TONIGHT
        if not off.get(answer)
    )


def _who(key: str, reader: Reader) -> str:
    found = follow_up(reader.plan, key)
    return found.who.strip() if found else ""


def still_open_then(reader: Reader) -> tuple[Block, ...]:
    """What else is open at the end of the first path, and who does it; tonight's own answers stand above.

    Most of it is about medicines, and stays off a paper that may not name them.
    """
    if reader.plan.path is not SessionPath.FIRST:
        return ()
    others = still_open(reader.plan, findings(reader.plan, reader.today))
    told = names_medicines(reader.plan)
    said = (other for other in others if not other.key.startswith("tonight.") and (told or other.key in _NO_MEDICINE))
    return tuple(Line(joined(reader.t(one.says), _who(one.key, reader))) for one in said)


def _answer(sure: Sure | None, words: str, reader: Reader) -> str:
    """Write the words for a yes, and for any other answer the answer too."""
    return joined(reader.t.show(sure) if sure is not Sure.YES or not words.strip() else "", words)


def leaving(reader: Reader) -> tuple[Block, ...]:
    """The bridge to the first days outside. Once the day is over, only what is still to come stands here."""
    told, t = said_about_leaving(reader.plan), reader.t
    if not told.is_leaving:
        return ()
    over = has_left(reader.plan, reader.today)
    when = "" if over else joined(reader.day(told.on), told.from_where)
    lasts = "" if over else "\n".join(_lasts(reader)) or told.medicine_days.words
    appointment = joined(told.first_appointment, reader.day(told.first_appointment_on))
    contact = joined(told.who_calls, reader.day(told.contact_on))
    facts = filled_facts(
        (
            (t(label(Leaving, "medicine_days")), lasts if names_medicines(reader.plan) else ""),
            (t(label(Leaving, "first_appointment")), _to_come(appointment, told.first_appointment_on, reader)),
            (t(label(Leaving, "who_calls")), _to_come(contact, told.contact_on, reader)),
        )
    )
    return (*((Line(when),) if when else ()), *facts)


def has_left(plan: Plan, today: date) -> bool:
    """Whether the day of leaving is over."""
    return plan.leaving.on.reading is not None and plan.leaving.on.reading < today


def _to_come(words: str, on: DayWords, reader: Reader) -> str:
    """Return words whose day is not over; without a day they stand until the day of leaving is."""
    is_over = on.reading < reader.today if on.reading else has_left(reader.plan, reader.today)
    return "" if is_over else words


def _lasts(reader: Reader) -> Iterator[str]:
    """Yield how far each medicine reaches: "Buprenorphine: Nov 28–30, gap Dec 1–2"."""
    for bridge in bridges(reader.plan, reader.today):
        if says := shown_back(bridge):
            yield f"{bridge.name}: {reader.t(says)}" if bridge.name else reader.t(says)


def different(reader: Reader) -> tuple[Block, ...]:
    """What the person would rather have otherwise: their answer to the plan stands on their own page."""
    closing = reader.plan.closing
    said = closing.answer_words
    return (Words(said),) if closing.answer not in {None, Answer.AGREE} and said.strip() else ()


def next_time(reader: Reader) -> str:
    """Say when, how and where; a day that has been is no promise any more, and asks for another one."""
    closing, t = reader.plan.closing, reader.t
    if closing.next_on.reading and not reader.is_ahead(closing.next_on.reading):
        who = reader.counselor or reader.agency.name.strip()
        return t("Call {who} to choose a day.", who=set_apart(who)) if who else t("We choose a day.")
    when = ", ".join(filter(None, (reader.day(closing.next_on), reader.time(closing.next_starts))))
    return joined(when, t.show(closing.next_how), closing.next_place)


def next_meeting(reader: Reader) -> tuple[Block, ...]:
    """When, how and where the two meet again, and how to reach the counselor until then."""
    agency = reader.agency
    said = next_time(reader)
    reached = joined(reader.counselor, agency.name, agency.phone) if agency.phone.strip() else ""
    return tuple(Line(words, quiet=quiet) for words, quiet in ((said, False), (reached, True)) if words)
