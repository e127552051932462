"""One calm line that says to whom an overview may go now, with a button that leads there. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._on_button_clicked)
        self.hide()

    def be_short(self, *, is_short: bool) -> None:
        """Let the button alone lead there, where the list needs the room."""
        self._label.setVisible(not is_short)

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
        self.button.setText(self.tr("Overvie&w…"))
        self.button.setAccessibleName(self.tr("Make the overview that is due"))
        if not self._due:
            return
        name = isolated(one_line(self._due[0].name, NAME_CHARACTERS))
        one = self.tr("{name} may get an overview.").format(name=name)
        several = self.tr("%Ln professional(s) may get an overview.", "", len(self._due))
        self._label.setText(Shown(one if len(self._due) == 1 else several))

    @Slot()
    def _on_button_clicked(self) -> None:
        self.opened.emit(self._due[0].professional_id)
