"""A rating the person gives."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

Ruler = Annotated[int, Field(ge=0, le=10)]
"""A rating from 0 to 10, with words at 0, 5 and 10."""
