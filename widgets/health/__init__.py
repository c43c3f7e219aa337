"""The medications and health step."""
