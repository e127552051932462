"""The words of what somebody may ask about his own data, on the screen; ``words.word`` says them. GUI thread only."""

from enum import StrEnum
from typing import Final

from console.domain.one_person import Asks, KnownAs
from console.domain.retention import Kept
from ui.i18n import QT_TRANSLATE_NOOP

PAIRS: Final[tuple[tuple[StrEnum, str], ...]] = (
    (Asks.ACCESS, QT_TRANSLATE_NOOP("Asks", "a copy of what is kept")),
    (Asks.ERASURE, QT_TRANSLATE_NOOP("Asks", "to be forgotten")),
    (Asks.CORRECTION, QT_TRANSLATE_NOOP("Asks", "a correction")),
    (Asks.OBJECTION, QT_TRANSLATE_NOOP("Asks", "an objection")),
    (Kept.REQUEST, QT_TRANSLATE_NOOP("Kept", "requests to join")),
    (Kept.MEMBER, QT_TRANSLATE_NOOP("Kept", "members who left")),
    (Kept.PROSPECT, QT_TRANSLATE_NOOP("Kept", "names of who might join")),
    (Kept.MARK, QT_TRANSLATE_NOOP("Kept", "codes of refusals")),
    (Kept.PROFESSIONAL, QT_TRANSLATE_NOOP("Kept", "professionals who are with no group")),
    (Kept.TEXT, QT_TRANSLATE_NOOP("Kept", "texts of messages")),
    (Kept.NOTE, QT_TRANSLATE_NOOP("Kept", "notes that ended")),
    (Kept.START, QT_TRANSLATE_NOOP("Kept", "notes about the start of a group")),
    (Kept.SENT, QT_TRANSLATE_NOOP("Kept", "texts that were sent")),
    (Kept.LINE, QT_TRANSLATE_NOOP("Kept", "closed questions")),
    (Kept.STEP, QT_TRANSLATE_NOOP("Kept", "steps of the ladder that count no more")),
    (Kept.VIEW, QT_TRANSLATE_NOOP("Kept", "saved views")),
    (Kept.DECISION, QT_TRANSLATE_NOOP("Kept", "texts of decisions")),
    (Kept.ENTRY, QT_TRANSLATE_NOOP("Kept", "lines of the logbook")),
    (KnownAs.MEMBER, QT_TRANSLATE_NOOP("KnownAs", "member")),
    (KnownAs.FORMER, QT_TRANSLATE_NOOP("KnownAs", "was a member")),
    (KnownAs.ERASED, QT_TRANSLATE_NOOP("KnownAs", "was a member, and was forgotten")),
    (KnownAs.APPLICANT, QT_TRANSLATE_NOOP("KnownAs", "asked to join")),
    (KnownAs.PROSPECT, QT_TRANSLATE_NOOP("KnownAs", "on the list of who might join")),
    (KnownAs.PROFESSIONAL, QT_TRANSLATE_NOOP("KnownAs", "professional")),
    (KnownAs.VOUCHER, QT_TRANSLATE_NOOP("KnownAs", "spoke for somebody who asked to join")),
)
