"""What a person can say about a judgement, in plain words, with the label and value that it means. GUI thread only."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from console.domain.judgement import Abuse, Call112, Category, Feedback, Flag, Judgement, Label, PersonalData, Stigma
from ui import words
from ui.i18n import QT_TRANSLATE_NOOP

NONE: Final = "none"  # as the label guide writes that there is nothing
YES: Final = "yes"
NO: Final = "no"

_NOT: Final[dict[Label | Abuse | Feedback, str]] = {
    Label.CALL112: QT_TRANSLATE_NOOP("Sayings", "This needs no 112"),
    Label.VIGILANTISM: QT_TRANSLATE_NOOP("Sayings", "This is no call to step in oneself"),
    Label.PERSONAL_DATA: QT_TRANSLATE_NOOP("Sayings", "These are nobody's personal data"),
    Label.STIGMA: QT_TRANSLATE_NOOP("Sayings", "This is not stigmatising"),
    Label.ABUSE: QT_TRANSLATE_NOOP("Sayings", "This is no insult or threat"),
    Label.FEEDBACK: QT_TRANSLATE_NOOP("Sayings", "This is no answer about a report"),
    Abuse.COARSE: QT_TRANSLATE_NOOP("Sayings", "This is no coarse language"),
    Abuse.INSULT: QT_TRANSLATE_NOOP("Sayings", "This is no insult"),
    Abuse.THREAT: QT_TRANSLATE_NOOP("Sayings", "This is no threat"),
    Feedback.REQUEST: QT_TRANSLATE_NOOP("Sayings", "This is no question about a report"),
}

_TAUGHT_NOT: Final[dict[Label, str]] = {
    Label.CALL112: QT_TRANSLATE_NOOP("Sayings", "needs no 112"),
    Label.VIGILANTISM: QT_TRANSLATE_NOOP("Sayings", "no call to step in oneself"),
    Label.PERSONAL_DATA: QT_TRANSLATE_NOOP("Sayings", "nobody's personal data"),
    Label.STIGMA: QT_TRANSLATE_NOOP("Sayings", "not stigmatising"),
    Label.ABUSE: QT_TRANSLATE_NOOP("Sayings", "no insult or threat"),
    Label.FEEDBACK: QT_TRANSLATE_NOOP("Sayings", "no answer or question about a report"),
}
_TAUGHT: Final[dict[Label, str]] = {
    Label.CATEGORY: QT_TRANSLATE_NOOP("Sayings", "about: {what}"),
    Label.CALL112: QT_TRANSLATE_NOOP("Sayings", "it happens now, without 112"),
    Label.VIGILANTISM: QT_TRANSLATE_NOOP("Sayings", "a call to step in oneself"),
    Label.PERSONAL_DATA: QT_TRANSLATE_NOOP("Sayings", "personal data: {what}"),
    Label.STIGMA: QT_TRANSLATE_NOOP("Sayings", "stigmatising: {what}"),
    Label.ABUSE: "{what}",
    Label.FEEDBACK: "{what}",
    Label.OFF_TOPIC: "{what}",
}
_TAUGHT_CALLED: Final = QT_TRANSLATE_NOOP("Sayings", "112 was called")


@dataclass(frozen=True, slots=True)
class Denial:
    """One thing that the judge says and a person may deny. Of personal data, ``value`` is the kind that is denied."""

    label: Label
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Miss:
    """Something that the judge does not say and a person may add: one of ``choices``, as (value, text)."""

    label: Label
    text: str
    choices: tuple[tuple[str, str], ...]


def denials(judgement: Judgement) -> tuple[Denial, ...]:
    """Return what may be denied of a judgement, in the order of the flags; what it is about has a choice of its own."""
    return tuple(_denials(judgement))


def _denials(judgement: Judgement) -> Iterator[Denial]:
    raised = {reason.flag for reason in judgement.reasons}
    if Flag.CALL112 in raised:
        yield Denial(Label.CALL112, NONE, _say(_NOT[Label.CALL112]))
    if Flag.VIGILANTISM in raised or judgement.vigilantism:
        yield Denial(Label.VIGILANTISM, NO, _say(_NOT[Label.VIGILANTISM]))
    if len(judgement.personal_data) > 1:
        template = QCoreApplication.translate("Sayings", "This is nobody's personal data: {kind}")
        for kind in judgement.personal_data:
            yield Denial(Label.PERSONAL_DATA, kind, template.format(kind=words.word(kind)))
    elif Flag.PERSONAL_DATA in raised or judgement.personal_data:
        yield Denial(Label.PERSONAL_DATA, NONE, _say(_NOT[Label.PERSONAL_DATA]))
    if Flag.STIGMA in raised or judgement.stigma is not Stigma.NONE:
        yield Denial(Label.STIGMA, NONE, _say(_NOT[Label.STIGMA]))
    if Flag.ABUSE in raised or judgement.abuse is not Abuse.NONE:
        yield Denial(Label.ABUSE, NONE, _say(_NOT.get(judgement.abuse) or _NOT[Label.ABUSE]))
    if Flag.FEEDBACK in raised or judgement.feedback is not Feedback.NONE:
        yield Denial(Label.FEEDBACK, NONE, _say(_NOT.get(judgement.feedback) or _NOT[Label.FEEDBACK]))


def misses(judgement: Judgement) -> tuple[Miss, ...]:
    """Return what a person may say that the judge missed, in the order of the flags."""
    denied = {denial.label for denial in denials(judgement)} - {Label.PERSONAL_DATA}
    open_kinds = tuple(kind for kind in PersonalData if kind not in judgement.personal_data)
    translate = QCoreApplication.translate
    every = (
        Miss(
            Label.CALL112,
            translate("Sayings", "Urgent"),
            ((Call112.NOT_CALLED, translate("Sayings", "it happens now, without 112")),),
        ),
        Miss(
            Label.VIGILANTISM,
            translate("Sayings", "Own action"),
            ((YES, translate("Sayings", "a call to step in oneself")),),
        ),
        Miss(Label.PERSONAL_DATA, translate("Sayings", "Personal data"), _choices(open_kinds)),
        Miss(Label.STIGMA, translate("Sayings", "Stigmatising"), _choices(tuple(Stigma)[1:])),
        Miss(Label.ABUSE, translate("Sayings", "Abusive"), _choices(tuple(Abuse)[1:])),
        Miss(Label.FEEDBACK, translate("Sayings", "Answer or question"), _choices(tuple(Feedback)[1:])),
    )
    return tuple(miss for miss in every if miss.label not in denied and miss.choices)


def _choices(values: tuple[StrEnum, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((value.value, words.word(value)) for value in values)


def personal_data(kinds: set[str]) -> str:
    """Return kinds of personal data as the label guide writes them, in its order."""
    return ",".join(kind for kind in PersonalData if kind in kinds) or NONE


def taught(label: Label, value: str) -> str:
    """Return a correction in few words, for a list of what was taught."""
    if value in {NONE, NO}:
        return _say(_TAUGHT_NOT[label])
    match label:
        case Label.CATEGORY | Label.OFF_TOPIC:
            what = words.word(Category(value))
        case Label.STIGMA:
            what = words.word(Stigma(value))
        case Label.ABUSE:
            what = words.word(Abuse(value))
        case Label.FEEDBACK:
            what = words.word(Feedback(value))
        case Label.PERSONAL_DATA:
            what = ", ".join(words.word(PersonalData(kind)) for kind in value.split(","))
        case _:
            what = ""
    return _say(_TAUGHT_CALLED if value == Call112.CALLED else _TAUGHT[label]).format(what=what)


def _say(text: str) -> str:
    return QCoreApplication.translate("Sayings", text)
