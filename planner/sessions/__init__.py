"""A session: how it began, what it closed with, and what lay between two of them."""
