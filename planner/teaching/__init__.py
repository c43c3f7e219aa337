"""Invented people, for practice and for teaching."""
