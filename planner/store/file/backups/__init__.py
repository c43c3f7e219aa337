"""Backups and copies of a store: made, kept by rule, and read back."""
