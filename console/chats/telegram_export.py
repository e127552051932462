"""Reads ``result.json`` of Telegram Desktop: one chat, or a whole account of which a person chooses a chat.

Source of the format: tdesktop ``export_output_json.cpp``, as described in ``design/chat-exports.md`` 5.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from console.chats.choices import choose
from console.chats.fields import clean_name, clean_text, wall_time
from console.chats.json_text import DamagedJsonError, Json, JsonText, is_whole_number, list_of, object_of, string_of
from console.chats.reading import ChatChoice, Notes, Options, Reading
from console.chats.source import Source
from console.domain.group import Tool
from console.domain.message import Event, Kind, Message, Reaction
from console.errors import ExpectedError

_GROUP_TYPES: Final = ("private_group", "private_supergroup", "public_supergroup", "private_channel", "public_channel")
_CHAT_TYPES: Final = (*_GROUP_TYPES, "personal_chat", "bot_chat", "saved_messages", "replies", "verification_codes")
_CHAT_HEAD: Final = re.compile(rf'"type"\s*:\s*"(?:{"|".join(_CHAT_TYPES)})"')
_ACCOUNT_HEAD: Final = re.compile(
    r'\s*\{\s*"about"\s*:.*"(?:personal_information|profile_pictures|stories|contacts|frequent_contacts|chats)"\s*:',
    re.DOTALL,
)

_EVENTS: Final = {
    "create_group": Event.GROUP_CREATED,
    "create_channel": Event.GROUP_CREATED,
    "edit_group_title": Event.SUBJECT_CHANGED,
    "edit_group_photo": Event.ICON_CHANGED,
    "delete_group_photo": Event.ICON_CHANGED,
    "invite_members": Event.MEMBER_ADDED,
    "remove_members": Event.MEMBER_REMOVED,
    "join_group_by_link": Event.MEMBER_JOINED_LINK,
    "join_group_by_request": Event.JOIN_APPROVED,  # written once the request has been granted
    "set_messages_ttl": Event.TIMER_CHANGED,
    "pin_message": Event.PINNED,
}
_OTHER_MEDIA: Final = (
    "poll",
    "location_information",
    "contact_information",
    "place_name",
    "game_title",
    "invoice_information",
    "todo_list",
)
# "(File not included. Change data exporting settings to download.)" and its kin stand where a path would.
_LEFT_OUT: Final = re.compile(r"\((?:File|Photo) (?:not included|unavailable|exceeds maximum size)\b[^)]*\)$")

_ESCAPE: Final = re.compile(r"\\\\|\\x([0-9A-Fa-f]{2})")
_HALF_ESCAPE: Final = re.compile(r"\\(?:x[0-9A-Fa-f]?)?\Z")


@dataclass(slots=True)
class _Chat:
    """The head of a chat. ``is_alone`` when the file holds this chat only; the rest is known after its messages."""

    is_alone: bool
    name: str | None = None
    type: str | None = None
    id: int | None = None
    messages: int = 0
    last_at: datetime | None = None

    def note(self, key: str, value: object) -> None:
        """Take in one field of the head."""
        match key, value:
            case "name", str() | None:
                self.name = clean_name(value) if value else None
            case "type", str() | None:
                self.type = value
            case "id", int() if is_whole_number(value):
                self.id = value
            case _:
                raise DamagedJsonError


class TelegramExport:
    """The format ``telegram``."""

    key = "telegram"

    def recognises(self, source: Source) -> int:
        """Return how sure it is: a chat type or the sections of an account say so, a bare ``messages`` perhaps."""
        head = source.head_text
        if not head.lstrip().startswith("{"):
            return 0
        if ('"messages"' in head and _CHAT_HEAD.search(head)) or _ACCOUNT_HEAD.match(head):
            return 2
        return 1 if '"messages"' in head and '"date_unixtime"' in head else 0

    def read(self, source: Source, options: Options) -> Reading:
        """Start reading.

        Raises ``ChatChoiceError`` for a whole account while ``options.chat`` names none of its chats, and
        ``ExpectedError`` for a file that is damaged or holds no chat. The stream raises the latter too.
        """
        chats = _overview(source)
        if not chats:
            raise ExpectedError("telegram_no_chat", file=source.name)
        index = 0 if chats[0].is_alone else _choose(chats, options.chat)
        notes = Notes()
        return Reading(
            format=self.key,
            tool=Tool.TELEGRAM,
            messages=_messages(source, index, chats[index].id, notes),
            title=chats[index].name,
            notes=notes,
        )


TELEGRAM: Final = TelegramExport()


def _choose(chats: list[_Chat], wanted: str | None) -> int:
    choices = [
        ChatChoice(chat.name or chat.type or "?", chat.messages, chat.type not in _GROUP_TYPES, chat.last_at)
        for chat in chats
    ]
    return choose(choices, [chat.id for chat in chats], wanted)


def _overview(source: Source) -> list[_Chat]:
    """Return the chats of the file. Of a single chat no more than its head is read, where that comes first."""
    chats: list[_Chat] = []
    last: object = None
    try:
        with source.open() as stream:
            text = JsonText(stream, source.encoding, _mended)
            for chat in _walk(text):
                chats.append(chat)
                if chat.is_alone and chat.id is not None and chat.type is not None:
                    return chats
                last = None
                for _ in text.walk_array():
                    last = text.value()
                    chat.messages += 1
                chat.last_at = _sent_at(object_of(last)) if last is not None else None
    except DamagedJsonError:
        raise _damaged(source, sum(chat.messages for chat in chats)) from None
    return chats


def _messages(source: Source, index: int, chat_id: int | None, notes: Notes) -> Iterator[Message]:
    count = 0
    try:
        with source.open() as stream:
            text = JsonText(stream, source.encoding, _mended)
            for number, chat in enumerate(_walk(text)):
                for _ in text.walk_array():
                    entry = text.value()
                    if number != index:
                        continue
                    message = _message(object_of(entry), chat_id, notes)
                    count += 1
                    if message:
                        yield message
                if number == index and not chat.is_alone:
                    return
    except DamagedJsonError:
        raise _damaged(source, count) from None


def _damaged(source: Source, count: int) -> ExpectedError:
    return ExpectedError("telegram_damaged", file=source.name, count=count)


def _walk(text: JsonText) -> Iterator[_Chat]:
    """Yield each chat when its array of messages comes, which the caller goes through by ``text.walk_array()``."""
    alone = _Chat(is_alone=True)
    for key in text.walk_object():
        match key:
            case "messages":
                yield alone
            case "chats" | "left_chats":
                yield from _walk_list(text)
            case "name" | "type" | "id":
                alone.note(key, text.value())
            case _:
                text.skip()


def _walk_list(text: JsonText) -> Iterator[_Chat]:
    for section in text.walk_object():
        if section != "list":
            text.skip()
            continue
        for _ in text.walk_array():
            chat = _Chat(is_alone=False)
            for key in text.walk_object():
                if key == "messages":
                    yield chat
                elif key in ("name", "type", "id"):
                    chat.note(key, text.value())
                else:
                    text.skip()


def _mended(blocks: Iterable[str]) -> Iterator[str]:
    r"""Turn control characters written as ``\x0B``, which is no JSON, into ``\u000B`` (tdesktop issue 27571)."""
    rest = ""
    for block in blocks:
        text = rest + block
        end = len(text) - _half_escape(text)
        text, rest = text[:end], text[end:]
        yield _ESCAPE.sub(_mended_escape, text) if "\\x" in text else text
    yield rest


def _half_escape(text: str) -> int:
    """Return how many characters at the end begin an escape that goes on in the next block."""
    match = _HALF_ESCAPE.search(text[-3:])
    if not match:
        return 0
    length = len(match.group())
    before = text[:-length]
    is_escaped_backslash = (len(before) - len(before.rstrip("\\"))) % 2
    return 0 if is_escaped_backslash else length


def _mended_escape(match: re.Match[str]) -> str:
    return f"\\u00{match.group(1)}" if match.group(1) else match.group()


def _message(entry: Json, chat_id: int | None, notes: Notes) -> Message | None:
    kind = string_of(entry, "type")
    if kind == "unsupported":
        notes.skipped += 1
        return None
    sent_at = _sent_at(entry)
    number = entry.get("id")
    if sent_at is None or not is_whole_number(number):
        raise DamagedJsonError
    source_id = f"{chat_id}/{number}" if chat_id is not None else None
    if kind == "service":
        return _event(entry, sent_at, source_id, notes)
    text = clean_text(_joined(entry.get("text")), notes)
    files = [path for key in ("photo", "file") if (path := string_of(entry, key))]
    is_media = bool(files) or (not text and any(key in entry for key in _OTHER_MEDIA))
    author = string_of(entry, "from")  # null for an account that was deleted
    return Message(
        sent_at=sent_at,
        author=clean_name(author) if author else None,
        kind=Kind.MEDIA if is_media else Kind.TEXT,
        text=text,
        attachments=tuple(clean_text(path, notes) for path in files if not _LEFT_OUT.search(path)),
        edited="edited" in entry or "edited_unixtime" in entry,
        source_id=source_id,
        reply_to=_reply_to(entry, chat_id),
        reactions=tuple(_reactions(entry)),
    )


def _event(entry: Json, sent_at: datetime, source_id: str | None, notes: Notes) -> Message:
    """Return a service entry as a system line. It has no text of its own: ``subject`` names who it is about."""
    event = _EVENTS.get(string_of(entry, "action") or "", Event.OTHER)
    actor = clean_name(string_of(entry, "actor") or "") if _is_person(entry) else None
    members = _names(list_of(entry, "members"))
    if event is Event.MEMBER_REMOVED and members == (actor,):
        event = Event.MEMBER_LEFT
    if event is Event.GROUP_CREATED and actor:
        members = (actor, *(member for member in members if member != actor))
    subject = members or ((actor,) if actor else None)
    text = string_of(entry, "information_text") or _joined(entry.get("text"))
    return Message(sent_at, None, Kind.SYSTEM, clean_text(text, notes), event, subject, source_id=source_id)


def _is_person(entry: Json) -> bool:
    """Whether the actor is a member, and not the group itself under its own name."""
    return not (string_of(entry, "actor_id") or "").startswith(("channel", "chat"))


def _sent_at(entry: Json) -> datetime | None:
    """Return the Dutch time of an entry: ``date_unixtime`` is the truth, ``date`` is by the clock of one computer."""
    seconds = entry.get("date_unixtime")
    if isinstance(seconds, str) and len(seconds) <= 12 and seconds.isascii() and seconds.isdigit():
        return wall_time(int(seconds))
    try:
        moment = datetime.fromisoformat(string_of(entry, "date") or "")
    except ValueError:
        return None
    return moment.replace(tzinfo=None) if moment.year >= 1970 else None


def _reply_to(entry: Json, chat_id: int | None) -> str | None:
    """Return the ``source_id`` that is answered; None for an answer to a message in another chat."""
    number = entry.get("reply_to_message_id")
    if number is None or chat_id is None or "reply_to_peer_id" in entry:
        return None
    if not is_whole_number(number):
        raise DamagedJsonError
    return f"{chat_id}/{number}"


def _reactions(entry: Json) -> Iterator[Reaction]:
    """Yield who put which sign under a message, as far as the export names them: the last few of each sign.

    Nothing rests on them, so that one of another form is passed over.
    """
    signs = entry.get("reactions")
    for sign in signs if isinstance(signs, list) else ():
        recent = sign.get("recent") if isinstance(sign, dict) else None
        for one in recent if isinstance(recent, list) else ():
            name, emoji = (one.get("from"), sign.get("emoji")) if isinstance(one, dict) else (None, None)
            author = clean_name(name) if isinstance(name, str) else None
            if author and isinstance(emoji, str):
                yield Reaction(author, emoji, _day_and_time(one.get("date")))


def _day_and_time(written: object) -> datetime | None:
    """Return a time by the clock of the computer that made the export."""
    try:
        return datetime.fromisoformat(written).replace(tzinfo=None) if isinstance(written, str) else None
    except ValueError:
        return None


def _joined(text: object) -> str:
    """Return a text that is a string, or an array of strings and ``{type, text}``."""
    words = [text or ""]
    if isinstance(text, list):
        words = [string_of(part, "text") if isinstance(part, dict) else part for part in text]
    if not all(isinstance(word, str) for word in words):
        raise DamagedJsonError
    return "".join(map(str, words))


def _names(members: list[object]) -> tuple[str, ...]:
    """Return the names of a list in which deleted accounts are null."""
    if not all(isinstance(name, str | None) for name in members):
        raise DamagedJsonError
    return tuple(name for member in members if isinstance(member, str) and (name := clean_name(member)))
