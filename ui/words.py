"""The words that a person reads for the domain's values, in the language of the window. One place, so that a flag
has the same name in the queue, in the table and in a filter.
"""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from console.domain.group import Tool
from console.domain.judgement import Attention, Category, Flag
from console.domain.message import Event, Kind


def attention_word(attention: Attention) -> str:
    """How soon a person should look; empty when nobody needs to."""
    return {
        Attention.NOW: QCoreApplication.translate("Words", "now"),
        Attention.TODAY: QCoreApplication.translate("Words", "today"),
        Attention.LATER: QCoreApplication.translate("Words", "can wait"),
        Attention.NONE: "",
    }[attention]


def flag_word(flag: Flag) -> str:
    """What was noticed, in two or three words."""
    return {
        Flag.CALL112: QCoreApplication.translate("Words", "112 not mentioned"),
        Flag.VIGILANTISM: QCoreApplication.translate("Words", "taking the law into own hands"),
        Flag.PERSONAL_DATA: QCoreApplication.translate("Words", "personal data"),
        Flag.STIGMA: QCoreApplication.translate("Words", "about a group of people"),
        Flag.ABUSE: QCoreApplication.translate("Words", "abuse or threat"),
        Flag.OFF_TOPIC: QCoreApplication.translate("Words", "does not belong here"),
        Flag.FEEDBACK: QCoreApplication.translate("Words", "waits for an answer"),
    }[flag]


def category_word(category: Category) -> str:
    """What a message is about."""
    return {
        Category.URGENT: QCoreApplication.translate("Words", "urgent"),
        Category.SUSPICIOUS: QCoreApplication.translate("Words", "suspicious, not urgent"),
        Category.LIVEABILITY: QCoreApplication.translate("Words", "liveability"),
        Category.INFORMATION: QCoreApplication.translate("Words", "information"),
        Category.SOCIAL: QCoreApplication.translate("Words", "social"),
        Category.LOST_FOUND: QCoreApplication.translate("Words", "lost and found"),
        Category.TRADE: QCoreApplication.translate("Words", "for sale or wanted"),
        Category.ADMIN: QCoreApplication.translate("Words", "about the group itself"),
        Category.REPLY: QCoreApplication.translate("Words", "reply"),
    }[category]


def tool_word(tool: Tool) -> str:
    """The app in which a group lives."""
    return {
        Tool.WHATSAPP: "WhatsApp",
        Tool.VEILIGEBUURT: "Veiligebuurt",
        Tool.TELEGRAM: "Telegram",
        Tool.SIGNAL: "Signal",
        Tool.MATRIX: "Matrix",
        Tool.OTHER: QCoreApplication.translate("Words", "another app"),
    }[tool]


def kind_word(kind: Kind) -> str:
    """What stands in place of a message that has no text of its own; empty for ordinary text."""
    return {
        Kind.TEXT: "",
        Kind.MEDIA: QCoreApplication.translate("Words", "photo, video or other attachment"),
        Kind.DELETED: QCoreApplication.translate("Words", "message deleted"),
        Kind.SYSTEM: QCoreApplication.translate("Words", "notice of the app"),
    }[kind]


def event_word(event: Event) -> str:
    """What a system line tells, for exports that write no sentence of their own (Telegram)."""
    return {
        Event.ENCRYPTION_NOTICE: QCoreApplication.translate("Words", "messages are encrypted"),
        Event.GROUP_CREATED: QCoreApplication.translate("Words", "group made"),
        Event.SUBJECT_CHANGED: QCoreApplication.translate("Words", "name of the group changed"),
        Event.DESCRIPTION_CHANGED: QCoreApplication.translate("Words", "description of the group changed"),
        Event.ICON_CHANGED: QCoreApplication.translate("Words", "picture of the group changed"),
        Event.MEMBER_ADDED: QCoreApplication.translate("Words", "added"),
        Event.MEMBER_REMOVED: QCoreApplication.translate("Words", "removed"),
        Event.MEMBER_LEFT: QCoreApplication.translate("Words", "left the group"),
        Event.MEMBER_JOINED_LINK: QCoreApplication.translate("Words", "joined by a link"),
        Event.JOIN_REQUESTED: QCoreApplication.translate("Words", "asked to join"),
        Event.JOIN_APPROVED: QCoreApplication.translate("Words", "admitted"),
        Event.ADMIN_GRANTED: QCoreApplication.translate("Words", "became administrator"),
        Event.ADMIN_REMOVED: QCoreApplication.translate("Words", "is no administrator any more"),
        Event.NUMBER_CHANGED: QCoreApplication.translate("Words", "has a new number"),
        Event.DELETED_BY_ADMIN: QCoreApplication.translate("Words", "message deleted by an administrator"),
        Event.TIMER_CHANGED: QCoreApplication.translate("Words", "disappearing messages changed"),
        Event.PINNED: QCoreApplication.translate("Words", "message pinned"),
        Event.COMMUNITY: QCoreApplication.translate("Words", "change in the community"),
        Event.OTHER: QCoreApplication.translate("Words", "notice of the app"),
    }[event]


def message_words(kind: Kind, event: Event | None, subject: tuple[str, ...] | None, text: str) -> str:
    """The text of a message, or the words for it when the export gives none. Not yet made visible or cut."""
    if text:
        return text
    if event is None:
        return kind_word(kind)
    names = ", ".join(subject or ())
    return f"{names}: {event_word(event)}" if names else event_word(event)


def day_and_time(at: datetime) -> str:
    """A moment as people of both languages read it in a table: 14-11-2026 21:03."""
    return f"{at:%d-%m-%Y %H:%M}"


def number(value: int) -> str:
    """A count with the thousands marked as the language does it: 1.204 or 1,204."""
    return QLocale().toString(value)
