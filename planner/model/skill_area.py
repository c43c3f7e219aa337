"""The areas of daily life in which a skill helps."""

from __future__ import annotations

from planner.model.choice import Choice
from planner.model.message import say


class SkillArea(Choice):
    """The five areas of daily life."""

    MONEY = "money", say("Money")
    COMMUNICATION = "communication", say("Talking with people")
    STRESS_TIME = "stress and time", say("Stress and time")
    LIVING = "healthy living", say("Healthy living")
    SOCIAL = "social life", say("Friends and free time")
