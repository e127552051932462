"""One calm line: who of a group may be reminded of the rules, or which rule may be told again. GUI thread only."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.group import GroupId
from console.domain.judgement import Flag
from ui.welcome_words import went_wrong_words
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

GROUP_CHARACTERS: Final = 60


@dataclass(frozen=True, slots=True)
class ToDo:
    """What may be done in a group: remind ``members``, or where there is a ``flag``, tell a rule again.

    ``more`` is in how many other groups something may be done too.
    """

    group_id: GroupId
    group: str
    members: int = 0
    flag: Flag | None = None
    more: int = 0


class WelcomeDueBar(QWidget):
    """Hidden while there is nothing to do; it may be put away until tomorrow.

    *Signals:*
        opened(object): show the group (its id) there.
        put_off(): not today.
    """

    opened = Signal(object)
    put_off = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._todo: ToDo | None = None
        self._is_low = False
        self._label = PlainLabel(wraps=True)
        self.button, self.later = QPushButton(), QPushButton()
        buttons = FlowLayout()
        for button in (self.button, self.later):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        column.addLayout(buttons)
        self.button.clicked.connect(self._on_button_clicked)
        self.later.clicked.connect(self.put_off)
        self.hide()

    def be_short(self, *, is_short: bool) -> None:
        """Let the buttons alone lead there, where the list needs the room."""
        self._label.setVisible(not is_short)

    def be_low(self, *, is_low: bool) -> None:
        """Leave out that other groups have something too, where the list above it is low; they come after this one."""
        self._is_low = is_low
        self._retranslate()

    @property
    def text(self) -> str:
        """What is said now; empty while nothing is."""
        return "" if self.isHidden() else self._label.text()

    def show_todo(self, todo: ToDo | None) -> None:
        """Say what may be done; None: say nothing."""
        self._todo = todo
        self.setVisible(todo is not None)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.later.setText(self.tr("Not toda&y"))
        todo = self._todo
        if todo is None:
            return
        group = isolated(one_line(todo.group, GROUP_CHARACTERS))
        if todo.flag is None:
            said = self.tr("{group}: as far as is known, %Ln member(s) did not read the rules yet.", "", todo.members)
            self.button.setText(self.tr("&Remind…"))
            self.button.setAccessibleName(Shown(self.tr("Remind members of {group}").format(group=group)))
        else:
            said = self.tr("{group}: more often than before: {what}. Tell a rule again?")
            self.button.setText(self.tr("One &rule again…"))
            self.button.setAccessibleName(Shown(self.tr("One rule again for {group}").format(group=group)))
        sentences = [said.format(group=group, what="" if todo.flag is None else went_wrong_words(todo.flag))]
        if todo.more and not self._is_low:
            sentences.append(self.tr("There is something to do in %Ln other group(s) too.", "", todo.more))
        self._label.setText(Shown(" ".join(sentences)))

    @Slot()
    def _on_button_clicked(self) -> None:
        if self._todo is not None:
            self.opened.emit(self._todo.group_id)
