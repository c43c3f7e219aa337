"""The plan being written: the editor behind every field, its save state, and a second page."""
