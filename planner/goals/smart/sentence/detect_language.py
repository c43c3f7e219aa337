"""Which language a goal is said in: the screen's, unless its small words are another's."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from planner.words.fold import plain_in_place
from planner.words.language import Language

_ENOUGH = 2
"""One small word more can be a name or a slip; two are a language."""

_LONGEST = 500


def detect_language(sentence: str, language: str) -> str:
    """Return the code of the language to read by: the one that is asked for, where the sentence tells no other."""
    asked = Language(language).known_code
    words = plain_in_place(sentence[:_LONGEST]).split()
    found = {code: sum(word in small for word in words) for code, small in _small_words().items()}
    most = max(found, key=lambda code: found[code])
    return most if found[most] >= found.get(asked, 0) + _ENOUGH else asked


@cache
def _small_words() -> dict[str, frozenset[str]]:
    kept = tomllib.loads((files("planner.goals.smart.sentence") / "rules" / "tongues.toml").read_text(encoding="utf-8"))
    return {code: frozenset(words.split()) for code, words in kept.items()}
