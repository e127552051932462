"""The message bar: good news goes by itself, trouble stays."""

import pytest

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
