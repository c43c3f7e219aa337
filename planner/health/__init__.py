"""Medicines and how long they last, who prescribes them, visits, and what was noticed."""
