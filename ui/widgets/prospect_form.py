"""One name of the list of who might join: what is known of it, which member it is, when to ask again. GUI thread."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QEvent, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.member import MemberId
from console.domain.start import Entry, Prospect, ProspectId
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.puts_away import PutsAway
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import PlainLabel, one_line


@dataclass(frozen=True, slots=True)
class ProspectWish:
    """What a person wants to keep; ``id`` is None for somebody new."""

    id: ProspectId | None
    entry: Entry
    member_id: MemberId | None
    remind_on: date | None


class ProspectForm(PutsAway):
    """Empty until ``open_for``, which the owner shows it for.

    *Signals:*
        kept(object): a ``ProspectWish``.
        closed(): it was put away.
    """

    kept = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id: ProspectId | None = None
        self._before: ProspectWish | None = None
        self._title = PlainLabel(is_bold=True)
        self.name, self.contact, self.phone, self.email, self.note = (QLineEdit() for _ in range(5))
        self.channel, self.member = QComboBox(), QComboBox()
        self.reminds, self.remind_on = QCheckBox(), QDateEdit()
        self.remind_on.setCalendarPopup(True)
        self.keep, self.close_form = KeyButton(), KeyButton()
        self._labels: list[PlainLabel] = []
        self._lay_out()
        self.setFocusProxy(self.name)
        self.reminds.toggled.connect(self.remind_on.setEnabled)
        for field in (self.name, self.contact, self.phone, self.email, self.note):
            field.returnPressed.connect(self._on_keep_clicked)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.close_form.clicked.connect(self.put_away)
        self._retranslate()

    def open_for(
        self,
        one: Prospect | None,
        channels: Mapping[str, str],
        members: Sequence[tuple[MemberId, str]],
        today: date,
    ) -> None:
        """Ask for somebody new (None), or show what is known of somebody."""
        entry = one.entry if one is not None else Entry("")
        self._id = one.id if one is not None else None
        self._title.setText(self.tr("Somebody new on the list") if one is None else one_line(entry.name, 80))
        pairs = ((self.name, entry.name), (self.contact, entry.contact), (self.phone, entry.phone))
        for field, value in (*pairs, (self.email, entry.email), (self.note, entry.note)):
            field.setText(value or "")
        self._fill(self.channel, self.tr("not known"), channels.items(), entry.channel)
        linked = one.member_id if one is not None else None
        known = [*members]
        if one is not None and linked is not None and linked not in dict(members):
            known.append((linked, one.member or ""))
        self._fill(self.member, self.tr("no member yet"), known, linked)
        remind_at = one.remind_at if one is not None else None
        on = remind_at.astimezone().date() if remind_at is not None else date.fromordinal(today.toordinal() + 14)
        self.reminds.setChecked(remind_at is not None)
        self.remind_on.setEnabled(remind_at is not None)
        self.remind_on.setDate(QDate(on.year, on.month, on.day))
        self._before = self.value()

    def value(self) -> ProspectWish:
        """Return what stands in the fields."""
        fields = (self.name, self.contact, self.phone, self.email)
        name, contact, phone, email = (field.text().strip() for field in fields)
        entry = Entry(
            name,
            contact or None,
            phone or None,
            email or None,
            self.channel.currentData(),
            self.note.text().strip() or None,
        )
        picked = self.remind_on.date()
        on = date(picked.year(), picked.month(), picked.day()) if self.reminds.isChecked() else None
        return ProspectWish(self._id, entry, self.member.currentData(), on)

    @property
    def is_edited(self) -> bool:
        """Whether something differs from what was shown first."""
        return self._before is not None and self.value() != self._before

    @override
    def can_put_away(self) -> bool:
        return self._before is not None

    @Slot()
    @override
    def put_away(self) -> None:
        """Close, and forget what was typed."""
        self._before = None
        self.closed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _fill(self, box: QComboBox, nothing: str, choices: Iterable[tuple[object, str]], chosen: object) -> None:
        box.clear()
        box.addItem(nothing, None)
        for key, name in choices:
            box.addItem(one_line(name, 80), key)
        box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)

    @Slot()
    def _on_keep_clicked(self) -> None:
        self.kept.emit(self.value())

    def _retranslate(self) -> None:
        names = (
            self.tr("&Company or name"),
            self.tr("C&ontact person"),
            self.tr("Te&lephone"),
            self.tr("E-&mail"),
            self.tr("Asked b&y"),
            self.tr("Is member"),
            self.tr("Remark"),
        )
        for label, text in zip(self._labels, names, strict=True):
            label.setText(text)
            label.buddy().setAccessibleName(text.replace("&", ""))
        self.reminds.setText(self.tr("Ask again on"))
        self.remind_on.setAccessibleName(self.tr("The day to ask again"))
        self.keep.setText(self.tr("&Keep"))
        self.keep.set_key(self.tr("Enter"))
        self.close_form.setText(self.tr("Close"))
        self.close_form.set_key(key_text(Command.STOP))

    def _lay_out(self) -> None:
        form = QFormLayout()
        for field in (self.name, self.contact, self.phone, self.email, self.channel, self.member, self.note):
            label = PlainLabel()
            label.setBuddy(field)
            self._labels.append(label)
            form.addRow(label, field)
        again = QHBoxLayout()
        again.addWidget(self.reminds)
        again.addWidget(self.remind_on)
        again.addStretch()
        form.addRow(again)
        fields = QWidget()
        fields.setLayout(form)
        held = Scrolled()
        held.hold(fields)
        held.stand_in(self)
        buttons = FlowLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.close_form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(held)
        column.addLayout(buttons)
        column.addStretch()
