"""The answers to a sign-up form as a sheet, and bringing the same file in again."""

import pytest

from console.desk import sheets, triage
from console.desk.joining import brought_in, requests, sheet
from console.domain.decision import Act, Verb
from console.domain.join_request import RefusalReason, RequestState
from console.domain.work_area import Address

REFUSE = Act(Verb.REFUSE, reason_code=RefusalReason.OUTSIDE_AREA)
ELS = "naam;telefoon\nEls de Vries;0612345678\n"


@pytest.fixture
def take(console, chat, tmp_path):
    """Take in a sheet with these lines."""

    def taken(lines):
        (tmp_path / "aanmeldingen.csv").write_text(lines, encoding="utf-8")
        opened, plan = sheets.open_sheet(tmp_path / "aanmeldingen.csv"), sheet.plan(chat.group_id)
        columns = sheets.guess(opened, plan.fields)
        checked = sheets.check(opened, columns, plan.fields, same=plan.same, also=plan.also)
        assert not checked.problems
        return plan.take(console, checked.rows)

    return taken


@pytest.fixture
def only(console):
    """Return the one request there is."""

    def one():
        (request,) = requests.requests(console)
        return request

    return one


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        ("naam;straat;huisnummer\nEls;Dorpsstraat;13a\n", Address("Dorpsstraat", "13a")),
        ("naam;straat\nEls;Dorpsstraat 13 hs\n", Address("Dorpsstraat", "13 hs")),
        ("naam;straat\nEls;Flat De Linde, Dorpsstraat\n", Address("Flat De Linde, Dorpsstraat")),
        ("naam;straat\nEls;Plein 1940\n", Address("Plein 1940")),
        ("naam;straat;huisnummer\nEls;Plein 1940;5\n", Address("Plein 1940", "5")),
        ("naam;adres;postcode\nEls;Dorpsstraat 13;3021 ab\n", Address("Dorpsstraat", "13", "3021 AB")),
    ],
)
def test_the_number_is_found_where_people_write_it(take, only, lines, address):
    take(lines)
    assert only().applicant.address == address


def test_a_sheet_without_dates_brought_in_again_asks_nothing_again(console, take, only, clock):
    take(ELS)
    triage.decide(console, only().item_id, REFUSE)
    clock.forward(days=1)
    again = take(ELS)
    assert (again.new, again.updated, again.known) == (0, 0, 1)
    assert only().state is RequestState.REFUSED


def test_a_sheet_that_says_something_new_or_later_asks_again(console, take, only, clock):
    take(ELS)
    triage.decide(console, only().item_id, REFUSE)
    clock.forward(days=3)
    take(ELS.replace("\n", ";straat\n", 1).replace("78\n", "78;Kerkweg 4\n"))
    assert only().state is RequestState.OPEN
    triage.decide(console, only().item_id, REFUSE)
    clock.forward(days=3)
    take(ELS.replace("\n", ";datum\n", 1).replace("78\n", f"78;{clock():%d-%m-%Y %H:%M}\n"))
    assert only().state is RequestState.OPEN


def test_a_mail_without_a_date_brought_in_again_asks_nothing_again(console, chat, only, clock, tmp_path):
    path = tmp_path / "aanmelding.eml"
    path.write_text("From: Els de Vries <els@kade.nl>\nSubject: Lid worden\n\nNaam: Els de Vries\n", encoding="utf-8")
    brought_in.take_mail(console, chat.group_id, [path])
    triage.decide(console, only().item_id, REFUSE)
    clock.forward(days=1)
    assert brought_in.take_mail(console, chat.group_id, [path]).known == 1
    assert only().state is RequestState.REFUSED
