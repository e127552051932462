"""What is waited for and what came of it, in words: never a share without what it is of. GUI thread only.

One and many are two strings here: what collects the strings knows forms for a number only of ``self.tr``.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from console.domain.professional import Presence
from ui import words

if TYPE_CHECKING:
    from console.desk.feedback.by_professional import Owed
    from console.desk.feedback.numbers import Share


def open_words(owed: "Owed") -> str:
    """Return how many questions wait for an answer: "3 open, 1 late"."""
    if not owed.open:
        return QCoreApplication.translate("Owed", "nothing open")
    said = QCoreApplication.translate("Owed", "{count} open").format(count=words.number(owed.open))
    if not owed.overdue:
        return said
    late = QCoreApplication.translate("Owed", "{count} late").format(count=words.number(owed.overdue))
    return f"{said}, {late}"


def speed_words(answered: int, median_days: float | None) -> str:
    """Return after how many days an answer comes, and how many answers that is counted from."""
    if median_days is None or not answered:
        return QCoreApplication.translate("Owed", "No answer came yet to count from.")
    days = days_words(median_days)
    if answered == 1:
        if not median_days:
            return QCoreApplication.translate("Owed", "One answer came, on the same day.")
        return QCoreApplication.translate("Owed", "One answer came, after {days}.").format(days=days)
    said = QCoreApplication.translate("Owed", "{count} answers came.").format(count=words.number(answered))
    if not median_days:
        half = QCoreApplication.translate("Owed", "Half of them came on the same day.")
    else:
        half = QCoreApplication.translate("Owed", "Half of them came within {days}.").format(days=days)
    return f"{said} {half}"


def days_words(days: float) -> str:
    """Return a number of days, with half a day where there is one: "3,5 dagen"."""
    if not days:
        return QCoreApplication.translate("Owed", "the same day")
    if days == 1:
        return QCoreApplication.translate("Owed", "1 day")
    number = words.number(round(days)) if days == round(days) else QLocale().toString(days, "f", 1)
    return QCoreApplication.translate("Owed", "{number} days").format(number=number)


def share_words(share: "Share") -> str:
    """Return a part of a whole: "4 of 6"; a dash where there is no whole."""
    if not share.out_of:
        return "–"
    said = QCoreApplication.translate("Owed", "{part} of {whole}")
    return said.format(part=words.number(share.part), whole=words.number(share.out_of))


def presence_words(presence: Presence) -> str:
    """Return how a professional takes part in a group, in a few words."""
    return {
        Presence.TAKES_PART: QCoreApplication.translate("ProfessionalsModel", "in the group, and answers"),
        Presence.READS: QCoreApplication.translate("ProfessionalsModel", "in the group, and reads along"),
        Presence.VIA_MODERATOR: QCoreApplication.translate("ProfessionalsModel", "through the administrator"),
    }[presence]
