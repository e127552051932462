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

from console.domain.group import Officer
from console.domain.judgement import Flag, Strictness
from ui.widgets.ladder_form import LadderForm
from ui.widgets.lessons_view import LessonsView
from ui.widgets.puts_away import PutsAway
from ui.widgets.rule_lab_view import RuleLabView
from ui.widgets.strictness_form import CHOICE_CHARACTERS, FLAGS, StrictnessForm
from ui.widgets.text import PlainLabel, one_line

if TYPE_CHECKING:
    from console.desk.corrections import CorrectionRow
    from console.desk.groups import GroupSettings, ProfileChoice
    from console.desk.redirects import Municipality

NAME_CHARACTERS = 200
NOBODY = Officer("")


@dataclass(frozen=True, slots=True)
class GroupWish:
    """A group as it should be from now on; ``profile`` and ``municipality`` are keys."""

    profile: str
    strictness: dict[Flag, Strictness]
    municipality: str
    officer: Officer


class GroupForm(PutsAway):
    """The kind of a group, how strict it is, its ladder, other rules to try, what it taught: one leaf each.

    *Signals:*
        kept(GroupWish): what the first two leaves say.
    """

    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings: GroupSettings | None = None
        self._profiles: tuple[ProfileChoice, ...] = ()
        self._profile_label, self._municipality_label = PlainLabel(), PlainLabel()
        self.profile = QComboBox()
        self._description = PlainLabel(wraps=True, is_muted=True)
        self.municipality = QComboBox()
        self.officer, self.officer_phone = QLineEdit(), QLineEdit()
        self._officer_label = PlainLabel()
        self.strictness = StrictnessForm()
        self.ladder = LadderForm()
        self.lab = RuleLabView()
        self.lessons = LessonsView()
        self.leaves = QTabWidget()
        self._foot = QWidget()
        self.keep, self._reset = QPushButton(), QPushButton()
        self._lay_out()
        self.profile.currentIndexChanged.connect(self._on_edited)
        self.municipality.currentIndexChanged.connect(self._on_edited)
        for field in (self.officer, self.officer_phone):
            field.setMaxLength(NAME_CHARACTERS)
            field.textChanged.connect(self._on_edited)
            field.returnPressed.connect(self._on_keep_clicked)
        self.strictness.edited.connect(self._on_edited)
        self.leaves.currentChanged.connect(self._on_leaves_current_changed)
        self.keep.clicked.connect(self._on_keep_clicked)
        self._reset.clicked.connect(self.reset)
        self.retranslate()

    def set_choices(self, profiles: "tuple[ProfileChoice, ...]", municipalities: "tuple[Municipality, ...]") -> None:
        """Take the kinds and the municipalities to choose from."""
        self._profiles = profiles
        for box, choices in ((self.profile, profiles), (self.municipality, municipalities)):
            box.blockSignals(True)
            box.clear()
            for choice in choices:
                box.addItem(one_line(choice.name), choice.key)
            box.blockSignals(False)
        self.reset()

    def show_lessons(self, rows: "tuple[CorrectionRow, ...]") -> None:
        """Show what the group taught."""
        self.lessons.show_lessons(rows)
        self._name_leaves()

    def show_settings(self, settings: "GroupSettings | None") -> None:
        """Show what is in force in a group, or none."""
        self._settings = settings
        self.reset()

    @Slot()
    def reset(self) -> None:
        """Put back what is in force."""
        settings = self._settings
        if settings is not None:
            officer = settings.officer or NOBODY
            self.profile.setCurrentIndex(self.profile.findData(settings.rules.profile))
            self.strictness.set_value(settings.rules.strictness)
            self.municipality.setCurrentIndex(self.municipality.findData(settings.municipality))
            self.officer.setText(officer.name)
            self.officer_phone.setText(officer.phone or "")
        self._on_edited()

    @property
    def is_edited(self) -> bool:
        """Whether something is different from what is in force."""
        settings = self._settings
        if settings is None:
            return False
        strictness = {flag: settings.rules.strictness.get(flag, Strictness.NORMAL) for flag in FLAGS}
        in_force = GroupWish(settings.rules.profile, strictness, settings.municipality, settings.officer or NOBODY)
        return self._wish() != in_force

    def _wish(self) -> GroupWish:
        return GroupWish(
            profile=self.profile.currentData(),
            strictness=self.strictness.value(),
            municipality=self.municipality.currentData(),
            officer=Officer(self.officer.text().strip(), self.officer_phone.text().strip() or None),
        )

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._profile_label.setText(self.tr("Kind of group"))
        self._officer_label.setText(self.tr("Community officer"))
        self.officer.setAccessibleName(self.tr("Name of the community officer"))
        self.officer_phone.setAccessibleName(self.tr("Number of the community officer"))
        self.officer.setPlaceholderText(self.tr("name"))
        self.officer_phone.setPlaceholderText(self.tr("number"))
        self._municipality_label.setText(self.tr("Municipality"))
        self.municipality.setAccessibleName(self.tr("Municipality"))
        self.profile.setAccessibleName(self.tr("Kind of group"))
        self.keep.setText(self.tr("&Keep"))
        self._reset.setText(self.tr("&Put back"))
        self.leaves.setAccessibleName(self.tr("Parts of the form"))
        self._name_leaves()

    def _name_leaves(self) -> None:
        names = (
            self.tr("Kind of group"),
            self.tr("How strict"),
            self.tr("Steps"),
            self.tr("Try other rules"),
            self.tr("What you taught: %Ln", "", self.lessons.count),
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
        general = QWidget()
        grid = QGridLayout(general)
        fields = (
            (self._profile_label, self.profile),
            (self._municipality_label, self.municipality),
        )
        for row, (label, field) in zip((0, 2), fields, strict=True):
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            label.setBuddy(field)
        grid.addWidget(self._description, 1, 1)
        grid.setColumnStretch(1, 1)
        of_officer = QHBoxLayout()
        of_officer.addWidget(self.officer, 3)
        of_officer.addWidget(self.officer_phone, 2)
        grid.addWidget(self._officer_label, 3, 0)
        grid.addLayout(of_officer, 3, 1)
        self._officer_label.setBuddy(self.officer)
        grid.setRowStretch(4, 1)
        for box in (self.profile, self.municipality):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(CHOICE_CHARACTERS)
        for leaf in (general, self.strictness, self.ladder, self.lab, self.lessons):
            self.leaves.addTab(leaf, "")
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        foot.addWidget(self._reset)
        column = QVBoxLayout(self)
        column.addWidget(self.leaves)
        column.addWidget(self._foot)

    @Slot(int)
    def _on_leaves_current_changed(self, _place: int) -> None:
        """Keep and put back belong to the leaves that say what should be; the others have buttons of their own."""
        self._foot.setVisible(self.leaves.currentWidget() not in {self.ladder, self.lab, self.lessons})

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
