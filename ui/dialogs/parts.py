"""What panels share: three sizes of text, a message on one line, and days as moments."""

from datetime import datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate

from ui import words
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

if TYPE_CHECKING:
    from console.domain.message import Message

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


def message_line(message: "Message", limit: int) -> Shown:
    """Return a message of an export on one line: when, who, and at most ``limit`` characters of what."""
    text = words.message_words(message.kind, message.event, message.subject, message.text)
    who = f"{isolated(message.author)}: " if message.author else ""
    return Shown(f"{words.day_and_time(message.sent_at)}  {who}{one_line(text, limit)}")
