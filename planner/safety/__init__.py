"""Warning signs, the lapse page, and looking back after a hard day."""
