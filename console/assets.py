"""Where the program's own data files stand: in a checkout, in an installed wheel and in a PyInstaller folder."""

import sys
from functools import cache
from pathlib import Path


@cache
def resources_dir() -> Path:
    """Return the folder that holds profiles, texts, icons and the demo chats."""
    frozen = getattr(sys, "_MEIPASS", None)
    here = Path(__file__).resolve().parent
    candidates = [Path(frozen) / "resources"] if frozen else [here / "_resources", here.parent / "resources"]
    return next(folder for folder in candidates if folder.is_dir())


def resource(*parts: str) -> Path:
    """Return the path of one resource, e.g. ``resource("profiles", "hic.toml")``."""
    return resources_dir().joinpath(*parts)
