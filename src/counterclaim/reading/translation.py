"""Translation: the language a report was translated from, where traces show it."""


def find(text: str, language: str | None, agency: str | None = None) -> str | None:
    """The ISO 639-1 code of the language that ``text`` was translated from, None where traces do not agree."""
    return None
