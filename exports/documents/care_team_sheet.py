"""The care-team sheet: what one consent lets one provider know, with the notice and the consent's scope on it.

It is made from a `SharedPlan` and from nothing else, so there is no way to it but through a consent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.documents.chart import PART_OF, charted
from exports.documents.reader import Reader
from exports.page.blocks import Callout, Lead, Line
from exports.page.blocks import Part as Subtitle
from exports.page.line import joined
from exports.page.notebook import About, PageContent
from exports.page.section import Section, filled_table
from planner.consent.part import TITLES, Part
from planner.health.supply_status import supply_status
from planner.model.message import Message
from planner.plan.sections import SECTION, SECTIONS_OF
from planner.sharing.accounting import CARE_TEAM_SHEET
from planner.sharing.shared_plan import SharedPlan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exports.page.blocks import Block
    from exports.page.edition import Edition
    from planner.words.language import Language


class NotSharedError(TypeError):
    """Something else than a shared plan was to leave the agency."""

    def __init__(self, given: type) -> None:
        """Say what was given, and what it takes."""
        super().__init__(f"A {given.__name__} stays in the agency. Make a SharedPlan from a consent first.")


def care_team_sheet(shared: SharedPlan, edition: Edition) -> PageContent:
    """Return the sheet.

    Raises:
        NotSharedError: what is given was not made from a consent.
    """
    t = edition.language
    title = t(CARE_TEAM_SHEET)
    about = About(
        document="care-team-sheet",
        language=t.known_code,
        day=edition.today,
        footer=joined(
            *edition.practice_words, title, t.day(edition.today), *shown_each(only_shared(shared).short_notice, t)
        ),
        page=t("page {page} of {pages}"),
        paper=edition.paper,
        fit="whole-pages",
    )
    return PageContent(title, tuple(_head(shared, edition)), sheet_sections(shared, edition), about)


def only_shared(shared: SharedPlan) -> SharedPlan:
    """Return a shared plan as it is; a caller without types may hold something else.

    Raises:
        NotSharedError: it is something else.
    """
    if type(shared) is not SharedPlan:
        raise NotSharedError(type(shared))
    return shared


def shown_each(said: tuple[Message | str, ...], t: Language) -> tuple[str, ...]:
    """Return messages translated, and words as they are."""
    return tuple(t(one) if isinstance(one, Message) else one for one in said)


def _head(shared: SharedPlan, edition: Edition) -> Iterator[Block]:
    """Yield whose sheet it is and for whom. The name is the one in the consent."""
    t, agency = edition.language, edition.agency
    yield Lead(joined(t.day(edition.today, "full"), agency.name, agency.phone))
    (recipient,) = shown_each((shared.recipient,), t)
    yield Callout(
        t("For {recipient}", recipient=recipient),
        shared.person_name,
        t("It holds what {name} agreed to share, in their own words.", name=shared.person_name),
    )


def sheet_sections(shared: SharedPlan, edition: Edition) -> tuple[Section, ...]:
    """Return each covered part that has something in it, then the consent's scope, then the notice.

    Raises:
        NotSharedError: what is given was not made from a consent.
    """
    t, reader = edition.language, Reader(only_shared(shared).plan, edition)
    covered = (part for part in TITLES if part in shared.parts)
    told = (Section(part.value.replace(" ", "-"), t(TITLES[part]), tuple(_told(part, reader))) for part in covered)
    scope = tuple(Line(line) for line in shown_each(shared.scope, t))
    notice = tuple(Line(line) for line in shown_each(shared.notice, t))
    rest = (Section("scope", t("What was agreed"), scope), Section("notice", t("Notice to whoever gets this"), notice))
    return tuple(section for section in (*told, *rest) if section.blocks)


def _told(part: Part, reader: Reader) -> Iterator[Block]:
    if part is Part.MEDICATIONS:
        yield from _lasting(reader)
    for name in SECTIONS_OF[part]:
        blocks = charted(PART_OF[name], reader.plan, reader)
        yield from _without_its_heading(blocks) if SECTION[name].heads_its_part else blocks


def _lasting(reader: Reader) -> tuple[Block, ...]:
    """Say first how long each medicine lasts, or when the next one is due: what somebody may have to do today."""
    known = (
        (medication, supply_status(medication, reader.today))
        for medication in reader.plan.medications
        if medication.is_in_use
    )
    rows = [(one.name.strip(), reader.t(status)) for one, status in known if status]
    return filled_table((reader.t("Medicine"), reader.t("How long it lasts")), rows)


def _without_its_heading(blocks: Iterable[Block]) -> Iterator[Block]:
    """Leave out the heading of a list; what stood under it moves up, so that no level of headings is missing."""
    for block in blocks:
        if not isinstance(block, Subtitle):
            yield block
        elif block.inner:
            yield Subtitle(block.text)
