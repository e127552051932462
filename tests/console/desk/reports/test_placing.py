"""Putting messages in reports: when, in which order, and what is left alone."""

import time
from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select, update

from console.desk import intake, judging, roll
from console.desk.feedback import changing, lines
from console.desk.reports import mending, placing, threads
from console.domain.judgement import Category, Judgement
from console.domain.member import GroupRole
from console.domain.report import ProfessionalsDid, Result
from console.errors import CancelledError
from console.jobs import CancelToken, Progress
from console.store.queries.judgements import row_of
from console.store.tables import group_professionals, judgements, messages, people, professionals, reports
from console.store.tables import members as member_rows
from tests.console.desk.conftest import NOW
from tests.console.desk.reports.conftest import BEGIN, everything, reports_of, stored, tell_of_burglar, tell_of_lamp


def unplaced(console) -> int:
    """Return how many messages wait to be placed."""
    with console.store.reading() as connection:
        return connection.execute(select(func.count()).where(messages.c.needs_placing)).scalar_one()


def test_messages_come_in_reports_with_a_reason_each(talk):
    lamp = threads.detail(talk.console, talk.of_lamp)
    assert [one.id for one in lamp.messages] == talk.lamp
    assert [one.is_primary for one in lamp.messages] == [True, False, False]
    assert lamp.messages[0].because == ("Hier begint iemand over iets nieuws.",)
    assert lamp.messages[1].because[0] == "Hier staan dezelfde woorden: lantaarnpaal, speeltuin."
    assert all(one.because for one in lamp.messages)
    assert unplaced(talk.console) == 0
    assert placing.place_pending(talk.console) == 0  # nothing is placed twice


def test_what_comes_later_joins_the_report_that_is_open(talk):
    lamp = talk.of_lamp
    late = talk.chat.say("De lantaarnpaal bij de speeltuin is weer kapot", "Carla", at=BEGIN + timedelta(days=2))
    assert placing.place_pending(talk.console) == 1
    assert reports_of(talk.console)[lamp] == [*talk.lamp, late]
    assert len(everything(talk.console)) == 2


def test_after_a_month_of_silence_it_is_another_report(console, chat):
    first = chat.say("De lantaarnpaal bij de speeltuin is kapot", at=NOW - timedelta(days=60))
    placing.place_pending(console)
    later = chat.say("De lantaarnpaal bij de speeltuin is kapot", at=NOW - timedelta(days=10))
    placing.place_pending(console)
    assert sorted(reports_of(console).values()) == [[first], [later]]


def test_a_quote_finds_its_report_however_old_it_is(console, chat):
    first = chat.say("De lantaarnpaal bij de speeltuin is kapot", at=NOW - timedelta(days=90), source_id="m1")
    placing.place_pending(console)
    answer = chat.say("Wat is hiermee gebeurd?", "Carla", at=NOW - timedelta(days=1), source_id="m2", reply_to="m1")
    placing.place_pending(console)
    assert list(reports_of(console).values()) == [[first, answer]]
    (report_id,) = everything(console)
    assert threads.detail(console, report_id).messages[1].because == ("Dit is een antwoord op een bericht hierover.",)


def test_a_line_opened_before_its_message_was_placed_knows_the_report(console, chat):
    message = chat.say("De lantaarnpaal bij de speeltuin is kapot")
    opened = changing.open_by_hand(console, message)
    assert lines.line(console, opened.line_id).groups[0].report_id is None
    placing.place_pending(console)
    (report,) = everything(console)
    assert lines.line(console, opened.line_id).groups[0].report_id == report


def test_two_groups_are_never_mixed(console, make_group):
    for name in ("Kade", "Plein"):
        tell_of_lamp(make_group(name))
    placing.place_pending(console)
    assert [row.group for row in threads.page(console, everything(console)).values()] == ["Kade", "Plein"]


def test_batches_give_what_one_go_gives(console, make_group, monkeypatch):
    def told(name: str) -> list[list[int]]:
        chat = make_group(name)
        ids = [*tell_of_lamp(chat), *tell_of_burglar(chat)]
        placing.place_pending(console)
        return sorted([ids.index(one) for one in its] for its in reports_of(console).values() if its[0] in ids)

    whole = told("Kade")
    monkeypatch.setattr(placing, "BATCH", 1)
    assert told("Plein") == whole


def test_stopped_it_goes_on_where_it_was(console, chat, monkeypatch):
    monkeypatch.setattr(placing, "BATCH", 2)
    token = CancelToken()

    class StopAfterOne(Progress):
        def report(self, stage: str, fraction: float | None, count: int) -> None:
            assert stage == "placing"
            token.cancel()

    ids = [*tell_of_lamp(chat), *tell_of_burglar(chat)]
    with pytest.raises(CancelledError):
        placing.place_pending(console, progress=StopAfterOne(), cancel=token)
    assert unplaced(console) == 4
    placing.place_pending(console)
    assert sorted(reports_of(console).values()) == [ids[:3], ids[3:]]


def judged(chat, message_id: int, category: Category = Category.LIVEABILITY) -> None:
    """Let the judge have seen a message."""
    row = row_of(message_id, Judgement(category), judge="test", profile="broad", judged_at=NOW)
    with chat.console.store.writing() as connection:
        connection.execute(insert(judgements).values(row))
        connection.execute(update(messages).where(messages.c.id == message_id).values(needs_judging=False))


def test_a_message_waits_for_its_judgement_and_the_newest_go_first(console, make_group):
    chat = make_group(review_from=NOW - timedelta(days=28))
    old = chat.say("De stoep ligt los bij de bakker", at=NOW - timedelta(days=300), needs_judging=True)
    new = chat.say("De lantaarnpaal is kapot bij de kerk", at=NOW - timedelta(days=2), needs_judging=True)
    assert not placing.is_ready(console)
    assert placing.place_pending(console) == 0
    judged(chat, new)
    assert placing.is_ready(console)
    placing.place_pending(console)
    assert list(reports_of(console).values()) == [[new]]
    assert unplaced(console) == 1
    judged(chat, old)
    placing.place_pending(console)
    assert sorted(reports_of(console).values()) == [[old], [new]]


def test_what_is_placed_by_hand_is_never_placed_again(console, chat):
    first, second, third = tell_of_lamp(chat)
    mending.begin(console, second)
    mending.move(console, third, None)
    placing.place_pending(console)
    assert sorted(reports_of(console).values()) == [[first], [second]]
    assert unplaced(console) == 0


def test_lines_of_the_app_and_what_was_taken_back_are_in_no_report(console, chat):
    chat.say("Bram is toegevoegd", author=None, kind="system")
    chat.say("", kind="deleted")
    chat.say("Inbraak bezig in de Kerkstraat!", deleted_at=NOW)
    assert placing.place_pending(console) == 0
    assert reports_of(console) == {}
    assert unplaced(console) == 0


# --- what a report says ----------------------------------------------------------------------------------------------


def test_the_story_is_kept_beside_the_report(talk):
    burglar = stored(talk.console, talk.of_burglar)
    assert (burglar.nature, burglar.called_112, burglar.minutes_to_112) == ("urgent", "called", 3)
    assert burglar.called_by_id == talk.chat.members["Els"]
    assert burglar.talk_minutes == 4
    assert stored(talk.console, talk.of_lamp).result == Result.SOLVED


def test_an_edited_or_deleted_message_has_its_report_told_again(console):
    say = "01-11-2026 10:00 - Dirk: Inbraak bezig in de Kerkstraat, man met bivakmuts!\n"
    intake.import_text(console, say + "01-11-2026 10:02 - Els: 112 is gebeld\n", "Kade", "wabp_alarm")
    (report_id,) = everything(console)
    assert stored(console, report_id).called_112 == "called"
    intake.import_text(console, say + "01-11-2026 10:02 - Els: Dit bericht is verwijderd\n", "Kade")
    assert stored(console, report_id).called_112 == "unclear"  # nobody says that it was not


def test_a_judgement_that_changes_has_its_report_told_again(console, make_group):
    chat = make_group()
    message_id = chat.say("De stoep ligt los bij de bakker")
    placing.place_pending(console)
    (report_id,) = everything(console)
    with console.store.writing() as connection:
        judging.judge_again(connection, console, message_id)
        assert connection.execute(select(reports.c.needs_telling)).scalar_one()
    placing.place_pending(console)
    assert not stored(console, report_id).needs_telling


def test_who_becomes_a_professional_has_acted_as_one(talk, console):
    talk.chat.say("Wij hebben de verdachte aangehouden", "Peter", at=BEGIN + timedelta(minutes=1520))
    placing.place_pending(console)
    assert stored(console, talk.of_burglar).told_by == "member"
    roll.change_member(console, talk.chat.members["Peter"], role=GroupRole.PROFESSIONAL)
    placing.place_pending(console)
    assert stored(console, talk.of_burglar).told_by == "professional"


def test_who_is_linked_to_a_professional_speaks_as_one_in_every_group(talk, console):
    talk.chat.say("Wij hebben de verdachte aangehouden", "Peter", at=BEGIN + timedelta(minutes=1520))
    with console.store.writing() as connection:
        elsewhere = connection.execute(insert(people).values(name="P.", created_at=NOW)).inserted_primary_key[0]
        of_peter = select(member_rows.c.person_id).where(member_rows.c.name == "Peter").scalar_subquery()
        connection.execute(update(people).where(people.c.id == of_peter).values(merged_into_id=elsewhere))
        values = {"name": "Peter", "person_id": elsewhere, "job": "community_officer"}
        officer = connection.execute(insert(professionals).values(values)).inserted_primary_key[0]
        link = {"professional_id": officer, "group_id": talk.chat.group_id, "presence": "takes_part"}
        connection.execute(insert(group_professionals).values(link))
    placing.place_pending(console)
    assert ProfessionalsDid.ACTED in threads.detail(console, talk.of_burglar).heads.professionals


def test_judging_places_what_it_judged(console, make_group):
    intake.import_text(console, "01-11-2026 10:00 - Dirk: De lantaarnpaal is kapot\n", "Kade", judge=False)
    assert everything(console) == []
    changes = judging.judge_waiting(console)
    assert (changes.reports, changes.feedback, changes.items) == (True, True, True)
    assert len(everything(console)) == 1
    assert not judging.judge_waiting(console).reports


def test_what_was_judged_before_reports_were_there_is_placed_too(console, chat):
    tell_of_lamp(chat)
    assert not judging.has_waiting(console)
    changes = judging.judge_waiting(console)
    assert (changes.reports, changes.messages) == (True, False)
    assert len(everything(console)) == 1


def test_a_large_chat_costs_no_more_for_each_message_than_a_small_one(console, make_group):
    def seconds(count: int) -> float:
        chat = make_group(f"{count}")
        bram = chat.member("Bram")
        with console.store.writing() as connection:
            rows = [
                {
                    "group_id": chat.group_id,
                    "position": at,
                    "sent_at": NOW - timedelta(hours=count - at),
                    "written_at": at,
                    "kind": "text",
                    "text": f"Lantaarnpaal {at % 40} is kapot",
                    "member_id": bram,
                }
                for at in range(count)
            ]
            connection.execute(insert(messages), rows)
        begun = time.process_time()
        placing.place_pending(console)
        return (time.process_time() - begun) / count

    small = min(seconds(200), seconds(201))
    assert seconds(1_500) < 3 * small
