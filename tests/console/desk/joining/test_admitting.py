"""Deciding about who asks to join: what becomes of him, what goes out, and taking it back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from console.desk import clusters, outbox, startup, todos, triage
from console.desk.joining import requests, rules
from console.domain.decision import Act, Verb
from console.domain.group import Tool
from console.domain.join_request import Applicant, RefusalReason, RequestSource, RequestState
from console.domain.outgoing import Action
from console.domain.work_area import Address
from console.errors import ExpectedError
from console.store.tables import decisions, groups, refusal_marks
from tests.console.desk.conftest import NOW

ELS = Applicant("Els de Vries", phone="+31612345678", address=Address("Dorpsstraat", "12a"))
ADMIT = Act(Verb.ADMIT)
REFUSE = Act(Verb.REFUSE, reason_code=RefusalReason.OUTSIDE_AREA)


def ask(console, chat, applicant=ELS, source=RequestSource.FORM, at=None):
    with console.store.writing() as connection:
        taken = requests.put(connection, console, chat.group_id, [(applicant, at or console.now(), source, None)])
    (request_id,) = (*taken.new, *taken.updated)
    return request_id


def item_of(console, request_id):
    return requests.detail(console, request_id).request.item_id


def decide(console, request_id, act, **values):
    return triage.decide(console, item_of(console, request_id), act, **values)


def state(console, request_id):
    return requests.detail(console, request_id).request.state


def test_who_is_admitted_becomes_a_to_do_on_the_phone(console, chat):
    request_id = ask(console, chat)
    decided = decide(console, request_id, ADMIT)
    (todo,) = todos.todos(console)
    assert (todo.action, todo.recipient, todo.phone) == (Action.ADMIT, "Els de Vries", "+31612345678")
    assert (decided.todos, decided.changes.requests) == ((todo.id,), True)
    assert state(console, request_id) is RequestState.ADMITTED
    assert triage.week(console) == ()


def test_a_word_of_welcome_goes_along(console, chat):
    request_id = ask(console, chat)
    decide(console, request_id, replace(ADMIT, text="Hoi [naam], welkom."))
    welcome = next(todo for todo in todos.todos(console) if todo.action is Action.PRIVATE)
    assert (welcome.text, welcome.phone) == ("Hoi Els, welkom.", "+31612345678")


def test_a_blank_that_is_not_the_name_must_be_filled(console, chat):
    with pytest.raises(ExpectedError) as refused:
        decide(console, ask(console, chat), replace(ADMIT, text="Hoi [naam], zie [link]."))
    assert refused.value.key == "blanks_open"


def test_a_carrier_admits_by_itself_after_its_ten_seconds(console, make_group):
    class Carrier:
        repeats_safely = True

        def can(self, action):
            return action in {Action.ADMIT, Action.PRIVATE}

        def send(self, outgoing):
            return "ok"

    chat = make_group("Signal", tool="signal")
    carried = replace(console, carriers={Tool.SIGNAL: Carrier()})
    decided = decide(carried, ask(carried, chat), replace(ADMIT, text="Welkom."))
    assert len(decided.outgoing) == 2
    assert {sending.action for sending in outbox.outgoing(carried)} == {Action.ADMIT, Action.PRIVATE}
    assert requests.detail(carried, 1).can_send


def test_undo_takes_all_of_it_back(console, chat):
    request_id = ask(console, chat)
    decide(console, request_id, replace(REFUSE, text="Dank voor uw aanvraag."))
    undone = triage.undo(console)
    assert (undone.verb, undone.item) == (Verb.REFUSE, item_of(console, request_id))
    detail = requests.detail(console, request_id)
    assert (detail.request.state, detail.request.reason_code, detail.keeps_until) == (RequestState.OPEN, None, None)
    assert todos.waiting(console) == 0
    assert len(triage.week(console)) == 1
    with console.store.reading() as connection:
        assert None not in connection.scalars(select(refusal_marks.c.removed_at)).all()
    triage.redo(console)
    assert state(console, request_id) is RequestState.REFUSED


def test_a_refusal_needs_a_reason_and_other_needs_words(console, chat):
    request_id = ask(console, chat)
    for act, error in (
        (Act(Verb.REFUSE), "request_reason_empty"),
        (replace(REFUSE, reason_code=RefusalReason.OTHER), "request_words_empty"),
    ):
        with pytest.raises(ExpectedError) as refused:
            decide(console, request_id, act)
        assert refused.value.key == error


def test_a_refused_request_is_kept_for_the_term_of_its_group(console, chat):
    rules.change(console, chat.group_id, replace(rules.of_group(console, chat.group_id), keep_refused_days=10))
    request_id = ask(console, chat)
    decide(console, request_id, REFUSE)
    detail = requests.detail(console, request_id)
    assert detail.keeps_until == NOW + timedelta(days=10)
    assert detail.request.reason_code is RefusalReason.OUTSIDE_AREA


def test_the_journal_keeps_no_name_and_no_text_of_a_refusal(console, chat):
    decide(console, ask(console, chat), replace(REFUSE, text="Hoi Els, helaas."))
    with console.store.reading() as connection:
        row = connection.execute(select(decisions.c.note, decisions.c.before, decisions.c.after)).one()
    assert row.note is None
    assert "Els" not in f"{row.before}{row.after}"


def test_only_a_request_that_stands_on_the_platform_is_turned_away_there(console, chat):
    decide(console, ask(console, chat), REFUSE)
    assert todos.todos(console) == ()
    decide(console, ask(console, chat, Applicant("Jan Smit"), RequestSource.EXPORT), REFUSE)
    assert [todo.action for todo in todos.todos(console)] == [Action.REFUSE]


def test_a_question_waits_for_the_applicant_and_comes_back(console, chat, clock):
    request_id = ask(console, chat)
    with pytest.raises(ExpectedError) as refused:
        decide(console, request_id, Act(Verb.ASK))
    assert refused.value.key == "text_empty"
    decide(console, request_id, Act(Verb.ASK, text="Hoi [naam], waar woont u?"))
    detail = requests.detail(console, request_id)
    assert (detail.request.state, detail.request.question) == (
        RequestState.WAITING_APPLICANT,
        "Hoi Els, waar woont u?",
    )
    assert triage.week(console) == ()
    clock.forward(days=7)
    (item,) = triage.week(console)
    assert "waar woont u?" in item.why


def test_an_answer_brings_a_request_back_at_once(console, chat, clock):
    request_id = ask(console, chat)
    decide(console, request_id, Act(Verb.ASK, text="Hebt u de regels gelezen?"))
    clock.forward(days=1)
    ask(console, chat, replace(ELS, has_read_rules=True))
    assert state(console, request_id) is RequestState.OPEN
    assert len(triage.week(console)) == 1


def test_who_waits_for_an_answer_can_be_admitted_at_once_and_is_not_asked_any_more(console, chat):
    request_id = ask(console, chat)
    decide(console, request_id, Act(Verb.ASK, text="Waar woont u?"))
    decide(console, request_id, ADMIT)
    assert [todo.action for todo in todos.todos(console)] == [Action.ADMIT]
    triage.undo(console)
    assert [todo.action for todo in todos.todos(console)] == [Action.PRIVATE]
    triage.undo(console)
    assert todos.todos(console) == ()


def test_the_waiting_list_lasts_until_the_kick_off(console, chat, clock):
    with console.store.writing() as connection:
        connection.execute(update(groups).values(kick_off_at=NOW + timedelta(days=12)))
    request_id = ask(console, chat)
    decide(console, request_id, Act(Verb.WAIT_LIST))
    assert (state(console, request_id), triage.week(console)) == (RequestState.WAITING_LIST, ())
    clock.forward(days=12)
    assert len(triage.week(console)) == 1


def test_a_day_that_is_over_is_no_day_for_an_answer(console, chat):
    with pytest.raises(ExpectedError) as refused:
        decide(console, ask(console, chat), Act(Verb.WAIT_LIST, until=NOW))
    assert refused.value.key == "later_is_past"


def test_referring_names_the_group_and_makes_the_request_there(console, chat, make_group):
    right = make_group("Rechts")
    request_id = ask(console, chat, replace(ELS, has_read_rules=True))
    with pytest.raises(ExpectedError) as refused:
        decide(console, request_id, Act(Verb.REFER, text="Kijk bij een andere groep."))
    assert refused.value.key == "request_group_empty"
    decide(console, request_id, Act(Verb.REFER, group_id=right.group_id, hands_over=True))
    there = next(one for one in requests.requests(console) if one.group == "Rechts")
    assert requests.detail(console, request_id).request.other_group == "Rechts"
    assert (there.state, there.applicant.phone, there.applicant.has_read_rules) == (RequestState.OPEN, ELS.phone, None)
    assert [item.group for item in triage.week(console)] == ["Rechts"]


def test_undoing_a_referral_takes_the_request_in_the_other_group_back(console, chat, make_group):
    right = make_group("Rechts")
    request_id = ask(console, chat)
    decide(console, request_id, Act(Verb.REFER, group_id=right.group_id, hands_over=True))
    triage.undo(console)
    assert [one.id for one in requests.requests(console)] == [request_id]
    assert [item.group for item in triage.week(console)] == ["Kade"]
    triage.redo(console)
    assert [item.group for item in triage.week(console)] == ["Rechts"]


def test_who_asks_the_right_group_already_is_not_put_there_twice(console, chat, make_group):
    right = make_group("Rechts")
    ask(console, right)
    decide(console, ask(console, chat), Act(Verb.REFER, group_id=right.group_id, hands_over=True))
    assert len(requests.requests(console, group_id=right.group_id)) == 1


def test_who_does_not_want_to_any_more_is_gone_without_a_word(console, chat):
    request_id = ask(console, chat)
    decide(console, request_id, Act(Verb.WITHDRAW))
    assert (state(console, request_id), todos.todos(console)) == (RequestState.WITHDRAWN, ())


def test_a_wave_is_decided_together_and_undone_at_once(console, chat):
    for name in ("Els de Vries", "Jan Smit", "Ahmed Yilmaz"):
        ask(console, chat, Applicant(name))
    (wave,) = clusters.clusters(console, triage.week(console)[0].id)
    act = replace(ADMIT, text="Hoi [naam], welkom.")
    decided = triage.decide_all(console, wave.items, act, seen=wave.seen)
    assert len(decided.todos) == 6
    said = {todo.text for todo in todos.todos(console) if todo.text}
    assert said == {"Hoi Els, welkom.", "Hoi Jan, welkom.", "Hoi Ahmed, welkom."}
    assert triage.undo(console).count == 3
    assert len(triage.week(console)) == 3


def test_a_question_is_about_one_person_only(console, chat):
    ask(console, chat)
    with pytest.raises(ValueError, match="ask"):
        triage.decide_all(console, [triage.week(console)[0].id], Act(Verb.ASK, text="Waar woont u?"))


def test_an_act_about_a_message_is_none_about_a_request(console, chat):
    with pytest.raises(ValueError, match="request"):
        decide(console, ask(console, chat), Act(Verb.FINE))
    with pytest.raises(ValueError, match="message"):
        triage.decide(console, chat.flag(), ADMIT)


def test_what_became_known_meanwhile_holds_a_decision_back(console, chat):
    request_id = ask(console, chat)
    seen = requests.detail(console, request_id).seen
    ask(console, chat, replace(ELS, email="els@example.nl"))
    with pytest.raises(ExpectedError) as refused:
        decide(console, request_id, ADMIT, seen=seen)
    assert refused.value.key == "changed_meanwhile"


def test_what_is_decided_is_told_once(console, chat):
    request_id = ask(console, chat)
    decide(console, request_id, REFUSE)
    (step,) = requests.detail(console, request_id).history
    assert step.words == ("aanmelding: wacht → niet toegelaten", "reden: woont of werkt niet in het gebied")
    assert (step.actor, step.verb) == ("Anja", Verb.REFUSE)
    with pytest.raises(ExpectedError) as refused:
        decide(console, request_id, ADMIT)
    assert refused.value.key == "already_decided"


def test_a_referral_tells_of_the_request_that_it_makes(console, chat, make_group):
    right = make_group("Rechts")
    request_id = ask(console, chat)
    decide(console, request_id, Act(Verb.REFER, group_id=right.group_id, hands_over=True))
    (step,) = requests.detail(console, request_id).history
    assert "de aanmelding staat klaar in de andere groep" in step.words
    assert not any("vervallen" in said for said in step.words)


def test_a_referral_that_was_undone_can_be_made_again_and_he_may_ask_there_himself(console, chat, make_group):
    right = make_group("Rechts")
    request_id = ask(console, chat)
    refer = Act(Verb.REFER, group_id=right.group_id, hands_over=True)
    decide(console, request_id, refer)
    triage.undo(console)
    decide(console, request_id, refer)
    assert [item.group for item in triage.week(console)] == ["Rechts"]
    triage.undo(console)
    ask(console, right)
    assert len(requests.requests(console, group_id=right.group_id)) == 1


def test_who_is_being_let_in_is_not_there_again_but_who_still_waits_later_is(console, chat, clock):
    request_id = ask(console, chat)
    decide(console, request_id, ADMIT)
    clock.forward(days=1)
    with console.store.writing() as connection:
        again = (ELS, clock(), RequestSource.FORM, None)
        assert requests.put(connection, console, chat.group_id, [again]).known == (request_id,)
    todos.done(console, todos.todos(console)[0].id)
    clock.forward(days=1)
    assert ask(console, chat) == request_id
    assert state(console, request_id) is RequestState.OPEN


@pytest.mark.parametrize("days", [4, 20])
def test_the_waiting_list_follows_a_kick_off_that_becomes_known_or_moves(console, chat, clock, days):
    startup.set_kick_off(console, chat.group_id, NOW + timedelta(days=10))
    decide(console, ask(console, chat), Act(Verb.WAIT_LIST))
    startup.set_kick_off(console, chat.group_id, NOW + timedelta(days=days))
    clock.forward(days=days - 1)
    assert triage.week(console) == ()
    clock.forward(days=1)
    assert len(triage.week(console)) == 1


def test_an_undone_kick_off_puts_the_waiting_list_back(console, chat, clock):
    decide(console, ask(console, chat), Act(Verb.WAIT_LIST))
    startup.set_kick_off(console, chat.group_id, NOW + timedelta(days=4))
    triage.undo(console)
    clock.forward(days=5)
    assert triage.week(console) == ()


def test_who_asks_the_right_group_himself_after_he_was_sent_there_and_that_was_undone_stands_there_once(
    console, chat, make_group
):
    right = make_group("Oost")
    request_id = ask(console, chat)
    decide(console, request_id, Act(Verb.REFER, group_id=right.group_id, hands_over=True))
    triage.undo(console)
    own = ask(console, right)
    with pytest.raises(ExpectedError) as refused:
        triage.redo(console)
    assert refused.value.key == "redo_out_of_reach"
    assert [one.id for one in requests.requests(console, group_id=right.group_id)] == [own]
    assert [item.group for item in triage.week(console)] == ["Kade", "Oost"]


def test_nobody_is_sent_to_a_group_that_is_archived(console, chat, make_group):
    gone = make_group("Oost", archived_at=NOW)
    with pytest.raises(ExpectedError) as refused:
        decide(console, ask(console, chat), Act(Verb.REFER, group_id=gone.group_id, hands_over=True))
    assert refused.value.key == "request_group_empty"
