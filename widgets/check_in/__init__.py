"""The check-in that opens every later session."""
