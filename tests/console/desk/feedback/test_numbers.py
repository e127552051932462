"""The numbers: each with what it is of, unknown apart from no, and nothing below five when they are shared."""

import csv
from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook
from sqlalchemy import insert

from console.desk import group_facts, triage, undoing
from console.desk.feedback import merging, numbers
from console.desk.feedback.numbers import Answers, Share, Urgent
from console.domain.decision import Act, Verb
from console.domain.feedback import LapseReason, Owing
from console.domain.telling import Audience, Telling, TellingHow
from console.store.tables import report_messages, reports
from tests.console.desk.conftest import NOW
from tests.console.desk.feedback.conftest import refused

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


def of(console, first=FIRST, last=LAST, group_ids=None):
    return numbers.numbers(console, first, last, group_ids)


def answers(console, chat):
    return next(one.answers for one in of(console).groups if one.group_id == chat.group_id)


def answer(console, line, *tellings):
    triage.decide(console, line.item_id, Act(Verb.ANSWERED, text="Het is gemaakt", tellings=tellings))


def offline(chat, audience=Audience.GROUP):
    return Telling(chat.group_id, audience, TellingHow.OFFLINE)


def report(chat, called=None, nature="urgent", at=NOW):
    """An urgent report of one message."""
    message = chat.say("Inbraak!", at=at)
    with chat.console.store.writing() as connection:
        values = {"group_id": chat.group_id, "started_at": at, "nature": nature, "called_112": called}
        (made,) = connection.execute(insert(reports).values(values)).inserted_primary_key
        connection.execute(insert(report_messages).values(message_id=message, report_id=made, is_primary=True))


def test_a_group_without_questions_has_no_median_and_nothing_to_share(console, chat):
    found = answers(console, chat)
    assert found == Answers()
    assert found.share_told == Share(0, 0)


def test_lines_are_counted_with_what_became_of_them(console, chat, opened, clock):
    told, known, lapsed, _ = (opened(chat) for _ in range(4))
    clock.forward(days=2)
    answer(console, told, offline(chat))
    clock.forward(days=2)
    answer(console, known)
    triage.decide(console, lapsed.item_id, Act(Verb.LAPSE, reason_code=LapseReason.TOO_OLD))
    found = answers(console, chat)
    assert found == Answers(opened=4, answered=2, told=1, lapsed=1, waiting=1, median_days=3, days_known=2)
    assert found.share_told == Share(1, 3)


def test_a_line_of_two_groups_counts_in_both_and_once_in_all(console, chat, make_group, opened):
    haven = make_group("Haven")
    line = opened(chat, None, (haven.group_id, None))
    answer(console, line, offline(chat))
    found = of(console)
    assert [(one.group, one.answers.opened, one.answers.told) for one in found.groups] == [
        ("Haven", 1, 0),
        ("Kade", 1, 1),
    ]
    assert (found.total.opened, found.total.answered, found.total.told) == (1, 1, 0)  # not everybody heard


def test_only_what_was_opened_in_the_period_counts_both_days_included(console, chat, opened, clock):
    midnight = datetime(2026, 11, 15, 23, tzinfo=UTC)  # in Amsterdam the sixteenth begins
    clock.moment = midnight
    opened(chat)
    assert of(console, date(2026, 11, 16), date(2026, 11, 16)).total.opened == 1
    assert of(console, date(2026, 11, 1), date(2026, 11, 15)).total.opened == 0
    assert of(console, date(2026, 11, 17), date(2026, 11, 30)).total.opened == 0


def test_what_was_merged_or_taken_back_counts_once_or_not_at_all(console, chat, opened):
    kept, same = opened(chat), opened(chat)
    merging.merge(console, same.id, kept.id)
    assert of(console).total.opened == 1
    undoing.undo(console)
    assert of(console).total.opened == 2
    undoing.undo(console)
    assert of(console).total.opened == 1


def test_who_owed_the_answers_stands_by_name_nobody_last(console, chat, opened, officer):
    for owing in (officer, officer, Owing(service="gemeente"), Owing()):
        opened(chat, owing=owing)
    found = of(console).owers
    assert [(one.name, one.answers.opened) for one in found] == [
        ("gemeente", 1),
        ("Peter Smit", 2),
        ("nog niemand genoemd", 1),
    ]
    assert [one.professional_id for one in found] == [None, officer.professional_id, None]


def test_groups_are_those_asked_for_or_all_in_use(console, chat, make_group, opened):
    haven, old = make_group("Haven"), make_group("Oud")
    opened(haven)
    group_facts.archive(console, old.group_id)
    assert [one.group for one in of(console).groups] == ["Haven", "Kade"]
    found = of(console, group_ids=[chat.group_id])
    assert ([one.group for one in found.groups], found.total.opened, found.owers) == (["Kade"], 0, ())


def test_unknown_whether_112_was_called_is_apart_from_no(console, chat, make_group):
    haven = make_group("Haven")
    for called in ("called", "called", "not_called", "unclear", None):
        report(chat, called)
    report(haven, "called")
    report(chat, "called", nature="liveability")
    report(chat, "called", at=datetime(2026, 10, 31, 12, tzinfo=UTC))
    found = of(console)
    assert {one.group: one.urgent for one in found.groups} == {"Kade": Urgent(5, 2, 1, 2), "Haven": Urgent(1, 1, 0, 0)}
    assert found.urgent == Urgent(6, 3, 1, 2)


def test_a_report_that_lost_its_messages_is_none(console, chat):
    with console.store.writing() as connection:
        connection.execute(insert(reports).values(group_id=chat.group_id, started_at=NOW, nature="urgent"))
    assert of(console).urgent == Urgent()


# --- to share --------------------------------------------------------------------------------------------------------


@pytest.fixture
def counted(console, chat, opened, clock):
    for place in range(6):
        line = opened(chat)
        if place < 5:
            answer(console, line, offline(chat))
    return chat


def exported(console, path):
    numbers.export(console, path, of(console))
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))


def test_counts_below_five_are_hidden_when_they_are_shared(console, counted, tmp_path):
    report(counted, "called")
    (group, _) = exported(console, tmp_path / "cijfers.csv")
    assert (group["Van"], group["Tot en met"], group["Naam"]) == ("01-11-2026", "30-11-2026", "Kade")
    assert (group["Vragen"], group["Beantwoord"], group["Vervallen"]) == ("6", "5", "minder dan 5")
    assert group["Teruggemeld van wat niet verviel"] == "5 van 6"
    assert group["Dagen tot een antwoord (middelste)"] == "0"
    assert {group[name] for name in ("Urgente meldingen", "112 is gebeld", "Onbekend of 112 is gebeld")} == {
        "minder dan 5"
    }


def test_what_is_hidden_cannot_be_counted_from_the_rest(console, counted, opened, tmp_path):
    for called in (*["called"] * 5, *["not_called"] * 2, *[None] * 6):
        report(counted, called)
    triage.decide(console, opened(counted).item_id, Act(Verb.LAPSE, reason_code=LapseReason.TOO_OLD))
    (group, _) = exported(console, tmp_path / "cijfers.csv")
    assert (group["Vragen"], group["Teruggemeld van wat niet verviel"]) == ("7", "minder dan 5")
    urgent = ("Urgente meldingen", "112 is gebeld", "112 is niet gebeld", "Onbekend of 112 is gebeld")
    assert [group[name] for name in urgent] == ["niet gedeeld", "5", "minder dan 5", "6"]


def test_a_few_answers_give_no_median_and_no_share_to_share(console, chat, opened, tmp_path):
    for _ in range(2):
        answer(console, opened(chat), offline(chat))
    (group, ower) = exported(console, tmp_path / "cijfers.csv")
    assert group["Dagen tot een antwoord (middelste)"] == ""
    assert group["Teruggemeld van wat niet verviel"] == "minder dan 5"
    assert (ower["Soort"], ower["Naam"], ower["Urgente meldingen"]) == ("professional", "gemeente", "")


def test_names_are_no_formulas_and_a_workbook_can_be_made(console, make_group, tmp_path):
    make_group('=HYPERLINK("x")')
    (group,) = exported(console, tmp_path / "cijfers.csv")
    assert group["Naam"].startswith("'=")
    numbers.export(console, tmp_path / "cijfers.xlsx", of(console))
    sheet = load_workbook(tmp_path / "cijfers.xlsx").active
    assert [cell.value for cell in sheet[1]][:4] == ["Van", "Tot en met", "Soort", "Naam"]
    with refused("export_kind"):
        numbers.export(console, tmp_path / "cijfers.doc", of(console))
