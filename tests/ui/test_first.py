"""The empty console: one question, three ways in, and how to make an export."""

import pytest
from PySide6.QtCore import Qt

from ui.dialogs.export_help import Picture
from ui.jobs import Jobs
from ui.pages.first import FirstView
from ui.shortcuts import KeyMap
from ui.widgets.text import PlainLabel


@pytest.fixture
def page(qtbot, qapp):
    jobs = Jobs("nl")
    made = FirstView(jobs, KeyMap(qapp))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    yield made
    jobs.close()


def said(page):
    return " ".join(label.text() for label in page.findChildren(PlainLabel))


@pytest.mark.parametrize(
    ("button", "signal"),
    [("choose", "file_choice_requested"), ("paste", "paste_requested"), ("demo", "demo_requested")],
)
def test_every_way_in_works_by_keyboard(qtbot, page, button, signal):
    widget = getattr(page.start, button)
    widget.setFocus()
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.keyClick(widget, Qt.Key.Key_Space)


def test_page_explains_the_export_and_what_can_stand_in_the_way(page):
    text = said(page)
    for word in ("iPhone", "Android", "40,000", "Advanced Chat Privacy"):
        assert word in text
    assert all(picture.accessibleName() for picture in page.findChildren(Picture))


def test_who_has_no_chat_yet_reads_where_to_begin(page):
    assert "make a new group on the page Groups" in said(page)


def test_pictures_are_drawn(page):
    for picture in page.findChildren(Picture):
        image = picture.grab().toImage()
        colors = {
            image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
        }
        assert "#1f5fa8" in colors  # the blue of the ring around what to tap


def test_pictures_take_no_more_room_than_they_fill(qtbot, page):
    page.resize(700, 1200)
    for picture in page.findChildren(Picture):
        width, height = picture.width(), picture.height()
        qtbot.waitUntil(lambda picture=picture: picture.height() < picture.sizeHint().height())
        assert abs(height - picture.heightForWidth(width)) <= 1


def test_page_follows_the_language(qtbot, page, dutch):
    qtbot.waitUntil(lambda: "Sleep een export" in said(page))
    assert "40.000" in said(page)
    assert "Geavanceerde chatprivacy" in said(page)
    dutch.choose("en")
    qtbot.waitUntil(lambda: "Drop a WhatsApp export" in said(page))
