"""Words as people compare them: accents and capitals make no difference."""

from unicodedata import combining, normalize


def fold(text: str) -> str:
    """Return a text without capitals and accents, to search and to sort by. SQL knows it too: ``func.fold(column)``."""
    if text.isascii():
        return text.lower()
    return "".join(mark for mark in normalize("NFKD", text.casefold()) if not combining(mark))
