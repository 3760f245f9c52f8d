"""What each side said turn by turn, which positions still hold, and the parties to an event."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for them. Findings made before have none, so the next `add` makes the findings anew."""
    op.add_column("events", sa.Column("parties", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("positions", sa.Column("history", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("positions", sa.Column("current", sa.Boolean(), nullable=True))
    state = sa.table("state", sa.column("reconciled_by"))
    op.execute(state.update().values(reconciled_by=""))
