"""The page Inlezen over a real store: from a dropped file to what needs attention."""

import zipfile
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication

from console.desk import groups, intake, judging, todos, triage
from console.domain.decision import Act, Verb
from tests.console.desk.outgoing import decided
from tests.ui import intake_steps
from tests.ui.conftest import drop, settle
from tests.ui.intake_steps import count, forget_older, said, step
from tests.ui.support import FLAGGED_TEXT, LINDENHOF, write_chat
from ui.dialogs.import_outcome import ImportOutcomeView, ImportTroubleView
from ui.dialogs.import_preview import ImportPreviewView
from ui.looking_through import LookingThrough
from ui.widgets.text import PlainLabel

SPACE, ESC = Qt.Key.Key_Space, Qt.Key.Key_Escape
console, page = intake_steps.console, intake_steps.page  # fixtures


# --- the whole road --------------------------------------------------------------------------------------------------


def test_dropped_file_is_recognised_taken_in_and_leads_to_the_week(qtbot, window, console, tmp_path):
    drop(window, write_chat(tmp_path))
    assert window.current_key == "intake"
    page = window.page("intake")
    preview = step(qtbot, page, ImportPreviewView)
    text = said(preview).lower()
    for expected in ("whatsapp", "12 november 2026", "14 november 2026", "5 message", "wie kent de witte bus"):
        assert expected in text
    assert preview.group.currentText() == "Lindenhof"
    assert count(console) == 0  # nothing is kept before a person says so
    qtbot.keyClick(preview.start, SPACE)
    outcome = step(qtbot, page, ImportOutcomeView)
    assert "Lindenhof" in said(outcome)
    assert count(console) == 5
    qtbot.keyClick(outcome.week, SPACE)
    assert window.current_key == "week"


def test_import_ends_before_its_messages_are_judged_and_the_week_fills_by_itself(qtbot, window, page, dutch, tmp_path):
    page.take_files((write_chat(tmp_path),))
    outcome = take_in(qtbot, page)
    assert "verschijnt vanzelf onder Deze week" in said(outcome)
    assert judging.has_waiting(window.jobs.console)
    outcome.week.click()
    settle(qtbot, window.jobs)
    week = window.page("week")
    assert "Nog niet alle berichten zijn bekeken." in said(week)
    looking_through = LookingThrough(window.jobs, window)
    with qtbot.waitSignal(looking_through.ended):
        looking_through.start()
    settle(qtbot, window.jobs)
    rows = [week.rows.row(place) for place in range(week.rows.rowCount())]
    assert [row.item.text for row in rows] == [FLAGGED_TEXT]


def test_week_without_flags_says_that_everything_was_looked_at(qtbot, window, page, dutch, tmp_path):
    looking_through = LookingThrough(window.jobs, window)
    page.take_files((write_chat(tmp_path, text="10-11-2026 09:00 - Sam: Vergadering is om half negen\n"),))
    with qtbot.waitSignal(looking_through.ended):
        outcome = take_in(qtbot, page)
    outcome.week.click()
    settle(qtbot, window.jobs)
    assert "Nog niet alle berichten" not in said(window.page("week"))


def take_in(qtbot, page):
    step(qtbot, page, ImportPreviewView).start.click()
    return step(qtbot, page, ImportOutcomeView)


def test_same_file_again_brings_nothing_new_and_says_so(qtbot, page, console, tmp_path):
    path = write_chat(tmp_path)
    for expected, is_looked_through in (("5 new", True), ("nothing new", False)):
        page.take_files((path,))
        outcome = take_in(qtbot, page)
        assert expected in said(outcome)
        assert ("by itself" in said(outcome)) == is_looked_through
        outcome.more.click()
    assert count(console) == 5


def test_group_without_a_name_is_asked_for_one(qtbot, page, tmp_path):
    page.take_files((write_chat(tmp_path),))
    preview = step(qtbot, page, ImportPreviewView)
    preview.group.setEditText("  ")
    assert "name" in preview.group_hint.text()
    assert not preview.start.isEnabled()


def test_whole_road_by_keyboard_alone(qtbot, window, page, console, tmp_path):
    page.take_files((write_chat(tmp_path),))
    preview = step(qtbot, page, ImportPreviewView)
    assert preview.group.lineEdit().hasFocus() or preview.group.hasFocus()
    for _ in range(10):
        if preview.start.hasFocus():
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert preview.start.hasFocus()
    qtbot.keyClick(preview.start, SPACE)
    outcome = step(qtbot, page, ImportOutcomeView)
    assert outcome.week.hasFocus()
    qtbot.keyClick(outcome.week, SPACE)
    assert window.current_key == "week"


def test_group_and_profile_are_those_that_the_person_chose(qtbot, page, console, tmp_path):
    page.take_files((write_chat(tmp_path),))
    preview = step(qtbot, page, ImportPreviewView)
    preview.group.setEditText("  Mijn   straat ")
    preview.profile.setCurrentIndex(preview.profile.findData("hic"))
    assert preview.profile_description.text()
    preview.start.click()
    step(qtbot, page, ImportOutcomeView)
    assert [(group.name, group.profile) for group in groups.groups(console)] == [("Mijn straat", "hic")]


def test_empty_group_name_cannot_start(qtbot, page, tmp_path):
    page.take_files((write_chat(tmp_path),))
    preview = step(qtbot, page, ImportPreviewView)
    preview.group.setEditText("   ")
    assert not preview.start.isEnabled()


@pytest.mark.parametrize(("choice", "items"), [("all", 1), ("default", 1), ("date", 0)])
def test_review_from_decides_what_is_queued(qtbot, page, console, tmp_path, choice, items):
    page.take_files((write_chat(tmp_path),))
    preview = step(qtbot, page, ImportPreviewView)
    preview.review.setCurrentIndex(preview.review.findData(choice))
    assert preview.review_date.isVisible() == (choice == "date")
    preview.review_date.setDate(preview.review_date.date().fromString("2026-11-15", Qt.DateFormat.ISODate))
    preview.start.click()
    step(qtbot, page, ImportOutcomeView)
    judging.judge_pending(console)
    assert len(triage.week(console)) == items


def test_known_group_is_proposed_and_gets_only_what_is_new(qtbot, page, console, tmp_path):
    intake.import_text(console, LINDENHOF, "Lindenhof", "hic")
    page.take_files((write_chat(tmp_path, text=LINDENHOF + "15-11-2026 09:00 - Bram: Goedemorgen\n"),))
    preview = step(qtbot, page, ImportPreviewView)
    assert preview.group.currentText() == "Lindenhof"
    assert (preview.profile.currentData(), preview.profile.isEnabled()) == ("hic", False)
    preview.group.setEditText("lindenhof")
    assert not preview.profile.isEnabled()
    preview.start.click()
    outcome = step(qtbot, page, ImportOutcomeView)
    assert "1 " in said(outcome)
    assert count(console) == 6
    assert len(groups.groups(console)) == 1


def test_outcome_tells_what_was_seen_of_the_things_on_the_phone(qtbot, page, console, dutch, tmp_path):
    group_id = intake.import_text(console, LINDENHOF, "Lindenhof", "hic").group_id
    for key, text in enumerate(("Wilt u geen nummers delen, beste buren?", "Vergadering is om acht uur in het huis")):
        decided(console, Act(Verb.GROUP, text=text), group_id, key=str(key))
    for todo in todos.todos(console):
        todos.done(console, todo.id)
    at = (console.now() + timedelta(hours=2)).astimezone(ZoneInfo("Europe/Amsterdam"))
    posted = f"{at:%d-%m-%Y %H:%M} - Bram: Wilt u geen nummers delen, beste buren?\n"
    page.take_files((write_chat(tmp_path, text=LINDENHOF + posted),))
    step(qtbot, page, ImportPreviewView).start.click()
    told = said(step(qtbot, page, ImportOutcomeView))
    assert "1 klus op uw telefoon: gedaan volgens deze export, en van uw lijst." in told
    assert "1 klus op uw telefoon: nog niet te zien in deze export, en weer op uw lijst." in told


# --- several files, trouble, stopping --------------------------------------------------------------------------------


def test_several_files_go_one_after_the_other(qtbot, page, console, tmp_path):
    kade = write_chat(tmp_path, "Kade", "10-11-2026 09:00 - Sam: Vergadering is om half negen\n")
    page.take_files((write_chat(tmp_path), tmp_path / "gone.txt", kade))
    step(qtbot, page, ImportPreviewView)
    assert "1" in page._which.text()
    assert "3" in page._which.text()
    page._steps.currentWidget().start.click()
    trouble = step(qtbot, page, ImportTroubleView)
    assert "gone.txt" in said(trouble)
    trouble.skip.click()
    step(qtbot, page, ImportPreviewView).start.click()
    text = said(step(qtbot, page, ImportOutcomeView))
    assert [name in text for name in ("Lindenhof", "gone.txt", "Kade")] == [True] * 3
    assert [group.name for group in groups.groups(console)] == ["Lindenhof", "Kade"]


def make(tmp_path, kind):
    path = tmp_path / f"{kind}.txt"
    if kind == "no chat":
        path.write_text("Dit is geen gesprek\nmaar een brief\n" * 20, encoding="utf-8")
    elif kind == "empty":
        path.touch()
    elif kind == "folder":
        path.mkdir()
    elif kind == "media zip":
        path = path.with_suffix(".zip")
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("IMG-20261114-WA0001.jpg", b"\xff\xd8")
    elif kind == "broken zip":
        path = path.with_suffix(".zip")
        path.write_bytes(b"PK\x03\x04" + b"\x00" * 100)
    return path


@pytest.mark.parametrize("kind", ["no chat", "empty", "folder", "media zip", "broken zip", "gone"])
def test_bad_file_says_what_is_wrong_and_loses_nothing(qtbot, page, console, tmp_path, kind):
    path = make(tmp_path, kind)
    page.take_files((path,))
    trouble = step(qtbot, page, ImportTroubleView)
    assert len(trouble.sentence.text()) > 20
    assert "Traceback" not in trouble.sentence.text()
    assert count(console) == 0
    trouble.skip.click()
    assert path.name in said(step(qtbot, page, ImportOutcomeView))


def test_trouble_can_be_tried_again(qtbot, page, tmp_path):
    path = tmp_path / "WhatsApp-chat met Lindenhof.txt"
    page.take_files((path,))
    trouble = step(qtbot, page, ImportTroubleView)
    write_chat(tmp_path)
    qtbot.keyClick(trouble.retry, SPACE)
    step(qtbot, page, ImportPreviewView)


def test_trouble_leads_to_the_explanation_of_exports(qtbot, window, page, tmp_path):
    page.take_files((tmp_path / "gone.txt",))
    step(qtbot, page, ImportTroubleView).help.click()
    assert window.current_key == "first"
    assert "Advanced Chat Privacy" in said(window.page("first"))


def big_chat(tmp_path):
    lines = (
        f"{1 + n // 43200:02d}-01-2026 {n // 60 % 24:02d}:{n % 60:02d} - Anja Bakker: bericht {n} over de straat\n"
        for n in range(60_000)
    )
    return write_chat(tmp_path, "Groot", "".join(lines))


@pytest.mark.parametrize("way", ["button", "escape"])
def test_stopping_an_import_leaves_nothing(qtbot, window, page, console, tmp_path, way):
    page.take_files((big_chat(tmp_path),))
    step(qtbot, page, ImportPreviewView).start.click()
    forget_older(qtbot, page)
    progress = page._progress
    qtbot.waitUntil(lambda: page._job is not None and page._job.progress.count > 0)
    if way == "button":
        qtbot.keyClick(progress.stop, SPACE)
    else:
        qtbot.keyClick(progress.stop, ESC)
    assert "Groot" in said(step(qtbot, page, ImportOutcomeView))
    assert count(console) == 0
    assert groups.groups(console) == ()


def test_files_dropped_meanwhile_wait_their_turn(qtbot, page, tmp_path):
    page.take_files((write_chat(tmp_path),))
    preview = step(qtbot, page, ImportPreviewView)
    page.take_files((write_chat(tmp_path, "Kade", "10-11-2026 09:00 - Sam: Om half negen\n"),))
    assert page._steps.currentWidget() is preview
    assert "2" in page._which.text()
    preview.start.click()
    qtbot.waitUntil(lambda: "Kade" in page._which.text())
    assert "Kade" in step(qtbot, page, ImportPreviewView).group.currentText()


# --- pasting ---------------------------------------------------------------------------------------------------------


def test_ctrl_v_outside_a_field_offers_the_text(qtbot, window, console, clipboard):
    clipboard.setText("[21:03, 14-11-2026] Anja Bakker: Wie kent de witte bus?\n[21:04, 14-11-2026] Bram: Ik\n")
    window.show_page("week")
    qtbot.waitUntil(lambda: window.jobs.is_idle)
    assert window.isActiveWindow()
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.current_key == "intake"
    page = window.page("intake")
    assert "witte bus" in page._paste.text()
    qtbot.keyClick(page._paste.proceed, SPACE)
    preview = step(qtbot, page, ImportPreviewView)
    assert "Wie kent de witte bus?" in said(preview)
    preview.group.setEditText("Straat")
    preview.start.click()
    step(qtbot, page, ImportOutcomeView)
    assert count(console) == 2


def test_file_copied_in_the_file_manager_is_taken_as_a_file(qtbot, window, page, tmp_path, clipboard):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(write_chat(tmp_path)))])
    clipboard.setMimeData(mime)
    window.menus.paste_requested.emit()
    assert step(qtbot, page, ImportPreviewView).group.currentText() == "Lindenhof"


def test_paste_can_be_left_with_escape(qtbot, page):
    page.take_text("iets")
    qtbot.keyClick(page._paste.field, ESC)
    assert page._steps.currentWidget() is page._start


# --- plain text ------------------------------------------------------------------------------------------------------


def test_name_and_text_of_a_stranger_stay_plain(qtbot, page, tmp_path):
    name = "<img src=x> \u202eR&D"
    text = "12-11-2026 21:03 - <b>Anja</b>\u202e: <img src='/etc/passwd'>\n"
    page.take_files((write_chat(tmp_path, text=text),))
    preview = step(qtbot, page, ImportPreviewView)
    assert "<img src='/etc/passwd'>" in said(preview)
    assert "\u202e" not in said(preview)
    preview.group.setEditText(name)
    labels = preview.findChildren(PlainLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_page_follows_the_language(qtbot, page, dutch, tmp_path):
    page.take_files((write_chat(tmp_path),))
    step(qtbot, page, ImportPreviewView)
    assert "Is dit de goede export?" in said(page)
    dutch.choose("en")
    qtbot.waitUntil(lambda: "Is this the right export?" in said(page._steps.currentWidget()))
