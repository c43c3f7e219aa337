"""Keeping in one encrypted file on this computer."""
