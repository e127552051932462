"""Every page for somebody who sees nothing and uses no mouse: names, keys, order."""

from collections import Counter
from operator import attrgetter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollBar,
    QSlider,
    QWidget,
)

from console.desk import professionals, recruiting
from console.domain.decision import Act, Verb
from console.domain.feedback import FindKind
from console.domain.group import GroupId
from console.domain.judgement import Flag
from console.domain.professional import ProfessionalFacts
from console.domain.start import Entry
from tests.console.desk.conftest import NOW
from tests.console.desk.outgoing import decided
from tests.ui import lines_steps
from tests.ui.conftest import flag, settle
from tests.ui.lines_steps import find, open_line
from tests.ui.requests_steps import FATIMA, ask
from ui.i18n import LANGUAGES
from ui.pages import ENTRIES, welcome_leaves
from ui.pages.group_leaves import LEAVES
from ui.pages.group_start import MEMBERS

quay = lines_steps.quay  # a fixture
INTERACTIVE = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QSlider)
KEYS = [entry.key for entry in ENTRIES]


@pytest.fixture(params=["nl", "en"])
def language(request, window, dutch):
    dutch.choose(request.param)
    window.jobs.set_language(request.param)
    return request.param


@pytest.fixture
def languages(qtbot, window, dutch):
    """Go from one language to the next with what is on the screen."""

    def each():
        for language in LANGUAGES:
            dutch.choose(language)
            window.jobs.set_language(language)
            settle(qtbot, window.jobs)
            yield language

    return each


@pytest.fixture
def filled(make_group):
    chat = make_group("Kade", profile="hic")
    for number in range(3):
        flag(chat, f"Bel 06-1234567{number}", "06-1234567", flag=Flag.PERSONAL_DATA)
    decided(chat.console, Act(Verb.PRIVATE, text="Wilt u dit weghalen?"), chat.group_id)
    return chat


def interactive(root):
    """What a person can act on; parts of a composite (the field of a spin box) belong to their whole."""
    found = []
    for widget in root.findChildren(QWidget):
        inside = isinstance(widget.parentWidget(), (QAbstractSpinBox, QComboBox, QAbstractScrollArea))
        is_qts_own = widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar)
        if isinstance(widget, INTERACTIVE) and widget.isVisible() and not inside and not is_qts_own:
            found.append(widget)
    return found


def name_of(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def assert_names_and_letters(window, root):
    """Everything to act on has a name, and no letter with Alt means two things."""
    named = {widget: name_of(widget) for widget in interactive(root)}
    assert [f"{type(each).__name__} in {type(each.parent()).__name__}" for each in named if not named[each]] == []
    assert [letter for letter, count in Counter(letters_of(window)).items() if count > 1] == []


@pytest.mark.parametrize("key", KEYS)
def test_everything_to_act_on_has_a_name_and_no_letter_means_two_things(window, filled, open_page, languages, key):
    page = open_page(key)
    assert interactive(page)
    for _language in languages():
        assert len(letters_of(window)) > 3
        assert_names_and_letters(window, window)


def test_walk_finds_a_widget_without_a_name(qtbot):
    from PySide6.QtWidgets import QListView, QPushButton, QVBoxLayout

    root = QWidget()
    qtbot.addWidget(root)
    box = QVBoxLayout(root)
    box.addWidget(QListView())
    box.addWidget(QPushButton())
    root.show()
    assert [name_of(widget) for widget in interactive(root)] == ["", ""]


def mnemonics(root):
    found = []
    for widget in root.findChildren(QWidget):
        text = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
        is_label_without_buddy = isinstance(widget, QLabel) and widget.buddy() is None
        if widget.isVisible() and not is_label_without_buddy:
            found += _letters(text)
    return found


def letters_of(window):
    """All letters that work with Alt now, of the menus and of what is on the screen."""
    return [letter for action in window.menus.actions() for letter in _letters(action.text())] + mnemonics(window)


def _letters(text):
    parts = text.replace("&&", "").split("&")
    return [parts[1][0].casefold()] if len(parts) > 1 and parts[1] else []


def test_no_letter_means_two_things_in_a_menu(window, language):
    menus = [menu for menu in window.menus.findChildren(QMenu) if menu.title()]
    assert len(menus) == 6
    for menu in menus:
        letters = [letter for action in menu.actions() for letter in _letters(action.text())]
        assert [letter for letter, count in Counter(letters).items() if count > 1] == []


@pytest.mark.parametrize(
    ("key", "asks"),
    [
        ("week", "_acting.message.ask_later"),
        ("week", "_acting.message.ask_note"),
        ("week", "_acting.message.ask_correction"),
        ("week", "_acting.message.ask_why"),
        ("week", "_acting.message._alike.toggle"),
        ("messages", "ask_correction"),
        ("messages", "ask_why"),
        ("people", "ask_note"),
        ("people", "ask_phone"),
        ("people", "ask_agreement"),
        ("people", "ask_role"),
        ("requests", "acting.ask_later"),
        ("requests", "acting.ask_note"),
        ("requests", "acting.ask_details"),
        ("requests", "acting.refer"),
        ("requests", "intake.ask_new"),
        ("requests", "intake.ask_mail"),
        ("requests", "intake.ask_sheet"),
    ],
)
def test_questions_on_a_page_have_letters_of_their_own(
    qtbot, window, filled, open_page, make_group, languages, key, asks
):
    if key == "requests":
        ask(filled.console, filled.group_id, FATIMA)
        make_group("Vogelbuurt")
    page = open_page(key)
    page.brake_ms = 0
    attrgetter(asks)(page)()
    settle(qtbot, window.jobs)
    for _language in languages():
        assert_names_and_letters(window, page)


@pytest.mark.parametrize("leaf", [entry.key for entry in LEAVES])
def test_leaves_of_a_group_have_names_and_letters_of_their_own(qtbot, window, filled, open_page, languages, leaf):
    page = open_page("groups")
    page.open(GroupId(1), leaf)
    settle(qtbot, window.jobs)
    for _language in languages():
        assert_names_and_letters(window, page)


@pytest.mark.parametrize(
    ("leaf", "ask"),
    [
        *(("members", ask) for ask in ("ask_new", "ask_change", "ask_leave", "ask_agreement", "take_in")),
        *(("professionals", ask) for ask in ("ask_new", "ask_change")),
    ],
)
def test_questions_on_a_leaf_have_names_and_letters_of_their_own(
    qtbot, window, filled, open_page, languages, leaf, ask
):
    page = open_page("groups")
    professionals.add(window.jobs.console, GroupId(1), ProfessionalFacts("Bo"))
    page.open(GroupId(1), leaf)
    settle(qtbot, window.jobs)
    getattr(page.sheet.leaf(leaf), ask)()
    settle(qtbot, window.jobs)
    for _language in languages():
        assert_names_and_letters(window, page)


@pytest.mark.parametrize(
    "asks",
    [
        *(f"acting.act({verb})" for verb in ("officer", "answered", "tell", "lapse", "forward")),
        *("acting._mending.ask_details", "acting.ask_later", "acting.ask_note", "acting._alike.toggle"),
        *("intake.ask_new", "intake.ask_mail", "intake.ask_finds"),
    ],
)
def test_questions_about_an_answer_owed_have_names_and_letters_of_their_own(
    qtbot, window, filled, quay, open_page, languages, asks
):
    open_line(quay.console, (quay.group_id, None), what="Fietswrak", owing=quay.officer, days=20)
    find(quay.console, quay, FindKind.ASKS, quay.say("Al iets gehoord?", "Els"))
    leaf = open_page("feedback").shown_leaf
    leaf.brake_ms = 0
    name, _, verb = asks.rstrip(")").partition("(")
    call = attrgetter(name)(leaf)
    call(Verb(verb), False) if verb else call()
    settle(qtbot, window.jobs)
    for _language in languages():
        assert_names_and_letters(window, leaf)


@pytest.mark.parametrize("leaf", [entry.key for entry in welcome_leaves.LEAVES])
def test_leaves_of_welcome_have_names_and_letters_of_their_own(qtbot, window, filled, open_page, languages, leaf):
    page = open_page("welcome")
    page.show_leaf(leaf)
    settle(qtbot, window.jobs)
    asks = ("parts.open_own_form", "put_away", "open_settings") if leaf == "rules" else ()
    for name in ("", *asks):
        if name:
            attrgetter(name)(page.shown_leaf)()
        for _language in languages():
            assert_names_and_letters(window, page)


@pytest.mark.parametrize("asks", ["add", "paste", "sheet"])
def test_finding_members_has_names_and_letters_of_its_own(qtbot, window, filled, open_page, languages, asks):
    recruiting.add(window.jobs.console, GroupId(1), [Entry("Bakkerij Anja", "Anja Bakker")])
    page = open_page("groups")
    page.open(GroupId(1), "start")
    settle(qtbot, window.jobs)
    leaf = page.sheet.leaf("start")
    leaf.tabs.setCurrentIndex(MEMBERS)
    getattr(leaf.members, asks).click()
    settle(qtbot, window.jobs)
    for _language in languages():
        assert_names_and_letters(window, page)


def test_table_of_groups_has_names_and_letters_of_its_own(qtbot, window, filled, make_group, open_page, languages):
    make_group("Akker")
    make_group("Oud", archived_at=NOW)
    page = open_page("groups")
    page.all.new_button.click()
    for _language in languages():
        assert_names_and_letters(window, page)


@pytest.mark.parametrize("leaf", range(5))
def test_leaves_of_the_form_have_names_and_letters_of_their_own(window, filled, open_page, languages, leaf):
    page = open_page("groups")
    page.open(GroupId(1), "rules")
    form = page.sheet.leaf("rules").form
    form.leaves.setCurrentIndex(leaf)
    form.lessons.forget.setEnabled(True)
    form.lessons.forget.click()
    for _language in languages():
        assert_names_and_letters(window, page)


@pytest.mark.parametrize("key", ["week", "groups"])
def test_tab_goes_in_reading_order(qtbot, window, filled, open_page, dutch, key):
    page = open_page(key)
    start = next(widget for widget in _tab_chain(window) if page.isAncestorOf(widget))
    chain = [widget for widget in _tab_chain(window, start) if page.isAncestorOf(widget)]
    assert len(chain) >= 3
    columns = [_column(page, widget) for widget in chain]
    assert columns == sorted(columns)
    for column in set(columns):
        tops = [_top(page, widget) for widget in chain if _column(page, widget) == column]
        assert tops == sorted(tops)


def _tab_chain(window, start=None):
    first = start or window
    widget, found = first.nextInFocusChain(), [first] if start else []
    while widget is not first:
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def _column(page, widget):
    parts = getattr(page, "parts", None)
    if parts is None:
        return 0
    return (
        0
        if parts._left.isAncestorOf(widget)
        else 2
        if parts.person is widget or parts.person.isAncestorOf(widget)
        else 1
    )


def _top(page, widget):
    return widget.mapTo(page, QPoint(0, 0)).y() // page.fontMetrics().height()


def test_screen_reader_hears_each_row_of_the_queue(qtbot, window, filled, open_page, dutch):
    page = open_page("week")
    said = page.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("vandaag", "Kade", "Bram", "Let op"):
        assert part in said


def test_count_is_said_with_the_page(window, filled, open_page, dutch):
    open_page("week")
    first = window._list.model().index(0, 0)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Deze week, 3"
