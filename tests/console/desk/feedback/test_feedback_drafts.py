"""Which text fits an answer owed: short, plain, for each group its own, and about nobody else."""

import re
from datetime import timedelta

import pytest

from console.desk import drafts, own_drafts, professionals, triage
from console.desk.blanks import fill, open_blanks
from console.desk.feedback import feedback_drafts
from console.domain.decision import Act, Verb
from console.domain.draft import Place, Tone
from console.domain.feedback import LineKind, LineState, Owing
from console.domain.professional import Job, ProfessionalFacts
from console.domain.report import Result
from console.domain.telling import Audience, Telling, TellingHow
from tests.console.desk.conftest import NOW


def filled(draft):
    text = fill(draft.text, draft.values)
    assert open_blanks(text) == ()
    return text


def told(console, line, *said, **wish):
    """What everybody may read, by group and audience."""
    found = feedback_drafts.tellings(console, line.id, *said, **wish)
    return {(one.group_id, one.audience): filled(one.draft) for one in found}


@pytest.fixture
def line(chat, opened, officer):
    """A lantern that Bram reported a week ago, asked of the officer."""
    return opened(chat, chat.say("De lantaarn is kapot", author="Bram Jansen"), owing=officer)


def test_who_is_asked_reads_the_number_and_what_it_is_about(console, chat, opened, officer):
    line = opened(chat, what="De lantaarn is kapot.", state=LineState.TO_ASK, owing=officer)
    assert filled(feedback_drafts.question(console, line.id)) == (
        "Beste wijkagent, in de groep Kade leeft een vraag. Het gaat over: De lantaarn is kapot. Wat is hiermee "
        f"gedaan? Wat mag ik hierover delen? Zet {line.number} bij uw antwoord. Ik verwacht geen spoed."
    )


def test_asked_again_it_says_when_it_was_asked(console, line, clock):
    clock.forward(days=8)
    text = filled(feedback_drafts.question(console, line.id))
    assert text.startswith("Beste wijkagent, op zondag 15 november vroeg ik u iets.")
    assert "Ik heb nog geen antwoord." in text


def test_a_rumour_is_asked_about_as_such(console, chat, opened):
    line = opened(chat, kind=LineKind.RUMOUR, state=LineState.TO_ASK)
    text = filled(feedback_drafts.question(console, line.id, tone=Tone.KIND))
    assert text.startswith("Beste medewerker, u weet veel van de buurt.")
    assert "gaat een verhaal rond" in text


@pytest.mark.parametrize(
    ("job", "greeting"), [(Job.ENFORCEMENT, "Beste Peter Smit,"), (Job.SENIOR_COMMUNITY_OFFICER, "Beste wijkagent,")]
)
def test_another_professional_is_greeted_by_name(console, chat, opened, job, greeting):
    professionals.add(console, chat.group_id, ProfessionalFacts("Peter Smit", job=job))
    owing = Owing(professionals.of_group(console, chat.group_id)[0].id)
    line = opened(chat, owing=owing)
    assert filled(feedback_drafts.thanks(console, line.id)).startswith(greeting)


def test_all_groups_that_wait_are_named(console, chat, make_group, opened):
    more = [(make_group(name).group_id, None) for name in ("Plein", "[HIC] Sluis")]
    line = opened(chat, None, *more, state=LineState.TO_ASK)
    assert "in de groepen Kade, Plein en (HIC) Sluis leeft" in filled(feedback_drafts.question(console, line.id))


def test_reporter_and_group_have_each_their_own_text_in_every_group(console, chat, make_group, opened, officer):
    plein = make_group("Plein", profile="business_park")
    seen = plein.say("Licht uit", author="Els de Wit", at=NOW - timedelta(days=3))
    line = opened(chat, chat.say("Lantaarn kapot", author="Bram"), (plein.group_id, seen), owing=officer)
    triage.decide(console, line.item_id, Act(Verb.ANSWERED, text="Hij is gemaakt"))
    texts = told(console, line)
    assert texts == {
        (chat.group_id, Audience.REPORTER): "Hoi Bram, op zondag 8 november meldde u iets in de groep. "
        "De wijkagent laat weten: Hij is gemaakt. Dank voor het melden.",
        (chat.group_id, Audience.GROUP): "Beste buren, op zondag 8 november was er een melding over overlast of de "
        "straat. De wijkagent laat weten: Hij is gemaakt. Dank voor het melden.",
        (plein.group_id, Audience.REPORTER): "Hoi Els, op donderdag 12 november meldde u iets in de groep. "
        "De wijkagent laat weten: Hij is gemaakt. Dank voor het melden.",
        (
            plein.group_id,
            Audience.GROUP,
        ): "Beste ondernemers, op donderdag 12 november was er een melding over overlast "
        "of de straat. De wijkagent laat weten: Hij is gemaakt. Dank voor het melden.",
    }


def test_who_knows_already_gets_no_draft(console, chat, line):
    group_told = Telling(chat.group_id, Audience.GROUP, TellingHow.OFFLINE)
    triage.decide(console, line.item_id, Act(Verb.ANSWERED, text="Gemaakt", tellings=(group_told,)))
    assert list(told(console, line)) == [(chat.group_id, Audience.REPORTER)]


def test_without_an_answer_everybody_reads_that_it_is_asked_after(console, chat, line):
    texts = told(console, line)
    assert texts[chat.group_id, Audience.GROUP] == (
        "Beste buren, op zondag 8 november was er een melding over overlast of de straat. Er is nog geen antwoord. "
        "Ik vraag het na. Het antwoord komt in deze groep."
    )
    assert "Daarna hoort u van mij." in texts[chat.group_id, Audience.REPORTER]


def test_an_answer_that_is_typed_is_in_the_texts_before_it_is_kept(console, chat, line):
    assert (
        "laat weten: De paal is vervangen! Dank"
        in told(console, line, "De paal is vervangen!")[chat.group_id, Audience.GROUP]
    )
    assert "laat weten: Het is opgelost. Dank" in told(console, line, "", Result.SOLVED)[chat.group_id, Audience.GROUP]


def test_what_nobody_said_stays_a_blank(console, chat, line):
    (_, to_group) = feedback_drafts.tellings(console, line.id, "", Result.UNKNOWN)
    text = fill(to_group.draft.text, to_group.draft.values)
    assert [text[slice(*span)] for span in open_blanks(text)] == ["[antwoord]"]


def test_no_third_person_is_named(console, chat, opened, officer):
    chat.member("Willemijn Zandstra")
    line = opened(
        chat,
        chat.say("Fiets weg", author="Bram"),
        owing=officer,
        what="Willemijn Zandstra op nummer 12 is weer bezig, bel 06-12345678",
    )
    question = filled(feedback_drafts.question(console, line.id))
    answer = "Wij spraken Willemijn Zandstra. Haar auto is 12-ABC-3."
    texts = told(console, line, answer)
    for text in (question, *texts.values()):
        assert not re.search(r"Willemijn|Zandstra|12345678|12-ABC-3", text), text
    assert "Wij spraken" in texts[chat.group_id, Audience.GROUP]


@pytest.mark.parametrize("kind", [LineKind.URGENT, LineKind.SUSPICIOUS])
def test_neighbours_without_the_app_hear_of_what_they_must_know(console, chat, opened, kind):
    assert told(console, opened(chat, kind=kind), "Opgelost")[chat.group_id, Audience.GROUP].endswith(
        "Vertel het ook aan buren zonder app."
    )


@pytest.mark.parametrize(
    ("service", "lead"),
    [("Gemeente", "De gemeente laat weten: "), ("politie", "De politie laat weten: "), ("de buren", "Dit is het ")],
)
def test_who_answers_is_called_by_his_service(console, chat, opened, service, lead):
    line = opened(chat, owing=Owing(service=service))
    assert f". {lead}" in told(console, line, "Gemaakt")[chat.group_id, Audience.GROUP]


def test_a_rumour_is_answered_as_such(console, chat, opened, officer):
    line = opened(chat, chat.say("Klopt het?", author="Bram"), kind=LineKind.RUMOUR, owing=officer)
    texts = told(console, line, "Dat klopt niet", tone=Tone.KIND)
    assert "ging hier een verhaal rond" in texts[chat.group_id, Audience.GROUP]
    assert "verhaal uit de buurt" in texts[chat.group_id, Audience.REPORTER]


def test_a_reporter_who_writes_english_reads_english(console, chat, opened):
    line = opened(chat, chat.say("The street light is broken since yesterday", author="Bram"))
    texts = told(console, line, "Fixed")
    assert texts[chat.group_id, Audience.REPORTER].startswith("Hi Bram, on Sunday 8 November you reported")
    assert texts[chat.group_id, Audience.GROUP].startswith("Beste buren,")
    assert told(console, line, "Fixed", language="en")[chat.group_id, Audience.GROUP].startswith("Dear neighbours,")


@pytest.mark.parametrize(
    ("verb", "place", "key"),
    [
        (Verb.OFFICER, None, "line_ask_again"),
        (Verb.TELL, None, "line_waiting"),
        (Verb.TELL, Place.PRIVATE, "line_waiting"),
        (Verb.ANSWERED, None, "line_thanks"),
    ],
)
def test_drafts_of_an_item_are_those_of_its_line(console, chat, line, verb, place, key):
    draft = drafts.drafts_for(console, line.item_id, verb, place=place)
    assert draft.key == key
    if verb is Verb.TELL:
        assert draft.place is (place or Place.GROUP)


def test_the_draft_of_a_group_that_waits_too(console, chat, make_group, opened):
    plein = make_group("Plein", profile="business_park")
    line = opened(chat, None, (plein.group_id, None))
    draft = drafts.drafts_for(console, line.item_id, Verb.TELL, group_id=plein.group_id)
    assert filled(draft).startswith("Beste ondernemers,")


def test_a_text_of_ones_own_takes_the_place_without_the_number_of_this_line(console, chat, line, opened):
    draft = feedback_drafts.question(console, line.id)
    own_drafts.remember(console, chat.group_id, draft, filled(draft).replace("Ik verwacht geen spoed.", "Geen haast."))
    other = opened(chat, what="Gat in de stoep", owing=line.owing)
    text = filled(feedback_drafts.question(console, other.id))
    assert other.number in text
    assert line.number not in text
    assert text.endswith("Geen haast.")


def test_a_number_in_brackets_is_no_blank(console, chat, line):
    triage.decide(console, line.item_id, Act(Verb.OFFICER, text="Beste Peter, over [BC-1]: weet u meer?"))
