"""A group by hand: its name, its kind and its app. GUI thread only."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from console.domain.group import Tool
from ui import words
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.puts_away import PutsAway
from ui.widgets.text import PlainLabel, one_line

if TYPE_CHECKING:
    from console.desk.groups import ProfileChoice

NAME_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class NewGroup:
    """What was filled in; ``profile`` is a key."""

    name: str
    profile: str
    tool: Tool


class NewGroupForm(PutsAway):
    """Opens above the table, and goes away with Esc.

    *Signals:*
        written(NewGroup): make this group.
        closed(): it was put away.
    """

    written = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(is_bold=True)
        self._intro = PlainLabel(wraps=True, is_muted=True)
        self._name_label, self._profile_label, self._tool_label = (PlainLabel() for _ in range(3))
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_CHARACTERS)
        self.profile, self.tool = QComboBox(), QComboBox()
        self.make, self.cancel = QPushButton(), QPushButton()
        self._lay_out()
        self.name.textChanged.connect(self._on_name_text_changed)
        self.name.returnPressed.connect(self._on_make_clicked)
        self.make.clicked.connect(self._on_make_clicked)
        self.cancel.clicked.connect(self.put_away)
        self.retranslate()
        self.hide()

    def set_profiles(self, profiles: "tuple[ProfileChoice, ...]") -> None:
        """Take the kinds to choose from; the same one stays chosen."""
        chosen = self.profile.currentData()
        self.profile.clear()
        for choice in profiles:
            self.profile.addItem(one_line(choice.name), choice.key)
        self.profile.setCurrentIndex(max(self.profile.findData(chosen), 0))

    def ask(self) -> None:
        """Open, empty."""
        self.name.clear()
        self._on_name_text_changed()
        self.show()
        self.name.setFocus()

    @override
    def can_put_away(self) -> bool:
        return self.isVisible()

    @Slot()
    @override
    def put_away(self) -> None:
        self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._title.setText(self.tr("A new group"))
        self._intro.setText(
            self.tr("You need no export for this. When you take one in later, choose this group, or give it this name.")
        )
        self._name_label.setText(self.tr("&Name"))
        self._profile_label.setText(self.tr("&Kind of group"))
        self._tool_label.setText(self.tr("A&pp"))
        self.make.setText(self.tr("&Make this group"))
        self.cancel.setText(self.tr("Put &away (Esc)"))
        self.tool.clear()
        for tool in Tool:
            self.tool.addItem(words.word(tool), tool)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._title, 0, 0, 1, 2)
        grid.addWidget(self._intro, 1, 0, 1, 2)
        fields = ((self._name_label, self.name), (self._profile_label, self.profile), (self._tool_label, self.tool))
        for row, (label, field) in enumerate(fields, 2):
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            label.setBuddy(field)
        foot = FlowLayout()
        foot.addWidget(self.make)
        foot.addWidget(self.cancel)
        grid.addLayout(foot, 5, 1)
        grid.setColumnStretch(1, 1)

    @Slot()
    def _on_name_text_changed(self) -> None:
        self.make.setEnabled(bool(self.name.text().strip()))

    @Slot()
    def _on_make_clicked(self) -> None:
        if self.name.text().strip():
            self.written.emit(
                NewGroup(self.name.text().strip(), self.profile.currentData(), Tool(self.tool.currentData()))
            )
