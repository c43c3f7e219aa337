"""Markdown becomes blocks, and nothing of it stays markup."""

from __future__ import annotations

import pytest

from exports.page.blocks import Table
from exports.page.document.markdown import markdown, safe_link
from exports.page.document.prose import Code, Heading, Listing, Paragraph, Picture, Quotation, Rule, Span


def test_each_kind_of_block_is_told_apart() -> None:
    found = markdown(
        "# Title\n\ntext\n\n- one\n\n3. three\n\n> said\n\n```\ncode\n```\n\n|a|b|\n|-|-|\n|1|*2*|\n\n---\n\n$$\nx\n$$"
    )
    assert found == (
        Heading(1, (Span("Title"),)),
        Paragraph((Span("text"),)),
        Listing(((Paragraph((Span("one"),)),),)),
        Listing(((Paragraph((Span("three"),)),),), start=3),
        Quotation((Paragraph((Span("said"),)),)),
        Code("code"),
        Table(("a", "b"), (("1", "2"),)),
        Rule(),
        Code("x"),
    )


def test_the_hands_of_a_line_are_told_apart() -> None:
    (paragraph,) = markdown("a *b* **c** `d` ~~e~~ [f](https://g.org) $h$ &amp;  \ni\nj")
    assert isinstance(paragraph, Paragraph)
    assert [span for span in paragraph.spans if span.text.strip()] == [
        Span("a "),
        Span("b", emph=True),
        Span("c", strong=True),
        Span("d", code=True),
        Span("e", struck=True),
        Span("f", link="https://g.org"),
        Span("h", code=True),
        Span(" &"),
        Span("i"),
        Span("j"),
    ]


@pytest.mark.parametrize("address", ["https://a.org", "http://a.org", "mailto:a@b.org", "tel:988", "HTTPS://A.org"])
def test_a_link_to_somewhere_one_can_go_is_kept(address: str) -> None:
    assert safe_link(address) == address


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//a.org", "x"])
def test_any_other_link_is_only_text(address: str) -> None:
    (paragraph,) = markdown(f"[here]({address})")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.spans == (Span("here"),)


def test_a_list_to_tick_shows_its_boxes() -> None:
    (listing,) = markdown("- [x] done\n- [ ] open")
    assert isinstance(listing, Listing)
    assert [
        "".join(span.text for span in entry[0].spans) for entry in listing.entries if isinstance(entry[0], Paragraph)
    ] == [
        "☑ done",
        "☐ open",
    ]


def test_html_in_markdown_gives_its_text_and_its_tables_only() -> None:
    found = markdown(
        "<div onclick='x()'>kept<script>gone()</script></div>\n\n"
        "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td></tr></table>"
    )
    assert found == (Paragraph((Span("kept"),)), Table(("a", "b"), (("1", ""),)))


def test_a_picture_that_came_along_follows_its_paragraph() -> None:
    picture = Picture("<svg/>", "a walk")
    found = markdown(
        "see ![a walk](attachment:w.png) here",
        lambda name, alt: picture if (name, alt) == ("attachment:w.png", "a walk") else None,
    )
    assert found == (Paragraph((Span("see "), Span(" here"))), picture)


def test_a_picture_that_is_elsewhere_is_never_fetched_and_says_what_it_shows() -> None:
    assert markdown("![a lake](https://example.org/lake.png)") == (Paragraph((Span("a lake", emph=True),)),)
