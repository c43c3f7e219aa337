"""In columns, however narrow, no word is printed over another or past the edge, and numbers read from the left."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from itertools import cycle, pairwise
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

import pytest

from exports.catalog import DOCUMENTS, of_accounting, of_plan, of_shared
from exports.documents.consent_copy import consent_copy
from exports.page.blocks import Card as OneCard
from exports.page.blocks import Cards, Fact, Facts, Line, NextStep, NextSteps, Table
from exports.page.notebook import PageContent, about_page, notebook
from exports.page.section import Section
from exports.press.printing import printed
from planner.consent import Part
from planner.sharing.accounting import View, accounting
from planner.sharing.disclosure import Disclosure
from planner.sharing.sharing import share
from planner.words.language import LANGUAGES, Language
from tests.exports.making_plans import DANA, edition, occasion, saying
from tests.invented import TODAY, an_id
from tests.planner.consent.agreeing import NOON, SHAH, asked, signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.page.blocks import Block

LONG = (
    "Constantinopoulos-Reyes",
    "(646) 558-8656,,820445398#",
    "https://harborpeers.example.org/rooms/open-door-meeting?day=tuesday",
    "maria.constantinopoulos.gonzalez@harborpeers.example.org",
    "Krankenversicherungsbescheinigung",
    "MEDICAID#0049938830021-77261-AA",
    "+1 (757) 555-0143 ext. 20045",
)
HAIR = 1.2
"""Points by which two words may share room: a slanted letter leans over the next."""


class Word(NamedTuple):
    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str

    def lies_over(self, other: Word) -> bool:
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        tall = min(self.bottom - self.top, other.bottom - other.top)
        return self.page == other.page and wide > HAIR and high > 0.45 * tall


def words_in(pdf: bytes) -> tuple[list[Word], float]:
    """Return each word with its box, and how wide the page is."""
    done = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", done.stdout.decode())
    ours = re.sub(r'xmlns="[^"]*"|<!DOCTYPE[^>]*>', "", clean)
    pages = ET.fromstring(ours).iter("page")  # noqa: S314 (from a PDF made here)
    found, width = list[Word](), 0.0
    for number, page in enumerate(pages):
        width = float(page.attrib["width"])
        for word in page:
            left, top, right, bottom = (float(word.attrib[side]) for side in ("xMin", "yMin", "xMax", "yMax"))
            found.append(Word(number, left, top, right, bottom, word.text or ""))
    return found, width


def overprinted(words: list[Word]) -> list[tuple[str, str]]:
    """Return each two words of which one is printed over the other."""
    lines = sorted(words, key=lambda word: (word.page, word.top, word.left))
    return [
        (word.text, other.text) for at, word in enumerate(lines) for other in _near(lines, at) if word.lies_over(other)
    ]


def _near(lines: list[Word], at: int) -> Iterator[Word]:
    for other in lines[at + 1 :]:
        if other.page != lines[at].page or other.top > lines[at].bottom:
            return
        yield other


def _page(style: str, *blocks: Block) -> bytes:
    content = PageContent("T", (), (Section("all", "Everything", blocks),), about_page(style, "T", edition()))
    return printed(notebook(content), "pdf").data


def _documents() -> Iterator[tuple[str, PageContent]]:
    plan = saying(DANA.plan, cycle(LONG)).amended(left_off_paper=(), medications=_taken_long())
    person = DANA.person.amended(full_name=LONG[0], phone=LONG[1])
    for code in LANGUAGES:
        spoken = {"language": Language(code)}
        for kind in DOCUMENTS:
            yield f"{kind} {code}", of_plan(kind, occasion(plan, person, **spoken)).content
        consent = signed(person_id=plan.person_id, parts=tuple(Part), person_name=LONG[0], described=LONG[4])
        shared = share(plan, consent, asked(SHAH), disclosure_id=an_id(99), part2_applies=True).shared
        yield f"care-team sheet {code}", of_shared("care-team-sheet", shared, edition(**spoken)).content
        yield f"consent {code}", consent_copy(consent, edition(**spoken))
        given = [
            Disclosure(
                id=an_id(n), person_id=plan.person_id, at=NOON, to_whom=words, address=LONG[2], what=words, by=words
            )
            for n, words in enumerate(LONG)
        ]
        found = accounting(given, View.ALL, until=TODAY, zone="UTC")
        yield f"accounting {code}", of_accounting(found, person, edition(**spoken), "412-7K3M-QWX2-HD5V-ABCD").content


def _taken_long() -> tuple[object, ...]:
    """Return the medicines with their times as they are, so that the schedule has its columns."""
    return tuple(one.amended(name=f"{name} {one.name}") for one, name in zip(DANA.plan.medications, cycle(LONG)))


CONTENTS = dict(_documents())


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("name", CONTENTS)
def test_no_word_is_printed_over_another_or_past_the_edge(name: str) -> None:
    words, width = words_in(printed(notebook(CONTENTS[name]), "pdf").data)
    assert len(words) > 20
    assert overprinted(words) == []
    assert [word.text for word in words if word.left < 0 or word.right > width - 18] == []


NARROW = {
    "cards on one page": ("my-plan", Cards((OneCard(LONG[0], LONG), OneCard(LONG[3], LONG), OneCard(LONG[2], LONG)))),
    "next steps": ("my-plan", NextSteps(tuple(NextStep(goal, step, LONG[1]) for goal, step in pairwise(LONG)))),
    "a table of twelve columns": ("whole-plan", Table(LONG[:6] * 2, (LONG[1:] * 2, LONG[:6] * 2))),
    "a table beside short words": ("whole-plan", Table(("a", "b", "c"), (("1", *LONG[:2]), (LONG[2], "x", "y")))),
    "cards": ("whole-plan", Cards((OneCard(LONG[0], LONG), OneCard(LONG[3], LONG), OneCard(LONG[2], LONG)))),
    "facts": ("whole-plan", Facts(tuple(Fact(label, words) for label, words in pairwise(LONG)))),
    "facts of a chart": ("session-summary", Facts(tuple(Fact(label, words) for label, words in pairwise(LONG * 2)))),
    "large facts": ("lapse-page", Facts(tuple(Fact(label, words) for label, words in pairwise(LONG)))),
}


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("name", NARROW)
def test_no_column_is_too_narrow(name: str) -> None:
    style, block = NARROW[name]
    pdf = _page(style, block)
    words, width = words_in(pdf)
    assert overprinted(words) == []
    assert [word.text for word in words if word.left < 0 or word.right > width - 18] == []


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("lines_above", [0, 20, 26, 28, 30, 32, 34, 37])
def test_cards_that_fit_on_a_page_stay_on_one(lines_above: int) -> None:
    cards = Cards(tuple(OneCard(f"card{n}", tuple(f"entry {n} {m}" for m in range(3))) for n in range(4)))
    words, _ = words_in(_page("whole-plan", *(Line("above") for _ in range(lines_above)), cards))
    assert len({word.page for word in words if word.text.startswith("card")}) == 1


@pytest.mark.needs("pdftotext")
def test_cards_too_long_for_a_page_flow_on() -> None:
    cards = Cards(tuple(OneCard(f"card{n}", tuple(f"entry {n} {m}" for m in range(30))) for n in range(4)))
    words, _ = words_in(_page("whole-plan", cards))
    assert {word.text for word in words if word.text.startswith("card")} == {f"card{n}" for n in range(4)}
    assert len({word.page for word in words}) > 1


def test_a_word_over_another_is_seen() -> None:
    word = Word(0, 10, 10, 60, 20, "Reyes")
    assert overprinted([word, Word(0, 55, 11, 90, 21, "(646)")]) == [("Reyes", "(646)")]
    assert overprinted([word, Word(0, 61, 10, 90, 20, "beside"), Word(0, 10, 21, 60, 31, "below")]) == []


ALIKE = 0.97
NUMBERS = ("757-555-0143", "(646) 558-8656", "+1 757 555 0143", "988", "8 mg", "11/28/2026", "8:00 AM")
FROM_THE_RIGHT = {
    "Arabic": "اتصل بـ محمد علي على {number} في المساء",
    "Arabic, the number first": "{number} محمد علي",
    "Arabic, the number last": "محمد علي {number}",
    "Hebrew": "להתקשר אל רוזה {number} בערב",
    "Hebrew, the number last": "רוזה {number}",
    "a name from the right in English": "Call محمد علي {number} at night",
    "Persian": "با لویس تماس بگیر {number} هر شب",
}


_MARKS = "\u2066\u2068\u2069\u200e\u200f\u202a\u202b\u202c"


def _number_on(pdf: bytes, number: str) -> tuple[list[Word], bytes]:
    """Return the boxes of a number's parts as they stand from the left, and the ink within them."""
    words, _ = words_in(pdf)
    parts = number.split()
    boxes = sorted((word for word in words if word.text.strip(_MARKS) in parts), key=lambda word: word.left)
    across = (min(word.left for word in boxes), max(word.right for word in boxes))
    down = (min(word.top for word in boxes), max(word.bottom for word in boxes))
    dots = 5
    crop = (("-x", across[0]), ("-y", down[0]), ("-W", across[1] - across[0]), ("-H", down[1] - down[0]))
    box = [word for flag, points in crop for word in (flag, str(round(points * dots)))]
    command = ["pdftoppm", "-r", str(72 * dots), "-gray", "-singlefile", "-f", "1", *box, "-"]
    return boxes, subprocess.run(command, input=pdf, capture_output=True, check=True).stdout


@cache
def _alone(number: str) -> tuple[list[Word], bytes]:
    return _number_on(_page("question-sheet", Line(number)), number)


def _ink(picture: bytes) -> list[list[bool]]:
    """Return the columns of a picture that hold ink, dot by dot, without the white around them."""
    _, size, _, dots = picture.split(b"\n", 3)
    width, height = map(int, size.split())
    columns = [[dots[y * width + x] < 128 for y in range(height)] for x in range(width)]
    inked = [x for x, column in enumerate(columns) if any(column)]
    return columns[inked[0] : inked[-1] + 1]


def _covered(some: list[list[bool]], by: list[list[bool]]) -> float:
    """Return the share of ink that lies within a dot of the other's ink: a page sets a letter between two dots."""
    dots = [(x, y) for x, column in enumerate(some) for y, inked in enumerate(column) if inked]
    near = {
        (x + aside, y + above)
        for x, column in enumerate(by)
        for y, inked in enumerate(column)
        if inked
        for aside in (-1, 0, 1)
        for above in (-1, 0, 1)
    }
    return sum(dot in near for dot in dots) / len(dots)


def _alike(some: list[list[bool]], others: list[list[bool]]) -> bool:
    return min(_covered(some, others), _covered(others, some)) > ALIKE


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("line", FROM_THE_RIGHT)
def test_a_number_beside_a_script_from_the_right_has_the_same_ink_as_alone(line: str, number: str) -> None:
    alone, ink = _alone(number)
    beside, same = _number_on(_page("question-sheet", Line(FROM_THE_RIGHT[line].format(number=number))), number)
    assert [word.text for word in alone] == number.split()
    assert [word.text.strip(_MARKS) for word in beside] == number.split()
    assert _alike(_ink(ink), _ink(same))


@pytest.mark.needs("pdftotext")
def test_a_number_turned_round_is_seen_by_its_ink() -> None:
    for number, turned in (("757-555-0143", "0143-555-757"), ("988", "889"), ("11/28/2026", "2026/28/11")):
        (_, ink), (_, other) = _alone(number), _alone(turned)
        assert not _alike(_ink(ink), _ink(other))
