"""What stands in the window while it is locked: how to open it, and nothing else. GUI thread only."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.jobs import Jobs
from ui.widgets.code_groups import CodeGroups
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel

WIDE_EM: Final = 28
SECOND_MS: Final = 1_000


class Step(StrEnum):
    """What the view asks."""

    NOTHING = "nothing"  # it is not known yet whether there is a code
    GO_ON = "go_on"  # there is none
    CODE = "code"
    SHEET = "sheet"  # the code on the recovery sheet, of who forgot his own
    AGAIN = "again"  # it cannot be found out whether there is a code


class LockView(QWidget):
    """Asks the access code or, of who forgot it, the code on the recovery sheet; without a code it asks nothing.

    *Signals:*
        code_given(str): the person typed this as the access code.
        recovery_given(str): he typed this as the code on his recovery sheet.
        opened(): there is no code, and he goes on.
        code_wanted(): there is no code, and he goes on and chooses one.
        look_requested(): find out once more whether there is a code.
    """

    code_given = Signal(str)
    recovery_given = Signal(str)
    opened = Signal()
    code_wanted = Signal()
    look_requested = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._step = Step.NOTHING
        self._is_busy = False
        self._wait_seconds = 0
        self._told = ""
        self._title = PlainLabel(scale=1.4, is_bold=True, wraps=True)
        self._explanation = PlainLabel(wraps=True)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.groups: CodeGroups | None = None  # where the code on the sheet is asked: hidden ones are read aloud too
        self.trouble = PlainLabel(wraps=True, is_bold=True)
        self.proceed = KeyButton(key="Enter")
        self.other = QPushButton()
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self._on_second_timeout)
        self._lay_out()
        self.field.returnPressed.connect(self.proceed.click)
        self.proceed.clicked.connect(self._on_proceed_clicked)
        self.other.clicked.connect(self._on_other_clicked)
        self._show()

    @property
    def step(self) -> Step:
        """What it asks now."""
        return self._step

    def ask(self, step: Step, sentence: str = "", *, wait_seconds: int = 0) -> None:
        """Begin anew with a step, and say a sentence; for so many seconds no code is heard."""
        self._step, self._is_busy = step, False
        self._told, self._wait_seconds = sentence, wait_seconds
        self._wipe()
        self._remove_groups()
        if step is Step.SHEET:
            self._add_groups()
        self._show()
        self.take_focus()

    def refuse(self, sentence: str, wait_seconds: int = 0) -> None:
        """Say why what was typed opens nothing."""
        self._is_busy, self._told, self._wait_seconds = False, sentence, wait_seconds
        if self._step is not Step.SHEET:  # of 36 signs only one may be wrong
            self._wipe()
        self._show()
        self.take_focus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.trouble.text()))

    def tell(self, sentence: str) -> None:
        """Say a sentence, and leave the rest as it is."""
        self._told = sentence
        self._show_told()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def take_focus(self) -> None:
        """Put the focus where a person begins."""
        begin = self.groups or (self.field if self._step is Step.CODE else self.proceed)
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and letters."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        elif event.type() == QEvent.Type.FontChange:
            self._measure()
        super().changeEvent(event)

    def _wipe(self) -> None:
        """Empty the field for good: what ``clear`` takes away comes back with Ctrl+Z."""
        self.field.setText("")

    def _add_groups(self) -> None:
        self.groups = CodeGroups()
        self.groups.entered.connect(self.proceed.click)
        self.groups.edited.connect(self._on_groups_edited)
        self._column.insertWidget(self._column.indexOf(self.trouble), self.groups)
        QWidget.setTabOrder(self.field, self.groups)

    def _remove_groups(self) -> None:
        if self.groups is not None:
            self.groups.clear()
            self._column.removeWidget(self.groups)
            self.groups.hide()
            self.groups.deleteLater()
            self.groups = None

    # --- looks --------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._column = QVBoxLayout()
        for widget in (self._title, self._explanation, self.field, self.trouble):
            self._column.addWidget(widget)
        for button in (self.proceed, self.other):
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._middle = QWidget()
        self._middle.setLayout(self._column)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._middle, 100)  # as wide as it may be
        row.addStretch(1)
        around = QVBoxLayout(self)
        around.addStretch(2)
        around.addLayout(row)
        around.addStretch(3)
        self._measure()

    def _measure(self) -> None:
        if hasattr(self, "_middle"):
            self._middle.setMaximumWidth(theme.em(self, WIDE_EM))
            self._column.setSpacing(theme.em(self, 0.8))

    @property
    def _asks_text(self) -> bool:
        return self._step in (Step.CODE, Step.SHEET)

    @property
    def _is_waiting(self) -> bool:
        return self._step is Step.CODE and self._wait_seconds > 0

    def _show(self) -> None:
        """Put every part in order for the step, in the language on the screen."""
        is_open = not (self._is_waiting or self._is_busy)
        self._title.setText(self.tr("Beheerconsole is locked"))
        self._explanation.setText(self._words())
        self.field.setVisible(self._step is Step.CODE)
        self.field.setReadOnly(not is_open)  # and not without the focus, which would go to the other button
        self.field.setAccessibleName(self.tr("Access code"))
        if self.groups is not None:
            self.groups.be_read_only(is_read_only=not is_open)
        self.proceed.setVisible(self._step is not Step.NOTHING)
        self.proceed.setEnabled(is_open)
        self.proceed.setText(self._proceed_words())
        self.other.setVisible(self._asks_text or self._step is Step.GO_ON)
        self.other.setEnabled(not self._is_busy)
        self.other.setText(self._other_words())
        self._show_told()

    def _show_told(self) -> None:
        told = self._told
        if self._is_waiting:
            told = self.tr("A wrong code was typed a few times. Wait %Ln more second(s).", "", self._wait_seconds)
            self._second.start()
        else:
            self._second.stop()
        self.trouble.setText(told)
        self.trouble.setVisible(bool(told))

    def _words(self) -> str:
        return {
            Step.NOTHING: self.tr("One moment…"),
            Step.GO_ON: self.tr(
                "There is no access code. So everybody at this computer can go on here. Do you not want that? Then "
                "choose an access code."
            ),
            Step.CODE: self.tr("Type your access code to go on."),
            Step.SHEET: self.tr("Type the code on your recovery sheet: 9 groups of 4. Then choose a new access code."),
            Step.AGAIN: "",
        }[self._step]

    def _proceed_words(self) -> str:
        if self._step is Step.GO_ON:
            return self.tr("&Go on")
        return self.tr("&Try again") if self._step is Step.AGAIN else self.tr("&Open")

    def _other_words(self) -> str:
        if self._step is Step.GO_ON:
            return self.tr("Go on and &choose an access code")
        return self.tr("&Back to the access code") if self._step is Step.SHEET else self.tr("Access code &forgotten?")

    # --- what happens -------------------------------------------------------------------------------------------------

    @Slot()
    def _on_proceed_clicked(self) -> None:
        if self._step is Step.GO_ON:
            self.opened.emit()
        elif self._step is Step.AGAIN:
            self.look_requested.emit()
        elif self.groups is not None:
            self._give_groups(self.groups)
        elif self.field.text().strip():
            self._be_busy()
            self.code_given.emit(self.field.text())

    def _give_groups(self, groups: CodeGroups) -> None:
        refusal = groups.refusal(self._jobs.language)
        if refusal:
            self._told = refusal
            self._show_told()
        else:
            self._be_busy()
            self.recovery_given.emit(groups.text)

    def _be_busy(self) -> None:
        self._is_busy, self._told = True, self.tr("One moment…")
        self._show()

    @Slot()
    def _on_groups_edited(self) -> None:
        """Say what is wrong while somebody types, as far as that can be known."""
        trouble = None if self.groups is None else self.groups.trouble()
        self._told = "" if trouble is None else trouble.sentence(self._jobs.language)
        self._show_told()

    @Slot()
    def _on_other_clicked(self) -> None:
        if self._step is Step.GO_ON:
            self.code_wanted.emit()
        else:
            other = Step.CODE if self._step is Step.SHEET else Step.SHEET
            self.ask(other, wait_seconds=self._wait_seconds)

    @Slot()
    def _on_second_timeout(self) -> None:
        self._wait_seconds -= 1
        self._told = ""
        self._show()
        if not self._is_waiting:
            self.take_focus()
