"""Words that several steps share: areas of daily life, ways to get somewhere."""

from __future__ import annotations

from planner.model.choice import Choice
from planner.model.message import say


class Area(Choice):
    """The areas of daily life where a need can show."""

    HOUSING = "housing", say("A place to live")
    FOOD = "food", say("Food")
    HEALTH = "health", say("Health care")
    RECOVERY = "recovery", say("Recovery groups")
    WORK = "work", say("Work and learning")
    MONEY = "money", say("Money and benefits")
    TRANSPORT = "transport", say("Getting around")
    FAMILY = "family", say("Family and children")
    LEGAL = "legal", say("Court and legal things")
    PHONE = "phone", say("Phone and internet")
    SAFETY = "safety", say("Being safe")


class Transport(Choice):
    """A way to get somewhere."""

    WALK = "walk", say("Walk")
    BUS = "bus", say("Bus or train")
    RIDE = "ride", say("A ride from someone")
    CAR = "car", say("My own car")
    BIKE = "bike", say("Bike")
    PROGRAM = "program ride", say("A ride program")
    REMOTE = "by phone or online", say("By phone or online")
