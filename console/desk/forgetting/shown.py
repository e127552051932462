"""What stands where the words of a message stood, once they are erased."""

from datetime import datetime

from sqlalchemy import ColumnElement, case, literal

from console import texts
from console.store.tables import messages


def erased(language: str) -> str:
    """Return what a page shows instead."""
    return texts.say("desk.text_erased", language)


def shown_text(language: str) -> ColumnElement[str]:
    """Return the text of a message as a page shows it: a column."""
    return case((messages.c.forgotten_at.is_not(None), literal(erased(language))), else_=messages.c.text)


def shown(text: str, forgotten_at: datetime | None, language: str) -> str:
    """Return the same of a text that was read, and when it was erased."""
    return text if forgotten_at is None else erased(language)
