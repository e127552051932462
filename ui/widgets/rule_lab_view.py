"""Trying other rules before they count: choose, try on the last months, then switch on, in the shade, or not at all.

GUI thread only.
"""

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.judgement import Category
from console.domain.rules import Rules
from console.domain.trial import Trial
from ui import words
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.puts_away import PutsAway
from ui.widgets.rules_form import RulesForm
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import PlainLabel
from ui.widgets.trial_view import TrialView

if TYPE_CHECKING:
    from console.desk.groups import ProfileChoice
    from console.jobs import Progress

MONTHS: Final = (1, 3, 6, 12)
USUAL_MONTHS: Final = 3
SHARE: Final = 0.45  # of the page that the rules take at most; below that they scroll


class Stage(Enum):
    """What is on the screen."""

    RULES = auto()
    BUSY = auto()
    OUTCOME = auto()
    SHADOW = auto()


class RuleLabView(PutsAway):
    """One stage at a time, each with its own buttons.

    *Signals:*
        try_requested(Rules, int): try these on so many months.
        stop_requested(): stop trying.
        switch_requested(Rules), shadow_requested(Rules): put these in force, or let them judge along.
        drop_requested(): end what judges along.
    """

    try_requested = Signal(object, int)
    stop_requested = Signal()
    switch_requested = Signal(object)
    shadow_requested = Signal(object)
    drop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = Stage.RULES
        self._profiles: tuple[ProfileChoice, ...] = ()
        self._in_force = self._start = Rules("")
        self._shadow: tuple[Rules, Trial] | None = None
        self._intro = PlainLabel(wraps=True, is_muted=True)
        self.form = RulesForm()
        self._area = Scrolled(SHARE)
        self.trial = TrialView()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self._choice = QWidget()
        self._months_label = PlainLabel()
        self.months = QComboBox()
        self.try_out, self.stop, self.switch_on, self.in_shade, self.drop, self.back = (QPushButton() for _ in range(6))
        self._lay_out()
        self.try_out.clicked.connect(self._on_try_out_clicked)
        self.stop.clicked.connect(self._on_stop_clicked)
        self.switch_on.clicked.connect(self._on_switch_on_clicked)
        self.in_shade.clicked.connect(self._on_in_shade_clicked)
        self.drop.clicked.connect(self._on_drop_clicked)
        self.back.clicked.connect(self._on_back_clicked)
        self._retranslate()
        self.months.setCurrentIndex(self.months.findData(USUAL_MONTHS))
        self._show(Stage.RULES)

    def stand_in(self, column: QWidget) -> None:
        """Leave room for what else stands in this column."""
        self._area.stand_in(column)

    def show_group(
        self,
        rules: Rules,
        profiles: "tuple[ProfileChoice, ...]",
        shadow: tuple[Rules, Trial] | None,
        *,
        is_other: bool,
    ) -> None:
        """Show the rules in force of a group and what judges along; for ``is_other`` group, begin anew.

        For the same group, what somebody is choosing or looking at stays.
        """
        is_changed = rules != self._in_force or (shadow is None) is not (self._shadow is None)
        self._in_force, self._profiles, self._shadow = rules, profiles, shadow
        if is_other or is_changed:
            self._choose_from(rules)
            self._show(Stage.SHADOW if shadow else Stage.RULES)
        elif self.stage is Stage.SHADOW:
            self._show(Stage.SHADOW)

    def show_progress(self, progress: "Progress") -> None:
        """Say how far the trial is."""
        self.bar.setRange(0, max(progress.total, 1))
        self.bar.setValue(progress.count)
        self._say_intro(progress)

    def show_outcome(self, trial: Trial) -> None:
        """Show what the trial gave."""
        self.trial.show_trial(trial)
        self._show(Stage.OUTCOME)
        self.back.setFocus()

    def show_stopped(self) -> None:
        """Show the rules again: the trial gave nothing."""
        self._show(Stage.RULES)
        self.try_out.setFocus()

    @override
    def can_put_away(self) -> bool:
        return self.stage is Stage.OUTCOME or (self.stage is Stage.RULES and self.form.rules() != self._start)

    @override
    def put_away(self) -> None:
        if self.stage is Stage.OUTCOME:
            self._on_back_clicked()
        elif self.can_put_away():
            self._choose_from(self._in_force)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _choose_from(self, rules: Rules) -> None:
        self.form.show_rules(rules, self._profiles)
        self._start = self.form.rules()

    def _rules(self) -> Rules:
        """Return the rules that the buttons speak of."""
        return self._shadow[0] if self.stage is Stage.SHADOW and self._shadow else self.form.rules()

    def _show(self, stage: Stage) -> None:
        self.stage = stage
        if stage is Stage.SHADOW and self._shadow is not None:
            self.trial.show_trial(self._shadow[1])
        self._area.setVisible(stage is Stage.RULES)
        self.trial.setVisible(stage in {Stage.OUTCOME, Stage.SHADOW})
        self.bar.setVisible(stage is Stage.BUSY)
        self._choice.setVisible(stage is Stage.RULES)
        self.stop.setVisible(stage is Stage.BUSY)
        self.stop.setEnabled(True)
        self.switch_on.setVisible(stage in {Stage.OUTCOME, Stage.SHADOW})
        self.in_shade.setVisible(stage is Stage.OUTCOME)
        self.drop.setVisible(stage is Stage.SHADOW)
        self.back.setVisible(stage in {Stage.OUTCOME, Stage.SHADOW})
        is_new = self._rules() != self._in_force
        self.switch_on.setEnabled(is_new)
        self.in_shade.setEnabled(is_new)
        self._say_intro()

    def _say_intro(self, progress: "Progress | None" = None) -> None:
        if self.stage is Stage.RULES:
            text = self.tr("Choose other rules and see first what they would do. Nothing changes until you switch on.")
        elif self.stage is Stage.BUSY:
            count, total = (progress.count, progress.total) if progress else (0, 0)
            told = self.tr("Trying: {done} of {total} messages.")
            text = told.format(done=words.number(count), total=words.number(total))
        elif self.stage is Stage.SHADOW:
            told = self.tr("These rules judge along in the shade, without putting anything in This week: {rules}.")
            text = told.format(rules=self._in_words(self._rules()))
        else:
            text = self.tr("Tried: {rules}.").format(rules=self._in_words(self._rules()))
        self._intro.setText(text)

    def _in_words(self, rules: Rules) -> str:
        told = [next((kind.name for kind in self._profiles if kind.key == rules.profile), rules.profile)]
        if rules.on_topic is not None:
            belongs = ", ".join(words.word(category) for category in Category if category in rules.on_topic)
            told.append(self.tr("belongs here: {what}").format(what=belongs or self.tr("nothing")))
        if rules.expects_112 is not None:
            told.append(self.tr("asks about 112") if rules.expects_112 else self.tr("does not ask about 112"))
        told += [f"{words.word(flag)}: {words.word(word)}" for flag, word in rules.strictness.items()]
        return "; ".join(told)

    @Slot()
    def _on_try_out_clicked(self) -> None:
        self._show(Stage.BUSY)
        self.bar.setRange(0, 0)
        self.stop.setFocus()
        self.try_requested.emit(self.form.rules(), self.months.currentData())

    @Slot()
    def _on_stop_clicked(self) -> None:
        self.stop.setEnabled(False)
        self.stop_requested.emit()

    @Slot()
    def _on_switch_on_clicked(self) -> None:
        self.switch_requested.emit(self._rules())

    @Slot()
    def _on_in_shade_clicked(self) -> None:
        self.shadow_requested.emit(self._rules())

    @Slot()
    def _on_drop_clicked(self) -> None:
        self.drop_requested.emit()

    @Slot()
    def _on_back_clicked(self) -> None:
        if self.stage is Stage.SHADOW:
            self._choose_from(self._rules())
        self._show(Stage.RULES)
        self.form.profile.setFocus()

    def _retranslate(self) -> None:
        self._months_label.setText(self.tr("Try on"))
        self.months.setAccessibleName(self.tr("How far back to try"))
        for place, months in enumerate(MONTHS):
            text = self.tr("the last %Ln month(s)", "", months)
            if self.months.count() <= place:
                self.months.addItem(text, months)
            else:
                self.months.setItemText(place, text)
        self.bar.setAccessibleName(self.tr("How far the trial is"))
        self.try_out.setText(self.tr("&Try out"))
        self.stop.setText(self.tr("&Stop"))
        self.switch_on.setText(self.tr("S&witch on"))
        self.in_shade.setText(self.tr("First in the s&hade"))
        self.drop.setText(self.tr("&End this trial"))
        self.back.setText(self.tr("Choose &other rules"))
        self._say_intro()

    def _lay_out(self) -> None:
        self._area.hold(self.form)
        choice = QHBoxLayout(self._choice)
        choice.setContentsMargins(0, 0, 0, 0)
        for part in (self._months_label, self.months, self.try_out):
            choice.addWidget(part)
        buttons = FlowLayout()
        for widget in (self._choice, self.stop, self.switch_on, self.in_shade, self.drop, self.back):
            buttons.addWidget(widget)
        self._months_label.setBuddy(self.months)
        column = QVBoxLayout(self)
        column.addWidget(self._intro)
        column.addWidget(self._area)
        column.addWidget(self.trial, 1)
        column.addWidget(self.bar)
        column.addLayout(buttons)
        column.addStretch()
