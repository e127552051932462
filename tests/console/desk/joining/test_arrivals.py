"""Mails, pasted text and sheets become requests: all that is good, and nothing half."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from console.desk import sheets, triage
from console.desk.joining import arrivals, requests, sheet
from console.domain.join_request import RequestSource
from console.domain.work_area import Address
from console.errors import ExpectedError
from console.store.tables import groups
from tests.console.desk.conftest import NOW

HEADINGS = "Tijdstempel;Naam;Adres;Postcode;Mobiel;Bent u 18 jaar of ouder?;Regels gelezen;Toestemming;Wie kent u?"
ROW = "13-11-2026 10:00;Els de Vries;Dorpsstraat 12a;3021AB;06 12345678;ja;ja;ja;Jan"


def mailed(folder, name, text):
    path = folder / name
    path.write_bytes(f"From: Site <noreply@x.nl>\r\nDate: Fri, 13 Nov 2026 10:00:00 +0100\r\n\r\n{text}".encode())
    return path


def take_sheet(console, chat, folder, *rows):
    path = folder / "lijst.csv"
    path.write_text("\n".join((HEADINGS, *rows)), encoding="utf-8")
    plan = sheet.plan(chat.group_id)
    opened = sheets.open_sheet(path, plan.fields)
    checked = sheets.check(opened, sheets.guess(opened, plan.fields), plan.fields, same=plan.same, also=plan.also)
    return plan.take(console, checked.rows) if checked.rows else None, checked


def test_mails_become_requests_and_those_that_cannot_be_read_are_told(console, chat, tmp_path):
    paths = [
        mailed(tmp_path, "a.eml", "Naam: Els\nTelefoon: 0612345678"),
        tmp_path / "foto.png",
        mailed(tmp_path, "b.eml", "Naam: Elsje\nMobiel: +31612345678"),
    ]
    taken = arrivals.take_mail(console, chat.group_id, paths)
    assert (taken.new, [problem.key for problem in taken.problems]) == (1, ["mail_kind"])
    assert taken.changes.requests
    (request,) = requests.requests(console)
    assert (request.source, request.received_at.astimezone(UTC)) == (
        RequestSource.MAIL,
        datetime(2026, 11, 13, 9, 0, tzinfo=UTC),
    )


def test_pasted_text_becomes_a_request(console, chat):
    added = arrivals.take_text(console, chat.group_id, "Naam: Els\nToestemming: ja")
    (request,) = requests.requests(console)
    assert (request.id, request.applicant.consent_at.astimezone(UTC)) == (added.request_id, NOW)


def test_an_open_group_takes_no_requests_and_says_so(console, chat, tmp_path):
    with console.store.writing() as connection:
        connection.execute(update(groups).values(join_policy="open"))
    with pytest.raises(ExpectedError) as refusal:
        arrivals.take_mail(console, chat.group_id, [mailed(tmp_path, "a.eml", "Naam: Els")])
    assert refusal.value.key == "request_open_group"


def test_the_sheet_of_a_sign_up_form_becomes_requests(console, chat, tmp_path):
    taken, checked = take_sheet(console, chat, tmp_path, ROW)
    assert (taken.new, checked.problems) == (1, ())
    (request,) = requests.requests(console)
    who = request.applicant
    assert (who.name, who.phone, who.vouched_by) == ("Els de Vries", "+31612345678", "Jan")
    assert who.address == Address("Dorpsstraat", "12a", "3021 AB")
    assert (who.is_old_enough, who.has_read_rules, who.consent_channel) == (True, True, "formulier")
    assert request.received_at.astimezone(UTC) == datetime(2026, 11, 13, 9, 0, tzinfo=UTC)
    assert len(triage.week(console)) == 1


def test_the_same_sheet_again_adds_nobody(console, chat, tmp_path):
    take_sheet(console, chat, tmp_path, ROW)
    taken, _ = take_sheet(console, chat, tmp_path, ROW, ROW.replace("Els", "Bram").replace("12345678", "87654321"))
    assert (taken.new, taken.known) == (1, 1)


def test_doubles_bad_postcodes_and_rows_without_a_name_are_told(console, chat, tmp_path):
    _, checked = take_sheet(
        console,
        chat,
        tmp_path,
        ROW,
        ROW.replace("Els de Vries", "E. de Vries"),
        ROW.replace("3021AB", "30"),
        ROW.replace("Els de Vries", ""),
    )
    assert [(one.row_number, one.error.key) for one in checked.problems] == [
        (3, "row_twice"),
        (4, "cell_not_postcode"),
        (5, "row_without_name"),
    ]
    assert checked.numbers == (2,)


def test_a_sheet_is_taken_whole_or_not_at_all(console, chat, tmp_path):
    plan = sheet.plan(chat.group_id)
    rows = ({"name": "Els"}, {"name": None, "first_name": object()})
    with pytest.raises(Exception, match=r".+"):
        plan.take(console, rows)
    assert requests.requests(console) == ()


def test_a_group_that_is_gone_takes_nothing(console):
    with pytest.raises(ExpectedError) as refusal:
        sheet.plan(99).take(console, ({"name": "Els"},))
    assert refusal.value.key == "group_gone"
