"""Feeds that are none, that break off, that are hostile or huge."""

from __future__ import annotations

import io
import json
import tracemalloc
from typing import IO, TYPE_CHECKING, Any

import pytest

from planner.directory.feeds.feed import ColumnAskedError, opened_feed
from planner.directory.feeds.feed_files import InMemory
from planner.directory.feeds.plain_text import LONGEST, plain_text, web_address
from planner.directory.feeds.report import NotAFeedError
from planner.directory.service import Service
from tests.planner.directory.small_feeds import HSDS_3, MEETING, TODAY, a_feed, entries, left_out, meeting, the_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

WHOLE = json.dumps([MEETING, {**MEETING, "slug": "b"}]).encode()

NO_FEEDS: list[tuple[str, bytes]] = [
    ("empty", b""),
    ("a page of the web", b"<!doctype html><title>Not found</title>"),
    ("words", b'"hello"'),
    ("a number", b"7"),
    ("an empty list", b"[]"),
    ("something else", b'[{"color": "red"}, {"color": "blue"}]'),
    ("an error of an API", b'{"error": "no such page"}'),
    ("broken off", WHOLE[:-30]),
    ("something behind it", WHOLE + b"  invalid text"),
    ("nested without end", b"[" * 50_000),
    ("nested in a record", b'[{"slug":"a","name":"b","x":' + b"[" * 5_000 + b"]" * 5_000 + b"}]"),
    ("bytes", bytes(range(256)) * 4),
    ("not a number", b'[{"slug":"a","name":"b","day":NaN}]'),
]


@pytest.mark.parametrize(("name", "data"), NO_FEEDS, ids=[name for name, _ in NO_FEEDS])
def test_what_is_no_feed_gets_one_sentence(name: str, data: bytes) -> None:
    with pytest.raises(NotAFeedError) as refused:
        list(a_feed(f"{name}.json", data).found)

    assert str(refused.value).endswith((".", ")."))


def test_two_files_that_could_both_be_the_feed_are_no_feed() -> None:
    with pytest.raises(NotAFeedError):
        opened_feed(InMemory("two", {"a.json": WHOLE, "b.json": WHOLE}), "invented", TODAY)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_json_is_read_in_any_unicode(encoding: str) -> None:
    content = json.dumps([{**MEETING, "name": "Reunión Señal"}], ensure_ascii=False).encode(encoding)

    assert the_entry(a_feed("feed.json", content)).name == "Reunión Señal"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_sheet_is_read_in_what_spreadsheets_write(encoding: str) -> None:
    sheet = "Nombre;Teléfono;Ciudad\nClínica Señal;757-555-0100;Norfolk\n".encode(encoding)

    assert the_entry(a_feed("sheet.csv", sheet)).name == "Clínica Señal"


def test_a_sheet_with_usual_names_needs_no_mapping() -> None:
    sheet = (
        "Program Name,Category,Phone,Address,City,Hours,Cost\n"
        "Harbor Meals,Food Pantry;Meals,757-555-0100,1 Pier,Norfolk,Mon 9-5,Free\n"
    )
    found = the_entry(a_feed("sheet.csv", sheet))

    assert (found.name, found.hours_words, found.cost_words) == ("Harbor Meals", "Mon 9-5", "Free")
    assert found.terms == ("Food Pantry", "Meals")


def test_a_sheet_without_a_column_of_names_asks_once() -> None:
    sheet = "ID,ADDRESS,CITY\nHarbor Clinic,1 Pier,Norfolk\nHarbor Clinic,2 Hill,Norfolk\n"
    with pytest.raises(ColumnAskedError) as asked:
        a_feed("sheet.csv", sheet)

    assert asked.value.columns == ("ID", "ADDRESS", "CITY")
    assert [one.address for one in entries(a_feed("sheet.csv", sheet, {"name": "ID"}))] == ["1 Pier", "2 Hill"]


def test_a_row_of_a_sheet_that_nobody_could_reach_is_left_out() -> None:
    assert left_out(a_feed("sheet.csv", "name,phone\nA,757-555-0100\nB,\n,757-555-0101\n")) == {
        "no place": 1,
        "no name": 1,
    }


HOSTILE = [
    ("<script>alert(1)</script>Open", "Open"),
    ("&lt;img src=x onerror=alert(1)&gt;Open", "Open"),
    ("&amp;lt;b&amp;gt;Open", "Open"),
    ("Open \u202eneddih\u202c now", "Open neddih now"),
    ("O\u0000pen\u0007", "O pen"),
    ("line one\\nline two", "line one\nline two"),
    ("a < b and c > d", "a < b and c > d"),
    ("half \ud83d an emoji", "half \ufffd an emoji"),
    ("<p>One</p><p>Two</p>", "One\nTwo"),
]


@pytest.mark.parametrize(("given", "shown"), HOSTILE)
def test_a_text_of_a_feed_is_plain_text(given: str, shown: str) -> None:
    assert plain_text(given) == shown


def test_a_field_as_long_as_a_book_is_cut_at_a_word() -> None:
    shown = plain_text("word " * 20_000)

    assert len(shown) <= LONGEST
    assert shown.endswith("word…")
    assert len(meeting(name="long " * 20_000, notes="x" * 100_000).about) <= LONGEST


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "http://[", "ftp://a.b", "not an address", 5]
)
def test_only_an_address_of_the_web_is_kept(address: Any) -> None:
    assert web_address(address) == ""
    assert web_address("harbor.example.org/help") == "https://harbor.example.org/help"


class Endless(io.RawIOBase):
    """A long list of meetings, made as it is read."""

    def __init__(self, count: int) -> None:
        self._rows: Iterator[bytes] = iter(self._made(count))
        self._rest = b""

    @staticmethod
    def _made(count: int) -> Iterator[bytes]:
        yield b"["
        for number in range(count):
            row = json.dumps({**MEETING, "slug": f"m{number}", "notes": "word " * 60}).encode()
            yield row + (b"," if number < count - 1 else b"]")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._rest:
            row = next(self._rows, None)
            if row is None:
                return 0
            self._rest = row
        given, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(given)] = given
        return len(given)


class OneLong:
    """One file, opened as a stream."""

    name, names = "long", ("long.json",)

    def __init__(self, count: int) -> None:
        self._count = count

    def open(self, _name: str) -> IO[bytes]:
        return io.BufferedReader(Endless(self._count))  # type: ignore[return-value]


def _peak(count: int) -> int:
    tracemalloc.start()
    try:
        assert sum(isinstance(one, Service) for one in opened_feed(OneLong(count), "long", TODAY).found) == count
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_long_feed_takes_no_more_memory_than_a_short_one() -> None:
    _peak(50)  # what is loaded once

    assert _peak(1500) < 2 * _peak(150)


def test_a_record_of_another_kind_in_the_middle_stops_nothing() -> None:
    assert left_out(a_feed("feed.json", [HSDS_3, None, {**HSDS_3, "id": "b"}, "x"])) == {"not a row": 2}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("sign", ["{{", "#", "[b", "<", "<!--", "&lt;", "<script>", "((1 "])
def test_a_field_full_of_what_markup_begins_with_is_looked_at_once(sign: str) -> None:
    assert len(plain_text(sign * 100_000)) <= LONGEST
