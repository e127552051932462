"""What an administrator may change about one group. GUI thread only."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.judgement import Flag, Strictness
from ui.widgets.lessons_view import LessonsView
from ui.widgets.puts_away import PutsAway
from ui.widgets.strictness_form import FLAGS, StrictnessForm
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.desk.corrections import CorrectionRow
    from console.desk.groups import ProfileChoice
    from console.domain.group import Group

NAME_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class GroupWish:
    """A group as it should be from now on; ``profile`` is the key of its kind."""

    name: str
    profile: str
    strictness: dict[Flag, Strictness]


class GroupForm(PutsAway):
    """Name and kind of a group, how strict it is, and what it taught: one leaf each.

    *Signals:*
        kept(GroupWish): what the first two leaves say.
        forgotten(): forget all that the group taught.
    """

    kept = Signal(object)
    forgotten = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group: Group | None = None
        self._profiles: tuple[ProfileChoice, ...] = ()
        self._title = PlainLabel(scale=1.2, is_bold=True, wraps=True)
        self._name_label, self._profile_label = PlainLabel(), PlainLabel()
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_CHARACTERS)
        self.profile = QComboBox()
        self._description = PlainLabel(wraps=True, is_muted=True)
        self.strictness = StrictnessForm()
        self.lessons = LessonsView()
        self.leaves = QTabWidget()
        self.keep, self._reset = QPushButton(), QPushButton()
        self._lay_out()
        self.name.textChanged.connect(self._on_edited)
        self.name.returnPressed.connect(self._on_keep_clicked)
        self.profile.currentIndexChanged.connect(self._on_edited)
        self.strictness.edited.connect(self._on_edited)
        self.lessons.forgotten.connect(self.forgotten)
        self.keep.clicked.connect(self._on_keep_clicked)
        self._reset.clicked.connect(self.reset)
        self.retranslate()

    def set_profiles(self, profiles: "tuple[ProfileChoice, ...]") -> None:
        """Take the kinds to choose from."""
        self._profiles = profiles
        self.profile.blockSignals(True)
        self.profile.clear()
        for choice in profiles:
            self.profile.addItem(choice.name, choice.key)
        self.profile.blockSignals(False)
        self.reset()

    def show_lessons(self, rows: "tuple[CorrectionRow, ...]") -> None:
        """Show what the group taught."""
        self.lessons.show_lessons(rows)
        self._name_leaves()

    def show_group(self, group: "Group | None") -> None:
        """Show another group, or none."""
        self._group = group
        self.reset()

    @Slot()
    def reset(self) -> None:
        """Put back what is in force."""
        if self._group is not None:
            self.name.setText(self._group.name)
            self.profile.setCurrentIndex(self.profile.findData(self._group.profile))
            self.strictness.set_value(self._group.strictness)
        self._on_edited()

    @property
    def is_edited(self) -> bool:
        """Whether something is different from what is in force."""
        group = self._group
        if group is None:
            return False
        in_force = {flag: group.strictness.get(flag, Strictness.NORMAL) for flag in FLAGS}
        return self._wish() != GroupWish(group.name, group.profile, in_force)

    def _wish(self) -> GroupWish:
        return GroupWish(self.name.text().strip(), self.profile.currentData(), self.strictness.value())

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._title.setText(self.tr("Change this group"))
        self._name_label.setText(self.tr("Name"))
        self._profile_label.setText(self.tr("Kind of group"))
        self.name.setAccessibleName(self.tr("Name of the group"))
        self.profile.setAccessibleName(self.tr("Kind of group"))
        self.keep.setText(self.tr("&Keep"))
        self._reset.setText(self.tr("&Put back"))
        self.leaves.setAccessibleName(self.tr("Parts of the form"))
        self._name_leaves()

    def _name_leaves(self) -> None:
        names = (
            self.tr("Name and kind"),
            self.tr("How strict"),
            self.tr("What you taught: %Ln correction(s)", "", self.lessons.count),
        )
        for place, name in enumerate(names):
            self.leaves.setTabText(place, name)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def can_put_away(self) -> bool:
        return self.is_edited

    @override
    def put_away(self) -> None:
        self.reset()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.addWidget(self._name_label, 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self._profile_label, 1, 0)
        grid.addWidget(self.profile, 1, 1)
        grid.addWidget(self._description, 2, 1)
        grid.setColumnStretch(1, 1)
        self._name_label.setBuddy(self.name)
        self._profile_label.setBuddy(self.profile)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.keep)
        row.addWidget(self._reset)
        general = QWidget()
        box = QVBoxLayout(general)
        box.addLayout(grid)
        box.addStretch(1)
        for leaf in (general, self.strictness, self.lessons):
            self.leaves.addTab(leaf, "")
        column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addWidget(self.leaves)
        column.addLayout(row)

    @Slot()
    def _on_edited(self) -> None:
        index = self.profile.currentIndex()
        self._description.setText(self._profiles[index].description if 0 <= index < len(self._profiles) else "")
        for button in (self.keep, self._reset):
            button.setEnabled(self.is_edited)

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self.is_edited:
            self.kept.emit(self._wish())
