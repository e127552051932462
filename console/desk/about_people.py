"""Words about one person in a text of an administrator: a name, a number. For what many read, or is sent many times."""

import re
from typing import Final

from sqlalchemy import Connection, or_, select

from console.domain.judgement import Category, Role
from console.judge.languages import common_words
from console.judge.lexicon import cues
from console.judge.name_words import names
from console.judge.normalise import fold
from console.judge.personal_data import Owner, find_personal_data
from console.store.tables import join_requests, members

_NAME: Final = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:[-'’][^\W\d_]+)*")  # a word with a capital


def words_about_people(connection: Connection, text: str, shipped: str = "") -> str | None:
    """Return the first words of a text that are about somebody, None when there are none; an own number is not.

    Words with a capital that stand in ``shipped`` too are no name.
    """
    reading = cues().read(text)
    for item in find_personal_data(reading, Role.MEMBER, Category.ADMIN):
        if item.owner is not Owner.OWN:  # an administrator may give an own number
            return text[slice(*item.span)] or text
    return _name(connection, text, shipped)


def _name(connection: Connection, text: str, shipped: str) -> str | None:
    """Return the first word of a text that is a given name, or a word of the name of a member or an applicant.

    Ordinary words and those shipped are none.
    """
    shipped_words = set(_with_capital(shipped))
    for word in _with_capital(text):
        folded = fold(word).text
        if word in shipped_words or folded in common_words():
            continue
        if folded in names().given - names().ordinary:
            return word
        for person in (members, join_requests):
            is_part = or_(*(person.c.name.like(form) for form in (word, f"{word} %", f"% {word}", f"% {word} %")))
            if connection.scalar(select(person.c.id).where(is_part).limit(1)) is not None:
                return word
    return None


def _with_capital(text: str) -> dict[str, None]:
    """Return the words with a capital, each once, in order."""
    return dict.fromkeys(match[0] for match in _NAME.finditer(text))
