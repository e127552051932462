"""Keys: letters sleep in a field, Space sleeps on a button, a held key acts once."""

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.keys import KeysDialog
from ui.shortcuts import KEYS, Command, KeyMap, key_text, label
from ui.widgets.text import PlainLabel


class Counter(QObject):
    """Counts what the keys ask for."""

    def __init__(self):
        super().__init__()
        self.fine = self.stayed = self.nexts = self.undos = 0

    @Slot()
    def add_fine(self):
        self.fine += 1

    @Slot()
    def add_stayed(self):
        self.stayed += 1

    @Slot()
    def add_next(self):
        self.nexts += 1

    @Slot()
    def add_undo(self):
        self.undos += 1


@pytest.fixture
def counter():
    return Counter()


@pytest.fixture
def panel(qtbot, qapp, counter):
    """A list, a field, a choice and a button, with keys bound to all of it."""
    made = QWidget()
    qtbot.addWidget(made)
    box = QVBoxLayout(made)
    made.parts = {"list": QListView(), "field": QLineEdit(), "choice": QComboBox(), "button": QPushButton("Zo")}
    made.parts["day"] = QDateEdit(calendarPopup=True)
    for part in made.parts.values():
        box.addWidget(part)
    made.parts["choice"].addItems(["Aa", "Gg"])
    made.keys = KeyMap(qapp, made)
    made.keys.bind(made, Command.FINE, counter.add_fine, counter.add_stayed)
    made.keys.bind(made, Command.NEXT, counter.add_next)
    action = QAction(made)
    made.addAction(action)
    action.triggered.connect(counter.add_undo)
    made.keys.give(action, Command.UNDO, made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def focus(panel, name):
    panel.parts[name].setFocus()
    assert QApplication.focusWidget() is panel.parts[name]
    return panel.parts[name]


def test_letter_acts_in_a_list(qtbot, panel, counter):
    qtbot.keyClick(focus(panel, "list"), Qt.Key.Key_G)
    assert counter.fine == 1


def test_shift_acts_and_stays(qtbot, panel, counter):
    qtbot.keyClick(focus(panel, "list"), Qt.Key.Key_G, Qt.KeyboardModifier.ShiftModifier)
    assert (counter.fine, counter.stayed) == (0, 1)


def test_letter_is_dead_while_typing(qtbot, panel, counter):
    field = focus(panel, "field")
    qtbot.keyClicks(field, "gz G")
    assert field.text() == "gz G"
    assert (counter.fine, counter.stayed, counter.nexts, counter.undos) == (0, 0, 0, 0)


def test_letter_is_dead_in_a_list_of_choices_where_it_chooses(qtbot, panel, counter):
    choice = focus(panel, "choice")
    qtbot.keyClick(choice, Qt.Key.Key_G)
    assert choice.currentText() == "Gg"
    assert counter.fine == 0


@pytest.mark.parametrize("part", ["choice", "day"])
@pytest.mark.parametrize("key", [Qt.Key.Key_G, Qt.Key.Key_Space])
def test_key_is_dead_in_what_opens_from_a_field(qtbot, panel, counter, part, key):
    field = focus(panel, part)
    if part == "choice":
        field.showPopup()
    else:
        arrow = QPoint(field.width() - field.height() // 2, field.height() // 2)
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=arrow)
    popup = QApplication.activePopupWidget()
    assert popup.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), key)
    popup.close()
    assert (counter.fine, counter.nexts) == (0, 0)


def test_letter_lives_again_after_typing(qtbot, panel, counter):
    focus(panel, "field")
    qtbot.keyClick(focus(panel, "list"), Qt.Key.Key_G)
    assert counter.fine == 1


def test_space_presses_the_button_that_has_the_focus(qtbot, panel, counter):
    button = focus(panel, "button")
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert counter.nexts == 0
    qtbot.keyClick(button, Qt.Key.Key_G)
    assert counter.fine == 1


def test_space_goes_on_elsewhere(qtbot, panel, counter):
    qtbot.keyClick(focus(panel, "list"), Qt.Key.Key_Space)
    assert counter.nexts == 1


def test_menu_action_has_all_its_keys_and_only_the_plain_one_sleeps(qtbot, panel, counter):
    qtbot.keyClick(focus(panel, "list"), Qt.Key.Key_Z)
    qtbot.keyClick(panel.parts["list"], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert counter.undos == 2
    qtbot.keyClick(focus(panel, "field"), Qt.Key.Key_Z)
    assert counter.undos == 2


def test_held_key_acts_once(panel):
    assert panel.findChildren(QShortcut)
    assert not any(shortcut.autoRepeat() for shortcut in panel.findChildren(QShortcut))


def test_no_key_means_two_things():
    keys = [key for each in KEYS.values() for key in each]
    assert len(keys) == len(set(keys))


def test_every_command_stands_in_the_table_of_keys(qtbot):
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    said = {part.text() for part in dialog.findChildren(PlainLabel)}
    for command in Command:
        assert label(command) in said
        assert key_text(command, all_keys=True) in said
