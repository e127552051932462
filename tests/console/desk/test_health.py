"""The health card: four success factors and five concerns; what cannot be computed is unknown, and says so."""

import tomllib
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, update

from console import texts
from console.assets import resource
from console.desk import family, group_list, health, triage
from console.desk.group_list import GroupFilter
from console.domain.feedback import LapseReason, LineState
from console.domain.group import GroupId, Kin
from console.domain.health import Concern, Factor
from console.domain.judgement import Category, Feedback, Judgement
from console.domain.work_area import Answer
from console.errors import ExpectedError
from console.judge import profile_keys
from console.store.tables import feedback, feedback_groups, group_professionals, groups, imports, professionals

from .conftest import ALL_RIGHT, NOW

WEEK = timedelta(weeks=1)


def card(console, chat):
    return health.health(console, chat.group_id)


def factor(console, chat, kind):
    return next(found for found in card(console, chat).factors if found.factor is kind)


def concerns(console, chat):
    return [warned.concern for warned in card(console, chat).warnings]


def took_in(chat, at):
    """An export that was taken in at a moment."""
    counts = dict.fromkeys(("read", "new", "known", "changed"), 0)
    values = {"sha256": "", "format": "whatsapp", "imported_at": at} | counts
    with chat.console.store.writing() as connection:
        connection.execute(insert(imports).values(group_id=chat.group_id, **values))


def fill(console, chat, **values):
    with console.store.writing() as connection:
        connection.execute(update(groups).where(groups.c.id == chat.group_id).values(values))


def test_of_an_empty_group_all_is_unknown_and_nothing_is_wrong(console, chat):
    found = card(console, chat)
    assert [one.factor for one in found.factors] == list(Factor)
    assert {one.answer for one in found.factors} == {Answer.UNKNOWN}
    assert all(one.found.startswith("Onbekend") and one.how for one in found.factors)
    assert found.warnings == ()


def test_a_group_that_is_gone_has_no_card(console):
    with pytest.raises(ExpectedError) as refused:
        health.health(console, GroupId(99))
    assert refused.value.key == "group_gone"


# --- the four factors ------------------------------------------------------------------------------------------------


def test_area_is_small_or_large_by_its_addresses(console, chat):
    for count, answer in ((300, Answer.YES), (301, Answer.NO)):
        fill(console, chat, addresses=count)
        found = factor(console, chat, Factor.SMALL_AREA)
        assert (found.answer, str(count) in found.found) == (answer, True)


def test_coverage_says_both_counts_and_of_what(console, chat):
    chat.member("Anja")
    fill(console, chat, addresses=5, residents=100)
    found = factor(console, chat, Factor.COVERAGE)
    assert (found.answer, found.found) == (Answer.YES, "Leden: 1, op 5 adressen. Dat is 20%.")
    fill(console, chat, addresses=None)
    found = factor(console, chat, Factor.COVERAGE)
    assert found.answer is Answer.NO
    assert found.found.startswith("Leden: 1, op 100 bewoners. Dat is 1%.")


def test_moderator_is_active_who_wrote_in_the_last_weeks_of_talk(console, chat):
    chat.member("Beheerder", role="admin")
    assert factor(console, chat, Factor.MODERATOR).answer is Answer.UNKNOWN
    chat.say(author="Beheerder", at=NOW - 20 * WEEK)
    assert factor(console, chat, Factor.MODERATOR).answer is Answer.YES  # nobody spoke since: he did lately
    chat.say(author="Bram", at=NOW)
    found = factor(console, chat, Factor.MODERATOR)
    assert (found.answer, "28-06-2026" in found.found) == (Answer.NO, True)


def test_moderator_is_active_who_decided_here_also_when_he_writes_nothing(console, chat):
    triage.decide(console, chat.flag(), ALL_RIGHT)
    found = factor(console, chat, Factor.MODERATOR)
    assert (found.answer, "15-11-2026" in found.found) == (Answer.YES, True)


def answered(feedback):
    return Judgement(Category.INFORMATION, feedback=feedback)


def test_professionals_report_back_by_what_they_write(console, chat):
    chat.member("Wijkagent", role="professional")
    assert factor(console, chat, Factor.FEEDBACK).answer is Answer.NO  # takes part and wrote nothing
    chat.say(author="Wijkagent", at=NOW)
    assert factor(console, chat, Factor.FEEDBACK).answer is Answer.UNKNOWN  # nobody judged yet what it was
    chat.say(author="Wijkagent", judgement=answered(Feedback.NONE), at=NOW)
    assert factor(console, chat, Factor.FEEDBACK).answer is Answer.NO
    chat.say(author="Wijkagent", judgement=answered(Feedback.RESULT), at=NOW)
    found = factor(console, chat, Factor.FEEDBACK)
    assert (found.answer, found.found) == (
        Answer.YES,
        "Berichten van professionals: 3. Antwoord of advies daarvan: 1.",
    )
    chat.say(author="Bram", judgement=answered(Feedback.RESULT), at=NOW + 27 * WEEK)
    assert factor(console, chat, Factor.FEEDBACK).answer is Answer.NO


@pytest.mark.parametrize(("presence", "answer"), [("via_moderator", Answer.UNKNOWN), ("takes_part", Answer.NO)])
def test_what_a_professional_says_outside_the_chat_is_not_seen(console, chat, presence, answer):
    with console.store.writing() as connection:
        (made,) = connection.execute(insert(professionals).values(name="Jan")).inserted_primary_key
        values = {"group_id": chat.group_id, "professional_id": made, "presence": presence}
        connection.execute(insert(group_professionals).values(values))
    assert factor(console, chat, Factor.FEEDBACK).answer is answer


def test_member_who_is_a_linked_professional_counts_whatever_his_role(console, chat):
    member = chat.member("Jan")
    with console.store.writing() as connection:
        person = {"name": "Jan", "person_id": member}  # of the same number in a fresh store
        (made,) = connection.execute(insert(professionals).values(person)).inserted_primary_key
        values = {"group_id": chat.group_id, "professional_id": made, "presence": "reads"}
        connection.execute(insert(group_professionals).values(values))
    chat.say(author="Jan", judgement=answered(Feedback.ADVICE), at=NOW)
    assert factor(console, chat, Factor.FEEDBACK).answer is Answer.YES


def owed(console, chat, state, *, weeks_ago=1, remind_in=-1, **values):
    """A line of the ledger that a group waits for."""
    line = {"what": "Gat", "since": NOW - weeks_ago * WEEK, "remind_at": NOW + timedelta(days=remind_in)}
    with console.store.writing() as connection:
        (made,) = connection.execute(
            insert(feedback).values(line | values | {"state": state.value})
        ).inserted_primary_key
        connection.execute(insert(feedback_groups).values(feedback_id=made, group_id=chat.group_id))


def test_answers_owed_that_came_are_professionals_who_report_back(console, chat):
    owed(console, chat, LineState.ASKED)
    found = factor(console, chat, Factor.FEEDBACK)
    assert (found.answer, found.found) == (
        Answer.NO,
        "Antwoorden die er konden zijn: 1. Gekomen: 0. Aan iedereen verteld: 0.",
    )
    owed(console, chat, LineState.TOLD)
    found = factor(console, chat, Factor.FEEDBACK)
    assert (found.answer, found.found) == (
        Answer.YES,
        "Antwoorden die er konden zijn: 2. Gekomen: 1. Aan iedereen verteld: 1.",
    )
    owed(console, chat, LineState.LAPSED, lapse_reason=LapseReason.NO_ANSWER.value)
    assert factor(console, chat, Factor.FEEDBACK).answer is Answer.NO


def test_what_cannot_have_an_answer_yet_says_nothing(console, chat):
    owed(console, chat, LineState.TO_ASK)
    owed(console, chat, LineState.ASKED, remind_in=1)
    owed(console, chat, LineState.TOLD, weeks_ago=27)
    for reason in (LapseReason.MERGED, LapseReason.UNDONE, LapseReason.SOLVED_ITSELF):
        owed(console, chat, LineState.LAPSED, lapse_reason=reason.value)
    assert factor(console, chat, Factor.FEEDBACK).answer is Answer.UNKNOWN


def test_an_answer_in_the_chat_counts_beside_the_answers_owed(console, chat):
    chat.member("Wijkagent", role="professional")
    chat.say(author="Wijkagent", judgement=answered(Feedback.RESULT), at=NOW)
    owed(console, chat, LineState.ASKED)
    found = factor(console, chat, Factor.FEEDBACK)
    assert found.answer is Answer.YES
    assert found.found == (
        "Antwoorden die er konden zijn: 1. Gekomen: 0. Aan iedereen verteld: 0. "
        "Berichten van professionals: 1. Antwoord of advies daarvan: 1."
    )


# --- what asks for a look --------------------------------------------------------------------------------------------


def test_group_is_silent_as_far_as_the_last_export_goes(console, chat, clock):
    chat.say(at=NOW)
    took_in(chat, NOW)
    clock.forward(weeks=30)
    assert concerns(console, chat) == []  # nobody looked since
    took_in(chat, NOW + 6 * WEEK)
    assert concerns(console, chat) == [Concern.SILENT]
    said = card(console, chat).warnings[0]
    assert "15-11-2026" in said.seen
    assert "27-12-2026" in said.seen
    chat.say(at=NOW + 5 * WEEK)
    assert concerns(console, chat) == []


def test_an_alarm_group_may_be_silent_for_weeks(console, make_group, clock):
    alarm = make_group(profile="wabp_alarm")
    alarm.say(at=NOW)
    clock.forward(weeks=12)
    assert concerns(console, alarm) == []
    clock.forward(weeks=1)
    assert concerns(console, alarm) == [Concern.SILENT]


def test_notices_of_the_app_do_not_break_a_silence(console, chat, clock):
    chat.say(at=NOW)
    chat.say(author=None, kind="system", at=NOW + 6 * WEEK)
    clock.forward(weeks=6)
    assert concerns(console, chat) == [Concern.SILENT]


def test_flood_is_by_kind_of_group_and_over_eight_weeks(console, make_group):
    hic, chatty = make_group("Hic", profile="hic"), make_group("Praat", profile="wabp_chat")
    for chat in (hic, chatty):
        for number in range(321):
            chat.say(at=NOW + timedelta(minutes=number))
    assert concerns(console, hic) == [Concern.FLOOD]
    assert "40 berichten per week" in card(console, hic).warnings[0].seen
    assert concerns(console, chatty) == []
    hic.say(at=NOW + 9 * WEEK)  # what was said before is long ago now
    assert concerns(console, hic) == []


def test_off_topic_share_asks_for_a_sister_until_there_is_one(console, make_group):
    alarm = make_group("Alarm", profile="wabp_alarm")
    for number in range(20):
        alarm.say(at=NOW + timedelta(minutes=number), judgement=Judgement(Category.SOCIAL, off_topic=number < 7))
        assert concerns(console, alarm) == ([Concern.OFF_TOPIC] if number == 19 else [])
    assert "7 van de 20, 35%" in card(console, alarm).warnings[0].seen
    chat = make_group("Praat")
    family.relate(console, chat.group_id, alarm.group_id, Kin.SISTER)
    assert concerns(console, alarm) == []
    family.unrelate(console, chat.group_id, alarm.group_id, Kin.SISTER)
    family.relate(console, chat.group_id, alarm.group_id, Kin.NEIGHBOUR)
    assert concerns(console, alarm) == [Concern.OFF_TOPIC]


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [(None, []), (15, [Concern.TOO_SMALL]), (16, []), (1_000, []), (1_001, [Concern.TOO_LARGE])],
)
def test_area_is_too_small_or_too_large_by_its_addresses(console, chat, addresses, expected):
    fill(console, chat, addresses=addresses)
    assert concerns(console, chat) == expected
    wanted = GroupFilter(needs_attention=True)
    assert list(group_list.group_ids(console, wanted)) == ([chat.group_id] if expected else [])


# --- the data --------------------------------------------------------------------------------------------------------


def test_every_threshold_names_its_source_and_only_kinds_that_exist():
    text = resource("health.toml").read_text(encoding="utf-8")
    for what in tomllib.loads(text).values():
        assert what["source"].startswith("finding")
        assert set(what.get("profiles", {})) <= set(profile_keys())
    numbers = [line for line in text.splitlines() if "=" in line and '"' not in line and not line.startswith("#")]
    assert [line for line in numbers if "#" not in line and "at_least" not in line] == []


def test_every_sentence_is_there_in_both_languages(console, make_group):
    one = make_group("Een", addresses=5, profile="hic")
    one.say(at=NOW - 30 * WEEK)
    for language in ("nl", "en"):
        found = card(replace(console, language=language), one)
        assert all(part.found and part.how for part in found.factors)
        assert all(warned.seen and warned.advice for warned in found.warnings)
    english, dutch = texts._catalogue("en"), texts._catalogue("nl")
    keys = {key for key in dutch if key.startswith("health.")}
    assert keys == {key for key in english if key.startswith("health.")}
    assert {f"health.{concern}" for concern in Concern} | {f"health.{concern}_advice" for concern in Concern} <= keys
