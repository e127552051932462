"""The actions under a message: two quiet rows, a menu for the others, and the small questions."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from console.domain.decision import Verb
from console.domain.group import GroupId
from tests.ui.conftest import press, settle
from tests.ui.test_week import kade, page  # noqa: F401  # fixtures
from ui import theme
from ui.shortcuts import KEYS, Command, KeyMap
from ui.widgets.action_bar import ROWS
from ui.widgets.decision_bar import FREQUENT, ORDER, DecisionBar
from ui.widgets.key_button import KeyButton


@pytest.fixture
def bar(qtbot, qapp, dutch):
    """A bar in a column of a width that the test chooses."""
    KeyMap(qapp)
    column = QWidget()
    qtbot.addWidget(column)
    box = QVBoxLayout(column)
    made = DecisionBar()
    box.addWidget(made)
    box.addStretch(1)
    column.resize(theme.em(made, 70), theme.em(made, 40))
    with qtbot.waitActive(column):
        column.show()
        column.activateWindow()
    made.column = column  # lives as long as the bar
    return made


def in_rows(bar):
    return [button for button in bar.findChildren(KeyButton) if button.isVisible()]


def in_menu(bar):
    return [action.text().split("\t") for action in bar._others.actions()]


def texts(buttons):
    return [button.text() for button in buttons]


def test_every_action_has_a_button_with_its_key(bar):
    shown = [f"{bar._buttons[command].text()} {bar._buttons[command].key}" for command in ORDER]
    assert ", ".join(shown) == (
        "Goed zo G, Privé… P, In de groep… I, Verwijderen V, Doorverwijzen… D, Later… L, Notitie… N, Klopt niet… K, "
        "Waarom? R, Vorige Backspace, Volgende Spatiebalk, Ongedaan Z, Andere groep… A, Wijkagent… W, "
        "Open een vraag… Q, Afgehandeld H, Voorgestelde stap… S, Bij elkaar… B"
    )
    assert bar._more.key == KEYS[Command.MORE][0]


@pytest.mark.parametrize("em", [16, 24, 34, 60])
def test_rows_are_two_at_most_and_the_rest_is_in_the_menu(qtbot, bar, em):
    bar.parentWidget().resize(theme.em(bar, em), theme.em(bar, 40))
    qtbot.waitUntil(lambda: bar.width() > theme.em(bar, em - 3))
    qtbot.waitUntil(lambda: len({button.y() for button in in_rows(bar)}) <= ROWS)
    assert in_rows(bar)[0].text() == "Goed zo"
    assert all(button.x() + button.width() <= bar.width() for button in in_rows(bar))
    bar.open_more()
    assert len(in_menu(bar)) + len(in_rows(bar)) == len(ORDER) + 1  # the button of the menu itself
    assert [text for text, _key in in_menu(bar)][-6:] == [
        *("Andere groep…", "Wijkagent…", "Open een vraag…", "Afgehandeld", "Voorgestelde stap…", "Bij elkaar…")
    ]
    bar._others.close()


def test_larger_letters_move_buttons_into_the_menu(qtbot, bar):
    many = len(in_rows(bar))
    assert many == len(FREQUENT) + 1
    larger = QFont(bar.font())
    larger.setPointSizeF(larger.pointSizeF() * 1.5)
    bar.setFont(larger)
    qtbot.waitUntil(lambda: len(in_rows(bar)) < many)
    qtbot.waitUntil(lambda: len({button.y() for button in in_rows(bar)}) <= ROWS)


@pytest.mark.parametrize(
    ("key", "signal", "value"),
    [("W", "act_requested", Verb.OFFICER), ("H", "act_requested", Verb.HANDLED), ("B", "alike_requested", None)],
)
def test_key_acts_in_the_open_menu(qtbot, bar, key, signal, value):
    bar.open_more()
    with qtbot.waitSignal(getattr(bar, signal)) as asked:
        qtbot.keyClick(bar._others, key.lower())
    assert asked.args == ([] if value is None else [value])
    assert not bar._others.isVisible()


def test_arrows_and_enter_choose_in_the_menu_and_a_second_enter_does_nothing(qtbot, bar):
    heard = []
    bar.act_requested.connect(heard.append)
    bar.open_more()
    qtbot.keyClick(bar._others, Qt.Key.Key_Return)
    assert heard == []
    bar.open_more()
    for _ in range(2):
        qtbot.keyClick(bar._others, Qt.Key.Key_Down)
    qtbot.keyClick(bar._others, Qt.Key.Key_Return)
    assert heard == [Verb.OFFICER]


def test_what_cannot_be_decided_cannot_be_chosen_in_the_menu(qtbot, bar):
    heard = []
    bar.act_requested.connect(heard.append)
    bar.set_can_decide(False)
    bar.open_more()
    qtbot.keyClick(bar._others, "w")
    assert heard == []
    assert bar._others.isVisible()
    bar._others.close()
    assert [button.text() for button in in_rows(bar) if button.isEnabled()] == [
        *("Waarom?", "Vorige", "Volgende", "Ongedaan", "Meer…")
    ]


def test_note_asks_where_it_is_shown_and_until_when(qtbot, bar):
    bar.ask_note([(GroupId(7), "Kade")], date(2026, 11, 15))
    form = bar._note_panel
    qtbot.keyClicks(form.field, "belt morgen")
    form.where.setCurrentIndex(1)
    form.until.setCurrentIndex(0)
    with qtbot.waitSignal(bar.note_written) as written:
        qtbot.keyClick(form.field, Qt.Key.Key_Return)
    (wish,) = written.args
    assert (wish.text, wish.group_id, wish.days) == ("belt morgen", None, 7)
    assert not bar.is_asking


def test_only_one_question_is_open(bar):
    bar.ask_note([(GroupId(7), "Kade")], date(2026, 11, 15))
    bar.ask_later(date(2026, 11, 15), UTC)
    assert bar._note_panel.isHidden()
    assert bar.is_asking
    bar.close_questions()
    assert not bar.is_asking


def test_day_of_choice_is_the_start_of_that_day(qtbot, bar):
    bar.ask_later(date(2026, 11, 15), UTC)
    with qtbot.waitSignal(bar.later_chosen) as chosen:
        bar._later_panel._take.click()
    assert chosen.args == [datetime(2026, 11, 29, tzinfo=UTC)]


def test_note_for_all_groups_is_kept_so(qtbot, window, page):  # noqa: F811
    press(qtbot, window, Qt.Key.Key_N)
    form = page.parts.bar._note_panel
    qtbot.keyClicks(QApplication.focusWidget(), "woont naast mij")
    qtbot.keyClick(form.where, Qt.Key.Key_Down)
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    (note,) = page._detail.notes
    assert (note.text, note.group) == ("woont naast mij", None)


def test_menu_opens_with_its_key_on_the_page(qtbot, window, page):  # noqa: F811
    press(qtbot, window, KEYS[Command.MORE][0].lower())
    menu = page.parts.bar._others
    assert menu.isVisible()
    qtbot.keyClick(menu, "h")
    settle(qtbot, window.jobs)
    assert page.rows.row(0).done is Verb.HANDLED


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_L, Qt.Key.Key_P, Qt.Key.Key_D, Qt.Key.Key_K, Qt.Key.Key_R])
def test_no_question_asks_for_more_than_a_small_screen(qtbot, window, page, key):  # noqa: F811
    press(qtbot, window, key)
    settle(qtbot, window.jobs)
    assert page.can_put_away() or page.parts.bar.is_asking
    assert window.minimumSizeHint().width() <= 1024
