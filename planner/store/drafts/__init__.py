"""Drafts as they are kept, change by change, and who has one open."""
