"""Of which languages somebody whose mother tongue it is has read the words for members, and who that was."""

from typing import Final

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from console.desk.console import Console
from console.desk.welcome.catalogue import words
from console.domain.changes import Changes
from console.domain.welcome import LANGUAGES
from console.store.tables import settings

_KEY: Final = "welcome_checked"  # with the language behind it; its value is who read the words


def checked_by(console: Console) -> dict[str, str | None]:
    """Return of each language who read its words: a name, "" for one that was read before it was shipped, else None."""
    with console.store.reading() as connection:
        return {language: _reader(connection, language) for language in LANGUAGES}


def unchecked(console: Console) -> tuple[str, ...]:
    """Return the languages of which nobody read the words, in the order of ``LANGUAGES``."""
    return tuple(language for language, reader in checked_by(console).items() if reader is None)


def is_checked(connection: Connection, language: str) -> bool:
    """Return whether somebody read the words of a language."""
    return _reader(connection, language) is not None


def set_checked(console: Console, language: str, by: str | None) -> Changes:
    """Write down who read the words of a language, None to take that back. Raises ``ValueError`` for no language."""
    words(language)
    key = f"{_KEY}.{language}"
    name = " ".join((by or "").split())
    with console.store.writing() as connection:
        if name:
            row = insert(settings).values(key=key, value=name)
            connection.execute(row.on_conflict_do_update(index_elements=["key"], set_={"value": name}))
        else:
            connection.execute(delete(settings).where(settings.c.key == key))
    return Changes(welcome=True)


def _reader(connection: Connection, language: str) -> str | None:
    if words(language).is_checked:
        return ""
    name: str | None = connection.scalar(select(settings.c.value).where(settings.c.key == f"{_KEY}.{language}"))
    return name
