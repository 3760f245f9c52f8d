"""Where the user's own gazetteer lies.

The environment variable ``COUNTERCLAIM_GAZETTEER`` names the file; set to nothing, it says that there is none. Without
it, the file is ``counterclaim/places.sqlite`` in the folder where the system keeps a user's data: ``XDG_DATA_HOME`` of
the XDG base directory specification, ``LOCALAPPDATA`` on Windows, ``Library/Application Support`` on macOS.
"""

import os
import sys
from pathlib import Path

VARIABLE = "COUNTERCLAIM_GAZETTEER"
_NAME = Path("counterclaim", "places.sqlite")


def own_file() -> Path | None:
    """The path of the user's gazetteer, whether or not there is a file; None where the user wants none."""
    told = os.environ.get(VARIABLE)
    if told is not None:
        return Path(told) if told else None
    return _data_folder() / _NAME


def _data_folder() -> Path:
    given = os.environ.get("XDG_DATA_HOME" if sys.platform != "win32" else "LOCALAPPDATA")
    if given and Path(given).is_absolute():
        return Path(given)
    home = Path(os.path.expanduser("~"))
    if sys.platform == "win32":
        return home / "AppData" / "Local"
    return home / "Library" / "Application Support" if sys.platform == "darwin" else home / ".local" / "share"
