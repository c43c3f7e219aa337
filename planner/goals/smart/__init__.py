"""Reads a goal as people say it: what is done, how much, how often, how long, when, where, with whom, until when.

    reading = read_goal("Go to three NA meetings a week until the end of March", today, "en")
    reading.quantity.low, reading.unit.words, reading.ends.day     3, "NA meetings", 2027-03-31
    open_letters(reading)       the letters of SMART that the wording leaves open, each with one question

The sentence is never changed; every part says where in it it stands. Which words mean what is data, one file per
language in `sentence/rules/`: kinds of verbs and nouns, not sentences. What a goal in the plan leaves open is asked by
`planner.goals.coach`, from its fields.
"""

from planner.goals.smart.letters import OpenLetter, open_letters
from planner.goals.smart.parts import Length, Limit, Part, Quantity, Rhythm
from planner.goals.smart.reading import GoalReading, read_goal

__all__ = ["GoalReading", "Length", "Limit", "OpenLetter", "Part", "Quantity", "Rhythm", "open_letters", "read_goal"]
