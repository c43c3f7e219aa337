"""The long half of the tests: `make soak` kills, fills, probes and fuzzes for some minutes, and prints what it saw."""
