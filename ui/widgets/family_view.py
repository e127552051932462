"""The family of a group: which groups belong with it, what it was split from, its neighbours. GUI thread only."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.group import GroupId, Kin, Relative
from ui import theme, words
from ui.widgets.fact_list import ValueButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.puts_away import PutsAway
from ui.widgets.text import PlainLabel, isolated, one_line

if TYPE_CHECKING:
    from console.domain.group import Group

NAME_CHARACTERS: Final = 120


class FamilyView(PutsAway):
    """A line a relative with a button to end it, and one line to add another by the first letters of its name.

    *Signals:*
        related(object, object): another group (its id) is this (a ``Kin``) to the group.
        unrelated(object, object): it is so no longer.
        opened(object): show the group with this id.
    """

    related = Signal(object, object)
    unrelated = Signal(object, object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._family: tuple[Relative, ...] = ()
        self._ids: dict[str, GroupId] = {}
        self._title, self._empty = PlainLabel(scale=1.15, is_bold=True), PlainLabel(wraps=True, is_muted=True)
        self._lines = QWidget()
        self.name, self.kin, self.add = QLineEdit(), QComboBox(), QPushButton()
        self.name.setMaxLength(NAME_CHARACTERS)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._foot = QWidget()
        foot = FlowLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        self.name.setMinimumWidth(theme.em(self, 14))
        for part in (self.name, self.kin, self.add):
            foot.addWidget(part)
        for widget in (self._title, self._empty, self._lines, self._foot):
            self._box.addWidget(widget)
        self.name.textChanged.connect(self._on_name_text_changed)
        self.name.returnPressed.connect(self._on_add_clicked)
        self.add.clicked.connect(self._on_add_clicked)
        self.retranslate()

    def show_family(self, family: tuple[Relative, ...], others: "Sequence[Group]") -> None:
        """Show the relatives; ``others`` are the groups that may be added."""
        self._ids = {one_line(group.name, NAME_CHARACTERS): group.id for group in others}
        completer = QCompleter(sorted(self._ids, key=str.casefold), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self._family = family
        self._foot.setVisible(bool(others))
        self._fill()

    @override
    def can_put_away(self) -> bool:
        """Whether a name is being typed."""
        return bool(self.name.text())

    @Slot()
    @override
    def put_away(self) -> None:
        self.name.clear()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._title.setText(self.tr("Family"))
        self._empty.setText(
            self.tr(
                "No other group belongs with this one yet. Such as a second group to talk in, or a neighbouring group."
            )
        )
        self.name.setPlaceholderText(self.tr("first letters of another group"))
        self.name.setAccessibleName(self.tr("Another group"))
        self.kin.setAccessibleName(self.tr("What it is to this group"))
        self.add.setText(self.tr("Put it &in the family"))
        chosen = self.kin.currentData()
        self.kin.clear()
        for kin in Kin:
            self.kin.addItem(words.word(kin), kin)
        self.kin.setCurrentIndex(max(self.kin.findData(chosen), 0))
        self._fill()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill(self) -> None:
        old, self._lines = self._lines, QWidget()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        for relative in self._family:
            column.addLayout(self._line(relative))
        self._box.replaceWidget(old, self._lines)
        self._lines.setVisible(bool(self._family))
        self._empty.setVisible(not self._family)
        old.hide()
        old.deleteLater()
        self._on_name_text_changed()

    def _line(self, relative: Relative) -> QHBoxLayout:
        name = isolated(one_line(relative.name, NAME_CHARACTERS))
        row = QHBoxLayout()
        kin = PlainLabel(words.word(relative.kin), is_muted=True)
        kin.setMinimumWidth(theme.em(self, 8))
        row.addWidget(kin)
        row.addWidget(PlainLabel(name, wraps=True), 1)
        show = ValueButton(self.tr("Show it"), relative.group_id, self.tr("Show {name}").format(name=name))
        show.chosen.connect(self.opened)
        end = ValueButton(self.tr("Not so"), relative, self.tr("{name} is no family").format(name=name))
        end.chosen.connect(self._on_end_chosen)
        row.addWidget(show)
        row.addWidget(end)
        return row

    @Slot(object)
    def _on_end_chosen(self, relative: Any) -> None:  # noqa: ANN401  # a Relative, which no signal can name
        self.unrelated.emit(relative.group_id, relative.kin)

    @Slot()
    def _on_name_text_changed(self) -> None:
        self.add.setEnabled(self.name.text() in self._ids)

    @Slot()
    def _on_add_clicked(self) -> None:
        chosen = self._ids.get(self.name.text())
        if chosen is not None:
            self.name.clear()
            self.related.emit(chosen, Kin(self.kin.currentData()))
