"""Mails of people who want to join, and mails that want something else."""

import time
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from console.desk.joining import mail
from console.desk.joining.html_text import text_of
from console.domain.work_area import Address
from console.errors import ExpectedError

SENT = "Fri, 13 Nov 2026 10:00:00 +0100"
FORM = "Naam: Els de Vries\nAdres: Dorpsstraat 12a, 3021 AB\nTelefoon: 06 12345678\nToestemming: ja\n"


@pytest.fixture
def eml(tmp_path):
    def make(text="", sender="Website <noreply@dorp.nl>", subject="Aanmelding", markup=None, **headers):
        message = EmailMessage()
        message["From"], message["Subject"], message["Date"] = sender, subject, SENT
        for name, value in headers.items():
            message[name.replace("_", "-")] = value
        message.set_content(text)
        if markup is not None:
            message.clear_content()
            message.set_content(markup, subtype="html", cte="quoted-printable")
        path = tmp_path / "aanmelding.eml"
        path.write_bytes(message.as_bytes())
        return path

    return make


def raw(folder, data):
    path = folder / "ruw.eml"
    path.write_bytes(data)
    return path


def test_a_form_that_a_website_mails_is_read(eml):
    read = mail.open_mail(eml(FORM), "nl")
    assert (read.applicant.name, read.applicant.phone) == ("Els de Vries", "+31612345678")
    assert read.applicant.email is None  # the website is nobody who asks
    assert read.sent_at == datetime(2026, 11, 13, 9, 0, tzinfo=UTC)
    assert (read.applicant.consent_at, read.applicant.consent_channel) == (read.sent_at, "e-mail")


def test_who_wrote_it_is_known_by_the_heading_when_the_text_does_not_say(eml):
    who = mail.read(eml("Graag word ik lid.", sender='"Els de Vries" <Els@x.nl>'))
    assert (who.name, who.email, who.words) == ("Els de Vries", "els@x.nl", "Graag word ik lid.")
    assert mail.read(eml(FORM, Reply_To="Els <els@y.nl>")).email == "els@y.nl"


def test_a_mail_without_a_name_goes_by_its_address(eml):
    assert mail.read(eml("Mag ik erbij?", sender="buur12@x.nl")).name == "buur12@x.nl"


def test_html_alone_is_read_as_text_and_nothing_of_it_is_loaded(eml):
    markup = (
        "<html><head><title>t</title><style>p{x:url(http://kwaad.example)}</style></head><body>"
        "<img src='http://kwaad.example/pixel'><script>Naam: Kwaad</script><!-- Naam: Ook kwaad -->"
        "<table><tr><td><b>Naam</b></td><td>Els&nbsp;de Vri&euml;s</td></tr>"
        "<tr><td>Adres</td><td>Dorpsstraat 12a,\n 3021 AB</td></tr></table><p>Dag<br>Els</p></body></html>"
    )
    who = mail.read(eml(markup=markup))
    assert who.name == "Els de Vriës"
    assert who.address == Address("Dorpsstraat", "12a", "3021 AB")
    assert "kwaad" not in (who.words or "").lower()


def test_a_mail_that_was_passed_on_is_from_who_wrote_it(eml):
    text = (
        "Kijk jij hiernaar?\n\n---------- Forwarded message ---------\nVan: Els de Vries <els@x.nl>\n"
        "Datum: do 12 nov 2026\nOnderwerp: lid worden\nAan: <beheer@dorp.nl>\n\nIk woon Dorpsstraat 12 en wil erbij.\n"
    )
    who = mail.read(eml(text, sender="Anja Beheer <anja@x.nl>", subject="Fwd: lid worden"))
    assert (who.name, who.email) == ("Els de Vries", "els@x.nl")
    assert who.address == Address("Dorpsstraat", "12")
    assert "beheer@dorp.nl" not in (who.words or "")


def test_who_passes_on_a_form_is_not_who_asks(eml):
    who = mail.read(eml(FORM, sender="Anja Beheer <anja@x.nl>", subject="FW: aanmelding"))
    assert (who.name, who.email) == ("Els de Vries", None)


def test_attachments_are_not_looked_at(eml, tmp_path):
    message = EmailMessage()
    message["From"] = "Els <els@x.nl>"
    message.set_content(FORM)
    message.add_attachment(b"Naam: Kwaad", maintype="text", subtype="plain", filename="../../kwaad.txt")
    who = mail.read(raw(tmp_path, message.as_bytes()))
    assert who.name == "Els de Vries"
    assert "Kwaad" not in (who.words or "")


def test_quoted_printable_and_odd_encodings_are_read(tmp_path):
    kind = b"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    latin = b"From: Z <z@x.nl>\r\n" + kind + b"\r\nNaam: Zo=EB M=\r\n=FCller\r\n"
    assert mail.read(raw(tmp_path, latin)).name == "Zoë Müller"
    unknown = b"From: Z <z@x.nl>\r\nContent-Type: text/plain; charset=kwaad\r\n\r\nNaam: Els\r\n"
    assert mail.read(raw(tmp_path, unknown)).name == "Els"


def test_an_encoding_that_is_said_wrongly_spoils_no_name(tmp_path):
    kind = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
    assert mail.read(raw(tmp_path, b"From: Z <z@x.nl>\r\n" + kind + b"\r\nNaam: Zo\xeb\r\n")).name == "Zoë"


@pytest.mark.parametrize(
    "above", ["Doorgestuurd", "Hoi Anja,\n\nPak jij deze op?\n\nGroet,\nKees Bakker\n06 87654321", ""]
)
def test_who_passes_a_mail_on_is_not_who_asks(tmp_path, above):
    below = "Van: Piet Smit <piet@y.nl>\nOnderwerp: lid\n\nIk woon Kerkweg 12. Mijn nummer is 06 12345678.\n"
    text = f"From: Kees <kees@x.nl>\r\n\r\n{above}\n\n---------- Forwarded message ---------\n{below}"
    who = mail.read(raw(tmp_path, text.encode()))
    assert (who.name, who.email, who.phone) == ("Piet Smit", "piet@y.nl", "+31612345678")
    assert (above.split("\n")[0] in (who.words or "")) is True


def test_who_answers_a_mail_is_who_asks_and_not_the_one_who_was_answered(tmp_path):
    asked = "Van: Anja Bakker <anja@kade.nl>\nVerzonden: vandaag\n\nBeste Kees,\nWat is uw adres?\nGroet, Anja Bakker\n"
    text = f"From: Kees Bos <kees@x.nl>\r\nSubject: Re: uw aanmelding\r\n\r\nIk woon Kerkweg 12.\n\n{asked}"
    who = mail.read(raw(tmp_path, text.encode()))
    assert (who.name, who.email, who.address) == ("Kees Bos", "kees@x.nl", Address("Kerkweg", "12"))


@pytest.mark.parametrize(
    "moment", ["", "morgen", "Fri, 13 Nov 2099 10:00:00 +0100", "Fri, 99 Nov 2026 10:00 +9999", "0"]
)
def test_a_moment_that_cannot_be_is_none(tmp_path, moment):
    path = raw(tmp_path, f"From: Els <els@x.nl>\r\nDate: {moment}\r\n\r\nhoi".encode())
    assert mail.open_mail(path, now=datetime(2026, 11, 22, tzinfo=UTC)).sent_at is None


DEEP = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(450))
HOSTILE = {
    "parameters": b"Content-Type: text/plain; "
    + b"; ".join(b"a%d=b" % n for n in range(20_000))
    + b"\r\n\r\nNaam: Els",
    "folded parameters": b"Content-Type: a/b" + b";\r\n a=b" * 20_000 + b"\r\n\r\nNaam: Els",
    "parentheses": b"From: " + b"(" * 5_000 + b"\r\n\r\nNaam: Els",
    "nested parts": DEEP + b"\r\nNaam: Els",
    "many parts": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 200_000,
    "nested mails": b"Content-Type: message/rfc822\r\n\r\n" * 20_000,
    "broken tags": b"Content-Type: text/html\r\n\r\n<p>Naam: Els" + b"<a " * 100_000,
    "comments": b"Content-Type: text/html\r\n\r\n<p>Naam: Els</p>" + b"<!--" * 100_000,
    "nothing": b"\0\0\0",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_mail_is_read_or_refused_in_time(tmp_path, name):
    """The parsers of the standard library take from 20 seconds to minutes for most of these."""
    path = raw(tmp_path, HOSTILE[name])
    begun = time.process_time()
    found = outcome(path)
    assert time.process_time() - begun < 10
    assert found in {"Els", "mail_unreadable", "mail_without_name"}


def outcome(path):
    try:
        return mail.read(path).name
    except ExpectedError as refusal:
        return refusal.key


def test_marks_that_nobody_sees_do_not_reach_the_name(tmp_path):
    who = mail.read(raw(tmp_path, "From: x <x@x.nl>\r\n\r\nNaam: E\u202els\0 de\u200b Vries".encode()))
    assert who.name.replace("\u200b", "").replace("\ufffd", "").split() == ["Els", "de", "Vries"]


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("foto.png", b"x", "mail_kind"),
        ("groot.eml", b"From: a\r\n\r\n" + b"x" * mail.MAX_BYTES, "mail_too_large"),
        ("leeg.eml", b"", "mail_without_name"),
    ],
)
def test_what_is_no_mail_is_refused_with_a_sentence(tmp_path, name, data, key):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ExpectedError) as refusal:
        mail.read(path)
    assert refusal.value.key == key
    assert name in refusal.value.sentence("nl")


def test_a_mail_that_is_not_there_is_said(tmp_path):
    with pytest.raises(ExpectedError):
        mail.read(tmp_path / "weg.eml")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>een</p><p>twee</p>", "een\ntwee"),
        ("1 < 2 en 3 > 2", "1 < 2 en 3 > 2"),
        ("a<br/>b", "a\nb"),
        ("<SCRIPT>x</SCRIPT >y", "y"),
        ("&lt;b&gt;", "<b>"),
        ("<script>x", ""),
    ],
)
def test_markup_becomes_lines(markup, text):
    assert text_of(markup) == text
