"""Goal attainment scaling: a ladder of five levels for a goal, rated by two, and what several ladders say together.

    draft_of(goal, today)            the ladder from the goal's own parts, one part changed
    ladder_findings(goal)            what the ten rules suggest about one ladder (staff view)
    attainment(goals, Rater.PERSON)  T over several goals, with its caution (staff view)
    level_name(goal, 0)              the words the person reads; never a number

Kiresuk and Sherman (1968); Turner-Stokes (2009); Bovend'Eerdt, Botell and Wade (2009).
"""

from planner.goals.attainment.draft import Draft, Part, draft_of, written
from planner.goals.attainment.lint import ladder_findings, scale_findings
from planner.goals.attainment.score import (
    WORDS_THEN,
    Attainment,
    Rater,
    attainment,
    attainment_over_time,
    disagreement,
    latest_rating,
    level_name,
    level_words,
    rated_name,
    t_score,
)

__all__ = [
    "WORDS_THEN",
    "Attainment",
    "Draft",
    "Part",
    "Rater",
    "attainment",
    "attainment_over_time",
    "disagreement",
    "draft_of",
    "ladder_findings",
    "latest_rating",
    "level_name",
    "level_words",
    "rated_name",
    "scale_findings",
    "t_score",
    "written",
]
