"""How far the judge is, at the foot of the window."""

import pytest
from PySide6.QtCore import Qt

from ui import theme
from ui.widgets.work_bar import WorkBar


@pytest.fixture
def bar(qtbot, dutch):
    made = WorkBar()
    qtbot.addWidget(made)
    made.resize(theme.em(made, 60), theme.em(made, 3))
    return made


def test_line_says_how_many_of_how_many(bar):
    bar.show_progress(1250, 40_000)
    assert bar.text == "1.250 van 40.000 berichten bekeken, nieuwste eerst"
    assert (bar.bar.value(), bar.bar.maximum()) == (1250, 40_000)


def test_what_is_done_at_once_is_not_worth_a_line(bar):
    bar.show_progress(3, 3)
    assert bar.text == ""


def test_line_stays_until_everything_is_looked_at(bar):
    bar.show_progress(200, 250)
    bar.show_progress(250, 250)
    assert bar.text.startswith("250 van 250")
    bar.clear()
    assert bar.text == ""


def test_button_stops_once_and_then_goes_on(qtbot, bar):
    bar.show_progress(200, 250)
    with qtbot.waitSignal(bar.stop_requested):
        qtbot.keyClick(bar.button, Qt.Key.Key_Space)
    assert not bar.button.isEnabled()
    bar.show_stopped()
    assert bar.text == "Gestopt: 200 van 250 berichten bekeken, de andere wachten"
    assert bar.button.text() == "Ga verder"
    with qtbot.waitSignal(bar.start_requested):
        qtbot.keyClick(bar.button, Qt.Key.Key_Space)


def test_words_follow_the_language(bar, dutch):
    bar.show_progress(1250, 40_000)
    dutch.choose("en")
    bar.show_progress(1260, 40_000)
    assert bar.text == "1,260 of 40,000 messages looked at, newest first"
    assert bar.button.accessibleName() == "Stop looking at messages"


def test_narrow_line_keeps_its_words(bar):
    bar.show_progress(1, 2)
    bar.resize(theme.em(bar, 20), bar.height())
    assert not bar.bar.isVisible()
