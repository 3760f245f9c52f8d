"""Keys by which a new report finds what it bears on, and the judgements of people."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables. They are empty, so the next `add` links every report anew."""
    _tellings()
    _reprints()
    _judgements()
    op.drop_column("events", "position")
    op.create_table(
        "event_names",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name="pk_event_names"),
    )
    op.create_table(
        "pending",
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_pending_report_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report_id", name="pk_pending"),
    )
    op.execute("INSERT INTO pending (report_id) SELECT id FROM reports")
    state = sa.table("state", sa.column("reconciled_by"))
    op.execute(state.update().values(reconciled_by=""))


def _tellings() -> None:
    op.create_table(
        "tellings",
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("root", sa.Text(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", name="pk_tellings"),
    )
    for column in ("report_id", "root", "draft"):
        op.create_index(f"ix_tellings_{column}", "tellings", [column], unique=False)
    op.create_table(
        "filings",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "draft", name="pk_filings"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_filings_draft", "filings", ["draft"], unique=False)
    op.create_table(
        "anchors",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "claim_id", name="pk_anchors"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_anchors_claim_id", "anchors", ["claim_id"], unique=False)


def _reprints() -> None:
    op.create_index("ix_reprints_original", "reprints", ["original"], unique=False)
    op.create_table(
        "entries",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_entries_report_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name="pk_entries"),
    )
    op.create_index("ix_entries_report_id", "entries", ["report_id"], unique=True)
    op.create_table(
        "reprint_keys",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "entry", name="pk_reprint_keys"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_reprint_keys_entry", "reprint_keys", ["entry"], unique=False)


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Text(), nullable=True),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_judgements"),
    )
    op.create_index("ix_judgements_id", "judgements", ["id"], unique=True)
    op.create_table(
        "judged_claims",
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("judgement", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "judgement", name="pk_judged_claims"),
    )
    op.create_index("ix_judged_claims_judgement", "judged_claims", ["judgement"], unique=False)
