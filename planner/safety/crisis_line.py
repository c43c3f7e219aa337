"""The crisis line an agency names. 988 answers calls and texts; in Spanish it wants to be asked for it.

A call to 988 reaches Spanish by pressing 2, a text by sending AYUDA (988 Suicide & Crisis Lifeline, SAMHSA, since
July 2023). The catalogue says so wherever the line is named; another line's own ways are not known here.
"""

from __future__ import annotations

import re

from planner.model.message import Message, say

NATIONAL_LINE = "988"


def is_national(line: str) -> bool:
    """Return whether the words name 988 and no other number; an empty line stands for it too."""
    return "".join(re.findall(r"\d", line)) in {"", NATIONAL_LINE}


def crisis_line(line: str) -> Message:
    """Return how to reach a line at any hour, with 988 always among the ways."""
    if is_national(line):
        return say("988 at any hour: call or text.")
    return say("{line} at any hour, or call or text 988.", line=line.strip())
