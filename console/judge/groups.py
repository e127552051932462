"""The words for nations and beliefs, by form, from ``resources/lexicon/groups.toml``.

The model (``model/prepare``), the guide's test (``lexicon``) and equal treatment (``evaluation/swaps``) go by this one
table.
"""

import tomllib
from collections.abc import Mapping
from enum import IntEnum
from functools import cache
from typing import Final

from console.assets import resource

BEFORE_LAND: Final = frozenset({"uit", "naar", "in"})
"""After these a word for both a people and its country is the country: "uit Polen"."""


class Form(IntEnum):
    """What a word says of a group: its place in a row of the file."""

    PERSON = 0
    SEVERAL = 1
    ADJECTIVE = 2
    INFLECTED = 3
    LAND = 4


Row = Mapping[Form, tuple[str, ...]]
"""How one group is written, in lower case: for every form the ways to write it; none where the group lacks the form."""


@cache
def groups() -> Mapping[str, tuple[Row, ...]]:
    """Return the groups of each kind (``origin``, ``belief``) in the order of the file.

    The first row of a kind lacks no form that another has; the last rows hold other spellings of earlier ones.
    """
    tree = tomllib.loads(resource("lexicon", "groups.toml").read_text(encoding="utf-8"))
    return {
        kind: tuple(
            [{form: tuple(filter(None, [row[form]])) for form in Form} for row in table["rows"]]
            + [{form: tuple(row[form]) for form in Form} for row in table["more"]]
        )
        for kind, table in tree.items()
    }
