"""``chat.md`` of signal-export."""

import time
from datetime import datetime

import pytest

from console.chats.reading import Options
from console.chats.signal_export import SIGNAL
from console.domain.group import Tool
from console.domain.message import Event, Kind, Message, Reaction
from console.errors import ExpectedError

from .sampling import dribbled, expected, read, sample, source_of

KINDS = {"message": Kind.TEXT, "deleted": Kind.DELETED, "attachment": Kind.MEDIA}


def one(text: str) -> Message:
    """Read a file of one message by Jim."""
    (message,) = read(SIGNAL, source_of(f"[2024-01-09 10:20:00] Jim: {text}\n".encode()))
    return message


def test_sample_reads_as_expected() -> None:
    name = "signal/signal-export_chat.md"
    assert SIGNAL.recognises(sample(name)) == 2
    reading = SIGNAL.read(sample(name), Options())
    messages = list(reading.messages)
    assert (reading.format, reading.tool) == ("signal", Tool.SIGNAL)
    assert [
        (message.sent_at.isoformat(), message.author, message.text, message.kind, message.attachments)
        for message in messages
    ] == [
        (
            row["timestamp"],
            row["author"],
            row["text"],
            KINDS[row["kind"]],
            (row["attachment"],) if row["attachment"] else (),
        )
        for row in expected(name)
    ]


def test_the_same_header_without_markdown_may_be_of_whatsapp() -> None:
    header = b"[2024-01-09 10:00:00] Me: hoi"
    assert SIGNAL.recognises(source_of(header, "_chat.txt")) == 1
    assert SIGNAL.recognises(source_of(header, "chat.md")) == 2
    assert SIGNAL.recognises(source_of(header + b"  \r\n\r\n", "x.txt")) == 2
    assert SIGNAL.recognises(source_of(b"# Titel\n" + header, "chat.md")) == 1


def test_the_name_of_the_folder_is_the_title() -> None:
    data = b"[2024-01-09 10:00:00] Me: hoi\n"
    assert SIGNAL.read(source_of(data, "chat.md", "Buurtwacht"), Options()).title == "Buurtwacht"
    assert SIGNAL.read(source_of(data, "x.md", "Downloads"), Options()).title is None


def test_older_header_without_seconds() -> None:
    (message,) = read(SIGNAL, source_of(b"[2019-05-29, 15:30] Me: hoi  \n"))
    assert (message.sent_at, message.author, message.text) == (datetime(2019, 5, 29, 15, 30), "Me", "hoi")


def test_lines_of_one_message_stay_together_also_with_crlf() -> None:
    data = "[2024-01-09 10:00:00] Me: één  \r\ntwee\r\n\r\nvier  \r\n\r\n[2024-01-09 10:01:00] Aya: ok  \r\n"
    messages = read(SIGNAL, dribbled(data.encode()))
    assert [message.text for message in messages] == ["één  \ntwee\n\nvier", "ok"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("\n\n> eerste regel\n> tweede regel\n\nJa, klopt  ", "Ja, klopt"),
        ("\n\n> alleen een citaat\n\n", ""),
        ("\n\n> citaat\n\neigen\n> eigen pijl  ", "eigen\n> eigen pijl"),
        ("tekst  \n> eigen pijl", "tekst  \n> eigen pijl"),
    ],
)
def test_a_quote_is_no_text_of_the_author(written: str, text: str) -> None:
    assert one(written).text == text


@pytest.mark.parametrize(
    ("written", "text", "attachments"),
    [
        ("hoi  \n(- Aya: 👍, Jim: ❤️ -)", "hoi", ()),
        ("hoi  \n(- Aya: 👍 -)![a.jpg](./media/a.jpg)  ", "hoi", ("a.jpg",)),
        ("hoi  ![a.jpg](./media/a.jpg)  [b.pdf](./media/b.pdf)  ", "hoi", ("a.jpg", "b.pdf")),
        ("![a [1] b.jpg](./media/a%20[1]%20b.jpg)  ", "", ("a [1] b.jpg",)),
        ("[foto](./media/2024-01-09_foto.jpg)", "", ("foto",)),
        ("[👍](../exported_stickers/p/1.webp)  ", "", ()),
        ("  \n(( 👍 ))", "", ()),
    ],
)
def test_reactions_attachments_and_stickers_leave_the_text(written: str, text: str, attachments: tuple) -> None:
    message = one(written)
    assert (message.text, message.attachments) == (text, attachments)
    assert message.kind is (Kind.TEXT if text == "hoi" and not attachments else Kind.MEDIA)


def test_who_put_a_sign_under_a_message_is_read_by_name() -> None:
    assert one("hoi  \n(- Aya: 👍, Jim: van Dam: ❤️, : x,  -)").reactions == (
        Reaction("Aya", "👍"),
        Reaction("Jim: van Dam", "❤️"),
    )
    assert one("hoi (- Aya: 👍 -)").reactions == ()


@pytest.mark.parametrize(
    "text", ["(- zomaar -)", "(- a: b -) en verder", "zie [site](https://example.nl)", "[](./", "](./x)"]
)
def test_what_only_looks_like_one_is_text(text: str) -> None:
    message = one(text)
    assert (message.text, message.kind) == (text, Kind.TEXT)


def test_lines_of_signal_itself_have_no_author() -> None:
    message = one("x")
    assert message.author == "Jim"
    empty, unknown = read(
        SIGNAL, source_of(b"[2024-01-09 10:00:00] No-Sender:   \n\n[2024-01-09 10:01:00] No-Sender: hoi  \n")
    )
    assert (empty.author, empty.kind, empty.event) == (None, Kind.SYSTEM, Event.OTHER)
    assert (unknown.author, unknown.kind, unknown.text) == (None, Kind.TEXT, "hoi")


def test_a_line_that_goes_back_in_time_is_doubtful() -> None:
    data = (
        "[2024-01-09 10:00:00] Aya: kijk wat hij schreef:  \n\n[2024-01-08 09:00:00] Piet: ik sla erop los  \n\n"
        "[2024-01-09 10:01:00] Jim: wat?  \n"
    )
    reading = SIGNAL.read(source_of(data.encode()), Options())
    assert [message.is_doubtful for message in reading.messages] == [False, True, False]
    assert reading.notes.doubtful == 1


def test_a_date_that_does_not_exist_is_text() -> None:
    assert one("a\n[2024-02-31 10:00:00] Piet: b").text == "a\n[2024-02-31 10:00:00] Piet: b"


@pytest.mark.parametrize("data", [b"", b"geen chat\n", b"\x00\xff" * 50])
def test_a_file_without_messages_is_refused(data: bytes) -> None:
    assert SIGNAL.recognises(source_of(data)) == 0
    with pytest.raises(ExpectedError) as caught:
        read(SIGNAL, source_of(data))
    assert caught.value.key == "not_this_format"


def test_unusable_characters_are_replaced() -> None:
    reading = SIGNAL.read(source_of(b"[2024-01-09 10:00:00] A\x00b: x\x00y \xed\xa0\x80\n"), Options())
    (message,) = reading.messages
    assert "\x00" not in message.text + (message.author or "")
    assert reading.notes.replaced_characters >= 1


@pytest.mark.parametrize(
    "body",
    [
        "[](./)" * 150_000,
        "(- : " * 13_000 + " -)",
        "\n(- : -)" * 50_000,
        "[2024-01-09 10:00:00] " * 3_000,
        "\n> " * 50_000,
    ],
)
def test_hostile_bodies_do_not_stall(body: str) -> None:
    start = time.perf_counter()
    one(body)
    assert time.perf_counter() - start < 1
