"""Which columns a table shows: what there is room for, or what a person chose. GUI thread only."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.puts_away import PutsAway
from ui.widgets.text import PlainLabel


class ColumnChoice(PutsAway):
    """A box for each column; opens above the table, and goes away with Esc.

    *Signals:*
        chosen(object): show these columns (a frozenset of numbers), or None: as many as fit.
        closed(): it was put away.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, columns: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = {column: QCheckBox() for column in columns}
        self.fitting, self.cancel = QPushButton(), KeyButton()
        self._intro = PlainLabel(wraps=True, is_muted=True)
        boxes, buttons = FlowLayout(), FlowLayout()
        for box in self.boxes.values():
            boxes.addWidget(box)
            box.clicked.connect(self._on_box_clicked)
        for button in (self.fitting, self.cancel):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._intro)
        column.addLayout(boxes)
        column.addLayout(buttons)
        self.fitting.clicked.connect(self._on_fitting_clicked)
        self.cancel.clicked.connect(self.put_away)
        self.retranslate()
        self.hide()

    def ask(self) -> None:
        """Open at the first box."""
        self.show()
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def name(self, titles: Sequence[str]) -> None:
        """Take what each column is called, by number."""
        for column, box in self.boxes.items():
            box.setText(titles[column])

    def show_columns(self, columns: Iterable[int], *, is_chosen: bool) -> None:
        """Tick the columns that are on the screen now, because a person chose them or because they fit."""
        shown = frozenset(columns)
        for column, box in self.boxes.items():
            box.setChecked(column in shown)
        self.fitting.setEnabled(is_chosen)

    @override
    def can_put_away(self) -> bool:
        return self.isVisible()

    @Slot()
    @override
    def put_away(self) -> None:
        self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._intro.setText(self.tr("Tick what you want to see. Too wide for the window? Then the table scrolls."))
        self.fitting.setText(self.tr("What &fits"))
        self.cancel.setText(self.tr("&Close"))
        self.cancel.set_key(key_text(Command.STOP))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _on_box_clicked(self) -> None:
        self.chosen.emit(frozenset(column for column, box in self.boxes.items() if box.isChecked()))

    @Slot()
    def _on_fitting_clicked(self) -> None:
        self.chosen.emit(None)
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)
