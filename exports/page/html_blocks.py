"""The blocks of a plan in a tree of HTML, a function for each kind."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from exports.page.blocks import Facts
from exports.page.html_words import add_words

if TYPE_CHECKING:
    from exports.page.blocks import Callout, Cards, GoalCard, NextSteps, Room, Sayings, Table, Tick, Words
    from exports.page.document.prose import Picture
    from exports.page.week_table import Slot, WeekTable


def add_quoted(parent: Element, quoted: Words) -> None:
    """Add the person's own words, with what they mean beside."""
    paragraph = add_words(SubElement(parent, "blockquote"), "p", f"“{quoted.text}”")
    if quoted.about:
        add_words(paragraph, "small", " " + quoted.about)


def add_sayings(parent: Element, sayings: Sayings) -> None:
    """Add short things the person said, one under the other."""
    quotation = SubElement(parent, "blockquote", {"class": "sayings"})
    for said in sayings.texts:
        add_words(quotation, "p", f"“{said}”")


def add_callout(parent: Element, callout: Callout) -> None:
    """Add the one thing the eye should find first."""
    box = SubElement(parent, "section", {"class": "callout"})
    for style, words in (("label", callout.label), ("text", callout.text), ("note", callout.note)):
        if words:
            add_words(box, "p", words, style)


def add_ticks(parent: Element, ticks: tuple[Tick, ...]) -> None:
    """Add a list to tick off; nothing for none."""
    if not ticks:
        return
    listing = SubElement(parent, "ul", {"class": "ticks"})
    for tick in ticks:
        entry = add_words(listing, "li", tick.text, "done" if tick.done else "open")
        if tick.note:
            add_words(entry, "small", " " + tick.note)


def add_goal(parent: Element, card: GoalCard) -> None:
    """Add a goal with what stands under it."""
    goal = SubElement(parent, "section", {"class": "goal"})
    add_words(goal, "h3", card.title)
    for words in card.strong:
        add_words(goal, "p", words, "strong")
    for note in card.notes:
        add_words(goal, "p", note, "quiet")
    add_ticks(goal, card.ticks)


def add_next_steps(parent: Element, next_steps: NextSteps) -> None:
    """Add the next step of each goal, to tick off."""
    listing = SubElement(parent, "ul", {"class": "ticks next-steps"})
    for step in next_steps.steps:
        entry = SubElement(listing, "li", {"class": "open"})
        add_words(entry, "strong", step.goal)
        if step.when:
            add_words(entry, "span", step.when, "when")
        if step.step:
            add_words(entry, "p", step.step)


def add_cards(parent: Element, cards: Cards) -> None:
    """Add cards side by side."""
    row = SubElement(parent, "div", {"class": "cards"})
    for card in cards.cards:
        shown = SubElement(row, "section")
        add_words(shown, "h3", card.title)
        if card.calls:
            add_facts(shown, Facts(card.calls))
        for entry in card.entries:
            add_words(shown, "p", entry)


def add_table(parent: Element, table: Table) -> None:
    """Add rows under column names."""
    element = SubElement(parent, "table")
    if table.caption:
        add_words(element, "caption", table.caption)
    head = SubElement(SubElement(element, "thead"), "tr")
    for name in table.columns:
        add_words(head, "th", name).set("scope", "col")
    body = SubElement(element, "tbody")
    for row in table.rows:
        line = SubElement(body, "tr")
        for cell in row:
            add_words(line, "td", cell)


def add_week(parent: Element, week: WeekTable) -> None:
    """Add a week as a table with both heads; a style sheet makes a list of it where the page is narrow."""
    element = SubElement(parent, "table", {"class": "week"})
    head = SubElement(SubElement(element, "thead"), "tr")
    SubElement(head, "td")
    for name in week.days:
        add_words(head, "th", name).set("scope", "col")
    body = SubElement(element, "tbody")
    for row in week.rows:
        line = SubElement(body, "tr")
        add_words(line, "th", row.head).set("scope", "row")
        for day, cell in zip(week.days, row.cells, strict=False):
            _week_cell(SubElement(line, "td", {"data-day": day}), cell, row.rules)


def _week_cell(cell: Element, slots: tuple[Slot, ...], rules: int) -> None:
    for slot in slots:
        entry = add_words(cell, "p", f"{slot.time} ".lstrip() + slot.text, "slot strong" if slot.strong else "slot")
        if slot.note:
            add_words(entry, "small", slot.note)
    for _ in range(rules):
        SubElement(cell, "hr")


def add_facts(parent: Element, facts: Facts) -> None:
    """Add labels and what stands beside them."""
    listing = SubElement(parent, "dl")
    for fact in facts.facts:
        pair = SubElement(listing, "div")
        add_words(pair, "dt", fact.label)
        add_words(pair, "dd", fact.text)


def add_room(parent: Element, room: Room) -> None:
    """Add what is known already, or empty lines to write on."""
    division = SubElement(parent, "div", {"class": "room"})
    add_words(division, "p", room.label)
    if room.filled:
        add_words(division, "p", room.filled, "filled")
        return
    for _ in range(room.rules):
        SubElement(division, "hr")


def add_picture(parent: Element, picture: Picture) -> None:
    """Add a figure with the words that stand for it."""
    data = base64.b64encode(picture.svg.encode()).decode()
    image = {"src": f"data:image/svg+xml;base64,{data}", "alt": picture.alt}
    SubElement(SubElement(parent, "figure"), "img", image)
