"""Every reader of the house, and what it is given: a later reader joins by one line in `READERS`.

A reader may return anything and may raise what its line names. Any other exception, or no end, is a fault.
"""

from __future__ import annotations

import json
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from exports.page.notebook import notebook
from exports.press.printing import printed
from planner.caseload.agency import Agency
from planner.caseload.person import Person
from planner.consent.signed import SignedConsent
from planner.directory.feeds.feed import opened_feed
from planner.directory.feeds.feed_files import InMemory
from planner.directory.feeds.plain_text import LONGEST, phone_number, plain_text, web_address
from planner.directory.feeds.report import NotAFeedError, Tally
from planner.directory.search import word_groups
from planner.directory.service import Service
from planner.goals.smart import read_goal
from planner.library.ingredients import named_in, says_none
from planner.plan.merging import merged
from planner.plan.plan import Plan, PlanUnreadableError, read_plan, write_plan
from planner.review.review import findings
from planner.sessions.session import Contact, Session
from planner.store import Key, MistypedRecoveryKeyError, StoreError
from planner.store.directory.feed_paths import files_at
from planner.store.file.keys.recovery import as_groups, read_groups
from planner.store.file.keys.unlocking import open_with
from planner.words.fold import folded, is_named_in
from planner.words.language import Language
from planner.words.reading import read_amount, read_count, read_day, read_time
from tests.exports.making_plans import occasion
from tests.fuzzing.wording import with_words
from tests.invented import TODAY
from tests.planner.making import a_plan, plans

if TYPE_CHECKING:
    from collections.abc import Callable


TEXT = st.text(max_size=200) | st.sampled_from(
    [
        '<script>alert("x")</script>',
        "<img src=x onerror=alert(1)>",
        '#read("/etc/passwd") $x$ @ref <label> \\',
        "{{ 7*7 }} {% raw %} {name} %(name)s",
        "9" * 400 + " pills a day until the 31st of February 99999",
        "سارة \u202eabc\u202c 👩\u200d👧",
        "\x00\x1b[31m\ud83d",
        "a" * 20_000,
        "{{" * 10_000,
        "#" * 20_000,
        "[b" * 10_000,
        "<!--" * 5_000,
        "'; DROP TABLE plan; --",
        '=HYPERLINK("http://x")',
    ]
)
KEYS = st.binary(min_size=32, max_size=32)
_LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT
JSON = st.recursive(
    _LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=12
)


@st.composite
def spoiled_plans(draw: st.DrawFn) -> str | bytes:
    """A plan's JSON with some of its bytes changed, or some of its values replaced by anything."""
    text = write_plan(draw(plans()))
    if draw(st.booleans()):
        spoiled = bytearray(text.encode())
        for _ in range(draw(st.integers(1, 5))):
            spoiled[draw(st.integers(0, len(spoiled) - 1))] = draw(st.integers(0, 255))
        return bytes(spoiled)
    values = json.loads(text)
    values[draw(st.sampled_from(sorted(Plan.model_fields)))] = draw(JSON)
    return json.dumps(values)


@st.composite
def notebooks(draw: st.DrawFn) -> Any:
    """Anything that calls itself a notebook."""
    cell = st.fixed_dictionaries(
        {},
        optional={
            "cell_type": st.sampled_from(["markdown", "code", "raw", ""]) | _LEAVES,
            "source": TEXT | JSON,
            "metadata": JSON,
            "attachments": JSON,
            "outputs": st.lists(_outputs(), max_size=3) | JSON,
        },
    )
    return draw(st.fixed_dictionaries({}, optional={"cells": st.lists(cell, max_size=4) | JSON, "metadata": JSON}))


def _outputs() -> st.SearchStrategy[Any]:
    kinds = ["text/plain", "text/html", "text/markdown", "image/png", "image/svg+xml", "application/json"]
    data = st.dictionaries(st.sampled_from([*kinds, "application/vnd.recovery-plan+json"]), TEXT | JSON, max_size=3)
    output = st.sampled_from(["display_data", "stream", "error", "execute_result"]) | TEXT
    return st.fixed_dictionaries({}, optional={"output_type": output, "data": data | JSON, "text": TEXT | JSON})


def _restore(damaged: bytes) -> None:
    """Open a file as a backup is opened; the folder is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "backup.store"
        file.write_bytes(damaged)
        with closing(open_with(file, Key(bytes(32), damaged[:16].ljust(16, b"\0")))):
            pass


def _said(words: str) -> None:
    """Keep words in every field there is, read them back, look at them, and merge them with what was there."""
    plan = with_words(words)
    if read_plan(write_plan(plan)) != plan:
        raise WordsLostError
    english, spanish = Language("en"), Language("es")
    for finding in findings(plan, TODAY):
        english(finding.says)
        spanish(finding.says)
    if merged(a_plan(), plan, a_plan()).plan.goals != plan.goals:
        raise WordsLostError


def _on_paper(words: str) -> None:
    """Print words that stand in every field, and see that they stay words."""
    from exports.documents.my_plan import whole_plan

    plan = with_words(words)
    person = Person(id=plan.person_id, called=words, added_on=TODAY)
    whole = notebook(whole_plan(occasion(plan, person, agency=Agency(), paper="us-letter")))
    page = printed(whole, "html").data.decode()
    if words.startswith("<") and words in page:
        raise WordsLostError


class WordsLostError(AssertionError):
    """Words did not come back, or came back as something other than words."""


@dataclass(frozen=True)
class Reader:
    """Something that takes what others wrote; `given` makes what it gets, `raises` is what it may say."""

    name: str
    read: Callable[[Any], object]
    given: st.SearchStrategy[Any]
    raises: tuple[type[Exception], ...] = ()
    examples: int = 100

    def try_out(self, examples: int | None = None) -> int:
        """Give it so many inputs, and return how many those were. Whatever it may not raise is raised."""
        tried = 0

        @settings(
            max_examples=examples or self.examples,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(self.given)
        def once(what: Any) -> None:
            nonlocal tried
            tried += 1
            try:
                self.read(what)
            except self.raises:
                return

        once()
        return tried


FIELDS = ("id", "name", "slug", "day", "time", "types", "address", "organization", "schedules", "services", "phones")


@st.composite
def feeds(draw: st.DrawFn) -> dict[str, bytes]:
    """A file that may be a feed: records with the fields that feeds have, holding anything."""
    record = st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=8)
    match draw(st.sampled_from(["json", "csv", "tables", "anything"])):
        case "json":
            return {"feed.json": json.dumps(draw(st.lists(record | JSON, max_size=4))).encode()}
        case "csv":
            rows = draw(st.lists(st.lists(TEXT, min_size=1, max_size=4), max_size=4))
            return {"sheet.csv": "\n".join(["name,day,time,address", *map(",".join, rows)]).encode("utf-8", "replace")}
        case "tables":
            row = ",".join(draw(st.lists(TEXT, min_size=4, max_size=4)))
            return {
                "services.csv": f"id,organization_id,name,status\ns1,o1,Pantry,active\n{row}".encode(
                    "utf-8", "replace"
                ),
                "schedules.csv": f"service_id,byday,opens_at,closes_at\ns1,{row}".encode("utf-8", "replace"),
            }
        case _:
            name = draw(st.sampled_from(["feed.json", "feed.csv", "feed.txt", "services.csv", "datapackage.json"]))
            return {name: draw(st.binary(max_size=300))}


def _feed(files: dict[str, bytes]) -> None:
    for one in Tally().kept(opened_feed(InMemory("feed", files), "fuzz", TODAY).found):
        if Service.model_validate_json(one.model_dump_json()) != one:
            raise WordsLostError


def _zipped(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "feed.zip"
        archive.write_bytes(data)
        files_at(archive)


def _text_of_a_feed(value: Any) -> None:
    """Bidi controls and control signs are nowhere in what is shown, and no field is as long as a book."""
    text = plain_text(value)
    if len(text) > LONGEST or set(text) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\x00\x1b"):
        raise WordsLostError


READERS = (
    Reader("plan JSON, any", read_plan, TEXT | JSON.map(json.dumps) | st.binary(max_size=500), (PlanUnreadableError,)),
    Reader("plan JSON, spoiled", read_plan, spoiled_plans(), (PlanUnreadableError,), examples=40),
    Reader("person JSON", Person.model_validate_json, JSON.map(json.dumps), (ValidationError,)),
    Reader("session JSON", Session.model_validate_json, JSON.map(json.dumps), (ValidationError,)),
    Reader("contact JSON", Contact.model_validate_json, JSON.map(json.dumps), (ValidationError,)),
    Reader("agency JSON", Agency.model_validate_json, JSON.map(json.dumps), (ValidationError,)),
    Reader("consent JSON", SignedConsent.model_validate_json, JSON.map(json.dumps), (ValidationError,)),
    Reader("backup file", _restore, st.binary(max_size=9000), (StoreError,), examples=60),
    Reader(
        "recovery key",
        read_groups,
        TEXT | st.binary(min_size=32, max_size=32).map(as_groups),
        (MistypedRecoveryKeyError,),
    ),
    Reader("day", lambda words: read_day(words, TODAY), TEXT),
    Reader("día", lambda words: read_day(words, TODAY, language="es"), TEXT),
    Reader("time", read_time, TEXT),
    Reader("amount", read_amount, TEXT),
    Reader("number", read_count, TEXT),
    Reader("goal in a sentence", lambda words: read_goal(words, TODAY, "en"), TEXT),
    Reader("meta en una frase", lambda words: read_goal(words, TODAY, "es"), TEXT),
    Reader("search on the caseload", folded, TEXT),
    Reader("search in the directory", word_groups, TEXT),
    Reader("directory feed", _feed, feeds(), (NotAFeedError,), examples=150),
    Reader("directory feed, zipped", _zipped, st.binary(max_size=300), (NotAFeedError,)),
    Reader("text of a feed", _text_of_a_feed, TEXT | JSON),
    Reader("address of the web in a feed", web_address, TEXT | JSON),
    Reader("telephone number in a feed", phone_number, TEXT | JSON),
    Reader("somebody named in a text", lambda words: is_named_in(words, f"{words} {words}"), TEXT),
    Reader("names of medicines", lambda words: (named_in(words).kinds, says_none(words)), TEXT),
    Reader("notebook to HTML", lambda notebook: printed(notebook, "html"), notebooks(), examples=150),
    Reader("notebook to PDF", lambda notebook: printed(notebook, "pdf"), notebooks(), examples=12),
    Reader("words in every field, kept and looked at", _said, TEXT, examples=20),
    Reader("words in every field, on paper", _on_paper, TEXT, examples=12),
)
"""One line each: its name, what reads, what it is given, and what of its own it may raise."""
