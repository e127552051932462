"""Misspells a message as quick thumbs do, so that the network learns not to lean on spelling."""

import random
from typing import Final

_EVERY: Final = 50  # characters a slip
_SHORTEST: Final = 8


def misspelt(text: str, chance: random.Random) -> str:
    """Return the text in lower case, or with letters swapped, left out or doubled: about one in fifty."""
    if len(text) < _SHORTEST or chance.random() < 0.5:
        return text.lower()
    letters = list(text)
    for _ in range(max(1, len(text) // _EVERY)):
        place = chance.randrange(1, len(letters) - 2)
        if not (letters[place].isalpha() and letters[place + 1].isalpha()):
            continue
        slip = chance.random()
        if slip < 0.4:
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
        elif slip < 0.7:
            del letters[place]
        else:
            letters.insert(place, letters[place])
    return "".join(letters)
