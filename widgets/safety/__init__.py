"""The safety step, the lapse page, and looking back together."""
