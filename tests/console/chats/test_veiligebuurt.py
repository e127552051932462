"""Lines copied from the Veiligebuurt app."""

from datetime import datetime

import pytest

from console.chats.reading import Options
from console.chats.veiligebuurt import VEILIGEBUURT
from console.domain.group import Tool
from console.domain.message import Kind
from console.errors import ExpectedError

from .sampling import dribbled, expected, read, sample, source_of

NAME = "quotes/veiligebuurt_app.txt"


def test_sample_reads_as_expected() -> None:
    assert VEILIGEBUURT.recognises(sample(NAME)) == 2
    reading = VEILIGEBUURT.read(sample(NAME), Options())
    messages = list(reading.messages)
    assert (reading.format, reading.tool) == ("veiligebuurt", Tool.VEILIGEBUURT)
    assert [(message.sent_at.isoformat(), message.author, message.text, message.kind) for message in messages] == [
        (row["timestamp"], row["author"], row["text"], Kind.TEXT) for row in expected(NAME)
    ]
    assert read(VEILIGEBUURT, dribbled(sample(NAME).head)) == messages


@pytest.mark.parametrize(
    ("header", "moment"),
    [
        ("3 mrt 2019, 07:05", datetime(2019, 3, 3, 7, 5)),
        ("woensdag 12 December 2018 20:17:30", datetime(2018, 12, 12, 20, 17, 30)),
        ("1 may 2020, 9.30", datetime(2020, 5, 1, 9, 30)),
        ("\u200e1 mei 2020 om 09:30 uur", datetime(2020, 5, 1, 9, 30)),
    ],
)
def test_forms_of_the_date(header: str, moment: datetime) -> None:
    (message,) = read(VEILIGEBUURT, source_of(f"{header} [deelnemer]: hoi".encode()))
    assert (message.sent_at, message.author, message.text) == (moment, "[deelnemer]", "hoi")


def test_several_lines_are_one_message() -> None:
    data = (
        "12 december 2018, 20:17 [deelnemer]: een\r\n\r\ndrie\r\n31 februari 2018, 20:17 [x]: vier\r\n"
        "13 mei 2019, 1:00 [b]: ja"
    )
    assert [message.text for message in read(VEILIGEBUURT, source_of(data.encode()))] == [
        "een\n\ndrie\n31 februari 2018, 20:17 [x]: vier",
        "ja",
    ]


def test_the_form_of_the_first_header_rules() -> None:
    data = "12 december 2018, 20:17 [deelnemer]: op\n12 december 2018, 20:18 was er iets: gezien\n"
    (message,) = read(VEILIGEBUURT, source_of(data.encode()))
    assert message.text == "op\n12 december 2018, 20:18 was er iets: gezien"
    named = "12 december 2018, 20:17 Anja de Vries: hoi\n12 december 2018, 20:18 Bert: ook\n"
    assert [message.author for message in read(VEILIGEBUURT, source_of(named.encode()))] == ["Anja de Vries", "Bert"]


def test_a_jump_of_more_than_a_day_back_is_doubtful() -> None:
    data = "12 mei 2018, 20:17 [a]: x\n9 mei 2018, 20:17 [b]: y\n12 mei 2018, 20:00 [c]: z\n"
    reading = VEILIGEBUURT.read(source_of(data.encode()), Options())
    assert [message.is_doubtful for message in reading.messages] == [False, True, False]
    assert reading.notes.doubtful == 1


def test_cp1252_and_a_first_line_that_is_no_header() -> None:
    data = "Overzicht café\n12 mei 2018, 20:17 [a]: één\n".encode("cp1252")
    assert VEILIGEBUURT.recognises(source_of(data)) == 1
    assert [message.text for message in read(VEILIGEBUURT, source_of(data))] == ["één"]


@pytest.mark.parametrize("data", [b"", b"hoi", b"12 brumaire 2018, 20:17 [a]: x", b"12-12-2018 20:17 - Piet: hoi"])
def test_others_are_refused(data: bytes) -> None:
    assert VEILIGEBUURT.recognises(source_of(data)) == 0
    with pytest.raises(ExpectedError) as caught:
        read(VEILIGEBUURT, source_of(data))
    assert caught.value.key == "not_this_format"


def test_a_message_of_many_megabytes_is_cut_and_counted() -> None:
    data = b"12 mei 2018, 20:17 [a]: x\n" + b"regel\n" * 400_000 + b"12 mei 2018, 20:18 [a]: y\n"
    reading = VEILIGEBUURT.read(source_of(data), Options())
    first, second = reading.messages
    assert len(first.text) < 1_100_000
    assert second.text == "y"
    assert reading.notes.cut_lines > 200_000
