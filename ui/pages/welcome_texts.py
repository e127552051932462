"""The leaf Teksten: a refusal, the waiting list, a farewell, the way to the sister group. GUI thread only."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from ui import clipboard
from ui.jobs import Jobs
from ui.pages.welcome_leaf import WelcomeLeaf
from ui.shortcuts import Command, KeyMap
from ui.told_words import copied_words
from ui.widgets.language_box import RIGHT_TO_LEFT
from ui.widgets.private_text_form import PrivateTextForm

if TYPE_CHECKING:
    from console.desk.console import Console


@dataclass(frozen=True, slots=True)
class TextWork:
    """A text, and who may read it: id, name, and whether he is a member."""

    text: str
    readers: tuple[tuple[int, str, bool], ...]


def load_text(
    console: "Console", group_id: GroupId, language: str, kind: str, reader: tuple[int, str, bool] | None
) -> TextWork:
    """Ask the desk for a text, for this person if he may be told so. On a lane."""
    from console.desk.welcome import private_texts

    wanted = private_texts.TextKind(kind)
    readers = tuple((one.id, one.name, one.is_member) for one in private_texts.readers(console, group_id, wanted))
    name = reader[1] if reader is not None and reader in readers else None
    return TextWork(private_texts.text(console, group_id, wanted, language, name=name), readers)


class TextsLeaf(WelcomeLeaf):
    """One text for one person, in the language of the page."""

    key = "texts"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.form = PrivateTextForm()
        self._asked: Hashable = None  # about which text, and for whom, the desk was asked last
        column = QVBoxLayout(self)
        column.addWidget(self.form)
        self.setFocusProxy(self.form.copy)  # in a choice the letters sleep
        self.form.chosen.connect(self._ask)
        self.form.posted.connect(self.post)
        self.form.copied.connect(self.copy)
        self.form.request_requested.connect(self._on_form_request_requested)
        keys.bind(self, Command.PRIVATE, self.post)
        keys.bind(self, Command.COPY, self.copy)

    # --- a leaf of the page -------------------------------------------------------------------------------------------

    @override
    def show_for(self, group_id: GroupId | None, language: str) -> None:
        super().show_for(group_id, language)
        self.setEnabled(group_id is not None)
        if group_id is None:
            self.form.offer(())
            self.form.show_words("")
        else:
            self._ask()

    @override
    def changed(self, changes: Changes) -> None:
        if changes.groups or changes.people or changes.requests:
            self.refresh()

    @override
    def can_put_away(self) -> bool:
        return self.form.is_edited

    @override
    def put_away(self) -> None:
        self.form.put_back()
        self.take_focus()

    # --- the text -----------------------------------------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        if self.group_id is None:
            return
        if self._job is not None:
            self._job.drop()
        self._asked = wanted = (self.group_id, self.language, self.form.kind.currentData(), self.form.reader)
        self._job = self.jobs.ask(load_text, *wanted, done=self._on_text, failed=self._on_failed)

    @Slot(object)
    def _on_text(self, work: TextWork) -> None:
        self._job = None
        self.form.offer(work.readers)
        direction = "rtl" if self.language in RIGHT_TO_LEFT else "ltr"
        self.form.show_words(work.text, direction, self._asked)

    @Slot()
    def copy(self) -> None:
        """Put the words on the clipboard."""
        if words := self.form.text.text.strip():
            clipboard.put(words)
            self.told.emit(copied_words())

    @Slot()
    def post(self) -> None:
        """Make the text ready for the member who is chosen."""
        from console.desk.welcome import sending

        reader = self.form.reader
        is_his = self._job is None  # else the words are somebody else's still
        if reader is not None and reader[2] and is_his:
            words = self.form.text.text
            self.jobs.ask(sending.post_private, reader[0], words, done=self._on_posted, failed=self._on_failed)

    @Slot()
    def _on_form_request_requested(self) -> None:
        self.page_requested.emit("requests", self.group_id)
