"""The words of the field on the screen: attention, flags, categories, moments and numbers. GUI thread only."""

from datetime import date, datetime
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from console.domain.decision import ItemKind, Verb
from console.domain.group import Kin, ManagedBy, Tool
from console.domain.health import Concern, Factor
from console.domain.join_request import CheckKind, RefusalReason, RequestSource, RequestState
from console.domain.judgement import Abuse, Attention, Category, Feedback, Flag, PersonalData, Role, Stigma, Strictness
from console.domain.member import GroupRole
from console.domain.message import Event, Kind
from console.domain.start import Stage
from console.domain.work_area import Answer
from ui.feedback_words import PAIRS as OF_FEEDBACK
from ui.i18n import QT_TRANSLATE_NOOP
from ui.privacy_words import PAIRS as OF_PRIVACY
from ui.widgets.text import visible

_PAIRS: Final[tuple[tuple[StrEnum, str], ...]] = (
    (Attention.NOW, QT_TRANSLATE_NOOP("Attention", "now")),
    (Attention.TODAY, QT_TRANSLATE_NOOP("Attention", "today")),
    (Attention.LATER, QT_TRANSLATE_NOOP("Attention", "can wait")),
    (Attention.NONE, QT_TRANSLATE_NOOP("Attention", "nothing")),
    (Flag.CALL112, QT_TRANSLATE_NOOP("Flag", "urgent, 112?")),
    (Flag.VIGILANTISM, QT_TRANSLATE_NOOP("Flag", "taking the law into own hands")),
    (Flag.PERSONAL_DATA, QT_TRANSLATE_NOOP("Flag", "personal data")),
    (Flag.STIGMA, QT_TRANSLATE_NOOP("Flag", "stigmatising")),
    (Flag.ABUSE, QT_TRANSLATE_NOOP("Flag", "abusive language")),
    (Flag.OFF_TOPIC, QT_TRANSLATE_NOOP("Flag", "does not belong here")),
    (Flag.FEEDBACK, QT_TRANSLATE_NOOP("Flag", "answer owed")),
    (Flag.LANGUAGE, QT_TRANSLATE_NOOP("Flag", "not in Dutch")),
    (Category.URGENT, QT_TRANSLATE_NOOP("Category", "urgent")),
    (Category.SUSPICIOUS, QT_TRANSLATE_NOOP("Category", "suspicious situation")),
    (Category.LIVEABILITY, QT_TRANSLATE_NOOP("Category", "liveability")),
    (Category.INFORMATION, QT_TRANSLATE_NOOP("Category", "information")),
    (Category.SOCIAL, QT_TRANSLATE_NOOP("Category", "social")),
    (Category.LOST_FOUND, QT_TRANSLATE_NOOP("Category", "lost and found")),
    (Category.TRADE, QT_TRANSLATE_NOOP("Category", "for sale and wanted")),
    (Category.ADMIN, QT_TRANSLATE_NOOP("Category", "about the group itself")),
    (Category.REPLY, QT_TRANSLATE_NOOP("Category", "reply")),
    (PersonalData.PHONE, QT_TRANSLATE_NOOP("PersonalData", "phone number")),
    (PersonalData.EMAIL, QT_TRANSLATE_NOOP("PersonalData", "e-mail address")),
    (PersonalData.PLATE, QT_TRANSLATE_NOOP("PersonalData", "number plate")),
    (PersonalData.ADDRESS, QT_TRANSLATE_NOOP("PersonalData", "address")),
    (PersonalData.NAME, QT_TRANSLATE_NOOP("PersonalData", "name")),
    (PersonalData.PHOTO, QT_TRANSLATE_NOOP("PersonalData", "photo of somebody")),
    (PersonalData.IBAN, QT_TRANSLATE_NOOP("PersonalData", "bank account number")),
    (PersonalData.BSN, QT_TRANSLATE_NOOP("PersonalData", "citizen service number")),
    (PersonalData.MINOR, QT_TRANSLATE_NOOP("PersonalData", "child")),
    (Stigma.ORIGIN_AS_SUSPICION, QT_TRANSLATE_NOOP("Stigma", "suspicion because of origin")),
    (Stigma.GENERALISATION, QT_TRANSLATE_NOOP("Stigma", "bad things said of a whole group")),
    (Stigma.SLUR, QT_TRANSLATE_NOOP("Stigma", "a slur for a group")),
    (Stigma.EXCLUSION, QT_TRANSLATE_NOOP("Stigma", "a group should not be here")),
    (Stigma.CONDITION, QT_TRANSLATE_NOOP("Stigma", "homeless, addicted, confused or disabled")),
    (Stigma.CLASS_OR_PLACE, QT_TRANSLATE_NOOP("Stigma", "people from a street or building")),
    (Stigma.YOUTH, QT_TRANSLATE_NOOP("Stigma", "young people as a group")),
    (Stigma.GENDER_OR_ORIENTATION, QT_TRANSLATE_NOOP("Stigma", "gender or orientation")),
    (Abuse.COARSE, QT_TRANSLATE_NOOP("Abuse", "coarse language")),
    (Abuse.INSULT, QT_TRANSLATE_NOOP("Abuse", "an insult")),
    (Abuse.THREAT, QT_TRANSLATE_NOOP("Abuse", "a threat")),
    (Feedback.ACK, QT_TRANSLATE_NOOP("Feedback", "a report was seen or passed on")),
    (Feedback.RESULT, QT_TRANSLATE_NOOP("Feedback", "what came of a report")),
    (Feedback.ADVICE, QT_TRANSLATE_NOOP("Feedback", "advice where or how to report")),
    (Feedback.REQUEST, QT_TRANSLATE_NOOP("Feedback", "a question about a report")),
    (Strictness.STRICT, QT_TRANSLATE_NOOP("Strictness", "strict: also when in doubt")),
    (Strictness.NORMAL, QT_TRANSLATE_NOOP("Strictness", "normal")),
    (Strictness.LENIENT, QT_TRANSLATE_NOOP("Strictness", "lenient: only when it is clear")),
    (GroupRole.MEMBER, QT_TRANSLATE_NOOP("GroupRole", "member")),
    (GroupRole.ADMIN, QT_TRANSLATE_NOOP("GroupRole", "administrator")),
    (GroupRole.COORDINATOR, QT_TRANSLATE_NOOP("GroupRole", "coordinator")),
    (GroupRole.PROFESSIONAL, QT_TRANSLATE_NOOP("GroupRole", "professional")),
    (GroupRole.CHAMPION, QT_TRANSLATE_NOOP("GroupRole", "champion")),
    (Role.MEMBER, QT_TRANSLATE_NOOP("Role", "member")),
    (Role.ADMIN, QT_TRANSLATE_NOOP("Role", "administrator")),
    (Role.PROFESSIONAL, QT_TRANSLATE_NOOP("Role", "professional")),
    (ItemKind.MESSAGE, QT_TRANSLATE_NOOP("ItemKind", "message")),
    (ItemKind.REQUEST, QT_TRANSLATE_NOOP("ItemKind", "join request")),
    (ItemKind.FEEDBACK, QT_TRANSLATE_NOOP("ItemKind", "answer owed")),
    (Verb.FINE, QT_TRANSLATE_NOOP("Verb", "All right")),
    (Verb.LATER, QT_TRANSLATE_NOOP("Verb", "Later")),
    (Verb.NOTE, QT_TRANSLATE_NOOP("Verb", "Note")),
    (Verb.CORRECTION, QT_TRANSLATE_NOOP("Verb", "Corrected")),
    (Verb.PRIVATE, QT_TRANSLATE_NOOP("Verb", "Private answer")),
    (Verb.GROUP, QT_TRANSLATE_NOOP("Verb", "Answer in the group")),
    (Verb.DELETE, QT_TRANSLATE_NOOP("Verb", "Message to be removed")),
    (Verb.REDIRECT, QT_TRANSLATE_NOOP("Verb", "Pointed to the right counter")),
    (Verb.OTHER_GROUP, QT_TRANSLATE_NOOP("Verb", "Pointed to another group")),
    (Verb.OFFICER, QT_TRANSLATE_NOOP("Verb", "Asked the community officer")),
    (Verb.HANDLED, QT_TRANSLATE_NOOP("Verb", "Dealt with")),
    (Verb.TALK, QT_TRANSLATE_NOOP("Verb", "Talked about it")),
    (Verb.REMOVE, QT_TRANSLATE_NOOP("Verb", "Member to be taken out")),
    (Verb.ADMIT, QT_TRANSLATE_NOOP("Verb", "Admitted")),
    (Verb.REFUSE, QT_TRANSLATE_NOOP("Verb", "Not admitted")),
    (Verb.ASK, QT_TRANSLATE_NOOP("Verb", "Asked a question")),
    (Verb.WAIT_LIST, QT_TRANSLATE_NOOP("Verb", "On the waiting list")),
    (Verb.REFER, QT_TRANSLATE_NOOP("Verb", "Pointed to the right group")),
    (Verb.WITHDRAW, QT_TRANSLATE_NOOP("Verb", "Request withdrawn")),
    (Verb.REQUEST, QT_TRANSLATE_NOOP("Verb", "Changed the details of a request")),
    (Verb.PRIVACY, QT_TRANSLATE_NOOP("Verb", "Somebody's own data")),
    (Verb.WELCOME, QT_TRANSLATE_NOOP("Verb", "Rules sent or confirmed")),
    (Verb.PERSON, QT_TRANSLATE_NOOP("Verb", "Changed what is known of a member")),
    (Verb.TODO, QT_TRANSLATE_NOOP("Verb", "Phone list updated")),
    (Verb.SEND, QT_TRANSLATE_NOOP("Verb", "Settled something that was sent")),
    (Verb.UNDO, QT_TRANSLATE_NOOP("Verb", "Undone")),
    (Verb.SETTINGS, QT_TRANSLATE_NOOP("Verb", "Changed a setting")),
    (Verb.ANSWERED, QT_TRANSLATE_NOOP("Verb", "Answer came in")),
    (Verb.TELL, QT_TRANSLATE_NOOP("Verb", "Reported back")),
    (Verb.LAPSE, QT_TRANSLATE_NOOP("Verb", "No longer waited for")),
    (Verb.LINE, QT_TRANSLATE_NOOP("Verb", "Changed an answer owed")),
    (Verb.REPORT, QT_TRANSLATE_NOOP("Verb", "Mended a report")),
    (Verb.DIGEST, QT_TRANSLATE_NOOP("Verb", "Made a weekly overview")),
    (Verb.FORWARD, QT_TRANSLATE_NOOP("Verb", "Forwarded a report")),
    (RequestState.OPEN, QT_TRANSLATE_NOOP("RequestState", "waits for you")),
    (RequestState.WAITING_APPLICANT, QT_TRANSLATE_NOOP("RequestState", "waits for the applicant")),
    (RequestState.WAITING_LIST, QT_TRANSLATE_NOOP("RequestState", "waiting list")),
    (RequestState.ADMITTED, QT_TRANSLATE_NOOP("RequestState", "admitted")),
    (RequestState.REFUSED, QT_TRANSLATE_NOOP("RequestState", "not admitted")),
    (RequestState.REDIRECTED, QT_TRANSLATE_NOOP("RequestState", "shown the way")),
    (RequestState.WITHDRAWN, QT_TRANSLATE_NOOP("RequestState", "withdrawn")),
    (RequestSource.EXPORT, QT_TRANSLATE_NOOP("RequestSource", "a notice in the chat")),
    (RequestSource.CHAT, QT_TRANSLATE_NOOP("RequestSource", "a question in the chat")),
    (RequestSource.FORM, QT_TRANSLATE_NOOP("RequestSource", "a form")),
    (RequestSource.MAIL, QT_TRANSLATE_NOOP("RequestSource", "an e-mail")),
    (RequestSource.SHEET, QT_TRANSLATE_NOOP("RequestSource", "a list")),
    (RequestSource.PLATFORM, QT_TRANSLATE_NOOP("RequestSource", "the app itself")),
    (RefusalReason.OUTSIDE_AREA, QT_TRANSLATE_NOOP("RefusalReason", "Does not live or work in the area")),
    (RefusalReason.TOO_YOUNG, QT_TRANSLATE_NOOP("RefusalReason", "Too young")),
    (RefusalReason.RULES_NOT_READ, QT_TRANSLATE_NOOP("RefusalReason", "Has not read the rules")),
    (
        RefusalReason.NOT_ENTITLED,
        QT_TRANSLATE_NOOP("RefusalReason", "Does not belong to this group"),
    ),
    (RefusalReason.NOBODY_KNOWS, QT_TRANSLATE_NOOP("RefusalReason", "Nobody knows this person")),
    (RefusalReason.REMOVED_BEFORE, QT_TRANSLATE_NOOP("RefusalReason", "Was taken out of the group before")),
    (RefusalReason.NO_ANSWER, QT_TRANSLATE_NOOP("RefusalReason", "Gave no answer to your question")),
    (RefusalReason.FULL, QT_TRANSLATE_NOOP("RefusalReason", "The group is full")),
    (RefusalReason.OTHER, QT_TRANSLATE_NOOP("RefusalReason", "Something else")),
    (CheckKind.AREA, QT_TRANSLATE_NOOP("CheckKind", "Area")),
    (CheckKind.AGE, QT_TRANSLATE_NOOP("CheckKind", "Age")),
    (CheckKind.RULES, QT_TRANSLATE_NOOP("CheckKind", "Rules")),
    (CheckKind.CONSENT, QT_TRANSLATE_NOOP("CheckKind", "Number may be seen")),
    (CheckKind.CONFIRMED, QT_TRANSLATE_NOOP("CheckKind", "Confirmed")),
    (CheckKind.VOUCHED, QT_TRANSLATE_NOOP("CheckKind", "Known here")),
    (CheckKind.ELSEWHERE, QT_TRANSLATE_NOOP("CheckKind", "Other groups")),
    (CheckKind.EARLIER, QT_TRANSLATE_NOOP("CheckKind", "Earlier")),
    (Answer.YES, QT_TRANSLATE_NOOP("Answer", "good")),
    (Answer.NO, QT_TRANSLATE_NOOP("Answer", "take care")),
    (Answer.UNKNOWN, QT_TRANSLATE_NOOP("Answer", "not known")),
    (ManagedBy.RESIDENTS, QT_TRANSLATE_NOOP("ManagedBy", "residents")),
    (ManagedBy.MUNICIPALITY, QT_TRANSLATE_NOOP("ManagedBy", "municipality")),
    (ManagedBy.ASSOCIATION, QT_TRANSLATE_NOOP("ManagedBy", "association")),
    (ManagedBy.OTHER, QT_TRANSLATE_NOOP("ManagedBy", "somebody else")),
    (Kin.SISTER, QT_TRANSLATE_NOOP("Kin", "belongs with it")),
    (Kin.SPLIT_FROM, QT_TRANSLATE_NOOP("Kin", "split from")),
    (Kin.SPLIT_INTO, QT_TRANSLATE_NOOP("Kin", "split into")),
    (Kin.NEIGHBOUR, QT_TRANSLATE_NOOP("Kin", "neighbour")),
    (Concern.SILENT, QT_TRANSLATE_NOOP("Concern", "silent")),
    (Concern.FLOOD, QT_TRANSLATE_NOOP("Concern", "busy")),
    (Concern.OFF_TOPIC, QT_TRANSLATE_NOOP("Concern", "much that belongs elsewhere")),
    (Concern.TOO_LARGE, QT_TRANSLATE_NOOP("Concern", "large area")),
    (Concern.TOO_SMALL, QT_TRANSLATE_NOOP("Concern", "small area")),
    (Factor.SMALL_AREA, QT_TRANSLATE_NOOP("Factor", "A small area")),
    (Factor.COVERAGE, QT_TRANSLATE_NOOP("Factor", "Enough members")),
    (Factor.MODERATOR, QT_TRANSLATE_NOOP("Factor", "An active administrator")),
    (Factor.FEEDBACK, QT_TRANSLATE_NOOP("Factor", "Professionals who report back")),
    (Stage.POOL, QT_TRANSLATE_NOOP("Stage", "might join")),
    (Stage.INVITED, QT_TRANSLATE_NOOP("Stage", "invited")),
    (Stage.ASKED, QT_TRANSLATE_NOOP("Stage", "spoken with")),
    (Stage.JOINED, QT_TRANSLATE_NOOP("Stage", "joined")),
    (Stage.CONFIRMED, QT_TRANSLATE_NOOP("Stage", "knows the rules")),
    (Stage.WROTE, QT_TRANSLATE_NOOP("Stage", "wrote a message")),
    (Stage.DECLINED, QT_TRANSLATE_NOOP("Stage", "said no")),
    (Tool.WHATSAPP, QT_TRANSLATE_NOOP("Tool", "WhatsApp")),
    (Tool.VEILIGEBUURT, QT_TRANSLATE_NOOP("Tool", "Veiligebuurt")),
    (Tool.TELEGRAM, QT_TRANSLATE_NOOP("Tool", "Telegram")),
    (Tool.SIGNAL, QT_TRANSLATE_NOOP("Tool", "Signal")),
    (Tool.MATRIX, QT_TRANSLATE_NOOP("Tool", "Matrix")),
    (Tool.OTHER, QT_TRANSLATE_NOOP("Tool", "other")),
    (Kind.TEXT, QT_TRANSLATE_NOOP("Kind", "text")),
    (Kind.MEDIA, QT_TRANSLATE_NOOP("Kind", "photo, video or file")),
    (Kind.DELETED, QT_TRANSLATE_NOOP("Kind", "This message was deleted")),
    (Kind.SYSTEM, QT_TRANSLATE_NOOP("Kind", "notice")),
    (Event.ENCRYPTION_NOTICE, QT_TRANSLATE_NOOP("Event", "encryption notice")),
    (Event.GROUP_CREATED, QT_TRANSLATE_NOOP("Event", "group created")),
    (Event.SUBJECT_CHANGED, QT_TRANSLATE_NOOP("Event", "group name changed")),
    (Event.DESCRIPTION_CHANGED, QT_TRANSLATE_NOOP("Event", "description changed")),
    (Event.ICON_CHANGED, QT_TRANSLATE_NOOP("Event", "group picture changed")),
    (Event.MEMBER_ADDED, QT_TRANSLATE_NOOP("Event", "member added")),
    (Event.MEMBER_REMOVED, QT_TRANSLATE_NOOP("Event", "member removed")),
    (Event.MEMBER_LEFT, QT_TRANSLATE_NOOP("Event", "member left")),
    (Event.MEMBER_JOINED_LINK, QT_TRANSLATE_NOOP("Event", "joined by the link")),
    (Event.JOIN_REQUESTED, QT_TRANSLATE_NOOP("Event", "asked to join")),
    (Event.JOIN_APPROVED, QT_TRANSLATE_NOOP("Event", "admitted")),
    (Event.ADMIN_GRANTED, QT_TRANSLATE_NOOP("Event", "became administrator")),
    (Event.ADMIN_REMOVED, QT_TRANSLATE_NOOP("Event", "no longer administrator")),
    (Event.NUMBER_CHANGED, QT_TRANSLATE_NOOP("Event", "number changed")),
    (Event.DELETED_BY_ADMIN, QT_TRANSLATE_NOOP("Event", "deleted by an administrator")),
    (Event.TIMER_CHANGED, QT_TRANSLATE_NOOP("Event", "timer of messages changed")),
    (Event.PINNED, QT_TRANSLATE_NOOP("Event", "message pinned")),
    (Event.COMMUNITY, QT_TRANSLATE_NOOP("Event", "about the community")),
    (Event.OTHER, QT_TRANSLATE_NOOP("Event", "other notice")),
)
# With the type in the key: members of different StrEnums with the same value are equal (Attention.LATER, Verb.LATER).
_WORDS: Final = {(type(value), value): text for value, text in (*_PAIRS, *OF_FEEDBACK, *OF_PRIVACY)}


def word(value: StrEnum) -> str:
    """Return the word of the field for a value of the domain, in the language on the screen."""
    return QCoreApplication.translate(_context(value), _WORDS[type(value), value])


def _context(value: StrEnum) -> str:
    return type(value).__name__


def number(count: int) -> str:
    """Return a number with the language's separators: 1.204."""
    return QLocale().toString(count)


def day(at: date) -> str:
    """Return a day in full: "zaterdag 15 november 2025"."""
    return QLocale().toString(QDate(at.year, at.month, at.day), "dddd d MMMM yyyy")


def short_day(at: date) -> str:
    """Return a day in short: "15 nov 2025"."""
    return QLocale().toString(QDate(at.year, at.month, at.day), "d MMM yyyy")


def clock(at: datetime) -> str:
    """Return the time of day: "14:05"."""
    return QLocale().toString(QTime(at.hour, at.minute), "HH:mm")


def moment(at: datetime) -> str:
    """Return day and time in short: "za 15 nov 14:05"; in the zone that ``at`` carries."""
    return f"{QLocale().toString(QDate(at.year, at.month, at.day), 'ddd d MMM')} {clock(at)}"


def period(first: datetime, last: datetime) -> str:
    """Return the days from one moment to another in full, or the one day that both are."""
    if first.date() == last.date():
        return day(first)
    return QCoreApplication.translate("Moments", "{first} to {last}").format(first=day(first), last=day(last))


def day_and_time(at: datetime) -> str:
    """Return a moment for a column that spans years, the same width in every row: "14-11-2026 21:03"."""
    return f"{at:%d-%m-%Y %H:%M}"


def looks_now(name: str) -> str:
    """Return that somebody looks at a message in another window: "Anja kijkt nu"."""
    return visible(QCoreApplication.translate("Claims", "{name} is looking now").format(name=name))


def message_words(kind: Kind, event: Event | None, subject: tuple[str, ...] | None, text: str) -> str:
    """Return the text of a message, or the words for it where the export has none (Telegram's notices).

    What WhatsApp writes for a message that is gone is in the language of the phone; here are the words of the reader.
    """
    if kind is Kind.TEXT or (text and kind is not Kind.DELETED):
        return text
    what = word(kind if event is None else event)
    return f"{', '.join(subject)}: {what}" if subject else what
