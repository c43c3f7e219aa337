"""The session page."""

import os

# reacton's own second way of drawing anew: it leaves alone what did not change. Read each time a page is begun.
os.environ.setdefault("REACTON_FAST", "1")
