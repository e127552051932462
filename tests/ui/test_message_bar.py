"""The message bar: good news goes by itself, trouble stays."""

import pytest
from PySide6.QtCore import QRect
from typing_extensions import override

from ui.widgets.message_bar import MessageBar


@pytest.fixture
def bar(qtbot):
    made = MessageBar()
    qtbot.addWidget(made)
    made._timer.setInterval(1)
    return made


def test_good_news_goes_by_itself(qtbot, bar):
    bar.tell("De notitie is bewaard.")
    assert bar.text == "De notitie is bewaard."
    qtbot.waitUntil(lambda: bar.text == "")


def test_trouble_stays_also_after_good_news(qtbot, bar):
    bar.tell("De notitie is bewaard.")
    bar.warn("Er is iets. Doe iets.")
    with qtbot.assertNotEmitted(bar._timer.timeout, wait=20):
        pass
    assert bar.text == "Er is iets. Doe iets."
    bar.clear()
    assert bar.text == ""


def test_the_whole_ground_follows_from_good_news_to_trouble(qtbot):
    painted: list[QRect] = []

    class Watched(MessageBar):
        @override
        def paintEvent(self, event):
            painted.append(event.rect())
            super().paintEvent(event)

    bar = Watched()
    qtbot.addWidget(bar)
    bar.resize(600, 60)
    with qtbot.waitExposed(bar):
        bar.tell("Er is iets.")
    qtbot.waitUntil(lambda: bool(painted))
    painted.clear()
    bar.warn("Er is wat.")
    qtbot.waitUntil(lambda: bar.rect() in painted)
