"""Filters as chips, and the row that wraps them."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.chips import ChipState, FlowLayout, ThreeStateChip


@pytest.fixture
def chip(qtbot):
    made = ThreeStateChip()
    qtbot.addWidget(made)
    made.set_words("Bijlage", "✓ Bijlage", "✗ Geen bijlage")
    made.show()
    return made


def test_chip_goes_round_its_three_states_by_mouse(qtbot, chip):
    seen = []
    for _ in range(4):
        with qtbot.waitSignal(chip.state_changed):
            qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        seen.append((chip.state, chip.text(), chip.isChecked()))
    assert seen == [
        (ChipState.REQUIRE, "✓ Bijlage", True),
        (ChipState.EXCLUDE, "✗ Geen bijlage", True),
        (ChipState.IGNORE, "Bijlage", False),
        (ChipState.REQUIRE, "✓ Bijlage", True),
    ]


def test_chip_says_its_state_to_a_screen_reader(qtbot, chip):
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    interface = QAccessible.queryAccessibleInterface(chip)
    assert interface.text(QAccessible.Text.Name) == "✓ Bijlage"


def test_chip_set_by_program_tells_nobody(qtbot, chip):
    with qtbot.assertNotEmitted(chip.state_changed):
        chip.set_state(ChipState.EXCLUDE)
    assert chip.text() == "✗ Geen bijlage"


def test_flow_layout_wraps_when_it_is_narrow(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    buttons = [QPushButton(f"filter {number}") for number in range(6)]
    for button in buttons:
        flow.addWidget(button)
    buttons[1].hide()
    width = buttons[0].sizeHint().width()
    one_line = flow.heightForWidth(width * 10)
    assert flow.heightForWidth(width * 2) > 2 * one_line
    box.resize(width * 2 + flow.spacing() + 2, 400)
    box.show()
    assert buttons[0].y() == buttons[2].y() < buttons[3].y()
    assert not any(one.geometry().intersects(other.geometry()) for one, other in pairwise(buttons[2:]))
