"""The start of a group: eight steps, what the console sees of them, and the day of the kick-off."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, update

from console.desk import startup
from console.desk.logbook import entry, logbook
from console.desk.triage import undo
from console.domain.group import GroupId
from console.errors import ExpectedError
from console.store.tables import group_professionals, groups, professionals

from .conftest import NOW

KICK_OFF = datetime(2026, 12, 3, 18, 30, tzinfo=UTC)


def _step(console, group_id, key):
    (found,) = [step for step in startup.of_group(console, group_id).steps if step.key == key]
    return found


def test_there_are_the_eight_steps_of_the_study_each_with_a_question_and_hints(console, chat):
    steps = startup.of_group(console, chat.group_id).steps

    assert [step.key for step in steps] == (
        ["scope", "policy", "target", "moderator", "partners", "content", "core", "supply"]
    )
    assert all(step.question.endswith("?") and len(step.think_of) >= 2 for step in steps)
    assert {step.done_at for step in steps} == {None}


def test_a_step_is_done_because_somebody_says_so_and_undo_takes_it_back(console, chat):
    changes = startup.change_step(console, chat.group_id, "core", note=" Tien buren ", is_done=True)

    assert changes.recruiting
    step = _step(console, chat.group_id, "core")
    assert (step.note, step.done_at) == ("Tien buren", NOW)
    assert startup.of_group(console, chat.group_id).done == 1
    undo(console)
    step = _step(console, chat.group_id, "core")
    assert (step.note, step.done_at) == (None, None)


def test_a_note_leaves_what_is_done_and_the_moment_stays_the_first(console, chat, clock):
    startup.change_step(console, chat.group_id, "scope", is_done=True)
    clock.forward(days=2)
    startup.change_step(console, chat.group_id, "scope", note="De vier straten", is_done=True)

    assert _step(console, chat.group_id, "scope").done_at == NOW
    assert not startup.change_step(console, chat.group_id, "scope", is_done=True).recruiting
    startup.change_step(console, chat.group_id, "scope", is_done=False)
    assert _step(console, chat.group_id, "scope").note == "De vier straten"
    assert _step(console, chat.group_id, "scope").done_at is None


def test_the_logbook_tells_what_was_done_in_words(console, chat):
    startup.change_step(console, chat.group_id, "core", note="Tien buren", is_done=True)
    startup.set_kick_off(console, chat.group_id, KICK_OFF)

    told = [text for line in logbook(console) for text in entry(console, line.id).changed]
    assert "bij de start gedaan: De kerngroep" in told
    assert any("start van de groep" in line and "03-12-2026" in line for line in told)


def test_the_console_tells_what_it_sees_of_a_step_by_itself(console, chat):
    for number, name in enumerate(("Bram", "Fatima", "Anja")):
        chat.say("Hallo", author=name, at=NOW - timedelta(days=number))
    chat.say("Ik kijk ernaar", author="Wijkagent Ilse", at=NOW - timedelta(days=1))
    chat.member("Anja")
    with console.store.writing() as connection:
        area = {"stretches": [{"street": "Dorpsstraat"}, {"street": "Kerkweg"}], "postcodes": [], "keys": []}
        connection.execute(update(groups).values(work_area=area, addresses=137))
        made = connection.execute(insert(professionals).values(name="Ilse de Wit")).inserted_primary_key
        link = {"group_id": chat.group_id, "professional_id": made[0], "presence": "reads"}
        connection.execute(insert(group_professionals).values(link))

    seen = {step.key: step.seen for step in startup.of_group(console, chat.group_id).steps}
    assert seen["scope"] == "Er staan 2 straten in het gebied. Dat zijn 137 adressen."
    assert seen["policy"] == "De groep staat op besloten: u beslist over elke aanmelding."
    assert seen["target"] is None
    assert seen["partners"] == "Bij deze groep staan: Ilse de Wit."
    assert seen["core"] == "In de laatste drie maanden schreven 4 mensen in de groep."
    assert seen["supply"] == "Professionals schreven de laatste 30 dagen niets."


def test_the_console_is_silent_about_what_it_cannot_see(console, chat):
    seen = {step.key: step.seen for step in startup.of_group(console, chat.group_id).steps}

    assert seen["scope"] is seen["moderator"] is seen["core"] is seen["supply"] is None


def test_the_kick_off_is_kept_in_the_zone_of_the_group_and_can_be_undone(console, chat):
    assert startup.set_kick_off(console, chat.group_id, KICK_OFF).groups
    kick_off = startup.of_group(console, chat.group_id).kick_off_at
    assert kick_off == KICK_OFF
    assert f"{kick_off:%H:%M}" == "19:30"
    undo(console)
    assert startup.of_group(console, chat.group_id).kick_off_at is None


def test_only_a_business_park_looks_for_members_one_by_one(console, make_group):
    assert startup.of_group(console, make_group("Park", profile="business_park").group_id).has_funnel
    assert not startup.of_group(console, make_group("Kade", profile="hic").group_id).has_funnel


def test_what_does_not_exist_is_told(console, chat):
    with pytest.raises(KeyError):
        startup.change_step(console, chat.group_id, "nonsense", is_done=True)
    with pytest.raises(ExpectedError, match="no longer exists"):
        startup.of_group(console, GroupId(999))
    with pytest.raises(ExpectedError, match="too long"):
        startup.change_step(console, chat.group_id, "core", note="x" * 2_001)
