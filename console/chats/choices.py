"""Which chat of a file that holds several: named by a person, never guessed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from console.chats.reading import ChatChoice, ChatChoiceError


def choose(choices: Sequence[ChatChoice], ids: Sequence[object], wanted: str | None) -> int:
    """Return the position of the chat that is called ``wanted``; chats of one name are told apart by their id.

    Raises ``ChatChoiceError`` when there is no such chat, or nobody named one.
    """
    names = [choice.name for choice in choices]
    counts = Counter(names)
    unique = [f"{name} ({id_})" if counts[name] > 1 else name for name, id_ in zip(names, ids, strict=True)]
    if wanted in unique:
        return unique.index(wanted)
    raise ChatChoiceError(tuple(replace(choice, name=name) for name, choice in zip(unique, choices, strict=True)))
