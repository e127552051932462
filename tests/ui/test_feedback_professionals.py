"""The leaf Professionals of Terugkoppeling: who owes answers, and the overview that goes to each, by keyboard."""

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from console.desk import professionals
from console.desk.feedback import by_professional, digest, lines
from console.domain.feedback import LineState
from console.domain.professional import ProfessionalFacts
from tests.console.desk.conftest import chat  # noqa: F401  # fixture
from tests.console.desk.feedback.conftest import officer, opened  # noqa: F401  # fixtures
from tests.ui.conftest import press, settle
from tests.ui.test_accessibility import interactive, letters_of, name_of
from ui.models.ledger import ROW_ROLE
from ui.widgets.due_bar import DueBar
from ui.widgets.fact_list import ValueButton
from ui.widgets.text import PlainLabel

KEY = Qt.Key
MAIL = "peter@politie.example"


class MailProgram(QObject):
    """Stands in for the program that opens mail addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(bytes(url.toEncoded()).decode())


@pytest.fixture
def mail_program(qapp):
    made = MailProgram()
    QDesktopServices.setUrlHandler("mailto", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("mailto")


@pytest.fixture
def ledger(console, chat, officer, opened, clock):  # noqa: F811
    """An officer who owes two answers since nine days, beside another who owes none; and a line of the municipality."""
    facts = replace(professionals.of_group(console, chat.group_id)[0].facts, email=MAIL, organisation="Politie")
    professionals.change(console, chat.group_id, officer.professional_id, facts)
    professionals.add(console, chat.group_id, ProfessionalFacts("Aad Bos", "Havensteder"))
    chat.member("Tineke de Wit")
    clock.forward(days=-9)
    first = opened(chat, what="Gat in de stoep bij Tineke", owing=officer)
    second = opened(chat, what="Lamp stuk", owing=officer, state=LineState.TO_ASK)
    opened(chat, what="Vuil naast de bak")
    clock.forward(days=9)
    return first, second


@pytest.fixture
def leaf(qtbot, ledger, window, open_page, dutch):
    """The leaf with the officer chosen."""
    page = open_page("feedback")
    page.show_leaf("professionals")
    settle(qtbot, window.jobs)
    return page.leaf("professionals")


@pytest.fixture
def panel(qtbot, leaf, window):
    """The panel with the overview for him."""
    press(qtbot, window, KEY.Key_W)
    settle(qtbot, window.jobs)
    return leaf.panel


def listed(leaf) -> list[str]:
    return [leaf.rows.row(place).name for place in range(leaf.rows.rowCount())]


def said(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(PlainLabel) if label.isVisibleTo(widget))


def told(window) -> str:
    return window.messages.text.replace("\u2068", "").replace("\u2069", "")


def tab_order(leaf) -> list[QWidget]:
    """What Tab goes to in a leaf, from its first part on."""
    widgets, widget = [], leaf.nextInFocusChain()
    while widget is not leaf:
        if leaf.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            widgets += [widget] if widget.focusPolicy() & Qt.FocusPolicy.TabFocus else []
        widget = widget.nextInFocusChain()
    return widgets


def sent(leaf, officer):  # noqa: F811
    return by_professional.detail(leaf.jobs.console, officer.professional_id).digests


# --- the list --------------------------------------------------------------------------------------------------------


def test_who_may_get_an_overview_stands_first_and_everybody_else_by_name(leaf):
    assert listed(leaf) == ["Peter Smit", "Aad Bos"]
    assert leaf.rows.row(0).is_due
    assert "Tijd voor een overzicht: Peter Smit" in said(leaf).replace("\u2068", "").replace("\u2069", "")
    heard = leaf.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "2 open, 1 te laat" in heard
    assert "overzicht aan de beurt" in heard


def test_sheet_tells_what_is_open_and_names_no_speed_without_answers(leaf, ledger):
    first, second = ledger
    shown = said(leaf.sheet)
    assert f"{first.number} · te laat · 9 dagen" in shown
    assert f"{second.number} · te vragen" in shown
    assert "Er kwam nog geen antwoord om mee te tellen." in shown
    assert "Via de beheerder" in shown or "via de beheerder" in shown.casefold()
    assert MAIL in shown


def test_a_line_of_the_sheet_leads_to_the_questions(qtbot, leaf, ledger):
    with qtbot.waitSignal(leaf.page_requested) as asked:
        next(one for one in leaf.sheet.findChildren(ValueButton) if ledger[0].number in one.accessibleName()).click()
    assert asked.args == ["feedback", ("lines", ledger[0].id)]


def test_organisations_have_the_lines_of_a_service_by_its_name(qtbot, window, leaf):
    leaf.shown.setCurrentIndex(1)
    leaf.shown.activated.emit(1)
    settle(qtbot, window.jobs)
    assert {"gemeente", "Politie"} <= set(listed(leaf))
    leaf.list.choose(listed(leaf).index("gemeente"))
    settle(qtbot, window.jobs)
    assert "Vuil naast de bak" in said(leaf.sheet)
    assert leaf.make.isHidden()


def test_a_person_of_an_organisation_is_shown_at_once(qtbot, window, leaf):
    leaf.open_with("Politie")
    settle(qtbot, window.jobs)
    next(one for one in leaf.sheet.findChildren(ValueButton) if "Peter" in one.accessibleName()).click()
    settle(qtbot, window.jobs)
    assert leaf.shown.currentIndex() == 0
    assert leaf.list.currentIndex().data(ROW_ROLE).name == "Peter Smit"


def test_where_nobody_is_known_the_leaf_says_what_to_do(qtbot, window, open_page, dutch):
    page = open_page("feedback")
    page.show_leaf("professionals")
    settle(qtbot, window.jobs)
    leaf = page.leaf("professionals")
    assert "Er is nog geen professional bekend." in said(leaf)
    assert window.focusWidget() is leaf.shown


def test_how_often_is_kept_and_undone(qtbot, window, leaf, officer):  # noqa: F811
    leaf.how_often.setCurrentIndex(leaf.how_often.findData(0))
    leaf.how_often.activated.emit(leaf.how_often.currentIndex())
    settle(qtbot, window.jobs)
    assert not digest.due(leaf.jobs.console)
    assert listed(leaf) == ["Aad Bos", "Peter Smit"]
    leaf.list.setFocus()
    press(qtbot, window, KEY.Key_Z)
    settle(qtbot, window.jobs)
    assert listed(leaf) == ["Peter Smit", "Aad Bos"]


def test_tab_goes_in_reading_order(leaf):
    order = [widget for widget in tab_order(leaf) if widget is not leaf.sheet]
    shows = [widget for widget in order if isinstance(widget, ValueButton)]
    assert order == [leaf.shown, leaf.list, *shows, leaf.make, leaf.how_often, leaf.change]


# --- the overview ----------------------------------------------------------------------------------------------------


def test_overview_names_nobody_and_says_what_came_out(leaf, panel, ledger):
    assert "Gat in de stoep bij" in panel.text
    assert "Tineke" not in panel.text
    assert "Tineke (naam)" in said(panel).replace("\u2068", "").replace("\u2069", "")
    assert ledger[0].number in panel.text
    assert MAIL in said(panel)


def test_esc_puts_the_overview_away_with_the_focus_in_the_list(qtbot, window, leaf, panel):
    press(qtbot, window, KEY.Key_Escape)
    assert not leaf.can_put_away()
    assert window.focusWidget() is leaf.list
    assert leaf.list.isVisible()


def test_text_is_copied_as_it_was_changed(qtbot, window, leaf, panel, clipboard):
    panel.field.setPlainText("Dag Peter, [BC-1]?")
    press(qtbot, window, KEY.Key_C)
    assert clipboard.text() == "Dag Peter, [BC-1]?"
    assert panel.way.currentData() == "app"
    assert "Het is verstuurd" in told(window)


def test_mail_program_gets_the_address_and_the_text(qtbot, window, leaf, panel, ledger, mail_program):
    press(qtbot, window, KEY.Key_O)
    (address,) = mail_program.opened
    assert address.startswith(f"mailto:{MAIL}?subject=")
    assert ledger[0].number in address
    assert panel.way.currentData() == "mail"


def test_practice_opens_no_mail_program(qtbot, window, leaf, panel, mail_program):
    leaf.jobs.console = replace(leaf.jobs.console, is_demo=True)
    press(qtbot, window, KEY.Key_O)
    assert mail_program.opened == []
    assert told(window).startswith("Oefenen")


def test_too_long_a_text_is_saved_instead(qtbot, window, leaf, panel, mail_program):
    panel.field.setPlainText("lang " * 500)
    press(qtbot, window, KEY.Key_O)
    assert mail_program.opened == []
    assert "te lang" in told(window)


@pytest.mark.parametrize(("button", "name", "begins"), [("mail_file", "a.eml", b"To: "), ("pdf", "a", b"%PDF")])
def test_overview_is_saved_as_it_was_changed(
    qtbot, window, leaf, panel, monkeypatch, tmp_path, button, name, begins, ledger
):
    folder = tmp_path / "uit"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(folder / name), ""))
    panel.field.setPlainText(f"Dag Peter,\n\n[{ledger[0].number}] Gat\n")
    getattr(panel, button).click()
    settle(qtbot, window.jobs)
    (made,) = folder.iterdir()
    assert made.suffix == (".pdf" if button == "pdf" else ".eml")
    assert made.read_bytes().startswith(begins)
    if button == "mail_file":
        assert b"Dag Peter," in made.read_bytes()
    assert panel.way.currentData() == ("paper" if button == "pdf" else "mail")


def test_sent_is_written_down_and_undone(qtbot, window, leaf, panel, officer, ledger, console):  # noqa: F811
    press(qtbot, window, KEY.Key_H)
    settle(qtbot, window.jobs)
    assert not leaf.can_put_away()
    ((only),) = sent(leaf, officer)
    assert (only.how, only.lines) == ("mail", 2)
    assert lines.line(console, ledger[1].id).state is LineState.ASKED
    assert "Verstuurde overzichten" in said(leaf.sheet)
    assert not leaf.rows.row(0).is_due
    press(qtbot, window, KEY.Key_Z)
    settle(qtbot, window.jobs)
    assert sent(leaf, officer) == ()
    assert lines.line(console, ledger[1].id).state is LineState.TO_ASK
    assert leaf.rows.row(0).is_due


def test_what_was_taken_out_of_the_text_was_not_asked(qtbot, window, leaf, panel, ledger, console):
    panel.field.setPlainText(f"[{ledger[0].number}] Gat in de stoep")
    panel.way.setCurrentIndex(panel.way.findData("paper"))
    panel.done.click()
    settle(qtbot, window.jobs)
    assert lines.line(console, ledger[1].id).state is LineState.TO_ASK


def test_another_language_makes_the_text_anew(qtbot, window, leaf, panel):
    panel.language.setCurrentIndex(panel.language.findData("en"))
    panel.language.activated.emit(1)
    settle(qtbot, window.jobs)
    assert panel.text.startswith("Dear")


def test_nothing_is_asked_of_who_owes_nothing(qtbot, window, leaf):
    leaf.list.choose(1)
    settle(qtbot, window.jobs)
    assert not leaf.make.isEnabled()
    press(qtbot, window, KEY.Key_W)
    settle(qtbot, window.jobs)
    assert not leaf.can_put_away()


def test_key_pressed_at_once_makes_no_overview_for_who_stood_there_before(qtbot, window, leaf):
    press(qtbot, window, KEY.Key_Down)
    press(qtbot, window, KEY.Key_W)
    settle(qtbot, window.jobs)
    assert "Aad Bos" in said(leaf.sheet)
    assert not leaf.can_put_away()


def test_name_from_a_person_is_shown_as_it_stands(qtbot, window, leaf, console, chat):  # noqa: F811
    professionals.add(console, chat.group_id, ProfessionalFacts("<b>Aa</b> & Bo"))
    leaf.refresh()
    settle(qtbot, window.jobs)
    place = next(place for place, name in enumerate(listed(leaf)) if name.startswith("<b>"))
    leaf.list.choose(place)
    settle(qtbot, window.jobs)
    assert "<b>Aa</b> & Bo" in said(leaf.sheet)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("is_open", [False, True])
def test_everything_has_a_name_and_a_letter_of_its_own(qtbot, window, leaf, dutch, language, is_open):
    dutch.choose(language)
    window.jobs.set_language(language)
    if is_open:
        leaf.make_overview()
    settle(qtbot, window.jobs)
    assert all(name_of(widget) for widget in interactive(leaf))
    assert [letter for letter, count in Counter(letters_of(window)).items() if count > 1] == []


# --- Deze week -------------------------------------------------------------------------------------------------------


def test_deze_week_says_whose_overview_is_due_and_leads_there(qtbot, window, ledger, open_page, dutch):
    week = open_page("week")
    bar = week.parts.due
    assert bar.text.replace("\u2068", "").replace("\u2069", "").startswith("Peter Smit kan een overzicht krijgen.")
    bar.button.click()
    settle(qtbot, window.jobs)
    leaf = window.page("feedback").leaf("professionals")
    assert window.current_key == "feedback"
    assert leaf.panel.isVisible()
    press(qtbot, window, KEY.Key_H)
    settle(qtbot, window.jobs)
    assert week.parts.due.text == ""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_letters_of_deze_week_stay_different_with_the_bar(window, ledger, open_page, dutch, language):
    dutch.choose(language)
    window.jobs.set_language(language)
    assert open_page("week").parts.due.button.isVisible()
    assert [letter for letter, count in Counter(letters_of(window)).items() if count > 1] == []


def test_several_are_counted_and_the_first_is_led_to(qtbot, qapp, dutch):
    bar = DueBar()
    qtbot.addWidget(bar)
    bar.show_due(tuple(digest.Due(number, name, 1, 1, None) for number, name in ((3, "Aad"), (1, "Bo"))))
    assert bar.text == "2 professionals kunnen een overzicht krijgen."
    with qtbot.waitSignal(bar.opened) as asked:
        bar.button.click()
    assert asked.args == [3]
    bar.show_due(())
    assert bar.text == ""


def test_deze_week_says_nothing_while_no_overview_is_due(window, open_page, dutch):
    assert open_page("week").parts.due.isHidden()
