"""Every sample export reads as its maker expected; ``tests/data/chats/manifest.json`` says what each one is."""

import json
import re

import pytest

from console.chats.detect import open_chat, recognise
from console.chats.reading import DateOrder, DateOrderUnknownError, Options, YearUnknownError
from console.chats.source import from_text, open_sources
from console.domain.message import Kind, Message

from .sampling import DATA

MANIFEST = json.loads((DATA / "manifest.json").read_text(encoding="utf-8"))["files"]
TEXTS = [entry for entry in MANIFEST if entry["expected"] and entry["file"].endswith(".txt")]
DECIDABLE = [entry["file"] for entry in TEXTS if not entry.get("undecidable")]
MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
# The samples tell more kinds apart than ``beheer read`` does.
KINDS = {
    "message": Kind.TEXT,
    "system": Kind.SYSTEM,
    "attachment": Kind.MEDIA,
    "media_omitted": Kind.MEDIA,
    "location": Kind.MEDIA,
    "deleted": Kind.DELETED,
    "poll": Kind.TEXT,
    "empty": Kind.TEXT,
    "waiting": Kind.TEXT,
}


def read(name: str, options: Options | None = None) -> list[Message]:
    return list(open_chat(open_sources(DATA / name), options).messages)


def expected(name: str) -> list[dict]:
    return json.loads((DATA / f"{name}.expected.json").read_text(encoding="utf-8"))


def shown(text: str) -> str:
    return MARKS.sub("", text).strip()


def facts(message: Message) -> tuple:
    attachment = message.attachments[0] if message.attachments else None
    return message.sent_at.isoformat(), message.author, shown(message.text), attachment, message.edited


def expected_facts(entry: dict) -> tuple:
    return entry["timestamp"], entry["author"], shown(entry["text"]), entry["attachment"], entry.get("edited", False)


@pytest.mark.parametrize("name", DECIDABLE)
def test_sample_reads_as_expected(name: str) -> None:
    messages = read(name)

    assert [facts(message) for message in messages] == [expected_facts(entry) for entry in expected(name)]
    for message, entry in zip(messages, expected(name), strict=True):
        if entry["kind"] == "call":  # Android writes it without author, an iPhone with
            assert message.kind is (Kind.SYSTEM if message.author is None else Kind.TEXT)
        else:
            assert message.kind is KINDS[entry["kind"]]


def test_every_header_form_is_among_the_samples() -> None:
    assert len(DECIDABLE) > 40


@pytest.mark.parametrize(
    "name", ["dateorder/us_one_day_undecidable.txt", "dateorder/first_file_line_gt12_is_embedded.txt"]
)
def test_undecidable_dates_are_asked_and_never_guessed(name: str) -> None:
    with pytest.raises(DateOrderUnknownError) as question:
        read(name)
    assert {sample.order for sample in question.value.samples} == {DateOrder.DMY, DateOrder.MDY}
    assert "--date-order" in question.value.sentence("nl")

    true_order = next(entry["true_order"] for entry in MANIFEST if entry["file"] == name)
    answered = read(name, Options(date_order=DateOrder(true_order)))
    assert [facts(message) for message in answered] == [expected_facts(entry) for entry in expected(name)]


def test_question_shows_first_and_last_message_in_both_readings() -> None:
    with pytest.raises(DateOrderUnknownError) as question:
        read("dateorder/us_one_day_undecidable.txt")
    dates = {
        (sample.order.value, f"{sample.first.sent_at:%d-%m}", sample.last.text) for sample in question.value.samples
    }
    assert dates == {("dmy", "03-04", "Hallo"), ("mdy", "04-03", "Hallo")}


def test_copy_without_year_asks_for_it() -> None:
    name = "quotes/phone_multiselect_copy_no_year.txt"
    with pytest.raises(YearUnknownError):
        read(name)
    messages = read(name, Options(year=2022, date_order=DateOrder.MDY))
    assert [message.as_json()["sent_at"] for message in messages] == ["2022-05-02T16:08:00", "2022-05-02T16:09:00"]


def test_pasted_block_of_the_same_form_is_doubted() -> None:
    """The bytes cannot tell; the jump back in time can only warn."""
    messages = read("hostile/embedded_same_format_android_lf.txt")
    assert [(message.author, message.is_doubtful) for message in messages] == [
        ("Anja", False),
        ("Piet", True),
        ("Piet", True),
        ("Bert", False),
    ]


def test_iphone_never_makes_a_quoted_person_the_author() -> None:
    """Only CRLF ends a message there; a pasted header stands behind a bare LF."""
    header = "[13-05-2024, 09:03:07]"
    text = f"{header} Anja: Hij schreef:\n{header} Piet: ik weet waar je woont\r\n{header} Bert: gemeld\r\n"
    messages = list(open_chat([from_text(text)]).messages)
    assert [message.author for message in messages] == ["Anja", "Bert"]
    assert "Piet: ik weet waar je woont" in messages[0].text


@pytest.mark.parametrize(
    ("name", "title", "count"),
    [
        ("synth/zip_android_nl.zip", "Buurtpreventie Noord", 3),
        ("synth/zip_macosx.zip", None, 2),
        ("synth/zip_nested_dir.zip", "Buurtpreventie Noord", 2),
        ("synth/zip_slip.zip", None, 2),
    ],
)
def test_zip_reads_its_one_chat(name: str, title: str | None, count: int) -> None:
    reading = open_chat(open_sources(DATA / name))
    assert (reading.title, len(list(reading.messages))) == (title, count)


def test_no_other_format_claims_a_sample_more_surely() -> None:
    for entry in TEXTS:
        (source,) = open_sources(DATA / entry["file"])
        found = recognise(source)
        assert found is not None
        assert found.key == ("veiligebuurt" if "veiligebuurt" in entry["file"] else found.key)
        assert found.key.startswith(("whatsapp", "veiligebuurt"))
