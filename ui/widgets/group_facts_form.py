"""What is filled in about a group: its name, its app, who stands behind it, how many live there. GUI thread only."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPushButton, QSpinBox, QWidget
from typing_extensions import override

from console.domain.group import ManagedBy, Tool, managed_by_of
from ui import words
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.puts_away import PutsAway
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.desk.group_facts import GroupFacts

NAME_CHARACTERS: Final = 200
MOST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class FactsWish:
    """The facts as they should be; None is not known."""

    name: str
    tool: Tool
    umbrella: str | None
    managed_by: ManagedBy | None
    addresses: int | None
    residents: int | None


class GroupFactsForm(PutsAway):
    """A field for each fact; a number of nought says that it is not known.

    *Signals:*
        kept(FactsWish): this is what is so from now on.
    """

    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: GroupFacts | None = None
        self._title = PlainLabel(scale=1.15, is_bold=True)
        self._labels = tuple(PlainLabel() for _ in range(6))
        self.name, self.umbrella = QLineEdit(), QLineEdit()
        self.tool, self.managed_by = QComboBox(), QComboBox()
        self.addresses, self.residents = QSpinBox(), QSpinBox()
        self.keep, self._reset = QPushButton(), QPushButton()
        self._lay_out()
        for field in (self.name, self.umbrella):
            field.setMaxLength(NAME_CHARACTERS)
            field.textChanged.connect(self._on_edited)
            field.returnPressed.connect(self._on_keep_clicked)
        for box in (self.tool, self.managed_by):
            box.currentIndexChanged.connect(self._on_edited)
        for count in (self.addresses, self.residents):
            count.setRange(0, MOST)
            count.setGroupSeparatorShown(True)
            count.valueChanged.connect(self._on_edited)
        self.keep.clicked.connect(self._on_keep_clicked)
        self._reset.clicked.connect(self.reset)
        self.retranslate()

    def show_facts(self, facts: "GroupFacts | None") -> None:
        """Show what is filled in."""
        self._facts = facts
        self.reset()

    @Slot()
    def reset(self) -> None:
        """Put back what is filled in."""
        facts = self._facts
        if facts is not None:
            self.name.setText(facts.name)
            self.tool.setCurrentIndex(self.tool.findData(facts.tool))
            self.umbrella.setText(facts.umbrella or "")
            self.managed_by.setCurrentIndex(max(self.managed_by.findData(facts.managed_by), 0))
            self.addresses.setValue(facts.addresses or 0)
            self.residents.setValue(facts.residents or 0)
        self._on_edited()

    @property
    def is_edited(self) -> bool:
        """Whether something is different from what is filled in."""
        facts = self._facts
        if facts is None:
            return False
        known = (facts.name, facts.tool, facts.umbrella, facts.managed_by, facts.addresses, facts.residents)
        wish = self._wish()
        return known != (wish.name, wish.tool, wish.umbrella, wish.managed_by, wish.addresses, wish.residents)

    @override
    def can_put_away(self) -> bool:
        return self.is_edited

    @override
    def put_away(self) -> None:
        self.reset()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._title.setText(self.tr("About this group"))
        names = (
            self.tr("Na&me"),
            self.tr("A&pp"),
            self.tr("Um&brella organisation"),
            self.tr("Managed b&y"),
            self.tr("A&ddresses in the area"),
            self.tr("&Residents in the area"),
        )
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        self.umbrella.setPlaceholderText(self.tr("for example WABP, or the municipality"))
        for count in (self.addresses, self.residents):
            count.setSpecialValueText(self.tr("not known"))
        self.keep.setText(self.tr("&Keep"))
        self._reset.setText(self.tr("Pu&t back"))
        self._offer()
        self.reset()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _offer(self) -> None:
        for box in (self.tool, self.managed_by):
            box.blockSignals(True)
            box.clear()
        for tool in Tool:
            self.tool.addItem(words.word(tool), tool)
        self.managed_by.addItem(self.tr("not filled in"), None)
        for one in ManagedBy:
            self.managed_by.addItem(words.word(one), one)
        for box in (self.tool, self.managed_by):
            box.blockSignals(False)

    def _wish(self) -> FactsWish:
        return FactsWish(
            name=self.name.text().strip(),
            tool=Tool(self.tool.currentData() or Tool.OTHER),
            umbrella=self.umbrella.text().strip() or None,
            managed_by=managed_by_of(self.managed_by.currentData()),
            addresses=self.addresses.value() or None,
            residents=self.residents.value() or None,
        )

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._title, 0, 0, 1, 2)
        fields = (self.name, self.tool, self.umbrella, self.managed_by, self.addresses, self.residents)
        for row, (label, field) in enumerate(zip(self._labels, fields, strict=True), 1):
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            label.setBuddy(field)
        foot = FlowLayout()
        foot.addWidget(self.keep)
        foot.addWidget(self._reset)
        grid.addLayout(foot, len(fields) + 1, 1)
        grid.setColumnStretch(1, 1)

    @Slot()
    def _on_edited(self) -> None:
        for button in (self.keep, self._reset):
            button.setEnabled(self.is_edited)

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self.is_edited:
            self.kept.emit(self._wish())
