"""Somebody leaves a group: on which day, and why. GUI thread only."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDateEdit, QFormLayout, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.member import MemberId
from ui import facts
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel, Shown

REASON_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class LeaveWish:
    """Somebody left on a day; ``reason`` may be ""."""

    member_id: MemberId
    on: date
    reason: str


class LeaveForm(QWidget):
    """A day and a reason, of which the usual ones may be chosen. Enter keeps, Esc does not.

    *Signals:*
        kept(object): a ``LeaveWish``.
        closed_requested(): put it away.
    """

    kept = Signal(object)
    closed_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._member: MemberId | None = None
        self._name = ""
        self._title = PlainLabel(is_bold=True, wraps=True)
        self._day_label, self._reason_label = PlainLabel(), PlainLabel()
        self.day, self.reason = QDateEdit(), QComboBox()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("dd-MM-yyyy")
        self.reason.setEditable(True)
        self.keep, self.close_form = KeyButton(), KeyButton()
        self._hint = PlainLabel(wraps=True, is_muted=True)
        self._lay_out()
        field = self.reason.lineEdit()
        if field is not None:
            field.returnPressed.connect(self._on_keep_clicked)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.close_form.clicked.connect(self.closed_requested)
        self._retranslate()

    def ask(self, member_id: MemberId, name: str, today: date) -> None:
        """Open the form for somebody, at today."""
        self._member, self._name = member_id, name
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        self.day.setDate(QDate(today.year, today.month, today.day))
        self.reason.setCurrentIndex(0)
        self._retranslate()
        self.show()
        self.reason.setFocus()

    @property
    def is_edited(self) -> bool:
        """Whether a reason was chosen or typed."""
        return not self.isHidden() and bool(self.reason.currentText().strip())

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(Shown(self.tr("{name} left the group").format(name=facts.name_of(self._name))))
        self._day_label.setText(self.tr("On"))
        self._reason_label.setText(self.tr("Why"))
        self.day.setAccessibleName(self.tr("The day of leaving"))
        self.reason.setAccessibleName(self.tr("Why somebody left"))
        typed = self.reason.currentText()
        self.reason.clear()
        self.reason.addItems(
            [
                "",
                self.tr("moved house"),
                self.tr("own wish"),
                self.tr("works here no longer"),
                self.tr("taken out by us"),
                self.tr("died"),
            ]
        )
        self.reason.setEditText(typed)
        field = self.reason.lineEdit()
        if field is not None:
            field.setMaxLength(REASON_CHARACTERS)
            field.setPlaceholderText(self.tr("may stay empty"))
        self.keep.setText(self.tr("&Keep"))
        self.keep.set_key(self.tr("Enter"))
        self.close_form.setText(self.tr("Close"))
        self.close_form.set_key(key_text(Command.STOP))
        self._hint.setText(self.tr("This only changes your list. In the chat itself you do it on your phone."))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for label, field in ((self._day_label, self.day), (self._reason_label, self.reason)):
            label.setBuddy(field)
            form.addRow(label, field)
        buttons = FlowLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.close_form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addLayout(form)
        column.addWidget(self._hint)
        column.addLayout(buttons)

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self._member is not None:
            picked = self.day.date()
            on = date(picked.year(), picked.month(), picked.day())
            self.kept.emit(LeaveWish(self._member, on, self.reason.currentText().strip()))
