"""One small error class per kind of failure; each message is a single line fit for a user."""


class CounterclaimError(Exception):
    """Base of every error that a user may see; ``str(error)`` is one clear line without a traceback."""


class InputError(CounterclaimError):
    """An input cannot be read. Names the input and the reason."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{one_line(source)}: {one_line(reason)}")
        self.source = source
        self.reason = reason


class PackError(CounterclaimError):
    """A conflict pack is not valid. Names the file, the line where known, and the mistake."""


class LedgerError(CounterclaimError):
    """A ledger cannot be opened, read or written. Names the file and the reason."""


class SettingsError(CounterclaimError):
    """A setting or an option has a value that cannot be used."""


def one_line(text: str, limit: int = 300) -> str:
    """``text`` on one line, control characters replaced, cut to ``limit`` characters."""
    flat = "".join(c if c.isprintable() else " " for c in text)
    flat = " ".join(flat.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
