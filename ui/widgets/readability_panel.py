"""How easy a text is to read: one line, and under it what to change and where that comes from. GUI thread only.

Knows no desk: it shows what ``desk.welcome.reading.read`` gave.
"""

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.marks import MarkedLabel
from ui.widgets.puts_away import PutsAway
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import CELL_LIMIT, PlainLabel

if TYPE_CHECKING:
    from console.domain.readability import FindingTold, ReadingTold

SHARE: Final = 0.4  # of the column that it stands in, for all that opens under its line
MOST: Final = 20  # sentences that are shown at once; the rest is counted


class ReadabilityPanel(PutsAway):
    """The verdict on one line; what to change and the source open under it, and Esc puts them away again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: ReadingTold | None = None
        self._verdict = PlainLabel(wraps=True, is_bold=True)
        self._head, self._buttons = QHBoxLayout(), QWidget()
        self.changes, self.source = QPushButton(), QPushButton()
        self._area = Scrolled(SHARE)
        self._lay_out()
        for button in (self.changes, self.source):
            button.setCheckable(True)
            button.toggled.connect(self._on_toggled)
        self._retranslate()
        self.show_reading(None)

    def stand_in(self, column: QWidget) -> None:
        """Take no more than a share of the height of this widget."""
        self._area.stand_in(column)

    def show_reading(self, reading: "ReadingTold | None") -> None:
        """Show what was measured of a text; None while nothing is known of it yet."""
        if reading is not None and reading == self._reading:
            return
        self._reading = reading
        self.setVisible(reading is not None)
        self._retranslate()
        self._fill()

    def text(self) -> str:
        """Return all that is said, for tests."""
        content = self._area.widget()
        labels = content.findChildren(PlainLabel) if content is not None and not self._area.isHidden() else []
        return "\n".join(label.text() for label in (self._verdict, *labels))

    def sentences(self) -> list[tuple[str, list[str]]]:
        """Return the sentences that are shown, each with the words marked in it."""
        content = self._area.widget()
        found = content.findChildren(MarkedLabel) if content is not None and not self._area.isHidden() else []
        return [(label.text, label.marked_words) for label in found]

    @override
    def can_put_away(self) -> bool:
        return self.changes.isChecked() or self.source.isChecked()

    @override
    def put_away(self) -> None:
        for button in (self.changes, self.source):
            button.setChecked(False)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; what the desk said comes anew with the next reading."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._fill()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        buttons = FlowLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.changes)
        buttons.addWidget(self.source)
        self._head.addWidget(self._verdict, 1)
        self._head.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.3))
        column.addLayout(self._head)
        column.addWidget(self._area)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the verdict where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put the buttons beside the verdict where it stays on one line then, else under it."""
        shown = [button for button in (self.changes, self.source) if not button.isHidden()]
        needed = self._verdict.fontMetrics().horizontalAdvance(self._verdict.text())
        needed += sum(button.sizeHint().width() + theme.em(self, 1) for button in shown)
        is_wide = self.width() >= needed
        self._head.setDirection(QHBoxLayout.Direction.LeftToRight if is_wide else QHBoxLayout.Direction.TopToBottom)

    def _retranslate(self) -> None:
        reading = self._reading
        if reading is not None:
            sign = ("✓ " if reading.is_b1 else "! ") if reading.counted else ""
            self._verdict.setText(sign + reading.verdict)
            self._verdict.setAccessibleName(reading.verdict)
            self.changes.setVisible(bool(reading.found))
        self.changes.setText(self.tr("What can be &plainer"))
        self.source.setText(self.tr("&Where does this come from?"))
        self._fit()

    @Slot(bool)
    def _on_toggled(self, _is_on: bool) -> None:  # of the signal
        self._fill()

    def _fill(self) -> None:
        reading = self._reading
        has_changes = reading is not None and bool(reading.found) and self.changes.isChecked()
        self._area.setVisible(has_changes or (reading is not None and self.source.isChecked()))
        if reading is None or self._area.isHidden():
            return
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.em(self, 0.4), 0)
        column.setSpacing(theme.em(self, 0.15))
        if reading.counted:
            column.addWidget(PlainLabel(reading.counted, wraps=True, is_muted=True))
        if has_changes:
            groups = [
                tuple(dict.fromkeys(found)) for _sentence, found in groupby(reading.found, key=attrgetter("sentence"))
            ]
            for found in groups[:MOST]:
                self._add_sentence(column, found)
            if len(groups) > MOST:
                column.addWidget(PlainLabel(self.tr("And %n more sentence(s).", "", len(groups) - MOST), wraps=True))
        if self.source.isChecked():
            for sentence in reading.how:
                column.addWidget(PlainLabel(sentence, wraps=True, is_muted=True))
        self._area.hold(content)

    def _add_sentence(self, column: QVBoxLayout, found: "tuple[FindingTold, ...]") -> None:
        """Show a sentence once, with all that is hard in it under it."""
        if found[0].sentence:
            spans = sorted({span for one in found for span in one.marks})
            column.addWidget(MarkedLabel(found[0].sentence, spans, CELL_LIMIT))
        for one in found:
            line = QHBoxLayout()
            line.setContentsMargins(theme.em(self, 1), 0, 0, 0)
            line.addWidget(PlainLabel(f"{one.what} {one.proposal}", wraps=True), 1)
            column.addLayout(line)
        column.addSpacing(theme.em(self, 0.5))
