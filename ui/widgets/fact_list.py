"""A column of facts under small headings, that scrolls. GUI thread only."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.text import PlainLabel


class ValueButton(QPushButton):
    """A button beside one fact of many.

    *Signals:*
        chosen(object): it was pressed; the value that it stands for.
    """

    chosen = Signal(object)

    def __init__(self, text: str, value: object, name: str = "") -> None:
        super().__init__(text)
        self._value = value
        self.setAccessibleName(name or text)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self._value)


class FactList(QScrollArea):
    """Facts, each a quiet head with its text under it; ``begin`` starts anew, ``finish`` shows what was added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def begin(self) -> None:
        """Start with an empty column."""
        self._content = QWidget()
        self._content.setAutoFillBackground(False)
        self._column = QVBoxLayout(self._content)
        self._column.setSpacing(theme.em(self, 0.2))

    def finish(self) -> None:
        """Show what was added."""
        self._column.addStretch(1)
        self.setWidget(self._content)

    def add_heading(self, text: str) -> None:
        """Say whom or what the facts are about."""
        self._column.addWidget(PlainLabel(text, wraps=True, scale=1.25, is_bold=True, can_select=True))

    def add_line(self, text: str, *, is_muted: bool = False, is_bold: bool = False) -> None:
        """Add a fact of one line."""
        self._column.addWidget(PlainLabel(text, wraps=True, is_muted=is_muted, is_bold=is_bold))

    def add_gap(self) -> None:
        """Leave some room."""
        self._column.addSpacing(theme.em(self, 0.8))

    def add_part(self, title: str, entries: Iterable[tuple[str, str]], intro: str = "") -> None:
        """Add facts under a title; nothing when there are none."""
        entries = list(entries)
        if not entries:
            return
        self.add_gap()
        self.add_line(title, is_bold=True)
        if intro:
            self.add_line(intro, is_muted=True)
        for head, text in entries:
            self.add_entry(head, text)

    def add_entry(self, head: str, text: str, *buttons: QAbstractButton) -> None:
        """Add one fact: a quiet head, its text, and what can be done about it."""
        self._column.addSpacing(theme.em(self, 0.3))
        row = QHBoxLayout()
        if head:
            row.addWidget(PlainLabel(head, wraps=True, is_muted=True), 1)
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        if not head:
            row.addStretch(1)
        if head or buttons:
            self._column.addLayout(row)
        if text:
            self.add_line(text)
