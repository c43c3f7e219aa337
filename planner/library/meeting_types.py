"""Kinds of meetings by the codes of meeting lists, each with its name, and the languages among the codes."""

from __future__ import annotations

from functools import cache

from planner.library.texts import texts
from planner.words.fold import run_together
from planner.words.language import LANGUAGES

SPOKEN = {
    "EN": "en",
    "S": "es",
    "ES": "es",
    "FR": "fr",
    "POR": "pt",
    "PT": "pt",
    "POL": "pl",
    "RUS": "ru",
    "ITA": "it",
    "DE": "de",
    "NL": "nl",
    "DA": "da",
    "SV": "sv",
    "NO": "no",
    "FI": "fi",
    "IS": "is",
    "HE": "he",
    "AR": "ar",
    "FA": "fa",
    "HI": "hi",
    "PUN": "pa",
    "NE": "ne",
    "ML": "ml",
    "JA": "ja",
    "KOR": "ko",
    "TL": "tl",
    "TH": "th",
    "TUR": "tr",
    "UK": "uk",
    "EL": "el",
    "HR": "hr",
    "HU": "hu",
    "BG": "bg",
    "KA": "ka",
    "LT": "lt",
    "MT": "mt",
    "SK": "sk",
    "SL": "sl",
    "AF": "af",
    "AM": "am",
    "ASL": "asl",
}
"""The codes that name a language, and its code in ISO 639."""

_ALSO = {
    "open": "O",
    "closed": "C",
    "newcomer": "BE",
    "beginner": "BE",
    "beginners": "BE",
    "wheelchair": "X",
    "wheelchairaccess": "X",
    "wheelchairaccessible": "X",
    "handicapaccessible": "X",
    "women": "W",
    "men": "M",
    "onlinemeeting": "ONL",
    "online": "ONL",
    "virtual": "ONL",
    "onl": "ONL",
    "secular": "A",
    "atheistagnostic": "A",
    "stepmeeting": "ST",
    "stepstudy": "ST",
    "traditionstudy": "TR",
    "speaker": "SP",
    "discussion": "D",
    "newcomers": "BE",
    "asbillseesit": "ABSI",
    "12steps12traditions": "12x12",
    "outdoormeeting": "OUT",
    "outdoor": "OUT",
    "locationtemporarilyclosed": "TC",
    "temporarilyclosed": "TC",
    "temporaryclosure": "TC",
    "childfriendly": "CF",
    "childcare": "BA",
    "babysittingavailable": "BA",
    "signlanguage": "ASL",
    "proofofattendance": "POA",
    "youngpeople": "Y",
    "transgender": "T",
    "lgbt": "LGBTQ",
    "dualdiagnosis": "DD",
    "speakerdiscussion": "SP",
    "11thstepmeditation": "11",
    "11thstep": "11",
    "bilingual": "S",
    "discussionparticipation": "D",
}
"""Names other than ours by which feeds call a code, run together and folded."""

_LANGUAGE_NAMES = {
    "english": "EN",
    "spanish": "S",
    "espanol": "S",
    "french": "FR",
    "portuguese": "POR",
    "polish": "POL",
    "russian": "RUS",
    "italian": "ITA",
    "german": "DE",
    "japanese": "JA",
    "korean": "KOR",
    "hebrew": "HE",
    "arabic": "AR",
    "hindi": "HI",
    "punjabi": "PUN",
    "tagalog": "TL",
    "vietnamese": "VI",
    "ukrainian": "UK",
    "americansignlanguage": "ASL",
    "persian": "FA",
    "farsi": "FA",
}


def meeting_type(code: str, language: str) -> str:
    """Return the name of a code, or the code itself where it has none."""
    return texts("meeting_types", language)["names"].get(code, code)


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        names = texts("meeting_types", language)["names"]
        found |= {run_together(name): code for code, name in names.items()}
        found |= {run_together(code): code for code in names}
    return found | {run_together(code): code for code in SPOKEN} | _LANGUAGE_NAMES | _ALSO


def code_of(word: str) -> str:
    """Return the code a feed means by a code or a name; nothing where we do not know it."""
    return _codes().get(run_together(word), "")
