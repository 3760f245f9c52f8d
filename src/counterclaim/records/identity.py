"""Stable ids: the same content always gets the same id."""

import hashlib


def content_id(prefix: str, *parts: str | None) -> str:
    """``prefix`` and 16 hex digits of the SHA-256 of ``parts``, each with its length so that none runs into another."""
    digest = hashlib.sha256()
    for part in parts:
        raw = b"" if part is None else part.encode("utf-8", "surrogatepass")
        digest.update((b"-" if part is None else str(len(raw)).encode()) + b":" + raw)
    return f"{prefix}{digest.hexdigest()[:16]}"
