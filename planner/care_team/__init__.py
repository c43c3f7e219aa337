"""The people who look after somebody: who to call, what to ask, and whether they agree."""
