"""Something that was recognised in a chat, with the question whether it is so. GUI thread only."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from console.domain.feedback import Find, FindKind
from ui import line_facts, words
from ui.widgets.chip_label import ChipLabel
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

TEXT_CHARACTERS: Final = 600


def paper() -> QFrame:
    """Return a frame on which something stands by itself."""
    frame = QFrame()
    frame.setAutoFillBackground(True)
    frame.setBackgroundRole(QPalette.ColorRole.Base)
    frame.setFrameShape(QFrame.Shape.StyledPanel)
    return frame


class FindFrame(QFrame):
    """The words of the chat, why they seem to be it, and yes or no.

    *Signals:*
        accepted(object), declined(object): it is so, or it is not; the ``Find``.
        message_requested(object): show the message (its id) in its conversation.
    """

    accepted = Signal(object)
    declined = Signal(object)
    message_requested = Signal(object)

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = find
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.yes, self.no, self.shows = QPushButton(), QPushButton(), QPushButton()
        top, buttons = QHBoxLayout(), FlowLayout()
        top.addWidget(ChipLabel(f"? {words.word(find.kind)}", "info"), alignment=Qt.AlignmentFlag.AlignTop)
        top.addWidget(PlainLabel(self._who(), is_muted=True, wraps=True), 1)
        for button in (self.yes, self.no, self.shows):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(PlainLabel(f"“{one_line(find.text, TEXT_CHARACTERS)}”", wraps=True, can_select=True))
        if find.because:
            column.addWidget(PlainLabel(" ".join(find.because), wraps=True, is_muted=True))
        column.addLayout(buttons)
        self.yes.setText(self._yes_words())
        self.no.setText(self.tr("No"))
        self.shows.setText(self.tr("Show in the chat"))
        for button in (self.yes, self.no, self.shows):  # several of these may stand under each other
            button.setAccessibleName(Shown(f"{button.text()}: {one_line(find.text, 80)}"))
        self.yes.clicked.connect(self._on_yes_clicked)
        self.no.clicked.connect(self._on_no_clicked)
        self.shows.clicked.connect(self._on_shows_clicked)

    def _who(self) -> str:
        who = isolated(one_line(self.found.author or "", 60)) if self.found.author else ""
        group = isolated(one_line(self.found.group, 60))
        moment = words.moment(self.found.at.astimezone(line_facts.ZONE))
        return Shown(" · ".join(part for part in (who, group, moment) if part))

    def _yes_words(self) -> str:
        if self.found.kind is FindKind.ANSWER:
            return self.tr("Yes, this is the answer…")
        if self.found.kind is FindKind.SIGNATURE:
            return self.tr("Yes, this is a professional")
        if self.found.line_id is None:
            return self.tr("Yes, open a question")
        return self.tr("Yes, it is about this")

    @Slot()
    def _on_yes_clicked(self) -> None:
        self.accepted.emit(self.found)

    @Slot()
    def _on_no_clicked(self) -> None:
        self.declined.emit(self.found)

    @Slot()
    def _on_shows_clicked(self) -> None:
        self.message_requested.emit(self.found.message_id)
