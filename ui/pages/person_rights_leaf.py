"""The leaf about questions about data: of whoever asks, a member or not. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.one_person import PrivacyRequest
from ui.jobs import Job, Jobs
from ui.pages.person_rights import PersonRights
from ui.pages.settings_leaf import SettingsLeaf
from ui.shortcuts import KeyMap
from ui.widgets.questions_view import QuestionsView
from ui.widgets.rights_panel import RightsPanel

if TYPE_CHECKING:
    from console.domain.one_person import Person


class PersonRightsLeaf(SettingsLeaf):
    """Who asks and what was asked; the rights of one person stand in the place of that."""

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self._job: Job | None = None
        self._search_job: Job | None = None
        self.view, self.panel = QuestionsView(), RightsPanel()
        self.rights = PersonRights(jobs, keys, self.panel, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.view.searched.connect(self.search)
        self.view.person_chosen.connect(self.rights.ask)
        self.view.request_opened.connect(self._on_view_request_opened)
        self.view.answered.connect(self.rights.answer)
        self.rights.follow(self.view.questions)
        self.rights.opened.connect(self._on_rights_opened)
        self.rights.closed.connect(self._on_rights_closed)
        self.rights.told.connect(self.told)
        self.rights.warned.connect(self.warned)

    @override
    def refresh(self) -> None:
        from console.desk.one_person import asking

        if self._job is not None:
            self._job.drop()
        self._job = self.jobs.ask(asking.asked, done=self._on_asked, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.privacy or changes.people:
            self.refresh()
            self.rights.changed(changes)

    @override
    def take_focus(self) -> None:
        self.view.take_focus()

    @override
    def can_put_away(self) -> bool:
        return self.panel.can_put_away()

    @override
    def put_away(self) -> None:
        self.panel.put_away()

    @Slot(str)
    def search(self, words: str) -> None:
        """Look up who has these words in his name, number or address of mail."""
        from console.desk.one_person import finding

        if self._search_job is not None:
            self._search_job.drop()
        self._search_job = self.jobs.ask(finding.find, words, done=self._on_found, failed=self._on_failed)

    @Slot(object)
    def _on_asked(self, asked: "tuple[PrivacyRequest, ...]") -> None:
        self._job = None
        if self.jobs.console is not None:
            self.view.show_asked(asked, self.jobs.console.now())

    @Slot(object)
    def _on_found(self, people: "tuple[Person, ...]") -> None:
        self._search_job = None
        self.view.show_people(people)

    @Slot(object)
    def _on_view_request_opened(self, request: PrivacyRequest) -> None:
        if request.person_id is not None:
            self.rights.ask(request.person_id)

    @Slot()
    def _on_rights_opened(self) -> None:
        self._stack.setCurrentWidget(self.panel)

    @Slot()
    def _on_rights_closed(self) -> None:
        self._stack.setCurrentWidget(self.view)
        self.view.forget_people()
        self.view.take_focus()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = self._search_job = None
        self.warned.emit(self.jobs.sentence(error))
