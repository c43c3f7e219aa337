"""Each paper: what stands on it, and in which order."""
