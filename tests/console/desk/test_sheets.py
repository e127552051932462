"""Sheets that people bring: found, guessed, checked row by row, and nothing half taken."""

import csv
import time
from datetime import date, datetime
from itertools import pairwise

import openpyxl
import pytest

from console.desk import sheet_file, sheets
from console.desk.sheets import Field, check, guess, open_sheet, save_problems
from console.errors import CancelledError, ExpectedError
from console.jobs import CancelToken

FIELDS = (
    Field("name", ("naam", "name"), is_required=True),
    Field("phone", ("telefoon", "mobiel", "06", "telefoonnummer"), sheets.phone),
    Field("email", ("e-mail", "email", "mail", "e-mailadres"), sheets.email),
    Field("postcode", ("postcode",), sheets.postcode),
    Field("since", ("lid sinds", "datum"), sheets.day),
    Field("adult", ("18 jaar",), sheets.yes_no),
)


def same_person(row):
    yield from ((mark, row.get(mark)) for mark in ("phone", "email") if row.get(mark))


def written(folder, text, name="lijst.csv", encoding="utf-8"):
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def workbook(folder, rows, name="lijst.xlsx"):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / name)
    return folder / name


def taken(path, **kinds):
    sheet = open_sheet(path, FIELDS)
    return check(sheet, guess(sheet, FIELDS), FIELDS, **kinds)


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_file_is_read_with_any_separator_and_encoding(tmp_path, separator, encoding):
    rows = [("Naam", "Telefoon", "Postcode"), ("Zoë Müller", "06-12 34 56 78", "3021ab"), ("Bram", "", "")]
    text = "\r\n".join(separator.join(row) for row in rows)
    checked = taken(written(tmp_path, text, encoding=encoding))
    assert checked.rows == (
        {"name": "Zoë Müller", "phone": "+31612345678", "postcode": "3021 AB"},
        {"name": "Bram", "phone": None, "postcode": None},
    )
    assert checked.numbers == (2, 3)


def test_a_workbook_is_read_with_the_numbers_and_dates_that_its_program_made_of_them(tmp_path):
    path = workbook(
        tmp_path,
        [
            ["Leden van de Seringenwijk"],
            [],
            ["Lid sinds", "Naam", "06"],
            [datetime(2024, 4, 3), "Els", 612345678],
            [date(2023, 1, 2), "Jan", 31687654321],
        ],
    )
    assert taken(path).rows == (
        {"name": "Els", "phone": "+31612345678", "since": date(2024, 4, 3)},
        {"name": "Jan", "phone": "+31687654321", "since": date(2023, 1, 2)},
    )


def test_a_form_is_known_by_what_it_asks_and_each_column_belongs_to_one_field(tmp_path):
    headings = "Tijdstempel,Hoe is uw naam?,Wat is uw e-mailadres?,Ik ben 18 jaar of ouder,Mobiel nummer"
    sheet = open_sheet(written(tmp_path, headings + "\n1-2-2026,Els,e@x.nl,Ja,\n"), FIELDS)
    assert guess(sheet, FIELDS) == {"name": 1, "email": 2, "adult": 3, "phone": 4}
    assert check(sheet, guess(sheet, FIELDS), FIELDS).rows[0]["adult"] is True


def test_wrong_columns_are_refused_until_a_person_says_which_is_which(tmp_path):
    sheet = open_sheet(written(tmp_path, "Wie;Nummer\nEls;0612345678\nBram;0687654321\n"), FIELDS)
    assert guess(sheet, FIELDS) == {}
    with pytest.raises(ExpectedError) as refusal:
        check(sheet, {}, FIELDS)
    assert refusal.value.key == "sheet_column_missing"
    assert [row["phone"] for row in check(sheet, {"name": 0, "phone": 1}, FIELDS).rows] == [
        "+31612345678",
        "+31687654321",
    ]


def test_a_file_without_headings_loses_no_row(tmp_path):
    sheet = open_sheet(written(tmp_path, "Els;0612345678\nBram;0687654321\n"), FIELDS)
    assert sheet.headings == ("Kolom A", "Kolom B")
    assert len(sheet.rows) == 2
    assert sheet.sample == (("Els", "0612345678"), ("Bram", "0687654321"))


def test_what_was_taken_for_headings_can_be_a_row(tmp_path):
    sheet = open_sheet(written(tmp_path, "Dorpsstraat;1\nKerkweg;2\n"), FIELDS)
    assert sheet.headings == ("Dorpsstraat", "1")
    assert sheet.without_headings("en").headings == ("Column A", "Column B")
    assert sheet.without_headings("en").rows == ((1, ("Dorpsstraat", "1")), (2, ("Kerkweg", "2")))


def test_every_error_names_its_row_and_column_and_keeps_its_row_out(tmp_path):
    text = (
        "Naam;Telefoon;E-mail;Postcode;Datum;18 jaar\n"
        "Els;12;els@;3021;31-2-2026;misschien\n"
        ";0612345678;;;;\n"
        ";;;;;\n"
        "Bram;;;;;\n"
    )
    checked = taken(written(tmp_path, text))
    assert [(one.row_number, one.column, one.error.key) for one in checked.problems] == [
        (2, "Telefoon", "cell_not_phone"),
        (2, "E-mail", "cell_not_email"),
        (2, "Postcode", "cell_not_postcode"),
        (2, "Datum", "cell_not_date"),
        (2, "18 jaar", "cell_not_yes_no"),
        (3, "Naam", "cell_empty"),
    ]
    assert [row["name"] for row in checked.rows] == ["Bram"]
    assert checked.numbers == (5,)
    assert checked.preview[0].wrong == {"phone", "email", "postcode", "since", "adult"}


@pytest.mark.parametrize(
    ("postcode", "read"),
    [
        ("3021ab", "3021 AB"),
        ("3021  AB", "3021 AB"),
        ("0123 AB", None),
        ("3021 SS", None),
        ("3021", None),
        ("B-2000", None),
    ],
)
def test_a_postcode_is_read_as_people_write_it_and_no_other(postcode, read):
    written = sheets.Written(postcode, postcode)
    if read:
        assert sheets.postcode(written) == read
    else:
        with pytest.raises(ExpectedError):
            sheets.postcode(written)


@pytest.mark.parametrize(
    "phone",
    [
        "0612345678",
        "+31 6 1234 5678",
        "0031612345678",
        "06-12345678",
        "+31 (0)6 12345678",
        "612345678",
        "tel:0612345678",
    ],
)
def test_a_number_is_the_same_however_it_is_written(phone):
    assert sheets.phone(sheets.Written(phone, phone)) == "+31612345678"


def test_the_same_person_twice_is_told_with_the_row_of_the_first(tmp_path):
    text = "Naam;Telefoon;Mail\nEls;06 12345678;\nElsje;+31612345678;\nBram;;b@x.nl\nB.;0687654321;B@X.nl\n"
    checked = taken(written(tmp_path, text), same=same_person)
    assert [row["name"] for row in checked.rows] == ["Els", "Bram"]
    assert [(one.row_number, one.column, one.what("nl")) for one in checked.problems] == [
        (3, "", "Deze persoon staat ook in rij 2."),
        (5, "", "Deze persoon staat ook in rij 4."),
    ]


def test_a_row_that_was_refused_does_not_make_the_next_one_its_double(tmp_path):
    text = "Naam;Telefoon;Postcode\nEls;0612345678;fout\nEls;0612345678;3021 AB\n"
    checked = taken(written(tmp_path, text), same=same_person)
    assert checked.numbers == (3,)


def test_a_row_can_be_wrong_as_a_whole(tmp_path):
    def needs_a_way_to_reach_him(row):
        if not row["phone"]:
            raise ExpectedError("cell_empty")

    checked = taken(written(tmp_path, "Naam;Telefoon\nEls;\nBram;0612345678\n"), also=needs_a_way_to_reach_him)
    assert checked.numbers == (3,)
    assert [(one.row_number, one.column) for one in checked.problems] == [(2, "")]


def test_dates_are_dutch_unless_the_column_shows_that_they_are_not(tmp_path):
    dutch = taken(written(tmp_path, "Naam;Datum\nA;3-4-2026\nB;5-6-2026\n"))
    american = taken(written(tmp_path, "Naam;Datum\nA;3/4/2026\nB;5/26/2026\n"))
    assert [row["since"] for row in dutch.rows] == [date(2026, 4, 3), date(2026, 6, 5)]
    assert [row["since"] for row in american.rows] == [date(2026, 3, 4), date(2026, 5, 26)]
    neither = taken(written(tmp_path, "Naam;Datum\nA;13/4/2026\nB;5/26/2026\n"))
    assert [one.row_number for one in neither.problems] == [3]


def test_formulas_are_text_and_the_list_of_errors_runs_none(tmp_path):
    text = 'Naam;Telefoon\nEls;"=HYPERLINK(""http://kwaad.example"";""klik"")"\n'
    checked = taken(written(tmp_path, text))
    for suffix in (".csv", ".xlsx"):
        save_problems(checked.problems, tmp_path / f"fouten{suffix}")
    with (tmp_path / "fouten.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream, delimiter=";"))
    assert rows[0] == ["Rij", "Kolom", "Er staat", "Wat er niet klopt"]
    assert rows[1][:2] == ["2", "Telefoon"]
    assert rows[1][2].startswith("'=HYPERLINK")
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "fouten.xlsx").active for cell in row]
    assert all(cell.data_type == "s" for cell in cells)


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("foto.png", b"\x89PNG", "sheet_kind"),
        ("oud.xls", b"\xd0\xcf\x11\xe0", "sheet_kind"),
        ("oud.xlsx", b"\xd0\xcf\x11\xe0", "sheet_kind"),
        ("program.csv", b"MZ\x90\x00\x03\x00\x00\x00", "sheet_kind"),
        ("stuk.xlsx", b"PK\x03\x04 nothing", "table_damaged"),
        ("leeg.csv", b"", "file_empty"),
        ("kop.csv", b"Naam;Telefoon\r\n", "sheet_empty"),
        ("quote.csv", b'Naam;Telefoon\n"Els;0612345678\n' + b"x" * 50 + b"\n" * 200_000, "table_row_unreadable"),
    ],
)
def test_what_is_no_sheet_is_refused_with_a_sentence(tmp_path, name, content, key):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ExpectedError) as refusal:
        open_sheet(tmp_path / name, FIELDS)
    assert refusal.value.key == key
    assert name in refusal.value.sentence("nl")


def test_fifty_thousand_rows_take_seconds_and_can_be_stopped_between_them(tmp_path):
    lines = [f"Lid {n};06{10_000_000 + n};lid{n}@voorbeeld.nl;3021 AB;1-2-2026;ja" for n in range(50_000)]
    path = written(tmp_path, "Naam;Telefoon;E-mail;Postcode;Datum;18 jaar\n" + "\n".join(lines))
    begun = time.process_time()
    checked = taken(path, same=same_person)
    assert time.process_time() - begun < 15  # some 2 seconds; without the short way for mobile numbers 8
    assert len(checked.rows) == 50_000
    assert all(before < after for before, after in pairwise(checked.numbers))
    token = CancelToken()
    token.cancel()
    with pytest.raises(CancelledError):
        open_sheet(path, FIELDS, cancel=token)


def test_a_file_that_would_fill_the_memory_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(sheet_file, "MAX_ROWS", 3)
    with pytest.raises(ExpectedError) as refusal:
        open_sheet(written(tmp_path, "Naam\n" + "a\n" * 4), FIELDS)
    assert refusal.value.key == "sheet_too_large"
