"""The rules of a group to try out: its kind, what belongs in it, whether it asks about 112, how strict it is.

GUI thread only.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.judgement import Category, Flag, Strictness
from console.domain.rules import Rules
from ui import words
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.strictness_form import StrictnessForm
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.desk.groups import ProfileChoice


class RulesForm(QWidget):
    """Starts with what is in force; another kind of group brings what belongs in that kind.

    *Signals:*
        edited(): another choice was made.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profiles: tuple[ProfileChoice, ...] = ()
        self._rules = Rules("")
        self._profile_label, self._belongs_label = PlainLabel(), PlainLabel(wraps=True)
        self.profile = QComboBox()
        self.belongs = {category: QCheckBox() for category in Category}
        self.expects_112 = QCheckBox()
        self.strictness = StrictnessForm()
        self._lay_out()
        self._retranslate()
        self.profile.activated.connect(self._on_profile_activated)
        self.strictness.edited.connect(self.edited)
        for box in (*self.belongs.values(), self.expects_112):
            box.toggled.connect(self.edited)

    def show_rules(self, rules: Rules, profiles: "tuple[ProfileChoice, ...]") -> None:
        """Show rules of a group, and the kinds to choose from."""
        self._rules, self._profiles = rules, profiles
        self.profile.clear()
        for choice in profiles:
            self.profile.addItem(choice.name, choice.key)
        self.profile.setCurrentIndex(self.profile.findData(rules.profile))
        self._show_kind(rules)
        self.strictness.set_value(rules.strictness)

    def rules(self) -> Rules:
        """Return what is chosen; what is as the kind says is left empty."""
        kind = self._kind()
        if kind is None:
            return self._rules
        on_topic = frozenset(category for category, box in self.belongs.items() if box.isChecked())
        expects_112 = self.expects_112.isChecked()
        strictness = {flag: word for flag, word in self.strictness.value().items() if word is not Strictness.NORMAL}
        return Rules(
            profile=kind.key,
            strictness=strictness | self._not_asked(),
            on_topic=None if on_topic == kind.on_topic else on_topic,
            expects_112=None if expects_112 == kind.expects_112 else expects_112,
            attention=self._rules.attention,
        )

    def _not_asked(self) -> dict[Flag, Strictness]:
        asked = self.strictness.choices
        return {flag: word for flag, word in self._rules.strictness.items() if flag not in asked}

    def _kind(self) -> "ProfileChoice | None":
        index = self.profile.currentIndex()
        return self._profiles[index] if 0 <= index < len(self._profiles) else None

    def _show_kind(self, rules: Rules) -> None:
        kind = self._kind()
        if kind is None:
            return
        on_topic = kind.on_topic if rules.on_topic is None else rules.on_topic
        for category, box in self.belongs.items():
            box.setChecked(category in on_topic)
        self.expects_112.setChecked(kind.expects_112 if rules.expects_112 is None else rules.expects_112)

    @Slot()
    def _on_profile_activated(self) -> None:
        kind = self._kind()
        if kind is not None:
            self._show_kind(Rules(kind.key))
        self.edited.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._profile_label.setText(self.tr("Kind of group"))
        self.profile.setAccessibleName(self.tr("Kind of group to try"))
        self._belongs_label.setText(self.tr("What belongs in this group?"))
        for category, box in self.belongs.items():
            box.setText(words.word(category))
            box.setAccessibleName(self.tr("Belongs here: {what}").format(what=words.word(category)))
        self.expects_112.setText(self.tr("Ask whether 112 was called when something is urgent"))

    def _lay_out(self) -> None:
        top = QGridLayout()
        top.addWidget(self._profile_label, 0, 0)
        top.addWidget(self.profile, 0, 1)
        top.setColumnStretch(2, 1)
        self._profile_label.setBuddy(self.profile)
        boxes = FlowLayout()
        for box in self.belongs.values():
            boxes.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self._belongs_label)
        column.addLayout(boxes)
        column.addWidget(self.expects_112)
        column.addWidget(self.strictness)
        inner = self.strictness.layout()
        if inner is not None:
            inner.setContentsMargins(0, 0, 0, 0)
