"""Every file that the program makes, of a store in which every word from outside is an attack (``security.md`` C1, C2,
C5): no formula, no address to follow, no foreign file in it, nothing asked of the net, and no sign that nobody sees.
"""

import csv
import json
import re
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from sqlalchemy import select

from console.desk import logbook_export, roll_sheet, sheets
from console.desk.feedback import digest, forwarding, numbers
from console.desk.one_person import copying, finding
from console.desk.privacy_papers import making
from console.desk.vault import safeguards
from console.desk.welcome import composing, expectations, kick_off, printing, where_to_report
from console.domain.forward import ForwardChannel, Handing
from console.domain.group import GroupId
from console.domain.logbook import LogFilter
from console.domain.privacy import Paper
from console.domain.welcome import Form
from console.errors import ExpectedError
from console.store.tables import digests, groups
from tests.console import hostile
from tests.console.audited import listening

WEB = "http://127.0.0.1:9"
STARTS = re.compile(r"[=+\-@＝＋－＠\t\r]")
WITHIN = re.compile(r"[\n,;]\s*[=@＝＠]")  # where another program than ours ends a cell


@pytest.fixture(scope="module")
def bait(tmp_path_factory):
    picture = tmp_path_factory.mktemp("bait") / "bait.png"
    picture.write_bytes(b"\x89PNG nobody opens this")
    return picture


@pytest.fixture(scope="module")
def console(bait):
    """The hostile console; the exports only read it."""
    made = hostile.filled_demo()
    hostile.poison(made, hostile.attacks(bait, WEB))
    yield replace(made, is_demo=False)
    made.store.close()


@pytest.fixture(scope="module")
def group_ids(console):
    with console.store.reading() as connection:
        return [GroupId(number) for number in connection.scalars(select(groups.c.id))]


def cells_of(path: Path) -> list[str]:
    """Return every cell as the program that opens the file sees it; a workbook may hold no formula and no link."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return [cell for row in csv.reader(stream, delimiter=";") for cell in row]
    book = openpyxl.load_workbook(path)
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in found} <= {"s", "n", "inlineStr"}  # never "f"
    assert not any(cell.hyperlink for cell in found)
    return [str(cell.value) for cell in found if cell.value is not None]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_no_table_holds_a_formula(console, group_ids, bait, tmp_path, suffix):
    now = console.now()
    with listening() as heard:
        logbook_export.export(console, tmp_path / f"logboek{suffix}", LogFilter())
        for group_id in group_ids:
            roll_sheet.export(console, group_id, tmp_path / f"leden{group_id}{suffix}")
        found = numbers.numbers(console, (now - timedelta(days=400)).date(), now.date())
        numbers.export(console, tmp_path / f"cijfers{suffix}", found)
        wrong = [
            sheets.RowProblem(number, text, ExpectedError("export_kind"), text)
            for number, text in enumerate(hostile.attacks(bait, WEB))
        ]
        sheets.save_problems(wrong, tmp_path / f"problemen{suffix}", "nl")
    cells = [cell for path in tmp_path.iterdir() for cell in cells_of(path)]
    assert sum("HYPERLINK" in cell for cell in cells) > 3  # the attacks were there
    assert [cell for cell in cells if STARTS.match(cell) and not re.fullmatch(r"\+?[\d ()-]+", cell)] == []
    assert suffix == ".xlsx" or [cell for cell in cells if WITHIN.search(cell)] == []
    assert [cell for cell in cells if set(cell) & set(hostile.HIDDEN)] == []
    assert_alone(heard, bait)


def assert_alone(heard, bait):
    assert [name for name in heard.opened if bait.name in name or "127.0.0.1" in name] == []
    assert heard.asked == []


def papers(console, group_ids, folder):
    """Make every paper that there is, and return the files."""
    made = []

    def put(name: str, data: bytes) -> None:
        (folder / name).write_bytes(data)
        made.append(folder / name)

    kept = safeguards.of(console, folder / "settings.toml")
    for group_id in group_ids:
        for kind in Paper:
            path = folder / f"{kind.value}{group_id}.pdf"
            making.save(console, making.paper(console, kind, kept, group_id), path)
            made.append(path)
        welcome = composing.compose(console, group_id)
        for form in (Form.SHEET, Form.FLYER, Form.CARD):
            put(f"{form.value}{group_id}{printing.SUFFIXES[form]}", composed(console, welcome, form))
        meeting = kick_off.leaflet(console, group_id, "nl")
        who = expectations.leaflet(console, group_id, "nl")
        where = where_to_report.leaflet(console, group_id, "nl")
        for number, leaflet in enumerate((meeting, who, where)):
            put(f"kaart{number}_{group_id}.pdf", printing.printed(leaflet, Form.SHEET, console.now()).data)
    with console.store.reading() as connection:
        professional = connection.scalars(select(digests.c.professional_id)).first()
    for suffix in (".pdf", ".eml", ".txt"):
        found = digest.digest(console, professional)
        path = folder / f"overzicht{suffix}"
        digest.save(found, path)
        made.append(path)
    return made


def composed(console, welcome, form):
    return printing.printed(composing.leaflet(welcome, form), form, console.now()).data


@pytest.mark.parametrize("count", [1, pytest.param(4, marks=pytest.mark.nightly)])
def test_no_paper_holds_a_foreign_file_an_address_or_a_sign_that_nobody_sees(console, group_ids, bait, tmp_path, count):
    """Of one group, and at night of all."""
    with listening() as heard:
        made = papers(console, group_ids[:count], tmp_path)
    assert_alone(heard, bait)
    read = {path.name: text_of(path) for path in made}
    assert len(read) == 10 * count + 3
    assert any("=HYPERLINK" in text or "<img src" in text for text in read.values())  # the attacks were there
    assert {name: text[:80] for name, text in read.items() if set(text) & set(hostile.HIDDEN)} == {}
    for path in made:
        data = path.read_bytes()
        assert bait.read_bytes() not in data
        if path.suffix == ".pdf":
            for word in (
                b"/JavaScript",
                b"/JS",
                b"/Launch",
                b"/EmbeddedFile",
                b"/SubmitForm",
                b"/GoToR",
            ):
                assert word not in data, path.name
            assert not re.search(rb"/URI\s*\(\s*(?:file|http):", data), path.name


def text_of(path: Path) -> str:
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            return "\n".join(page.get_textpage().get_text_range() for page in document)
    if path.suffix == ".png":
        return ""
    return path.read_text(encoding="utf-8") if path.suffix == ".txt" else ""


def test_a_copy_for_one_person_holds_no_sign_that_nobody_sees_on_paper(console, bait, tmp_path):
    """And as JSON it is one line of escaped text for each word, which nothing takes for anything else."""
    person = finding.find(console, hostile.NAME)[0]
    file = copying.copy_of(console, person)
    with listening() as heard:
        for suffix in (".json", ".pdf"):
            copying.save(console, file, tmp_path / f"inzage{suffix}")
    assert_alone(heard, bait)
    read = text_of(tmp_path / "inzage.pdf")
    assert len(read) > 500
    assert not set(read) & set(hostile.HIDDEN)
    assert json.loads((tmp_path / "inzage.json").read_text(encoding="utf-8"))
    assert bait.read_bytes() not in (tmp_path / "inzage.pdf").read_bytes()


def test_no_mail_gets_a_heading_that_somebody_else_wrote(bait, tmp_path):
    """A line end in a name or subject begins no heading of its own, and no signs hide in one."""
    wanted = {"To", "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version", "Date"}
    for number, attack in enumerate((*hostile.attacks(bait, WEB), "Piet\r\nBcc: ander@voorbeeld.nl\r\n\r\nhoi")):
        handing = Handing(ForwardChannel.MAIL, "Gemeente", "melding@voorbeeld.nl", f"[BC-1] {attack}", attack)
        path = tmp_path / f"{number}.eml"
        forwarding.save_mail(handing, path)
        mail = message_from_bytes(path.read_bytes(), policy=policy.default)
        assert set(mail.keys()) <= wanted
        assert mail["To"] == "melding@voorbeeld.nl"
        assert mail.get_content_type() == "text/plain"


def test_the_program_makes_no_other_kind_of_file():
    """A new kind of export is tried here too: of HTML and ICS, which hold addresses and alarms, there are none."""
    root = Path(hostile.__file__).parents[2]
    code = [path.read_text(encoding="utf-8") for folder in ("console", "ui") for path in (root / folder).rglob("*.py")]
    assert not any(re.search(r'"\.(?:html?|ics|docx?|rtf|svg)"', text) for text in code)
