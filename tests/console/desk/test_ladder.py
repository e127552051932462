"""The ladder proposes from what was done in all groups; a talk never counts, and every step ends."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from console import texts
from console.desk import identity, ladder, logbook, triage
from console.desk.rungs import ladder_for, make_rung
from console.domain.decision import Act, Verb
from console.domain.judgement import Attention, Category, Flag, Judgement, Reason
from console.domain.message import MessageId
from console.errors import ExpectedError
from console.judge import profile_keys
from console.store.tables import groups, members, messages, people, steps
from tests.console.desk.conftest import NOW, flagged


def proposal(console, item):
    return triage.detail(console, item).proposal


def take(console, item, rung: str):
    verb = Verb(make_rung(rung, None, "nl").verb)
    return triage.decide(
        console, item, Act(verb, text="Hallo Bram, dit hoort hier niet.", rung=rung, reason="Herhaald")
    )


def ruled(rule: str, flag: Flag) -> Judgement:
    reason = Reason(flag, rule, "Let op.", "Note.")
    return Judgement(Category.SOCIAL, attention=Attention.TODAY, reasons=(reason,))


# --- which step ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("flag", "rung"),
    [
        (Flag.OFF_TOPIC, "redirect"),
        (Flag.PERSONAL_DATA, "note"),
        (Flag.STIGMA, "note"),
        (Flag.ABUSE, "note"),
        (Flag.VIGILANTISM, "note"),
    ],
)
def test_the_ladder_begins_by_what_the_message_was_flagged_for(console, chat, flag, rung):
    found = proposal(console, chat.item(chat.say("Tekst", judgement=flagged(flag))))
    assert (found.rung.key, found.taken, found.why) == (rung, (), "Er telt nu geen eerdere stap mee.")


@pytest.mark.parametrize("flag", [Flag.CALL112, Flag.FEEDBACK, Flag.LANGUAGE])
def test_what_is_no_fault_takes_no_step(console, chat, flag):
    assert proposal(console, chat.item(chat.say("Tekst", judgement=flagged(flag)))) is None


def test_a_mere_remark_takes_no_step_beside_what_is_no_fault(console, chat):
    urgent = Reason(Flag.CALL112, "call112.missing", "Spoed.", "Urgent.")
    own = Reason(Flag.PERSONAL_DATA, "personal_data.phone.own", "Eigen nummer.", "Own number.")
    judgement = Judgement(Category.URGENT, attention=Attention.NOW, reasons=(urgent, own))
    assert proposal(console, chat.item(chat.say("Bel mij: 06-12345678", judgement=judgement))) is None


def test_each_step_that_counts_leads_to_the_next(console, make_group):
    chat = make_group("Linde", profile="wabp_alarm")
    taken = []
    for _ in range(3):
        rung = proposal(console, item := chat.flag()).rung
        taken.append(rung.key)
        take(console, item, rung.key)
    assert taken == ["note", "note_rule", "talk"]


def test_a_talk_never_counts_so_it_is_proposed_until_a_step_is_taken_again(console, make_group):
    chat = make_group("Linde", profile="wabp_alarm")
    for rung in ("note", "note_rule"):
        take(console, chat.flag(), rung)
    for _ in range(2):
        item = chat.flag()
        found = proposal(console, item)
        assert found.rung.key == "talk"
        assert found.why.endswith("Een gesprek telt nooit mee.")
        assert len(found.taken) == 2
        take(console, item, "talk")
    take(console, chat.flag(), "note_rule")
    assert proposal(console, chat.flag()).rung.key == "remove"


def test_above_the_last_step_stands_that_step_again(console, make_group):
    chat = make_group("Linde", profile="wabp_alarm")
    take(console, chat.flag(), "remove")
    assert proposal(console, chat.flag()).rung.key == "remove"


def test_a_step_counts_for_its_own_period_and_no_longer(console, chat, clock):
    take(console, chat.flag(), "note")
    item = chat.flag()
    clock.forward(days=90, seconds=-1)
    assert proposal(console, item).rung.key == "note_rule"
    clock.forward(seconds=1)
    found = proposal(console, item)
    assert (found.rung.key, found.taken) == ("note", ())


def test_a_step_counts_in_every_group_once_two_members_are_one_person(console, chat, make_group):
    other = make_group("Haven")
    take(console, chat.flag(author="Bram"), "note")
    item = other.flag(author="Bram")
    assert proposal(console, item).rung.key == "note"
    with console.store.writing() as connection:
        first, second = connection.scalars(select(people.c.id).order_by(people.c.id)).all()
        connection.execute(update(people).where(people.c.id == first).values(merged_into_id=second))
    found = proposal(console, item)
    assert found.rung.key == "note_rule"
    assert found.why == "De laatste stap die nog meetelt: privébericht, op 15-11-2026 in Kade."
    assert [(step.rung.key, step.group, step.ends_at) for step in found.taken] == [
        ("note", "Kade", NOW + timedelta(days=90))
    ]


def test_undo_takes_the_step_back_and_a_step_taken_by_another_does_not_count(console, chat):
    mine, other = chat.flag(author="Bram"), chat.flag(author="Carla")
    take(console, chat.flag(author="Bram"), "note")
    assert proposal(console, mine).rung.key == "note_rule"
    assert proposal(console, other).rung.key == "note"
    triage.undo(console)
    assert proposal(console, mine).rung.key == "note"


def test_nobody_is_led_up_the_ladder_who_left_or_looks_after_the_group(console, chat):
    for name, role in (("Wijkagent Sander", "professional"), ("Anja", "admin")):
        chat.member(name, role)
    chat.member("Dirk", left_at=NOW)
    for author in ("Wijkagent Sander", "Anja", "Dirk", None):
        assert proposal(console, chat.flag(author=author)) is None


def test_a_message_that_is_gone_asks_for_nothing(console, chat):
    item = chat.flag(deleted_at=NOW)
    found = proposal(console, item)
    assert (found.rung.key, found.why) == ("nothing", texts.say("ladder.is_gone"))
    take(console, chat.flag(), "note")
    assert proposal(console, item).steps["private"].key == "note_rule"  # who answers all the same, goes on


def test_each_action_takes_the_step_that_fits_it(console, make_group):
    chat = make_group("Linde", profile="broad")
    found = proposal(console, chat.flag())
    assert {verb: rung.key for verb, rung in found.steps.items()} == {
        "fine": "nothing",
        "redirect": "redirect",
        "private": "note",
        "group": "group_note",
        "talk": "talk",
        "remove": "remove",
    }
    for rung in ("note", "note_rule", "group_note"):
        take(console, chat.flag(), rung)
    later = proposal(console, chat.flag())
    assert (later.rung.key, later.steps["private"].key, later.steps["talk"].key) == ("talk", "note_rule", "talk")


# --- the way out beside it -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "flag"),
    [
        ("vigilantism.own_action", Flag.VIGILANTISM),
        ("vigilantism.said", Flag.VIGILANTISM),
        ("abuse.threat", Flag.ABUSE),
        ("abuse.said.threat", Flag.ABUSE),
        ("stigma.origin_as_suspicion.slur", Flag.STIGMA),
        ("stigma.exclusion.no_trait", Flag.STIGMA),
    ],
)
def test_threat_own_action_and_discrimination_lead_to_the_officer_at_any_step(console, chat, rule, flag):
    take(console, chat.flag(), "note")
    found = proposal(console, chat.item(chat.say("Tekst", judgement=ruled(rule, flag))))
    assert (found.rung.key, found.aside) == ("note_rule", "officer")
    assert found.aside_why == texts.say(f"ladder.aside_{flag.value}")


@pytest.mark.parametrize(
    ("rule", "flag"), [("abuse.coarse", Flag.ABUSE), ("stigma.youth.act_with_features", Flag.STIGMA)]
)
def test_the_rest_has_no_way_out_beside_the_ladder(console, chat, rule, flag):
    found = proposal(console, chat.item(chat.say("Tekst", judgement=ruled(rule, flag))))
    assert (found.aside, found.aside_why) == (None, None)


# --- taking one ------------------------------------------------------------------------------------------------------


def test_a_talk_is_never_kept(console, chat):
    take(console, chat.flag(), "talk")
    with console.store.reading() as connection:
        assert connection.execute(select(steps)).all() == []


def test_an_act_takes_no_step_of_another_kind(console, chat):
    with pytest.raises(ExpectedError) as refused:
        triage.decide(console, chat.flag(), Act(Verb.PRIVATE, "Dag Bram", rung="remove"))
    assert refused.value.key == "rung_unknown"


def test_who_is_an_administrator_under_another_name_is_no_member(console, chat):
    chat.member("Anja", role="admin")
    item = chat.flag(author="Anja Werk")
    assert proposal(console, item) is not None
    with console.store.reading() as connection:
        called = {row.name: row.id for row in connection.execute(select(people))}
    identity.merge(console, called["Anja"], called["Anja Werk"])
    assert proposal(console, item) is None
    take(console, item, "note")
    with console.store.reading() as connection:
        assert connection.execute(select(steps)).all() == []


def test_no_step_is_kept_of_a_fellow_administrator(console, chat):
    chat.member("Anja", role="admin")
    take(console, chat.flag(author="Anja"), "note")
    with console.store.reading() as connection:
        assert connection.execute(select(steps)).all() == []


def test_a_step_that_the_group_does_not_take_is_refused_whole(console, make_group):
    chat = make_group("Linde", profile="wabp_alarm")
    item = chat.flag()
    with pytest.raises(ExpectedError) as refused:
        take(console, item, "group_note")
    assert refused.value.key == "rung_unknown"
    assert [one.id for one in triage.week(console)] == [item]


def test_an_answer_without_a_step_is_no_step(console, chat):
    triage.decide(console, chat.flag(), Act(Verb.PRIVATE, text="Dank voor uw oplettendheid."))
    assert proposal(console, chat.flag()).rung.key == "note"


# --- the ladder of a group -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", profile_keys())
@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_kind_of_group_has_a_ladder_that_ends_and_begins_with_a_step_of_its_own(profile, language):
    found = ladder_for(profile, None, language)
    keys = [rung.key for rung in found.rungs]
    assert set(found.first.values()) <= set(keys)
    assert all(rung.name for rung in found.rungs)
    assert all(Verb(rung.verb) for rung in found.rungs)
    assert [rung.key for rung in found.rungs if rung.days is None] == ["nothing", "talk"]
    assert all(rung.days <= ladder.LONGEST_DAYS for rung in found.rungs if rung.days is not None)


def test_a_group_changes_its_ladder_and_undo_brings_it_back(console, chat):
    changes = ladder.change_ladder(console, chat.group_id, {"note": 14, "talk": None, "remove": 200})
    assert changes.groups
    own = ladder.of_group(console, chat.group_id)
    assert own.is_own
    assert [(rung.key, rung.days) for rung in own.ladder.rungs] == [("note", 14), ("talk", None), ("remove", 200)]
    assert "group_note" in {rung.key for rung in own.rungs}
    item = chat.flag(author="Bram")
    assert proposal(console, item).rung.key == "note"
    take(console, item, "note")
    with console.store.reading() as connection:
        assert connection.execute(select(steps.c.ends_at)).scalar_one() == NOW + timedelta(days=14)
    triage.undo(console)
    triage.undo(console)
    assert not ladder.of_group(console, chat.group_id).is_own


def test_the_logbook_tells_which_steps_a_group_chose(console, chat):
    for days in (14, 30):
        ladder.change_ladder(console, chat.group_id, {"note": days, "talk": None})
    last, first = logbook.logbook(console)
    own = "privébericht ({} dagen), praten of bellen"
    assert own.format(14) in first.text
    assert own.format(14) in last.text
    assert own.format(30) in last.text


def test_a_talk_counts_in_no_ladder(console, chat):
    ladder.change_ladder(console, chat.group_id, {"note": 14, "talk": 30})
    assert [rung.days for rung in ladder.of_group(console, chat.group_id).ladder.rungs] == [14, None]


def test_putting_the_ladder_back_leaves_what_else_the_group_changed(console, chat):
    with console.store.writing() as connection:
        connection.execute(update(groups).values(overrides={"expects_112": False}))
    ladder.change_ladder(console, chat.group_id, {"note": 14})
    ladder.change_ladder(console, chat.group_id, None)
    with console.store.reading() as connection:
        assert connection.execute(select(groups.c.overrides)).scalar_one() == {"expects_112": False}
    assert ladder.change_ladder(console, chat.group_id, None).decision is None


@pytest.mark.parametrize(
    ("wanted", "key"),
    [
        ({}, "ladder_empty"),
        ({"note": 0}, "ladder_days"),
        ({"note": 367}, "ladder_days"),
        ({"note": None}, "ladder_days"),
    ],
)
def test_a_ladder_needs_steps_that_end(console, chat, wanted, key):
    with pytest.raises(ExpectedError) as refused:
        ladder.change_ladder(console, chat.group_id, wanted)
    assert refused.value.key == key
    with pytest.raises(ExpectedError):
        ladder.of_group(console, 99)


def test_only_the_author_of_the_message_gets_the_step(console, chat):
    chat.say("Bram zijn nummer", author="Carla")
    message = chat.say("Bel Bram", author="Dirk", judgement=flagged())
    take(console, chat.item(MessageId(message)), "note")
    with console.store.reading() as connection:
        author = select(members.c.person_id).join(messages, messages.c.member_id == members.c.id)
        assert connection.scalar(select(steps.c.person_id)) == connection.scalar(author.where(messages.c.id == message))
