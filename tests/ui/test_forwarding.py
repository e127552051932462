"""A person passes a report on: he fills it in, sees all that leaves, and sends it, or passes it on himself."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from console.desk import outbox, redirects, todos
from console.desk.feedback import forwards, lines
from console.domain.feedback import LineState
from console.domain.forward import ForwardAbout, ForwardChannel, ForwardStatus
from console.domain.judgement import Category, Flag
from console.domain.outgoing import SIGNALEN, Action, Sending, SendState, TodoState
from console.platforms.signalen import SignalenCarrier
from tests.console.desk.conftest import NOW, flagged
from tests.tools.signalen_server import running
from tests.ui.conftest import flag, press, settle
from ui.pages.forwarding import Forwarding
from ui.widgets.forward_panel import ForwardPanel
from ui.widgets.forwards_view import ForwardsView
from ui.widgets.sending_bar import SendingBar

MAP = "https://www.openstreetmap.org/#map=18/51.92250/4.47917"
SAID = "Bij de glasbak ligt een matras. Bram heeft het gezien."


@pytest.fixture
def town():
    """A municipality that runs Signalen."""
    with running() as found:
        yield found


@pytest.fixture
def delft(console, jobs, make_group, town):
    """A group in a municipality that takes reports in every way, in a console that can send them."""
    jobs.console = replace(console, carriers={SIGNALEN: SignalenCarrier()})
    told = next(one for one in redirects.municipalities(console) if one.key == "rotterdam")
    where = {"report_mail": "melding@stad.nl", "signalen_url": town.url}
    redirects.change_counters(console, "rotterdam", "Rotterdam", told.counters, **where)
    return make_group("Buitenhof", municipality="rotterdam")


@pytest.fixture
def message(delft):
    """A report by Bram."""
    delft.member("Bram")
    return delft.say(SAID, author="Bram")


@pytest.fixture
def forwarding(qtbot, qapp, jobs, delft, message):
    """The panel, open about the message, with what it told and warned."""
    panel = ForwardPanel()
    qtbot.addWidget(panel)
    panel.resize(700, 700)
    made = Forwarding(jobs, panel, panel)
    made.said = []
    made.told.connect(made.said.append)
    made.warned.connect(made.said.append)
    made.open(ForwardAbout(delft.group_id, message_id=message))
    settle(qtbot, jobs)
    qtbot.waitUntil(lambda: panel.form.category.count() > 0)
    yield made
    made.put_away()


def panel_of(forwarding) -> ForwardPanel:
    return forwarding._panel


def choose(panel, channel: ForwardChannel) -> None:
    panel.form.channel.setCurrentIndex(panel.form.channel.findData(channel.value))
    panel.form.channel.activated.emit(panel.form.channel.currentIndex())


def fill_in(panel) -> None:
    panel.form.place.setText(MAP)
    panel.form.category.setCurrentIndex(panel.form.category.findText("Schoon: Grofvuil"))


def go_on(qtbot, jobs, panel) -> None:
    qtbot.keyClick(panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, jobs)


def labels(panel) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in panel.findChildren(QLabel) if not label.isHidden())


# --- the form --------------------------------------------------------------------------------------------------------


def test_what_is_urgent_says_that_112_goes_first(qtbot, jobs, forwarding, delft, dutch):
    assert "112" not in labels(panel_of(forwarding))
    seen = delft.say("Er wordt nu ingebroken", judgement=replace(flagged(), category=Category.URGENT))
    forwarding.open(ForwardAbout(delft.group_id, message_id=seen))
    settle(qtbot, jobs)
    assert "Bel dan eerst 112." in labels(panel_of(forwarding))


def test_it_opens_with_the_words_without_names_and_the_best_way(forwarding, dutch):
    panel = panel_of(forwarding)
    assert "matras" in panel.form.field.text
    assert "Bram" not in panel.form.field.text
    assert "Weggelaten: Bram." in labels(panel)
    assert panel.form.service.currentText() == "Gemeente Rotterdam"
    ways = [panel.form.channel.itemText(row) for row in range(panel.form.channel.count())]
    assert ways == [
        "hier versturen, naar 127.0.0.1",
        "met de app MeldR",
        "per e-mail, naar melding@stad.nl",
        "bellen, 14010",
    ]
    kinds = [panel.form.category.itemText(row) for row in range(panel.form.category.count())]
    assert "Schoon: Grofvuil" in kinds
    assert "Schoon: Oud papier" not in kinds
    assert panel.form.category.currentIndex() == -1  # nobody reports a kind that merely stood first


def test_what_only_signalen_asks_is_there_only_for_signalen(forwarding):
    panel = panel_of(forwarding)
    assert not panel.form.email.isHidden()
    assert panel.form._form.isRowVisible(panel.form._rows["category"])
    choose(panel, ForwardChannel.MAIL)
    assert not panel.form._form.isRowVisible(panel.form._rows["category"])
    assert not panel.form._form.isRowVisible(panel.form._rows["email"])


def test_ctrl_enter_goes_to_what_is_still_to_be_filled_in(qtbot, jobs, forwarding, town):
    panel = panel_of(forwarding)
    go_on(qtbot, jobs, panel)
    assert panel.form.lacking is panel.form.category
    panel.form.category.setEditText("grofvuil")  # not one of the list
    assert panel.form.lacking is panel.form.category
    panel.form.category.setEditText("schoon: GROFVUIL")
    assert panel.form.lacking is panel.form.place
    panel.form.place.setText("Kerkstraat 12")
    assert panel.form.lacking is panel.form.place
    panel.form.place.setText(MAP)
    assert panel.form.lacking is None
    panel.form.field.show_text("  ")
    assert panel.form.lacking is panel.form.field
    assert lines.lines(jobs.console) == ()


def test_a_place_is_read_back_or_it_is_said_what_is_wrong(forwarding, dutch):
    panel = panel_of(forwarding)
    panel.form.place.setText(MAP)
    assert "51.9225, 4.47917" in labels(panel)
    panel.form.place.setText("https://maps.app.goo.gl/x")
    assert "Deze korte link zegt niet waar het is." in labels(panel)


def test_the_map_opens_where_the_place_is(forwarding, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    panel = panel_of(forwarding)
    panel.form.map.click()
    panel.form.place.setText(MAP)
    panel.form.map.click()
    assert "#map=8/" in opened[0]
    assert "mlat=51.9225&mlon=4.47917" in opened[1]


def test_a_municipality_that_does_not_answer_is_told_and_can_be_asked_again(
    qtbot, jobs, forwarding, town, dutch, delft
):
    panel = panel_of(forwarding)
    forwarding.put_away()
    town.before = lambda handler: handler.say(500, {}) or True
    forwarding._begun.clear()
    forwarding.open(ForwardAbout(delft.group_id, message_id=1))
    qtbot.waitUntil(lambda: not panel.form.again.isHidden())
    assert "127.0.0.1 gaf geen goed antwoord." in labels(panel)
    assert not panel.form.category.isEnabled()
    town.before = None
    panel.form.again.click()
    qtbot.waitUntil(lambda: panel.form.category.count() > 0)
    assert panel.form.category.isEnabled()


def test_what_was_written_stands_there_again_when_it_was_left(qtbot, jobs, forwarding, delft, message):
    panel = panel_of(forwarding)
    choose(panel, ForwardChannel.APP)
    panel.form.field.show_text("Een matras bij de glasbak.")
    panel.form.place.setText(MAP)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    forwarding.put_away()
    assert not forwarding.is_open
    forwarding.open(ForwardAbout(delft.group_id, message_id=message))
    settle(qtbot, jobs)
    assert panel.form.field.text == "Een matras bij de glasbak."
    assert panel.form.channel.currentData() == ForwardChannel.APP
    assert panel.form.place.text() == MAP


# --- Signalen --------------------------------------------------------------------------------------------------------


def test_before_it_leaves_a_person_reads_all_of_it_and_may_go_back(qtbot, jobs, forwarding, town, dutch):
    panel = panel_of(forwarding)
    fill_in(panel)
    panel.form.email.setText("anja@buurt.nl")
    go_on(qtbot, jobs, panel)
    rows = dict(panel.confirmation.rows)
    assert rows["Soort melding"] == "Schoon: Grofvuil"
    assert rows["Uw e-mailadres"] == "anja@buurt.nl"
    assert rows["Mag de gemeente uw e-mailadres aan anderen geven?"] == "nee"
    assert "Dit gaat naar Gemeente Rotterdam, op 127.0.0.1." in labels(panel).replace("\u2068", "").replace(
        "\u2069", ""
    )
    assert outbox.outgoing(jobs.console) == ()
    panel.put_away()  # Esc
    assert forwarding.is_open
    assert panel.form.email.text() == "anja@buurt.nl"
    assert outbox.outgoing(jobs.console) == ()


def test_sent_it_waits_its_ten_seconds_and_the_panel_goes(qtbot, jobs, forwarding, town):
    panel, done = panel_of(forwarding), []
    forwarding.forwarded.connect(done.append)
    fill_in(panel)
    go_on(qtbot, jobs, panel)
    go_on(qtbot, jobs, panel)
    assert not forwarding.is_open
    (forwarded,) = done
    (waiting,) = outbox.outgoing(jobs.console)
    assert (waiting.state, waiting.id) == (SendState.WAITING, forwarded.send)
    assert town.reports == {}
    jobs.console = replace(jobs.console, now=lambda: NOW + timedelta(seconds=10))
    outbox.send_due(jobs.console)
    assert len(town.reports) == 1


def test_what_the_desk_refuses_is_told_and_stays(qtbot, jobs, forwarding, dutch):
    panel = panel_of(forwarding)
    fill_in(panel)
    panel.form.email.setText("anja")
    go_on(qtbot, jobs, panel)
    assert forwarding.said == ["Dit is geen e-mailadres. Verbeter het, of laat het leeg."]
    assert panel.form.email.text() == "anja"
    assert panel.begun is not None


# --- by hand ---------------------------------------------------------------------------------------------------------


def test_a_mail_is_handed_over_with_its_number_and_ticked_off(
    qtbot, jobs, forwarding, monkeypatch, clipboard, tmp_path
):
    panel, opened = panel_of(forwarding), []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(bytes(url.toEncoded()).decode()) or True)
    choose(panel, ForwardChannel.MAIL)
    go_on(qtbot, jobs, panel)
    (line,) = lines.lines(jobs.console)
    assert line.state is LineState.ASKED
    assert f"[{line.number}]" in panel.handing.text.toPlainText()
    panel.copy.click()
    assert clipboard.text() == panel.handing.text.toPlainText()
    panel.mail.click()
    assert opened[0].startswith("mailto:melding@stad.nl?subject=")
    path = tmp_path / "melding"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    panel.file.click()
    settle(qtbot, jobs)
    assert b"X-Unsent: 1" in (tmp_path / "melding.eml").read_bytes()
    (todo,) = todos.todos(jobs.console)
    assert todo.handed_at is not None
    go_on(qtbot, jobs, panel)
    assert not forwarding.is_open
    assert [one.state for one in todos.todos(jobs.console)] == [TodoState.DONE]


def test_put_away_it_stays_to_be_done_on_the_phone(qtbot, jobs, forwarding, dutch):
    panel = panel_of(forwarding)
    choose(panel, ForwardChannel.APP)
    go_on(qtbot, jobs, panel)
    assert panel.mail.isHidden()
    assert panel.file.isHidden()
    panel.put_away()
    assert [one.state for one in todos.todos(jobs.console)] == [TodoState.OPEN]
    assert forwarding.said[-1] == "Het staat klaar op de pagina Op uw telefoon."


def test_in_the_demo_no_mail_program_opens(qtbot, jobs, forwarding, monkeypatch, dutch):
    jobs.console = replace(jobs.console, is_demo=True)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: pytest.fail("opened"))
    panel = panel_of(forwarding)
    choose(panel, ForwardChannel.MAIL)
    go_on(qtbot, jobs, panel)
    panel.mail.click()
    assert forwarding.said[-1].startswith("Oefenen:")


# --- where it went ---------------------------------------------------------------------------------------------------


def test_a_line_tells_where_it_went_and_offers_what_is_closed_as_the_answer(qtbot, jobs, forwarding, town, dutch):
    panel = panel_of(forwarding)
    fill_in(panel)
    go_on(qtbot, jobs, panel)
    go_on(qtbot, jobs, panel)
    jobs.console = replace(jobs.console, now=lambda: NOW + timedelta(seconds=10))
    outbox.send_due(jobs.console)
    (line,) = lines.lines(jobs.console)
    view, taken, looked = ForwardsView(), [], []
    qtbot.addWidget(view)
    view.take_over_requested.connect(taken.append)
    view.look_requested.connect(lambda: looked.append(True))
    assert view.isHidden()
    view.show_forwards(forwards.of_line(jobs.console, line.id))
    assert not view.isHidden()
    assert view.text == "Gemeente Rotterdam kreeg de melding op zondag 15 november. Het nummer is SIG-1."
    (look,) = [button for button in view.findChildren(type(panel.form.map)) if not button.isHidden()]
    look.click()
    assert looked == [True]
    town.closed |= town.reports.keys()
    forwards.look(jobs.console, line.id)
    view.show_forwards(forwards.of_line(jobs.console, line.id))
    buttons = {button.text().replace("&", ""): button for button in view._lines.findChildren(type(panel.form.map))}
    buttons["Overnemen als antwoord"].click()
    assert [one.status for one in taken] == [ForwardStatus.CLOSED]
    view.show_forwards(forwards.of_line(jobs.console, line.id), can_take_over=False)
    assert "Overnemen" not in " ".join(button.text() for button in view._lines.findChildren(type(panel.form.map)))


# --- from a flagged message ------------------------------------------------------------------------------------------


def test_pointing_a_member_elsewhere_leads_to_passing_it_on_oneself(qtbot, jobs, delft, window, open_page, dutch):
    item_id = flag(delft, SAID, "matras", flag=Flag.OFF_TOPIC)
    page = open_page()
    page.brake_ms = 0
    press(qtbot, window, Qt.Key.Key_D)
    panel = page.parts.answer
    qtbot.waitUntil(panel.can_put_away)
    assert not panel.pass_on.isHidden()
    panel.pass_on.click()
    settle(qtbot, jobs)
    forward = page.parts.forward
    assert panel.isHidden()
    assert forward.can_put_away()
    assert forward.form.service.currentText() == "Politie, geen spoed"  # it is about something suspicious
    go_on(qtbot, jobs, forward)
    assert forward.can_put_away()  # the words are still to be handed over
    assert page.shown_item == item_id
    assert not page.can_decide
    (line,) = lines.lines(jobs.console)
    assert line.groups[0].about.startswith("Bij de glasbak")
    go_on(qtbot, jobs, forward)
    assert not forward.can_put_away()


def test_an_answer_to_a_member_has_no_such_button(qtbot, jobs, delft, window, open_page):
    flag(delft, SAID, "matras")
    page = open_page()
    page.brake_ms = 0
    press(qtbot, window, Qt.Key.Key_P)
    qtbot.waitUntil(page.parts.answer.can_put_away)
    assert page.parts.answer.pass_on.isHidden()


def test_what_may_have_arrived_is_to_be_asked_there_and_not_looked_for_in_the_chat(qtbot, dutch):
    bar = SendingBar()
    qtbot.addWidget(bar)
    bar.begin(lambda: NOW, is_practice=False)
    unsure = Sending(
        id=1,
        group_id=1,
        group="Kade",
        action=Action.FORWARD,
        recipient="Gemeente Rotterdam",
        body="Een matras.",
        state=SendState.UNKNOWN,
        not_before=NOW,
        answer=None,
        decision=None,
    )
    bar.show_rows((unsure,))
    assert "vraag het daar na voor u het nog eens stuurt" in labels(bar)
