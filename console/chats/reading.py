"""What every reader of a chat format shares: what it is given and what it gives back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from console.chats.source import Source
from console.domain.group import Tool
from console.domain.message import Message
from console.errors import ExpectedError


class DateOrder(StrEnum):
    """In which order a date is written."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


@dataclass(frozen=True, slots=True)
class Options:
    """What a person answered about a file: the date order, which chat of several, the year of a copy without one.

    ``columns`` says which heading of a table has which role ("date", "time", "author", "text"), as (role, heading).
    """

    date_order: DateOrder | None = None
    chat: str | None = None
    year: int | None = None
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Notes:
    """What a reader noticed; complete once the messages have been read to the end."""

    cut_lines: int = 0  # lines longer than 64 KiB, cut there
    replaced_characters: int = 0  # NUL, lone surrogates and other control characters, now U+FFFD
    skipped: int = 0  # entries that hold nothing a person wrote and cannot be dated (Telegram: unsupported)
    doubtful: int = 0  # messages marked ``is_doubtful``


@dataclass(slots=True)
class Reading:
    """One chat, recognised. ``messages`` is a stream and can be gone through once."""

    format: str
    tool: Tool
    messages: Iterator[Message]
    title: str | None = None  # name of the group, where the file tells
    date_order: DateOrder | None = None
    notes: Notes = field(default_factory=Notes)


class Format(Protocol):
    """A chat format. To add one: write a file with such an object and name it in ``detect.FORMATS``."""

    key: str

    def recognises(self, source: Source) -> int:
        """Return how sure it is that this is its format, from the head alone: 0 no, 1 perhaps, 2 surely."""

    def read(self, source: Source, options: Options) -> Reading:
        """Start reading. Raises ``ExpectedError`` for what a person must answer or mend."""


@dataclass(frozen=True, slots=True)
class DatedSample:
    """A message as it would be under one date order, for the question which order is right."""

    order: DateOrder
    first: Message
    last: Message


class DateOrderUnknownError(ExpectedError):
    """The file does not tell whether 3/4 is 3 April or March 4: a person must say. Never a silent guess."""

    def __init__(self, samples: tuple[DatedSample, ...], likely: DateOrder | None, **values: object) -> None:
        super().__init__("date_order_unknown", **values)
        self.samples = samples
        self.likely = likely


class YearUnknownError(ExpectedError):
    """The copied text has no year: a person must say."""

    def __init__(self) -> None:
        super().__init__("year_unknown")


@dataclass(frozen=True, slots=True)
class ChatChoice:
    """One chat of an export that holds several. ``is_private`` chats are between two people."""

    name: str
    messages: int | None
    is_private: bool
    last_at: datetime | None = None


class ChatChoiceError(ExpectedError):
    """The export holds several chats: a person must say which one."""

    def __init__(self, choices: tuple[ChatChoice, ...]) -> None:
        names = ", ".join(f"'{choice.name}'" for choice in choices if not choice.is_private)
        super().__init__("several_chats", names=names)
        self.choices = choices
