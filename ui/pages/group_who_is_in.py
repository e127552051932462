"""The leaf with the text "who is in this group": made by the console, read and sent by a person. GUI thread only."""

from collections.abc import Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from ui import clipboard
from ui.jobs import Job, Jobs
from ui.pages.group_leaf import GroupLeaf
from ui.shortcuts import Command, KeyMap, key_text
from ui.told_words import copied_words, ready_words
from ui.unkept import Unkept
from ui.widgets.flow_layout import FlowLayout, beside
from ui.widgets.key_button import KeyButton
from ui.widgets.language_box import RIGHT_TO_LEFT, LanguageBox
from ui.widgets.text import PlainLabel
from ui.widgets.writing_direction import write_from

if TYPE_CHECKING:
    from console.desk.console import Console


def load_card(console: "Console", group_id: GroupId, language: str, naming: str) -> tuple[str, tuple[str, ...]]:
    """Ask the desk for the text, and for the languages that nobody checked yet. On a lane."""
    from console.desk import who_is_in
    from console.desk.welcome import cards, checked_languages

    text = cards.text(who_is_in.leaflet(console, group_id, language, who_is_in.Naming(naming)))
    return text, checked_languages.unchecked(console)


class WhoIsInLeaf(GroupLeaf):
    """The text in a field, to be changed, copied, or made ready as a message in the group."""

    key = "who_is_in"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.language, self.naming = LanguageBox(), QComboBox()
        self.copy, self.post, self.anew = KeyButton(), KeyButton(), QPushButton()
        self._intro, self._language_label, self._naming_label = PlainLabel(wraps=True), PlainLabel(), PlainLabel()
        self._foot = PlainLabel(wraps=True, is_muted=True)
        self._made = ""
        self._about: Hashable = None  # of which group it is, in which language, and how it names administrators
        self._unkept: Unkept[str] = Unkept()
        self._job: Job | None = None
        self._asked: Hashable = None  # about which text the desk was asked last
        self._lay_out()
        self.retranslate()
        self.setFocusProxy(self.post)
        self.language.currentIndexChanged.connect(self._ask)
        self.naming.currentIndexChanged.connect(self._ask)
        self.anew.clicked.connect(self.make_anew)
        self.text.textChanged.connect(self._on_text_changed)
        for button, command, slot in (
            (self.post, Command.GROUP, self.make_ready),
            (self.copy, Command.COPY, self.copy_text),
        ):
            button.clicked.connect(slot)
            self.keys.bind(self, command, slot)

    # --- a leaf of the sheet -----------------------------------------------------------------------------------------

    @override
    def show_group(self, group_id: GroupId | None) -> None:
        is_other = group_id != self.group_id
        super().show_group(group_id)
        if is_other:
            self._show("", None)
        if is_other or not self.is_edited:
            self._ask()

    @override
    def changed(self, changes: Changes) -> None:
        if (changes.groups or changes.people) and not self.is_edited:
            self._ask()

    @override
    def retranslate(self) -> None:
        why = self.tr("Members may ask who reads along. This text tells them.")
        counts = self.tr("It counts members and names none of them.")
        self._intro.setText(f"{why} {counts}")
        self._language_label.setText(self.tr("Language"))
        self.language.retranslate()
        self._naming_label.setText(self.tr("Administrators"))
        self.language.setAccessibleName(self.tr("Language of the text"))
        self.naming.setAccessibleName(self.tr("How administrators are named"))
        self.text.setAccessibleName(self.tr("The text for the group"))
        self._foot.setText(self.tr("You may change the text. Nothing is sent before you say so."))
        with QSignalBlocker(self.naming):
            chosen = max(self.naming.currentIndex(), 0)
            self.naming.clear()
            self.naming.addItem(self.tr("by first name"), "first_names")
            self.naming.addItem(self.tr("by full name"), "full_names")
            self.naming.addItem(self.tr("not by name"), "nobody")
            self.naming.setCurrentIndex(chosen)
        for button, text, command in (
            (self.post, self.tr("Make &ready for the group"), Command.GROUP),
            (self.copy, self.tr("&Copy"), Command.COPY),
        ):
            button.setText(text)
            button.set_key(key_text(command))
        self.anew.setText(self.tr("Put the text &back"))

    @property
    @override
    def is_edited(self) -> bool:
        return self.text.toPlainText() != self._made

    @override
    def put_away(self) -> None:
        self.make_anew()
        self.take_focus()

    def _lay_out(self) -> None:
        choices = FlowLayout()
        for label, box in ((self._language_label, self.language), (self._naming_label, self.naming)):
            label.setBuddy(box)
            choices.addWidget(beside(label, box))
        actions = FlowLayout()
        for button in (self.post, self.copy, self.anew):
            actions.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._intro)
        column.addLayout(choices)
        column.addWidget(self.text, 1)
        column.addLayout(actions)
        column.addWidget(self._foot)

    # --- the text ----------------------------------------------------------------------------------------------------

    @Slot()
    def make_anew(self) -> None:
        """Make the text of what is known now; what was typed is gone."""
        self._unkept.forget(self._about)
        self._show(self._made, self._about)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        if self._job is not None:
            self._job.drop()
        if self.group_id is not None:
            self._asked = wanted = (self.group_id, self.language.language, self.naming.currentData())
            self._job = self.jobs.ask(load_card, *wanted, done=self._on_card, failed=self._on_failed)

    @Slot(object)
    def _on_card(self, found: tuple[str, tuple[str, ...]]) -> None:
        self._job = None
        text, unchecked = found
        self.language.show_unchecked(unchecked)
        write_from(self.text, is_rtl=self.language.language in RIGHT_TO_LEFT)
        self._show(text, self._asked)

    def _show(self, text: str, about: Hashable) -> None:
        """Show a text as it was made, or what a person made of it when he was at it before."""
        self._made, self._about = text, about
        words = self._unkept.of(about, text)
        if words != self.text.toPlainText():
            self.text.setPlainText(words)
        self.anew.setEnabled(self.is_edited)

    @Slot()
    def _on_text_changed(self) -> None:
        self._unkept.note(self._about, self.text.toPlainText(), self._made)
        self.anew.setEnabled(self.is_edited)

    @Slot()
    def copy_text(self) -> None:
        """Put the text on the clipboard."""
        clipboard.put(self.text.toPlainText())
        self.told.emit(copied_words())

    @Slot()
    def make_ready(self) -> None:
        """Make the text ready as a message in the group."""
        from console.desk.welcome import sending

        if self.group_id is not None:
            text = self.text.toPlainText()
            self.jobs.ask(sending.post, self.group_id, text, done=self._on_posted, failed=self._on_failed)

    @Slot(object)
    def _on_posted(self, _changes: Changes) -> None:
        self._unkept.forget(self._about)
        self._made = self.text.toPlainText()
        self.told.emit(ready_words())

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))
