"""``sigtop`` rows and what ``signal-cli`` receives."""

import json
from datetime import datetime

import pytest

from console.chats.reading import ChatChoiceError, Options
from console.chats.signal_json import SIGNAL_CLI, SIGTOP
from console.domain.message import Event, Kind, Message
from console.errors import ExpectedError

from .sampling import dribbled, expected, read, sample, source_of

KINDS = {"message": Kind.TEXT, "attachment": Kind.MEDIA, "system": Kind.SYSTEM, "deleted": Kind.DELETED}
TEN = 1704790800000  # 2024-01-09 10:00:00 in Amsterdam


def assert_expected(messages: list[Message], name: str) -> None:
    wanted = expected(name)
    assert len(messages) == len(wanted)
    for message, row in zip(messages, wanted, strict=True):
        assert message.sent_at == datetime(2024, 1, 9, 10, (row["timestamp_ms"] - TEN) // 60_000)
        assert (message.author, message.text, message.kind) == (row["author"], row["text"], KINDS[row["kind"]])
        assert message.attachments == ((row["attachment"],) if row["attachment"] else ())
        assert message.edited == row.get("edited", False)


def row(**fields: object) -> dict:
    """Return a row of Signal Desktop."""
    return {
        "id": "a",
        "conversationId": "c",
        "type": "incoming",
        "sent_at": TEN,
        "source": "+31612345678",
        "body": "x",
    } | fields


def rows(*entries: dict) -> list[Message]:
    return read(SIGTOP, source_of(json.dumps(entries).encode()))


def test_sigtop_sample_reads_as_expected() -> None:
    source = sample("signal/sigtop_messages.json")
    assert SIGTOP.recognises(source) == 2
    assert_expected(read(SIGTOP, source), "signal/sigtop_messages.json")
    assert read(SIGTOP, dribbled(source.head)) == read(SIGTOP, source)


@pytest.mark.parametrize(
    ("fields", "kind", "event"),
    [
        ({"deletedForEveryone": True, "body": ""}, Kind.DELETED, None),
        ({"isViewOnce": 1, "body": None}, Kind.MEDIA, None),
        ({"sticker": {"packId": "p"}}, Kind.MEDIA, None),
        ({"hasAttachments": 1}, Kind.MEDIA, None),
        ({"type": "keychange"}, Kind.SYSTEM, Event.OTHER),
        ({"type": "timer-notification"}, Kind.SYSTEM, Event.TIMER_CHANGED),
        ({"expirationTimerUpdate": {"expireTimer": 60}}, Kind.SYSTEM, Event.TIMER_CHANGED),
        ({"type": "group-v2-change"}, Kind.SYSTEM, Event.OTHER),
        (
            {"type": "group-v2-change", "groupV2Change": {"details": [{"type": "x"}, {"type": "member-remove"}]}},
            Kind.SYSTEM,
            Event.MEMBER_REMOVED,
        ),
    ],
)
def test_sigtop_kinds(fields: dict, kind: Kind, event: Event | None) -> None:
    (message,) = rows(row(**fields))
    assert (message.kind, message.event) == (kind, event)


def test_sigtop_answers_and_edits() -> None:
    first, second = rows(
        row(sourceServiceId="aci-1", editHistory=[{"body": "x"}, {"body": "y"}]),
        row(sent_at=TEN + 1, quote={"id": TEN, "authorAci": "aci-1"}),
    )
    assert (first.source_id, first.edited) == (f"aci-1/{TEN}", True)
    assert (second.reply_to, second.edited) == (first.source_id, False)


@pytest.mark.parametrize(
    "fields",
    [
        {"sent_at": "x"},
        {"sent_at": 10**18},
        {"sent_at": None},
        {"body": 5},
        {"attachments": {}},
        {"attachments": [1]},
        {"type": 5},
        {"source": 1},
        {"quote": "x"},
        {"type": "group-v2-change", "groupV2Change": {"details": "x"}},
    ],
)
def test_sigtop_wrong_shapes_are_damage(fields: dict) -> None:
    with pytest.raises(ExpectedError) as caught:
        rows(row(), row(**fields))
    assert (caught.value.key, caught.value.values["count"]) == ("signal_damaged", 1)
    assert "bericht 1" in caught.value.sentence("nl")


@pytest.mark.parametrize("data", [b"", b"[", b"[5]", b'[{"type":', b"{}", b"[" * 100_000])
def test_sigtop_damaged(data: bytes) -> None:
    with pytest.raises(ExpectedError, match="damaged"):
        read(SIGTOP, source_of(data))


def envelope(name: str = "Bert", at: int = TEN, group: str | None = "Buurt", **content: object) -> dict:
    """Return what signal-cli writes of a message by somebody, with ``content`` in its data message."""
    data = {"timestamp": at, "message": "x", **content}
    if group:
        data["groupInfo"] = {"groupId": f"id-{group}", "groupName": group, "type": "DELIVER"}
    return {
        "envelope": {
            "sourceUuid": f"u-{name}",
            "sourceNumber": "+316",
            "sourceName": name,
            "timestamp": at,
            "dataMessage": data,
        }
    }


def edit(target: int, at: int, message: str) -> dict:
    """Return an edit by Bert."""
    whole = envelope(at=at, message=message)["envelope"]
    whole["editMessage"] = {"targetSentTimestamp": target, "dataMessage": whole.pop("dataMessage")}
    return {"envelope": whole}


def log(*entries: dict, chat: str | None = None) -> list[Message]:
    data = "\n".join(json.dumps(entry) for entry in entries).encode()
    return read(SIGNAL_CLI, source_of(data), Options(chat=chat))


def test_signal_cli_sample_reads_as_expected() -> None:
    source = sample("signal/signal-cli_receive.jsonl")
    assert SIGNAL_CLI.recognises(source) == 2
    assert_expected(read(SIGNAL_CLI, source), "signal/signal-cli_receive.jsonl")
    assert SIGNAL_CLI.read(source, Options()).title == "Buurtwacht Noord"


def test_the_last_of_a_chain_of_edits_counts() -> None:
    messages = log(
        envelope(message="a"), edit(TEN, TEN + 1, "b"), envelope(at=TEN + 2, message="z"), edit(TEN + 1, TEN + 3, "c")
    )
    assert [(message.text, message.edited) for message in messages] == [("c", True), ("z", False)]


def test_an_edit_whose_message_is_not_in_the_file_is_that_message() -> None:
    messages = log(envelope(at=TEN - 5), edit(TEN, TEN + 1, "b"), edit(TEN + 1, TEN + 2, "c"))
    assert [(message.text, message.edited) for message in messages] == [("x", False), ("c", True)]


def test_only_the_author_or_an_administrator_deletes() -> None:
    other = envelope("Carla", TEN + 1, remoteDelete={"timestamp": TEN}, message=None)
    admin = envelope(
        "Carla", TEN + 2, adminDelete={"targetAuthorUuid": "u-Bert", "targetSentTimestamp": TEN}, message=None
    )
    assert [message.kind for message in log(envelope(), other)] == [Kind.TEXT]
    assert [message.kind for message in log(envelope(), admin)] == [Kind.DELETED]


def test_several_chats_ask_and_private_ones_are_only_read_when_named() -> None:
    entries = [
        envelope(),
        envelope(group=None, at=TEN + 1, message="geheim"),
        envelope("Carla", group=None, at=TEN + 2),
    ]
    with pytest.raises(ChatChoiceError) as caught:
        log(*entries)
    assert [(choice.name, choice.messages, choice.is_private) for choice in caught.value.choices] == [
        ("Buurt", 1, False),
        ("Bert", 1, True),
        ("Carla", 1, True),
    ]
    assert [message.text for message in log(*entries, chat="Buurt")] == ["x"]
    assert [message.text for message in log(*entries, chat="Bert")] == ["geheim"]
    with pytest.raises(ChatChoiceError):
        log(entries[1])


def test_own_messages_come_by_way_of_sync() -> None:
    sent = envelope(message="van mij")["envelope"].pop("dataMessage")
    mine = {"sourceUuid": "u-me", "sourceName": "Ik", "timestamp": TEN, "syncMessage": {"sentMessage": sent}}
    receipt = {"sourceUuid": "u-me", "syncMessage": {"readMessages": []}, "timestamp": TEN}
    (message,) = log({"envelope": mine}, {"envelope": receipt}, {"jsonrpc": "2.0", "params": {"account": "+316"}})
    assert (message.author, message.text, message.source_id) == ("Ik", "van mij", f"u-me/{TEN}")


@pytest.mark.parametrize(
    ("content", "kind", "event", "text"),
    [
        ({"isExpirationUpdate": True, "message": None}, Kind.SYSTEM, Event.TIMER_CHANGED, ""),
        ({"pinMessage": {}, "message": None}, Kind.SYSTEM, Event.PINNED, ""),
        ({"viewOnce": True, "message": None}, Kind.MEDIA, None, ""),
        ({"attachments": [{"filename": None}]}, Kind.MEDIA, None, "x"),
        (
            {"message": "dag \ufffc en \ufffc", "mentions": [{"name": "Bert"}, {"number": "+316"}]},
            Kind.TEXT,
            None,
            "dag @Bert en @+316",
        ),
        (
            {"message": None, "pollCreate": {"question": "Wie?", "options": ["Ik", "Jij"]}},
            Kind.TEXT,
            None,
            "Wie?\nIk\nJij",
        ),
    ],
)
def test_signal_cli_kinds(content: dict, kind: Kind, event: Event | None, text: str) -> None:
    (message,) = log(envelope(**content))
    assert (message.kind, message.event, message.text) == (kind, event, text)


def test_reactions_and_votes_are_no_messages() -> None:
    messages = log(envelope(), envelope(at=TEN + 1, reaction={"emoji": "x"}), envelope(at=TEN + 2, pollVote={}))
    assert len(messages) == 1


def test_signs_stand_under_their_message_until_they_are_taken_away() -> None:
    def sign(at: int, who: str, **more: object) -> dict:
        target = {"targetAuthorUuid": "u-Bert", "targetSentTimestamp": TEN}
        return envelope(who, at=TEN + at, reaction={"emoji": "👍", **target, **more})

    odd = [envelope(at=TEN + 9, reaction=odd) for odd in ("👍", {}, {"emoji": 3}, {"emoji": "x" * 99})]
    signs = [sign(1, "Aya"), sign(2, "Jim"), sign(3, "Jim", isRemove=True), sign(4, "Aya"), *odd]
    (message,) = log(envelope(), *signs)
    assert [(one.author, one.sign) for one in message.reactions] == [("Aya", "👍")]


def test_an_answer_names_its_message() -> None:
    first, second = log(envelope(), envelope(at=TEN + 9, quote={"id": TEN, "authorUuid": "u-Bert", "text": "x"}))
    assert second.reply_to == first.source_id


@pytest.mark.parametrize(
    "entry",
    [
        envelope(at="x"),
        envelope(at=None),
        envelope(message=5),
        envelope(attachments=[3]),
        envelope(quote=5),
        {"envelope": 5},
        {"params": 5},
        {"envelope": {"source": "x", "editMessage": {"targetSentTimestamp": "x", "dataMessage": {"timestamp": 1}}}},
    ],
)
def test_signal_cli_wrong_shapes_are_damage(entry: dict) -> None:
    with pytest.raises(ExpectedError) as caught:
        log(envelope(at=TEN + 1), entry)
    assert caught.value.key == "signal_damaged"


@pytest.mark.parametrize(
    ("data", "key"), [(b"", "not_this_format"), (b'{"envelope": {}}', "not_this_format"), (b"{", "signal_damaged")]
)
def test_signal_cli_without_messages(data: bytes, key: str) -> None:
    with pytest.raises(ExpectedError) as caught:
        read(SIGNAL_CLI, source_of(data))
    assert caught.value.key == key
