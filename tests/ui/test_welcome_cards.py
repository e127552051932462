"""The leaves of cards, of texts for one person and of the first meeting, over a real store."""

import pytest
from PySide6.QtCore import Qt

from console.desk import professionals, startup, todos
from console.desk.welcome import kick_off
from console.domain.group import GroupId
from console.domain.join_request import Applicant
from console.domain.outgoing import Action
from console.domain.professional import Presence, ProfessionalFacts
from console.domain.welcome import Form
from tests.ui.conftest import press, settle
from tests.ui.requests_steps import ask
from ui.widgets.chat_bubble import ChatBubble

KEY = Qt.Key
SANDER = ProfessionalFacts("Sander Kok", "Politie", "community_officer", presence=Presence.READS)


@pytest.fixture
def kade(make_group):
    """A group with an administrator, a member, two professionals and somebody who asks to join."""
    chat = make_group("Kade")
    chat.member("Anja Bakker", role="admin")
    chat.member("Bram de Vries")
    for facts in (SANDER, ProfessionalFacts("Mo", "Havensteder")):
        professionals.add(chat.console, chat.group_id, facts)
    return chat


@pytest.fixture
def show(qtbot, kade, window, open_page, dutch):
    """Show a leaf of the page for the group."""

    def show_leaf(key: str):
        page = open_page("welcome")
        page.open_with((key, GroupId(kade.group_id)))
        settle(qtbot, window.jobs)
        return page.shown_leaf

    return show_leaf


def to_do(window) -> list[tuple[Action, str | None, str | None]]:
    return [(todo.action, todo.recipient, todo.text) for todo in todos.todos(window.jobs.console)]


def choose(qtbot, window, box, data) -> None:
    box.setCurrentIndex(box.findData(data))
    settle(qtbot, window.jobs)


def test_card_is_mended_copied_and_made_ready(qtbot, window, show, clipboard):
    leaf = show("cards")
    assert leaf.form.words.startswith("Wat u mag verwachten in Kade\n\nMo, Havensteder\n")
    assert not leaf.form.naming.isVisible()
    (sander,) = (key for key, name in leaf.form._professionals if name == "Sander Kok")
    choose(qtbot, window, leaf.form.who, sander)
    assert "Sander Kok leest mee, maar antwoordt niet altijd." in leaf.form.words
    choose(qtbot, window, leaf.form.kind, "where_to_report")
    assert leaf.form.problem.isVisible()
    assert "op de bladzijde Groepen" in leaf.form.problem.text()  # where its municipality is filled in
    choose(qtbot, window, leaf.form.kind, "who_is_in")
    assert not leaf.form.problem.isVisible()
    choose(qtbot, window, leaf.form.naming, "nobody")
    assert "Er is 1 beheerder." in leaf.form.words
    leaf.form.text.setPlainText(leaf.form.words.replace("Wie zit er in Kade?", "Wie doet er mee?"))
    settle(qtbot, window.jobs)
    (message,) = leaf.preview.messages
    assert message.startswith("*Wie doet er mee?*\nEr zijn 2 leden.")
    leaf.take_focus()
    press(qtbot, window, KEY.Key_C)
    assert clipboard.text() == message
    press(qtbot, window, KEY.Key_I)
    settle(qtbot, window.jobs)
    assert to_do(window) == [(Action.GROUP, None, message)]
    press(qtbot, window, KEY.Key_Escape)
    assert leaf.form.words.startswith("Wie zit er in Kade?")


def test_card_follows_the_language_and_what_becomes_known(qtbot, window, show, kade):
    leaf = show("cards")
    page = window.show_page("welcome")
    choose(qtbot, window, page.language, "ar")
    assert leaf.form.words.startswith("ماذا")
    assert leaf.form.text.layoutDirection() == Qt.LayoutDirection.RightToLeft
    bubble = leaf.preview.findChild(ChatBubble)
    assert "Sander Kok" in bubble.shown
    assert bubble.is_rtl  # also a line that begins with a Dutch name
    choose(qtbot, window, page.language, "nl")
    window.jobs.ask(professionals.add, kade.group_id, ProfessionalFacts("Bo"))
    settle(qtbot, window.jobs)
    assert "\nBo\n" in leaf.form.words


def test_farewell_is_for_one_member_and_a_refusal_is_decided_elsewhere(qtbot, window, show, kade):
    ask(kade.console, kade.group_id, Applicant("Piet Zand"))
    leaf = show("texts")
    form = leaf.form
    assert form.text.text.startswith("Hoi [naam], dank voor uw aanvraag bij Kade.")
    assert not form.post.isEnabled()  # nobody is chosen, and a blank is open
    choose(qtbot, window, form.who, form._readers[0][0])
    assert form.text.text.startswith("Hoi Piet, dank")
    assert (form.post.isVisible(), form.request.isVisible()) == (False, True)
    press(qtbot, window, KEY.Key_P)
    settle(qtbot, window.jobs)
    assert to_do(window) == []
    choose(qtbot, window, form.kind, "farewell")
    assert form.text.text.startswith("Hoi [naam], u gaat uit Kade.")  # who asks to join is no member
    bram = next(key for key, name, _is_member in form._readers if name == "Bram de Vries")
    choose(qtbot, window, form.who, bram)
    form.text.setPlainText("Hoi Bram, ga naar [link].")
    assert not form.post.isEnabled()
    leaf.take_focus()
    press(qtbot, window, KEY.Key_P)
    settle(qtbot, window.jobs)
    assert to_do(window) == []  # not with a blank in it
    assert "Vul die eerst in" in window.messages.text
    form.put_back()
    press(qtbot, window, KEY.Key_P)
    settle(qtbot, window.jobs)
    assert to_do(window) == [(Action.PRIVATE, "Bram de Vries", form.text.text)]
    asked = []
    leaf.page_requested.connect(lambda *page: asked.append(page))
    form.request.click()
    assert asked == [("requests", kade.group_id)]


def test_first_meeting_is_shown_while_it_is_typed_kept_and_undone(qtbot, window, show, kade):
    leaf = show("kick_off")
    assert leaf.preview.image.width() == 1080  # the sheet, as a picture
    form, console = leaf.form, kade.console
    assert (form.has_day.isChecked(), form.keep.isEnabled(), leaf.can_put_away()) == (False, False, False)
    form.place.setText("Buurthuis")
    form.has_day.setChecked(True)
    day = form.day.dateTime()
    form.day.setDateTime(day.addDays(-2))
    assert form.passed.isVisible()  # it is told, and may be kept
    assert "voorbij" in form.passed.text()
    assert form.keep.isEnabled()
    form.day.setDateTime(day.addDays(2))
    assert not form.passed.isVisible()
    form.day.setDateTime(day)
    window.resize(1280, 400)  # as little room as large letters leave: every button can be seen whole
    for button in (form.keep, form.up, form.down, form.proposal):
        leaf.area.ensureWidgetVisible(button)
        settle(qtbot, window.jobs)
        assert button.visibleRegion().boundingRect().size() == button.size() == button.sizeHint(), button.text()
    form.agenda.setPlainText("Welkom\nKoffie")
    cursor = form.agenda.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    form.agenda.setTextCursor(cursor)
    form.agenda.setFocus()
    qtbot.keyClick(form.agenda, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, window.jobs)
    leaf.preview.choose(Form.MESSAGE)
    assert leaf.preview.messages[0].endswith("1. Koffie\n2. Welkom")
    assert "Waar: Buurthuis" in leaf.preview.messages[0]
    form.keep.click()
    settle(qtbot, window.jobs)
    kept = kick_off.of_group(console, kade.group_id, "nl")
    assert (kept.place, kept.items) == ("Buurthuis", ("Koffie", "Welkom"))
    assert startup.of_group(console, kade.group_id).kick_off_at == kept.at is not None
    assert not form.keep.isEnabled()
    leaf.take_focus()
    press(qtbot, window, KEY.Key_Z)
    settle(qtbot, window.jobs)
    assert (form.place.text(), form.has_day.isChecked(), len(form.items)) == ("", False, 7)
    form.place.setText("Ergens")
    assert leaf.can_put_away()
    leaf.put_away()
    assert form.place.text() == ""


@pytest.mark.parametrize("key", ["cards", "texts", "kick_off"])
def test_what_is_typed_is_there_again_after_another_language_and_news(qtbot, window, show, kade, key):
    leaf = show(key)
    page = window.show_page("welcome")
    field = leaf.form.agenda if key == "kick_off" else leaf.form.text
    given = field.toPlainText()
    field.setPlainText("Mijn woorden.")
    choose(qtbot, window, page.language, "uk")
    assert "Mijn" not in field.toPlainText()
    choose(qtbot, window, page.language, "nl")
    assert field.toPlainText() == "Mijn woorden."
    leaf.refresh()
    field.setPlainText("Ik typ door.")  # before the desk has answered
    settle(qtbot, window.jobs)
    assert field.toPlainText() == "Ik typ door."
    leaf.put_away()
    assert field.toPlainText() == given
    choose(qtbot, window, page.language, "uk")
    choose(qtbot, window, page.language, "nl")
    assert field.toPlainText() == given


def test_text_of_one_person_never_goes_to_another(qtbot, window, show, kade):
    kade.member("Carla Smit")
    form = show("texts").form
    choose(qtbot, window, form.kind, "farewell")
    bram, carla = (next(key for key, name, _ in form._readers if name.startswith(one)) for one in ("Bram", "Carla"))
    choose(qtbot, window, form.who, bram)
    form.who.setCurrentIndex(form.who.findData(carla))  # and at once, before her words are there:
    form.posted.emit()
    settle(qtbot, window.jobs)
    assert to_do(window) == []
    assert form.text.text.startswith("Hoi Carla")
    form.text.undo()
    assert "Bram" not in form.text.text
