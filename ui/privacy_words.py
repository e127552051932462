"""The words of what somebody may ask about his own data, on the screen; ``words.word`` says them. GUI thread only."""

from enum import StrEnum
from typing import Final

from console.domain.one_person import Asks, KnownAs
from ui.i18n import QT_TRANSLATE_NOOP

PAIRS: Final[tuple[tuple[StrEnum, str], ...]] = (
    (Asks.ACCESS, QT_TRANSLATE_NOOP("Asks", "a copy of what is kept")),
    (Asks.ERASURE, QT_TRANSLATE_NOOP("Asks", "to be forgotten")),
    (Asks.CORRECTION, QT_TRANSLATE_NOOP("Asks", "a correction")),
    (Asks.OBJECTION, QT_TRANSLATE_NOOP("Asks", "an objection")),
    (KnownAs.MEMBER, QT_TRANSLATE_NOOP("KnownAs", "member")),
    (KnownAs.FORMER, QT_TRANSLATE_NOOP("KnownAs", "was a member")),
    (KnownAs.ERASED, QT_TRANSLATE_NOOP("KnownAs", "was a member, and was forgotten")),
    (KnownAs.APPLICANT, QT_TRANSLATE_NOOP("KnownAs", "asked to join")),
    (KnownAs.PROSPECT, QT_TRANSLATE_NOOP("KnownAs", "on the list of who might join")),
    (KnownAs.PROFESSIONAL, QT_TRANSLATE_NOOP("KnownAs", "professional")),
    (KnownAs.VOUCHER, QT_TRANSLATE_NOOP("KnownAs", "spoke for somebody who asked to join")),
)
