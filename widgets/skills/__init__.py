"""The skills step: skills, money, and the week."""
