"""Who asks to join, read from a mail that was saved as a file (.eml).

A mail comes from a stranger: attachments are not looked at, nothing that it points to is loaded, and what it takes to
read it is bounded (``design/security.md`` C).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from itertools import chain
from pathlib import Path
from typing import Final

from console import texts
from console.chats.fields import clean_name
from console.desk.joining import application
from console.desk.joining.html_text import text_of
from console.desk.joining.loose import name_in
from console.domain.join_request import Applicant
from console.errors import ExpectedError

MAX_BYTES: Final = 10 * 1024**2
MAX_PARTS: Final = 500
MAX_HEADER_BYTES: Final = 8_000  # the parser takes seconds for a header of 100,000

_SENDER: Final = re.compile(r"^[\s>*]*(?:van|from|de|von)\s*\*?:\*?\s*(.*@.*)$", re.IGNORECASE)
_HEADING: Final = re.compile(
    r"^[\s>*]*(?:van|from|aan|to|cc|datum|date|verzonden|sent|verstuurd|onderwerp|subject|beantwoorden|reply-to)\s*\*?:",
    re.IGNORECASE,
)
_FORWARDED: Final = re.compile(r"^\s*(?:fwd?|doorst|doorgestuurd|fw)\s*:", re.IGNORECASE)
_PASSED_ON: Final = re.compile(r"forwarded|doorgestuurd", re.IGNORECASE)
_ANSWER: Final = re.compile(r"^\s*(?:re|antw|antwoord|aw)\s*:", re.IGNORECASE)
_MARK: Final = re.compile(
    r"^[\s>]*(?:-{2,}.*(?:forwarded|doorgestuurd|original|oorspronkelijk).*-{2,}|begin doorgestuurd bericht:?)\s*$",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(
    r"^(?:no-?_?reply|do-?not-?reply|noreply.*|wordpress|formulier(?:en)?|website|web|info|mailer-daemon|notifications?"
    r"|forms.*|postmaster|beheer(?:der)?|aanmelding(?:en)?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mail:
    """Who asks in a mail, and when it was sent (aware; None when it does not say)."""

    applicant: Applicant
    sent_at: datetime | None


def read(path: Path, language: str = texts.DEFAULT_LANGUAGE) -> Applicant:
    """Return who asks in a mail. Raises as ``open_mail`` does."""
    return open_mail(path, language).applicant


def open_mail(path: Path, language: str = texts.DEFAULT_LANGUAGE, *, now: datetime | None = None) -> Mail:
    """Return what a mail says. ``now`` (aware) is the latest that it can have been sent.

    Raises ``ExpectedError``: ``mail_kind``, ``mail_too_large``, ``mail_unreadable``, ``file_missing``,
    ``file_unreadable``, ``mail_without_name``.
    """
    message = parsed(path)
    sent_at = _sent_at(message, now or datetime.now(UTC))
    subject = header(message, "subject")
    body = body_of(message, path)
    sender, text, above = _without_forwarding(body, subject)
    if sender is None and not _FORWARDED.match(subject):  # a mail passed on by hand is from who passed it on
        sender = header(message, "reply-to") or header(message, "from")
    channel = texts.say("joining.by_mail", language)
    applicant = application.read(text if text.strip() else subject, language, at=sent_at, channel=channel)
    applicant = _with_sender(applicant, sender or "")
    words = "\n".join(filter(None, (applicant.words, above)))
    applicant = replace(applicant, words=words or None)
    if not applicant.name:
        raise ExpectedError("mail_without_name", file=path.name)
    return Mail(applicant, sent_at)


# --- the file --------------------------------------------------------------------------------------------------------


def parsed(path: Path) -> EmailMessage:
    """Return a mail that was saved. Raises ``ExpectedError`` as ``open_mail`` does, but for the name."""
    if path.suffix.lower() != ".eml":
        raise ExpectedError("mail_kind", file=path.name)
    try:
        if not path.is_file():
            raise ExpectedError("file_missing", file=path.name)
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise ExpectedError("file_unreadable", file=path.name, why=error.strerror or "") from None
    if len(data) > MAX_BYTES:
        raise ExpectedError("mail_too_large", file=path.name)
    if data.count(b"\n--") > MAX_PARTS:
        raise ExpectedError("mail_unreadable", file=path.name)
    try:
        return message_from_bytes(b"".join(_with_short_headers(data)), EmailMessage, policy=policy.default)
    except Exception:  # noqa: BLE001 - the parser has no error of its own: a mail made to hurt raises almost anything
        raise ExpectedError("mail_unreadable", file=path.name) from None


def _with_short_headers(data: bytes) -> Iterator[bytes]:
    """Yield the lines, what is too long for a header cut off; behind a line of dashes headers begin again."""
    length, is_heading = 0, True
    for line in data.splitlines(keepends=True):
        if line.startswith(b"--") or not line.strip():
            is_heading, length = line.startswith(b"--"), 0
        elif is_heading:
            length = length + len(line) if line[:1] in (b" ", b"\t") else len(line)
            if length > MAX_HEADER_BYTES:
                if len(line) == length:
                    yield line[:MAX_HEADER_BYTES] + b"\r\n"
                continue
        yield line


def header(message: EmailMessage, name: str) -> str:
    """Return a header as one line without invisible marks; "" when it is not there or cannot be read."""
    try:
        return clean_name(str(message.get(name, ""))) or ""
    except Exception:  # noqa: BLE001 - as above
        return ""


def _sent_at(message: EmailMessage, now: datetime) -> datetime | None:
    try:
        moment = parsedate_to_datetime(header(message, "date"))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    try:
        aware = aware.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return aware if timedelta(0) <= now - aware <= timedelta(days=3650) else None


def body_of(message: EmailMessage, path: Path) -> str:
    """Return the text; of a mail in HTML only, what a person would read of it."""
    try:
        part = message.get_body(preferencelist=("plain", "html"))
        if part is None:
            return ""
        text = _decoded(part)
        return text_of(text) if part.get_content_subtype() == "html" else text[: 2 * application.LONGEST]
    except Exception:  # noqa: BLE001 - as above
        raise ExpectedError("mail_unreadable", file=path.name) from None


def _decoded(part: MIMEPart) -> str:
    """Return a text in the encoding that it has, which may be another than it says."""
    payload = part.get_payload(decode=True)
    try:
        said = str(part.get_content())
    except LookupError:  # an encoding that nobody knows
        said = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    if "\ufffd" not in said or not isinstance(payload, bytes):
        return said
    try:
        return payload.decode("utf-8")
    except UnicodeDecodeError:
        return payload.decode("cp1252", "replace")


# --- who sent it -----------------------------------------------------------------------------------------------------


def _without_forwarding(body: str, subject: str) -> tuple[str | None, str, str]:
    """Return who wrote the mail that was passed on (None when none was), its text, and what was written above it.

    Who passes it on greets and signs above it, and is not the one who asks; who answers a mail writes above it too.
    """
    sender: str | None = None
    parts: list[list[str]] = [[]]  # what stands above the first heading, and what below
    is_passed_on = bool(_FORWARDED.match(subject))
    in_heading = False
    for line in body.splitlines():
        mark, found = _MARK.match(line), _SENDER.match(line)
        if mark or found:
            in_heading = True
            is_passed_on = is_passed_on or bool(mark and _PASSED_ON.search(line))
            sender = sender or (found[1].strip() if found else None)
            parts += [[]] if len(parts) == 1 else []
        elif not (in_heading and _HEADING.match(line)):
            in_heading = in_heading and not line.strip()
            parts[-1].append(line)
    above, below = "\n".join(parts[0]).strip(), "\n".join(chain(*parts[1:])).strip()
    if _ANSWER.match(subject) and above and not is_passed_on:
        return None, above, ""
    return (sender, below, above) if is_passed_on and below else (sender, f"{above}\n{below}".strip(), "")


def _with_sender(applicant: Applicant, sender: str) -> Applicant:
    """Return the applicant with what the heading of the mail tells and the text does not."""
    name, address = parseaddr(sender.replace("[mailto:", "<").replace("]", ">")[:500])
    box, _, domain = address.partition("@")
    is_nobody = not domain or bool(_NOBODY.match(box))
    email = applicant.email or (None if is_nobody else address.lower())
    called = applicant.name or ("" if is_nobody else name_in(clean_name(name) or "") or email or "")
    return replace(applicant, name=called or (applicant.email or ""), email=email)
