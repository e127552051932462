"""What is said of who asks about his own data, the same on every page. GUI thread only."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from console.domain.one_person import Known, PrivacyRequest, Recipient
from ui import words
from ui.dialogs.parts import DEFAULT_ZONE
from ui.widgets.text import Shown, isolated, one_line

NAME_CHARACTERS: Final = 80
ABOUT_CHARACTERS: Final = 300


def day_words(at: datetime) -> str:
    """Return the day of a moment in the Netherlands: "15 nov 2026"."""
    return words.short_day(at.astimezone(ZoneInfo(DEFAULT_ZONE)))


def name_words(name: str) -> Shown:
    """Return a name that cannot turn around the text beside it, on one line."""
    return isolated(one_line(name, NAME_CHARACTERS))


def known_words(known: Known) -> Shown:
    """Return under which name and as what somebody stands where: "Bram, lid, Kade"."""
    parts = [name_words(known.name), words.word(known.kind)]
    if known.group:
        parts.append(name_words(known.group))
    return Shown(", ".join(parts))


def asked_words(request: PrivacyRequest) -> Shown:
    """Return who asked what and when: "Bram: bezwaar, gevraagd op 3 nov 2026"."""
    forgotten = QCoreApplication.translate("PrivacyFacts", "Somebody who was forgotten")
    nobody = QCoreApplication.translate("PrivacyFacts", "Somebody") if request.words else forgotten  # his name is there
    said = QCoreApplication.translate("PrivacyFacts", "{who}: {what}, asked on {day}")
    who = name_words(request.name) if request.name else nobody
    return Shown(said.format(who=who, what=words.word(request.kind), day=day_words(request.asked_at)))


def due_words(request: PrivacyRequest, now: datetime) -> str:
    """Return by when it must be answered, or when it was."""
    if request.answered_at is not None:
        said = QCoreApplication.translate("PrivacyFacts", "Answered on {day}.")
        return said.format(day=day_words(request.answered_at))
    late = QCoreApplication.translate("PrivacyFacts", "The answer was due on {day}. Answer as soon as you can.")
    in_time = QCoreApplication.translate("PrivacyFacts", "Answer before {day}.")
    return (late if request.due_at < now else in_time).format(day=day_words(request.due_at))


def recipient_words(recipient: Recipient) -> Shown:
    """Return who outside got something, of which group and when."""
    parts = [name_words(recipient.who)]
    if recipient.group:
        parts.append(name_words(recipient.group))
    if recipient.at is not None:
        parts.append(Shown(day_words(recipient.at)))
    return Shown(" · ".join(parts))
