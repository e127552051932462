"""How many read the rules, and why one may be told again, in words: never a number without what it is of.

GUI thread only.
"""

from PySide6.QtCore import QCoreApplication

from console.domain.judgement import Flag
from ui import words


def of_words(part: int, whole: int) -> str:
    """Return a part with what it is of: "18 of 24"."""
    said = QCoreApplication.translate("WelcomeWords", "{part} of {whole}")
    return said.format(part=words.number(part), whole=words.number(whole))


def share_words(part: int, whole: int) -> str:
    """Return a part with what it is of and the share, where there is a whole: "18 of 24 members (75%)"."""
    if not whole:
        return "–"
    said = QCoreApplication.translate("WelcomeWords", "{part} of {whole} members ({percent}%)")
    percent = words.number(round(100 * part / whole))
    return said.format(part=words.number(part), whole=words.number(whole), percent=percent)


def went_wrong_words(flag: Flag) -> str:
    """Return what went wrong, to stand in a sentence: of urgent messages what was not in them."""
    if flag is Flag.CALL112:
        return QCoreApplication.translate("WelcomeWords", "urgent messages without 112 in them")
    return words.word(flag)


def repeat_words(flag: Flag, now: int, before: int) -> str:
    """Return why a rule may be told again: how often something went wrong in the last quarter, and the one before."""
    said = QCoreApplication.translate(
        "WelcomeWords",
        "More often than before: {what}. In the last three months {now} times, in the three before that: {before}.",
    )
    return said.format(what=went_wrong_words(flag), now=words.number(now), before=words.number(before))
