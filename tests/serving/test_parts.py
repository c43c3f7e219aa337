"""The parts of serving that need no server: tickets, the door, host names, languages, the log."""

from __future__ import annotations

import asyncio
import logging
import pickle
import re
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from planner.store.file.keys.key import Key
from widgets.handshake import Arrival, arrival, forget
from widgets.serving.guesses import LONGEST_PAUSE, MOST_HELD, MOST_WAITING, Guesses, TurnedAwayError
from widgets.serving.handshake_handlers import NOTE_FIELDS
from widgets.serving.headers import RULES, is_local
from widgets.serving.log import MOST_OF_ONE_LINE, WithoutDetails, WithoutRepeats
from widgets.serving.store_access import StoreAccess
from widgets.serving.ticket import LIFE, Tickets

KEY = Key(bytes(32), bytes(16))


@dataclass
class Clock:
    """A clock that stands until it is told to go on."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_ticket_works_once() -> None:
    tickets: Tickets[str] = Tickets()
    ticket = tickets.issue("errand")

    assert tickets.redeem(ticket) == "errand"
    assert tickets.redeem(ticket) is None


def test_a_ticket_is_good_until_its_last_moment_and_not_after() -> None:
    clock = Clock()
    tickets: Tickets[str] = Tickets(clock=clock)
    soon, late = tickets.issue("soon"), tickets.issue("late")

    clock.now = LIFE - 0.001
    assert tickets.redeem(soon) == "soon"
    clock.now = LIFE
    assert tickets.redeem(late) is None


def test_a_ticket_can_be_shown_often_and_works_once_all_the_same() -> None:
    tickets: Tickets[str] = Tickets()
    ticket = tickets.issue("errand")

    assert [tickets.waits(ticket), tickets.waits(ticket), tickets.waits("guess")] == ["errand", "errand", None]
    assert tickets.redeem(ticket) == "errand"
    assert tickets.waits(ticket) is None


@pytest.mark.parametrize(
    "note",
    [
        {"number": "abc123", "kind": "ValueError", "places": "app.py:12 < she said it:3"},
        {"number": "abc123", "kind": "Not one word", "places": "app.py:12"},
        {"number": "abc123", "kind": "ValueError\n2026 forged line", "places": "app.py:12"},
        {"number": "42", "kind": "ValueError", "places": "app.py:12"},
    ],
)
def test_a_note_has_no_room_for_words(note: dict[str, str]) -> None:
    def fits(note: dict[str, str]) -> bool:
        return all(re.fullmatch(NOTE_FIELDS[name], said, re.ASCII) for name, said in note.items())

    assert fits({"number": "abc123", "kind": "ValueError", "places": "app.py:12 < <frozen x>:1".replace(" x", "")})
    assert not fits(note)


def test_a_ticket_that_was_torn_up_or_guessed_opens_nothing() -> None:
    tickets: Tickets[str] = Tickets()
    ticket = tickets.issue("errand")
    assert tickets.redeem(ticket + "x") is None

    tickets.tear_up()

    assert tickets.redeem(ticket) is None


def test_tickets_are_not_kept_as_they_are() -> None:
    tickets: Tickets[str] = Tickets()
    ticket = tickets.issue("errand")

    assert ticket not in repr(vars(tickets))


def test_a_door_admits_the_passes_it_gave_until_it_is_closed() -> None:
    door = StoreAccess(Path("plans"))
    first, second = door.open(KEY), door.open(KEY)
    assert len({*first, *second}) == 4
    assert door.admits([first.cookie], first.token)
    assert door.admits(["tossed", second.cookie], first.token)
    assert not door.admits([first.token], first.cookie)
    assert not door.admits([first.cookie], "")
    assert not door.admits([], first.token)

    door.close()

    assert not door.admits([first.cookie], first.token)
    assert door.key is None


def test_every_wrong_passphrase_is_answered_more_slowly_and_never_endlessly() -> None:
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    async def try_often() -> None:
        guesses = Guesses(pause)
        for _ in range(12):
            await guesses.hold()
        guesses.forget()
        await guesses.hold()

    asyncio.run(try_often())

    assert pauses[:4] == [0.5, 1, 2, 4]
    assert pauses == [*sorted(pauses[:-1]), 0.5]
    assert max(pauses) == LONGEST_PAUSE


def test_the_newest_is_checked_first_and_few_wait() -> None:
    async def come_one_after_the_other() -> tuple[list[int], list[int]]:
        guesses, checked = Guesses(), []
        first, *others = (guesses.turn() for _ in range(MOST_WAITING + 3))
        await first
        while waiting := [turn for turn in others if not turn.done()]:
            guesses.end_turn()
            checked += [others.index(turn) for turn in waiting if turn.done()]
        guesses.end_turn()
        assert guesses.turn().done()
        return checked, [number for number, turn in enumerate(others) if isinstance(turn.exception(), TurnedAwayError)]

    checked, turned_away = asyncio.run(come_one_after_the_other())

    assert checked == [5, 4, 3, 2]
    assert turned_away == [0, 1]


def test_whoever_hung_up_takes_nobodys_turn() -> None:
    async def hang_up() -> bool:
        guesses = Guesses()
        await guesses.turn()
        owner, gone = guesses.turn(), [guesses.turn() for _ in range(MOST_WAITING - 1)]
        for turn in gone:
            turn.cancel()
        guesses.end_turn()
        return owner.done()

    assert asyncio.run(hang_up())


def test_the_right_one_is_checked_while_wrong_ones_are_held_and_few_are_held() -> None:
    async def hold_many() -> tuple[bool, int, bool]:
        forever = asyncio.Event()
        guesses = Guesses(lambda _seconds: forever.wait())
        held = [guesses.hold() for _ in range(MOST_HELD + 5)]
        right = guesses.turn()
        await asyncio.sleep(0)
        return right.done(), sum(not one.done() for one in held), held[0].cancelled()

    assert asyncio.run(hold_many()) == (True, MOST_HELD, True)


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:1", "localhost", "[::1]:80", "127.0.0.2:9"])
def test_a_name_of_this_machine_is_local(host: str) -> None:
    assert is_local(host)


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:80", "192.168.1.4:80", "10.0.0.1", "", "localhost.evil.example", "::1]", "[::1"],
)
def test_any_other_name_is_not(host: str) -> None:
    assert not is_local(host)
    assert not is_local(host, "planner-0123456789ab.localhost")


def test_the_planners_own_name_is_local_and_another_planners_is_not() -> None:
    assert is_local("planner-0123456789ab.localhost:20000", "planner-0123456789ab.localhost")
    assert not is_local("planner-000000000000.localhost:20000", "planner-0123456789ab.localhost")
    assert not is_local("", "")


def test_the_content_rules_let_nothing_from_elsewhere_and_no_script_in_the_page() -> None:
    assert RULES["default-src"] == "'none'"
    assert RULES["script-src"] == "'self'"
    assert not [rule for rule in RULES.values() if "http" in rule or "*" in rule or "eval" in rule]


def scrubbed(name: str) -> tuple[logging.Logger, StringIO]:
    """Return a logger that writes through the filter, and what it writes to."""
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(WithoutDetails())
    logger = logging.getLogger(name)
    logger.handlers = [handler]
    return logger, written


def test_the_log_keeps_where_and_never_what() -> None:
    logger, written = scrubbed("some.library")

    try:
        raise ValueError("words of a person")  # noqa: EM101, TRY003, TRY301
    except ValueError:
        logger.exception("Error while executing cell: %r", "more words")

    assert "ValueError at test_parts" in written.getvalue()
    assert "words" not in written.getvalue()
    assert "Traceback" not in written.getvalue()


def test_a_line_that_comes_ten_thousand_times_is_written_a_few_times_a_minute() -> None:
    clock, written = Clock(), StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(WithoutRepeats(clock))
    logger = logging.getLogger("planner.serving.often")
    logger.handlers = [handler]

    for minute in range(2):
        clock.now = 60.0 * minute
        for _ in range(10_000):
            logger.error("Too many open files.")
        logger.error("Another line.")

    lines = written.getvalue().splitlines()
    assert lines.count("Too many open files.") == 2 * MOST_OF_ONE_LINE
    assert lines.count("Another line.") == 2


def test_our_own_lines_reach_the_log_as_they_are() -> None:
    logger, written = scrubbed("planner.serving.test")

    logger.error("A page did not open (note %s).", "abc123")

    assert "note abc123" in written.getvalue()


def test_an_arrival_hides_its_key_and_is_not_written_down() -> None:
    came = Arrival(Path("plans"), b"secret key bytes", farewell="secret word")

    assert "secret" not in repr(came)
    with pytest.raises(TypeError):
        pickle.dumps(came)


def test_without_a_ticket_nobody_has_arrived() -> None:
    forget()

    assert arrival() is None
