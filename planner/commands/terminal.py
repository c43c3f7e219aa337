"""Words on their way to a terminal: nothing in a name moves the cursor, or turns the line around.

Every command tells and warns through here, so that no words of a person or a file go out as they came in.
"""

import sys
from unicodedata import bidirectional, category

_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_MARKS = "\u200e\u200f\u061c"


def visible(words: str) -> str:
    """Return words with control and direction characters written out, as JSON writes them; line ends stay."""
    return "".join(f"\\u{ord(each):04x}" if _acts(each) else each for each in words)


def tell(words: str) -> None:
    """Write a line of an answer."""
    sys.stdout.write(f"{visible(words)}\n")


def warn(words: str) -> None:
    """Write a line beside the answer, where a program that reads it does not look."""
    sys.stderr.write(f"{visible(words)}\n")


def _acts(each: str) -> bool:
    if each == "\n":
        return False
    return category(each) in {"Cc", "Zl", "Zp", "Cs"} or bidirectional(each) in _TURNS or each in _MARKS
