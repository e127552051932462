"""One calm line that says to whom an overview may go now, with a button that leads there. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.text import PlainLabel, Shown, isolated, one_line

if TYPE_CHECKING:
    from console.desk.feedback.digest import Due

NAME_CHARACTERS: Final = 60


class DueBar(QWidget):
    """Hidden while nobody's overview is due.

    *Signals:*
        opened(object): show the overview of the professional with this id.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._due: tuple[Due, ...] = ()
        self._label = PlainLabel(wraps=True)
        self.button = QPushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self._on_button_clicked)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty while nothing is."""
        return "" if self.isHidden() else self._label.text()

    def show_due(self, due: "tuple[Due, ...]") -> None:
        """Say to whom an overview may go now, by name; nobody: say nothing."""
        self._due = due
        self.setVisible(bool(due))
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.button.setText(self.tr("Make the o&verview…"))
        if not self._due:
            return
        first = self._due[0]
        name = isolated(one_line(first.name, NAME_CHARACTERS))
        said = [self.tr("{name} may get an overview: %Ln question(s) wait(s).", "", first.lines).format(name=name)]
        if len(self._due) > 1:
            said.append(self.tr("And %Ln more professional(s).", "", len(self._due) - 1))
        self._label.setText(Shown(" ".join(said)))

    @Slot()
    def _on_button_clicked(self) -> None:
        self.opened.emit(self._due[0].professional_id)
