"""What a kind of group allows: data in ``resources/profiles/*.toml``, never an ``if`` on a group type in code."""

from dataclasses import dataclass, field
from enum import StrEnum

from console.domain.join_request import CheckKind
from console.domain.judgement import Attention, Category, Flag, Strictness


class JoinPolicy(StrEnum):
    """Whether a moderator admits, or anyone joins by himself (glossary: besloten / open groep)."""

    CLOSED = "closed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Profile:
    """The policy of one kind of group (``domain/profiles.md``); a group may override parts of it.

    ``on_topic`` are the categories that belong in the group; ``redirects`` names per off-topic category the counter or
    group where it does belong (a key under ``[redirects]`` in ``resources/text``). ``expects_112`` asks whether 112
    was called when a message is urgent. ``attention`` says how soon each flag wants a person, ``strictness`` how sure
    the judge must be of a flag (normal where nothing is said). ``asks`` is what is asked of who wants to join,
    ``proposes`` what of it must be in order before admitting is proposed (``domain/joining.py``). ``longest_talk`` is
    how many minutes a talk may last before closing it is proposed, None where it may last.
    """

    key: str
    name_nl: str
    name_en: str
    join_policy: JoinPolicy
    minimum_age: int | None
    on_topic: frozenset[Category]
    redirects: dict[Category, str]
    expects_112: bool
    attention: dict[Flag, Attention]
    strictness: dict[Flag, Strictness] = field(default_factory=dict)
    asks: frozenset[CheckKind] = frozenset()
    proposes: frozenset[CheckKind] = frozenset()
    longest_talk: int | None = None

    def name(self, language: str) -> str:
        """Return the profile's name in a language of the interface."""
        return self.name_en if language == "en" else self.name_nl
