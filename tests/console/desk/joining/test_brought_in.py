"""Requests that a person brings in: pasted text and saved mails, each made once."""

from email.message import EmailMessage

import pytest

from console.desk import triage
from console.desk.joining import brought_in, requests
from console.domain.join_request import RequestSource
from console.errors import ExpectedError

FORM = """\
Naam: Els de Vries
Straat en huisnummer: Dorpsstraat 12a
Postcode: 3021 AB
Telefoon: 06 12345678
Ik ben 18 jaar of ouder: ja
Ik heb de regels gelezen: ja
"""


@pytest.fixture
def mail(tmp_path):
    """Save a mail with a text; return its path."""

    def save(name: str, text: str, sent: str = "Fri, 13 Nov 2026 10:00:00 +0100"):
        message = EmailMessage()
        message["From"], message["Subject"], message["Date"] = "Els <els@example.nl>", "Aanmelding", sent
        message.set_content(text)
        path = tmp_path / name
        path.write_bytes(message.as_bytes())
        return path

    return save


def test_a_pasted_form_becomes_a_request(console, chat):
    added = brought_in.take_text(console, chat.group_id, FORM)
    found = requests.detail(console, added.request_id).request
    assert (found.source, found.applicant.name, found.applicant.phone) == (
        RequestSource.FORM,
        "Els de Vries",
        "+31612345678",
    )
    assert (found.applicant.address.street, found.applicant.has_read_rules) == ("Dorpsstraat", True)
    assert [item.author for item in triage.week(console)] == ["Els de Vries"]


def test_a_text_without_a_name_is_asked_for_one(console, chat):
    with pytest.raises(ExpectedError) as refused:
        brought_in.take_text(console, chat.group_id, "Telefoon: 06 12345678")
    assert refused.value.key == "request_name_empty"


def test_a_mail_is_taken_once_and_counts_from_when_it_was_sent(console, chat, mail):
    path = mail("aanmelding.eml", FORM)
    taken = brought_in.take_mail(console, chat.group_id, [path])
    assert (taken.new, taken.known, taken.changes.requests) == (1, 0, True)
    (found,) = requests.requests(console)
    assert (found.source, found.received_at.day) == (RequestSource.MAIL, 13)
    again = brought_in.take_mail(console, chat.group_id, [path])
    assert (again.new, again.updated, again.known) == (0, 0, 1)


def test_a_mail_that_cannot_be_read_keeps_no_other_from_coming_in(console, chat, mail, tmp_path):
    no_mail = tmp_path / "plaatje.png"
    no_mail.write_bytes(b"\x89PNG\r\n")
    taken = brought_in.take_mail(console, chat.group_id, [no_mail, mail("goed.eml", FORM)])
    assert (taken.new, [problem.key for problem in taken.problems]) == (1, ["mail_kind"])


def test_an_open_group_takes_none_and_says_so(console, make_group, mail):
    chat = make_group("Open", join_policy="open")
    with pytest.raises(ExpectedError) as refused:
        brought_in.take_mail(console, chat.group_id, [mail("goed.eml", FORM)])
    assert refused.value.key == "request_open_group"
    assert requests.requests(console) == ()
