"""A copy of all that is kept of one person, looked through before it is handed over. GUI thread only."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.one_person import FilePart, PersonFile
from ui.shortcuts import Command, key_text
from ui.widgets.fact_list import FactList
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

PAPER, TABLE = ".pdf", ".json"
ROWS_SHOWN: Final = 12  # of one kind; the file has all of them
CELL_CHARACTERS: Final = 300


class RightsCopy(QWidget):
    """What stands in it, kind by kind, and the two ways to save it.

    *Signals:*
        save_requested(str): write it to a file of this kind, ``PAPER`` or ``TABLE``.
    """

    save_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: PersonFile | None = None
        self._intro, self._hidden = PlainLabel(wraps=True), PlainLabel(wraps=True, is_muted=True)
        self.contents = FactList()
        self.paper, self.table = KeyButton(), QPushButton()
        buttons = FlowLayout()
        for button in (self.paper, self.table):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._intro)
        column.addLayout(buttons)
        column.addWidget(self._hidden)
        column.addWidget(self.contents, 1)
        self.paper.clicked.connect(self.save_paper)
        self.table.clicked.connect(self._on_table_clicked)
        self._retranslate()

    def show_file(self, file: PersonFile) -> None:
        """Show a copy."""
        self._file = file
        self._retranslate()
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save_paper(self) -> None:
        """Ask for the file that a person reads."""
        self.save_requested.emit(PAPER)

    @Slot()
    def _on_table_clicked(self) -> None:
        self.save_requested.emit(TABLE)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and keys."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._intro.setText(
            self.tr(
                "Read it first. Then save it, and give it to this person yourself. "
                "Be sure that it is really this person who asks."
            )
        )
        self.paper.setText(self.tr("Save as &PDF…"))
        self.paper.set_key(key_text(Command.EXPORT))
        self.table.setText(self.tr("Save as &JSON…"))
        self.contents.setAccessibleName(self.tr("What is kept of this person"))
        self._fill()

    def _fill(self) -> None:
        self.contents.begin()
        file = self._file
        if file is not None:
            self._hidden.setText(self._hidden_words(file.hidden))
            for part in file.parts:
                self._add_part(part)
        self.contents.finish()

    def _hidden_words(self, count: int) -> str:
        out = self.tr("The program found nothing about others to take out.")
        if count:
            out = self.tr("What is about others was taken out in %Ln place(s).", "", count)
        look = self.tr("It does not know every name: look yourself whether anything about others stayed.")
        return f"{out} {look}"

    def _add_part(self, part: FilePart) -> None:
        self.contents.add_gap()
        self.contents.add_line(f"{part.heading} ({len(part.rows)})", is_bold=True)
        why = self.tr("Why: {purpose}. How long: {term}. From: {source}.")
        values = {"purpose": part.purpose, "term": part.term, "source": part.source}
        self.contents.add_line(why.format(**{name: text.rstrip(".") for name, text in values.items()}), is_muted=True)
        for row in part.rows[:ROWS_SHOWN]:
            cells = zip(part.columns, row, strict=True)
            said = [f"{name}: {isolated(one_line(value, CELL_CHARACTERS))}" for name, value in cells if value]
            self.contents.add_line(Shown(" · ".join(said)))
        if len(part.rows) > ROWS_SHOWN:
            self.contents.add_line(self._more(len(part.rows) - ROWS_SHOWN), is_muted=True)

    def _more(self, count: int) -> str:
        return self.tr("And %Ln more, which stand in the file.", "", count)
