"""The tables, in SQLAlchemy Core, as they stand after the newest migration.

A noun is kept as its JSON, beside the few columns that questions look for. What a person said, and everything about
them, stands in rows that can be deleted; `chain` holds digests only, and stays.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from planner.store.columns import ID, METADATA, Moment, position, salt

AGENCY = Table(
    "agency",
    METADATA,
    Column("id", Integer, CheckConstraint("id = 1", name="one_agency"), primary_key=True),
    Column("value", Text, nullable=False),
)

PERSON = Table(
    "person",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("value", Text, nullable=False),
    Column("found_by", Text, nullable=False),  # `planner.store.people.findable`: searched and sorted by
    Column("agreed", Text, nullable=False),  # the days the plan agrees on, as ISO days with a space between
    Column("agreed_at_finish", Text, nullable=False, server_default=""),  # the same, of the newest revision
    Column("last_seen", Date),
    Column("next_on", Date),  # the first of both after `last_seen`
    Index("person_by_name", "found_by"),
    Index("person_by_next", "next_on", "found_by"),
)

SESSION = Table(
    "session",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("person_id", ID, ForeignKey("person.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("started", Moment, nullable=False),
    Column("finished", Moment),
    Column("value", Text, nullable=False),
    Index("session_by_person", "person_id", "number", unique=True),
)

CONTACT = Table(
    "contact",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("person_id", ID, ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("value", Text, nullable=False),
    Index("contact_by_person", "person_id", "at"),
)

DRAFT = Table(
    "draft",
    METADATA,
    Column("person_id", ID, ForeignKey("person.id"), primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("base_revision", Integer, nullable=False),
    Column("place", Text, nullable=False),
    Column("visit", Text, nullable=False),
    Column("visit_over", Boolean, nullable=False),  # the next change begins a new step, whatever its visit
    Column("kept_at", Moment, nullable=False),
    Column("plan", Text, nullable=False),
)

DRAFT_STEP = Table(
    "draft_step",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("person_id", ID, ForeignKey("person.id"), nullable=False),
    Column("undone", Boolean, nullable=False),
    Column("place", Text, nullable=False),
    Column("visit", Text, nullable=False),
    Column("plan", LargeBinary, nullable=False),  # the other side of the step, compressed
    Index("draft_step_by_person", "person_id", "undone", "id"),
)

DRAFT_KEPT_BESIDE = Table(
    "draft_kept_beside",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("person_id", ID, ForeignKey("person.id"), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("base_revision", Integer, nullable=False),
    Column("place", Text, nullable=False),
    Column("visit", Text, nullable=False),
    Column("kept_at", Moment, nullable=False),
    Column("settled", Boolean, nullable=False),
    Column("plan", Text, nullable=False),
    Column("base", Text),  # the plan both changes began from, where the one who came too late knew it
    Index("draft_kept_beside_by_person", "person_id", "settled", "id"),
)

LEASE = Table(
    "lease",
    METADATA,
    Column("person_id", ID, ForeignKey("person.id"), primary_key=True),
    Column("holder", Text, primary_key=True),
    Column("author", Text, nullable=False),
    Column("since", Moment, nullable=False),
    Column("seen", Moment, nullable=False),
)

CHAIN = Table(
    "chain",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("room", String(16), nullable=False),  # the table that holds what was said
    Column("at", Moment, nullable=False),
    Column("digest", LargeBinary, nullable=False),  # of the row in that room, under the row's own salt
    Column("link", LargeBinary, nullable=False),  # of everything here and the link before
)

CHAIN_HEAD = Table(
    "chain_head",
    METADATA,
    Column("id", Integer, CheckConstraint("id = 1", name="one_head"), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("link", LargeBinary, nullable=False),
)

FORGOTTEN = Table(
    "forgotten",
    METADATA,
    Column("position", Integer, ForeignKey("chain.position"), primary_key=True, autoincrement=False),
)


REVISION = Table(
    "revision",
    METADATA,
    position(),
    Column("person_id", ID, nullable=False),
    Column("number", Integer, nullable=False),
    Column("session_id", ID, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("plan", Text, nullable=False),
    salt(),
    Index("revision_by_person", "person_id", "number", unique=True),
)

TAKEN_BACK = Table(
    "taken_back",
    METADATA,
    position(),
    Column("person_id", ID, nullable=False),
    Column("number", Integer, nullable=False),  # of the revision whose finish was taken back; it stays as it was
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    salt(),
    Index("taken_back_by_person", "person_id", "number"),
)

SESSION_HISTORY = Table(
    "session_history",
    METADATA,
    position(),
    Column("person_id", ID, nullable=False),
    Column("session_id", ID, nullable=False),
    Column("at", Moment, nullable=False),
    Column("value", Text, nullable=False),  # the session as it stood when it was finished, or opened again
    salt(),
    Index("session_history_by_session", "session_id", "position"),
)

EVENT = Table(
    "event",
    METADATA,
    position(),
    Column("person_id", ID),
    Column("kind", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    salt(),
    Index("event_by_person", "person_id", "position"),
)

DISCLOSURE = Table(
    "disclosure",
    METADATA,
    position(),
    Column("person_id", ID, nullable=False),
    Column("at", Moment, nullable=False),
    Column("value", Text, nullable=False),
    salt(),
    Index("disclosure_by_person", "person_id", "position"),
)

CONSENT = Table(
    "consent",
    METADATA,
    position(),
    Column("person_id", ID, nullable=False),
    Column("consent_id", ID, nullable=False),  # signing is one row, ending it another: the latest row counts
    Column("at", Moment, nullable=False),
    Column("value", Text, nullable=False),
    salt(),
    Index("consent_by_person", "person_id", "position"),
    Index("consent_by_id", "consent_id", "position"),
)

CHAINED_TABLES = {table.name: table for table in (REVISION, TAKEN_BACK, SESSION_HISTORY, EVENT, DISCLOSURE, CONSENT)}
"""The append-only tables whose rows the chain vouches for."""

BACKUPS = Table(
    "backups",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("store_id", Text, nullable=False),  # stands in the names of backups, whatever their passphrase
    Column("stale", Integer, nullable=False),  # 1 while free pages or backups may hold somebody forgotten
)

DIRECTORY_FEED = Table(
    "directory_feed",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("edition", Integer, nullable=False),  # which reading of the feed is shown
    Column("imported", Moment),
    Column("mapping", Text, nullable=False),  # for a spreadsheet: which column holds which field
    Column("report", Text, nullable=False),
)

DIRECTORY_ENTRY = Table(
    "directory_entry",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("id", ID, nullable=False),
    Column("feed", Text, ForeignKey("directory_feed.name"), nullable=False),
    Column("first", Integer, nullable=False),  # the editions of its feed in which it stood in these words
    Column("last", Integer, nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("areas", Integer, nullable=False),  # bits: `planner.directory.search`
    Column("days", Integer, nullable=False),
    Column("marks", Integer, nullable=False),
    Column("languages", Text, nullable=False),
    Index("directory_entry_by_id", "id"),
    Index("directory_entry_by_feed", "feed", "last"),
)

DIRECTORY_TEXT = Table(
    "directory_text",
    METADATA,
    Column("row", Integer, ForeignKey("directory_entry.row", ondelete="CASCADE"), primary_key=True),
    Column("value", Text, nullable=False),  # apart from the entry: a search reads many entries and few texts
)

DIRECTORY_NOTE = Table(
    "directory_note",
    METADATA,
    Column("service_id", ID, primary_key=True),  # no reference: what the agency knows outlives a feed
    Column("value", Text, nullable=False),
)

DIRECTORY_OUTCOME = Table(
    "directory_outcome",
    METADATA,
    Column("person_id", ID, ForeignKey("person.id"), primary_key=True),
    Column("service_id", ID, primary_key=True),  # no reference: what came of asking outlives a feed
    Column("helped", Boolean, nullable=False),
    Column("reason", Text, nullable=False),  # why it did not help, where that was said
)

WEEK_TRIAL = Table(
    "week_trial",
    METADATA,
    Column("person_id", ID, ForeignKey("person.id"), primary_key=True),
    Column("value", Text, nullable=False),
)

DIRECTORY_WORD = Table(
    "directory_word",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("word", Text, nullable=False),
    Index("directory_word_once", "word", unique=True),
)
