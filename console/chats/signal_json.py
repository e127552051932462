"""Reads two JSON forms of Signal: ``sigtop`` (rows of Signal Desktop) and ``signal-cli`` (what a phone receives).

Source of the formats: ``design/chat-exports.md`` 6; org.asamk.signal.json in signal-cli; the message table of Signal
Desktop. Both identify a message by its sender and its time in milliseconds.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
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

MAX_CHANGES: Final = 200_000  # edits and deletions are remembered until their message comes
MAX_CHANGED_CHARACTERS: Final = 16 * 1024 * 1024
MAX_CHATS: Final = 10_000
LONGEST_SIGN: Final = 32  # characters; a family of four with skin tones takes eleven

_ME: Final = "(me)"  # Signal Desktop does not name the owner of the phone in his own rows
_MENTION: Final = "\ufffc"
_DESKTOP_EVENTS: Final = {
    "timer-notification": Event.TIMER_CHANGED,
    "change-number-notification": Event.NUMBER_CHANGED,
    "pinned-message-notification": Event.PINNED,
}
_GROUP_EVENTS: Final = {
    "create": Event.GROUP_CREATED,
    "title": Event.SUBJECT_CHANGED,
    "avatar": Event.ICON_CHANGED,
    "description": Event.DESCRIPTION_CHANGED,
    "member-add": Event.MEMBER_ADDED,
    "member-add-from-invite": Event.MEMBER_ADDED,
    "member-add-from-link": Event.MEMBER_JOINED_LINK,
    "member-add-from-admin-approval": Event.JOIN_APPROVED,
    "member-remove": Event.MEMBER_REMOVED,
    "admin-approval-add-one": Event.JOIN_REQUESTED,
}


class Sigtop:
    """The format ``sigtop``: a JSON array with a row for each message of one conversation."""

    key = "sigtop"

    def recognises(self, source: Source) -> int:
        """Return how sure it is, by the names of two columns of Signal Desktop."""
        head = source.head_text
        return 2 if head.lstrip().startswith("[") and '"conversationId"' in head and '"type"' in head else 0

    def read(self, source: Source, options: Options) -> Reading:  # noqa: ARG002 - nothing to answer
        """Start reading. The stream raises ``ExpectedError`` for a damaged file."""
        notes = Notes()
        return Reading(format=self.key, tool=Tool.SIGNAL, messages=_desktop_messages(source, notes), notes=notes)


class SignalCli:
    """The format ``signal-cli``: one JSON object a line, with the messages of all chats of an account mixed."""

    key = "signal-cli"

    def recognises(self, source: Source) -> int:
        """Return how sure it is, by the envelope around each message."""
        head = source.head_text
        return 2 if head.lstrip().startswith("{") and '"envelope"' in head and '"timestamp"' in head else 0

    def read(self, source: Source, options: Options) -> Reading:
        """Start reading, after one pass for the chats, edits and deletions in the file.

        Raises ``ChatChoiceError`` unless there is one group and nothing else, or ``options.chat`` names a chat, and
        ``ExpectedError`` for a file that is damaged or has no messages.
        """
        log = _survey(source)
        if not log.chats:
            raise ExpectedError("not_this_format", file=source.name, format=self.key)
        keys, chats = list(log.chats), list(log.chats.values())
        index = 0
        if options.chat is not None or len(chats) > 1 or chats[0].is_private:
            choices = [ChatChoice(chat.name, chat.messages, chat.is_private, chat.last_at) for chat in chats]
            index = choose(choices, keys, options.chat)
        notes = Notes()
        return Reading(
            format=self.key,
            tool=Tool.SIGNAL,
            messages=_received_messages(source, keys[index], log, notes),
            title=chats[index].name,
            notes=notes,
        )


SIGTOP: Final = Sigtop()
SIGNAL_CLI: Final = SignalCli()


def _damaged(source: Source, count: int) -> ExpectedError:
    return ExpectedError("signal_damaged", file=source.name, count=count)


def _time(value: object) -> datetime:
    """Return the Dutch time of a moment in milliseconds."""
    moment = wall_time(value // 1000) if is_whole_number(value) else None
    if moment is None:
        raise DamagedJsonError
    return moment


def _first(entry: Json, *keys: str) -> str | None:
    """Return the first of some fields that is filled: Signal names people by account id, number or both."""
    return next((value for key in keys if (value := string_of(entry, key))), None)


# --- sigtop


def _desktop_messages(source: Source, notes: Notes) -> Iterator[Message]:
    count = 0
    try:
        with source.open() as stream:
            text = JsonText(stream, source.encoding)
            for _ in text.walk_array():
                message = _row(object_of(text.value()), notes)
                count += 1
                yield message
    except DamagedJsonError:
        raise _damaged(source, count) from None


def _row(row: Json, notes: Notes) -> Message:
    sent_at = _time(row.get("sent_at") or row.get("timestamp"))
    kind = string_of(row, "type")
    if kind not in ("incoming", "outgoing") or row.get("expirationTimerUpdate"):
        return Message(sent_at, None, Kind.SYSTEM, "", _desktop_event(row, kind or ""))
    files = [object_of(file) for file in list_of(row, "attachments")]
    has_media = bool(files or row.get("hasAttachments") or row.get("sticker") or row.get("isViewOnce"))
    sender = _first(row, "sourceServiceId", "sourceUuid", "source") or _ME
    author = _ME if kind == "outgoing" else clean_name(_first(row, "source", "sourceServiceId", "sourceUuid") or "")
    is_deleted = bool(row.get("deletedForEveryone"))
    return Message(
        sent_at,
        author,
        Kind.DELETED if is_deleted else Kind.MEDIA if has_media else Kind.TEXT,
        clean_text(string_of(row, "body") or "", notes),
        attachments=tuple(clean_text(name, notes) for file in files if (name := string_of(file, "fileName"))),
        edited=bool(row.get("editMessageTimestamp")) or len(list_of(row, "editHistory")) > 1,
        source_id=f"{sender}/{row.get('sent_at') or row.get('timestamp')}",
        reply_to=_quoted(row, "authorAci", "authorUuid", "author"),
    )


def _desktop_event(row: Json, kind: str) -> Event:
    change = row.get("groupV2Change")
    if kind == "group-v2-change" and change is not None:
        details = [string_of(object_of(detail), "type") or "" for detail in list_of(object_of(change), "details")]
        return next((_GROUP_EVENTS[detail] for detail in details if detail in _GROUP_EVENTS), Event.OTHER)
    return Event.TIMER_CHANGED if row.get("expirationTimerUpdate") else _DESKTOP_EVENTS.get(kind, Event.OTHER)


def _quoted(entry: Json, *author_keys: str) -> str | None:
    """Return the ``source_id`` of the message that is quoted, where the quote names its author."""
    quote = entry.get("quote")
    if quote is None:
        return None
    author, moment = _first(object_of(quote), *author_keys), object_of(quote).get("id")
    return f"{author}/{moment}" if author and is_whole_number(moment) else None


# --- signal-cli


@dataclass(slots=True)
class _Chat:
    name: str
    is_private: bool
    messages: int = 0
    last_at: datetime | None = None


@dataclass(slots=True)
class _Change:
    """What became of a message later on."""

    text: str | None = None
    is_deleted: bool = False


@dataclass(slots=True)
class _Log:
    """What one pass over the file finds: its chats, and what became of messages, by their ``source_id``."""

    chats: dict[str, _Chat] = field(default_factory=dict)
    changes: dict[str, _Change] = field(default_factory=dict)
    originals: dict[str, str] = field(default_factory=dict)  # an edit -> the message that it edits, at last
    characters: int = 0
    reactions: dict[str, dict[str, Reaction]] = field(default_factory=dict)  # by their message and who put them there

    def react(self, item: "_Received") -> None:
        """Note a sign under a message, or that it was taken away; nothing of one without an author or a message."""
        put = item.data["reaction"]
        if not isinstance(put, dict) or self.characters > MAX_CHANGED_CHARACTERS // 2:
            return
        sender = _first(put, "targetAuthorUuid", "targetAuthorNumber", "targetAuthor")
        sign, moment = put.get("emoji"), put.get("targetSentTimestamp")
        if not (item.author and sender and isinstance(sign, str) and len(sign) <= LONGEST_SIGN):
            return
        self.characters += len(item.author) + len(sender) + len(sign)
        under = self.reactions.setdefault(f"{sender}/{moment}", {})
        under.pop(item.author, None)
        if not put.get("isRemove"):
            under[item.author] = Reaction(item.author, sign, _time(item.data.get("timestamp")))

    def change_of(self, target: str) -> _Change:
        """Return what is known of a message or of one of its edits."""
        if len(self.changes) + len(self.originals) > MAX_CHANGES or self.characters > MAX_CHANGED_CHARACTERS:
            raise DamagedJsonError
        return self.changes.setdefault(self.originals.get(target, target), _Change())


@dataclass(frozen=True, slots=True)
class _Received:
    """One message, edit or deletion as the account received or sent it."""

    chat: str
    chat_name: str
    is_private: bool
    sender: str  # lasting id of the author
    author: str | None
    data: Json
    edits: int | None  # time in milliseconds of the message that this one replaces

    @property
    def source_id(self) -> str:
        return f"{self.sender}/{self.data.get('timestamp')}"

    @property
    def edited_id(self) -> str | None:
        return f"{self.sender}/{self.edits}" if self.edits is not None else None

    @property
    def deleted_id(self) -> str | None:
        """Return the ``source_id`` of the message that this one deletes, by its author or by an administrator."""
        if (own := self.data.get("remoteDelete")) is not None:
            return f"{self.sender}/{object_of(own).get('timestamp')}"
        if (other := self.data.get("adminDelete")) is not None:
            target = object_of(other)
            sender = _first(target, "targetAuthorUuid", "targetAuthorNumber", "targetAuthor")
            return f"{sender}/{target.get('targetSentTimestamp')}"
        return None


def _received(source: Source) -> Iterator[_Received]:
    with source.open() as stream:
        text = JsonText(stream, source.encoding)
        while text.peek():
            entry = object_of(text.value())
            entry = object_of(entry["params"]) if "params" in entry else entry  # as the JSON-RPC daemon writes it
            envelope = entry.get("envelope")
            received = _opened(object_of(envelope)) if envelope is not None else None
            if received:
                yield received


def _opened(envelope: Json) -> _Received | None:
    """Return what is in an envelope; None for receipts, typing, calls and stories."""
    peer = _first(envelope, "sourceName", "sourceNumber", "source")
    sender = _first(envelope, "sourceUuid", "sourceNumber", "source")
    author, peer_id, content = peer, sender, envelope
    if (sync := envelope.get("syncMessage")) is not None:
        sent = object_of(sync).get("sentMessage")
        if sent is None:
            return None
        content = {"dataMessage": sent, "editMessage": object_of(sent).get("editMessage")}
        peer_id = _first(object_of(sent), "destinationUuid", "destinationNumber", "destination")
        peer = _first(object_of(sent), "destinationNumber", "destination") or peer_id
    edit = content.get("editMessage")
    data = object_of(edit).get("dataMessage") if edit is not None else content.get("dataMessage")
    if data is None or sender is None:
        return None
    data = object_of(data)
    edits = object_of(edit).get("targetSentTimestamp") if edit is not None else None
    if not is_whole_number(data.get("timestamp")) or not (edits is None or is_whole_number(edits)):
        raise DamagedJsonError
    if (group := data.get("groupInfo")) is not None:
        chat = string_of(object_of(group), "groupId") or "?"
        chat_name = _first(object_of(group), "groupName", "groupId")
    else:
        chat, chat_name = peer_id or sender, peer
    name = clean_name(chat_name or "") or chat
    return _Received(chat, name, group is None, sender, clean_name(author or ""), data, edits)


def _survey(source: Source) -> _Log:
    log, count = _Log(), 0
    try:
        for item in _received(source):
            count += 1
            if item.edited_id is not None:
                change = log.change_of(item.edited_id)
                change.text = string_of(item.data, "message") or ""
                log.characters += len(change.text)
                log.originals[item.source_id] = log.originals.get(item.edited_id, item.edited_id)
            elif item.deleted_id is not None:
                log.change_of(item.deleted_id).is_deleted = True
            else:
                chat = log.chats.setdefault(item.chat, _Chat(item.chat_name, item.is_private))
                chat.messages += 1
                chat.last_at = _time(item.data.get("timestamp"))
                if item.data.get("reaction") is not None:
                    log.react(item)
                if len(log.chats) > MAX_CHATS:
                    raise DamagedJsonError
    except DamagedJsonError:
        raise _damaged(source, count) from None
    return log


def _received_messages(source: Source, chat: str, log: _Log, notes: Notes) -> Iterator[Message]:
    count = 0
    try:
        for item in _received(source):
            count += 1
            original = log.originals.get(item.source_id, item.source_id)
            if (
                item.chat != chat
                or item.deleted_id is not None
                or (item.edits is not None and original not in log.changes)
            ):
                continue  # an edit whose message the file does not have is read as that message
            message = _data_message(item, log.changes.pop(original, None), notes)
            if message:
                under = log.reactions.get(original)
                yield message if under is None else message._replace(reactions=tuple(under.values()))
    except DamagedJsonError:
        raise _damaged(source, count) from None


def _data_message(item: _Received, change: _Change | None, notes: Notes) -> Message | None:
    data = item.data
    sent_at = _time(data.get("timestamp"))
    event = _received_event(data)
    if event:
        subject = (item.author,) if item.author else None
        return Message(sent_at, None, Kind.SYSTEM, "", event, subject, source_id=item.source_id)
    if any(data.get(key) is not None for key in ("reaction", "pollVote", "pollTerminate", "payment")):
        return None
    files = [object_of(file) for file in list_of(data, "attachments")]
    has_media = bool(files or data.get("sticker") or data.get("viewOnce") or data.get("contacts"))
    text = _text(data) if change is None or change.text is None else change.text
    is_deleted = change is not None and change.is_deleted
    return Message(
        sent_at,
        item.author,
        Kind.DELETED if is_deleted else Kind.MEDIA if has_media else Kind.TEXT,
        clean_text(text, notes),
        attachments=tuple(clean_text(name, notes) for file in files if (name := string_of(file, "filename"))),
        edited=change is not None and change.text is not None,
        source_id=item.source_id,
        reply_to=_quoted(data, "authorUuid", "authorNumber", "author"),
    )


def _received_event(data: Json) -> Event | None:
    if data.get("isExpirationUpdate"):
        return Event.TIMER_CHANGED
    if data.get("pinMessage") is not None:
        return Event.PINNED
    group = data.get("groupInfo")
    is_update = group is not None and string_of(object_of(group), "type") == "UPDATE"
    return Event.OTHER if data.get("unpinMessage") is not None or (is_update and not data.get("message")) else None


def _text(data: Json) -> str:
    """Return the text, with names where Signal has placeholders for mentions; of a poll its question and options."""
    if (poll := data.get("pollCreate")) is not None:
        options = list_of(object_of(poll), "options")
        return "\n".join([string_of(object_of(poll), "question") or "", *(str(option) for option in options)])
    text = string_of(data, "message") or ""
    for mention in list_of(data, "mentions"):
        name = _first(object_of(mention), "name", "number", "uuid") or ""
        text = text.replace(_MENTION, f"@{name}", 1)
    return text
