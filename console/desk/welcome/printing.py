"""Leaflets as pictures and on paper: shown on the screen, and kept in a file."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from console.desk.console import Console
from console.desk.table_files import write_whole
from console.domain.welcome import Form, Leaflet, Printed

WIDTH: Final = 1080
"""Of a picture for the screen or the clipboard, in pixels; the card has no other one."""
SUFFIXES: Final = {
    Form.MESSAGE: ".txt",
    Form.MESSAGES: ".txt",
    Form.CARD: ".png",
    Form.SHEET: ".pdf",
    Form.FLYER: ".pdf",
}
"""How the name of a file of each form ends."""


def printed(leaflet: Leaflet, form: Form, made_at: datetime) -> Printed:
    """Return a leaflet as a PNG (the card) or as a PDF (A4, A5). ``made_at`` is aware.

    Raises ``ExpectedError``: ``code_too_long``.
    """
    from console.papers import card, flyer, sheet

    if form is Form.CARD:
        return card.png(leaflet)
    make = flyer.pdf if form is Form.FLYER else sheet.pdf
    return make(leaflet, made_at)


def picture(console: Console, leaflet: Leaflet, form: Form) -> Printed:
    """Return a leaflet as a PNG, ``WIDTH`` wide, whatever its form.

    Raises ``ExpectedError``: ``code_too_long``.
    """
    from console.papers import picture as rasterised

    made = printed(leaflet, form, console.now())
    if form is Form.CARD:
        return made
    return Printed(rasterised.png_of(made.data, WIDTH), made.left_out, made.unknown)


def save(console: Console, path: Path, leaflet: Leaflet, form: Form) -> Printed:
    """Write a leaflet to a file; what stood there is replaced when all is written. Return what it became.

    Raises ``ExpectedError``: ``code_too_long``, ``export_not_written``.
    """
    made = printed(leaflet, form, console.now())
    write_whole(path, lambda new: new.write_bytes(made.data))
    return made


def save_text(path: Path, messages: Sequence[str]) -> None:
    """Write messages to a text file, with an empty line between them.

    Raises ``ExpectedError``: ``export_not_written``.
    """
    words = "\n\n".join(messages).encode("utf-8", "replace")  # a window may give half a pair of signs
    write_whole(path, lambda new: new.write_bytes(words))
