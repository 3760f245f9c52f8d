"""Build hook: the gazetteer is compiled before the package is put together."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface[Any]):
    """Runs ``gazetteer_build.py`` with the interpreter of the build, which has what it needs."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling; raises ``CalledProcessError`` where the gazetteer cannot be built."""
        script = Path(self.root) / "gazetteer_build.py"
        subprocess.run([sys.executable, str(script)], check=True, cwd=self.root, stdout=subprocess.DEVNULL)
        build_data["artifacts"].append("src/counterclaim/data/gazetteer.sqlite")
