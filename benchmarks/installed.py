"""How much a user installs: the run-time dependencies and all that they need, and the package itself."""

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
MEGA = 1_000_000


def megabytes() -> dict[str, float]:
    """Size on disk in MB (10^6 bytes): ``dependencies``, ``package``, ``total``, and the five largest dependencies."""
    sizes = {d.name: _size(d) for d in needed(_declared())}
    own = sum(f.stat().st_size for f in (ROOT / "src" / "counterclaim").rglob("*") if _ships(f))
    largest = sorted(sizes, key=lambda name: -sizes[name])[:5]
    total = sum(sizes.values())
    parts = {"dependencies": total, "package": own, "total": total + own, **{name: sizes[name] for name in largest}}
    return {name: round(size / MEGA, 1) for name, size in parts.items()}


def _declared() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return list(project["dependencies"])


def _ships(file: Path) -> bool:
    return file.is_file() and "__pycache__" not in file.parts and "sources" not in file.parts


def needed(requirements: Iterable[str]) -> list[Distribution]:
    """The distributions that ``requirements`` bring, each once. One that is not installed is for another platform."""
    found: dict[str, Distribution] = {}
    waiting = list(requirements)
    while waiting:
        requirement = waiting.pop()
        name = _NAME.match(requirement)
        if name is None or "extra ==" in requirement.replace("'", '"'):
            continue
        key = re.sub(r"[-_.]+", "-", name.group()).lower()
        if key in found:
            continue
        try:
            found[key] = distribution(key)
        except PackageNotFoundError:
            continue
        waiting += found[key].requires or ()
    return list(found.values())


def _size(found: Distribution) -> int:
    paths = (Path(str(found.locate_file(file))) for file in found.files or ())
    return sum(path.stat().st_size for path in paths if path.is_file())
