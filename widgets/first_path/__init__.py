"""The first twenty minutes."""
