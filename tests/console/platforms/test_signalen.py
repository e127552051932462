"""The program against a server that answers as Signalen does: each answer that is documented, and some that are not."""

from datetime import UTC, datetime

import pytest

from console.domain.forward import ForwardStatus, ReportCategory, Spot, receipt_of
from console.domain.outgoing import Action, NotSentError, Outgoing
from console.errors import ExpectedError
from console.platforms import http, signalen
from console.platforms.http import NetError
from tests.tools.signalen_server import PUBLIC

SPOT = Spot(51.9225, 4.47917)


def category(town, name="Grofvuil") -> ReportCategory:
    return next(one for one in signalen.categories(town.url) if one.name == name)


def report(town, **changed) -> dict:
    values = {
        "text": "Er ligt een matras op de stoep.",
        "spot": SPOT,
        "category": category(town),
        "at": datetime(2026, 11, 14, 9, 30, tzinfo=UTC),
        "email": "",
        "may_share": False,
    }
    return signalen.payload_of(**values | changed)


def outgoing(town, payload, address=None) -> Outgoing:
    return Outgoing("key", "Kade", Action.FORWARD, "Gemeente", None, "…", address or town.url, payload)


def send(town, payload, address=None) -> str:
    return signalen.SignalenCarrier().send(outgoing(town, payload, address))


def refused(town, payload, address=None) -> ExpectedError:
    with pytest.raises(NotSentError) as raised:
        send(town, payload, address)
    (said,) = raised.value.args
    assert raised.value.answer("nl") == said.sentence("nl")
    return said


@pytest.mark.parametrize(
    "written",
    [
        "https://api.voorbeeld.nl",
        "api.voorbeeld.nl/",
        "https://api.voorbeeld.nl/signals/v1/public/signals/",
        "https://api.voorbeeld.nl/signals",
    ],
)
def test_a_person_may_copy_more_of_the_address_than_is_needed(written):
    assert signalen.base_of(written) == "https://api.voorbeeld.nl"


def test_all_kinds_of_report_are_offered_but_those_that_are_not_in_use(town):
    found = [(one.main, one.name) for one in signalen.categories(town.url)]
    assert found == [
        ("Overig", "Overig"),
        ("Schoon", "Grofvuil"),
        ("Schoon", "Zwerfvuil"),
        ("Wegen, verkeer, straatmeubilair", "Gat in de weg"),
        ("Wegen, verkeer, straatmeubilair", "Lantaarnpaal"),
    ]
    assert category(town).hint == "Meldingen over grofvuil."
    assert len({one.key for one in signalen.categories(town.url)}) == 5


def test_they_are_asked_for_each_time_and_also_from_a_server_behind_another(town):
    town.names_itself = "http://intern.voorbeeld.nl:8000"
    found = signalen.categories(town.url)
    assert all(one.key.startswith("http://intern.voorbeeld.nl:8000/") for one in found)
    signalen.categories(town.url)
    assert town.asked == [
        *(f"GET {PUBLIC}/terms/categories/", f"GET {PUBLIC}/terms/categories/?page=2"),
        *(f"GET {PUBLIC}/terms/categories/", f"GET {PUBLIC}/terms/categories/?page=2"),
    ]


@pytest.mark.parametrize(
    ("status", "body", "key"),
    [
        (200, [], "signalen_unreadable"),
        (200, {"results": "x"}, "signalen_unreadable"),
        (200, {"results": [{"sub_categories": [{"is_active": True, "name": "x"}]}]}, "signalen_unreadable"),
        (404, {}, "signalen_not_there"),
        (403, {}, "signalen_not_there"),
        (500, {}, "net_no_answer"),
    ],
)
def test_a_list_that_cannot_be_read_is_told(town, status, body, key):
    town.before = lambda handler: handler.say(status, body) or True
    with pytest.raises(ExpectedError) as raised:
        signalen.categories(town.url)
    assert raised.value.key == key
    assert raised.value.sentence("nl")


def test_a_list_that_never_ends_is_not_followed_for_ever(town):
    onward = {"_links": {"next": {"href": f"{town.url}?page=2"}}, "results": []}
    town.before = lambda handler: handler.say(200, onward) or True
    with pytest.raises(ExpectedError):
        signalen.categories(town.url)
    assert len(town.asked) == 20


def test_a_report_arrives_with_no_more_than_is_asked_and_gets_a_number(town):
    receipt = receipt_of(send(town, report(town)))
    assert receipt.number == "SIG-1"
    ((key, taken),) = town.reports.items()
    assert key == receipt.key
    assert taken.keys() - {"number"} == {"text", "location", "category", "reporter", "incident_date_start"}
    assert taken["location"] == {"geometrie": {"type": "Point", "coordinates": [4.47917, 51.9225]}}
    assert taken["reporter"] == {"sharing_allowed": False}
    assert taken["incident_date_start"] == "2026-11-14T09:30:00+00:00"


def test_an_address_goes_along_only_when_it_is_given_and_is_shared_only_when_that_is_said(town):
    send(town, report(town, email="anja@buurt.nl", may_share=True))
    send(town, report(town, email="anja@buurt.nl"))
    send(town, report(town, may_share=True))
    assert [taken["reporter"] for taken in town.reports.values()] == [
        {"sharing_allowed": True, "email": "anja@buurt.nl"},
        {"sharing_allowed": False, "email": "anja@buurt.nl"},
        {"sharing_allowed": False},
    ]


def test_what_is_refused_says_why_in_the_words_of_the_municipality_and_did_not_arrive(town):
    error = refused(town, report(town, spot=Spot(52.5, 5.5)))
    assert error.key == "signalen_refused"
    assert "Locatie is niet binnen het toegestane gebied." in error.sentence("nl")
    extra = report(town) | {"naam": "Bram"}
    assert "Extra properties present: naam" in refused(town, extra).sentence("nl")
    wrong = report(town, category=ReportCategory("https://elders.voorbeeld.nl/x", "Schoon", "Grofvuil"), text="")
    sentence = refused(town, wrong).sentence("nl")
    assert "Ongeldige hyperlink" in sentence
    assert "karakters" in sentence
    assert town.reports == {}


def test_a_category_that_is_not_in_use_would_be_taken_so_that_it_is_never_offered(town):
    unused = ReportCategory(f"{town.url}{PUBLIC}/terms/categories/schoon/sub_categories/oud-papier", "Schoon", "x")
    send(town, report(town, category=unused))
    assert len(town.reports) == 1
    assert unused.key not in {one.key for one in signalen.categories(town.url)}


def test_too_many_reports_are_told_with_how_long_to_wait(town):
    town.most_posts = 0
    error = refused(town, report(town))
    assert (error.key, error.values["minutes"]) == ("signalen_busy", 60)
    town.before = lambda handler: handler.command == "POST" and (handler.say(429, {}) or True)
    assert refused(town, report(town)).values["minutes"] == 60


def test_a_reason_made_to_hurt_is_a_refusal_all_the_same(town):
    payload = report(town)
    deep = b"[" * 3_000 + b"]" * 3_000
    town.before = lambda handler: handler.write(400, deep) or True
    assert refused(town, payload).key == "signalen_refused"
    town.before = lambda handler: handler.say(429, {}, {"Retry-After": "9" * 5_000}) or True
    assert refused(town, payload).values["minutes"] == 60


@pytest.mark.parametrize("status", [500, 502, 503, 504, 204])
def test_a_server_that_broke_may_have_taken_it(town, status):
    payload = report(town)
    town.before = lambda handler: handler.say(status, {}) or True
    with pytest.raises(NetError) as raised:
        send(town, payload)
    assert raised.value.may_have_arrived


@pytest.mark.parametrize(("status", "key"), [(404, "signalen_not_there"), (405, "signalen_not_there")])
def test_an_address_without_signalen_is_told(town, status, key):
    payload = report(town)
    town.before = lambda handler: handler.say(status, {}) or True
    assert refused(town, payload).key == key


def test_what_never_left_is_certain_and_what_timed_out_is_not(town, monkeypatch):
    payload = report(town)
    assert refused(town, payload, "https://bestaat.niet.example").key == "net_unreachable"
    monkeypatch.setattr(http, "READ_SECONDS", 0.2)

    def take_and_be_silent(handler):
        handler.take(payload)
        handler.connection.recv(1)  # until the other side gives up
        return True

    town.before = take_and_be_silent
    with pytest.raises(NetError) as raised:
        send(town, payload)
    assert raised.value.may_have_arrived
    assert len(town.reports) == 1  # it was taken, and a second try would have made it two


@pytest.mark.parametrize("body", [{}, [], {"signal_id": "../../x", "id_display": "a b"}, {"signal_id": None}])
def test_a_receipt_that_cannot_be_read_is_left_out_for_the_report_was_taken(town, body):
    payload = report(town)
    town.before = lambda handler: handler.say(201, body) or True
    receipt = receipt_of(send(town, payload))
    assert (receipt.number, receipt.key) == ("", "")


def test_how_a_report_stands_is_asked_by_its_key(town):
    receipt = receipt_of(send(town, report(town)))
    assert signalen.status(town.url, receipt.key) is ForwardStatus.OPEN
    town.closed.add(receipt.key)
    assert signalen.status(town.url, receipt.key) is ForwardStatus.CLOSED


@pytest.mark.parametrize(
    ("status", "body", "key"),
    [
        (200, {"status": {"state": "o"}}, "signalen_unreadable"),
        (200, {"status": None}, "signalen_unreadable"),
        (200, [], "signalen_unreadable"),
        (404, {}, "signalen_not_there"),
        (429, {}, "signalen_busy"),
    ],
)
def test_a_status_that_cannot_be_read_is_told(town, status, body, key):
    town.before = lambda handler: handler.say(status, body) or True
    with pytest.raises(ExpectedError) as raised:
        signalen.status(town.url, "11111111-2222-3333-4444-555555555555")
    assert raised.value.key == key


def test_only_reports_go_there():
    assert [action for action in Action if signalen.SignalenCarrier().can(action)] == [Action.FORWARD]
    assert not signalen.SignalenCarrier().repeats_safely
