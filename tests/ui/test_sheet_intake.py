"""Taking in a sheet: the file, its columns, what is wrong, and then all the good rows or none."""

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from sqlalchemy import func, insert, select

from console.desk import sheets
from console.desk.sheets import Field, Plan
from console.domain.changes import Changes
from console.errors import ExpectedError
from console.store.tables import people
from tests.ui.conftest import settle
from ui.pages.sheet_intake import SheetIntake
from ui.widgets.sheet_view import Stage

FIELDS = (
    Field("name", ("naam",), is_required=True),
    Field("phone", ("telefoon", "mobiel"), sheets.phone),
    Field("postcode", ("postcode",), sheets.postcode),
)
LIST = "Naam;Mobiel;Postcode\nEls;0612345678;3021 AB\nBram;12;3021\n<b>Zoë</b>;0687654321;3021 AC\n"


def keep(console, rows):
    with console.store.writing() as connection:
        for row in rows:
            if row["name"] == "Stuk":
                raise ExpectedError("group_gone")
            connection.execute(insert(people).values(name=row["name"], phone=row["phone"], created_at=console.now()))
    return Changes(people=True)


def same(row):
    return [row["phone"]] if row.get("phone") else []


def kept(console) -> int:
    with console.store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(people))


@pytest.fixture
def panel(qtbot, jobs, dutch):
    made = SheetIntake(jobs)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.start(Plan(FIELDS, keep, same=same))
    made.activateWindow()
    return made


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "buren.csv"
    made.write_text(LIST, encoding="utf-8")
    return made


def read(qtbot, panel, path):
    panel.read(path)
    settle(qtbot, panel._jobs)


def shown(panel):
    return {name: [sample.text() for sample in row.samples] for name, row in panel.view.columns._rows.items()}


def test_a_file_is_chosen_looked_at_and_taken_over_by_keyboard_alone(qtbot, panel, path, console, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    assert panel.view.choose.hasFocus()
    qtbot.keyClick(panel.view.choose, Qt.Key.Key_Space)
    settle(qtbot, panel._jobs)
    assert panel.view.take.hasFocus()
    assert "2 rijen" in panel.view.take.text()
    with qtbot.waitSignal(panel.taken) as outcome:
        qtbot.keyClick(panel.view.take, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert outcome.args == [Changes(people=True)]
    assert kept(console) == 2
    assert panel.isHidden()


def test_the_first_rows_show_how_the_sheet_is_understood(qtbot, panel, path):
    read(qtbot, panel, path)
    assert shown(panel)["phone"][:3] == ["\u2068+31612345678\u2069", "fout: 12", "\u2068+31687654321\u2069"]
    assert shown(panel)["name"][2] == "\u2068<b>Zoë</b>\u2069"
    assert [panel.view.problems.index(row, 3).data() for row in range(panel.view.problems.rowCount())] == [
        "Geen telefoonnummer. Schrijf: 06 12345678.",
        "Geen postcode. Schrijf: 1234 AB.",
    ]


def test_wrong_columns_ask_which_is_which_and_nothing_is_taken_before(qtbot, panel, tmp_path):
    (tmp_path / "wie.csv").write_text("Wie;Nummer\nEls;0612345678\n", encoding="utf-8")
    read(qtbot, panel, tmp_path / "wie.csv")
    assert not panel.view.take.isEnabled()
    assert panel.view._good.text() == "Kies nog een kolom voor: Naam."
    assert panel.view.columns.choices["name"].hasFocus()
    qtbot.keyClick(panel.view.columns.choices["name"], Qt.Key.Key_Down)
    settle(qtbot, panel._jobs)
    assert panel.view.take.isEnabled()
    assert shown(panel)["name"][0] == "\u2068Els\u2069"


def test_a_list_without_headings_gives_its_first_row_too(qtbot, panel, tmp_path):
    (tmp_path / "kaal.csv").write_text("Els;Jansen\nBram;Smit\n", encoding="utf-8")
    read(qtbot, panel, tmp_path / "kaal.csv")
    panel.view.has_headings.click()
    panel.view.columns.choices["name"].setCurrentIndex(1)
    settle(qtbot, panel._jobs)
    assert "2 rijen" in panel.view.take.text()
    panel.view.has_headings.click()
    settle(qtbot, panel._jobs)
    assert panel.view.columns.choices["name"].itemText(1) == "Els"


def test_a_file_can_be_dropped(qtbot, panel, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), copy, data, left, plain)
    panel.view.dropEvent(event)
    settle(qtbot, panel._jobs)
    assert panel.view.stage is Stage.SHEET


def test_what_the_desk_refuses_is_said_and_keeps_nothing(qtbot, panel, tmp_path, console):
    (tmp_path / "half.csv").write_text("Naam;Mobiel\nEls;0612345678\nStuk;0687654321\n", encoding="utf-8")
    read(qtbot, panel, tmp_path / "half.csv")
    with qtbot.waitSignal(panel.warned):
        panel.view.take.click()
    assert kept(console) == 0
    assert panel.view.stage is Stage.SHEET
    assert panel.view.take.isEnabled()


def test_the_list_of_what_is_wrong_can_be_saved(qtbot, panel, path, tmp_path):
    read(qtbot, panel, path)
    with qtbot.waitSignal(panel.told):
        panel.write_list(tmp_path / "fouten.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "fouten.xlsx").active.values)
    assert rows[1:] == [
        ("3", "Mobiel", "12", "Geen telefoonnummer. Schrijf: 06 12345678."),
        ("3", "Postcode", "3021", "Geen postcode. Schrijf: 1234 AB."),
    ]


def test_a_file_that_is_no_list_is_refused_and_another_can_be_chosen(qtbot, panel, tmp_path, path):
    (tmp_path / "foto.png").write_bytes(b"\x89PNG")
    with qtbot.waitSignal(panel.warned) as warning:
        read(qtbot, panel, tmp_path / "foto.png")
    assert "foto.png" in warning.args[0]
    assert panel.view.stage is Stage.CHOOSE
    read(qtbot, panel, path)
    assert panel.view.stage is Stage.SHEET


def test_escape_stops_what_runs_and_then_puts_the_panel_away(qtbot, panel, tmp_path):
    (tmp_path / "lang.csv").write_text("Naam;Mobiel\n" + "Els;12\n" * 60_000, encoding="utf-8")
    panel.read(tmp_path / "lang.csv")
    qtbot.keyClick(panel.view.stop, Qt.Key.Key_Escape)
    settle(qtbot, panel._jobs)
    assert panel.view.stage is Stage.CHOOSE
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel.view.choose, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_another_language_forgets_nothing(qtbot, panel, path, jobs):
    read(qtbot, panel, path)
    panel.view.columns.choices["postcode"].setCurrentIndex(0)
    settle(qtbot, jobs)
    jobs.set_language("en")
    assert "Not a telephone number" in panel.view.problems.index(0, 3).data()
    assert panel.view.columns.columns() == {"name": 0, "phone": 1}
    assert shown(panel)["name"][0] == "\u2068Els\u2069"
