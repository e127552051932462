"""A mail that a person sends himself says what it should, and nothing slips into its head."""

from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit

import pytest

from console.desk.feedback.mails import LONGEST_LINK, as_file, is_address, mailto


@pytest.mark.parametrize("text", ["anja@buurt.nl", "a.b+c@post.stad.nl", "melding-1@stad.nl"])
def test_an_address(text):
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    ["", "anja", "a@b", "a@b.nl, c@d.nl", "a@b.nl\nBcc: c@d.nl", "Anja <a@b.nl>", "a b@c.nl", "a@b..nl", "a@b.nl?cc=x"],
)
def test_no_address(text):
    assert not is_address(text)


def test_the_link_holds_every_word_as_it_stands():
    link = mailto("melding@stad.nl", "Melding & [BC-1]", "Eerste regel\nTweede? #3 é 👍 &cc=x")
    parts = urlsplit(link)
    assert (parts.scheme, parts.path, parts.fragment) == ("mailto", "melding@stad.nl", "")
    assert parse_qs(parts.query) == {
        "subject": ["Melding & [BC-1]"],
        "body": ["Eerste regel\r\nTweede? #3 é 👍 &cc=x"],
    }


def test_what_is_too_long_for_a_link_has_none():
    assert len(mailto("a@b.nl", "x", "y" * 1_800)) <= LONGEST_LINK
    assert mailto("a@b.nl", "x", "y" * 1_900) == ""


def test_the_file_is_a_draft_that_says_the_same():
    mail = message_from_bytes(as_file("a@b.nl", "Één\r\nBcc: c@d.nl", "Goedendag,\n\nÉén 👍"), policy=default)
    assert (mail["To"], mail["Subject"], mail["Bcc"]) == ("a@b.nl", "Één Bcc: c@d.nl", None)
    assert mail["X-Unsent"] == "1"
    assert mail.get_content().replace("\r\n", "\n") == "Goedendag,\n\nÉén 👍\n"
    assert message_from_bytes(as_file("", "x", "y"), policy=default)["To"] is None
