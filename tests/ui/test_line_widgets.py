"""The parts of an answer owed that know no desk."""

import pytest
from PySide6.QtCore import Qt

from console.domain.draft import Draft, Place, Tone
from console.domain.feedback import LineId, LineKind, Owing
from console.domain.group import GroupId
from console.domain.professional import ProfessionalId
from console.domain.telling import Audience, TellingHow
from ui import theme
from ui.shortcuts import KeyMap
from ui.widgets.line_form import LineForm, LineStart
from ui.widgets.telling_field import NOT_NOW, ToTell
from ui.widgets.tellings_panel import TellingsPanel

CTRL = Qt.KeyboardModifier.ControlModifier
PETER = Owing(ProfessionalId(3))


def to_tell(audience=Audience.GROUP, text="Hoi [naam], het is klaar.", **values):
    draft = Draft("line_told", Place.GROUP, Tone.PLAIN, "nl", text, {})
    return ToTell(LineId(1), GroupId(1), audience, "Kade", draft, **values)


@pytest.fixture
def panel(qtbot, qapp, dutch):
    KeyMap(qapp)
    made = TellingsPanel()
    qtbot.addWidget(made)
    made.resize(800, 600)
    return made


def test_nothing_goes_out_while_a_blank_is_open(qtbot, panel):
    heard = []
    panel.finished.connect(lambda told, stays: heard.append(told))
    panel.ask([to_tell()], "Tegel", is_sent=False)
    assert not panel.send.isEnabled()
    qtbot.keyClick(panel, Qt.Key.Key_Return, CTRL)
    assert heard == []
    assert panel.fields[0].field.textCursor().selectedText() == "[naam]"
    panel.fields[0].field.show_text("Hoi buren, het is klaar.")
    qtbot.keyClick(panel, Qt.Key.Key_Return, CTRL)
    ((line_id, telling),) = heard[0]
    assert (line_id, telling.how, telling.text) == (1, TellingHow.IN_APP, "Hoi buren, het is klaar.")


def test_who_knows_already_needs_no_words(qtbot, panel):
    panel.ask([to_tell()], "Tegel", is_sent=False)
    how = panel.fields[0].how
    how.setCurrentIndex(how.findData(TellingHow.NOT_NEEDED))
    assert panel.send.isEnabled()
    assert panel.fields[0].telling.text == ""


def test_reporter_whom_nobody_knows_cannot_be_written_to(panel):
    panel.ask([to_tell(Audience.REPORTER, can_write=False)], "Tegel", is_sent=False)
    how = panel.fields[0].how
    assert how.findData(TellingHow.PRIVATE) == -1
    assert how.currentData() == NOT_NOW
    assert not panel.send.isEnabled()


def test_what_was_written_is_there_again(panel):
    panel.ask([to_tell()], "Tegel", is_sent=False)
    panel.fields[0].field.show_text("Beste buren, klaar!")
    panel.put_away()
    panel.ask([to_tell()], "Tegel", is_sent=False)
    assert panel.fields[0].field.text == "Beste buren, klaar!"
    assert panel.fields[0].before.isHidden()
    panel.put_away()
    panel.ask([to_tell(text="Nog even wachten.")], "Tegel", is_sent=False)  # there is another answer by now
    assert panel.fields[0].field.text == "Nog even wachten."
    panel.fields[0].before.click()
    assert panel.fields[0].field.text == "Beste buren, klaar!"
    assert panel.fields[0].before.isHidden()


@pytest.fixture
def form(qtbot, qapp, dutch):
    KeyMap(qapp)
    made = LineForm()
    qtbot.addWidget(made)
    made.ask(
        LineStart(
            what="Tegel",
            kind=LineKind.OTHER,
            owing=PETER,
            waiting=(GroupId(1),),
            groups=((GroupId(1), "Kade"), (GroupId(2), "Plein")),
            owers=((PETER, "Peter Smit (wijkagent)"),),
            services=("gemeente",),
        )
    )
    return made


def kept(qtbot, form):
    heard = []
    form.kept.connect(heard.append)
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    return heard[0] if heard else None


def test_who_answers_is_a_professional_by_his_name_or_a_service(qtbot, form):
    assert kept(qtbot, form).owing == PETER
    form.owing.setEditText("Gemeente")
    assert kept(qtbot, form).owing == Owing(service="gemeente")
    form.owing.setEditText("Woningcorporatie")
    assert kept(qtbot, form).owing == Owing(service="Woningcorporatie")
    form.owing.setEditText("")
    assert kept(qtbot, form).owing == Owing()


def test_beginning_of_what_it_is_about_is_in_sight_and_typing_replaces_it(qtbot, form):
    assert form.what.cursorPosition() == 0
    qtbot.keyClicks(form.what, "Stoep")
    assert form.what.text() == "Stoep"


def test_form_finds_room_in_the_middle_of_this_week(form):
    assert form.minimumSizeHint().width() <= theme.em(form, 17)


def test_last_group_cannot_be_taken_out_and_empty_words_are_not_kept(qtbot, form):
    form.groups.setCurrentRow(0)
    assert not form.remove.isEnabled()
    form.more.setCurrentIndex(1)
    form.more.activated.emit(1)
    form.groups.setCurrentRow(0)
    form.remove.click()
    assert kept(qtbot, form).groups == (2,)
    form.what.setText("  ")
    assert not form.keep.isEnabled()
    assert kept(qtbot, form) is None
