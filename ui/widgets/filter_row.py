"""The values of one attribute in the filter panel, one chip each. GUI thread only."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.domain.decision import ItemKind
from console.domain.filters import Attribute, Choice, Filters, Wish
from console.domain.judgement import Attention, Flag, Role
from ui import theme, words
from ui.widgets.chips import ChipState, ThreeStateChip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import PlainLabel, one_line, unmnemonic, visible

NAME_CHARACTERS: Final = 60
_WORDS: Final[dict[Attribute, type[StrEnum]]] = {
    Attribute.FLAG: Flag,
    Attribute.ATTENTION: Attention,
    Attribute.KIND: ItemKind,
    Attribute.ROLE: Role,
}
_IS_THERE_OR_NOT: Final = (Attribute.PUT_OFF, Attribute.NOTE)


class FilterRow(QWidget):
    """The values of one attribute, and ``label`` for them; both are hidden while there is nothing to choose.

    *Signals:*
        wished(Attribute, str, Wish): this is wanted of this value now.
    """

    wished = Signal(object, str, object)

    def __init__(self, attribute: Attribute, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attribute = attribute
        self.label = PlainLabel(wraps=True)
        self.chips: list[ValueChip] = []
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.setSpacing(theme.em(self, 0.35))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_choices(self, choices: Sequence[Choice], filters: Filters) -> None:
        """Show what waits and what is wished for; one value alone is no choice, unless it is there or is not."""
        wishes = {each.value: filters.wish(self._attribute, each.value) for each in choices}
        shown = [each for each in choices if each.waits or wishes[each.value] is not Wish.IGNORE]
        is_at_work = any(wishes[each.value] is not Wish.IGNORE for each in shown)
        is_choice = bool(shown) and (len(shown) > 1 or is_at_work or self._attribute in _IS_THERE_OR_NOT)
        self.label.setText(self._title())
        self.label.setVisible(is_choice)
        self.setVisible(is_choice)
        self._take_chips([each.value for each in shown])
        for chip, choice in zip(self.chips, shown, strict=True):
            self._dress(chip, choice)
            chip.set_state(ChipState[wishes[choice.value].name])

    def _take_chips(self, values: list[str]) -> None:
        """Make a chip for each value; those that stand there stay, and keep the focus."""
        if values == [chip.value for chip in self.chips]:
            return
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.chips = [ValueChip(value) for value in values]
        for chip in self.chips:
            chip.wished.connect(self._on_chip_wished)
            self._flow.addWidget(chip)
            chip.show()
        self.updateGeometry()

    def _dress(self, chip: "ValueChip", choice: Choice) -> None:
        if self._attribute is Attribute.PUT_OFF:
            said = (self.tr("put off before"), self.tr("✓ must: put off before"), self.tr("✗ not: put off before"))
        elif self._attribute is Attribute.NOTE:
            said = (self.tr("with a note"), self.tr("✓ must: with a note"), self.tr("✗ not: with a note"))
        else:
            name = choice.name or words.word(_WORDS[self._attribute](choice.value))
            name = unmnemonic(one_line(name, NAME_CHARACTERS))
            must, must_not = self.tr("✓ must: {name}"), self.tr("✗ not: {name}")
            said = (name, visible(must.format(name=name)), visible(must_not.format(name=name)))
        chip.set_words(*said)

    def _title(self) -> str:
        return {
            Attribute.GROUP: self.tr("Group"),
            Attribute.PROFILE: self.tr("Kind of group"),
            Attribute.FLAG: self.tr("Why it is here"),
            Attribute.ATTENTION: self.tr("How soon"),
            Attribute.KIND: self.tr("What it is"),
            Attribute.ROLE: self.tr("Who wrote it"),
            Attribute.PUT_OFF: self.tr("Later"),
            Attribute.NOTE: self.tr("Note"),
        }[self._attribute]

    @Slot(str, object)
    def _on_chip_wished(self, value: str, wish: Wish) -> None:
        self.wished.emit(self._attribute, value, wish)


class ValueChip(ThreeStateChip):
    """A chip that knows which value it is for.

    *Signals:*
        wished(str, Wish): this is wanted of the value now.
    """

    wished = Signal(str, object)

    def __init__(self, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.value = value
        self.state_changed.connect(self._on_state_changed)

    @Slot()
    def _on_state_changed(self) -> None:
        self.wished.emit(self.value, Wish[self.state.name])
