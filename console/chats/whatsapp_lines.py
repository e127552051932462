"""From dated lines to messages: the stream that WhatsApp exports and copies from WhatsApp share.

One pass, a megabyte at a time. This loop runs a million times in a few seconds, so what happens once in a hundred
messages stands apart in ``_Bodies``.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from console.chats.decode import text_blocks
from console.chats.headers import MARKS, Signature
from console.chats.reading import Notes
from console.chats.source import Source
from console.chats.wording import find_event, split_names, wording
from console.domain.message import Event, Kind, Message

MAX_TEXT: Final = 1024 * 1024
MAX_AUTHOR: Final = 120
MAX_DOUBTFUL_BLOCK: Final = 500

_MARKS: Final = re.compile(f"[{MARKS}]")
_EDGE_MARKS: Final = re.compile(rf"^[{MARKS}\s]+|(?<=\n)[{MARKS}]+|[{MARKS}\s]+$")
_SPACES: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-"})
_DIGITS: Final = re.compile(r"\d+")
_PAGES: Final = re.compile(r"\s*\u2022\s*\u200e?\d+\s*\w+['\u2019]?\w*\s*$")
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


def read_messages(source: Source, form: Form, notes: Notes) -> Iterator[Message]:
    """Yield the messages of a chat in the order of the file, marking blocks that jump back in time as doubtful."""
    return _mark_doubtful(_read(source, form, notes), notes)


def header_parts(source: Source, signature: Signature, *, crlf_ends: bool, notes: Notes) -> Iterator[list[str]]:
    """Yield what stands between headers, block by block: [before, header, date, time, body, header, date, ...].

    A body cut by the end of a block is completed first. ``before`` is text in front of the first header of the file.
    """
    end = "\r\n" if crlf_ends else "\n"
    # The line end in front makes the search ten times faster than an anchor would.
    split = re.compile(f"{end}({signature.expression()})").split
    carry = ""
    for block in text_blocks(source.open(), source.encoding, notes):
        text = block if crlf_ends or "\r" not in block else block.replace("\r\n", "\n")
        parts = split(f"{end}{carry}{text}")
        if len(parts) == 1:
            carry = parts[0][len(end) :]
        else:
            carry = parts[-4] + parts[-1]
            yield parts[:-4]
        if len(carry) > 2 * MAX_TEXT:
            carry = carry[:MAX_TEXT] + end
            notes.cut_lines += 1
    if carry:
        yield split(f"{end}{carry}")


def _read(source: Source, form: Form, notes: Notes) -> Iterator[Message]:
    days: dict[str, tuple[int, int, int] | None] = {}
    clock: dict[str, tuple[int, int, int] | None] = {}
    bodies = _Bodies(form)
    date_at, time_at = (3, 2) if form.signature.time_first else (2, 3)
    floor = datetime.min  # a day before the newest day: what lies before it jumps back in time
    newest = ""
    open_at, open_body = datetime.min, None  # the message that following lines may still belong to
    for parts in header_parts(source, form.signature, crlf_ends=form.crlf_ends, notes=notes):
        for at in range(1, len(parts), 4):
            written, body = parts[at - 1 + date_at], parts[at + 3]
            try:
                day = days[written]
            except KeyError:
                day = days[written] = _day(form.parse_date(written))
            try:
                time = clock[parts[at - 1 + time_at]]
            except KeyError:
                time = clock[parts[at - 1 + time_at]] = _time(parts[at - 1 + time_at])
            if day is None or time is None:
                # Looks like a header but is no date: somebody pasted it, it is text of the message before.
                open_body = _join(open_body, parts[at] + body)
                continue
            sent_at = datetime(*day, *time)  # noqa: DTZ001 local time as written
            if sent_at < floor and open_body is not None and split_name(body, form.long_names) < 0:
                if not bodies.is_event(body):
                    open_body = _join(open_body, parts[at] + body)
                    continue
            elif written != newest:
                newest = written
                floor = max(floor, datetime(*day) - timedelta(days=1))  # noqa: DTZ001
            if open_body is not None:
                yield bodies.message(open_at, open_body)
            open_at, open_body = sent_at, body
    if open_body is not None:
        yield bodies.message(open_at, open_body)


def _join(before: str | None, text: str) -> str | None:
    return None if before is None else f"{before}\n{text}"


def _day(day: date | None) -> tuple[int, int, int] | None:
    return None if day is None else (day.year, day.month, day.day)


def _time(written: str) -> tuple[int, int, int] | None:
    """Return hour, minute, second of "2:05 p. m." or "14:05:09"; None for a time that no clock shows."""
    numbers = [int(number) for number in _DIGITS.findall(written)]
    hour, minute, second = (*numbers, 0)[:3]
    rest = _DIGITS.sub("", written).strip(":. \u00a0\u202f\u2009")
    if rest:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if _AFTERNOON.search(rest) else 0)
    return (hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _mark_doubtful(messages: Iterator[Message], notes: Notes) -> Iterator[Message]:
    """Mark a block that jumps more than a day back and returns: a chat pasted in another (step 7).

    Only the few messages of such a block are held back. A file that goes on in the past was simply put together so.
    """
    newest = datetime.min
    block: list[Message] = []
    for message in messages:
        if newest - message.sent_at > _DAY:
            block.append(message)
            if len(block) > MAX_DOUBTFUL_BLOCK:
                yield from block
                newest = message.sent_at
                block = []
            continue
        if block:
            notes.doubtful += len(block)
            yield from (held._replace(is_doubtful=True) for held in block)
            block = []
        newest = max(newest, message.sent_at)
        yield message
    yield from block


_DAY: Final = timedelta(days=1)


class _Bodies:
    """Turns what stands behind a header into a message; remembers the names it has seen in this file."""

    def __init__(self, form: Form) -> None:
        self._long_names = form.long_names
        self._titles = {form.title} if form.title else set()
        self._names: dict[str, str] = {}
        words = wording()
        self._whole = {
            text + stop: kind
            for texts, kind in ((words.deleted, Kind.DELETED), (words.omitted, Kind.MEDIA))
            for text in texts
            for stop in ("", ".")
        }
        self._edited = words.edited
        self._location = words.location
        self._attached = words.attached

    def is_event(self, body: str) -> bool:
        """Whether a line without author is one that WhatsApp writes."""
        return find_event(_EDGE_MARKS.sub("", body)) is not None

    def message(self, sent_at: datetime, body: str) -> Message:
        """Return the message or system line; never fails, because a chat may hold anything."""
        if body[:1] == "\u200e":  # right behind the header: written by WhatsApp, even if it holds a colon
            return self._system(sent_at, body)
        end = split_name(body, self._long_names)
        if end < 0:
            return self._system(sent_at, body)
        written = body[:end]
        try:
            author = self._names[written]
        except KeyError:
            if '"' in written or "\u201c" in written or not clean_name(written):
                # ... heeft het onderwerp gewijzigd naar "Let op: inbraak"
                return self._system(sent_at, body)
            author = self._names[written] = clean_name(written)
        text = body[end + 1 :].strip()
        if "\r" in text:
            text = text.replace("\r\n", "\n")
        if len(text) > MAX_TEXT:
            text = text[:MAX_TEXT]
        if text.isascii():
            generated = False
        else:
            generated = text[:1] == "\u200e"
            if generated and self._is_system(author, text):
                return self._system(sent_at, text)
        if generated or "attached" in text or "bijgevoegd" in text or text[-1:] == ">":
            return self._special(sent_at, author, text)
        if not text.isascii() and _MARKS.search(text):
            text = _EDGE_MARKS.sub("", text)
        kind = self._whole.get(text)
        if kind is None:
            kind = Kind.MEDIA if text.startswith(self._location) else Kind.TEXT
        return Message(sent_at, author, kind, text)

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
        """A message that WhatsApp marked: a file, an edit, a file left out, a deleted message."""
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
        text = _EDGE_MARKS.sub("", body.replace("\r\n", "\n")) if body else ""
        event, who = find_event(clean_name(text)) or (Event.OTHER, None)
        subject = split_names(who, self._names.values(), clean_name) if who else None
        return Message(sent_at, None, Kind.SYSTEM, text, event, subject)
