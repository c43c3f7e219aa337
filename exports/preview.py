"""The plan taking shape: the same parts as on paper, for the sheet beside the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.documents.my_plan import sections

if TYPE_CHECKING:
    from exports.documents.occasion import Occasion
    from exports.page.section import Section


def preview(occasion: Occasion) -> tuple[Section, ...]:
    """Return the parts of the person's page as it would print now; each has an `id`, a `title` and `lines`.

    What is drawn on paper is named here: there is no room to draw it beside the work.
    """
    return sections(occasion, is_drawn=False)
