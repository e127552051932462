"""Other keys: which may be chosen, that they work at once everywhere, and how they are put back."""

import string

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from console.desk import triage
from tests.ui.conftest import flag, press, settle
from ui import key_rules
from ui.dialogs.keys import KeysDialog
from ui.shortcuts import KEYS, Command, key_text, keys_of
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
TAKEN = {key for keys in KEYS.values() for key in keys}
FREE = next(key for key in string.ascii_uppercase + string.digits if key not in TAKEN)
FREE_KEY = Qt.Key[f"Key_{FREE}"]


@pytest.fixture
def week(make_group, open_page, dutch):
    """Two messages that wait."""
    chat = make_group("Kade")
    for number in "12":
        flag(chat, f"Bel 06-1234567{number}", "06")
    shown = open_page("week")
    shown.brake_ms = 0
    return shown


@pytest.fixture
def form(window, week, open_page):
    return open_page("settings").leaf("keys").form


def choose(qtbot, form, command, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press the button of a command, and then a key."""
    field = form.rows[command].field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Space)
    assert field.text() == "Druk op een toets…"
    qtbot.keyClick(field, key, modifier)
    QApplication.sendPostedEvents()


# --- the keys themselves ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "modifier", "text", "name"),
    [
        (Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier, "j", "J"),
        (Qt.Key.Key_J, SHIFT, "J", "Shift+J"),
        (Qt.Key.Key_Question, SHIFT, "?", "?"),
        (Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier, "1", "1"),
        (Qt.Key.Key_J, CTRL, "\n", "Ctrl+J"),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", "Space"),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, "", "F6"),
        (Qt.Key.Key_Shift, SHIFT, "", None),
        (Qt.Key.Key_AltGr, Qt.KeyboardModifier.NoModifier, "", None),
    ],
)
def test_a_pressed_key_is_named_as_the_defaults_are(key, modifier, text, name):
    assert key_rules.pressed_key(QKeyEvent(QEvent.Type.KeyPress, key, modifier, text)) == name


@pytest.mark.parametrize(
    "key", ["Tab", "Return", "Ctrl+Return", "Up", "Home", "Ctrl+1", "Ctrl+C", "Alt+J", "Shift+Tab"]
)
def test_keys_that_mean_something_already_are_refused(window, key):
    assert key_rules.refusal(Command.REFRESH, key)


@pytest.mark.parametrize("key", ["Shift+J", "Space", "?", "Ctrl+J"])
def test_a_command_with_shift_takes_no_key_that_cannot_have_it(window, key):
    assert bool(key_rules.refusal(Command.FINE, key)) == (key != "Ctrl+J" and True)
    assert not key_rules.refusal(Command.SEARCH, key)


@pytest.mark.parametrize("key", ["L", "Shift+L", "Ctrl+Z", "F1", "/"])
def test_a_key_of_another_command_is_known_with_and_without_shift(window, key):
    assert key_rules.owner(Command.SEARCH if key != "/" else Command.NEXT, key) is not None
    assert key_rules.owner(Command.LATER, "L") is None


def test_no_two_commands_share_a_key_with_shift_either(window):
    for command in Command:
        for key in KEYS[command]:
            assert key_rules.owner(command, key) is None


# --- choosing --------------------------------------------------------------------------------------------------------


def test_a_new_key_works_at_once_and_the_old_one_does_nothing(qtbot, window, form, week, console):
    choose(qtbot, form, Command.FINE, FREE_KEY)
    assert keys_of(Command.FINE) == (FREE,)
    assert window.messages.text == f"De toets is nu {FREE}: Goed zo: er is niets mis mee."
    window.show_page("week")
    press(qtbot, window, "g")
    settle(qtbot, window.jobs)
    assert len(triage.week(console)) == 2
    press(qtbot, window, FREE_KEY, modifier=SHIFT)
    settle(qtbot, window.jobs)
    assert len(triage.week(console)) == 1
    press(qtbot, window, Qt.Key.Key_Backspace)
    press(qtbot, window, Qt.Key.Key_Space)
    press(qtbot, window, FREE_KEY)
    settle(qtbot, window.jobs)
    assert triage.week(console) == ()


def test_buttons_menus_and_the_table_of_keys_show_the_new_key_at_once(qtbot, window, form, week):
    dialog = KeysDialog(window)
    choose(qtbot, form, Command.FINE, FREE_KEY)
    choose(qtbot, form, Command.UNDO, Qt.Key.Key_F7)
    assert FREE in {button.key for button in week.findChildren(KeyButton)}
    assert "G" not in {button.key for button in week.findChildren(KeyButton)}
    undo = next(action for action in window.menus._edit.actions() if action.text() == "&Ongedaan maken")
    assert [key.toString() for key in undo.shortcuts()] == ["F7", "Ctrl+Z"]
    said = {label.text() for label in dialog.findChildren(PlainLabel)}
    assert {FREE, "F7 of Ctrl+Z"} <= said
    assert "G" not in said
    dialog.close()


def test_a_menu_shows_a_plain_key_too(qtbot, window, form):
    """The menu itself must not listen to it, or it would act while somebody types."""
    choose(qtbot, form, Command.QUIT, FREE_KEY)
    close = window.menus._quit
    assert close.text() == f"&Afsluiten\t{FREE}"
    assert close.shortcuts() == []
    form.reset.click()
    QApplication.sendPostedEvents()
    assert close.text() == "&Afsluiten"
    assert [key.toString() for key in close.shortcuts()] == ["Ctrl+Q"]


def test_letters_of_a_new_key_are_dead_while_typing(qtbot, window, form, week, console):
    choose(qtbot, form, Command.FINE, FREE_KEY)
    window.show_page("week")
    press(qtbot, window, "n")
    qtbot.keyClicks(QApplication.focusWidget(), FREE.lower() * 2)
    settle(qtbot, window.jobs)
    assert len(triage.week(console)) == 2


def test_a_page_that_is_made_later_has_the_new_keys(qtbot, window, form, week):
    choose(qtbot, form, Command.SEARCH, Qt.Key.Key_F8)
    page = window.show_page("messages")
    settle(qtbot, window.jobs)
    press(qtbot, window, Qt.Key.Key_F8)
    assert page.filters.search.hasFocus()


def test_a_taken_key_is_refused_and_can_be_exchanged(qtbot, window, form, week, console):
    choose(qtbot, form, Command.FINE, Qt.Key.Key_L)
    assert keys_of(Command.FINE) == ("G",)
    assert form.trouble.text() == "L is al de toets van “Later: komt op een datum terug”. Kies een andere toets."
    assert form.swap.text() == "Omwisselen: “Later: komt op een datum terug” krijgt G"
    form.swap.click()
    assert (keys_of(Command.FINE), keys_of(Command.LATER)) == (("L",), ("G",))
    assert form.trouble.isHidden()
    assert form.swap.isHidden()
    window.show_page("week")
    press(qtbot, window, "l")
    settle(qtbot, window.jobs)
    assert len(triage.week(console)) == 1


def test_a_key_that_cannot_be_chosen_is_not_exchanged(qtbot, form):
    choose(qtbot, form, Command.SEARCH, Qt.Key.Key_L, SHIFT)  # Later, and stay
    assert "Later" in form.trouble.text()
    assert form.swap.isHidden()
    choose(qtbot, form, Command.FINE, Qt.Key.Key_Down)
    assert form.trouble.text().startswith("Met ")
    assert form.swap.isHidden()
    assert key_rules.chosen() == {}


def test_escape_leaves_the_key_as_it_is_and_does_not_close_anything(qtbot, window, form):
    window.messages.warn("blijft staan")
    choose(qtbot, form, Command.FINE, Qt.Key.Key_Escape)
    assert keys_of(Command.FINE) == ("G",)
    assert form.rows[Command.FINE].field.text() == "G"
    assert window.messages.text == "blijft staan"


def test_going_elsewhere_stops_the_waiting(qtbot, form):
    field = form.rows[Command.FINE].field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Space)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "G"
    assert not field.hasFocus()


def test_escape_itself_is_fixed(form):
    assert not form.rows[Command.STOP].field.isEnabled()


def test_one_key_and_all_keys_are_put_back(qtbot, form):
    choose(qtbot, form, Command.FINE, FREE_KEY)
    choose(qtbot, form, Command.UNDO, Qt.Key.Key_F7)
    choose(qtbot, form, Command.LATER, Qt.Key.Key_G)
    form.rows[Command.FINE].back.click()
    assert form.trouble.text() == "G is al de toets van “Later: komt op een datum terug”. Kies een andere toets."
    form.rows[Command.LATER].back.click()
    form.rows[Command.FINE].back.click()
    assert key_rules.chosen() == {"undo": ("F7", "Ctrl+Z")}
    form.reset.click()
    assert key_rules.chosen() == {}
    assert keys_of(Command.UNDO) == ("Z", "Ctrl+Z")


# --- kept ------------------------------------------------------------------------------------------------------------


def test_kept_keys_come_back(window):
    window.keys.rebind({Command.FINE: (FREE,), Command.UNDO: ("F7", "Ctrl+Z")})
    kept = key_rules.chosen()
    window.keys.rebind(KEYS)
    assert key_text(Command.FINE) == "G"
    window.keys.rebind(key_rules.usable(kept))
    assert (key_text(Command.FINE), key_text(Command.UNDO)) == (FREE, "F7")


@pytest.mark.parametrize(
    "kept",
    [
        {"fine": ("L",)},  # Later has it
        {"fine": (FREE,), "later": (FREE,)},
        {"search": ("Shift+L",)},
        {"fine": ("nothing like a key",)},
        {"fine": ()},
        {"gone": (FREE,)},  # a command of another version
        {"stop": (FREE,)},
    ],
)
def test_kept_keys_that_clash_or_mean_nothing_are_left_out(window, kept):
    assert key_rules.usable(kept) == {}


def test_exchanged_keys_are_kept(window):
    exchanged = {"fine": ("L",), "later": ("G",)}
    window.keys.rebind(key_rules.usable(exchanged))
    assert key_rules.chosen() == exchanged


def test_a_key_that_a_newer_program_uses_itself_is_given_up_and_the_rest_stays(window):
    assert key_rules.usable({"fine": ("R",), "undo": ("F7",)}) == {Command.UNDO: ("F7",)}  # R is why
    assert key_rules.usable({"fine": ("L",), "later": ("R",)}) == {}  # with R gone, Later has its L again
