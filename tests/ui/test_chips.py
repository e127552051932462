"""Filters as chips."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from ui.widgets.chips import ChipState, ThreeStateChip


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
