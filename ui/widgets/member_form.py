"""What an administrator writes down of a member in one group: name, role, alias, since when. GUI thread only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.member import GroupRole, MemberId
from ui import facts, words
from ui.shortcuts import Command, key_text
from ui.widgets.day_field import DayField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel, one_line

if TYPE_CHECKING:
    from console.desk.person_facts import Membership
    from console.desk.roll import RollRow

NAME_CHARACTERS: Final = 200
ALIAS_CHARACTERS: Final = 100
REASON_CHARACTERS: Final = 200


@dataclass(frozen=True, slots=True)
class MemberEntry:
    """A member in one group as it is known; ``phone`` is E.164. ``left_reason`` only for who left."""

    id: MemberId
    group: str
    name: str
    phone: str | None
    role: GroupRole
    alias: str | None
    joined_on: date | None
    is_here: bool
    left_reason: str | None


def entry_of(one: "RollRow | Membership", phone: str | None = None) -> MemberEntry:
    """Return what the form shows of a member in one group; ``phone`` is his number in E.164."""
    last = one.periods[0] if one.periods else None
    joined = None if last is None else last.joined_at
    return MemberEntry(
        id=one.id,
        group=one.group,
        name=one.name,
        phone=phone,
        role=one.role,
        alias=one.alias,
        joined_on=None if joined is None else joined.astimezone(ZoneInfo(one.time_zone)).date(),
        is_here=one.is_here,
        left_reason=None if last is None else last.reason,
    )


@dataclass(frozen=True, slots=True)
class MemberWish:
    """A member as he should be from now on; ``member_id`` is None for somebody new.

    ``phone`` is as it was typed, None where it is not asked; ``left_reason`` is None for who is here.
    """

    member_id: MemberId | None
    name: str
    phone: str | None
    role: GroupRole
    alias: str
    joined_on: date | None
    left_reason: str | None


class MemberForm(QWidget):
    """Enter keeps, Esc does not. A member of several groups is changed in the one that is chosen.

    *Signals:*
        kept(object): a ``MemberWish``.
        closed_requested(): put it away.
    """

    kept = Signal(object)
    closed_requested = Signal()

    def __init__(self, *, asks_phone: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks_phone = asks_phone
        self._entries: tuple[MemberEntry, ...] = ()
        self._today = date(2000, 1, 1)
        self._before: MemberWish | None = None
        self._title = PlainLabel(is_bold=True, wraps=True)
        self.group, self.role = QComboBox(), QComboBox()
        self.name, self.phone, self.alias, self.reason = (QLineEdit() for _ in range(4))
        self.joined = DayField()
        self.keep, self.close_form = KeyButton(), KeyButton()
        self._hint = PlainLabel(wraps=True, is_muted=True)
        self._fields = (self.group, self.name, self.phone, self.role, self.alias, self.joined, self.reason)
        self._labels = tuple(PlainLabel() for _ in self._fields)
        self._form = QFormLayout()
        self._lay_out()
        self.group.currentIndexChanged.connect(self._show_entry)
        for field in (self.name, self.phone, self.alias, self.reason):
            field.returnPressed.connect(self._on_keep_clicked)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.close_form.clicked.connect(self.closed_requested)
        self._retranslate()

    def ask_new(self, today: date) -> None:
        """Open the empty form for somebody new."""
        self._entries, self._today = (), today
        self._fill("", "", GroupRole.MEMBER, "", None)
        self._arrange()
        self.show()
        self.name.setFocus()

    def ask(self, entries: Sequence[MemberEntry], today: date) -> None:
        """Open the form with what is known of somebody, at the first of his groups."""
        self._entries, self._today = tuple(entries), today
        self.group.blockSignals(True)
        self.group.clear()
        for entry in entries:
            self.group.addItem(one_line(entry.group, 60))
        self.group.blockSignals(False)
        self._show_entry()
        self.show()
        (self.group if len(entries) > 1 else self.role).setFocus()

    def value(self) -> MemberWish:
        """Return what stands in the fields."""
        entry = self._entry
        return MemberWish(
            member_id=None if entry is None else entry.id,
            name=self.name.text().strip() if entry is None else entry.name,
            phone=self.phone.text().strip() if self._asks_phone else None,
            role=GroupRole(self.role.currentData() or GroupRole.MEMBER),
            alias=self.alias.text().strip(),
            joined_on=self.joined.day,
            left_reason=None if entry is None or entry.is_here else self.reason.text().strip(),
        )

    @property
    def is_edited(self) -> bool:
        """Whether something differs from what was shown first."""
        return not self.isHidden() and self.value() != self._before

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @property
    def _entry(self) -> MemberEntry | None:
        index = self.group.currentIndex()
        return self._entries[index] if 0 <= index < len(self._entries) else None

    @Slot()
    def _show_entry(self) -> None:
        entry = self._entry
        if entry is not None:
            phone = facts.phone_words(entry.phone) if entry.phone else ""
            self._fill(entry.name, phone, entry.role, entry.alias or "", entry.joined_on)
            self.reason.setText(entry.left_reason or "")
            self._before = self.value()
        self._arrange()

    def _fill(self, name: str, phone: str, role: GroupRole, alias: str, joined_on: date | None) -> None:
        for field, text in ((self.name, name), (self.phone, phone), (self.alias, alias), (self.reason, "")):
            field.setText(text)
        self.role.setCurrentIndex(max(self.role.findData(role), 0))
        self.joined.show_day(joined_on, self._today)
        self._before = self.value()

    def _arrange(self) -> None:
        """Show the fields that make sense of him, and whom they are about."""
        entry = self._entry
        shown = {
            self.group: len(self._entries) > 1,
            self.name: entry is None,
            self.phone: self._asks_phone,
            self.reason: entry is not None and not entry.is_here,
        }
        for label, field in zip(self._labels, self._fields, strict=True):
            label.setVisible(shown.get(field, True))
            field.setVisible(shown.get(field, True))
        self._title.setText(self.tr("Somebody new in this group") if entry is None else facts.name_of(entry.name))
        self._hint.setVisible(entry is not None)

    def _retranslate(self) -> None:
        names = (
            self.tr("In the group"),
            self.tr("Name"),
            self.tr("Telephone number"),
            self.tr("Role in this group"),
            self.tr("Name in the app"),
            self.tr("Member"),
            self.tr("Why he left"),
        )
        for label, field, text in zip(self._labels, self._fields, names, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        self.joined.set_words(self.tr("since"), self.tr("Member since"))
        self.alias.setPlaceholderText(self.tr("only where others see another name"))
        self.reason.setPlaceholderText(self.tr("moved house, own wish…"))
        chosen = self.role.currentData()
        self.role.clear()
        for role in GroupRole:
            self.role.addItem(words.word(role), role)
        self.role.setCurrentIndex(max(self.role.findData(chosen), 0))
        self.keep.setText(self.tr("&Keep"))
        self.keep.set_key(self.tr("Enter"))
        self.close_form.setText(self.tr("Close"))
        self.close_form.set_key(key_text(Command.STOP))
        self._hint.setText(self.tr("What you choose here stays. The program does not guess any more."))
        self._arrange()

    def _lay_out(self) -> None:
        for field, most in (
            (self.name, NAME_CHARACTERS),
            (self.phone, 30),
            (self.alias, ALIAS_CHARACTERS),
            (self.reason, REASON_CHARACTERS),
        ):
            field.setMaxLength(most)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for label, widget in zip(self._labels, self._fields, strict=True):
            label.setBuddy(widget)
            self._form.addRow(label, widget)
        buttons = FlowLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.close_form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addLayout(self._form)
        column.addWidget(self._hint)
        column.addLayout(buttons)

    @Slot()
    def _on_keep_clicked(self) -> None:
        self.kept.emit(self.value())
