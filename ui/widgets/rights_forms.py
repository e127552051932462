"""What a person writes down about somebody's right: a correction, an objection, why not, what to answer later.

GUI thread only. Know no desk.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDateEdit, QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.one_person import Asks
from ui import facts, theme, words
from ui.widgets.key_button import KeyButton
from ui.widgets.person_forms import PHONE_CHARACTERS
from ui.widgets.text import PlainLabel

NAME_CHARACTERS: Final = 100
WORDS_CHARACTERS: Final = 2_000
FIELD_EM: Final = 7


class RightsForm(QWidget):
    """A sentence, rows of fields with the words that were said under them, and one button; Ctrl+Enter presses it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint, self._words_label = PlainLabel(wraps=True), PlainLabel()
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.keep = KeyButton()
        self._words_label.setBuddy(self.words)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hint)
        column.addLayout(self._grid)
        column.addWidget(self._words_label)
        column.addWidget(self.words)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.words.textChanged.connect(self._enable)
        self.keep.clicked.connect(self.finish)
        self._fit()

    @property
    def said(self) -> str:
        """What was said, in the words of the person or of who writes it down."""
        return self.words.toPlainText().strip()[:WORDS_CHARACTERS]

    @Slot()
    def finish(self) -> None:
        """Give what stands there, where it is complete."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        raise NotImplementedError

    def is_complete(self) -> bool:
        """Whether everything that is needed stands there."""
        return bool(self.said)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the letters."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _add_row(self, label: PlainLabel, field: QWidget) -> None:
        place = self._grid.rowCount()
        label.setBuddy(field)
        self._grid.addWidget(label, place, 0)
        self._grid.addWidget(field, place, 1)

    def _fit(self) -> None:
        self.words.setMaximumHeight(theme.em(self, FIELD_EM))

    def _say(self, hint: str, label: str, button: str) -> None:
        self._hint.setText(hint)
        self._words_label.setText(label)
        self.words.setAccessibleName(label.replace("&", ""))
        self.keep.setText(button)
        self.keep.set_key(self.tr("Ctrl+Enter"))
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self.keep.setEnabled(self.is_complete())


@dataclass(frozen=True, slots=True)
class Correction:
    """What is right from now on; None where it was right already."""

    words: str
    name: str | None
    phone: str | None


class CorrectionForm(RightsForm):
    """The name and the number as they should be.

    *Signals:*
        written(Correction): put this right.
    """

    written = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name_label, self._phone_label = PlainLabel(), PlainLabel()
        self.name, self.phone = QLineEdit(), QLineEdit()
        self.name.setMaxLength(NAME_CHARACTERS)
        self.phone.setMaxLength(PHONE_CHARACTERS)
        self._name, self._phone = "", ""
        for label, field in ((self._name_label, self.name), (self._phone_label, self.phone)):
            self._add_row(label, field)
            field.textChanged.connect(self._enable)
        self._fit_fields()
        self.retranslate()

    def ask(self, name: str, phone: str | None) -> None:
        """Open with what is known."""
        self._name, self._phone = name, facts.phone_words(phone) if phone else ""
        self.name.setText(self._name)
        self.phone.setText(self._phone)
        self.words.clear()
        self._enable()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def is_complete(self) -> bool:
        return bool(self.name.text().strip()) and (self._name, self._phone) != (self.name.text(), self.phone.text())

    @Slot()
    @override
    def finish(self) -> None:
        if self.is_complete():
            name, phone = self.name.text().strip(), self.phone.text().strip()
            other_name = name if name != self._name else None
            self.written.emit(Correction(self.said, other_name, phone if phone != self._phone else None))

    @override
    def retranslate(self) -> None:
        self._name_label.setText(self.tr("N&ame"))
        self._phone_label.setText(self.tr("Telephone num&ber"))
        self.name.setAccessibleName(self.tr("Name"))
        self.phone.setAccessibleName(self.tr("Telephone number"))
        hint = self.tr("Write the name and the number as they should be.")
        empty = self.tr("An empty number is forgotten.")
        self._say(f"{hint} {empty}", self.tr("What was &said (not needed)"), self.tr("&Put right"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "phone"):
            self._fit_fields()

    def _fit_fields(self) -> None:
        for field in (self.name, self.phone):
            field.setMinimumWidth(theme.em(self, 9))


class ObjectionForm(RightsForm):
    """Why somebody objects, or why his objection does not stand.

    *Signals:*
        objected(str): he objects, in these words.
        refused(str): it does not stand, for this reason.
    """

    objected = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_refusal = False
        self.retranslate()

    def ask(self, *, is_refusal: bool) -> None:
        """Open for an objection, or for the reason why one does not stand."""
        self._is_refusal = is_refusal
        self.words.clear()
        self.retranslate()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def is_complete(self) -> bool:
        return bool(self.said) or not self._is_refusal

    @Slot()
    @override
    def finish(self) -> None:
        if self.is_complete():
            (self.refused if self._is_refusal else self.objected).emit(self.said)

    @override
    def retranslate(self) -> None:
        if self._is_refusal:
            hint = self.tr("Say why you go on using the data. You tell this person the same reason yourself.")
            self._say(hint, self.tr("The rea&son"), self.tr("Keep: it &does not stand"))
        else:
            until = self.tr("Until you settle it, nothing from before is held against this person.")
            judged = self.tr("New messages are looked at as those of anybody.")
            self._say(f"{until} {judged}", self.tr("What was &said (not needed)"), self.tr("Keep the &objection"))


@dataclass(frozen=True, slots=True)
class Later:
    """What somebody asked on a day, to be answered another day."""

    kind: Asks
    on: date
    words: str


class LaterForm(RightsForm):
    """What was asked, and when.

    *Signals:*
        written(Later): write this down.
    """

    written = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind_label, self._day_label = PlainLabel(), PlainLabel()
        self.kind, self.day = QComboBox(), QDateEdit()
        for kind in Asks:
            self.kind.addItem("", kind)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("dd-MM-yyyy")
        self._add_row(self._kind_label, self.kind)
        self._add_row(self._day_label, self.day)
        self.retranslate()

    def ask(self, today: date) -> None:
        """Open for something that was asked today, or before."""
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        self.day.setDate(self.day.maximumDate())
        self.words.clear()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def is_complete(self) -> bool:
        return True

    @Slot()
    @override
    def finish(self) -> None:
        picked = self.day.date()
        day = date(picked.year(), picked.month(), picked.day())
        self.written.emit(Later(Asks(self.kind.currentData()), day, self.said))

    @override
    def retranslate(self) -> None:
        self._kind_label.setText(self.tr("What is &asked"))
        self._day_label.setText(self.tr("On which &day"))
        self.kind.setAccessibleName(self.tr("What is asked"))
        self.day.setAccessibleName(self.tr("The day on which it was asked"))
        for place, kind in enumerate(Asks):
            self.kind.setItemText(place, words.word(kind))
        hint = self.tr("The answer is due within a month. It stands under Settings, Questions about data.")
        self._say(hint, self.tr("What was &said (not needed)"), self.tr("&Write down"))
