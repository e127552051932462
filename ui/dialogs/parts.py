"""What panels share: three sizes of text, and days as moments."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate

from ui.widgets.text import PlainLabel

DEFAULT_ZONE: Final = "Europe/Amsterdam"


def heading(text: str = "") -> PlainLabel:
    """What a panel is about."""
    return PlainLabel(text, wraps=True, scale=1.4, is_bold=True)


def subheading(text: str = "") -> PlainLabel:
    """What a part of a panel is about."""
    return PlainLabel(text, wraps=True, is_bold=True)


def paragraph(text: str = "", *, is_muted: bool = False) -> PlainLabel:
    """Ordinary text that breaks its lines."""
    return PlainLabel(text, wraps=True, is_muted=is_muted)


def midnight(day: QDate) -> datetime:
    """Return the first moment of a day in the Netherlands, aware."""
    return datetime(day.year(), day.month(), day.day(), tzinfo=ZoneInfo(DEFAULT_ZONE))
