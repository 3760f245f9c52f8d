"""counterclaim: who says what happened, where, when, to whom, and who denies it."""

__version__ = "0.1.0"
