"""One line over a message: in which report it is, and what is known of that. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from console.domain.judgement import Call112
from ui.models.reports import called_words, line_words
from ui.shortcuts import Command, key_text
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel, set_tooltip

if TYPE_CHECKING:
    from console.domain.report_view import ReportRow


class ReportStrip(QWidget):
    """It comes a moment after the message, and keeps its place while it is not there: nothing moves under the reader.

    *Signals:*
        opened(object): show the report with this id.
        came(): it came on the screen.
    """

    opened = Signal(object)
    came = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel(elides=True, is_muted=True)
        self.button = KeyButton()
        self._row: ReportRow | None = None
        self._is_known = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        stays = self.button.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self.button.setSizePolicy(stays)
        self.button.clicked.connect(self.open)
        self._retranslate()

    def show_row(self, row: "ReportRow | None", *, is_known: bool = True) -> None:
        """Say in which report the message is; None for none. Until that ``is_known`` nothing is said."""
        self._row, self._is_known = row, is_known
        self._retranslate()

    @Slot()
    def open(self) -> None:
        """Ask for the report, where there is one."""
        if self._row is not None:
            self.opened.emit(self._row.id)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it is there to be read."""
        super().showEvent(event)
        self.came.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.button.setText(self.tr("Report"))
        self.button.setAccessibleName(self.tr("To the report"))
        self.button.set_key(key_text(Command.REPORT))
        self.button.setVisible(self._row is not None)
        if self._row is not None:
            self.words.setText(self._of(self._row))
            set_tooltip(self.words, self.words.text())  # where the line is cut
        else:
            self.words.setText(self.tr("In no report") if self._is_known else "")

    def _of(self, row: "ReportRow") -> str:
        parts = [self.tr("Report: %Ln message(s)", "", row.messages)]
        called = called_words(row)
        if called:
            known = row.called is not Call112.UNCLEAR
            parts.append(f"112 {called}" if known else self.tr("112: not known whether it was called"))
        parts += [self.tr("question {line}").format(line=line_words(line)) for line in row.lines]
        return " · ".join(parts)
