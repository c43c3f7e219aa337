"""A sentence before it is read: its words, its numbers, days and names, behind marks; and the rules of its language."""
