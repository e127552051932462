"""Which steps of the ladder a group takes, and how long each counts. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.flow_layout import FlowLayout
from ui.widgets.number_box import NumberBox
from ui.widgets.puts_away import PutsAway
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.desk.ladder import GroupLadder

LONGEST_DAYS: Final = 366  # the desk's own limit


class LadderForm(PutsAway):
    """A box for every step, with its days; a step without days never counts.

    *Signals:*
        kept(object): the days of each step that is taken (a dict by key), or None for the ladder of its kind.
    """

    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_force: GroupLadder | None = None
        self._intro = PlainLabel(wraps=True, is_muted=True)
        self.steps: dict[str, QCheckBox] = {}
        self.days: dict[str, NumberBox] = {}
        self._never: list[PlainLabel] = []
        self.keep, self._put_back, self.as_kind = QPushButton(), QPushButton(), QPushButton()
        self._grid = QGridLayout()
        self._grid.setColumnStretch(2, 1)
        steps = QWidget()
        steps.setLayout(self._grid)
        held = Scrolled()
        held.hold(steps)
        buttons = FlowLayout()
        for button in (self.as_kind, self.keep, self._put_back):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self._intro)
        column.addWidget(held, 1)
        column.addStretch()
        column.addLayout(buttons)
        self.keep.clicked.connect(self._on_keep_clicked)
        self._put_back.clicked.connect(self.put_away)
        self.as_kind.clicked.connect(self._on_as_kind_clicked)
        self._retranslate()

    def show_ladder(self, ladder: "GroupLadder") -> None:
        """Show what is in force in a group."""
        self._in_force = ladder
        if list(self.steps) != [rung.key for rung in ladder.rungs]:
            self._make_rows(ladder)
        self._show(ladder)

    @property
    def is_edited(self) -> bool:
        """Whether something is different from what is in force."""
        ladder = self._in_force
        return ladder is not None and self.value() != {rung.key: rung.days for rung in ladder.ladder.rungs}

    def value(self) -> dict[str, int | None]:
        """Return the days of each step that is taken; None for one that never counts."""
        return {
            key: self.days[key].value() if key in self.days else None
            for key, box in self.steps.items()
            if box.isChecked()
        }

    @override
    def can_put_away(self) -> bool:
        """Whether something was chosen that is not kept."""
        return self.is_edited

    @Slot()
    @override
    def put_away(self) -> None:
        if self._in_force is not None:
            self._show(self._in_force)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _make_rows(self, ladder: "GroupLadder") -> None:
        for row, rung in enumerate(ladder.rungs):
            box = self.steps[rung.key] = QCheckBox()
            self._grid.addWidget(box, row, 0)
            box.toggled.connect(self._on_edited)
            if rung.days is None:
                never = PlainLabel(is_muted=True)
                self._never.append(never)
                self._grid.addWidget(never, row, 1)
            else:
                days = self.days[rung.key] = NumberBox()
                days.setRange(1, LONGEST_DAYS)
                self._grid.addWidget(days, row, 1)
                days.valueChanged.connect(self._on_edited)
        self._retranslate()

    def _show(self, ladder: "GroupLadder") -> None:
        taken = {rung.key for rung in ladder.ladder.rungs}
        for rung in ladder.rungs:
            box = self.steps[rung.key]
            box.setText(rung.name)
            box.setChecked(rung.key in taken)
            if rung.days is not None:
                self.days[rung.key].setValue(rung.days)
                name = self.tr("Days that this step counts: {step}").format(step=rung.name)
                self.days[rung.key].setAccessibleName(name)
        self._on_edited()

    def _retranslate(self) -> None:
        what = self.tr("Which step is proposed next with a member who goes on. You decide yourself.")
        never = self.tr("A friendly talk never counts.")
        self._intro.setText(f"{what} {never}")
        self.keep.setText(self.tr("&Keep"))
        self._put_back.setText(self.tr("&Put back"))
        self.as_kind.setText(self.tr("As usual for this kind of group"))
        for label in self._never:
            label.setText(self.tr("never counts"))
        for days in self.days.values():
            days.setPrefix(self.tr("counts for") + " ")
            days.say(" " + self.tr("day"), " " + self.tr("days"))

    @Slot()
    def _on_edited(self) -> None:
        for key, days in self.days.items():
            days.setEnabled(self.steps[key].isChecked())
        self.keep.setEnabled(self.is_edited)
        self._put_back.setEnabled(self.is_edited)
        self.as_kind.setVisible(self._in_force is not None and self._in_force.is_own)

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self.is_edited:
            self.kept.emit(self.value())

    @Slot()
    def _on_as_kind_clicked(self) -> None:
        self.kept.emit(None)
