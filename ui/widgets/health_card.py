"""What asks for a look in a group, and the four things that help a group: found, and how that was computed.

GUI thread only.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.work_area import Answer
from ui import theme, words
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.domain.health import FactorFound, Health, Warned

_SIGNS: Final = {Answer.YES: "✓", Answer.NO: "!", Answer.UNKNOWN: "?"}


class HealthCard(QWidget):
    """First the warnings, then the factors; "how" opens under all of them at once, with one button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._health: Health | None = None
        self._title, self._intro = PlainLabel(scale=1.15, is_bold=True), PlainLabel(wraps=True, is_muted=True)
        self.how = QPushButton()
        self.how.setCheckable(True)
        self._content = QWidget()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for widget in (self._title, self._intro, self._content):
            self._box.addWidget(widget)
        self._box.addWidget(self.how, 0, Qt.AlignmentFlag.AlignLeft)
        self.how.toggled.connect(self._on_how_toggled)
        self.retranslate()

    def show_health(self, health: "Health | None") -> None:
        """Show how a group stands."""
        if health != self._health:
            self._health = health
            self._fill()

    def text(self) -> str:
        """Return all that is said, for who hears it and for tests."""
        labels = self._content.findChildren(PlainLabel)
        return "\n".join(label.text() for label in labels if not label.isHidden())

    def retranslate(self) -> None:
        """Put every text in the language on the screen; what the desk said comes anew with the next card."""
        self._title.setText(self.tr("How the group stands"))
        self._intro.setText(
            self.tr("A study of ten groups found four things that help a group. This is what the console sees of them.")
        )
        self.how.setText(
            self.tr("Hide how this is co&unted") if self.how.isChecked() else self.tr("How is this co&unted?")
        )
        self._fill()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(bool)
    def _on_how_toggled(self, _is_on: bool) -> None:  # of the signal
        self.retranslate()

    def _fill(self) -> None:
        old, self._content = self._content, QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.5))
        if self._health is not None:
            for warned in self._health.warnings:
                column.addWidget(_WarningBox(warned))
            grid = QGridLayout()
            grid.setColumnStretch(2, 1)
            grid.setHorizontalSpacing(theme.em(self, 0.7))
            for row, factor in enumerate(self._health.factors):
                self._add_factor(grid, row, factor)
            column.addLayout(grid)
        self._box.replaceWidget(old, self._content)
        old.hide()
        old.deleteLater()

    def _add_factor(self, grid: QGridLayout, row: int, found: "FactorFound") -> None:
        top = Qt.AlignmentFlag.AlignTop
        sign = PlainLabel(_SIGNS[found.answer], is_bold=True)
        sign.setAccessibleName(words.word(found.answer))
        sign.setMinimumWidth(theme.em(self, 1))
        grid.addWidget(sign, row, 0, top)
        name = PlainLabel(words.word(found.factor), wraps=True, is_bold=True)
        name.setMinimumWidth(theme.em(self, 9))
        grid.addWidget(name, row, 1, top)
        said = QVBoxLayout()
        said.setSpacing(0)
        is_known = found.answer is not Answer.UNKNOWN  # what is not known says so itself, and why
        answer = f"{_capital(words.word(found.answer))}. " if is_known else ""
        said.addWidget(PlainLabel(answer + found.found, wraps=True))
        if self.how.isChecked():
            said.addWidget(PlainLabel(found.how, wraps=True, is_muted=True))
        said.addStretch()
        grid.addLayout(said, row, 2)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


class _WarningBox(QFrame):
    """What was seen, and what one may do; on a ground of its own with a bar at the left."""

    def __init__(self, warned: "Warned") -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setSpacing(theme.em(self, 0.15))
        box.setContentsMargins(theme.em(self, 0.8), theme.em(self, 0.4), theme.em(self, 0.6), theme.em(self, 0.4))
        box.addWidget(PlainLabel(warned.seen, wraps=True, is_bold=True))
        box.addWidget(PlainLabel(warned.advice, wraps=True))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the bar."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("today_ground"))
        painter.fillRect(0, 0, theme.em(self, 0.25), self.height(), theme.color("today"))
