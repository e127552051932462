"""When the window locks, and the code that opens it again. GUI thread only."""

from typing import Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.desk.preferences import Settings
from ui import theme
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.number_box import NumberBox
from ui.widgets.scrolled import scrolling
from ui.widgets.text import PlainLabel

LONGEST: Final = 60
FIELD_EM: Final = 14


class LockForm(QWidget):
    """One number that is kept at once, and a code that is typed twice.

    *Signals:*
        edited(object): names and values of ``Settings`` that are other ones now.
        chosen(str, str): the code to have from now on, and the one until now ("" when there was none).
        dropped(str): have no code any more; the one until now.
    """

    edited = Signal(object)
    chosen = Signal(str, str)
    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes = Settings().lock_minutes
        self._has_code = self._is_busy = False
        self._trouble = ""
        self._intro, self._more = (PlainLabel(wraps=True, is_muted=True) for _ in range(2))
        self.minutes = NumberBox()
        self.minutes.setRange(1, LONGEST)
        self.minutes.setKeyboardTracking(False)  # 10 is not 1 first
        self._minutes_label, self._title = PlainLabel(), PlainLabel(is_bold=True)
        self._state = PlainLabel(wraps=True)
        self._labels = tuple(PlainLabel() for _ in range(3))
        self.old, self.new, self.again = self.fields = tuple(_code_field(self) for _ in range(3))
        self.keep, self.drop = QPushButton(), QPushButton()
        self.trouble = PlainLabel(wraps=True, is_bold=True)
        self._hint, self._start, self._forgotten = (PlainLabel(wraps=True, is_muted=True) for _ in range(3))
        self._lay_out()
        self.minutes.valueChanged.connect(self._on_minutes_changed)
        for field in self.fields:
            field.textChanged.connect(self._on_text_changed)
            field.returnPressed.connect(self.keep.click)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.drop.clicked.connect(self._on_drop_clicked)
        self.setFocusProxy(self.minutes)
        self.retranslate()

    def show_wishes(self, wishes: Settings) -> None:
        """Show after how many minutes it locks."""
        self._minutes = wishes.lock_minutes
        if not self.minutes.hasFocus():
            self.minutes.setValue(round(wishes.lock_minutes))

    @Slot(bool)
    def show_code(self, has_code: bool) -> None:
        """Show whether there is a code."""
        self._has_code = has_code
        self._show()

    @Slot()
    def forget(self) -> None:
        """Empty the fields: what was typed is kept, or not wanted any more."""
        for field in self.fields:
            field.setText("")  # not ``clear``, which Ctrl+Z takes back
        self.refuse("")

    def refuse(self, sentence: str) -> None:
        """Say why a code was not kept."""
        self._trouble, self._is_busy = sentence, False
        self._show()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._intro.setText(
            self.tr(
                "Nobody at the computer? Then the window locks, and nobody can read along. Your work goes on behind."
            )
        )
        self._minutes_label.setText(self.tr("&Lock after"))
        words = self.tr(" minute without a key or mouse"), self.tr(" minutes without a key or mouse")
        self.minutes.say(*words)
        self.minutes.setAccessibleName(self.tr("Minutes until the window locks"))
        self._more.setText(
            self.tr(
                "It also locks when your computer locks or sleeps. Do you want it at once? Then press {key}. What you "
                "copied leaves the clipboard too."
            ).format(key=key_text(Command.LOCK))
        )
        self._title.setText(self.tr("Access code"))
        names = (self.tr("Access code until now"), self.tr("New access code"), self.tr("Once more"))
        for label, field, name in zip(self._labels, self.fields, names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        self.keep.setText(self.tr("&Keep this access code"))
        self.drop.setText(self.tr("&Remove the access code"))
        self._hint.setText(self.tr("At least 6 signs. Choose something that others do not guess."))
        self._start.setText(
            self.tr(
                "At the start the program does not ask this code: the password of your computer guards your groups "
                "then. Did the program end while it was locked? Then it does ask."
            )
        )
        self._forgotten.setText(self.tr("Code forgotten? The code on your recovery sheet opens the window as well."))
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language, keys and letters."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange and hasattr(self, "fields"):
            for field in self.fields:
                field.setMinimumWidth(theme.em(self, FIELD_EM))
        super().changeEvent(event)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self._minutes_label)
        first.addWidget(self.minutes)
        first.addStretch(1)
        self._minutes_label.setBuddy(self.minutes)
        grid = QGridLayout()
        grid.setColumnStretch(2, 1)
        for place, (label, field) in enumerate(zip(self._labels, self.fields, strict=True)):
            label.setBuddy(field)
            grid.addWidget(label, place, 0)
            grid.addWidget(field, place, 1)
        buttons = FlowLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.drop)
        content = QWidget()
        column = QVBoxLayout(content)
        column.addWidget(self._intro)
        column.addLayout(first)
        column.addWidget(self._more)
        column.addSpacing(theme.em(self, 0.8))
        column.addWidget(self._title)
        column.addWidget(self._state)
        column.addLayout(grid)
        column.addWidget(self._hint)
        column.addWidget(self.trouble)
        column.addLayout(buttons)
        column.addWidget(self._start)
        column.addWidget(self._forgotten)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolling(content))

    def _show(self) -> None:
        state = (
            self.tr("There is an access code. You type it when the window is locked.")
            if self._has_code
            else self.tr("There is no access code: everybody at this computer can go on when the window is locked.")
        )
        self._state.setText(state)
        for widget in (self._labels[0], self.old, self.drop):
            widget.setVisible(self._has_code)
        self.trouble.setText(self._trouble)
        self.trouble.setVisible(bool(self._trouble))
        is_old_there = bool(self.old.text()) or not self._has_code
        self.keep.setEnabled(bool(self.new.text() and self.again.text()) and is_old_there and not self._is_busy)
        self.drop.setEnabled(bool(self.old.text()) and not self._is_busy)

    @Slot(int)
    def _on_minutes_changed(self, minutes: int) -> None:
        if minutes != round(self._minutes):
            self._minutes = float(minutes)
            self.edited.emit({"lock_minutes": self._minutes})

    @Slot()
    def _on_text_changed(self) -> None:
        self.refuse("")

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self.new.text() != self.again.text():
            self.refuse(self.tr("The two new codes are not the same. Type both once more."))
        else:
            self._be_busy()
            self.chosen.emit(self.new.text(), self.old.text())

    @Slot()
    def _on_drop_clicked(self) -> None:
        self._be_busy()
        self.dropped.emit(self.old.text())

    def _be_busy(self) -> None:
        """Hear no second press: the old code would be wrong by then, and count as a wrong try."""
        self._is_busy = True
        self._show()


def _code_field(form: QWidget) -> QLineEdit:
    made = QLineEdit(form)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setMinimumWidth(theme.em(form, FIELD_EM))
    return made
