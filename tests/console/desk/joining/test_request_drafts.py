"""The text that fits who asks to join, and what is to be done with him."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from console.desk import drafts
from console.desk.blanks import fill, open_blanks
from console.desk.joining import request_drafts, requests
from console.domain.decision import Verb
from console.domain.draft import Tone
from console.domain.join_request import Applicant, RefusalReason
from console.domain.work_area import Address
from console.store.tables import groups
from tests.console.desk.conftest import NOW

ELS = Applicant("Els de Vries", phone="+31612345678", address=Address("Dorpsstraat", "12a"))


def text(console, chat, verb, applicant=ELS, **values):
    request_id = requests.add(console, chat.group_id, applicant).request_id
    draft = drafts.drafts_for(console, requests.detail(console, request_id).request.item_id, verb, **values)
    return fill(draft.text, draft.values)


def test_a_welcome_says_112_and_where_the_rules_are(console, chat):
    said = text(console, chat, Verb.ADMIT)
    assert said.startswith("Hoi Els, welkom bij Kade.")
    assert "112" in said
    assert "regels" in said
    assert not open_blanks(said)


@pytest.mark.parametrize("reason", list(RefusalReason))
@pytest.mark.parametrize("tone", list(Tone))
def test_a_refusal_is_kind_whole_and_tells_no_address(console, make_group, reason, tone):
    said = text(console, make_group(profile="wabp_alarm"), Verb.REFUSE, reason_code=reason, tone=tone)
    assert not open_blanks(said)
    assert "dank" in said.casefold() or "fijn" in said or "goed" in said or reason is RefusalReason.NO_ANSWER
    assert "Dorpsstraat" not in said


def test_a_question_asks_for_what_is_not_known_and_nothing_else(console, make_group):
    group = make_group(profile="wabp_alarm")
    said = text(console, group, Verb.ASK, replace(ELS, is_old_enough=True, consent_at=NOW))
    assert "Hebt u de regels van de groep gelezen?" in said
    assert "18" not in said
    assert "nummer zien" not in said


def test_what_was_answered_with_no_is_asked_again_only_where_it_may_turn(console, make_group):
    said = text(
        console, make_group(profile="wabp_alarm"), Verb.ASK, replace(ELS, is_old_enough=False, has_read_rules=False)
    )
    assert "18" not in said
    assert "Hebt u de regels van de groep gelezen?" in said


def test_the_age_is_that_of_the_group(console, make_group):
    assert "Bent u 18 jaar of ouder?" in text(console, make_group(profile="wabp_alarm"), Verb.ASK)


def test_the_waiting_list_names_the_day_on_which_the_group_starts(console, chat):
    assert "wachtlijst" in text(console, chat, Verb.WAIT_LIST)
    with console.store.writing() as connection:
        connection.execute(update(groups).values(kick_off_at=NOW + timedelta(days=3)))
    assert "De groep begint op woensdag 18 november." in text(console, chat, Verb.WAIT_LIST)


def test_a_referral_names_the_right_group(console, chat, make_group):
    right = make_group("Rechts")
    assert "een andere groep: Rechts." in text(console, chat, Verb.REFER, group_id=right.group_id)


def test_an_applicant_is_answered_in_his_own_language(console, chat):
    assert text(console, chat, Verb.ADMIT, replace(ELS, language="en")).startswith("Hi Els, welcome to Kade.")
    by_words = Applicant("John Smith", words="I would like to join the neighbourhood group, I live on the corner.")
    assert text(console, chat, Verb.ADMIT, by_words).startswith("Hi John, welcome")


def test_a_refusal_and_the_waiting_list_are_drafted_in_every_language_of_members(console, make_group):
    group = make_group("Kade", profile="wabp_alarm")
    assert request_drafts.languages_for(Verb.ADMIT) == ("nl", "en")
    for verb, code in ((Verb.WAIT_LIST, None), (Verb.REFUSE, None), *((Verb.REFUSE, code) for code in RefusalReason)):
        for language in request_drafts.languages_for(verb):
            said = text(console, group, verb, language=language, reason_code=code)
            assert "Els" in said
            assert not open_blanks(said)
            assert "Dorpsstraat" not in said
    too_young = text(console, group, Verb.REFUSE, language="pl", reason_code=RefusalReason.TOO_YOUNG)
    assert "od 18 lat" in too_young
    without_reason = text(console, group, Verb.REFUSE, language="pl", reason_code=RefusalReason.REMOVED_BEFORE)
    assert without_reason == text(console, group, Verb.REFUSE, language="pl")  # no other reason is made up


def test_a_group_may_keep_a_version_of_its_own_without_the_name(console, chat):
    request_id = requests.add(console, chat.group_id, ELS).request_id
    item_id = requests.detail(console, request_id).request.item_id
    draft = drafts.drafts_for(console, item_id, Verb.ADMIT)
    drafts.remember(console, chat.group_id, draft, "Hoi Els, leuk dat u er bent.")
    again = drafts.drafts_for(console, item_id, Verb.ADMIT)
    assert (again.is_own, again.text) == (True, "Hoi [naam], leuk dat u er bent.")
    assert not drafts.may_remember(console, "Hoi [naam], de buren van mevrouw Vries wachten.", again)
