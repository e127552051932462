"""What a person says of a message: kept, learned from in that group only, undone and forgotten."""

from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select, update

from console.desk import corrections as desk
from console.desk import messages, triage
from console.desk.judging import judge_pending
from console.desk.logbook import logbook
from console.domain.decision import Verb
from console.domain.group import GroupId
from console.domain.judgement import Attention, Call112, Category, Judgement, Label, PersonalData, Stigma
from console.errors import ExpectedError
from console.store.queries.judgements import judgement_for
from console.store.tables import corrections, message_changes
from console.store.tables import messages as message_table

from .conftest import ALL_RIGHT, NOW

IBAN = "Kees betaalt altijd met NL91ABNA0417164300"
FINE = "Wat een mooie avond was het gisteren in de straat"
ELSE = "Wie heeft er nog een ladder te leen voor zaterdag"
JUDGED = Judgement(Category.SOCIAL)


def judged(console, message) -> Judgement:
    with console.store.reading() as connection:
        return judgement_for(connection, message)


def waiting(console) -> set[int]:
    with console.store.reading() as connection:
        return set(connection.scalars(select(message_table.c.id).where(message_table.c.needs_judging)))


def queued(console) -> list[int]:
    return [item.subject_id for item in triage.week(console)]


def edit(console, message, text: str) -> None:
    """As a later export tells it."""
    with console.store.writing() as connection:
        before = connection.scalar(select(message_table.c.text).where(message_table.c.id == message))
        told = {"message_id": message, "seen_at": console.now(), "what": "edited", "before": before, "after": text}
        connection.execute(insert(message_changes).values(told))
        changed = update(message_table).where(message_table.c.id == message)
        connection.execute(changed.values(text=text, is_edited=True, needs_judging=True))


@pytest.fixture
def flagged_iban(console, chat) -> int:
    message = chat.say(IBAN, needs_judging=True)
    judge_pending(console)
    assert queued(console) == [message]
    return message


# --- one message -----------------------------------------------------------------------------------------------------


def test_a_flag_that_is_not_right_leaves_the_queue_and_undo_brings_it_back(console, flagged_iban):
    before = judged(console, flagged_iban)
    changes = desk.correct(console, flagged_iban, {Label.PERSONAL_DATA: "none"})
    assert (changes.messages, changes.items, changes.groups) == (True, True, True)
    assert judged(console, flagged_iban).personal_data == ()
    assert queued(console) == []
    undone = triage.undo(console)
    assert undone.verb is Verb.CORRECTION
    assert judged(console, flagged_iban) == before
    (item,) = triage.week(console)
    assert (item.subject_id, item.id) == (flagged_iban, undone.item)


def test_what_the_judge_missed_comes_into_the_queue_and_undo_takes_it_out(console, chat):
    message = chat.say(FINE, judgement=JUDGED)
    desk.correct(console, message, {Label.STIGMA: "youth"})
    assert judged(console, message).stigma is Stigma.YOUTH
    (item,) = triage.week(console)
    assert (item.subject_id, item.attention) == (message, Attention.TODAY)
    assert item.why == "Een beheerder zei dat dit stigmatiserend is."
    triage.undo(console)
    assert queued(console) == []
    assert judged(console, message).stigma is Stigma.NONE


def test_several_labels_are_one_decision(console, flagged_iban):
    said = {Label.PERSONAL_DATA: "none", Label.CATEGORY: "trade", Label.FEEDBACK: "request"}
    desk.correct(console, flagged_iban, said)
    found = judged(console, flagged_iban)
    assert (found.personal_data, found.category, found.feedback.value) == ((), Category.TRADE, "request")
    assert len(logbook(console)) == 1
    triage.undo(console)
    assert judged(console, flagged_iban).personal_data == (PersonalData.IBAN,)
    assert desk.corrections(console, GroupId(1)) == ()


def test_the_last_word_counts_and_undo_returns_to_the_one_before(console, chat):
    message = chat.say(FINE, judgement=JUDGED)
    for stigma in ("youth", "condition", "none"):
        desk.correct(console, message, {Label.STIGMA: stigma})
    assert judged(console, message).stigma is Stigma.NONE
    (row,) = desk.corrections(console, chat.group_id)
    assert row.value == "none"
    triage.undo(console)
    assert judged(console, message).stigma is Stigma.CONDITION
    triage.undo(console)
    assert judged(console, message).stigma is Stigma.YOUTH
    triage.undo(console)
    assert judged(console, message).stigma is Stigma.NONE
    assert desk.corrections(console, chat.group_id) == ()


def test_urgent_without_112_that_was_missed_is_urgent_too(console, make_group):
    chat = make_group(profile="wabp_alarm")
    message = chat.say(FINE, judgement=JUDGED)
    desk.correct(console, message, {Label.CALL112: "unclear"})
    found = judged(console, message)
    assert (found.category, found.call112, found.attention) == (Category.URGENT, Call112.UNCLEAR, Attention.NOW)
    desk.correct(console, message, {Label.CATEGORY: "suspicious"})
    found = judged(console, message)
    assert (found.category, found.call112, found.attention) == (Category.SUSPICIOUS, None, Attention.NONE)
    assert queued(console) == []


def test_a_category_that_does_not_belong_asks_for_no_attention(console, make_group):
    chat = make_group(profile="wabp_alarm")
    chat.member("Beheer", role="admin")
    message = chat.say("Kijk nou", judgement=Judgement(Category.SUSPICIOUS))
    of_admin = chat.say("Kijk nou", author="Beheer", judgement=Judgement(Category.SUSPICIOUS))
    for said in (message, of_admin):
        desk.correct(console, said, {Label.CATEGORY: "trade"})
    assert judged(console, message).off_topic
    assert [reason.flag.value for reason in judged(console, message).reasons] == ["off_topic"]
    assert not judged(console, of_admin).off_topic
    assert queued(console) == []


def test_what_else_stands_in_the_text_still_asks_for_attention(console, flagged_iban):
    desk.correct(console, flagged_iban, {Label.CATEGORY: "information"})
    assert queued(console) == [flagged_iban]


def test_the_same_or_nothing_new_is_no_entry(console, chat):
    message = chat.say(FINE, judgement=JUDGED)
    assert desk.correct(console, message, {Label.STIGMA: "none", Label.PERSONAL_DATA: "none"}).decision is None
    assert desk.correct(console, message, {Label.PERSONAL_DATA: "phone, name"}).decision is not None
    assert desk.correct(console, message, {Label.PERSONAL_DATA: "name,phone"}).decision is None
    assert len(logbook(console)) == 1


def test_what_cannot_be_is_refused_and_nothing_is_kept(console, chat):
    message, unseen = chat.say(FINE, judgement=JUDGED), chat.say(FINE)
    for wrong, key in ((unseen, "not_judged"), (404, "message_gone")):
        with pytest.raises(ExpectedError) as refused:
            desk.correct(console, wrong, {Label.CATEGORY: "social"})
        assert refused.value.key == key
    for label, value in ((Label.STIGMA, "yes"), (Label.VIGILANTISM, "none"), (Label.PERSONAL_DATA, "phone,none")):
        with pytest.raises(ValueError, match="not a value"):
            desk.correct(console, message, {Label.CATEGORY: "trade", label: value})
    assert logbook(console) == ()


# --- what people decided ---------------------------------------------------------------------------------------------


def test_an_item_with_a_note_is_finished_too_and_undo_opens_it(console, chat, flagged_iban):
    item = chat.item(flagged_iban)
    triage.add_note(console, item, "Gebeld met Kees")
    desk.correct(console, flagged_iban, {Label.PERSONAL_DATA: "none"})
    assert queued(console) == []
    assert triage.undo(console).item == item
    assert queued(console) == [flagged_iban]


def test_what_was_put_off_and_is_right_after_all_stays_put_off(console, chat, flagged_iban):
    item = chat.item(flagged_iban)
    triage.decide_later(console, item, NOW + timedelta(days=1))
    desk.correct(console, flagged_iban, {Label.PERSONAL_DATA: "none"})
    triage.undo(console)
    assert queued(console) == []
    triage.undo(console)
    assert queued(console) == [flagged_iban]


def test_a_decided_message_is_corrected_and_stays_decided(console, chat, flagged_iban):
    triage.decide(console, chat.item(flagged_iban), ALL_RIGHT)
    desk.correct(console, flagged_iban, {Label.STIGMA: "slur"})
    assert judged(console, flagged_iban).stigma is Stigma.SLUR
    assert queued(console) == []


def test_a_lesson_leaves_what_was_decided_alone(console, chat):
    decided, open_one, corrected = (chat.say(IBAN, needs_judging=True) for _ in range(3))
    judge_pending(console)
    triage.decide(console, chat.item(decided), ALL_RIGHT)
    desk.correct(console, corrected, {Label.PERSONAL_DATA: "none"})
    assert waiting(console) == {open_one}
    judge_pending(console)
    assert judged(console, decided).personal_data == (PersonalData.IBAN,)
    assert queued(console) == []


# --- what is learned -------------------------------------------------------------------------------------------------


def test_a_lesson_counts_for_its_like_in_this_group_only(console, make_group):
    kade, dijk = make_group("Kade"), make_group("Dijk")
    corrected, alike, other = (kade.say(text, judgement=JUDGED) for text in (FINE, f"{FINE.upper()}.", ELSE))
    elsewhere = dijk.say(FINE, judgement=JUDGED)
    desk.correct(console, corrected, {Label.STIGMA: "youth"})
    assert waiting(console) == {alike}
    with console.store.writing() as connection:
        connection.execute(update(message_table).values(needs_judging=True))
    judge_pending(console)
    stigmas = [judged(console, message).stigma for message in (corrected, alike, other, elsewhere)]
    assert stigmas == [Stigma.YOUTH, Stigma.YOUTH, Stigma.NONE, Stigma.NONE]
    triage.undo(console)
    assert waiting(console) == {alike}
    judge_pending(console)
    assert judged(console, alike).stigma is Stigma.NONE


def test_a_lesson_looks_back_eight_weeks_and_at_all_that_is_queued(console, chat):
    old, old_and_queued = (chat.say(IBAN, at=NOW - timedelta(weeks=9), needs_judging=True) for _ in range(2))
    triage_later = chat.say(IBAN, at=NOW - timedelta(weeks=9), judgement=JUDGED)
    new = chat.say(IBAN, needs_judging=True)
    judge_pending(console)
    desk.correct(console, old, {Label.PERSONAL_DATA: "none"})
    assert waiting(console) == {new, old_and_queued}
    assert triage_later not in waiting(console)


def test_an_edit_makes_it_another_message_of_which_nothing_was_said(console, chat, clock):
    message, like_the_old = chat.say(FINE, judgement=JUDGED), chat.say(FINE, judgement=JUDGED)
    desk.correct(console, message, {Label.STIGMA: "youth", Label.PERSONAL_DATA: "name"})
    clock.forward(hours=1)
    edit(console, message, IBAN)
    judge_pending(console)
    found = judged(console, message)
    assert (found.stigma, found.personal_data) == (Stigma.NONE, (PersonalData.IBAN,))
    assert judged(console, like_the_old).stigma is Stigma.YOUTH
    assert {row.text for row in desk.corrections(console, chat.group_id)} == {FINE}
    clock.forward(hours=1)
    desk.correct(console, message, {Label.PERSONAL_DATA: "none"})
    assert judged(console, message).personal_data == ()
    triage.undo(console)
    triage.undo(console)
    assert judged(console, message).personal_data == (PersonalData.IBAN,)
    judge_pending(console)
    assert judged(console, like_the_old).stigma is Stigma.NONE


def test_corrections_are_listed_the_last_first_and_cut(console, make_group, clock):
    kade, dijk = make_group("Kade"), make_group("Dijk")
    long, short = kade.say("woord " * 100, judgement=JUDGED), kade.say(ELSE, judgement=JUDGED)
    desk.correct(console, long, {Label.ABUSE: "insult"})
    clock.forward(minutes=1)
    desk.correct(console, short, {Label.VIGILANTISM: "yes"})
    first, second = desk.corrections(console, kade.group_id)
    assert (first.message_id, first.label, first.value, first.text) == (short, Label.VIGILANTISM, "yes", ELSE)
    assert (second.message_id, second.at, len(second.text)) == (long, NOW, 300)
    assert desk.corrections(console, dijk.group_id) == ()


def test_forgetting_takes_back_all_of_one_group_and_undo_brings_it_back(console, make_group):
    kade, dijk = make_group("Kade"), make_group("Dijk")
    said = [chat.say(text, judgement=JUDGED) for chat in (kade, dijk) for text in (FINE, ELSE)]
    for message in said:
        desk.correct(console, message, {Label.STIGMA: "youth"})
    taught = desk.corrections(console, kade.group_id)
    changes = desk.forget_corrections(console, kade.group_id)
    assert changes.groups
    assert changes.group_ids == {kade.group_id}
    judge_pending(console)
    assert [judged(console, message).stigma for message in said] == [Stigma.NONE] * 2 + [Stigma.YOUTH] * 2
    assert desk.corrections(console, kade.group_id) == ()
    assert triage.undo(console).verb is Verb.SETTINGS
    judge_pending(console)
    assert [judged(console, message).stigma for message in said] == [Stigma.YOUTH] * 4
    assert desk.corrections(console, kade.group_id) == taught


def test_nothing_to_forget_is_no_entry_and_a_group_that_is_gone_says_so(console, chat):
    assert desk.forget_corrections(console, chat.group_id).decision is None
    with pytest.raises(ExpectedError) as refused:
        desk.forget_corrections(console, GroupId(404))
    assert refused.value.key == "group_gone"


def test_corrections_outlive_a_restart_and_go_with_their_message(console, chat, restarted):
    message = chat.say(FINE, judgement=JUDGED)
    desk.correct(console, message, {Label.STIGMA: "youth"})
    console = restarted()
    assert len(desk.corrections(console, chat.group_id)) == 1
    triage.undo(console)
    assert judged(console, message).stigma is Stigma.NONE
    with console.store.writing() as connection:
        connection.execute(message_table.delete())
        assert connection.scalar(select(func.count()).select_from(corrections)) == 0


def test_the_journal_tells_what_was_corrected_and_forgotten(console, chat):
    message = chat.say("Kijk\nnou eens hier", judgement=JUDGED)
    desk.correct(console, message, {Label.CATEGORY: "trade", Label.STIGMA: "youth"})
    triage.undo(console)
    desk.correct(console, message, {Label.CATEGORY: "trade"})
    desk.forget_corrections(console, chat.group_id)
    triage.undo(console)
    entries = [(entry.verb, entry.text, entry.group) for entry in logbook(console)]
    assert entries == [
        (Verb.UNDO, "correcties: 0 → 1", "Kade"),
        (Verb.SETTINGS, "correcties: 1 → 0", "Kade"),
        (Verb.CORRECTION, "Kijk nou eens hier", "Kade"),
        (Verb.UNDO, "Kijk nou eens hier", "Kade"),
        (Verb.CORRECTION, "Kijk nou eens hier", "Kade"),
    ]


def test_the_detail_of_a_corrected_message_shows_what_was_said(console, flagged_iban):
    desk.correct(console, flagged_iban, {Label.PERSONAL_DATA: "none"})
    assert messages.message_detail(console, flagged_iban).judgement.reasons == ()
