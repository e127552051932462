"""The leaf Afspraken over a real store, by keyboard: the rules of a group, and how members read them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from sqlalchemy import select

from console.desk.welcome import composing, editing
from console.domain.changes import Changes
from console.domain.outgoing import TodoState
from console.domain.welcome import Form, Leaflet, Mark, Section
from console.store.tables import todos, welcomes
from tests.ui.conftest import press, settle
from ui.models.confirmations import Part as ReadPart
from ui.models.house_rules import Part
from ui.widgets.chat_bubble import ChatBubble
from ui.widgets.rule_list import RuleEditor

KEY, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def leaf(qtbot, window, make_group, open_page, dutch):
    chat = make_group("Kade", profile="hic")
    chat.member("Anna")
    return open_page("welcome").shown_leaf


@pytest.fixture
def pressed(qtbot, window):
    def act(key, **more):
        press(qtbot, window, key, **more)
        settle(qtbot, window.jobs)

    return act


def keys_in(leaf, part):
    rows = (leaf.rows.row(place) for place in range(leaf.rows.rowCount()))
    return [row.line.key for row in rows if row.part is part and row.line is not None]


def typed_in(leaf, qtbot, text):
    editor = leaf.parts.list.findChild(RuleEditor)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    return editor


def words_on_screen(leaf):
    area = leaf.parts.preview._areas[leaf.parts.preview.form]
    return "\n".join(bubble.shown for bubble in area.widget().findChildren(ChatBubble))


def test_rule_is_edited_in_place_and_undone(qtbot, window, leaf, pressed):
    rules = leaf.parts.list
    first = rules.current_line
    assert rules.hasFocus()
    pressed(KEY.Key_Return)
    typed_in(leaf, qtbot, "Brand? Bel 112.")
    leaf.changed(type("Changed", (), {"groups": True})())  # somebody else changed the group: the words stay
    settle(qtbot, window.jobs)
    assert leaf.parts.list.is_editing
    pressed(KEY.Key_Return)
    assert (rules.current_line.key, rules.current_line.text) == (first.key, "Brand? Bel 112.")
    assert "door u aangepast" in leaf.rows.data(rules.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert "Brand? Bel 112." in words_on_screen(leaf)
    assert rules.hasFocus()
    pressed(KEY.Key_Z)
    assert rules.current_line.text == first.text
    pressed(KEY.Key_Return)
    typed_in(leaf, qtbot, "a" * 301)
    pressed(KEY.Key_Return)
    assert "300" in window.messages.text
    assert rules.findChild(RuleEditor).words == "a" * 301  # he goes on where he was
    pressed(KEY.Key_Escape)
    assert rules.current_line.text == first.text


def test_rules_are_moved_locked_left_out_and_added_by_key(qtbot, window, leaf, pressed):
    rules, parts = leaf.parts.list, leaf.parts
    first, second, *_ = keys_in(leaf, Part.DOES)
    pressed(KEY.Key_Down, modifier=ALT)
    assert keys_in(leaf, Part.DOES)[:2] == [second, first]
    assert rules.current_line.key == first
    pressed(KEY.Key_K, modifier=CTRL)
    assert rules.current_line.is_locked
    third = keys_in(leaf, Part.DOES)[2]
    pressed(KEY.Key_Delete)
    assert first in keys_in(leaf, Part.OTHERS)
    assert rules.current_line.key == third
    rules.choose(first)
    pressed(KEY.Key_Return)  # one that is left out is put back in
    assert keys_in(leaf, Part.DOES)[-1] == first
    pressed(KEY.Key_N, modifier=CTRL)
    assert parts.own_form.field.hasFocus()
    parts.own_form.side.setCurrentIndex(1)
    parts.own_form.field.setPlainText("a" * 301)
    assert not parts.own_form.add.isEnabled()  # too long for anybody to read
    parts.own_form.field.clear()
    qtbot.keyClicks(parts.own_form.field, "Fietsen staan niet op de stoep.")
    pressed(KEY.Key_Return, modifier=CTRL)
    assert keys_in(leaf, Part.DONTS)[-1] == "own:1"
    assert rules.current_line.is_own
    assert "hoogstens" in leaf.rows.data(leaf.rows.index(0))
    assert parts.own_form.isHidden()
    pressed(KEY.Key_R)
    assert "zelf" in parts.source.text()
    assert parts.source.isVisible()
    pressed(KEY.Key_Escape)
    pressed(KEY.Key_Delete)
    rules.choose("own:1")
    assert parts.leave_out.text() == "Gooi weg"
    pressed(KEY.Key_Delete)
    assert leaf.rows.row_of("own:1") is None
    parts.proposal.click()
    settle(qtbot, window.jobs)
    assert keys_in(leaf, Part.DOES)[:2] == [first, second]


def test_arabic_is_read_and_written_from_the_right(qtbot, window, leaf, pressed):
    key, dutch = leaf.parts.list.current_line.key, leaf.parts.list.current_line.text
    page = window.page("welcome")
    page.language.setCurrentIndex(page.language.findData("ar"))
    settle(qtbot, window.jobs)
    assert leaf.parts.list.current_line.key == key  # the same rule, in another language
    assert leaf.rows.meaning_of(leaf.parts.list.current_line) == f"‘{dutch}’"  # who sends it knows what it says
    bubble = leaf.parts.preview._areas[Form.MESSAGE].widget().findChild(ChatBubble)
    assert bubble.is_rtl
    assert any(0x600 <= ord(letter) < 0x700 for letter in words_on_screen(leaf))
    leaf.take_focus()
    pressed(KEY.Key_Return)
    editor = leaf.parts.list.findChild(RuleEditor)
    assert editor.document().defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft
    apart = set("\u2066\u2067\u2068\u2069")  # that the desk sets around numbers
    assert not apart & set(editor.words)
    lines = [row.line for place in range(leaf.rows.rowCount()) if (row := leaf.rows.row(place)).line is not None]
    edited = [leaf.rows.data(leaf.rows.index(leaf.rows.row_of(line.key)), Qt.ItemDataRole.EditRole) for line in lines]
    assert any(apart & set(line.text) for line in lines)
    assert not any(apart & set(text) for text in edited)


def test_settings_of_the_group_change_the_rules_and_a_wrong_link_stays_to_be_mended(qtbot, window, leaf, pressed):
    parts = leaf.parts
    parts.settings.click()
    form = parts.settings_form
    assert form.languages["nl"].isChecked()
    parts.preview.choose(Form.FLYER)
    assert "nog geen code" in parts.preview.problem.text()
    settle(qtbot, window.jobs)
    parts.preview.choose(Form.MESSAGE)
    form.minutes.setValue(5)
    form.invitation.setText("geen link")
    form.keep.click()
    settle(qtbot, window.jobs)
    assert "geen link" in window.messages.text
    assert parts.shows_settings_form
    assert form.invitation.text() == "geen link"
    form.invitation.setText("chat.example.invalid/kade")
    form.keep.click()
    settle(qtbot, window.jobs)
    assert not parts.shows_settings_form
    assert "hoogstens 5 minuten" in words_on_screen(leaf)
    parts.preview.choose(Form.FLYER)
    assert parts.preview.problem.isHidden()  # no word any more of a code that it misses
    parts.preview.choose(Form.MESSAGE)
    assert leaf._work.leaflets[Form.FLYER].link == "https://chat.example.invalid/kade"
    parts.settings.click()
    form.minutes.setValue(9)
    pressed(KEY.Key_Escape)
    assert not parts.shows_settings_form
    assert form.minutes.value() == 5


def test_text_is_made_ready_copied_and_kept_in_a_file(qtbot, window, leaf, pressed, clipboard, console, tmp_path):
    pressed(KEY.Key_C)
    text = clipboard.text()
    assert text.startswith("Welkom in Kade")
    assert "*Dit doet u wel*" in text
    assert "*" not in words_on_screen(leaf)  # the marks are seen as bold
    leaf.parts.preview.choose(Form.MESSAGES)
    leaf.previewing.write(tmp_path / "kade.txt")
    settle(qtbot, window.jobs)
    messages = leaf.parts.preview.messages
    assert (tmp_path / "kade.txt").read_text(encoding="utf-8") == "\n\n".join(messages)
    leaf.take_focus()
    pressed(KEY.Key_I)
    with console.store.reading() as connection:
        ready = connection.execute(select(todos.c.text).where(todos.c.state == TodoState.OPEN.value)).scalars().all()
        copied = connection.scalars(select(welcomes.c.text).where(welcomes.c.todo_id.is_(None))).all()
    assert tuple(ready) == messages
    assert copied == [text]  # an import knows it again when it was pasted


def test_picture_is_copied_as_a_picture_and_paper_is_kept_as_pdf(qtbot, window, leaf, pressed, clipboard, tmp_path):
    leaf.parts.preview.choose(Form.CARD)
    settle(qtbot, window.jobs)
    leaf.take_focus()
    pressed(KEY.Key_C)
    assert (clipboard.image().width(), clipboard.image().height()) == (1080, 1350)
    leaf.parts.preview.choose(Form.SHEET)
    settle(qtbot, window.jobs)
    assert leaf.parts.preview.image.width() == 1080
    assert leaf.previewing.file_name.endswith("-nl-A4")  # the flyer is a file of its own
    leaf.previewing.write(tmp_path / "kade.pdf")
    settle(qtbot, window.jobs)
    assert (tmp_path / "kade.pdf").read_bytes().startswith(b"%PDF")
    assert leaf.parts.preview.post.isHidden()  # no text to send
    leaf.previewing.write(tmp_path / "nowhere" / "kade.pdf")
    settle(qtbot, window.jobs)
    assert window.messages.text


def test_of_many_pictures_in_a_row_the_newest_is_shown(qtbot, window, leaf, clipboard, monkeypatch):
    from console.desk.welcome import printing

    made, real = [], printing.picture

    def counted(console, leaflet, form):
        made.append(leaflet.title)
        return real(console, leaflet, form)

    monkeypatch.setattr(printing, "picture", counted)
    leaf.parts.preview.choose(Form.CARD)
    settle(qtbot, window.jobs)
    for number in range(6):
        leaflet = Leaflet(f"Kaart {number}", sections=(Section("Wel", ("Bel 112.",), Mark.DO),))
        leaf.previewing.show_all({}, {Form.CARD: leaflet}, name="kaart")
    clipboard.setText("van eerst")
    leaf.previewing.copy()
    assert clipboard.text() == "van eerst"  # and not a picture with older words, which is on the screen still
    settle(qtbot, window.jobs)
    assert len(made) <= 3
    assert leaf.parts.preview.image == QImage.fromData(real(window.jobs.console, leaflet, Form.CARD).data)
    leaf.previewing.show_all({}, {Form.CARD: Leaflet("Kaart 6")}, name="kaart")
    leaf.previewing.clear()  # another group is chosen while it is made
    settle(qtbot, window.jobs)
    assert leaf.parts.preview.image.isNull()


def test_new_members_are_found_on_the_leaf_of_who_read_the_rules(qtbot, window, leaf, pressed):
    pressed(KEY.Key_P)
    page = window.page("welcome")
    assert page.leaf_key == "read"
    assert page.shown_leaf.group_id == leaf.group_id
    assert page.shown_leaf.parts.members.wanted is ReadPart.NOT_SENT


def test_what_does_not_fit_is_said_in_words(qtbot, window, leaf, console):
    for number in range(3):
        editing.add_own(console, leaf.group_id, f"Regel {number}: " + "lang " * 50, "nl", is_dont=False)
    leaf.refresh()
    settle(qtbot, window.jobs)
    preview = leaf.parts.preview
    assert preview.problem.isVisible()
    assert "pasten niet" in preview.problem.text()
    assert all(len(message) < 1_000 for message in preview.messages)
    assert "11 dingen" in leaf.parts.note.text()
    assert "lang" in leaf.parts.reading.text()
    editing.add_own(console, leaf.group_id, "Zwaai naar de buren 👋", "nl", is_dont=False)
    for news in (Changes(messages=True), Changes(people=True), Changes(welcome=True)):
        leaf._work = None
        leaf.changed(news)  # whatever the draft follows from
        settle(qtbot, window.jobs)
        assert leaf._work is not None
    preview.choose(Form.SHEET)
    settle(qtbot, window.jobs)
    assert "👋" in preview.problem.text()


def test_what_is_typed_for_one_group_never_comes_to_another(qtbot, window, leaf, make_group):
    other = make_group("Dijk")
    page = window.show_page("welcome")
    page.refresh()
    settle(qtbot, window.jobs)
    parts, form = leaf.parts, leaf.parts.settings_form
    leaf.open_settings()
    form.invitation.setText("https://kade.invalid")
    parts.own_form.field.setPlainText("Zet de bakken binnen.")
    for name, link, rule in (("Dijk", "", ""), ("Kade", "https://kade.invalid", "Zet de bakken binnen.")):
        page.group.setCurrentIndex(page.group.findText(name))
        form.keep_settings()  # at once, before the desk has told what this group fills in
        settle(qtbot, window.jobs)
        assert (form.invitation.text(), parts.own_form.field.toPlainText()) == (link, rule)
    assert composing.compose(other.console, other.group_id).settings.invitation == ""


def test_every_button_can_be_seen_whole_where_the_letters_are_large(qtbot, window, leaf):
    parts = leaf.parts
    window.resize(1280, 480)  # as little room as twice the letters leave of 800
    settle(qtbot, window.jobs)
    for button in (parts.preview.post, parts.preview.copy, parts.preview.save, parts.to_members):
        button.setFocus()
        parts.right.ensureWidgetVisible(button)
        settle(qtbot, window.jobs)
        assert button.visibleRegion().boundingRect().size() == button.size() == button.sizeHint(), button.text()
