"""How somebody joins a group: what is asked, what its rule proposes, and how long what is kept. GUI thread only."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.join_request import CheckKind
from console.domain.joining import ASKABLE, MOST_LEFT_DAYS, MOST_LIMIT_DAYS, MOST_REFUSED_DAYS, JoiningRules
from console.domain.profile import JoinPolicy
from ui import theme, words
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import PlainLabel

OLDEST: Final = 99
MOST_MEMBERS: Final = 100_000
NONE: Final = 0  # what a spin box shows as words: no age, no greatest number


@dataclass(frozen=True, slots=True)
class _Row:
    """One check: whether it is asked, and whether it must be in order before admitting is proposed."""

    asks: QCheckBox
    needs: QCheckBox


class JoiningForm(QWidget):
    """Nothing counts before ``kept``.

    *Signals:*
        kept(JoiningRules): these are the rules from now on.
    """

    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = JoiningRules()
        self.policy = QComboBox()
        self._policy_hint, self._asks_title, self._asks_hint = (PlainLabel(wraps=True) for _ in range(3))
        self._terms_title, self._terms_hint = PlainLabel(is_bold=True), PlainLabel(wraps=True, is_muted=True)
        self.rows = {kind: _Row(QCheckBox(), QCheckBox()) for kind in ASKABLE}
        self.age, self.limit, self.members = _spin(NONE, OLDEST), _spin(1, MOST_LIMIT_DAYS), _spin(NONE, MOST_MEMBERS)
        self.refused, self.left = _spin(1, MOST_REFUSED_DAYS), _spin(1, MOST_LEFT_DAYS)
        self.refers = QCheckBox()
        self.keep, self._reset = QPushButton(), QPushButton()
        self._labels: dict[QWidget, QLabel] = {}
        self._lay_out()
        self._connect()
        self._fit()
        self._retranslate()

    def show_rules(self, rules: JoiningRules, kept: tuple[str, ...]) -> None:
        """Show the rules of a group, and in ``kept`` what is kept of whom for how long."""
        self._rules = rules
        self._terms_hint.setText(" ".join(kept))
        self._put_back()

    @property
    def rules(self) -> JoiningRules:
        """What the form says."""
        return JoiningRules(
            asks=frozenset(kind for kind, row in self.rows.items() if row.asks.isChecked()),
            proposes=frozenset(
                kind for kind, row in self.rows.items() if row.needs.isChecked() and row.asks.isChecked()
            ),
            proposes_referring=self.refers.isChecked(),
            minimum_age=self.age.value() or None,
            limit_days=self.limit.value(),
            member_limit=self.members.value() or None,
            keep_refused_days=self.refused.value(),
            keep_left_days=self.left.value(),
            join_policy=JoinPolicy(self.policy.currentData() or JoinPolicy.CLOSED),
        )

    @property
    def is_edited(self) -> bool:
        """Whether it says something else than what counts."""
        return self.rules != self._rules

    @Slot()
    def put_back(self) -> None:
        """Show again what counts."""
        self._put_back()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the letters."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    # --- layout -------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.em(self, 0.5), 0)
        column.addLayout(self._labelled(self.policy))
        column.addWidget(self._policy_hint)
        column.addWidget(self._asks_title)
        grid = QGridLayout()
        grid.setColumnStretch(2, 1)
        for place, row in enumerate(self.rows.values()):
            grid.addWidget(row.asks, place, 0)
            grid.addWidget(row.needs, place, 1)
        column.addLayout(grid)
        column.addLayout(self._labelled(self.age))
        column.addWidget(self._asks_hint)
        column.addWidget(self.refers)
        column.addSpacing(theme.em(self, 0.5))
        column.addWidget(self._terms_title)
        column.addLayout(self._labelled(self.limit, self.members, self.refused, self.left))
        column.addWidget(self._terms_hint)
        column.addStretch(1)
        area = Scrolled()
        area.hold(content)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.stand_in(self)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.keep)
        foot.addWidget(self._reset)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area, 1)
        whole.addLayout(foot)

    def _labelled(self, *parts: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(2, 1)
        for place, part in enumerate(parts):
            label = PlainLabel()
            label.setBuddy(part)
            self._labels[part] = label
            grid.addWidget(label, place, 0)
            grid.addWidget(part, place, 1)
        return grid

    def _fit(self) -> None:
        """Leave room for the words that a box shows in the place of a number."""
        for box in (self.age, self.limit, self.members, self.refused, self.left):
            box.setMinimumWidth(theme.em(self, 8))

    def _connect(self) -> None:
        self.policy.activated.connect(self._on_edited)
        for row in self.rows.values():
            row.asks.toggled.connect(self._on_edited)
            row.needs.toggled.connect(self._on_edited)
        for box in (self.age, self.limit, self.members, self.refused, self.left):
            box.valueChanged.connect(self._on_edited)
        self.refers.toggled.connect(self._on_edited)
        self.keep.clicked.connect(self._on_keep_clicked)
        self._reset.clicked.connect(self.put_back)

    def _put_back(self) -> None:
        rules = self._rules
        self.policy.setCurrentIndex(max(0, self.policy.findData(rules.join_policy)))
        for kind, row in self.rows.items():
            row.asks.setChecked(kind in rules.asks)
            row.needs.setChecked(kind in rules.proposes)
        for box, value in (
            (self.age, rules.minimum_age or NONE),
            (self.limit, rules.limit_days),
            (self.members, rules.member_limit or NONE),
            (self.refused, rules.keep_refused_days),
            (self.left, rules.keep_left_days),
        ):
            box.setValue(value)
        self.refers.setChecked(rules.proposes_referring)
        self._on_edited()

    # --- words --------------------------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        chosen = max(0, self.policy.currentIndex())
        self.policy.clear()
        self.policy.addItem(self.tr("Closed: you admit who joins"), JoinPolicy.CLOSED)
        self.policy.addItem(self.tr("Open: anybody joins by himself"), JoinPolicy.OPEN)
        self.policy.setCurrentIndex(chosen)
        for part, text in (
            (self.policy, self.tr("&Who may join")),
            (self.age, self.tr("From what a&ge")),
            (self.limit, self.tr("An answer within (&days)")),
            (self.members, self.tr("The group is f&ull with (members)")),
            (self.refused, self.tr("Who was &not admitted is erased after (days)")),
            (self.left, self.tr("Who &left the group is erased after (days)")),
        ):
            self._labels[part].setText(text)
            part.setAccessibleName(text.replace("&", ""))
        self.age.setSpecialValueText(self.tr("any age"))
        self.members.setSpecialValueText(self.tr("never"))
        self._asks_title.setText(self.tr("What you ask of somebody who wants to join:"))
        for kind, row in self.rows.items():
            row.asks.setText(self._asked_words(kind))
            row.needs.setText(self.tr("needed"))
            row.needs.setAccessibleName(
                self.tr("{check}: needed before admitting is proposed").format(check=words.word(kind))
            )
        self._asks_hint.setText(
            self.tr("Is all that is needed in order? Then the program proposes to admit. You decide yourself.")
        )
        self.refers.setText(self.tr("Propose another group when the address belongs there"))
        self._terms_title.setText(self.tr("How long"))
        self.keep.setText(self.tr("&Keep"))
        self._reset.setText(self.tr("Put &back"))
        self._on_edited()

    def _asked_words(self, kind: CheckKind) -> str:
        return {
            CheckKind.AREA: self.tr("the address lies in the area"),
            CheckKind.AGE: self.tr("old enough"),
            CheckKind.RULES: self.tr("has read the rules"),
            CheckKind.CONSENT: self.tr("the others may see the number or name"),
            CheckKind.CONFIRMED: self.tr("confirmed that it was really the applicant"),
            CheckKind.VOUCHED: self.tr("a member knows this person"),
        }[kind]

    # --- what happens -------------------------------------------------------------------------------------------------

    @Slot()
    def _on_edited(self) -> None:
        is_open = self.policy.currentData() == JoinPolicy.OPEN
        self._policy_hint.setText(
            self.tr("Nobody asks you anything: there are no requests for this group.") if is_open else ""
        )
        self._policy_hint.setVisible(is_open)
        for row in self.rows.values():
            row.asks.setEnabled(not is_open)
            row.needs.setEnabled(not is_open and row.asks.isChecked())
        for box in (self.age, self.limit, self.members, self.refers):
            box.setEnabled(not is_open)
        for button in (self.keep, self._reset):
            button.setEnabled(self.is_edited)

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self.is_edited:
            self.kept.emit(self.rules)


def _spin(least: int, most: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    return box
