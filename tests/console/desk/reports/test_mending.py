"""What a person says of reports, and taking it back."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from console.desk import logbook, triage
from console.desk.reports import mending, placing, threads
from console.domain.judgement import Call112, Role
from console.domain.report import MembersDid, Nature, Result, Told
from console.domain.report_view import Called, Head, ToldHow
from console.errors import ExpectedError
from console.store.tables import decisions, feedback, feedback_groups, report_messages
from tests.console.desk.conftest import NOW
from tests.console.desk.reports.conftest import BEGIN, Talk, everything, reports_of, stored


def leaders(talk: Talk, report_id: int) -> list[int]:
    """Return the messages that lead a report."""
    with talk.console.store.reading() as connection:
        its = (report_messages.c.report_id == report_id, report_messages.c.is_primary)
        return list(connection.scalars(select(report_messages.c.message_id).where(*its)))


def owed(talk: Talk, report_id: int, message_id: int | None = None) -> int:
    """Store an answer owed about a report, and return its place in the ledger."""
    with talk.console.store.writing() as connection:
        line = connection.execute(insert(feedback).values(what="Lamp", since=NOW)).inserted_primary_key[0]
        values = {"feedback_id": line, "group_id": talk.chat.group_id, "report_id": report_id, "message_id": message_id}
        return connection.execute(insert(feedback_groups).values(values)).inserted_primary_key[0]


def owed_about(talk: Talk, link_id: int) -> int | None:
    """Return the report that an answer is owed about."""
    with talk.console.store.reading() as connection:
        of_link = select(feedback_groups.c.report_id).where(feedback_groups.c.id == link_id)
        return connection.execute(of_link).scalar_one()


def test_two_reports_become_one_led_by_the_earliest_and_undo_parts_them(talk):
    before, lamp, burglar = reports_of(talk.console), talk.of_lamp, talk.of_burglar
    changes = mending.join(talk.console, lamp, burglar)
    assert changes.reports
    assert reports_of(talk.console) == {burglar: [*talk.lamp, *talk.burglar]}
    assert leaders(talk, burglar) == [talk.lamp[0]]
    assert stored(talk.console, burglar).started_at == BEGIN
    assert stored(talk.console, burglar).minutes_to_112 == 1503  # told again at once, from the new first message
    assert everything(talk.console) == [burglar]
    triage.undo(talk.console)
    assert reports_of(talk.console) == before
    assert leaders(talk, burglar) == [talk.burglar[0]]
    assert stored(talk.console, burglar).minutes_to_112 == 3
    assert everything(talk.console) == [lamp, burglar]
    triage.redo(talk.console)
    assert everything(talk.console) == [burglar]


def test_joining_stands_after_a_restart(talk, restarted):
    mending.join(talk.console, talk.of_lamp, talk.of_burglar)
    console = restarted()
    assert len(everything(console)) == 1
    triage.undo(console)
    assert len(everything(console)) == 2


def test_reports_of_two_groups_are_not_joined(talk, make_group):
    other = make_group("Plein")
    other.say("De stoep ligt open bij de Dorpsstraat, pas op met fietsen", at=BEGIN)
    placing.place_pending(talk.console)
    elsewhere = next(one for one in everything(talk.console) if one not in {talk.of_lamp, talk.of_burglar})
    for other_report in (elsewhere, talk.of_lamp):
        with pytest.raises(ValueError, match="one group"):
            mending.join(talk.console, talk.of_lamp, other_report)


def test_splitting_gives_both_a_first_message_and_undo_brings_them_together(talk):
    lamp = talk.of_lamp
    changes, made = mending.split(talk.console, lamp, talk.lamp[:1])
    assert changes.reports
    assert reports_of(talk.console)[lamp] == talk.lamp[1:]
    assert reports_of(talk.console)[made] == talk.lamp[:1]
    assert leaders(talk, lamp) == [talk.lamp[1]]
    assert leaders(talk, made) == [talk.lamp[0]]
    assert stored(talk.console, lamp).started_at == BEGIN + timedelta(minutes=5)
    assert stored(talk.console, made).nature == Nature.LIVEABILITY
    triage.undo(talk.console)
    assert reports_of(talk.console)[lamp] == talk.lamp
    assert made not in everything(talk.console)


def test_nothing_is_split_when_nothing_would_stay_or_go(talk):
    for chosen in (talk.lamp, [], talk.burglar):
        with pytest.raises(ExpectedError, match="some of the messages"):
            mending.split(talk.console, talk.of_lamp, chosen)
    assert len(everything(talk.console)) == 2


def test_a_message_moves_says_by_hand_and_is_never_moved_again(talk):
    lamp, burglar = talk.of_lamp, talk.of_burglar
    mending.move(talk.console, talk.burglar[2], lamp)
    assert reports_of(talk.console) == {lamp: [*talk.lamp, talk.burglar[2]], burglar: talk.burglar[:2]}
    moved = threads.detail(talk.console, lamp).messages[-1]
    assert moved.is_by_hand
    assert moved.because == ("U hebt dit hier gezet.",)
    talk.chat.say("Hij rent nu de Kerkstraat uit, zegt Dirk", "Els", at=BEGIN + timedelta(minutes=1506))
    placing.place_pending(talk.console)
    assert talk.burglar[2] in reports_of(talk.console)[lamp]


def test_a_message_in_no_report_is_put_in_one_and_taken_out_again(talk):
    late = talk.chat.say("<Media weggelaten>", "Farid", at=BEGIN + timedelta(days=2), kind="system")
    placing.place_pending(talk.console)
    assert all(late not in its for its in reports_of(talk.console).values())
    mending.move(talk.console, late, talk.of_lamp)
    assert reports_of(talk.console)[talk.of_lamp] == [*talk.lamp, late]
    triage.undo(talk.console)
    assert all(late not in its for its in reports_of(talk.console).values())


def test_taking_out_the_first_message_lets_the_next_one_lead(talk):
    lamp = talk.of_lamp
    mending.move(talk.console, talk.lamp[0], None)
    assert leaders(talk, lamp) == [talk.lamp[1]]
    assert stored(talk.console, lamp).started_at == BEGIN + timedelta(minutes=5)
    assert not mending.move(talk.console, talk.lamp[0], None).reports  # it is in none already
    triage.undo(talk.console)
    assert leaders(talk, lamp) == [talk.lamp[0]]


def test_an_emptied_report_is_gone(talk):
    lamp = talk.of_lamp
    for message_id in talk.lamp:
        mending.move(talk.console, message_id, None)
    assert everything(talk.console) == [talk.of_burglar]
    for call in (
        lambda: threads.detail(talk.console, lamp),
        lambda: mending.set_field(talk.console, lamp, Head.RESULT, Result.SOLVED),
        lambda: mending.move(talk.console, talk.burglar[0], lamp),
    ):
        with pytest.raises(ExpectedError, match="not there any more"):
            call()
    with pytest.raises(ExpectedError, match="no longer in your data"):
        mending.move(talk.console, 9_999, None)


def test_a_message_begins_a_report_of_its_own(talk):
    _, made = mending.begin(talk.console, talk.burglar[2])
    assert reports_of(talk.console)[made] == [talk.burglar[2]]
    assert leaders(talk, made) == [talk.burglar[2]]
    changes, same = mending.begin(talk.console, talk.burglar[2])
    assert (changes.reports, same) == (False, made)


def test_another_message_leads_and_the_minutes_count_from_it(talk):
    burglar = talk.of_burglar
    mending.set_primary(talk.console, burglar, talk.burglar[1])
    assert leaders(talk, burglar) == [talk.burglar[1]]
    assert stored(talk.console, burglar).minutes_to_112 == 0
    triage.undo(talk.console)
    assert leaders(talk, burglar) == [talk.burglar[0]]
    assert stored(talk.console, burglar).minutes_to_112 == 3
    with pytest.raises(ExpectedError, match="not there any more"):
        mending.set_primary(talk.console, burglar, talk.lamp[0])


def test_what_is_owed_goes_along_with_its_message(talk):
    lamp, burglar = talk.of_lamp, talk.of_burglar
    first, about_all = owed(talk, lamp, talk.lamp[0]), owed(talk, burglar)
    _, made = mending.split(talk.console, lamp, talk.lamp[:1])
    assert owed_about(talk, first) == made
    assert owed_about(talk, about_all) == burglar
    triage.undo(talk.console)
    assert owed_about(talk, first) == lamp
    mending.join(talk.console, burglar, lamp)
    assert owed_about(talk, about_all) == lamp
    triage.undo(talk.console)
    assert owed_about(talk, about_all) == burglar


SAID = {
    Head.NATURE: (Nature.SUSPICIOUS, {"nature": "suspicious"}),
    Head.RESULT: (Result.NOTHING_FOUND, {"result": "nothing_found"}),
    Head.MEMBERS: ((MembersDid.TIPS, MembersDid.ALERT), {"members_did": ["tips", "alert"]}),
    Head.PROFESSIONALS: ((), {"professionals_did": []}),
    Head.TOLD: (
        ToldHow(Told.OFFLINE, Role.ADMIN, 30),
        {"told_how": "offline", "told_by": "admin", "told_minutes": 30},
    ),
    Head.CALLED: (Called(Call112.NOT_CALLED), {"called_112": "not_called", "minutes_to_112": None}),
}


@pytest.mark.parametrize("head", SAID)
def test_a_head_that_a_person_filled_in_stays_until_he_gives_it_back(talk, head):
    burglar, (value, columns) = talk.of_burglar, SAID[head]

    def now() -> dict[str, object]:
        row = stored(talk.console, burglar)
        return {name: getattr(row, name) for name in columns}

    assert mending.set_field(talk.console, burglar, head, value).reports
    talk.chat.say("De politie heeft de inbreker aangehouden", "Els", at=BEGIN + timedelta(minutes=1510))
    placing.place_pending(talk.console)
    assert now() == columns
    shown = threads.detail(talk.console, burglar)
    assert shown.by_hand == {head}
    assert shown.heads.value(head) == value != shown.suggested.value(head)
    triage.undo(talk.console)
    assert threads.detail(talk.console, burglar).by_hand == frozenset()
    triage.redo(talk.console)
    assert now() == columns
    mending.as_suggested(talk.console, burglar, head)
    shown = threads.detail(talk.console, burglar)
    assert shown.by_hand == frozenset()
    assert shown.heads == shown.suggested
    assert now() != columns
    triage.undo(talk.console)
    assert now() == columns


def test_who_called_is_a_member_of_the_group(talk):
    burglar, els = talk.of_burglar, talk.chat.members["Els"]
    mending.set_field(talk.console, burglar, Head.CALLED, Called(Call112.CALLED, els, 2))
    shown = threads.detail(talk.console, burglar)
    assert shown.heads.called == Called(Call112.CALLED, els, 2, "Els")
    assert shown.facts == ("112 is gebeld na 2 minuten, door Els.",)
    with pytest.raises(ValueError, match="member"):
        mending.set_field(talk.console, burglar, Head.CALLED, Called(Call112.CALLED, 9_999, 2))


@pytest.mark.parametrize(
    ("head", "value"),
    [
        (Head.RESULT, Nature.URGENT),
        (Head.NATURE, (MembersDid.TIPS,)),
        (Head.MEMBERS, Result.SOLVED),
        (Head.CALLED, Called(Call112.CALLED, None, -1)),
    ],
)
def test_a_value_of_another_head_is_refused(talk, head, value):
    with pytest.raises(ValueError, match=r"belong under|before it happened"):
        mending.set_field(talk.console, talk.of_burglar, head, value)


def test_the_log_says_what_was_done_with_reports_in_plain_words(talk):
    mending.move(talk.console, talk.burglar[2], talk.of_lamp)
    mending.set_field(talk.console, talk.of_burglar, Head.RESULT, Result.SOLVED)
    with talk.console.store.reading() as connection:
        ids = list(connection.scalars(select(decisions.c.id).order_by(decisions.c.id)))
    told = [logbook.entry(talk.console, decision).changed for decision in ids]
    assert told == [("berichten bij een andere melding gezet",), ("bij de melding ingevuld: uitkomst",)]
