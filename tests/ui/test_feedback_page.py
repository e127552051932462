"""The page Terugkoppeling and its tabs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.desk.feedback import reminding
from console.domain.feedback import FindKind, LineKind
from tests.ui import lines_steps
from tests.ui.conftest import press, settle
from tests.ui.requests_steps import key
from ui.pages.feedback_leaves import LEAVES

quay = lines_steps.quay  # a fixture


@pytest.fixture
def page(quay, open_page, dutch):
    return open_page("feedback")


def test_leaf_is_made_when_it_is_first_shown(qtbot, window, page):
    assert set(page._leaves) == {"lines"}
    page.tabs.tabBar().setFocus()
    press(qtbot, window, Qt.Key.Key_Right)
    settle(qtbot, window.jobs)
    assert page.leaf_key == LEAVES[1].key
    assert set(page._leaves) == {"lines", LEAVES[1].key}
    assert page.tabs.tabBar().hasFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    assert page.shown_leaf.isAncestorOf(QApplication.focusWidget())


def test_another_page_points_at_a_line(qtbot, window, page, quay):
    page.tabs.setCurrentIndex(1)
    window.show_page("week")
    settle(qtbot, window.jobs)
    window.page("week").page_requested.emit("feedback", ("lines", quay.tile.id))
    settle(qtbot, window.jobs)
    assert page.leaf_key == "lines"
    assert page.shown_leaf.parts.line.card.detail.line.id == quay.tile.id


def test_leaf_out_of_sight_looks_again_when_it_is_shown(qtbot, window, page, quay, console):
    leaf = page.shown_leaf
    page.tabs.setCurrentIndex(1)
    settle(qtbot, window.jobs)
    lines_steps.open_line(console, (quay.group_id, None), what="Fietswrak")
    page.changed(lines_steps.CHANGED)
    page.tabs.setCurrentIndex(0)
    settle(qtbot, window.jobs)
    assert leaf.rows.rowCount() == 4


def test_large_letters_ask_for_no_wider_page_than_this_week(
    qtbot, qapp, window, quay, console, make_group, open_page, dutch
):
    far = make_group("Buurtpreventie Bedrijvenpark Noorderzijde en omstreken", profile="hic")
    said = far.say("Hebben jullie al iets gehoord?", "Marieke van der Wetering-Oosterhuis")
    lines_steps.find(console, far, FindKind.ASKS, said)
    before = qapp.font()
    large = qapp.font()
    large.setPointSizeF(before.pointSizeF() * 2)
    try:
        qapp.setFont(large)
        week = open_page("week").minimumSizeHint().width()
        page = open_page("feedback")
        assert page.minimumSizeHint().width() <= week
        parts = page.shown_leaf.parts
        assert parts.found.frames[0].minimumSizeHint().width() <= parts.line.minimumWidth()
    finally:
        qapp.setFont(before)


def test_what_was_copied_is_read_as_a_mail_here_and_as_a_chat_elsewhere(qtbot, window, page, clipboard):
    clipboard.setText("[BC-1] Gemaakt.")
    key(qtbot, window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.shown_leaf.parts.mail.paste.toPlainText() == "[BC-1] Gemaakt."
    window.show_page("week")
    settle(qtbot, window.jobs)
    key(qtbot, window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.current_key == "intake"


def test_days_until_the_reminder_are_set_for_each_kind(qtbot, window, open_page, dutch, console):
    settings = open_page("settings")
    settings.show_leaf("reminders")
    settle(qtbot, window.jobs)
    form = settings.shown_leaf.form
    assert {box.value() for box in form.days.values()} == {7}
    form.days[LineKind.URGENT].setValue(2)
    settle(qtbot, window.jobs)
    assert reminding.days(console)[LineKind.URGENT] == 2
    assert reminding.days(console)[LineKind.OTHER] == 7
    settings.refresh()
    settle(qtbot, window.jobs)
    assert form.days[LineKind.URGENT].value() == 2
