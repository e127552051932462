"""The leaf of how somebody joins a group. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.joining import JoiningRules
from ui.jobs import Job, Jobs
from ui.pages.group_leaf import GroupLeaf
from ui.shortcuts import KeyMap, undo_keys
from ui.widgets.joining_form import JoiningForm
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.joining.requests import Summary

Loaded = tuple[JoiningRules, tuple[str, ...], "Summary"]


def load_joining(console: "Console", group_id: GroupId) -> Loaded:
    """Ask the desk for the rules of one group, what is kept for how long, and how many wait. On a lane."""
    from console.desk.forgetting import retention
    from console.desk.joining import requests, rules

    kept = retention.in_words(console, group_id)
    return rules.of_group(console, group_id), kept, requests.summary(console, group_id)


class JoiningLeaf(GroupLeaf):
    """How many wait, and the form."""

    key = "joining"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self._job: Job | None = None
        self._summary: Summary | None = None
        self._is_kept = False  # whether what the form says was accepted and is on its way back
        self._waiting = PlainLabel(wraps=True, is_bold=True)
        self.show_requests = QPushButton()
        self.form = JoiningForm()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._waiting)
        column.addWidget(self.show_requests, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form, 1)
        self.show_requests.clicked.connect(self._on_show_requests_clicked)
        self.form.kept.connect(self._on_form_kept)
        self.retranslate()

    @override
    def show_group(self, group_id: GroupId | None) -> None:
        is_other = group_id != self.group_id
        super().show_group(group_id)
        if self._job is not None:
            self._job.drop()
            self._job = None
        if is_other:
            self.form.put_back()
        if group_id is not None:
            self._job = self.jobs.ask(load_joining, group_id, done=self._on_loaded, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.groups or changes.requests:
            self.show_group(self.group_id)

    @override
    def retranslate(self) -> None:
        self.show_requests.setText(self.tr("&Show the requests"))
        summary = self._summary
        self.show_requests.setVisible(summary is not None and not summary.is_open_group)
        if summary is None:
            self._waiting.setText("")
        elif summary.is_open_group:
            self._waiting.setText(self.tr("Anybody joins this group by himself, so nobody asks."))
        elif summary.waiting:
            self._waiting.setText(self._counted(summary))
        else:
            self._waiting.setText(self.tr("Nobody asks to join now."))

    @property
    @override
    def is_edited(self) -> bool:
        return self.form.is_edited

    @override
    def put_away(self) -> None:
        self.form.put_back()

    def _counted(self, summary: "Summary") -> str:
        parts = []
        if summary.open:
            parts.append(self.tr("%Ln request(s) wait for you.", "", summary.open))
        if summary.overdue:
            parts.append(self.tr("%Ln of them too long.", "", summary.overdue))
        if summary.waiting_applicant:
            parts.append(self.tr("You wait for an answer of %Ln.", "", summary.waiting_applicant))
        if summary.waiting_list:
            parts.append(self.tr("%Ln on the waiting list.", "", summary.waiting_list))
        return " ".join(parts)

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        self._job = None
        rules, kept, self._summary = loaded
        if self._is_kept or not self.form.is_edited:  # else somebody is choosing: keep that
            self.form.show_rules(rules, kept)
        self._is_kept = False
        self.retranslate()

    @Slot(object)
    def _on_form_kept(self, rules: JoiningRules) -> None:
        from console.desk.joining import rules as desk

        if self.group_id is not None:
            self.jobs.ask(desk.change, self.group_id, rules, done=self._on_kept, failed=self._on_failed)

    @Slot(object)
    def _on_kept(self, _changes: Changes) -> None:
        self._is_kept = True
        self.told.emit(self.tr("The rules for joining were changed. With {key} you undo it.").format(key=undo_keys()))
        self.show_group(self.group_id)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.warned.emit(self.jobs.sentence(error))

    @Slot()
    def _on_show_requests_clicked(self) -> None:
        self.page_requested.emit("requests", self.group_id)
