"""The parts of a plan that a consent can name; `planner.plan.sections` says which sections each of them covers."""

from __future__ import annotations

from planner.model.choice import Choice
from planner.model.message import Message, say


class Part(Choice):
    """Something the person can agree to share, or not."""

    MEDICATIONS = "medications", say("My medicines: how I take them, pick-ups, what I react to")
    CONDITIONS = "conditions", say("My health conditions")
    PROVIDERS = "providers", say("Who looks after my health, and what they told me")
    VISITS = "visits", say("My visits, with my questions and the answers")
    OBSERVATIONS = "observations", say("What I noticed: side effects, mood, sleep, cravings, missed doses")
    GOALS = "goals", say("What matters to me, and my goals")
    STRENGTHS = "strengths", say("My strengths")
    RESOURCES = "resources", say("What I need, and the places that help")
    SUPPORTS = "supports", say("My people")
    SKILLS = "skills", say("What I practice")
    MONEY = "money", say("My money and bills")
    WEEK = "week", say("My week")
    SAFETY = "safety", say("What can set it off, early signs, what helps, my lapse page")
    LIFE = "life", say("How life stands: cravings, housing, money, getting around")
    LEAVING = "leaving", say("How things are now, and the day I leave treatment")
    NEXT = "next", say("What I do first, and when we meet next")
    LAPSE_REVIEWS = "lapse reviews", say("What I looked back on after a hard day")


TITLES: dict[Part, Message] = {
    Part.MEDICATIONS: say("Medicines"),
    Part.CONDITIONS: say("Health"),
    Part.PROVIDERS: say("Care team"),
    Part.VISITS: say("Visits"),
    Part.OBSERVATIONS: say("Noticed between visits"),
    Part.GOALS: say("Goals"),
    Part.STRENGTHS: say("Strengths"),
    Part.RESOURCES: say("Places that help"),
    Part.SUPPORTS: say("People"),
    Part.SKILLS: say("Skills"),
    Part.MONEY: say("Money"),
    Part.WEEK: say("The week"),
    Part.SAFETY: say("Safety"),
    Part.LIFE: say("How life stands"),
    Part.LEAVING: say("Now, and the day of leaving"),
    Part.NEXT: say("What comes next"),
    Part.LAPSE_REVIEWS: say("After a hard day"),
}
"""The same in a word or two, in the order in which a provider looks for it."""
