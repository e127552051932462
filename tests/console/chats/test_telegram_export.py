"""Telegram Desktop's ``result.json``, as one chat and as a whole account."""

import json
import subprocess
import sys
import tracemalloc
from datetime import datetime
from pathlib import Path

import pytest

from console.chats import telegram_export
from console.chats.reading import ChatChoiceError, Options
from console.chats.telegram_export import TELEGRAM
from console.domain.group import Tool
from console.domain.message import Event, Kind, Reaction
from console.errors import ExpectedError

from .sampling import dribbled, expected, read, sample, source_of

MEDIA_IDS = {11, 12, 13, 14}  # photo, skipped file, poll, location: the maker calls them messages
EVENTS = {
    1: (Event.GROUP_CREATED, ("Anja", "Bert")),
    2: (Event.OTHER, None),
    3: (Event.MEMBER_JOINED_LINK, ("Carla",)),
    4: (Event.JOIN_APPROVED, ("Dirk",)),
    5: (Event.MEMBER_ADDED, ("Els",)),
    6: (Event.MEMBER_REMOVED, ("Els",)),
    15: (Event.PINNED, ("Anja",)),
    18: (Event.OTHER, ("Anja",)),
    20: (Event.TIMER_CHANGED, ("Anja",)),
    21: (Event.SUBJECT_CHANGED, ("Anja",)),
    22: (Event.MEMBER_LEFT, ("Carla",)),
}


def chat(*messages: dict, **head: object) -> bytes:
    """Return an export of one group."""
    return json.dumps({"name": "Buurt", "type": "private_group", "id": 5, "messages": list(messages), **head}).encode()


def entry(**fields: object) -> dict:
    """Return a message entry."""
    entry = {"id": 1, "type": "message", "date": "2024-01-09T10:00:00", "date_unixtime": "1704790800", "from": "Bert"}
    return {**entry, "text": "hoi", **fields}


@pytest.mark.parametrize("name", ["telegram/result.json", "telegram/result_invalid_escape.json"])
def test_sample_reads_as_expected(name: str) -> None:
    source = sample(name)
    assert TELEGRAM.recognises(source) == 2
    reading = TELEGRAM.read(source, Options())
    messages = list(reading.messages)
    wanted = [row for row in expected(name) if row["kind"] != "unsupported"]
    assert (reading.format, reading.tool, reading.title) == ("telegram", Tool.TELEGRAM, "Buurtwacht Noord")
    assert reading.notes.skipped == 1
    assert len(messages) == len(wanted)
    for message, row in zip(messages, wanted, strict=True):
        assert message.sent_at.isoformat() == row["timestamp"]
        assert message.author == row["author"]
        assert message.text == row["text"]
        assert message.attachments == ((row["attachment"],) if row["attachment"] else ())
        assert message.edited == ("edited" in row)
        assert message.source_id == f"1234567890/{row['id']}"
        reply = row.get("reply_to_message_id")
        assert message.reply_to == (f"1234567890/{reply}" if reply else None)
        if row["kind"] == "service":
            assert (message.kind, (message.event, message.subject)) == (Kind.SYSTEM, EVENTS[row["id"]])
        else:
            assert message.kind is (Kind.MEDIA if row["id"] in MEDIA_IDS else Kind.TEXT)
            assert message.event is None


def test_whole_account_asks_which_chat() -> None:
    source = sample("telegram/result_all_chats.json")
    assert TELEGRAM.recognises(source) == 2
    with pytest.raises(ChatChoiceError) as caught:
        TELEGRAM.read(source, Options())
    private, group = caught.value.choices
    assert (private.name, private.messages, private.is_private) == ("Anja", 1, True)
    assert (group.name, group.messages, group.is_private) == ("Buurtwacht Noord", 22, False)
    assert group.last_at == datetime(2024, 1, 9, 10, 21)


def test_chosen_chat_is_read_alone() -> None:
    source = sample("telegram/result_all_chats.json")
    assert read(TELEGRAM, source, Options(chat="Buurtwacht Noord")) == read(TELEGRAM, sample("telegram/result.json"))
    assert [message.text for message in read(TELEGRAM, source, Options(chat="Anja"))] == ["Grijze bus gezien"]


def test_chats_of_one_name_are_told_apart() -> None:
    chats = [
        {"name": "Buurt", "type": "private_group", "id": number, "messages": [entry(text=str(number))]}
        for number in (7, 8)
    ]
    source = source_of(json.dumps({"about": "", "chats": {"list": chats}, "left_chats": {"list": []}}).encode())
    with pytest.raises(ChatChoiceError) as caught:
        TELEGRAM.read(source, Options(chat="Buurt"))
    assert [choice.name for choice in caught.value.choices] == ["Buurt (7)", "Buurt (8)"]
    assert [message.text for message in read(TELEGRAM, source, Options(chat="Buurt (8)"))] == ["8"]


def test_only_group_of_an_account_is_still_asked_for() -> None:
    account = {"about": "", "chats": {"list": [{"name": None, "type": "personal_chat", "id": 1, "messages": []}]}}
    with pytest.raises(ChatChoiceError) as caught:
        TELEGRAM.read(source_of(json.dumps(account).encode()), Options())
    assert [(choice.name, choice.is_private, choice.last_at) for choice in caught.value.choices] == [
        ("personal_chat", True, None)
    ]


def test_account_sections_before_the_chats_are_passed_over() -> None:
    account = {
        "about": "",
        "contacts": {"list": [{"first_name": "A", "nested": [1, [2.5, None], {"x": "}"}]}] * 3},
        "chats": {"about": "", "list": [{"name": "Buurt", "type": "private_group", "id": 1, "messages": [entry()]}]},
    }
    data = json.dumps(account).encode()
    assert TELEGRAM.recognises(source_of(data)) == 2
    assert len(read(TELEGRAM, dribbled(data), Options(chat="Buurt"))) == 1


def test_control_escapes_are_mended_at_every_block_border() -> None:
    text = r"a\x0Bb \\x0B \\\x0Cc \"\x09\" \\"
    data = chat(entry(text="@")).replace(b"@", text.encode())
    (message,) = read(TELEGRAM, dribbled(data))
    assert message.text == 'a\x0bb \\x0B \\\x0cc "\t" \\'
    assert read(TELEGRAM, source_of(data)) == [message]


def test_moment_is_dutch_time_and_tells_the_double_hour_apart() -> None:
    before, after = read(
        TELEGRAM,
        source_of(
            chat(
                entry(date="2024-10-27T00:30:00", date_unixtime="1729989000"),
                entry(date="2024-10-27T01:30:00", date_unixtime="1729992600"),
            )
        ),
    )
    assert before.sent_at == after.sent_at == datetime(2024, 10, 27, 2, 30)
    assert (before.sent_at.fold, after.sent_at.fold) == (0, 1)


def test_date_serves_where_there_is_no_unixtime() -> None:
    old = entry()
    del old["date_unixtime"]
    assert read(TELEGRAM, source_of(chat(old)))[0].sent_at == datetime(2024, 1, 9, 10)


def test_name_and_id_may_come_after_the_messages() -> None:
    data = {"messages": [entry(id=3)], "id": 5, "type": "private_group", "name": "Buurt"}
    reading = TELEGRAM.read(source_of(json.dumps(data).encode()), Options())
    assert (reading.title, next(reading.messages).source_id) == ("Buurt", "5/3")


def test_unusable_characters_are_replaced_and_counted() -> None:
    data = chat(entry(text="a\ud800b\x00c", **{"from": "\u202eJan\u200e\nde  Boer\u00a0"}))
    reading = TELEGRAM.read(source_of(data), Options())
    (message,) = reading.messages
    assert (message.text, message.author) == ("a\ufffdb\ufffdc", "Jan de Boer")
    assert reading.notes.replaced_characters == 2


def test_a_line_of_more_than_64_kib_is_cut_and_counted() -> None:
    reading = TELEGRAM.read(source_of(chat(entry(text="a" * 70_000 + "\nb"))), Options())
    (message,) = reading.messages
    assert message.text == "a" * 65_536 + "\nb"
    assert reading.notes.cut_lines == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_encodings_of_a_file_that_was_saved_again(encoding: str) -> None:
    data = json.dumps(json.loads(chat(entry(text="één 🚨"))), ensure_ascii=False).encode(encoding)
    assert TELEGRAM.recognises(source_of(data)) == 2
    assert read(TELEGRAM, source_of(data))[0].text == "één 🚨"


def test_service_line_of_telegram_itself_keeps_its_text() -> None:
    line = {"id": 1, "type": "service", "date": "2024-01-09T10:00:00", "actor": "Bot", "information_text": "Let op"}
    (message,) = read(TELEGRAM, source_of(chat(line)))
    assert (message.kind, message.event, message.text) == (Kind.SYSTEM, Event.OTHER, "Let op")


@pytest.mark.parametrize("left_out", ["(Photo not included)", "x.pdf (File unavailable, please try again later)"])
def test_left_out_file_is_media_without_a_name(left_out: str) -> None:
    (message,) = read(TELEGRAM, source_of(chat(entry(text="", file=left_out))))
    assert (message.kind, message.attachments) == (Kind.MEDIA, ())


def test_who_put_a_sign_under_a_message_is_read_as_far_as_it_is_told_and_breaks_nothing() -> None:
    (sampled,) = [one for one in read(TELEGRAM, sample("telegram/result.json")) if one.reactions]
    assert sampled.reactions == (Reaction("Bert", "👍", datetime(2024, 1, 9, 10, 17)),)
    odd = [
        "👍",
        {"emoji": "👍"},
        {"emoji": 1, "recent": [{"from": "A"}]},
        {"emoji": "👍", "recent": ["A", {"from": None}]},
    ]
    late = {"emoji": "🔥", "recent": [{"from": "\u200eAnja", "date": "gisteren"}]}
    for signs in (None, "👍", 3, {}, odd, [*odd, late]):
        (message,) = read(TELEGRAM, source_of(chat(entry(reactions=signs))))
        assert message.reactions == ((Reaction("Anja", "🔥"),) if signs == [*odd, late] else ())


def test_answer_to_another_chat_is_no_answer_here() -> None:
    (message,) = read(TELEGRAM, source_of(chat(entry(reply_to_message_id=1, reply_to_peer_id="channel9"))))
    assert message.reply_to is None


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "1"},
        {"id": None},
        {"id": True},
        {"id": 2**70},
        {"date_unixtime": "x", "date": "gisteren"},
        {"date_unixtime": "9" * 12},
        {"date_unixtime": None, "date": 5},
        {"text": 5},
        {"text": [5]},
        {"text": [{"text": 5}]},
        {"text": {"text": "x"}},
        {"from": ["Bert"]},
        {"photo": 1},
        {"reply_to_message_id": "7"},
        {"type": 3},
        {"type": "service", "action": 1},
        {"type": "service", "members": "Els"},
        {"type": "service", "members": [1]},
    ],
)
def test_wrong_shapes_are_damage_that_says_where(fields: dict) -> None:
    with pytest.raises(ExpectedError) as caught:
        read(TELEGRAM, source_of(chat(entry(), entry(**fields)), "result.json"))
    assert caught.value.key == "telegram_damaged"
    assert "bericht 1" in caught.value.sentence("nl")
    assert "result.json" in caught.value.sentence("en")


@pytest.mark.parametrize(
    "data",
    [
        b'{"messages": 5, "type": "private_group"}',
        b'{"name": 5, "messages": []}',
        b'{"id": "x", "messages": []}',
        b'{"chats": [], "about": ""}',
        b'{"chats": {"list": [5]}}',
        b'{"chats": {"list": [{"messages": null}]}}',
        b'{"name": "x", "type": "private_group", "id": 1, "messages": [5]}',
        b'{"name": "x", "type": "private_group", "id": 1, "messages": [{}]}',
        b'{"name": "x", "type": "private_group", "id": 1, "messages": [' + b"9" * 5000 + b"]}",
        b'{"name": "x", "type": "private_group", "id": 1, "messages": [' + b"[" * 100_000 + b"]" * 100_000 + b"]}",
        b'{"name": "x", "type": "private_group", "id": 1, "messages": [' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        b'{"x": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}",
        b'{"x": NaN, "messages": []}',
        b'{"messages" 5}',
        b"{5: 6}",
    ],
)
def test_damaged_files(data: bytes) -> None:
    with pytest.raises(ExpectedError, match="damaged"):
        read(TELEGRAM, source_of(data))


def test_a_file_that_breaks_off_gives_an_error_after_what_it_has() -> None:
    data = chat(*(entry(id=number) for number in range(20)))
    for end in range(200, len(data), 97):
        got = []
        with pytest.raises(ExpectedError) as caught:
            got.extend(TELEGRAM.read(source_of(data[:end]), Options()).messages)
        assert caught.value.key == "telegram_damaged"


def test_one_value_without_end_is_damage_and_not_all_memory() -> None:
    data = b'{"name": "x", "type": "private_group", "id": 1, "messages": ["' + b"a" * 30_000_000
    tracemalloc.start()
    try:
        with pytest.raises(ExpectedError, match="damaged"):
            read(TELEGRAM, source_of(data))
        assert tracemalloc.get_traced_memory()[1] < 80_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("data", [b"", b"{}", b'{"about": "x", "contacts": {"list": []}}'])
def test_no_chat(data: bytes) -> None:
    with pytest.raises(ExpectedError) as caught:
        TELEGRAM.read(source_of(data), Options())
    assert caught.value.key == ("telegram_no_chat" if data else "telegram_damaged")


@pytest.mark.parametrize(
    "data", [b"", b"[]", b'{"envelope": {}}', b"12-05-2024 10:00 - Piet: hoi", b'{"name": "messages"}']
)
def test_others_are_not_recognised(data: bytes) -> None:
    assert TELEGRAM.recognises(source_of(data)) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="the resource module is of Unix")
def test_memory_does_not_grow_with_the_file(tmp_path) -> None:
    path = tmp_path / "result.json"
    with path.open("w", encoding="utf-8") as file:
        file.write('{"name": "Buurt", "type": "private_group", "id": 5, "messages": [')
        for number in range(100_000):
            file.write(("," if number else "") + json.dumps(entry(id=number, text="Grijze bus gezien " * 4)))
        file.write("]}")
    code = """
import resource, sys
from pathlib import Path
from console.chats.reading import Options
from console.chats.source import Source
from console.chats.telegram_export import TELEGRAM
path = Path(sys.argv[1])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
source = Source(path.name, path.stat().st_size, lambda: path.open("rb"))
count = sum(1 for _ in TELEGRAM.read(source, Options()).messages)
print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    command = [sys.executable, "-c", code, str(path)]
    root = Path(telegram_export.__file__).parents[2]
    count, grown_kib = subprocess.run(command, check=True, cwd=root, capture_output=True, text=True).stdout.split()
    assert int(count) == 100_000
    assert int(grown_kib) < 30_000
