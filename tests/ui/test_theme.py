"""Contrast of every pair that is painted, both looks, and letters up to twice the size."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel

from ui import theme
from ui.theme import Look, ThemeKeeper
from ui.widgets.message_bar import MessageBar
from ui.widgets.text import PlainLabel


@pytest.fixture
def keeper(qapp):
    font, palette, style = qapp.font(), qapp.palette(), qapp.style().name()
    made = ThemeKeeper(qapp, Look.LIGHT)
    yield made
    made.choose(Look.LIGHT)
    made.setParent(None)
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyle(style)


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), theme.PAIRS)
def test_text_is_readable_on_its_ground(look, text, ground):
    assert theme.contrast(getattr(look, text), getattr(look, ground)) >= 4.5


def test_every_text_colour_is_in_a_pair():
    grounds = {"window", "base", "row", "button", "chosen", "bubble", "focus_bubble", "border"}
    texts = {name for name in theme.names() if name not in grounds and not name.endswith("_ground")}
    assert texts == {text for text, _ground in theme.PAIRS}


def test_contrast_is_that_of_the_guideline():
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("look", "dark"), [(Look.DARK, True), (Look.LIGHT, False)])
def test_look_reaches_the_palette(qapp, keeper, look, dark):
    keeper.choose(look)
    assert theme.is_dark() is dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.color("window")
    assert (qapp.palette().color(QPalette.ColorRole.Window).lightness() < 128) is dark


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
@pytest.mark.parametrize("choice", ["QRadioButton", "QCheckBox", "QListWidget"])
def test_circle_of_a_choice_can_be_seen(qapp, keeper, look, choice):
    """Fusion draws it in the window's colour, a good deal darker; the guideline asks 3:1 of such lines."""
    keeper.choose(look)
    line = QApplication.palette(choice).color(QPalette.ColorRole.Window).darker(140)
    assert theme.contrast(line.name(), qapp.palette().color(QPalette.ColorRole.Window).name()) >= 3


def test_letters_grow_to_twice_the_size_and_back(qtbot, keeper):
    label = QLabel("x")
    qtbot.addWidget(label)
    label.show()
    first = label.fontMetrics().height()
    em = theme.em(label, 10)
    for _ in range(20):
        keeper.step_scale(1)
    assert keeper.scale == 2.0
    qtbot.waitUntil(lambda: label.fontMetrics().height() > 1.8 * first)
    assert label.fontMetrics().height() == pytest.approx(2 * first, abs=2)
    assert theme.em(label, 10) == pytest.approx(2 * em, abs=20)
    keeper.set_scale(1.0)
    qtbot.waitUntil(lambda: label.fontMetrics().height() == first)
    keeper.step_scale(-1)
    assert keeper.scale == 1.0


def test_small_system_letters_are_made_readable(qapp, keeper):
    assert QApplication.font().pointSizeF() >= theme.SMALLEST_POINTS


def test_headings_and_quiet_text_follow_letters_and_colours(qtbot, keeper):
    heading, quiet, bar = PlainLabel("x", scale=1.4, is_bold=True), PlainLabel("x", is_muted=True), MessageBar()
    for widget in (heading, quiet, bar):
        qtbot.addWidget(widget)
    bar.tell("x")
    first = heading.font().pointSizeF()
    keeper.set_scale(2.0)
    keeper.choose(Look.DARK)
    assert heading.font().pointSizeF() == pytest.approx(2 * first)
    assert quiet.palette().color(QPalette.ColorRole.WindowText) == theme.color("muted")
    told = bar.findChild(PlainLabel)
    assert told.palette().color(QPalette.ColorRole.WindowText) == theme.color("info")
    keeper.set_scale(1.0)
    assert heading.font().pointSizeF() == pytest.approx(first)
