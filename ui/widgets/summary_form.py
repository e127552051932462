"""When the program may tell something by itself: once a day, and not in quiet hours. GUI thread only."""

from datetime import time

from PySide6.QtCore import QEvent, QTime, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QTimeEdit, QVBoxLayout, QWidget
from typing_extensions import override

from console.desk.preferences import Settings
from ui.daily_summary import is_quiet
from ui.widgets.text import PlainLabel


class SummaryForm(QWidget):
    """One switch and three times; what is chosen is kept at once.

    *Signals:*
        edited(object): names and values of ``Settings`` that are other ones now.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intro, self.trouble = PlainLabel(wraps=True, is_muted=True), PlainLabel(wraps=True, is_bold=True)
        self.daily = QCheckBox()
        self.at, self.quiet_from, self.quiet_until = (_time_edit() for _ in range(3))
        self._at_label, self._from_label, self._until_label = (PlainLabel() for _ in range(3))
        self._quiet_title = PlainLabel(is_bold=True)
        self._quiet_hint = PlainLabel(wraps=True, is_muted=True)
        self._lay_out()
        self.daily.toggled.connect(self._on_daily_toggled)
        self.at.editingFinished.connect(self._on_times_edited)
        self.quiet_from.editingFinished.connect(self._on_times_edited)
        self.quiet_until.editingFinished.connect(self._on_times_edited)
        self._wishes = Settings()
        self.show_wishes(self._wishes)
        self.retranslate()

    def show_wishes(self, wishes: Settings) -> None:
        """Show what is in force."""
        self._wishes = wishes
        self.daily.blockSignals(True)
        self.daily.setChecked(wishes.daily_summary)
        self.daily.blockSignals(False)
        for field, value in (
            (self.at, wishes.summary_at),
            (self.quiet_from, wishes.quiet_from),
            (self.quiet_until, wishes.quiet_until),
        ):
            field.setTime(QTime(value.hour, value.minute))
        for widget in (self.at, self._at_label):
            widget.setEnabled(wishes.daily_summary)
        self._show_trouble()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._intro.setText(
            self.tr(
                "The program can tell you once a day how many messages wait. It does so only while it is open behind "
                "other windows. It names nobody, and there are no other notifications."
            )
        )
        self.daily.setText(self.tr("&Tell me once a day how much waits"))
        self._at_label.setText(self.tr("At what time"))
        self._quiet_title.setText(self.tr("Quiet hours"))
        self._from_label.setText(self.tr("From"))
        self._until_label.setText(self.tr("Until"))
        self._quiet_hint.setText(
            self.tr("In these hours the program tells nothing by itself. The same time twice: no quiet hours.")
        )
        self.at.setAccessibleName(self.tr("Time of the daily summary"))
        self.quiet_from.setAccessibleName(self.tr("Beginning of the quiet hours"))
        self.quiet_until.setAccessibleName(self.tr("End of the quiet hours"))
        self._show_trouble()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self._intro)
        column.addWidget(self.daily)
        grid = QGridLayout()
        grid.setColumnStretch(2, 1)
        grid.addWidget(self._at_label, 0, 0)
        grid.addWidget(self.at, 0, 1)
        grid.addWidget(self._quiet_title, 1, 0, 1, 3)
        grid.addWidget(self._from_label, 2, 0)
        grid.addWidget(self.quiet_from, 2, 1)
        grid.addWidget(self._until_label, 3, 0)
        grid.addWidget(self.quiet_until, 3, 1)
        column.addLayout(grid)
        column.addWidget(self._quiet_hint)
        column.addWidget(self.trouble)
        column.addStretch(1)
        for label, field in (
            (self._at_label, self.at),
            (self._from_label, self.quiet_from),
            (self._until_label, self.quiet_until),
        ):
            label.setBuddy(field)

    def _show_trouble(self) -> None:
        """Say that a summary in the quiet hours never comes."""
        is_never = self._wishes.daily_summary and is_quiet(self._wishes.summary_at, self._wishes)
        told = self.tr("This time lies in your quiet hours, so nothing is told. Choose another time.")
        self.trouble.setText(told if is_never else "")
        self.trouble.setVisible(is_never)

    @Slot(bool)
    def _on_daily_toggled(self, is_on: bool) -> None:
        self.edited.emit({"daily_summary": is_on})

    @Slot()
    def _on_times_edited(self) -> None:
        times = {"summary_at": self.at, "quiet_from": self.quiet_from, "quiet_until": self.quiet_until}
        chosen = {name: time(field.time().hour(), field.time().minute()) for name, field in times.items()}
        changed = {name: value for name, value in chosen.items() if value != getattr(self._wishes, name)}
        if changed:
            self.edited.emit(changed)


def _time_edit() -> QTimeEdit:
    made = QTimeEdit()
    made.setDisplayFormat("HH:mm")
    return made
