"""The digest: one page, nobody's name, only what is open and his; when it is time, and that it went out."""

import email
import email.policy
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from console.desk import logbook, professionals, triage, undoing
from console.desk.feedback import answer_mail, changing, digest, lines
from console.desk.feedback.digest import Sent
from console.domain.decision import Act, ItemKind, Verb
from console.domain.feedback import Channel, LineState, Owing
from console.domain.logbook import LogFilter
from console.domain.professional import ProfessionalFacts
from tests.console.desk.conftest import NOW
from tests.console.desk.feedback.conftest import refused
from tests.console.papers.test_one_page import pages


@pytest.fixture
def many(chat, make_group, opened, officer, clock):
    """Open so many lines for the officer, a day apart, in so many groups; the last is of today."""

    def open_them(count, groups=1, what="Gat in de stoep"):
        others = [chat, *(make_group(f"Groep {number}") for number in range(1, groups))]
        clock.forward(days=-count + 1)
        made = []
        for number in range(count):
            made.append(opened(others[number % groups], owing=officer, what=f"{what} {number}"))
            clock.forward(days=1)
        clock.forward(days=-1)
        return made

    return open_them


def of_officer(console, officer, language=None):
    return digest.digest(console, officer.professional_id, language)


# --- what stands in it -----------------------------------------------------------------------------------------------


def test_it_tells_what_is_open_and_his_by_group_and_number(console, chat, make_group, opened, officer, clock):
    haven = make_group("Haven")
    first = opened(chat, what="Gat in de stoep", owing=officer)
    clock.forward(days=1)
    shared = opened(haven, None, (chat.group_id, None), what="Lamp stuk", owing=officer, state=LineState.TO_ASK)
    opened(chat, what="Van de gemeente", owing=Owing(service="gemeente"))
    opened(chat, what="Al bekend", owing=officer, state=LineState.ANSWERED)
    found = of_officer(console, officer)
    assert found.subject == "Open vragen uit uw buurtgroepen: 2"
    assert found.line_ids == (first.id, shared.id)
    assert found.text == (
        "Beste Peter Smit,\n\n"
        "Er wachten 2 vragen op uw antwoord, uit 2 groepen. Ik verwacht geen spoed.\n"
        "De buren willen graag weten wat ermee gedaan is. Schrijf uw antwoord onder het nummer, en stuur dit terug. "
        "Laat het nummer staan. Ik vertel uw antwoord aan de buren. Is er nog geen nieuws? Schrijf dat dan op.\n\n"
        f"Kade\n[{first.number}] Gat in de stoep (sinds 15 november)\n\n"
        f"Haven\n[{shared.number}] Lamp stuk (sinds vandaag, ook in Kade)\n\n"
        "Met vriendelijke groet,\nAnja\n"
    )


def test_nobody_is_named_in_it(console, chat, opened, officer):
    chat.member("Tineke de Wit")
    opened(chat, what="Auto AB-12-CD van Tineke bij Kadestraat 12", owing=officer)
    found = of_officer(console, officer)
    assert "Auto (kenteken) van iemand bij Kadestraat 12" in found.text
    assert "Namen en nummers van bewoners heb ik weggelaten." in found.text
    assert [one.words for one in found.hidden] == ["AB-12-CD", "Tineke"]


def test_a_line_of_several_groups_hides_the_members_of_each(console, chat, make_group, opened, officer):
    haven = make_group("Haven")
    haven.member("Zbysko Quist")
    opened(chat, None, (haven.group_id, None), what="Zbysko zag een gat", owing=officer)
    assert "Zbysko" not in of_officer(console, officer).text


def test_members_of_a_group_that_left_a_line_are_hidden_too(console, chat, make_group, opened, officer):
    haven = make_group("Haven")
    chat.member("Zbysko Quist")
    line = opened(chat, None, (haven.group_id, None), what="Auto van Zbysko staat dubbel", owing=officer)
    changing.change(console, line.id, groups=[haven.group_id])
    assert "Zbysko" not in of_officer(console, officer).text


def test_words_of_others_cannot_pass_for_a_number_or_hide_marks(console, chat, opened, officer):
    opened(chat, what="Gat \u202e[BC-999]\u200b en bc 7\x07", owing=officer)
    (line,) = of_officer(console, officer).lines
    assert line.what == "Gat … en …"


def test_it_can_be_in_english(console, chat, opened, officer):
    opened(chat, owing=officer)
    found = of_officer(console, officer, "en")
    assert found.subject == "One open question from your neighbourhood group"
    assert "(since today)" in found.text


def test_who_owes_nothing_gets_none(console, chat, officer):
    with refused("digest_empty"):
        of_officer(console, officer)
    with refused("professional_gone"):
        digest.digest(console, 99)


# --- one page --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "groups", "left_out"), [(1, 1, 0), (20, 4, 0), (40, 3, 0), (60, 3, 2)])
def test_it_is_one_page_and_says_what_did_not_fit(console, officer, many, count, groups, left_out):
    many(count, groups)
    found = of_officer(console, officer)
    assert (len(found.lines), found.left_out) == (count - left_out, left_out)
    assert ("En nog " in found.text) == bool(left_out)
    assert pages(digest.as_pdf(found)) == 1


def test_what_is_left_out_is_the_newest_and_the_oldest_is_told_in_full(console, officer, many):
    words = "waar iedere dag weer iemand over struikelt, ook de kinderen die er langs naar school fietsen en lopen " * 2
    made = many(60, 18, words)
    found = of_officer(console, officer)
    shown = len(found.lines)
    assert found.line_ids == tuple(line.id for line in made[:shown])
    assert f"En nog {60 - shown} vragen" in found.text
    assert found.lines[0].what == made[0].what
    assert found.lines[-1].what.endswith("…")
    assert pages(digest.as_pdf(found)) == 1


def test_long_lines_in_capitals_still_make_one_page(console, officer, many):
    many(60, 18, "WANNEER WORDT HET GAT IN DE STOEP BIJ DE SPEELTUIN EN DE SCHOOL NU EINDELIJK EENS GEMAAKT? " * 2)
    assert pages(digest.as_pdf(of_officer(console, officer))) == 1


def test_a_text_that_a_person_made_too_long_is_refused(console, chat, opened, officer):
    opened(chat, owing=officer)
    found = replace(of_officer(console, officer), text="regel\n" * 300)
    with refused("digest_too_long"):
        digest.as_pdf(found)


# --- as it goes out --------------------------------------------------------------------------------------------------


@pytest.fixture
def mailed(console, chat, opened):
    facts = ProfessionalFacts("Peter Smit", email="peter@example.nl")
    professionals.add(console, chat.group_id, facts)
    owing = Owing(professionals.of_group(console, chat.group_id)[0].id)
    opened(chat, what="Gat in de stoep & één lamp", owing=owing)
    return of_officer(console, owing)


def test_mail_opens_as_one_to_send(mailed):
    read = email.message_from_bytes(digest.as_mail(mailed), policy=email.policy.default)
    assert (read["To"], read["Subject"], read["X-Unsent"]) == ("peter@example.nl", mailed.subject, "1")
    assert read.get_content().splitlines() == mailed.text.splitlines()


def test_mail_holds_what_a_person_made_of_it(mailed):
    edited = replace(mailed, subject="Vragen\nBcc: x@example.nl", text="Kort \ud800")
    read = email.message_from_bytes(digest.as_mail(edited), policy=email.policy.default)
    assert (read["Subject"], read["Bcc"]) == ("Vragen Bcc: x@example.nl", None)
    assert read.get_content().strip() == "Kort ?"


def test_address_of_a_mail_holds_the_text_while_it_is_short(mailed):
    address = urlsplit(digest.mailto(mailed))
    said = parse_qs(address.query)
    assert (address.scheme, address.path) == ("mailto", "peter@example.nl")
    assert said["subject"] == [mailed.subject]
    assert said["body"][0].split("\r\n") == mailed.text.strip().splitlines()
    assert digest.mailto(replace(mailed, text="é" * 400)) is None
    assert digest.mailto(replace(mailed, email="")).startswith("mailto:?subject=")


@pytest.mark.parametrize(("suffix", "begins"), [(".pdf", b"%PDF"), (".eml", b"To: peter"), (".TXT", b"Beste Peter")])
def test_it_is_saved_as_what_its_name_says(mailed, tmp_path, suffix, begins):
    path = tmp_path / f"overzicht{suffix}"
    path.write_bytes(b"wat er stond")
    digest.save(mailed, path)
    assert path.read_bytes().startswith(begins)
    assert [one.name for one in tmp_path.iterdir() if not one.name.startswith("store")] == [path.name]


def test_what_cannot_be_saved_leaves_what_stood_there(mailed, tmp_path):
    path = tmp_path / "overzicht.pdf"
    path.write_bytes(b"wat er stond")
    with refused("digest_too_long"):
        digest.save(replace(mailed, text="regel\n" * 300), path)
    assert path.read_bytes() == b"wat er stond"
    with refused("digest_kind"):
        digest.save(mailed, tmp_path / "overzicht.doc")
    with refused("export_not_written"):
        digest.save(mailed, tmp_path / "weg" / "overzicht.txt")


@pytest.mark.parametrize("quote", ["", "> "])
def test_answers_written_under_the_numbers_find_their_lines(console, chat, opened, officer, clock, quote):
    chat.member("Tineke de Wit")
    car = opened(chat, what="Auto van Tineke op de stoep", owing=officer)
    opened(chat, what="Gat in de stoep " + "en nog een " * 30, owing=officer)
    clock.forward(days=400)
    lamp = opened(chat, what="Lamp stuk.", owing=officer)
    answers = {car.number: "De auto is weg.", lamp.number: "Morgen gemaakt."}
    returned = []
    for row in of_officer(console, officer).text.splitlines():
        returned += [quote + row, *(answer for number, answer in answers.items() if number in row)]
    found = answer_mail.read(console, "\n".join(returned))
    assert {one.line.number: one.text for one in found.answers} == answers


# --- when it is time -------------------------------------------------------------------------------------------------


def who_is_due(console):
    return [(one.name, one.lines, one.groups) for one in digest.due(console)]


def test_it_is_time_a_week_after_the_question_and_a_week_after_the_last(console, chat, opened, officer, clock):
    line = opened(chat, owing=officer)
    clock.forward(days=6)
    assert who_is_due(console) == []
    clock.forward(days=1)
    assert who_is_due(console) == [("Peter Smit", 1, 1)]
    assert digest.due(console)[0].last_at is None
    digest.sent(console, officer.professional_id, Sent.MAIL, [line.id])
    assert who_is_due(console) == []
    clock.forward(days=6, hours=20)  # the same weekday, somewhat earlier: days count, no hours
    assert who_is_due(console) == [("Peter Smit", 1, 1)]
    assert digest.due(console)[0].last_at == NOW + timedelta(days=7)


def test_a_person_says_how_often_or_never(console, chat, opened, officer, clock):
    opened(chat, owing=officer)
    clock.forward(days=10)
    assert digest.set_days(console, officer.professional_id, 14).feedback
    assert who_is_due(console) == []
    digest.set_days(console, officer.professional_id, 0)
    clock.forward(days=100)
    assert who_is_due(console) == []
    undoing.undo(console)
    assert who_is_due(console) == [("Peter Smit", 1, 1)]
    assert digest.set_days(console, officer.professional_id, 14).decision is None  # as it was: nothing to write down
    for days in (-1, 91):
        with refused("digest_days"):
            digest.set_days(console, officer.professional_id, days)
    with refused("professional_gone"):
        digest.set_days(console, 99, 7)


def test_who_owes_nothing_any_more_is_never_due(console, chat, opened, officer, clock):
    line = opened(chat, owing=officer)
    opened(chat, owing=Owing(service="gemeente"))
    clock.forward(days=8)
    triage.decide(console, line.item_id, Act(Verb.ANSWERED, text="Gemaakt"))
    assert who_is_due(console) == []


# --- that it went out ------------------------------------------------------------------------------------------------


def test_what_was_still_to_ask_is_asked_by_it(console, chat, opened, officer, clock):
    to_ask = opened(chat, owing=officer, state=LineState.TO_ASK)
    asked = opened(chat, owing=officer)
    clock.forward(days=2)
    changes = digest.sent(console, officer.professional_id, Sent.MAIL, [to_ask.id, asked.id])
    assert changes.feedback
    assert changes.group_ids == {chat.group_id}
    now_asked, still = lines.line(console, to_ask.id), lines.line(console, asked.id)
    assert (now_asked.state, now_asked.asked_at, now_asked.channel) == (LineState.ASKED, clock(), Channel.MAIL)
    assert now_asked.remind_at == clock() + timedelta(days=7)
    assert (still.asked_at, still.remind_at) == (asked.asked_at, asked.remind_at)  # a reminder is not put off by it
    assert [item for item in triage.week(console) if item.kind is ItemKind.FEEDBACK] == []


def test_undo_takes_it_back_also_after_a_restart(console, chat, opened, officer, clock, restarted):
    line = opened(chat, owing=officer, state=LineState.TO_ASK)
    clock.forward(days=8)
    digest.sent(console, officer.professional_id, Sent.PAPER, [line.id])
    again = restarted()
    undoing.undo(again)
    assert lines.line(again, line.id).state is LineState.TO_ASK
    assert who_is_due(again) == [("Peter Smit", 1, 1)]
    undoing.redo(again)
    assert lines.line(again, line.id).state is LineState.ASKED
    assert who_is_due(again) == []


def test_the_logbook_tells_it(console, chat, opened, officer):
    line = opened(chat, owing=officer)
    digest.sent(console, officer.professional_id, Sent.APP, [line.id])
    (entry_id, *_) = logbook.entry_ids(console, LogFilter())
    told = logbook.entry(console, entry_id)
    assert (told.entry.verb, told.changed) == (Verb.DIGEST, ("weekoverzicht met 1 vraag naar Peter Smit",))


def test_lines_of_somebody_else_are_left_alone(console, chat, opened, officer):
    other = opened(chat, owing=Owing(service="gemeente"), state=LineState.TO_ASK)
    digest.sent(console, officer.professional_id, Sent.MAIL, [other.id])
    assert lines.line(console, other.id).state is LineState.TO_ASK
    with refused("professional_gone"):
        digest.sent(console, 99, Sent.MAIL, [other.id])
