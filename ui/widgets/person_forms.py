"""What an administrator fills in about a member by hand: his number, and what he agreed to. GUI thread only."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import facts
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import PlainLabel, one_line

if TYPE_CHECKING:
    from console.desk.person_facts import Consent
    from console.domain.member import MemberId

PHONE_CHARACTERS: Final = 30
HOW_CHARACTERS: Final = 100


class PhoneForm(QWidget):
    """One field for a number; empty forgets it. Enter keeps, Esc does not.

    *Signals:*
        written(str): the number as it was typed.
    """

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel()
        self.field = QLineEdit()
        self.field.setMaxLength(PHONE_CHARACTERS)
        self._keep = QPushButton()
        self._hint = PlainLabel(wraps=True, is_muted=True)
        row = QHBoxLayout()
        row.addWidget(self._label)
        row.addWidget(self.field, 1)
        row.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._hint)
        self.field.returnPressed.connect(self._on_keep_clicked)
        self._keep.clicked.connect(self._on_keep_clicked)
        self._retranslate()

    def ask(self, phone: str | None) -> None:
        """Open the form with the number that is known."""
        self.field.setText(facts.phone_words(phone) if phone else "")
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Telephone number:"))
        self.field.setAccessibleName(self.tr("Telephone number"))
        self._keep.setText(self.tr("&Keep"))
        use = self.tr("With the number, a private message opens on your phone at once.")
        forget = self.tr("Leave the field empty to forget it.")
        self._hint.setText(f"{use} {forget}")

    @Slot()
    def _on_keep_clicked(self) -> None:
        self.written.emit(self.field.text())


@dataclass(frozen=True, slots=True)
class ConsentWish:
    """What is true of a member in one group from now on."""

    member_id: "MemberId"
    has_consented: bool
    channel: str
    rules_sent: bool
    rules_confirmed: bool


class Agreed(Protocol):
    """A member in one group, with what he agreed to."""

    @property
    def id(self) -> "MemberId":
        """Who it is."""

    @property
    def group(self) -> str:
        """The name of the group."""

    @property
    def consent(self) -> "Consent":
        """What he agreed to, and whether he knows the rules."""


class ConsentForm(QWidget):
    """What a member agreed to in a group and whether he knows its rules.

    *Signals:*
        kept(ConsentWish): what is filled in.
    """

    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memberships: tuple[Agreed, ...] = ()
        self._group_label, self._how_label = PlainLabel(), PlainLabel()
        self.group = QComboBox()
        self.agreed, self.sent, self.confirmed = QCheckBox(), QCheckBox(), QCheckBox()
        self.how = QLineEdit()
        self.how.setMaxLength(HOW_CHARACTERS)
        self._keep = QPushButton()
        first, second, last = QHBoxLayout(), QHBoxLayout(), FlowLayout()
        first.addWidget(self._group_label)
        first.addWidget(self.group, 1)
        second.addWidget(self.agreed)
        second.addWidget(self._how_label)
        second.addWidget(self.how, 1)
        for widget in (self.sent, self.confirmed, self._keep):
            last.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for layout in (first, second, last):
            column.addLayout(layout)
        self.group.currentIndexChanged.connect(self._on_group_current_index_changed)
        self.agreed.toggled.connect(self.how.setEnabled)
        self.how.returnPressed.connect(self._on_keep_clicked)
        self._keep.clicked.connect(self._on_keep_clicked)
        self._retranslate()

    def ask(self, memberships: "Sequence[Agreed]") -> None:
        """Open the form with what is known, at the first group."""
        self._memberships = tuple(memberships)
        self.group.clear()
        for membership in memberships:
            self.group.addItem(one_line(membership.group, 60))
        for widget in (self._group_label, self.group):
            widget.setVisible(len(memberships) > 1)
        self._on_group_current_index_changed()
        self.show()
        (self.group if len(memberships) > 1 else self.agreed).setFocus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._group_label.setText(self.tr("In the group"))
        self.group.setAccessibleName(self.tr("In the group"))
        self.agreed.setText(self.tr("Agrees to take part"))
        self._how_label.setText(self.tr("and said so:"))
        self.how.setPlaceholderText(self.tr("at the door, by e-mail, on a form…"))
        self.how.setAccessibleName(self.tr("How he agreed"))
        self.sent.setText(self.tr("Was sent the rules"))
        self.confirmed.setText(self.tr("Says he knows the rules"))
        self._keep.setText(self.tr("&Keep"))

    @Slot()
    def _on_group_current_index_changed(self) -> None:
        index = self.group.currentIndex()
        if 0 <= index < len(self._memberships):
            consent = self._memberships[index].consent
            self.agreed.setChecked(consent.consent_at is not None)
            self.how.setText(consent.channel or "")
            self.how.setEnabled(consent.consent_at is not None)
            self.sent.setChecked(consent.rules_sent_at is not None)
            self.confirmed.setChecked(consent.rules_confirmed_at is not None)

    @Slot()
    def _on_keep_clicked(self) -> None:
        index = self.group.currentIndex()
        if 0 <= index < len(self._memberships):
            self.kept.emit(
                ConsentWish(
                    member_id=self._memberships[index].id,
                    has_consented=self.agreed.isChecked(),
                    channel=self.how.text(),
                    rules_sent=self.sent.isChecked(),
                    rules_confirmed=self.confirmed.isChecked(),
                )
            )
