"""The line above what waits: its group, who else looks at it, and how many others are like it. GUI thread only."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from ui import words
from ui.shortcuts import Command, key_text
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel, Shown, isolated, one_line


class ItemTop(QWidget):
    """What comes later than the item itself comes here: nothing moves under the reader's eyes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = PlainLabel(elides=True, is_bold=True)
        self.looked_at = PlainLabel(elides=True, is_muted=True)
        self.looked_at.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # before the group
        self.alike = KeyButton()
        self._looked_at_by, self._count = "", 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.group, 1)
        row.addWidget(self.looked_at)
        row.addWidget(self.alike)
        self._retranslate()

    def show_group(self, name: str) -> None:
        """Say in which group it is."""
        self.group.setText(isolated(name) if name else "")

    def show_looked_at(self, name: str | None) -> None:
        """Say who else looks at it now."""
        self._looked_at_by = name or ""
        self._retranslate()

    def show_alike(self, count: int) -> None:
        """Say how many others are like it; of none nothing is said."""
        self._count = count
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the size of the letters."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._retranslate()
        super().changeEvent(event)

    def _alike_words(self, count: int) -> str:
        """Return what stands on the button."""
        return self.tr("%Ln like this", "", count)

    def _retranslate(self) -> None:
        self.alike.setText(self._alike_words(self._count))
        self.alike.set_key(key_text(Command.ALIKE))
        self.alike.setVisible(self._count > 0)
        self.looked_at.setText(Shown(words.looks_now(isolated(one_line(self._looked_at_by, 40)))))
        self.looked_at.setVisible(bool(self._looked_at_by))
        self.group.setMinimumHeight(self.alike.sizeHint().height())  # the button may come and go
