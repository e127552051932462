"""The page Inlezen when the export does not tell everything: one question after the other."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, Qt

from console.desk import judging
from console.desk import messages as desk
from console.desk.forgetting import terms
from console.domain.group import GroupId
from console.domain.retention import OlderHistory
from tests.console.desk.conftest import NOW
from tests.ui import intake_steps
from tests.ui.intake_steps import EVERYTHING, count, forget_older, said, step
from tests.ui.support import DATA, write_chat
from tests.ui.test_accessibility import assert_names_and_letters
from ui.dialogs.import_outcome import ImportOutcomeView, ImportTroubleView
from ui.dialogs.import_preview import ImportPreviewView
from ui.dialogs.import_question import ChatView, ColumnsView, DateOrderView, YearView
from ui.dialogs.older_history import OlderHistoryView

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return
console, page = intake_steps.console, intake_steps.page  # fixtures


def test_date_order_is_asked_once_and_obeyed(qtbot, page, console):
    page.take_files((DATA / "us_one_day_undecidable.txt",))
    question = step(qtbot, page, DateOrderView)
    texts = [button.text().lower() for button in question._choices.buttons()]
    month_first = next(number for number, text in enumerate(texts) if "4 m" in text)  # 4 maart, 4 March
    question._choices.button(month_first).click()
    qtbot.keyClick(question._choices.button(month_first), ENTER)
    step(qtbot, page, ImportPreviewView).group.setEditText("Straat")
    page._steps.currentWidget().start.click()
    forget_older(qtbot, page)
    step(qtbot, page, ImportOutcomeView)
    rows = desk.message_rows(console, desk.message_ids(console, EVERYTHING))
    assert {(row.at.day, row.at.month) for row in rows.values()} == {(4, 3)}


def test_chat_of_an_account_is_asked_for(qtbot, page):
    page.take_files((DATA / "result_all_chats.json",))
    question = step(qtbot, page, ChatView)
    name = question.chats.item(0).data(Qt.ItemDataRole.UserRole)
    question.chats.setCurrentRow(0)
    qtbot.keyClick(question.chats, ENTER)
    preview = step(qtbot, page, ImportPreviewView)
    assert preview.group.currentText() == name


def test_year_of_copied_text_is_asked_for(qtbot, page):
    page._on_paste_text_given((DATA / "phone_multiselect_copy_no_year.txt").read_text(encoding="utf-8"))
    question = step(qtbot, page, YearView)
    question.year.setValue(2021)
    question.confirm.click()
    order = step(qtbot, page, DateOrderView)  # 5/2 is a day in February or in May: one question after the other
    order._choices.button(0).click()
    order.confirm.click()
    assert "2021" in said(step(qtbot, page, ImportPreviewView))


TABLE = "wanneer;wie;wat\n13-11-2026 21:03;Anja;Wie kent de witte bus?\n14-11-2026 08:00;Bram;Ik\n"


def choose_columns(panel, *places):
    for box, place in zip(panel.choices.values(), places, strict=True):
        box.setCurrentIndex(place)
    panel.confirm.click()


def test_columns_of_a_table_are_asked_for(qtbot, page, console, tmp_path):
    path = tmp_path / "groep.csv"
    path.write_text(TABLE, encoding="utf-8")
    page.take_files((path,))
    choose_columns(step(qtbot, page, ColumnsView), 1, 0, 2, 3)
    preview = step(qtbot, page, ImportPreviewView)
    assert "Wie kent de witte bus?" in said(preview)
    preview.group.setEditText("Straat")
    preview.start.click()
    step(qtbot, page, ImportOutcomeView)
    rows = desk.message_rows(console, desk.message_ids(console, EVERYTHING)).values()
    assert [(row.author, row.text) for row in rows] == [("Anja", "Wie kent de witte bus?"), ("Bram", "Ik")]


def test_wrong_answer_is_asked_for_again(qtbot, page, tmp_path):
    path = tmp_path / "groep.csv"
    path.write_text(TABLE, encoding="utf-8")
    page.take_files((path,))
    choose_columns(step(qtbot, page, ColumnsView), 3, 0, 2, 1)  # a message is no date
    step(qtbot, page, ImportTroubleView).retry.click()
    step(qtbot, page, ColumnsView)


def test_question_stays_when_something_is_pasted(qtbot, page):
    page.take_files((DATA / "us_one_day_undecidable.txt",))
    question = step(qtbot, page, DateOrderView)
    page.take_text("iets anders")
    assert page._steps.currentWidget() is question


def test_question_can_be_left(qtbot, page, console):
    page.take_files((DATA / "us_one_day_undecidable.txt",))
    step(qtbot, page, DateOrderView)._skip.click()
    outcome = said(step(qtbot, page, ImportOutcomeView))
    assert "us_one_day_undecidable.txt" in outcome
    assert "Nothing was taken in" in outcome
    assert count(console) == 0


def test_another_language_keeps_what_was_filled_in(qtbot, page, dutch, tmp_path):
    page.take_files((write_chat(tmp_path),))
    before = step(qtbot, page, ImportPreviewView)
    before.group.setEditText("Mijn straat")
    before.profile.setCurrentIndex(before.profile.findData("hic"))
    before.review.setCurrentIndex(before.review.findData("date"))
    before.review_date.setDate(before.review_date.date().addDays(-3))
    dutch.choose("en")
    qtbot.waitUntil(lambda: page._steps.currentWidget() is not before)
    after = page._steps.currentWidget()
    assert after.group.currentText() == "Mijn straat"
    assert (after.profile.currentData(), after.review.currentData()) == ("hic", "date")
    assert after.review_date.date() == before.review_date.date()


@pytest.mark.parametrize("kind", ["dates", "chat", "year", "columns"])
def test_another_language_keeps_what_was_chosen(qtbot, page, dutch, tmp_path, kind):
    path = tmp_path / "groep.csv"
    path.write_text(TABLE, encoding="utf-8")
    if kind == "year":
        page._on_paste_text_given((DATA / "phone_multiselect_copy_no_year.txt").read_text(encoding="utf-8"))
        before = step(qtbot, page, YearView)
        before.year.setValue(2019)
    elif kind == "chat":
        page.take_files((DATA / "result_all_chats.json",))
        before = step(qtbot, page, ChatView)
        before.chats.setCurrentRow(1)
    elif kind == "dates":
        page.take_files((DATA / "us_one_day_undecidable.txt",))
        before = step(qtbot, page, DateOrderView)
        before._choices.button(1).click()
    else:
        page.take_files((path,))
        before = step(qtbot, page, ColumnsView)
        for box, place in zip(before.choices.values(), (1, 0, 2, 3), strict=True):
            box.setCurrentIndex(place)
    answer = before.answer()
    dutch.choose("en")
    qtbot.waitUntil(lambda: page._steps.currentWidget() is not before)
    assert answer is not None
    assert page._steps.currentWidget().answer() == answer
    assert page._steps.currentWidget().confirm.isEnabled()


# --- older than the group keeps texts --------------------------------------------------------------------------------

LONG_AGO = """\
01-03-2026 21:03 - Anja: Wie kent de witte bus voor nummer 12?
02-03-2026 21:05 - Bram: Die is van mijn zwager
14-11-2026 08:10 - Fatima: Rode kat gevonden bij de speeltuin
"""


def offer_long_ago(qtbot, page, tmp_path):
    page.take_files((write_chat(tmp_path, text=LONG_AGO),))
    step(qtbot, page, ImportPreviewView).start.click()
    return step(qtbot, page, OlderHistoryView)


def test_an_older_history_is_counted_and_forgotten_by_keyboard(qtbot, window, page, console, tmp_path, dutch):
    question = offer_long_ago(qtbot, page, tmp_path)
    assert_names_and_letters(window, page)
    assert "Het oudste is van zondag 1 maart 2026. Wat wilt u met deze oude berichten?" in said(question)
    alone = OlderHistoryView(OlderHistory(1, NOW, 90), NOW.date())
    qtbot.addWidget(alone)
    assert "Het is van zondag 15 november 2026. Wat wilt u met dit oude bericht?" in said(alone)
    assert not question.confirm.isEnabled()  # nothing is chosen beforehand
    assert window.focusWidget() is question.forget
    qtbot.keyClick(question.forget, SPACE)
    qtbot.keyClick(question.forget, ENTER)
    step(qtbot, page, ImportOutcomeView)
    judging.judge_waiting(console)
    kept = [row.text for row in desk.message_rows(console, desk.message_ids(console, EVERYTHING)).values()]
    assert sum("witte bus" in text or "zwager" in text for text in kept) == 0
    assert "Rode kat gevonden bij de speeltuin" in kept
    assert len(kept) == 3  # that they were written stays


def test_an_older_history_is_kept_for_an_evaluation_with_its_reason(qtbot, page, console, tmp_path):
    question = offer_long_ago(qtbot, page, tmp_path)
    question.keep.click()
    assert not question.confirm.isEnabled()
    question.fields.day.setDate(QDate(2027, 1, 31))
    qtbot.keyClicks(question.fields.reason, "Jaarverslag")
    qtbot.keyClick(question.fields.reason, ENTER)
    step(qtbot, page, ImportOutcomeView)
    kept = terms.older_of_group(console, GroupId(1))
    assert (kept.until.astimezone(ZoneInfo("Europe/Amsterdam")).date(), kept.reason) == (
        date(2027, 2, 1),
        "Jaarverslag",
    )
    page.take_files((write_chat(tmp_path, text=LONG_AGO),))
    step(qtbot, page, ImportPreviewView).start.click()
    step(qtbot, page, ImportOutcomeView)  # it was said already


def test_an_older_history_that_is_left_out_changes_nothing_and_follows_the_language(
    qtbot, window, page, console, tmp_path, dutch
):
    question = offer_long_ago(qtbot, page, tmp_path)
    question.keep.click()
    question.fields.reason.setText("Jaarverslag")
    page.retranslate()
    again = step(qtbot, page, OlderHistoryView)
    assert again is not question
    assert (again.keep.isChecked(), again.fields.words) == (True, "Jaarverslag")
    dutch.choose("en")
    assert_names_and_letters(window, page)
    again = step(qtbot, page, OlderHistoryView)
    again.leave_out.click()
    page.retranslate()
    again = step(qtbot, page, OlderHistoryView)
    assert again.leave_out.isChecked()
    again.confirm.click()
    assert "left out" in said(step(qtbot, page, ImportOutcomeView))
    assert count(console) == 0
