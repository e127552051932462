"""What members of a group are asked to read: rules, cards and sheets, and how they went out and were confirmed.

The words stand in ``resources/onboarding``, one file for each language (``domain/onboarding.md``, table 5).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from console.domain.group import GroupId, Tool
from console.domain.judgement import Flag

LANGUAGES: Final = ("nl", "en", "pl", "tr", "ar", "uk")
"""The languages in which members are written to; the window itself speaks the first two."""

MOST_DOES: Final = 8
MOST_DONTS: Final = 6
MESSAGE_CHARACTERS: Final = 1_000  # a message stays under this
RULE_CHARACTERS: Final = 300  # the most that a rule in the words of a person may have
REMIND_DAYS: Final = 7


class Photos(StrEnum):
    """What a group wants of photos."""

    NEVER = "never"  # of a person, in the group
    IF_NEEDED = "if_needed"
    POLICE_ONLY = "police_only"


class SentHow(StrEnum):
    """How somebody was sent the rules."""

    GROUP = "group"  # they stood in the chat while he was in it
    PRIVATE = "private"
    PAPER = "paper"
    SPOKEN = "spoken"


class ConfirmedHow(StrEnum):
    """How it is known that somebody read the rules."""

    CHAT = "chat"  # he wrote so
    REACTION = "reaction"  # a thumb under the text
    BY_HAND = "by_hand"  # an administrator heard it
    ON_JOINING = "on_joining"  # he said so when he asked to join


class WelcomeKind(StrEnum):
    """What went to a group."""

    RULES = "rules"
    REFRESH = "refresh"  # one rule again: "even opfrissen"


class Form(StrEnum):
    """How members read the rules."""

    MESSAGE = "message"  # one message of the chat
    MESSAGES = "messages"  # three short ones
    CARD = "card"  # a picture of 1080 x 1350
    SHEET = "sheet"  # A4
    FLYER = "flyer"  # A5, for the letterbox


class Mark(StrEnum):
    """What stands before the items of a section."""

    DO = "do"  # a tick
    DONT = "dont"  # a cross
    NUMBER = "number"
    DOT = "dot"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the catalogue (``resources/onboarding/rules.toml``), without its words.

    ``number`` is its row in ``domain/onboarding.md``, ``profiles`` the kinds of group it is for (none: all), ``weight``
    its place among the others (0 to 100, high first), ``prevents`` what went wrong where it is needed, and ``needs``
    the settings without which it says nothing.
    """

    id: str
    number: int
    profiles: frozenset[str]
    is_dont: bool
    weight: int
    source: str
    prevents: frozenset[Flag]
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class WelcomeSettings:
    """What a group fills in itself. The rest comes from its profile, its municipality, its family and its members.

    ``sister_link`` is where members of it may join the sister group, ``invitation`` where a new neighbour may ask to
    join this one (the QR code of the flyer); "" where nobody filled it in. ``minutes``: None follows the profile.
    """

    photos: Photos = Photos.NEVER
    minutes: int | None = None
    invitation: str = ""
    sister_link: str = ""
    app: str = ""  # of the municipality, by name; "" follows its counters
    languages: tuple[str, ...] = ("nl",)


@dataclass(frozen=True, slots=True)
class Line:
    """A rule as it stands in the draft of a group.

    ``key`` is the id of a rule, or "own:N". ``text`` is in the language of the draft, blanks filled; "" when somebody's
    own rule has no words in this language. ``why`` is a plain sentence that tells why it stands high, "" where that is
    its weight alone; ``source`` tells in words where it comes from. ``meaning`` is what it says in the language of the
    console, "" where that is the language of the draft. ``problems`` are plain sentences (too long, what cannot be
    printed).
    """

    key: str
    text: str
    is_dont: bool
    is_locked: bool = False
    is_edited: bool = False
    why: str = ""
    source: str = ""
    meaning: str = ""
    problems: tuple[str, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether the group wrote it itself."""
        return self.key.startswith("own:")


@dataclass(frozen=True, slots=True)
class Section:
    """Items under a heading, on a card or a sheet."""

    title: str
    items: tuple[str, ...]
    mark: Mark = Mark.DOT


@dataclass(frozen=True, slots=True)
class Leaflet:
    """What stands on a picture or on paper, in one language.

    ``call_112`` is the line beside the pictogram of the telephone, "" for none. ``link`` becomes a QR code, with
    ``link_caption`` beside it; "" for none. ``direction`` is "ltr" or "rtl". ``first_out`` are items that may go where
    not all of it fits, what is missed least first; () leaves that to the page.
    """

    title: str
    lead: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    foot: tuple[str, ...] = ()
    call_112: str = ""
    link: str = ""
    link_caption: str = ""
    language: str = "nl"
    direction: str = "ltr"
    first_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """A file as made from a leaflet. ``left_out`` are items that did not fit, ``unknown`` signs it cannot show."""

    data: bytes = field(repr=False)
    left_out: tuple[str, ...] = ()
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A text for a chat, in one or more messages. ``left_out`` are rules that did not fit."""

    messages: tuple[str, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Welcome:
    """The draft of a group in a language: what its members are asked to read.

    ``others`` are the rules for its kind of group that it leaves out, highest first. ``is_checked``: somebody whose
    mother tongue it is has read the words. ``counted`` is how often each flag went wrong in the last quarter.
    ``problems`` are plain sentences about the whole (a link that is none, nobody in the group).
    """

    group_id: GroupId
    group: str
    language: str
    direction: str
    is_checked: bool
    hello: str
    purpose: str
    does: tuple[Line, ...]
    donts: tuple[Line, ...]
    others: tuple[Line, ...]
    confirm: str
    notes: tuple[str, ...] = ()  # what stands under the rules: the telephone number that all see, what an officer does
    settings: WelcomeSettings = field(default_factory=WelcomeSettings)
    counted: Mapping[Flag, int] = field(default_factory=dict, hash=False)
    problems: tuple[str, ...] = ()
    tool: Tool = Tool.WHATSAPP


@dataclass(frozen=True, slots=True)
class Confirmation:
    """How it stands with one member of a group (``name`` as the chat shows it). Times are aware UTC.

    ``is_due``: a week passed since he was sent it or reminded, and he confirmed nothing. ``is_ready``: something for
    him was made ready, and waits to go.
    """

    member_id: int
    person_id: int
    name: str
    sent_at: datetime | None
    sent_how: SentHow | None
    confirmed_at: datetime | None
    confirmed_how: ConfirmedHow | None
    reminded_at: datetime | None
    is_due: bool
    is_ready: bool = False


@dataclass(frozen=True, slots=True)
class Confirmations:
    """How many members of a group confirmed; nobody is ranked. ``members`` counts who is asked: no professionals."""

    group_id: GroupId
    group: str
    members: int
    sent: int
    confirmed: int
    due: int
    rows: tuple[Confirmation, ...] = ()
