"""The tables. ``record`` columns hold a whole record as JSON and are the truth; the columns beside them exist to be
asked for. Written for SQLite and PostgreSQL alike: no type or default of one of them only.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

# The bytes as they came, zlib-compressed, once however many addresses they came from.
contents = Table(
    "contents",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("compressed", LargeBinary, nullable=False),
)

captures = Table(
    "captures",
    metadata,
    Column("sha256", ForeignKey(contents.c.sha256), primary_key=True),
    Column("address", Text, primary_key=True),
    Column("retrieved", Text),
    Column("media_type", Text),
    Column("charset", Text),
)

reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    Column("published", Text, index=True),
    Column("publisher", Text),
    Column("language", Text),
    Column("record", JSON, nullable=False),
)

taggings = Table(
    "taggings",
    metadata,
    Column("report_id", ForeignKey(reports.c.id, ondelete="CASCADE"), primary_key=True),
    Column("record", JSON, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report_id", ForeignKey(reports.c.id, ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("side", Text, index=True),
    Column("stance", Text, nullable=False),
    Column("type", Text, nullable=False, index=True),
    Column("place", Text),
    Column("country", Text),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("record", JSON, nullable=False),
)
Index(None, claims.c.first_day, claims.c.last_day)

reprints = Table(
    "reprints",
    metadata,
    Column("copy", ForeignKey(reports.c.id, ondelete="CASCADE"), primary_key=True),
    Column("original", ForeignKey(reports.c.id, ondelete="CASCADE"), primary_key=True, index=True),
    Column("score", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("type", Text, nullable=False, index=True),
    Column("detail", Text),
    Column("date", Text),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("place", Text),
    Column("country", Text),
    Column("place_record", JSON(none_as_null=True)),
    Column("parties", JSON(none_as_null=True)),
)
Index(None, events.c.first_day, events.c.last_day)

event_claims = Table(
    "event_claims",
    metadata,
    Column("event_id", ForeignKey(events.c.id, ondelete="CASCADE"), primary_key=True),
    Column("claim_id", ForeignKey(claims.c.id, ondelete="CASCADE"), primary_key=True, index=True),
    Column("position", Integer, nullable=False),
    Column("score", Float),
    Column("reasons", JSON(none_as_null=True)),
)

findings = Table(
    "findings",
    metadata,
    Column("event_id", ForeignKey(events.c.id, ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("value", Text),
    Column("standing", Text, nullable=False, index=True),
    Column("why", Text, nullable=False),
)

positions = Table(
    "positions",
    metadata,
    Column("event_id", ForeignKey(events.c.id, ondelete="CASCADE"), primary_key=True),
    Column("finding", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("side", Text, nullable=False, index=True),
    Column("stance", Text, nullable=False),
    Column("first", Text),
    Column("latest", Text),
    Column("origins", JSON, nullable=False),
    Column("history", JSON(none_as_null=True)),
    Column("current", Boolean),
)

# ``position`` counts the claims of a position, and apart from them (``implied``) those that only imply it.
position_claims = Table(
    "position_claims",
    metadata,
    Column("event_id", ForeignKey(events.c.id, ondelete="CASCADE"), primary_key=True),
    Column("finding", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("implied", Boolean, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("claim_id", ForeignKey(claims.c.id, ondelete="CASCADE"), nullable=False, index=True),
)

# One row: how often reports or claims changed, which of those changes the events already know, and who made the events.
state = Table(
    "state",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("reconciled", Integer, nullable=False),
    Column("reconciled_by", Text, nullable=False),
)

# Every id that an event has borne, with the claim that it came from: the event of that claim answers to it.
event_names = Table(
    "event_names",
    metadata,
    Column("event_id", Text, primary_key=True),
    Column("claim_id", Text, nullable=False),
)

# Reports that are new, or other than they were, and not linked yet.
pending = Table(
    "pending",
    metadata,
    Column("report_id", ForeignKey(reports.c.id, ondelete="CASCADE"), primary_key=True),
)

# What linking looks at in each claim (``linking.draft.Telling``), with its turn (``at``) and the claim that began the
# event in which linking has put it (``draft``). A claim that has gone stays until linking knows it.
tellings = Table(
    "tellings",
    metadata,
    Column("claim_id", Text, primary_key=True),
    Column("report_id", Text, nullable=False, index=True),
    Column("root", Text, nullable=False, index=True),
    Column("draft", Text, nullable=False, index=True),
    Column("at", Text, nullable=False),
    Column("data", Text, nullable=False),
)

# Where events are filed, and where claims are found that look there (``linking.blocks``); days as ordinals.
filings = Table(
    "filings",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("draft", Text, primary_key=True, index=True),
    Column("at", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    sqlite_with_rowid=False,
)

anchors = Table(
    "anchors",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("claim_id", Text, primary_key=True, index=True),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# Reports in the order in which they were linked, and the keys that those of one text share.
entries = Table(
    "entries",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report_id", ForeignKey(reports.c.id, ondelete="CASCADE"), nullable=False, index=True, unique=True),
)

reprint_keys = Table(
    "reprint_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("entry", Integer, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# What people decided, in order; and the claims that it names, of merges and splits only.
judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True, unique=True),
    Column("undoes", Text),
    Column("record", JSON, nullable=False),
)

judged_claims = Table(
    "judged_claims",
    metadata,
    Column("claim_id", Text, primary_key=True),
    Column("judgement", Integer, primary_key=True, index=True),
)
