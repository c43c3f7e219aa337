"""The chain of what is kept for good: each line vouches for the one before it."""
