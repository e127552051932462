"""WhatsApp exports of Android and iPhone, in every header form that ``design/chat-exports.md`` 3 lists.

Recognised on the head; one survey of the file decides the date order and which names hold a colon; then one pass
reads it (``whatsapp_lines``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Final

from console.chats import dates, headers
from console.chats.headers import Signature
from console.chats.reading import (
    DatedSample,
    DateOrder,
    DateOrderUnknownError,
    Notes,
    Options,
    Reading,
    YearUnknownError,
)
from console.chats.source import HEAD_BYTES, Source
from console.chats.whatsapp_lines import Form, chat_lines, clean_name, read_messages, split_name
from console.chats.wording import find_event, wording
from console.domain.group import Tool
from console.domain.message import Event, Message
from console.errors import ExpectedError

_MIN_MESSAGE_BYTES: Final = 20  # no header with an author is shorter
_SURVEYED_MESSAGES: Final = 2_000  # enough to know which names hold a colon, when the dates need no survey
_PASTED_PER_MESSAGE: Final = 10  # headers in pasted text; more, and bare LF is what ends a message
_MEDIA_DATE: Final = re.compile(
    r"(?:(?:IMG|VID|PTT|AUD|STK|DOC)-(\d{4})(\d{2})(\d{2})-WA|"
    r"-(?:PHOTO|VIDEO|AUDIO|STICKER|GIF)-(\d{4})-(\d{2})-(\d{2})-)"
)
_NAME_LIKE: Final = re.compile(r"[^\W\d_a-z][\w'.-]*(?: (?:van|de|der|den|het|ten|ter|'t|[^\W\d_a-z][\w'.-]*))*")


class WhatsApp:
    """A chat exported from the phone."""

    key = "whatsapp"
    form = "export"

    def recognises(self, source: Source) -> int:
        """Surely when the first line is a header; perhaps when headers of one form come later."""
        signature = headers.find_signature(source.head_text, self.form)
        if signature is None:
            return 0
        first = source.head_text.lstrip("\r\n\ufeff").split("\n", 1)[0]
        return 2 if re.match(signature.expression(), first) else 1

    def read(self, source: Source, options: Options) -> Reading:
        """Start reading. Raises ``DateOrderUnknownError`` when the file does not tell, and no answer is given."""
        signature = headers.find_signature(source.head_text, self.form)
        if signature is None:
            raise ExpectedError("not_this_format", file=source.name, format=self.key)
        if signature.year == "none" and options.year is None:
            raise YearUnknownError
        return read_with(self.key, source, signature, options)


WHATSAPP: Final = WhatsApp()


def read_with(key: str, source: Source, signature: Signature, options: Options) -> Reading:
    """Read a source whose header form is known."""
    crlf_ends = _crlf_ends(source, signature)
    survey = _Survey.of(source, signature, crlf_ends=crlf_ends, asks_dates=options.date_order is None)
    title = _title(source, signature)
    notes = Notes()

    def messages(order: DateOrder, into: Notes) -> Iterator[Message]:
        parse = partial(dates.parse_date, order=order, year=options.year)
        return read_messages(source, Form(signature, crlf_ends, parse, title, survey.long_names()), into)

    order = options.date_order
    if order is None:
        latest = (source.made_at + timedelta(days=1)).date() if source.made_at else None
        left = dates.decide(survey.votes, signature, latest, options.year)
        if not left:
            raise ExpectedError("dates_impossible", file=source.name)
        if len(left) > 1:
            is_english = "end-to-end encrypted" in source.head_text or "omitted>" in source.head_text
            raise _question(source, left, dates.likely(signature, is_english), messages)
        order = left[0]
    return Reading(key, Tool.WHATSAPP, messages(order, notes), title, order, notes)


def _crlf_ends(source: Source, signature: Signature) -> bool:
    """Whether CRLF ends a message and a bare LF is a line break inside it, as on an iPhone (step 2).

    Nobody can then be made the author of a line that somebody else pasted. A file in which CRLF often stands before
    an ordinary line was put together by another program. A file in which nearly every message follows a bare LF is of
    another phone, and a message in it was copied from Windows: a single CR must not make one message of all the others.
    """
    head = source.head_text
    first, *rest = head.split("\r\n")
    if not rest:
        return False
    is_header = re.compile(signature.expression()).match
    if sum(is_header(line) is not None for line in rest[:-1]) < 0.98 * len(rest[:-1]):
        return head.count("\n") == len(rest)
    behind_lf = sum(is_header(line) is not None for message in (first, *rest) for line in message.split("\n")[1:])
    behind_crlf = sum(is_header(line) is not None for line in rest)
    is_cut = source.size > HEAD_BYTES
    return behind_lf == 0 or (behind_lf <= _PASTED_PER_MESSAGE * behind_crlf and (is_cut or head.endswith("\r\n")))


@dataclass(slots=True)
class _Survey:
    """What the whole file tells before it is read: its dates, and names that may hold a colon."""

    votes: dates.DateVotes = field(default_factory=dates.DateVotes)
    seconds: dict[str, tuple[int, str | None]] = field(default_factory=dict)

    @classmethod
    def of(cls, source: Source, signature: Signature, *, crlf_ends: bool, asks_dates: bool) -> "_Survey":
        """Look through the file until nothing that comes later could change the answer, or to its end."""
        survey = cls()
        orders = dates.candidates(signature)
        match = re.compile(signature.expression()).match
        for lines in chat_lines(source, crlf_ends=crlf_ends, notes=Notes()):
            survey.add([(found, line[found.end() :]) for line in lines if (found := match(line))], signature)
            if survey.votes.total >= _SURVEYED_MESSAGES and (
                not asks_dates or len(orders) == 1 or survey._is_settled(orders, source.size)
            ):
                break
        return survey

    def add(self, messages: list[tuple[re.Match[str], str]], signature: Signature) -> None:
        """Count headers and what stands behind them; without an author they are too easily pasted text (step 3)."""
        written = []
        for header, body in messages:
            end = split_name(body)
            if end < 0 or body[:1] == "\u200e":
                continue
            day = header[2 if signature.time_first else 1]
            written.append(day)
            if "-" in body:
                taken = (_media_date(match) for match in _MEDIA_DATE.finditer(body))
                self.votes.media.extend((day, moment) for moment in taken if moment)
            self._add_name(body, end)
        self.votes.add(written)

    def _add_name(self, body: str, end: int) -> None:
        line = body[end + 2 : end + 40].split("\n", 1)[0]
        cut = line.find(": ")
        second = line[:cut] if cut > 0 else None
        count, known = self.seconds.get(body[:end], (0, second))
        self.seconds[body[:end]] = (count + 1, known if known == second else None)

    def _is_settled(self, orders: tuple[DateOrder, ...], size: int) -> bool:
        """Whether all orders but one are out, even if every message still to come spoke for them."""
        most = dates.MAX_IMPOSSIBLE * size / _MIN_MESSAGE_BYTES
        return sum(dates.impossible(self.votes, order, None) <= most for order in orders) <= 1

    def long_names(self) -> frozenset[str]:
        """Names in two parts ("Wijk: Bert") that occur at least twice and always so."""
        texts = wording().announcements
        return frozenset(
            f"{first}: {second}"
            for first, (count, second) in self.seconds.items()
            if count >= 2 and second and second not in texts and _NAME_LIKE.fullmatch(second)
        )


def _media_date(match: re.Match[str]) -> date | None:
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _title(source: Source, signature: Signature) -> str | None:
    """Return the group's name: from the file or zip, else the author of the encryption line on an iPhone."""
    for name in (source.name, source.container):
        for pattern in wording().chat_names:
            if match := pattern.fullmatch(name):
                return clean_name(match[1])
    split = re.compile(f"(?:^|\n){signature.expression()}").split(source.head_text.replace("\r", ""), maxsplit=3)
    for body in split[3::3]:
        end = body.find(": \u200e")
        line = clean_name(body[end + 3 :].split("\n", 1)[0])
        if end > 0 and (event := find_event(line)) is not None and event[0] is Event.ENCRYPTION_NOTICE:
            return clean_name(body[:end])
    return None


def _question(source: Source, orders: list[DateOrder], likely: DateOrder | None, messages: object) -> ExpectedError:
    """Return the question which order is right, with the first and last message in each."""
    assert callable(messages)
    samples = []
    for order in orders:
        first = last = None
        for message in messages(order, Notes()):
            first, last = first or message, message
        if first is not None and last is not None:
            samples.append(DatedSample(order, first, last))
    if len(samples) < 2:
        raise ExpectedError("dates_impossible", file=source.name)
    spans = ((f"{one.first.sent_at:%Y-%m-%d} - {one.last.sent_at:%Y-%m-%d}", one.order) for one in samples)
    readings = ", ".join(f"{span} (--date-order {order})" for span, order in spans)
    return DateOrderUnknownError(tuple(samples), likely, file=source.name, readings=readings)
