"""The first twenty minutes: leaving a place, the bridge to the first appointment, and what is still open."""
