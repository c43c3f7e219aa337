"""The accounting on paper: what was given to others, to whom, when and why, in one of its views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page.blocks import Lead, Line
from exports.page.line import joined
from exports.page.notebook import PageContent, about_page
from exports.page.section import Section, filled_table
from planner.model.message import say
from planner.sharing.accounting import copies_line

if TYPE_CHECKING:
    from exports.page.blocks import Block
    from exports.page.edition import Edition
    from planner.caseload.person import Person
    from planner.sharing.accounting import Accounting
    from planner.sharing.accounting import Line as Given
    from planner.words.language import Language

TITLE = say("What was given to others")
_MARK = say("Mark of the record on this day: {mark}. It shows later whether a line was changed or taken out.")


def accounting_copy(found: Accounting, person: Person, edition: Edition, mark: str) -> PageContent:
    """Return one view of a person's accounting, with the mark by which a line taken out later is missed."""
    t, agency = edition.language, edition.agency
    title = t(TITLE)
    about = about_page("accounting", title, edition)
    name = person.full_name.strip() or person.called.strip()
    lead = Lead(joined(name, t.day(edition.today, "full"), agency.name, agency.phone))
    span = Line(t("From {since} to {until}", since=found.since, until=found.until), quiet=True)
    lines = Section("lines", t(found.view.label), (span, *_lines(found, t), Line(t(_MARK, mark=mark), quiet=True)))
    return PageContent(title, (lead,), (lines,), about)


def _lines(found: Accounting, t: Language) -> tuple[Block, ...]:
    heads = (
        t("When"),
        t("Given to"),
        t("What was given"),
        t("What for"),
        t("How it was allowed"),
        t("Given by"),
    )
    rows = [_row(line, t) for line in found.lines]
    return filled_table(heads, rows) if rows else (Line(t("Nothing was given in this time.")),)


def _row(line: Given, t: Language) -> tuple[str, ...]:
    to_whom = "\n".join(part.strip() for part in (line.to_whom, line.address) if part.strip())
    parts = " · ".join(t(part) for part in line.parts)
    notes = (line.how, copies_line(line.copies) if line.copies else None, line.not_given)
    what = "\n".join(filter(None, (t.show(line.what).strip(), parts, *(t(note) for note in notes if note))))
    return (t.day(line.day, "medium"), to_whom, what, t(line.purpose), t(line.ground), line.by)
