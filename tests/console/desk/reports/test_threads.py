"""Looking at reports: one in full, and the table with its filters."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, update

from console.desk.reports import mending, placing, threads
from console.domain.feedback import LineState
from console.domain.filters import Wish
from console.domain.judgement import Call112, Role
from console.domain.report import MembersDid, Nature, Reporter, Result, Told
from console.domain.report_view import Called, Head, Heads, LineOfReport, ReportFilter, ToldHow
from console.store.tables import feedback, feedback_groups
from tests.console.desk.conftest import NOW
from tests.console.desk.reports.conftest import BEGIN, tell_of_lamp


def owed(talk, report_id: int, **values) -> int:
    """Store an answer that is owed about a report."""
    with talk.console.store.writing() as connection:
        line = connection.execute(insert(feedback).values(what="Lamp", since=NOW, **values)).inserted_primary_key[0]
        link = {"feedback_id": line, "group_id": talk.chat.group_id, "report_id": report_id}
        connection.execute(insert(feedback_groups).values(link))
    return line


def found(talk, **wanted) -> list[int]:
    """Return the reports that a filter lets through."""
    return list(threads.report_ids(talk.console, ReportFilter(**wanted)))


def test_a_report_is_shown_with_all_that_is_known_of_it(talk):
    line = owed(talk, talk.of_burglar, state="asked")
    shown = threads.detail(talk.console, talk.of_burglar)
    assert (shown.group_id, shown.group) == (talk.chat.group_id, "Kade")
    assert shown.started_at == BEGIN + timedelta(minutes=1500)
    assert shown.started_at.tzinfo == ZoneInfo("Europe/Amsterdam")
    assert [(one.author, one.role, one.text) for one in shown.messages][1] == (
        "Els",
        Role.MEMBER,
        "Ik heb 112 gebeld over de inbraak",
    )
    assert shown.heads == Heads(
        Nature.URGENT,
        Reporter.RESIDENT,
        (MembersDid.TIPS, MembersDid.CALLS_112),
        (),
        Result.UNKNOWN,
        ToldHow(),
        Called(Call112.CALLED, talk.chat.members["Els"], 3, "Els"),
    )
    assert shown.suggested == shown.heads
    assert shown.by_hand == frozenset()
    assert shown.facts == ("112 is gebeld na 3 minuten, door Els.",)
    assert not shown.is_too_long
    assert shown.lines == (LineOfReport(line, f"BC-{line}", LineState.ASKED),)


def test_the_reports_around_it_are_there_to_join_with_the_nearest_first(talk, make_group):
    tell_of_lamp(make_group("Plein"))  # of another group
    later = talk.chat.say("Er ligt glas op de stoep bij de bakker", "Farid", at=BEGIN + timedelta(days=2))
    talk.chat.say("De riool stinkt in de Molenweg", "Farid", at=NOW + timedelta(days=20))
    placing.place_pending(talk.console)
    nearby = threads.detail(talk.console, talk.of_burglar).nearby
    assert [row.at for row in nearby] == [BEGIN + timedelta(days=2), BEGIN]
    assert nearby[1].id == talk.of_lamp
    assert later


def test_a_line_that_was_taken_back_or_removed_is_none(talk):
    owed(talk, talk.of_lamp, state="lapsed", lapse_reason="undone")
    gone = owed(talk, talk.of_lamp)
    with talk.console.store.writing() as connection:
        its = feedback_groups.c.feedback_id == gone
        connection.execute(update(feedback_groups).where(its).values(removed_at=NOW))
    assert threads.detail(talk.console, talk.of_lamp).lines == ()
    assert found(talk, has_line=Wish.REQUIRE) == []


def test_a_row_says_it_in_short(talk):
    row = threads.page(talk.console, [talk.of_burglar, talk.of_lamp, 999])[talk.of_burglar]
    assert (row.what, row.messages) == ("Inbraak bezig bij nummer 12 in de Kerkstraat, man met bivakmuts!", 3)
    assert (row.nature, row.called, row.minutes_to_112, row.minutes) == (Nature.URGENT, Call112.CALLED, 3, 4)
    assert (row.result, row.told, row.is_too_long, row.lines) == (Result.UNKNOWN, Told.NONE, False, ())


def test_the_table_holds_every_report_once_oldest_first(talk):
    assert found(talk) == [talk.of_lamp, talk.of_burglar]
    mending.join(talk.console, talk.of_lamp, talk.of_burglar)
    assert found(talk) == [talk.of_burglar]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"nature": Nature.URGENT}, "burglar"),
        ({"nature": Nature.LIVEABILITY}, "lamp"),
        ({"called": Call112.CALLED}, "burglar"),
        ({"called": Call112.UNCLEAR}, "lamp"),
        ({"called": Call112.NOT_CALLED}, ""),
        ({"result": Result.SOLVED}, "lamp"),
        ({"result": Result.UNKNOWN}, "burglar"),
        ({"from_at": BEGIN + timedelta(hours=1)}, "burglar"),
        ({"to_at": BEGIN + timedelta(hours=1)}, "lamp"),
        ({"from_at": BEGIN, "to_at": BEGIN}, ""),
        ({"query": "lantaarnpaal"}, "lamp"),
        ({"query": "112 inbraak"}, "burglar"),
        ({"has_line": Wish.REQUIRE}, "lamp"),
        ({"has_line": Wish.EXCLUDE}, "burglar"),
        ({"too_long": Wish.REQUIRE}, ""),
        ({"too_long": Wish.EXCLUDE}, "lamp burglar"),
    ],
)
def test_filters(talk, wanted, expected):
    owed(talk, talk.of_lamp)
    names = {talk.of_lamp: "lamp", talk.of_burglar: "burglar"}
    assert " ".join(names[one] for one in found(talk, **wanted)) == expected


def test_a_group_is_a_filter_too_and_only_some_kinds_of_group_count_minutes(talk, make_group):
    hic = make_group("Pendrecht", profile="hic")
    for minutes in (0, 7, 14):
        hic.say("Inbraak bezig in de Molenweg, man met bivakmuts!", at=BEGIN + timedelta(minutes=minutes))
        talk.chat.say("Er is weer een lantaarnpaal kapot op het plein", at=BEGIN + timedelta(days=1, minutes=minutes))
    placing.place_pending(talk.console)
    (long,) = found(talk, groups=frozenset({hic.group_id}))
    assert found(talk, too_long=Wish.REQUIRE) == [long]
    assert len(found(talk, groups=frozenset({talk.chat.group_id}))) >= 2


def test_what_a_person_said_is_what_the_filter_looks_at(talk):
    mending.set_field(talk.console, talk.of_lamp, Head.NATURE, Nature.SUSPICIOUS)
    assert found(talk, nature=Nature.SUSPICIOUS) == [talk.of_lamp]
