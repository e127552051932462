"""The nine groups of the code on a recovery sheet, in fields that stand as the groups on paper. GUI thread only."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from console.errors import ExpectedError
from ui import theme
from ui.widgets.text import PlainLabel

NINE: Final = tuple(range(1, 10))
SIGNS: Final = 4
COLUMNS: Final = 3
_LONGEST: Final = 200  # a whole code is pasted with whatever stands between its groups
_WIDE_EM: Final = 5.5


class GroupField(QLineEdit):
    """Four signs. Backspace in an empty field goes back to the one before.

    *Signals:*
        emptied_further(): Backspace was pressed while nothing was left.
    """

    emptied_further = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhPreferUppercase
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhSensitiveData
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back from an empty field."""
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied_further.emit()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the letter size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(theme.em(self, _WIDE_EM))


class CodeGroups(QWidget):
    """Fields for some of the groups, or all nine; what is typed too much goes on in the next one.

    *Signals:*
        edited(): something else stands in the fields.
        entered(): Enter was pressed in one of them.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, numbers: Sequence[int] = NINE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {number: GroupField() for number in numbers}
        self._labels = {number: PlainLabel() for number in numbers}
        self._wrong: Collection[int] = ()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.em(self, 1))
        for place, (number, field) in enumerate(self.fields.items()):
            row, column = divmod(place, COLUMNS)
            label = self._labels[number]
            label.setBuddy(field)
            grid.addWidget(label, 2 * row, column)
            grid.addWidget(field, 2 * row + 1, column)
            field.textEdited.connect(partial(self._take, number))
            field.returnPressed.connect(self.entered)
            field.emptied_further.connect(partial(self._go_back, number))
        grid.setColumnStretch(COLUMNS, 1)
        self.setFocusProxy(next(iter(self.fields.values())))
        self.retranslate()

    @property
    def groups(self) -> tuple[str, ...]:
        """What stands in each field."""
        return tuple(field.text() for field in self.fields.values())

    @property
    def text(self) -> str:
        """The groups in one line."""
        return "-".join(self.groups)

    def clear(self) -> None:
        """Empty every field: a code does not stay on the screen, and Ctrl+Z brings none back as after ``clear``."""
        for field in self.fields.values():
            field.setText("")
        self.show_trouble(())

    def trouble(self) -> ExpectedError | None:
        """Return what is to be said of what stands here, and mark the groups that it is about; None: nothing."""
        from console.desk.vault import typed_code

        typed = typed_code.read(self.groups)
        self.show_trouble(typed.wrong)
        return typed.trouble

    @property
    def is_good(self) -> bool:
        """Whether all nine groups stand here and are a code."""
        from console.desk.vault import typed_code

        return typed_code.read(self.groups).is_good

    def refusal(self, language: str) -> str:
        """Return why what stands here is no code, and go to the group to look at again; empty when it is one."""
        if self.is_good:
            return ""
        trouble = self.trouble()
        if trouble is None:
            return self.tr("The code is not complete yet: it has nine groups of four signs.")
        self.look_again()
        return trouble.sentence(language)

    def be_read_only(self, *, is_read_only: bool) -> None:
        """Let nobody type while a code is tried; the focus stays where it is."""
        for field in self.fields.values():
            field.setReadOnly(is_read_only)

    def show_trouble(self, numbers: Collection[int]) -> None:
        """Mark the groups to look at again."""
        self._wrong = numbers
        self.retranslate()

    def look_again(self) -> None:
        """Go to the first group that is marked, to be typed anew."""
        for number, field in self.fields.items():
            if number in self._wrong:
                _type_anew(field)
                return

    def begin_again(self) -> None:
        """Go to the first group: what is typed now takes the place of what stands here, group by group."""
        _type_anew(next(iter(self.fields.values())))

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        for number, label in self._labels.items():
            said = self.tr("{number}: look again") if number in self._wrong else self.tr("Group {number}")
            label.setText(said.format(number=number))
            font = label.font()
            font.setBold(number in self._wrong)
            label.setFont(font)
            self.fields[number].setAccessibleName(said.format(number=number))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _take(self, number: int, typed: str) -> None:
        """Show what was typed as it is read, and go on in the next field when this one is full."""
        from console.desk.vault import typed_code

        field = self.fields[number]
        place = field.cursorPosition()
        numbers = [each for each in self.fields if each >= number]
        parts = typed_code.spread(typed)[: len(numbers)] or ("",)
        for each, part in zip(numbers, parts, strict=False):
            self.fields[each].setText(part)
        if place < len(typed):
            field.setCursorPosition(place)  # somebody mends a sign in the middle
        else:
            is_full = len(parts[-1]) == SIGNS and len(parts) < len(numbers)
            if is_full:
                _type_anew(self.fields[numbers[len(parts)]])
            else:
                self.fields[numbers[len(parts) - 1]].setFocus()
        self.edited.emit()

    def _go_back(self, number: int) -> None:
        before = [each for each in self.fields if each < number]
        if before:
            self.fields[before[-1]].setFocus()


def _type_anew(field: QLineEdit) -> None:
    field.setFocus()
    field.selectAll()
