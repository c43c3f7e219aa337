"""Consents, what is shared under them, and the accounting."""
