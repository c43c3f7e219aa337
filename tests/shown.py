"""What the house shows, read from its source once for all the tests of a worker."""

from __future__ import annotations

from functools import cache

from planner.library import catalogues

literals = cache(catalogues.literals)
"""Every literal shown, each with the files that show it; the tests only read it."""
