"""A mail that a person sends himself: an address that opens his mail program, or a file that it opens as a draft."""

import re
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final
from urllib.parse import quote

LONGEST_LINK: Final = 1_900  # characters that every mail program takes from an address
_ADDRESS: Final = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}", re.ASCII)


def is_address(text: str) -> bool:
    """Return whether a text is one e-mail address."""
    return _ADDRESS.fullmatch(text) is not None


def mailto(to: str, subject: str, text: str) -> str:
    """Return the address that opens a mail with these words in it, "" where they are too many for that."""
    words = f"subject={_quoted(_one_line(subject))}&body={_quoted(text.replace(chr(10), chr(13) + chr(10)))}"
    link = f"mailto:{quote(to, safe='@')}?{words}"
    return link if len(link) <= LONGEST_LINK else ""


def as_file(to: str, subject: str, text: str) -> bytes:
    """Return a mail file (.eml) that a mail program opens as one that is still to be sent; ``to`` may be ""."""
    mail = EmailMessage(policy=SMTP)
    if is_address(to):
        mail["To"] = to
    mail["Subject"] = _one_line(subject)
    mail["X-Unsent"] = "1"
    mail.set_content(text if text.endswith("\n") else f"{text}\n")
    return bytes(mail)


def _quoted(text: str) -> str:
    return quote(text, safe="")


def _one_line(text: str) -> str:
    return " ".join(text.split())
