"""What an eye cannot tell apart, or a keyboard cannot easily type, compares as one."""

from __future__ import annotations

import pytest

from planner.words.fold import folded, is_named_in, run_together, words_of

APOSTROPHES = "'’‘ʼʻ`´′"  # noqa: RUF001 (the very letters people type)
HYPHENS = "-‐‑–−"  # noqa: RUF001


@pytest.mark.parametrize("sign", APOSTROPHES)
def test_every_apostrophe_is_one(sign: str) -> None:
    assert folded(f"O{sign}Brien") == "obrien"


@pytest.mark.parametrize("sign", HYPHENS)
def test_every_hyphen_is_one(sign: str) -> None:
    assert folded(f"Smith{sign}Jones") == "smithjones"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn", "Nguye\u0302\u0303n"),
        ("Nguyễn", "nguyen"),
        ("Łukasz Ørsted-Þór", "lukasz orstedthor"),
        ("Strauß", "STRAUSS"),
        ("İpek Işık", "ipek isik"),  # noqa: RUF001
        ("ﬁona", "Fiona"),
        ("Ｊｏ", "jo"),  # noqa: RUF001
        ("Иосиф", "ИОСИФ"),
        ("李明", "李明"),
        ("da\u00adna", "dana"),
    ],
)
def test_one_name_in_two_spellings_is_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("de la Cruz, José", ("de", "la", "cruz", "jose")),
        ("Luis—my brother", ("luis", "my", "brother")),
        ("हिन्दी में", ("हिन्दी", "में")),
        ("  ", ()),
        ("", ()),
    ],
)
def test_words_are_taken_apart_without_what_stands_between(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == tuple(map(folded, words))


@pytest.mark.parametrize(
    ("name", "text", "is_named"),
    [
        ("Mary Ann", "Ask Mary-Ann for a ride", True),
        ("Maryann", "with mary ann on Sunday", True),
        ("Ana María", "Walk with Ana Maria", True),
        ("O’Brien", "call O'BRIEN's sister", False),
        ("O’Brien", "call o'brien today", True),
        ("Luis", "Read about Luisiana", False),
        ("Ann", "an ant", False),
        ("", "anything", False),
        ("...", "any...thing", False),
    ],
)
def test_a_name_stands_in_a_text_as_whole_words(name: str, text: str, is_named: bool) -> None:  # noqa: FBT001 (a case)
    assert is_named_in(name, text) is is_named


def test_words_run_together_know_no_spaces() -> None:
    assert {run_together(name) for name in ("Mac Donald", "MacDonald", "Mac-Donald")} == {"macdonald"}


def test_plain_english_compares_as_any_other_script_does() -> None:
    beside = "ж"  # with it, a text takes the long way
    for sign in map(chr, range(128)):
        assert folded(sign) == folded(f"{sign}{beside}").removesuffix(beside)
        assert words_of(f"a{sign}b {beside}")[:-1] == words_of(f"a{sign}b")
