"""Texts of the house, per language: questions to ask aloud, words to start from, the pages for a hard day."""
