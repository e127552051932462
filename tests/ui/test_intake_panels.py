"""The panels of taking in, each by itself: questions, pasted text, progress, outcome."""

from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt

from console.chats.reading import ChatChoice, DatedSample, DateOrder
from console.domain.message import Kind, Message
from console.jobs import Progress
from ui.dialogs.import_outcome import ImportOutcomeView, ImportTroubleView
from ui.dialogs.import_paste import SHOWN_CHARACTERS, ImportPasteView
from ui.dialogs.import_progress import STEPS, ImportProgressView
from ui.dialogs.import_question import ChatView, ColumnsView, DateOrderView, YearView
from ui.widgets.text import PlainLabel

SPACE, ENTER, DOWN = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down


@pytest.fixture
def show(qtbot):
    """Put a panel on the screen."""

    def put(panel):
        qtbot.addWidget(panel)
        panel.resize(900, 600)
        with qtbot.waitActive(panel):
            panel.show()
            panel.activateWindow()
        return panel

    return put


def sample(order, month, day):
    first = Message(datetime(2024, month, day, 10, 0), "Anja", Kind.TEXT, "<b>Goedemorgen</b>\nallemaal")
    return DatedSample(order, first, first._replace(sent_at=datetime(2024, month, day, 10, 5), author="Bert"))


SAMPLES = (sample(DateOrder.DMY, 4, 3), sample(DateOrder.MDY, 3, 4))


def said(panel):
    return " ".join(label.text() for label in panel.findChildren(PlainLabel))


def test_date_order_is_never_guessed(qtbot, show):
    panel = show(DateOrderView(SAMPLES, None))
    assert panel.answer() is None
    assert not panel.confirm.isEnabled()


def test_date_order_is_asked_with_both_readings(qtbot, show):
    panel = show(DateOrderView(SAMPLES, None))
    texts = [button.text() for button in panel._choices.buttons()]
    assert "3 april" in texts[0].lower()
    assert "4 ma" in texts[1].lower()
    assert "<b>Goedemorgen</b> allemaal" in said(panel)
    assert "Bert" in said(panel)


def test_date_order_is_chosen_by_keyboard(qtbot, show):
    panel = show(DateOrderView(SAMPLES, None))
    panel.setFocus()
    focus = panel.focusProxy()
    qtbot.keyClick(focus, SPACE)
    qtbot.keyClick(focus, DOWN)
    with qtbot.waitSignal(panel.answered) as answered:
        qtbot.keyClick(panel.confirm, SPACE)
    assert answered.args == ["date_order", DateOrder.MDY]


def test_date_order_proposes_the_likely_one(qtbot, show):
    panel = show(DateOrderView(SAMPLES, DateOrder.MDY))
    assert panel.answer() is DateOrder.MDY
    assert panel.confirm.isEnabled()


def test_chat_is_chosen_by_keyboard_with_groups_on_top(qtbot, show):
    name = "Linden\u202ehof"
    panel = show(ChatView((ChatChoice("Piet", 9000, True), ChatChoice(name, 412, False, datetime(2026, 1, 1)))))
    assert not panel.confirm.isEnabled()
    panel.setFocus()
    panel.chats.setCurrentRow(0)
    assert "‹U+202E›" in panel.chats.item(0).text()
    assert "Piet" in panel.chats.item(1).text()
    with qtbot.waitSignal(panel.answered) as answered:
        qtbot.keyClick(panel.chats, ENTER)
    assert answered.args == ["chat", name]  # as the export writes it


def test_year_is_asked(qtbot, show):
    panel = show(YearView())
    panel.year.setValue(2019)
    with qtbot.waitSignal(panel.answered) as answered:
        qtbot.mouseClick(panel.confirm, Qt.MouseButton.LeftButton)
    assert answered.args == ["year", 2019]


@pytest.fixture
def columns(show):
    return show(ColumnsView(("wanneer", "wie", "<b>wat</b>\u202e", "uur")))


def test_columns_are_said_by_keyboard(qtbot, columns):
    columns.setFocus()
    assert columns.focusProxy() is columns.choices["date"]
    for role, presses in (("date", 1), ("time", 4), ("author", 2), ("text", 3)):
        assert not columns.confirm.isEnabled()
        for _ in range(presses):
            qtbot.keyClick(columns.choices[role], DOWN)
    assert columns.choices["text"].currentText() == "<b>wat</b>‹U+202E›"
    with qtbot.waitSignal(columns.answered) as answered:
        qtbot.keyClick(columns.confirm, SPACE)
    pairs = (("date", "wanneer"), ("time", "uur"), ("author", "wie"), ("text", "<b>wat</b>\u202e"))
    assert answered.args == ["columns", pairs]


def test_time_is_the_only_column_that_may_be_left_out(columns):
    for role, place in (("date", 1), ("author", 2), ("text", 3)):
        assert columns.answer() is None
        columns.choices[role].setCurrentIndex(place)
    assert columns.answer() == (("date", "wanneer"), ("author", "wie"), ("text", "<b>wat</b>\u202e"))


def test_one_column_cannot_be_two_things(columns):
    for role in ("date", "author", "text"):
        columns.choices[role].setCurrentIndex(1)
    assert not columns.confirm.isEnabled()
    columns.choices["author"].setCurrentIndex(2)
    columns.choices["text"].setCurrentIndex(3)
    assert columns.confirm.isEnabled()
    columns.choices["time"].setCurrentIndex(3)
    assert not columns.confirm.isEnabled()


def paste(panel, text):
    mime = QMimeData()
    mime.setText(text)
    mime.setHtml(f"<img src='nowhere.png'><b>{text[:10]}</b>")
    panel.field.insertFromMimeData(mime)


def test_paste_takes_plain_text_only(qtbot, show):
    panel = show(ImportPasteView())
    assert not panel.proceed.isEnabled()
    paste(panel, "[21:03, 14-11-2026] Anja: <b>hoi</b>")
    with qtbot.waitSignal(panel.text_given) as given:
        qtbot.keyClick(panel.proceed, SPACE)
    assert given.args == ["[21:03, 14-11-2026] Anja: <b>hoi</b>"]


def test_paste_keeps_long_text_without_laying_it_out(qtbot, show):
    panel = show(ImportPasteView())
    text = "x" * 3_000_000  # one line of this stops a text field for minutes
    paste(panel, text)
    assert panel.field.toPlainText() == ""
    assert "3000000" in "".join(filter(str.isdecimal, said(panel)))
    with qtbot.waitSignal(panel.text_given) as given:
        panel.proceed.click()
    assert given.args == [text]
    panel.start("kort")
    assert (panel.text(), panel.field.isVisible()) == ("kort", True)
    panel.start("y" * (SHOWN_CHARACTERS + 1))
    assert not panel.field.isVisible()


def test_progress_shows_how_far_it_is_and_stops_once(qtbot, show):
    panel = show(ImportProgressView())
    panel.start("Inlezen")
    assert panel.bar.maximum() == 0  # not known yet
    panel.show_progress(Progress("", 0.25, 1204), "")
    assert (panel.bar.value(), panel.bar.maximum()) == (STEPS // 4, STEPS)
    assert "204" in said(panel)
    with qtbot.waitSignal(panel.cancel_requested):
        qtbot.keyClick(panel.stop, SPACE)
    assert not panel.stop.isEnabled()


@pytest.mark.parametrize(("button", "signal"), [("week", "week_requested"), ("more", "more_requested")])
def test_outcome_leads_on(qtbot, show, button, signal):
    panel = show(ImportOutcomeView(("HIC: 412 gelezen.", "Lindenhof: overgeslagen.")))
    assert "HIC: 412 gelezen." in said(panel)
    assert "overgeslagen" in said(panel)
    with qtbot.waitSignal(getattr(panel, signal)):
        qtbot.keyClick(getattr(panel, button), SPACE)


@pytest.mark.parametrize(
    ("button", "signal"), [("retry", "retry_requested"), ("skip", "skipped"), ("help", "help_requested")]
)
def test_trouble_leads_on(qtbot, show, button, signal):
    panel = show(ImportTroubleView("<img src=x>.txt", "Dit is geen export."))
    assert "<img src=x>.txt" in said(panel)
    with qtbot.waitSignal(getattr(panel, signal)):
        qtbot.keyClick(getattr(panel, button), SPACE)


def test_panels_that_outlive_their_step_follow_the_language(show, dutch):
    paste, progress = show(ImportPasteView()), show(ImportProgressView())
    paste.start("x" * (SHOWN_CHARACTERS + 1))
    assert (paste.proceed.text(), progress.stop.text()) == ("&Doorgaan", "&Stoppen")
    dutch.choose("en")
    QCoreApplication.sendPostedEvents()
    assert (paste.proceed.text(), progress.stop.text()) == ("&Continue", "&Stop")
    said = " ".join(label.text() for label in paste.findChildren(PlainLabel))
    assert "Paste messages" in said
    assert "20,001 characters" in said
