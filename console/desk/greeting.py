"""By which name a draft greets a member: the first name, where the chat shows one, and nobody else's ever."""

import re
from typing import Final

from console.judge.name_words import names
from console.judge.normalise import fold

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Two people share this phone; who of them wrote, nobody knows.
_SEVERAL: Final = re.compile(r"[&+/]|\b(?:en|and)\b", re.IGNORECASE)


def first_name(member: str | None) -> str:
    """Return the first name in a member's name as the chat shows it, "" where there is none.

    "~ Bram" and "Bram de Vries" are Bram; "Wijkagent Sander", "+31 6 12345678", "Fam. Jansen" and "Jan & Els" greet
    nobody by name.
    """
    if member is None or _SEVERAL.search(member):
        return ""
    first = _WORD.search(member)
    if first is None:
        return ""
    word = first[0]
    parts = fold(word).text.split("-")
    if "-".join(parts) not in names().given and not names().given.issuperset(parts):
        return ""
    return word if word[0].isupper() and not word.isupper() else word.title()
