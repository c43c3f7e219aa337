"""Recovery planning as values and questions: no screen, no paper, no notebook.

The nouns (`goal`, `strength`, `resource`, `medication`, `skill` …) know nothing of each other.
`plan` gathers them, the questions across a plan (`review`, `progress`) stand above it, and `store` keeps it.
"""
