"""One head of the study's scheme for a report: a suggestion until a person says otherwise. GUI thread only."""

from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme, words
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.number_box import NumberBox
from ui.widgets.text import PlainLabel, Shown

CHOICE_CHARACTERS: Final = 14
MOST_MINUTES: Final = 99_999
UNKNOWN: Final = -1  # minutes
_OPENING: Final = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4}
)


class Timed(NamedTuple):
    """What was done, by whom (a value of the list that was offered), and after how many minutes; None: not known."""

    value: StrEnum
    by: object = None
    minutes: int | None = None


class HeadField(QWidget):
    """What a head is called, its value, and whose word that is.

    *Signals:*
        said(object): a person says that this is the value.
        suggestion_wanted(): a person wants what the messages say.
    """

    said = Signal(object)
    suggestion_wanted = Signal()

    def __init__(self, values: type[StrEnum], control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values = tuple(values)
        self.title, self.source = PlainLabel(is_bold=True), PlainLabel(is_muted=True)
        self.suggested = PlainLabel(is_muted=True, wraps=True)
        self.back = QPushButton()
        self._is_by_hand, self._suggested = False, ""
        head = FlowLayout()
        for part in (self.title, self.source, self.back):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.2))
        column.addLayout(head)
        column.addWidget(control)
        column.addWidget(self.suggested)
        self.back.clicked.connect(self.suggestion_wanted)

    def show_source(self, *, is_by_hand: bool, suggested: str) -> None:
        """Say whether a person gave the value, and what the messages say in words."""
        self._is_by_hand, self._suggested = is_by_hand, suggested
        self.back.setVisible(is_by_hand)
        self.suggested.setVisible(is_by_hand)
        self._say_source()

    def retranslate(self, title: str) -> None:
        """Put every text in the language on the screen."""
        self.title.setText(title)
        self.back.setText(self.tr("Back to the suggestion"))
        self.back.setAccessibleName(self.tr("{head}: back to the suggestion").format(head=title))
        self._say_source()

    def _say_source(self) -> None:
        self.source.setText(self.tr("by you") if self._is_by_hand else self.tr("suggestion"))
        self.suggested.setText(self.tr("The suggestion was: {value}").format(value=self._suggested))


class ChoiceHead(HeadField):
    """A head with one value."""

    def __init__(self, values: type[StrEnum], parent: QWidget | None = None) -> None:
        self.box = _CalmBox()
        self._shown: StrEnum | None = None
        super().__init__(values, self._control(), parent)
        self.title.setBuddy(self.box)
        self.box.activated.connect(self._on_box_activated)

    def _control(self) -> QWidget:
        return self.box

    def show_value(self, value: StrEnum, suggested: StrEnum, *, is_by_hand: bool) -> None:
        """Show what is known, and what the messages say."""
        self._shown = value
        self.box.setCurrentIndex(self.values.index(value))
        self.show_source(is_by_hand=is_by_hand, suggested=words.word(suggested))

    @override
    def retranslate(self, title: str) -> None:
        super().retranslate(title)
        self.box.setAccessibleName(title)
        self.box.clear()
        self.box.addItems([words.word(value) for value in self.values])
        self.box.setCurrentIndex(-1 if self._shown is None else self.values.index(self._shown))

    @Slot(int)
    def _on_box_activated(self, place: int) -> None:
        if self.values[place] is not self._shown:
            self._say(self.values[place])

    def _say(self, value: StrEnum) -> None:
        self.said.emit(value)


class TimedHead(ChoiceHead):
    """A head with one value, by whom, and after how many minutes; the latter two where the value asks for them.

    ``asks_more`` are the values of which a person may say by whom and after how many minutes.
    """

    def __init__(self, values: type[StrEnum], asks_more: Collection[StrEnum], parent: QWidget | None = None) -> None:
        self._asks_more = frozenset(asks_more)
        self.by, self.minutes = _CalmBox(), _CalmMinutes()
        self._people: tuple[tuple[object, Shown], ...] = ()
        self._more = QWidget()
        super().__init__(values, parent)
        self._timed = Timed(self.values[0])
        self.by.activated.connect(self._on_by_activated)
        self.minutes.editingFinished.connect(self._on_minutes_editing_finished)

    @override
    def _control(self) -> QWidget:
        control = QWidget()
        row = FlowLayout(self._more)
        column = QVBoxLayout(control)
        for layout in (row, column):
            layout.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.by)
        row.addWidget(self.minutes)
        column.addWidget(self.box)
        column.addWidget(self._more)
        return control

    def show_timed(
        self, timed: Timed, suggested: StrEnum, people: Sequence[tuple[object, Shown]], *, is_by_hand: bool
    ) -> None:
        """Show what is known; ``people`` are who it may have been, each a value with its words."""
        self._timed, self._people = timed, tuple(people)
        self.show_value(timed.value, suggested, is_by_hand=is_by_hand)
        self._more.setVisible(timed.value in self._asks_more)
        self._fill()

    @override
    def retranslate(self, title: str) -> None:
        super().retranslate(title)
        self.by.setAccessibleName(self.tr("{head}: by whom").format(head=title))
        self.minutes.setAccessibleName(self.tr("{head}: after how many minutes").format(head=title))
        self.minutes.setSpecialValueText(self.tr("minutes not known"))
        self.minutes.say(self.tr(" minute later"), self.tr(" minutes later"))
        self._fill()

    def _fill(self) -> None:
        self.by.clear()
        self.by.addItem(self.tr("by whom is not known"))
        self.by.addItems([name for _, name in self._people])
        place = next((at for at, (who, _) in enumerate(self._people, start=1) if who == self._timed.by), 0)
        self.by.setCurrentIndex(place if self._timed.by is not None else 0)
        self.minutes.setValue(UNKNOWN if self._timed.minutes is None else self._timed.minutes)

    @override
    def _say(self, value: StrEnum) -> None:
        if value in self._asks_more and self._timed.value in self._asks_more:
            self.said.emit(self._timed._replace(value=value))
        else:
            self.said.emit(Timed(value))

    @Slot(int)
    def _on_by_activated(self, place: int) -> None:
        by = None if place == 0 else self._people[place - 1][0]
        if by != self._timed.by:
            self.said.emit(self._timed._replace(by=by))

    @Slot()
    def _on_minutes_editing_finished(self) -> None:
        minutes = None if self.minutes.value() == UNKNOWN else self.minutes.value()
        if minutes != self._timed.minutes and not self._more.isHidden():
            self._timed = self._timed._replace(minutes=minutes)  # leaving the field says it once
            self.said.emit(self._timed)


class TicksHead(HeadField):
    """A head with any number of values: none of them is an answer too."""

    def __init__(self, values: type[StrEnum], parent: QWidget | None = None) -> None:
        control = QWidget()
        self.boxes = [QCheckBox() for _ in values]
        super().__init__(values, control, parent)
        flow = FlowLayout(control)
        flow.setContentsMargins(0, 0, 0, 0)
        for box in self.boxes:
            flow.addWidget(box)
            box.clicked.connect(self._on_box_clicked)

    def show_values(self, values: Collection[StrEnum], suggested: Collection[StrEnum], *, is_by_hand: bool) -> None:
        """Show what is known, and what the messages say."""
        for value, box in zip(self.values, self.boxes, strict=True):
            box.setChecked(value in values)
        told = ", ".join(words.word(value) for value in self.values if value in suggested)
        self.show_source(is_by_hand=is_by_hand, suggested=told or self.tr("nothing"))

    @override
    def retranslate(self, title: str) -> None:
        super().retranslate(title)
        for value, box in zip(self.values, self.boxes, strict=True):
            box.setText(words.word(value))
            box.setAccessibleName(f"{title}: {words.word(value)}")

    @Slot()
    def _on_box_clicked(self) -> None:
        ticked = zip(self.values, self.boxes, strict=True)
        self.said.emit(tuple(value for value, box in ticked if box.isChecked()))


class _CalmBox(QComboBox):
    """What is chosen here is kept at once: neither the wheel nor a key that passes by chooses anything unseen."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(CHOICE_CHARACTERS)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on the keys that would otherwise choose the next value unseen."""
        if event.key() in _OPENING:
            self.showPopup()
        else:
            event.ignore()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls around it."""
        event.ignore()

    @override
    def showPopup(self) -> None:
        """Be as wide as the words when it is open."""
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 2 * self.fontMetrics().height())
        super().showPopup()


class _CalmMinutes(NumberBox):
    """So many minutes, or not known; the wheel changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(UNKNOWN, MOST_MINUTES)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls around it."""
        event.ignore()
