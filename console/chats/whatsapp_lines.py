"""From dated lines to messages: the stream that WhatsApp exports and copies from WhatsApp share.

One pass, a block at a time. This loop runs a million times in a few seconds, so what happens once in a hundred
messages stands apart in ``_Bodies``.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import chain
from typing import Any, Final

from console.chats.decode import text_blocks
from console.chats.headers import MARKS, Signature
from console.chats.lines import mark_doubtful
from console.chats.reading import Notes
from console.chats.source import Source
from console.chats.wording import find_event, split_names, wording
from console.domain.message import Event, Kind, Message

MAX_TEXT: Final = 1024 * 1024
MAX_AUTHOR: Final = 120

_DAY: Final = timedelta(days=1)
_NEVER: Final = datetime.min  # noqa: DTZ901 before every message
_TEXT: Final = Kind.TEXT
_new: Final = tuple.__new__  # a named tuple's own constructor takes half as long again

_MARKS: Final = re.compile(f"[{MARKS}]")
_MARK_SET: Final = frozenset(mark for mark in map(chr, range(0x200E, 0x10000)) if _MARKS.match(mark))
# Both begin only where a run of blanks does: trying 16,000 blanks from each of them took eight seconds (measured).
_EDGE_MARKS: Final = re.compile(rf"^[{MARKS}\s]+|(?<=\n)[{MARKS}]+|(?<![{MARKS}\s])[{MARKS}\s]+$")
_PAGES: Final = re.compile(r"(?<!\s)\s*+\u2022\s*+\u200e?\d++\s*+[^\W\d]\w*+['\u2019]?\w*+\s*$")
_SPACES: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-"})
_DIGITS: Final = re.compile(r"\d+")
_AFTERNOON: Final = re.compile(r"[pP\u0645]")


@dataclass(frozen=True, slots=True)
class Form:
    """How to read one file: its header, whether only CRLF ends a message, the meaning of a date, names with a colon."""

    signature: Signature
    crlf_ends: bool
    parse_date: Callable[[str], date | None]
    title: str | None = None
    long_names: frozenset[str] = frozenset()


def clean_name(written: str) -> str:
    """Return a name as a person reads it: no invisible marks, plain spaces and hyphens."""
    return _MARKS.sub("", written).translate(_SPACES).strip()


def split_name(body: str, long_names: frozenset[str] = frozenset()) -> int:
    """Return where ``": "`` ends the author, or -1 when the line has none. ``long_names`` are names with a colon."""
    end = body.find(": ", 0, MAX_AUTHOR)
    if end < 0 or "\n" in body[:end]:
        first = body.split("\n", 1)[0].rstrip()
        return len(first) - 1 if first.endswith(":") and len(first) <= MAX_AUTHOR else -1
    if long_names:
        longer = body.find(": ", end + 2, MAX_AUTHOR)
        if longer > 0 and body[:longer] in long_names:
            return longer
    return end


def chat_lines(source: Source, *, crlf_ends: bool, notes: Notes) -> Iterator[list[str]]:
    """Yield the lines of a chat, block by block. Where CRLF ends a message, a line may hold line breaks."""
    carry = ""
    with source.open() as stream:
        for block in text_blocks(stream, source.encoding, notes):
            if not crlf_ends:
                yield (block.replace("\r\n", "\n") if "\r" in block else block).removesuffix("\n").split("\n")
                continue
            lines = block.split("\r\n")
            lines[0] = carry + lines[0]
            carry = lines.pop()
            yield lines
            if len(carry) > MAX_TEXT:
                yield [carry[:MAX_TEXT]]
                carry = ""
                notes.cut_lines += 1
    if carry:
        yield [carry.removesuffix("\n")]


def read_messages(source: Source, form: Form, notes: Notes) -> Iterator[Message]:
    """Yield the messages of a chat in the order of the file; a block that jumps back in time is marked as doubtful."""
    blocks = _read(source, form, notes)
    for messages, back_from in blocks:
        if back_from is not None:  # hardly ever, so that most files are spared the question
            later = chain.from_iterable(block for block, _ in blocks)
            yield from mark_doubtful(chain(messages, later), notes, _DAY, back_from)
            return
        yield from messages


def _read(source: Source, form: Form, notes: Notes) -> Iterator[tuple[list[Message], datetime | None]]:
    """Yield the messages block by block, because asking a generator a million times costs a tenth of it all.

    With them comes None, or, where a line goes more than a day back in time, the newest time before this block.
    """
    headers, bodies = _Headers(form), _Bodies(form)
    find, message, plain = headers.find, bodies.message, bodies.plain
    post, between = form.signature.post, form.signature.between
    firsts, seconds = headers.firsts, headers.seconds
    begins: datetime | None
    sent_at = newest = _NEVER
    body = ""
    more: list[str] = []  # further lines of the message
    for lines in chat_lines(source, crlf_ends=form.crlf_ends, notes=notes):
        done: list[Message] = []
        start, jumps_back = max(newest, sent_at), False
        for line in lines:
            stamp, has_post, rest = line.partition(post)
            first, _, second = stamp.partition(between)
            if has_post and first in firsts and second in seconds:
                begins = firsts[first] + seconds[second]
            else:
                begins, rest = find(line)
            if begins is None:
                more.append(line)
                continue
            if begins < sent_at:
                if bodies.is_pasted(sent_at - begins, rest):
                    more.append(line)
                    continue
                newest = max(newest, sent_at)
                jumps_back = jumps_back or newest - begins > _DAY
            if sent_at is _NEVER:
                more = []  # the end of a message whose author is not known
            else:
                if more:
                    body, more = _whole(body, more, notes), []
                done.append(plain(sent_at, body) or message(sent_at, body))
            sent_at, body = begins, rest
        yield done, start if jumps_back else None
    if sent_at is not _NEVER:
        yield [message(sent_at, _whole(body, more, notes))], None


def _whole(body: str, more: list[str], notes: Notes) -> str:
    """Return a message of several lines; what goes beyond a mebibyte is left out and counted."""
    text = "\n".join((body, *more))
    notes.cut_lines += len(text) > MAX_TEXT
    return text[:MAX_TEXT].replace("\r\n", "\n")


def _has_clean_edges(text: str) -> bool:
    """Whether a stripped text that is not empty needs no ``_EDGE_MARKS`` taken off."""
    return text[0] not in _MARK_SET and text[-1] not in _MARK_SET and ("\n" not in text or not _MARKS.search(text))


class _Headers:
    """Tells when a line begins a message.

    ``find`` asks the expression of this form. A date and a time that it found before need not be asked again, which
    spares nine in ten lines the expression: ``firsts`` and ``seconds`` hold what may stand before and behind the gap
    between the two, as values that add up to the moment.
    """

    def __init__(self, form: Form) -> None:
        self.firsts: dict[str, Any] = {}  # midnights, and in ``seconds`` the time since; where the time comes first,
        self.seconds: dict[str, Any] = {}  # the other way round
        self._match = re.compile(form.signature.expression()).match
        self._parse_date = form.parse_date
        self._midnight = lru_cache(maxsize=64)(self._find_midnight)
        self._post, self._between = form.signature.post, form.signature.between
        self._time_gap = None if form.signature.half_day else form.signature.time_gap
        self._time_first = form.signature.time_first

    def find(self, line: str) -> tuple[datetime | None, str]:
        """Return when a message begins and what stands behind its header; None when the line is no header.

        A header with a date that cannot be was pasted: it is text.
        """
        match = self._match(line)
        if match is None:
            return None, ""
        day_at, time_at = (2, 1) if self._time_first else (1, 2)
        midnight, clock = self._midnight(match[day_at]), _time(match[time_at], self._time_gap)
        if midnight is None or clock is None:
            return None, ""
        end = match.end()
        first, _, second = line[:end].removesuffix(self._post).partition(self._between)
        if second == match[2] and first.endswith(match[1]):
            self.firsts[first], self.seconds[second] = (clock, midnight) if self._time_first else (midnight, clock)
        return midnight + clock, line[end:]

    def _find_midnight(self, written: str) -> datetime | None:
        day = self._parse_date(written)
        return None if day is None else datetime(day.year, day.month, day.day)  # noqa: DTZ001 as the phone wrote it


def _time(written: str, gap: str | None) -> timedelta | None:
    """Return the time since midnight of "2:05 p. m." or "14:05:09"; None for one that no clock shows.

    ``gap`` stands between the numbers of a clock of 24 hours. Without it the half of the day may follow.
    """
    numbers = written.split(gap) if gap else _DIGITS.findall(written)
    hour, minute, second = (*map(int, numbers), 0)[:3]
    rest = "" if gap else _DIGITS.sub("", written).strip(":. \u00a0\u202f\u2009")
    if rest:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if _AFTERNOON.search(rest) else 0)
    if hour >= 24 or minute >= 60 or second >= 60:
        return None
    return timedelta(0, (hour * 60 + minute) * 60 + second)


class _Bodies:
    """Turns what stands behind a header into a message; remembers the names it has seen in this file."""

    def __init__(self, form: Form) -> None:
        self._long_names = form.long_names
        self._titles = {form.title} if form.title else set()
        self._names: dict[str, str] = {}
        words = wording()
        kinds = ((words.deleted, Kind.DELETED), (words.omitted, Kind.MEDIA))
        self._whole = {text + stop: kind for texts, kind in kinds for text in texts for stop in ("", ".")}
        self._longest = max(map(len, self._whole))
        self._edited = words.edited
        self._location = words.location
        self._attached = words.attached

    def is_pasted(self, back: timedelta, body: str) -> bool:
        """Whether a line that goes back in time by more than a day names no author, nor is one WhatsApp writes."""
        return back > _DAY and split_name(body, self._long_names) < 0 and find_event(clean_name(body)) is None

    def plain(self, sent_at: datetime, body: str) -> Message | None:
        """Return an ordinary message of a name seen before, or None: then ``message`` looks closer.

        Nineteen in twenty messages are plain; this spares them every question that WhatsApp's own marks ask.
        """
        name, _, text = body.partition(": ")
        author = self._names.get(name)
        if author is None:
            return None
        text = text.strip()
        if (
            ">" in text
            or (")" in text and "d)" in text)  # (bestand bijgevoegd), (file attached)
            or (":" in text and "://" in text)  # one character is looked for far faster than several
            or (len(text) <= self._longest and text in self._whole)
            or not (text.isascii() or _has_clean_edges(text))
        ):
            return None
        return _new(Message, (sent_at, author, _TEXT, text, None, None, (), False, None, None, False, ()))

    def message(self, sent_at: datetime, body: str) -> Message:
        """Return the message or system line; never fails, because a chat may hold anything."""
        end = split_name(body, self._long_names)
        if end < 0 or body[:1] == "\u200e":  # a mark right behind the header: written by WhatsApp, colon or not
            return self._system(sent_at, body)
        written = body[:end]
        author = clean_name(written)
        if not author or '"' in written or "\u201c" in written:
            # ... heeft het onderwerp gewijzigd naar "Let op: inbraak"
            return self._system(sent_at, body)
        if not self._long_names:
            self._names[written] = author
        text = body[end + 1 :].strip()
        if text[:1] == "\u200e" and self._is_system(author, text):
            return self._system(sent_at, text)
        return self._special(sent_at, author, text)

    def _is_system(self, author: str, text: str) -> bool:
        """Newer iPhones write the group's name or the actor as author of a system line."""
        line = clean_name(text)
        if author in self._titles or line.startswith(author):
            return find_event(line) is not None
        event = find_event(line)
        if event is not None and event[0] is Event.ENCRYPTION_NOTICE:
            self._titles.add(author)
            return True
        return False

    def _special(self, sent_at: datetime, author: str, text: str) -> Message:
        """A message that WhatsApp may have marked: a file, an edit, a file left out, a deleted message."""
        edited = False
        for mark in self._edited:
            if text.endswith(mark):
                text, edited = text[: -len(mark)], True
        files = tuple(clean_name(match["ios"] or match["android"]) for match in self._attached.finditer(text))
        if files:
            text = _PAGES.sub("", self._attached.sub("", text))
        text = _EDGE_MARKS.sub("", text)
        kind = self._whole.get(text)
        if kind is None:
            kind = Kind.MEDIA if files or text.startswith(self._location) else Kind.TEXT
        event = None
        if kind is Kind.TEXT and (found := find_event(text)) is not None and found[0] is Event.DELETED_BY_ADMIN:
            kind, event = Kind.DELETED, Event.DELETED_BY_ADMIN
        return Message(sent_at, author, kind, text, event, attachments=files, edited=edited)

    def _system(self, sent_at: datetime, body: str) -> Message:
        text = _EDGE_MARKS.sub("", body)
        event, who = find_event(clean_name(text)) or (Event.OTHER, None)
        subject = split_names(who, self._names.values(), clean_name) if who else None
        return Message(sent_at, None, Kind.SYSTEM, text, event, subject)
