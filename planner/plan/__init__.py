"""The plan that gathers every noun, and what changes, merges and counts it."""
