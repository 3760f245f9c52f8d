"""Reads the TOML files that ship inside the package."""

import tomllib
from importlib.resources import files
from typing import Any


def package_toml(package: str, *path: str) -> dict[str, Any]:
    """The parsed TOML file at ``path`` inside ``package``; ``FileNotFoundError`` where there is none."""
    resource = files(package).joinpath(*path)
    return tomllib.loads(resource.read_text(encoding="utf-8"))
