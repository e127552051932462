"""One file per page, named as its partner in ``console.desk``. To add a page: write it, and give it a line here.

A page is imported when it is first shown, because its desk brings the store along.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from ui.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.pages.page import Page


def _week() -> "type[Page]":
    from ui.pages.week import WeekView

    return WeekView


def _requests() -> "type[Page]":
    from ui.pages.requests import RequestsView

    return RequestsView


def _feedback() -> "type[Page]":
    from ui.pages.feedback import FeedbackView

    return FeedbackView


def _todos() -> "type[Page]":
    from ui.pages.todos import TodosView

    return TodosView


def _groups() -> "type[Page]":
    from ui.pages.groups import GroupsView

    return GroupsView


def _welcome() -> "type[Page]":
    from ui.pages.welcome import WelcomeView

    return WelcomeView


def _messages() -> "type[Page]":
    from ui.pages.messages import MessagesView

    return MessagesView


def _people() -> "type[Page]":
    from ui.pages.people import PeopleView

    return PeopleView


def _intake() -> "type[Page]":
    from ui.pages.intake import IntakeView

    return IntakeView


def _logbook() -> "type[Page]":
    from ui.pages.logbook import LogbookView

    return LogbookView


def _settings() -> "type[Page]":
    from ui.pages.settings import SettingsView

    return SettingsView


def _first() -> "type[Page]":
    from ui.pages.first import FirstView

    return FirstView


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: ``picture`` names its screenshot; ``is_listed`` pages stand in the list at the left."""

    key: str
    title: str
    picture: str
    load: "Callable[[], type[Page]]"
    is_listed: bool = True

    def name(self) -> str:
        """Return the title in the language on the screen."""
        return QCoreApplication.translate("Pages", self.title)


ENTRIES: Final[tuple[Entry, ...]] = (
    Entry("week", QT_TRANSLATE_NOOP("Pages", "This week"), "deze-week", _week),
    Entry("requests", QT_TRANSLATE_NOOP("Pages", "Join requests"), "aanmeldingen", _requests),
    Entry("feedback", QT_TRANSLATE_NOOP("Pages", "Answers owed"), "terugkoppeling", _feedback),
    Entry("todos", QT_TRANSLATE_NOOP("Pages", "On your phone"), "op-uw-telefoon", _todos),
    Entry("messages", QT_TRANSLATE_NOOP("Pages", "Messages"), "berichten", _messages),
    Entry("people", QT_TRANSLATE_NOOP("Pages", "Members"), "leden", _people),
    Entry("groups", QT_TRANSLATE_NOOP("Pages", "Groups"), "groepen", _groups),
    Entry("welcome", QT_TRANSLATE_NOOP("Pages", "Welcome"), "welkom", _welcome),
    Entry("intake", QT_TRANSLATE_NOOP("Pages", "Take in"), "inlezen", _intake),
    Entry("logbook", QT_TRANSLATE_NOOP("Pages", "Logbook"), "logboek", _logbook),
    Entry("settings", QT_TRANSLATE_NOOP("Pages", "Settings"), "instellingen", _settings),
    Entry("first", QT_TRANSLATE_NOOP("Pages", "First start"), "eerste-start", _first, is_listed=False),
)
BY_KEY: Final = {entry.key: entry for entry in ENTRIES}
