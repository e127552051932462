"""Tables of messages: CSV and Excel."""

import io
import tracemalloc
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest

from console.chats.reading import DateOrder, DateOrderUnknownError, Options
from console.chats.source import Source, open_sources
from console.chats.table import TABLE, ColumnsUnknownError
from console.domain.group import Tool
from console.domain.message import Kind, Message
from console.errors import ExpectedError

from .sampling import dribbled, expected, read, sample, source_of

HEADINGS = ("Datum", "Tijd", "Naam", "Bericht")


def csv(*lines: str, **options: object) -> list[Message]:
    """Read lines as a CSV file."""
    return read(TABLE, source_of("\n".join(lines).encode(), "x.csv"), Options(**options))


def workbook(*sheets: list[tuple]) -> bytes:
    """Return a workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def excel(*sheets: list[tuple]) -> list[Message]:
    """Read rows as a workbook."""
    return read(TABLE, source_of(workbook(*sheets), "x.xlsx"))


@pytest.mark.parametrize("name", ["generic_nl_semicolon_cp1252.csv", "generic_iso_comma_utf8bom.csv"])
def test_sample_reads_as_expected(name: str) -> None:
    source = sample(f"tabular/{name}")
    assert TABLE.recognises(source) == 2
    reading = TABLE.read(source, Options())
    messages = list(reading.messages)
    assert (reading.format, reading.tool) == ("table", Tool.OTHER)
    assert [(message.sent_at.isoformat(), message.author, message.text, message.kind) for message in messages] == [
        (row["timestamp"], row["author"], row["text"], Kind.TEXT) for row in expected(f"tabular/{name}")
    ]
    assert read(TABLE, dribbled(source.head, name)) == messages


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("datum;tijd;naam;bericht", "12-12-2018;20:17;Anja;hoi"),
        ("Date,Time,Sender,Message", "12-12-2018,20:17,Anja,hoi"),
        ("Tijdstip\tAfzender\tTekst", "2018-12-12 20:17\tAnja\thoi"),
        ("Text|Author|Timestamp", "hoi|Anja|2018-12-12T20:17:00.123+01:00"),
        ('"NAAM:";" Bericht ";"Datum en tijd"', '"Anja";"hoi";"12 december 2018 om 20:17 uur"'),
        ("Datum;Naam;Bericht", "wo 12-12-2018 20.17;Anja;hoi"),
        ("timestamp;tijd;naam;bericht", "2018-12-12 20:17;8 minuten;Anja;hoi"),
        ("date,time,name,text", "12/13/2018,8:17 PM,Anja,hoi"),
        ("sep=;\nDatum;Naam;Bericht", "12-12-18 20:17;Anja;hoi"),
        ("Export van de groep\n\nDatum;Naam;Bericht", "12.12.2018 20:17;Anja;hoi"),
    ],
)
def test_headings_separators_and_dates(headings: str, row: str) -> None:
    (message,) = csv(headings, row)
    day = 13 if "/13/" in row else 12
    assert (message.sent_at, message.author, message.text) == (datetime(2018, 12, day, 20, 17), "Anja", "hoi")


def test_a_person_says_which_column_is_which() -> None:
    lines = ("wanneer;wie;wat", "12-12-2018 20:17;Anja;hoi")
    with pytest.raises(ColumnsUnknownError) as caught:
        csv(*lines)
    assert caught.value.columns == ("wanneer", "wie", "wat")
    assert "'wanneer', 'wie', 'wat'" in caught.value.sentence("nl")
    columns = (("date", "wanneer"), ("author", "Wie"), ("text", "wat"))
    assert [message.text for message in csv(*lines, columns=columns)] == ["hoi"]
    with pytest.raises(ColumnsUnknownError):
        csv(*lines, columns=(*columns[:2], ("text", "bestaat niet")))


def test_known_headings_may_be_named_otherwise() -> None:
    lines = ("datum;tijd;ontvangen;naam;bericht;tekst", "1-12-2018;20:17;2-12-2018 10:00;Anja;a;b")
    (message,) = csv(*lines, columns=(("date", "ontvangen"), ("time", "geen"), ("text", "tekst")))
    assert (message.sent_at, message.text) == (datetime(2018, 12, 2, 10), "b")


def test_messages_without_headings_are_not_shown_in_the_error() -> None:
    with pytest.raises(ExpectedError) as caught:
        csv("12-12-2018 20:17;Anja;geheim", "12-12-2018 20:18;Bert;ook")
    assert caught.value.key == "table_without_headings"
    assert "geheim" not in caught.value.sentence("nl") + str(caught.value.values)


def test_long_cells_are_not_shown_in_the_error() -> None:
    with pytest.raises(ColumnsUnknownError) as caught:
        csv("gisteren;Anja;Er stond een man bij de deur van nummer 12", "vandaag;Bert;x")
    assert "deur" not in caught.value.sentence("nl")


def test_dates_that_fit_both_orders_are_asked_for() -> None:
    lines = ("date,time,name,message", "3/4/2024,10:00,A,x", "3/4/2024,11:00,B,y")
    with pytest.raises(DateOrderUnknownError) as caught:
        csv(*lines)
    assert {(sample.order, sample.first.sent_at, sample.last.text) for sample in caught.value.samples} == {
        (DateOrder.DMY, datetime(2024, 4, 3, 10), "y"),
        (DateOrder.MDY, datetime(2024, 3, 4, 10), "y"),
    }
    assert csv(*lines, date_order=DateOrder.MDY)[0].sent_at == datetime(2024, 3, 4, 10)


def test_one_date_above_twelve_decides_for_the_file() -> None:
    headings = "datum,naam,bericht"
    assert csv(headings, "3/4/2024 10:00,A,x", "13/4/2024 10:00,A,x")[0].sent_at == datetime(2024, 4, 3, 10)
    assert csv(headings, "3/4/2024 10:00,A,x", "4/13/2024 10:00,A,x")[0].sent_at == datetime(2024, 3, 4, 10)


def test_a_row_without_a_date_is_named_by_its_number() -> None:
    with pytest.raises(ExpectedError) as caught:
        csv("Datum;Tijd;Naam;Bericht", "12-12-2018;20:17;A;x", ";;;", "Totaal;;;geheim")
    assert (caught.value.key, caught.value.values["row"]) == ("table_date_unreadable", 4)
    assert "ij 4" in caught.value.sentence("nl")
    assert "geheim" not in caught.value.sentence("nl")


@pytest.mark.parametrize(
    "row",
    ["31-02-2018;20:17;A;x", "12-12-2018;25:00;A;x", "12-12-2018;straks;A;x", "x;20:17;A;x", "12-12-2018 29:00;;A;x"],
)
def test_impossible_dates_and_times(row: str) -> None:
    with pytest.raises(ExpectedError) as caught:
        csv("Datum;Tijd;Naam;Bericht", "1-1-2018;1:00;A;x", row)
    assert (caught.value.key, caught.value.values["row"]) == ("table_date_unreadable", 3)


def test_dates_that_fit_no_order_are_named_by_their_row() -> None:
    with pytest.raises(ExpectedError) as caught:
        csv("Datum;Naam;Bericht", "1/31/2018 20:17;A;x", "31/1/2018 20:17;A;x")
    assert (caught.value.key, caught.value.values["row"]) == ("table_date_unreadable", 2)


def test_short_and_long_rows_and_a_missing_name() -> None:
    first, second = csv("Datum;Naam;Bericht", "12-12-2018 20:17;;x;y;z", "12-12-2018 20:18;B")
    assert (first.author, first.text, second.author, second.text) == (None, "x", "B", "")


def test_a_quote_that_is_never_closed() -> None:
    with pytest.raises(ExpectedError) as caught:
        csv("Datum;Naam;Bericht", '12-12-2018 20:17;A;"x', *["12-12-2018 20:18;B;yyyyyyyyyyyyyyyyyy"] * 5000)
    assert (caught.value.key, caught.value.values["row"]) == ("table_row_unreadable", 2)


def test_unusable_characters_are_replaced_and_counted() -> None:
    data = b"Datum;Naam;Bericht\n12-12-2018 20:17;A\x00;x\x00\xed\xa0\x80y\n"
    reading = TABLE.read(source_of(data, "x.csv"), Options())
    (message,) = reading.messages
    assert "\x00" not in (message.author or "") + message.text
    assert reading.notes.replaced_characters == 2


@pytest.mark.parametrize("data", [b"", b"\n\n", b"a,b\n1,2\n", b"\xff\xfe\x00", b"12-05-2024 10:00 - Piet: hoi\n"])
def test_others_are_refused(data: bytes) -> None:
    assert TABLE.recognises(source_of(data, "x.txt")) == 0
    assert TABLE.recognises(source_of(data, "x.csv")) == 1
    with pytest.raises(ExpectedError):
        read(TABLE, source_of(data, "x.csv"))


def test_workbook_with_the_kinds_of_cells_that_excel_makes() -> None:
    messages = excel(
        [
            ("Groepschat Kadebuurt", None, None, None),
            HEADINGS,
            (date(2018, 12, 12), time(20, 17), "Anja", "=SUM(1+1)"),
            (datetime(2018, 12, 12), timedelta(hours=20, minutes=18), "Bert", 112),
            ("12-12-2018", "20:19", "Bert", 1.5),
            (43446, 0.8472222222, "Bert", None),
            (None, None, None, None),
            (datetime(2018, 12, 12, 20, 21, 59, 999_900), None, 612345678, "een\ntwee"),
        ]
    )
    assert [(message.sent_at, message.author, message.text) for message in messages] == [
        (datetime(2018, 12, 12, 20, 17), "Anja", "=SUM(1+1)"),
        (datetime(2018, 12, 12, 20, 18), "Bert", "112"),
        (datetime(2018, 12, 12, 20, 19), "Bert", "1.5"),
        (datetime(2018, 12, 12, 20, 20), "Bert", ""),
        (datetime(2018, 12, 12, 20, 22), "612345678", "een\ntwee"),
    ]


def test_the_sheet_with_headings_is_read() -> None:
    rows = [("datum", "naam", "bericht"), (datetime(2018, 12, 12, 20, 17), "A", "x")]
    assert [message.text for message in excel([("uitleg",)], rows)] == ["x"]


def test_a_workbook_on_disk_is_no_zip_with_a_chat(tmp_path: Path) -> None:
    path = tmp_path / "Groep.xlsx"
    path.write_bytes(workbook([HEADINGS, (date(2018, 12, 12), time(20, 17), "A", "x")]))
    (source,) = open_sources(path)
    assert TABLE.recognises(source) == 2
    assert len(read(TABLE, source)) == 1


def test_unknown_headings_of_a_workbook_are_named() -> None:
    with pytest.raises(ColumnsUnknownError) as caught:
        excel([("wanneer", None, "wat"), ("gisteren", None, "x")])
    assert caught.value.columns == ("wanneer", "wat")


def damaged(change: str) -> bytes:
    """Return a workbook that is damaged inside."""
    good = io.BytesIO(workbook([HEADINGS, (date(2018, 12, 12), time(20, 17), "A", "x")]))
    out = io.BytesIO()
    with zipfile.ZipFile(good) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "xl/worksheets/sheet1.xml":
                entity = b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>'
                data = {"entities": entity + data, "xml": data[:200], "empty": b"", "missing": data}[change]
            if not (change == "missing" and name == "xl/workbook.xml"):
                after.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [*(damaged(change) for change in ("entities", "xml", "empty", "missing")), b"PK\x03\x04", damaged("xml")[:500]],
)
def test_damaged_workbooks(data: bytes) -> None:
    with pytest.raises(ExpectedError) as caught:
        read(TABLE, source_of(data, "x.xlsx"))
    assert caught.value.key == "table_damaged"
    assert "x.xlsx" in caught.value.sentence("nl")


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/sharedStrings.xml", "w") as member,
    ):
        for _ in range(150):
            member.write(bytes(1024 * 1024))
    with pytest.raises(ExpectedError) as caught:
        read(TABLE, source_of(out.getvalue(), "x.xlsx"))
    assert caught.value.key == "table_too_large"


def test_a_row_number_of_a_billion_does_not_make_a_billion_rows() -> None:
    out = io.BytesIO()
    good = io.BytesIO(workbook([HEADINGS, (date(2018, 12, 12), time(20, 17), "A", "x")]))
    with zipfile.ZipFile(good) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, data.replace(b'<row r="2"', b'<row r="1000000000"'))
    with pytest.raises(ExpectedError) as caught:
        read(TABLE, source_of(out.getvalue(), "x.xlsx"))
    assert (caught.value.key, caught.value.values["row"]) == ("table_empty_rows", 1)


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("Datum;Naam;Bericht\n")
        for number in range(5_000):
            file.write(f"2024-01-09 10:00;Naam {number % 9};{'bericht ' * 500}{number}\n")
    opened = Source(path.name, path.stat().st_size, lambda: path.open("rb"))
    tracemalloc.start()
    try:
        assert sum(1 for _ in TABLE.read(opened, Options()).messages) == 5_000
        assert tracemalloc.get_traced_memory()[1] < opened.size // 2
    finally:
        tracemalloc.stop()
