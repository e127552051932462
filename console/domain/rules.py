"""What a group asks of the judge: its kind, and what it changes in that."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from console.domain.judgement import Attention, Category, Flag, Strictness


@dataclass(frozen=True, slots=True)
class Rules:
    """The settings that judgements rest on; what is empty here is as the kind of group says.

    ``profile`` is the key of the kind; ``strictness`` names the flags that are not normal; ``on_topic``,
    ``expects_112`` and ``attention`` stand in the place of what the profile says of them.
    """

    profile: str
    strictness: Mapping[Flag, Strictness] = field(default_factory=dict, hash=False)
    on_topic: frozenset[Category] | None = None
    expects_112: bool | None = None
    attention: Mapping[Flag, Attention] = field(default_factory=dict, hash=False)
