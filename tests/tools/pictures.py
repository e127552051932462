"""Looks whether ``beheerconsole --screenshot`` drew something: ``python -m tests.tools.pictures FOLDER``."""

import sys
from pathlib import Path

from PySide6.QtGui import QImage

from ui.pages import ENTRIES

FEWEST_COLOURS = 50  # the edges of letters alone bring more; an empty page has a handful
FEWEST_SIDE = 200


def wrong_pictures(folder: Path) -> list[str]:
    """Return what is wrong with the pictures in a folder, which must have one of every page."""
    return [wrong for entry in ENTRIES if (wrong := wrong_picture(folder / f"{entry.picture}.png"))]


def wrong_picture(path: Path) -> str:
    """Return what is wrong with a picture, nothing when a page is to be seen on it."""
    image = QImage(str(path))
    if image.isNull():
        return f"{path.name} is missing or is no picture"
    if min(image.width(), image.height()) < FEWEST_SIDE or colours(image) < FEWEST_COLOURS:
        return f"{path.name} has next to nothing on it"
    return ""


def colours(image: QImage) -> int:
    """Return how many different colours a picture has, looking at every second pixel."""
    return len({image.pixel(x, y) for y in range(0, image.height(), 2) for x in range(0, image.width(), 2)})


if __name__ == "__main__":
    found = wrong_pictures(Path(sys.argv[1]))
    print("\n".join(found) or "all pictures are there")
    sys.exit(bool(found))
