"""The tables. ``record`` columns hold a whole record as JSON and are the truth; the columns beside them exist to be
asked for. Written for SQLite and PostgreSQL alike: no type or default of one of them only.
"""

from sqlalchemy import (
    JSON,
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
    Column("original", ForeignKey(reports.c.id, ondelete="CASCADE"), primary_key=True),
    Column("score", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("type", Text, nullable=False, index=True),
    Column("detail", Text),
    Column("date", Text),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("place", Text),
    Column("country", Text),
    Column("place_record", JSON(none_as_null=True)),
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
