"""The strengths step."""
