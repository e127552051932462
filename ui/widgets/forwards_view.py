"""Where the report of a line was passed on to, and how it stands there; a line's page shows it. GUI thread only."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.forward import Forward
from ui.widgets.fact_list import ValueButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import PlainLabel


class ForwardsView(QWidget):
    """A sentence for each, and what can be done about it; hidden while there is none.

    *Signals:*
        look_requested(): ask the services how it stands now.
        take_over_requested(object): let what this ``Forward`` says be the answer of the line.
    """

    look_requested = Signal()
    take_over_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forwards: tuple[Forward, ...] = ()
        self._can_take_over = True
        self._title = PlainLabel(is_bold=True, wraps=True)
        self._lines = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._lines)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join(forward.sentence for forward in self._forwards)

    def show_forwards(self, forwards: Sequence[Forward], *, can_take_over: bool = True) -> None:
        """Show these, the first one first; ``can_take_over`` while the line still waits for its answer."""
        shown = tuple(forwards)
        if (shown, can_take_over) != (self._forwards, self._can_take_over):
            self._forwards, self._can_take_over = shown, can_take_over
            self._fill()
        self.setVisible(bool(shown))

    def _fill(self) -> None:
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        buttons = FlowLayout()
        for forward in self._forwards:
            column.addWidget(PlainLabel(forward.sentence, wraps=True, can_select=True))
            if forward.answer and self._can_take_over:
                words = self.tr("Take over as the &answer")
                take_over = ValueButton(words, forward, name=f"{words.replace('&', '')}: {forward.number}")
                take_over.chosen.connect(self.take_over_requested)
                buttons.addWidget(take_over)
        if any(forward.can_be_asked for forward in self._forwards):
            look = QPushButton(self.tr("Ask how it stands &now"))
            look.clicked.connect(self._on_look_clicked)
            buttons.addWidget(look)
        column.addLayout(buttons)
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._column.replaceWidget(self._lines, lines)
        self._lines.deleteLater()
        self._lines = lines
        if had_focus:  # it is not lost with the button that was pressed: the keys work on
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.setText(self.tr("Passed on"))
        if any(forward.answer for forward in self._forwards):
            self._title.setText(self.tr("Passed on, and closed there: is that the answer?"))

    @Slot()
    def _on_look_clicked(self) -> None:
        self.look_requested.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)
