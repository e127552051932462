"""The page Op uw telefoon, by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from sqlalchemy import select, update

from console.desk import todos
from console.desk.console import Console
from console.domain.changes import Changes
from console.domain.decision import Act, Verb
from console.domain.outgoing import TodoState
from console.store.tables import members, people
from console.store.tables import todos as table
from tests.console.desk.outgoing import decided
from tests.ui.conftest import press, settle

TEXT = "Beste Bram,\nwilt u het nummer weghalen?"


class Browser(QObject):
    """Stands in for the program that opens links."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(bytes(url.toEncoded()).decode())


@pytest.fixture
def browser(qapp):
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def chat(make_group, console):
    made = make_group("Kade")
    for name, phone in (("Bram", "+31612345678"), ("Carla", None)):
        made.member(name)
        with console.store.writing() as connection:
            person = select(members.c.person_id).where(members.c.id == made.members[name]).scalar_subquery()
            connection.execute(update(people).where(people.c.id == person).values(phone=phone))
    return made


@pytest.fixture
def put(console, chat):
    """Decide something that a person does on the phone; return the to-do."""
    made = []

    def do(act: Act, name: str = "Bram"):
        message_id = chat.say("Bel 06-87654321", author=name)
        with console.store.reading() as connection:
            of_member = select(members.c.person_id).where(members.c.id == chat.members[name])
            person_id = connection.scalar(of_member)
        made.append(act)
        values = {"message_id": message_id, "person_id": person_id, "key": str(len(made))}
        decided(console, act, chat.group_id, **values)
        return todos.todos(console)[-1]

    return do


@pytest.fixture
def page(put, dutch, open_page):
    """The page with a private message, a deletion and a message in the group."""
    put(Act(Verb.PRIVATE, text=TEXT))
    put(Act(Verb.DELETE))
    put(Act(Verb.GROUP, text="Beste buren"), name="Carla")
    open_page("week")
    return open_page("todos")


def states(console: Console) -> list[TodoState]:
    with console.store.reading() as connection:
        return [TodoState(state) for state in connection.scalars(select(table.c.state).order_by(table.c.id))]


def visible_buttons(page) -> list[tuple[str, str]]:
    return [(button.text(), button.key) for button in page.panel.buttons if button.isVisible()]


def test_page_says_what_to_do_and_how(page):
    assert page.todo.text == TEXT
    assert page.panel._what.text() == "Privébericht aan \u2068Bram\u2069"
    assert page.panel.text.text() == TEXT
    assert page.panel._about.text() == "Bel 06-87654321"
    assert page.panel._how.text() == "WhatsApp gaat open met de tekst al ingevuld. U drukt daar zelf op versturen."
    assert visible_buttons(page) == [
        ("Open in WhatsApp", "O"),
        ("Kopieer de tekst", "C"),
        ("Klaar", "H"),
        ("Niet nodig", "X"),
    ]


def test_o_opens_a_private_chat_with_the_text_and_notes_it(qtbot, window, page, browser, jobs):
    press(qtbot, window, "O")
    settle(qtbot, jobs)
    assert browser.opened == [todos.chat_link("+31612345678", TEXT)]
    assert window.messages.text == "WhatsApp gaat open met de tekst al ingevuld. U drukt daar zelf op versturen."
    assert page.todo.handed_at is not None
    assert page.todo.state is TodoState.OPEN  # opened is not sent


def test_nothing_opens_by_itself(qtbot, window, page, browser, jobs):
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Backspace, "H"):
        press(qtbot, window, key)
    settle(qtbot, jobs)
    assert browser.opened == []


def test_in_the_demo_no_chat_is_opened(qtbot, window, page, browser, jobs, console):
    jobs.console = replace(console, is_demo=True)
    press(qtbot, window, "O")
    settle(qtbot, jobs)
    assert browser.opened == []
    assert window.messages.text.startswith("Oefenen:")


def test_c_copies_the_text(qtbot, window, page, clipboard, jobs):
    press(qtbot, window, "C")
    settle(qtbot, jobs)
    assert clipboard.text() == TEXT
    assert page.todo.handed_at is not None


def test_without_a_number_there_is_only_the_text_to_copy(qtbot, window, put, open_page, browser, jobs, dutch):
    put(Act(Verb.PRIVATE, text="Beste Carla"), name="Carla")
    page = open_page("todos")
    assert [key for _, key in visible_buttons(page)] == ["C", "H", "X"]
    assert page.panel._how.text().startswith("Het nummer is hier niet bekend.")
    press(qtbot, window, "O")
    settle(qtbot, jobs)
    assert browser.opened == []


def test_h_says_done_and_goes_on_and_the_row_stays_where_it_is(qtbot, window, page, jobs, console):
    press(qtbot, window, "H")
    settle(qtbot, jobs)
    assert states(console) == [TodoState.DONE, TodoState.OPEN, TodoState.OPEN]
    assert [page.rows.row(place).state for place in range(3)] == states(console)
    assert page.panel._what.text() == "Bericht van \u2068Bram\u2069 verwijderen"
    press(qtbot, window, "H")
    press(qtbot, window, "H")
    settle(qtbot, jobs)
    assert states(console) == [TodoState.DONE] * 3


def test_h_puts_back_what_was_done(qtbot, window, page, jobs, console):
    press(qtbot, window, "H")
    settle(qtbot, jobs)
    press(qtbot, window, Qt.Key.Key_Backspace)
    assert visible_buttons(page) == [("Nog niet klaar", "H")]
    press(qtbot, window, "H")
    settle(qtbot, jobs)
    assert states(console)[0] is TodoState.OPEN


def test_x_takes_it_off_the_list_and_z_brings_it_back(qtbot, window, page, jobs, console):
    press(qtbot, window, "X")
    settle(qtbot, jobs)
    assert states(console)[0] is TodoState.WITHDRAWN
    assert page.rows.rowCount() == 2
    press(qtbot, window, "Z")
    settle(qtbot, jobs)
    assert states(console)[0] is TodoState.OPEN
    assert page.rows.rowCount() == 3


def test_what_was_not_seen_says_so_and_when_it_was_said_to_be_done(qtbot, page, jobs, console):
    todos.done(console, page.rows.row(1).id)
    with console.store.writing() as connection:
        connection.execute(update(table).where(table.c.action == "delete").values(state="not_seen"))
    jobs.changed.emit(Changes(outgoing=True))
    settle(qtbot, jobs)
    page._choose(1)
    assert page.panel._state.text() == (
        "Nog niet gezien. U zei op zo 15 nov 20:00 dat dit klaar is. In een latere export staat het bericht er nog."
    )
    spoken = page.rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("nog niet gezien: ")


def test_list_is_in_order_again_on_the_next_visit(qtbot, window, page, jobs, open_page):
    press(qtbot, window, "H")
    settle(qtbot, jobs)
    open_page("groups")
    open_page("todos")
    assert [page.rows.row(place).state for place in range(3)] == [TodoState.OPEN, TodoState.OPEN, TodoState.DONE]


def test_an_empty_page_says_what_comes_here(open_page, dutch):
    page = open_page("todos")
    assert page._body.currentIndex() == 1
    assert page._nothing_title.text() == "Niets te doen op uw telefoon"


def test_text_of_a_chat_is_plain(put, open_page, dutch):
    put(Act(Verb.PRIVATE, text="<img src=x> \u202e"))
    page = open_page("todos")
    assert page.panel.text.text() == "<img src=x> ‹U+202E›"
    assert page.panel.text.textFormat() is Qt.TextFormat.PlainText
