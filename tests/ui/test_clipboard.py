"""What is copied, for how long, and what is told about it to programs that keep what was copied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPlainTextEdit

from ui.clipboard import MARKS, ClipboardKeeper

TEXT = "Dag Anja, uw bericht op nummer 12 is verwijderd."
LASTS_MS = 40


@pytest.fixture
def keeper(qtbot, clipboard):
    made = ClipboardKeeper(clipboard, lasts_ms=LASTS_MS, owns=lambda: True)  # offscreen Qt never says so
    yield made
    clipboard.dataChanged.disconnect(made._on_board_data_changed)


def test_private_text_is_marked_and_leaves_by_itself(qtbot, clipboard, keeper):
    keeper.put(TEXT)
    assert clipboard.text() == TEXT
    assert set(MARKS) < set(clipboard.mimeData().formats())
    assert clipboard.mimeData().data("x-kde-passwordManagerHint") == b"secret"
    qtbot.waitUntil(lambda: clipboard.text() == "")


def test_private_picture_leaves_as_well(qtbot, clipboard, keeper):
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    keeper.put_image(picture)
    assert clipboard.image().size() == picture.size()
    qtbot.waitUntil(lambda: clipboard.image().isNull())


def test_what_a_person_copied_elsewhere_since_then_stays(qtbot, clipboard, keeper):
    keeper._owns = lambda: False
    keeper.put(TEXT)
    clipboard.setText("een recept")
    qtbot.waitUntil(lambda: not keeper._timer.isActive())
    keeper.clear()
    assert clipboard.text() == "een recept"


def test_text_of_which_a_manager_took_the_marks_off_is_known_again(qtbot, clipboard, keeper):
    keeper._owns = lambda: False
    keeper.put(TEXT)
    clipboard.setText(TEXT)
    qtbot.waitUntil(lambda: clipboard.text() == "")


def test_what_is_not_private_stays_and_bears_no_mark(qtbot, clipboard, keeper):
    keeper.put(TEXT)
    keeper.put("Melden, pas daarna delen.", is_private=False)
    assert not keeper._timer.isActive()
    keeper.clear()
    assert clipboard.text() == "Melden, pas daarna delen."
    assert not set(MARKS) & set(clipboard.mimeData().formats())


def test_what_was_copied_from_a_field_is_private_too(qtbot, clipboard, keeper):
    field = QPlainTextEdit(TEXT)
    qtbot.addWidget(field)
    field.selectAll()
    field.copy()
    qtbot.waitUntil(lambda: keeper.holds_private)
    assert clipboard.mimeData().html() == ""
    qtbot.waitUntil(lambda: clipboard.text() == "")
