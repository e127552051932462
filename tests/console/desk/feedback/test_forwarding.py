"""A report goes to a service: what a person begins with, what goes where, which line waits for it."""

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import select

from console.desk import outbox, professionals, todos, triage, undoing
from console.desk.feedback import changing, forwarding, forwards, lines
from console.desk.feedback.forwarding import forward, start
from console.domain.decision import Act, ItemState, Verb
from console.domain.feedback import Channel, LineKind, LineSource, LineState, Owing
from console.domain.forward import ForwardAbout, ForwardChannel, Spot
from console.domain.judgement import Category
from console.domain.outgoing import Action, SendState
from console.domain.professional import Job, ProfessionalFacts
from console.platforms import http
from console.store.tables import forwards as table
from tests.console.desk.conftest import NOW, flagged
from tests.console.desk.feedback import forward_steps
from tests.console.desk.feedback.forward_steps import SPOT, item_state, line_of, refused, wish

about, connected, delft = forward_steps.about, forward_steps.connected, forward_steps.delft  # fixtures
message, town = forward_steps.message, forward_steps.town


# --- what a person begins with ---------------------------------------------------------------------------------------


def test_the_text_names_nobody_and_says_what_came_out(connected, about, delft):
    begun = start(connected, about)
    assert "matras" in begun.text
    assert "glasbak" in begun.text
    assert "Bram" not in begun.text
    assert "06-12345678" not in begun.text
    assert {"Bram", "06-12345678"} <= set(begun.masked)
    assert (begun.group, begun.number) == ("Buitenhof", "")
    assert begun.at == NOW - timedelta(days=7) + timedelta(minutes=delft.said)
    assert str(begun.at.tzinfo) == "Europe/Amsterdam"


def test_what_came_from_another_group_names_nobody_of_that_group(connected, delft, make_group):
    haven = make_group("Haven")
    haven.member("Zbysko Quist")
    reported = haven.say("De matras van Zbysko ligt op de stoep", author="Zbysko Quist")
    waiting = [(delft.group_id, None)]
    line = changing.open_by_hand(connected, reported, also=waiting, owing=Owing(service="gemeente"))
    assert "Zbysko" not in start(connected, ForwardAbout(delft.group_id, line_id=line.line_id)).text


def test_the_best_way_stands_first_and_nobody_forwards_a_report_to_112(connected, about, town):
    services = start(connected, about).services
    assert [one.key for one in services] == ["municipality", "nuisance", "police"]
    first = services[0]
    assert first.channels == tuple(ForwardChannel)
    assert (first.number, first.app, first.mail, first.site) == (
        "14015",
        "de app Delft",
        "melding@delft.nl",
        "127.0.0.1",
    )
    assert services[1].channels == (ForwardChannel.APP,)
    assert services[2].channels == (ForwardChannel.PHONE,)


def test_what_is_suspicious_goes_to_the_police_first(connected, delft):
    seen = delft.say("Iemand voelt aan deuren", judgement=replace(flagged(), category=Category.SUSPICIOUS))
    assert start(connected, ForwardAbout(delft.group_id, message_id=seen)).services[0].key == "police"


def test_what_is_urgent_is_for_112_first(connected, delft, about):
    seen = delft.say("Er wordt nu ingebroken", judgement=replace(flagged(), category=Category.URGENT))
    assert "112" in start(connected, ForwardAbout(delft.group_id, message_id=seen)).warning
    assert start(connected, about).warning == ""


def test_without_a_carrier_signalen_is_not_offered_and_a_municipality_always_has_an_app_or_site(console, about, chat):
    assert ForwardChannel.SIGNALEN not in start(console, about).services[0].channels
    refused(lambda: forwarding.categories(console, about.group_id), "signalen_none")
    elsewhere = start(console, ForwardAbout(chat.group_id, message_id=chat.say("Losse stoeptegel")))
    assert elsewhere.services[0].app == "de app of site van de gemeente"


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"text": " "}, "forward_text_empty"),
        ({"text": "x" * 3001}, "forward_text_long"),
        ({"spot": None}, "forward_place_empty"),
        ({"category": None}, "forward_category_empty"),
        ({"email": "anja"}, "forward_mail_wrong"),
        ({"email": "a@b.nl\r\nBcc: c@d.nl"}, "forward_mail_wrong"),
        ({"at": NOW + timedelta(minutes=1)}, "forward_date_future"),
        ({"service": "emergency"}, "forward_channel_gone"),
        ({"service": "police"}, "forward_channel_gone"),
    ],
)
def test_what_is_not_finished_is_refused_before_anything_is_written(connected, about, town, changed, key):
    wanted = replace(wish(console=connected, about=about), **changed)
    refused(lambda: forwarding.confirm(connected, about, wanted), key)
    refused(lambda: forward(connected, about, wanted), key)
    assert lines.lines(connected) == ()
    assert town.reports == {}


def test_the_confirmation_holds_every_word_that_leaves(connected, about, town, clock):
    wanted = wish(console=connected, about=about, email="anja@buurt.nl", may_share=True)
    shown = forwarding.confirm(connected, about, wanted)
    assert (shown.to, shown.address, shown.is_sent) == ("Gemeente Delft", "127.0.0.1", True)
    rows = dict(shown.rows)
    assert rows["Melding"] == "Er ligt een matras."
    assert rows["Soort melding"] == "Schoon: Grofvuil"
    assert rows["Plaats"] == "51.9225, 4.47917"
    assert rows["Gezien"] == "zaterdag 14 november 2026, 20:00"
    assert rows["Uw e-mailadres"] == "anja@buurt.nl"
    assert rows["Mag de gemeente uw e-mailadres aan anderen geven?"] == "ja"
    forward(connected, about, wanted)
    clock.forward(seconds=10)
    outbox.send_due(connected)
    ((_, taken),) = town.reports.items()
    assert {taken["text"], *taken["reporter"].values()} <= {*rows.values(), True}
    without = dict(forwarding.confirm(connected, about, replace(wanted, email="")).rows)
    assert without["Uw e-mailadres"] == "gaat niet mee"
    assert len(without) == 5


# --- Signalen --------------------------------------------------------------------------------------------------------


def test_a_report_waits_ten_seconds_arrives_and_its_line_waits_for_the_answer(connected, about, town, clock, message):
    done = forward(connected, about, wish(console=connected, about=about, email="anja@buurt.nl"))
    assert done.changes.feedback
    assert done.changes.outgoing
    assert (done.todo, done.handing) == (None, None)
    line = line_of(connected)
    assert (line.id, line.state, line.source) == (done.line_id, LineState.ASKED, LineSource.FORWARD)
    assert (line.owed_by, line.channel, line.kind) == ("Gemeente Delft", Channel.SIGNALEN, LineKind.LIVEABILITY)
    assert (line.what, line.groups[0].message_id) == ("Er ligt een matras.", message)
    assert line.remind_at == NOW + timedelta(days=7)
    assert item_state(connected, line.item_id).state == ItemState.LATER
    (waiting,) = outbox.outgoing(connected)
    assert (waiting.action, waiting.recipient, waiting.body) == (
        Action.FORWARD,
        "Gemeente Delft",
        "Er ligt een matras.",
    )
    outbox.send_due(connected)
    assert town.reports == {}
    clock.forward(seconds=10)
    outbox.send_due(connected)
    assert len(town.reports) == 1
    (kept,) = forwards.of_line(connected, line.id)
    assert (kept.number, kept.send, kept.status) == ("SIG-1", SendState.DONE, None)
    assert kept.sentence == "Gemeente Delft kreeg de melding op zondag 15 november. Het nummer is SIG-1."
    assert kept.can_be_asked
    with connected.store.reading() as connection:
        assert "anja" not in str(connection.scalar(select(table.c.payload)))  # it arrived: nobody needs it any more


@pytest.mark.parametrize(
    ("job", "owed_by"), [(Job.AREA_CARETAKER, "Henk Bos"), (Job.COMMUNITY_OFFICER, "Gemeente Delft")]
)
def test_who_works_for_the_service_still_owes_the_answer(connected, about, delft, message, job, owed_by):
    professionals.add(connected, delft.group_id, ProfessionalFacts("Henk Bos", job=job))
    (henk,) = professionals.of_group(connected, delft.group_id)
    line_id = changing.open_by_hand(connected, message, owing=Owing(henk.id)).line_id
    of_line = replace(about, line_id=line_id)
    forward(connected, of_line, wish(console=connected, about=of_line))
    assert lines.line(connected, line_id).owed_by == owed_by


def test_within_ten_seconds_it_is_taken_back_whole_also_after_a_restart_and_made_again(
    connected, about, town, clock, restarted
):
    forward(connected, about, wish(console=connected, about=about))
    again = replace(restarted(), carriers=connected.carriers)
    undone = undoing.undo(again)
    assert undone is not None
    assert undone.verb is Verb.FORWARD
    assert lines.lines(again) == ()
    clock.forward(seconds=30)
    outbox.send_due(again)
    assert town.reports == {}
    undoing.redo(again)
    assert len(forwards.of_line(again, line_of(again).id)) == 1
    clock.forward(seconds=10)
    outbox.send_due(again)
    assert len(town.reports) == 1
    passed_over = undoing.undo(again)
    assert (passed_over.verb, passed_over.skipped) == (Verb.SETTINGS, 1)  # what arrived cannot be called back
    assert len(lines.lines(again)) == 1


def test_a_flagged_message_is_done_with_it_and_comes_back_with_undo(connected, delft, about, message):
    item_id = delft.item(message)
    seen = triage.detail(connected, item_id).seen if hasattr(triage, "detail") else None
    done = forward(connected, replace(about, item_id=item_id, seen=seen), wish(console=connected, about=about))
    assert item_state(connected, item_id).state == ItemState.DONE
    refused(
        lambda: forward(connected, replace(about, item_id=item_id), wish(console=connected, about=about)),
        "already_decided",
    )
    undoing.undo_one(connected, done.decision)
    assert item_state(connected, item_id).state == ItemState.OPEN


def test_what_is_refused_stays_with_its_reason_and_may_be_taken_back(connected, about, town, clock):
    wanted = replace(wish(console=connected, about=about), spot=Spot(52.5, 5.5))
    done = forward(connected, about, wanted)
    clock.forward(seconds=10)
    outbox.send_due(connected)
    (kept,) = forwards.of_line(connected, done.line_id)
    assert kept.send is SendState.FAILED
    assert "niet binnen het toegestane gebied" in kept.sentence
    assert outbox.outgoing(connected)[0].state is SendState.FAILED
    undoing.undo(connected)
    assert lines.lines(connected) == ()


def test_after_a_time_out_nothing_is_sent_again_by_itself(connected, about, town, clock, monkeypatch):
    monkeypatch.setattr(http, "READ_SECONDS", 0.2)
    done = forward(connected, about, wish(console=connected, about=about))
    town.before = lambda handler: handler.command == "POST" and (handler.connection.recv(1) or True)
    clock.forward(seconds=10)
    outbox.send_due(connected)
    clock.forward(hours=1)
    outbox.send_due(connected)
    assert sum(asked.startswith("POST") for asked in town.asked) == 1
    (kept,) = forwards.of_line(connected, done.line_id)
    assert kept.send is SendState.UNKNOWN
    assert kept.sentence.startswith("Het is niet zeker of Gemeente Delft de melding kreeg.")
    (unsure,) = outbox.outgoing(connected)
    town.before = None
    outbox.settle_by_hand(connected, unsure.id, arrived=False, again=True)  # a person asked: it did not arrive
    clock.forward(seconds=10)
    outbox.send_due(connected)
    assert forwards.of_line(connected, done.line_id)[0].number == "SIG-1"


@pytest.mark.parametrize("channel", [ForwardChannel.MAIL, ForwardChannel.APP])
def test_what_is_shown_before_says_that_a_number_follows(connected, about, channel):
    ((_, shown),) = forwarding.confirm(connected, about, wish(channel)).rows
    assert "nummer volgt" in shown
    assert "nummer volgt" not in forward(connected, about, wish(channel)).handing.text


def test_two_windows_do_not_send_one_report_twice(connected, about):
    seen = [start(connected, about).about for _window in range(2)]
    wanted = wish(console=connected, about=about)
    done = forward(connected, seen[0], wanted)
    refused(lambda: forward(connected, seen[1], wanted), "changed_meanwhile")
    undoing.undo_one(connected, done.decision)
    forward(connected, seen[1], wanted)
    assert len(outbox.outgoing(connected)) == 1


# --- by hand ---------------------------------------------------------------------------------------------------------


def saved(handing, folder):
    """The mail in the file that is written of it."""
    path = folder / "melding.eml"
    forwarding.save_mail(handing, path)
    return message_from_bytes(path.read_bytes(), policy=default)


def test_a_mail_is_ready_with_the_number_of_its_line_and_is_to_be_done(connected, about, clock, tmp_path):
    done = forward(connected, about, wish(ForwardChannel.MAIL, spot=SPOT))
    number, handing = line_of(connected).number, done.handing
    assert done.send is None
    assert (handing.to, handing.address) == ("Gemeente Delft", "melding@delft.nl")
    assert handing.subject == f"[{number}] Melding: Er ligt een matras."
    for words in ("Er ligt een matras.", f"[{number}]", "zaterdag 14 november, 20.00 uur", "mlat=51.9225&mlon=4.47917"):
        assert words in handing.text
    link = urlsplit(handing.mailto)
    assert (link.scheme, link.path) == ("mailto", "melding@delft.nl")
    assert parse_qs(link.query)["body"] == [handing.text.replace("\n", "\r\n")]
    mail = saved(handing, tmp_path)
    assert (mail["To"], mail["Subject"], mail["X-Unsent"]) == ("melding@delft.nl", handing.subject, "1")
    assert mail.get_content().replace("\r\n", "\n").strip() == handing.text
    (todo,) = todos.todos(connected)
    assert (todo.action, todo.recipient, todo.text) == (
        *(Action.FORWARD, "Gemeente Delft (melding@delft.nl)", handing.text),
    )
    assert forwards.of_line(connected, done.line_id)[0].sentence == "U mailt dit nog aan Gemeente Delft."
    clock.forward(days=1)
    todos.done(connected, todo.id)
    assert forwards.of_line(connected, done.line_id)[0].sentence == (
        "U mailde dit op maandag 16 november aan Gemeente Delft."
    )


def test_a_long_mail_opens_from_a_file_only(connected, about, tmp_path):
    handing = forward(connected, about, wish(ForwardChannel.MAIL, text="é " * 1400)).handing
    assert handing.mailto == ""
    assert "é é" in saved(handing, tmp_path).get_content()
    refused(lambda: forwarding.save_mail(handing, tmp_path / "nergens" / "x.eml"), "export_not_written")


def test_for_the_app_and_the_phone_the_words_are_ready(connected, about):
    app = forward(connected, about, wish(ForwardChannel.APP)).handing
    assert app.address == "de app Delft"
    assert app.text.startswith("Er ligt een matras.\nGezien:")
    call = forward(connected, about, wish(ForwardChannel.PHONE, service="police")).handing
    assert (call.to, call.address) == ("Politie", "0900-8844")
    assert call.text.startswith("Bel Politie, 0900-8844. Zeg dit:\n\nEr ligt een matras.")


def test_taken_back_nothing_is_to_be_done(connected, about):
    forward(connected, about, wish(ForwardChannel.APP))
    undoing.undo(connected)
    assert todos.todos(connected) == ()
    assert lines.lines(connected) == ()


# --- a line that was there -------------------------------------------------------------------------------------------


@pytest.fixture
def line(connected, delft, message):
    """The line that a question to the officer opened about the message."""
    triage.decide(connected, delft.item(message), Act(Verb.OFFICER, text="Weet u hier iets van?"))
    return line_of(connected)


def test_the_line_that_waits_already_goes_on_with_the_service(connected, about, line, clock):
    clock.forward(days=2)
    done = forward(connected, about, wish(ForwardChannel.APP))
    assert done.line_id == line.id
    now = line_of(connected)
    assert (now.state, now.owed_by, now.channel) == (LineState.ASKED, "Gemeente Delft", Channel.REPORTING_APP)
    assert (now.asked_at, now.since) == (clock(), line.since)
    undoing.undo(connected)
    back = line_of(connected)
    assert (back.owed_by, back.channel, back.asked_at) == (line.owed_by, line.channel, line.asked_at)
    assert forwards.of_line(connected, line.id) == ()


def test_it_begins_with_its_message_its_number_and_where_it_went_before(connected, delft, line):
    about = ForwardAbout(delft.group_id, line_id=line.id)
    forward(connected, about, wish(ForwardChannel.PHONE))
    begun = start(connected, about)
    assert begun.number == line.number
    assert "matras" in begun.text
    assert [one.recipient for one in begun.earlier] == ["Gemeente Delft"]


def test_a_line_that_is_closed_is_not_passed_on(connected, delft, line):
    triage.decide(connected, line.item_id, Act(Verb.LAPSE, reason_code="too_old"))
    about = ForwardAbout(delft.group_id, line_id=line.id)
    refused(lambda: start(connected, about), "forward_line_closed")
    refused(lambda: forward(connected, about, wish(ForwardChannel.APP)), "forward_line_closed")


def test_what_is_gone_is_told(connected, delft):
    refused(lambda: start(connected, ForwardAbout(delft.group_id, line_id=99)), "line_gone")
    refused(lambda: start(connected, ForwardAbout(delft.group_id, message_id=99)), "message_gone")
    refused(lambda: start(connected, ForwardAbout(99, message_id=99)), "group_gone")
