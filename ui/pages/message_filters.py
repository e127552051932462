"""What a person asks of the messages: words, group, author, period, and three-state filters. GUI thread only."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from console.domain.filters import Wish
from console.domain.judgement import Category, Flag
from ui import words
from ui.dialogs.parts import DEFAULT_ZONE, midnight
from ui.widgets.chips import ChipState, ThreeStateChip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import one_line

if TYPE_CHECKING:
    from console.desk.messages import MessageFilter
    from console.domain.group import Group

LONGEST_QUERY: Final = 200
PERIODS: Final = {"week": timedelta(days=7), "weeks": timedelta(days=28), "year": timedelta(days=365)}


class SearchField(QLineEdit):
    """A field for words. Esc clears it, and leaves it when it is empty; Down and Enter go to what was found.

    *Signals:*
        left(): the person wants to go on to the list.
    """

    left = Signal()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Esc for the field: elsewhere in the window it closes a message."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class MessageFilterView(QWidget):
    """A search field, a group, and the other filters behind one button, so that the page stays calm.

    *Signals:*
        edited(): something else is wanted now; the words change at every letter.
        left(): the person goes from the search field to what was found.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField()
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(LONGEST_QUERY)
        self.group = QComboBox()
        self.more = QPushButton()
        self.more.setCheckable(True)
        self.author = QLineEdit()
        self.author.setClearButtonEnabled(True)
        self.author.setMaxLength(LONGEST_QUERY)
        self.period = QComboBox()
        self.first_day, self.last_day = (day_edit() for _ in range(2))
        self.category, self.flag = QComboBox(), QComboBox()
        self.flagged, self.media, self.deleted, self.edited_chip, self.system = self._chips = tuple(
            ThreeStateChip() for _ in range(5)
        )
        self.system.set_state(ChipState.EXCLUDE)
        self.clear = QPushButton()
        self._more_box = QWidget()
        self._groups: tuple[Group, ...] = ()
        self._now = datetime.now(ZoneInfo(DEFAULT_ZONE))
        self._arrange()
        self.retranslate()
        self._connect()
        self._show_days()

    # --- what the page asks ------------------------------------------------------------------------------------------

    def value(self) -> "MessageFilter":
        """Return what is wanted now, in the desk's terms."""
        from console.desk.messages import MessageFilter

        from_at, to_at = self._span()
        group, category, flag = self.group.currentData(), self.category.currentData(), self.flag.currentData()
        wishes = {
            name: Wish[chip.state.name]
            for name, chip in zip(("flagged", "media", "deleted", "edited", "system"), self._chips, strict=True)
        }
        return MessageFilter(
            query=self.search.text(),
            groups=frozenset() if group is None else frozenset({group}),
            author=self.author.text(),
            from_at=from_at,
            to_at=to_at,
            category=Category(category) if category else None,  # Qt gives a StrEnum back as a bare str
            flag=Flag(flag) if flag else None,
            **wishes,
        )

    def set_groups(self, groups: "tuple[Group, ...]") -> None:
        """Offer these groups, keeping the choice when that group is still there."""
        if groups == self._groups:
            return
        chosen = self.group.currentData()
        self._groups = groups
        self.group.blockSignals(True)
        self.group.clear()
        self.group.addItem(self.tr("All groups"), None)
        for group in sorted(groups, key=_name):
            self.group.addItem(one_line(group.name), group.id)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        self.group.blockSignals(False)

    def set_now(self, now: datetime) -> None:
        """Say what "the last week" counts back from (aware); in the demo that is not today."""
        self._now = now.astimezone(ZoneInfo(DEFAULT_ZONE))
        today = QDate(self._now.year, self._now.month, self._now.day)
        if self.period.currentData() != "days":
            self.first_day.setDate(today.addMonths(-1))
            self.last_day.setDate(today)

    @Slot()
    def reset(self) -> None:
        """Want everything again."""
        self.blockSignals(True)
        self.search.clear()
        self.author.clear()
        for box in (self.group, self.period, self.category, self.flag):
            box.setCurrentIndex(0)
        for chip in self._chips:
            chip.set_state(ChipState.IGNORE)
        self.system.set_state(ChipState.EXCLUDE)
        self.blockSignals(False)
        self._on_edited()

    def ask_for_flagged(self) -> None:
        """Show the messages that asked for attention, whatever else was wanted."""
        self.blockSignals(True)
        self.reset()
        self.flagged.set_state(ChipState.REQUIRE)
        self.more.setChecked(True)
        self.blockSignals(False)
        self._on_edited()

    def retranslate(self) -> None:
        """Put every word on the screen in the language of now; choices stay."""
        self.search.setPlaceholderText(self.tr("Search in messages"))
        self.author.setPlaceholderText(self.tr("Author"))
        self.clear.setText(self.tr("C&lear filters"))
        for widget, name in (
            (self.search, self.tr("Search in messages")),
            (self.group, self.tr("Group")),
            (self.author, self.tr("Author")),
            (self.period, self.tr("Period")),
            (self.first_day, self.tr("First day")),
            (self.last_day, self.tr("Last day")),
            (self.category, self.tr("What it is about")),
            (self.flag, self.tr("Why it asks for attention")),
        ):
            widget.setAccessibleName(name)
        self.flagged.set_words(self.tr("Attention"), self.tr("✓ Attention"), self.tr("✗ No attention"))
        self.media.set_words(self.tr("Attachment"), self.tr("✓ Attachment"), self.tr("✗ No attachment"))
        self.deleted.set_words(self.tr("Deleted"), self.tr("✓ Deleted"), self.tr("✗ Not deleted"))
        self.edited_chip.set_words(self.tr("Edited"), self.tr("✓ Edited"), self.tr("✗ Not edited"))
        self.system.set_words(self.tr("Notices of the app"), self.tr("✓ Only notices"), self.tr("✗ No notices"))
        _fill(
            self.period,
            (self.tr("Any time"), "any"),
            (self.tr("The last week"), "week"),
            (self.tr("The last four weeks"), "weeks"),
            (self.tr("The last year"), "year"),
            (self.tr("From day to day"), "days"),
        )
        _fill(self.category, (self.tr("About anything"), None), *((words.word(item), item) for item in Category))
        _fill(self.flag, (self.tr("Any reason"), None), *((words.word(item), item) for item in Flag))
        if self.group.count():
            self.group.setItemText(0, self.tr("All groups"))
        else:
            self.group.addItem(self.tr("All groups"), None)
        self._count_more()

    # --- inside ------------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.author.setMaximumWidth(12 * self.fontMetrics().height())
        flow = FlowLayout(self._more_box)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(self.fontMetrics().height() // 2)
        for widget in (
            self.author,
            self.period,
            self.first_day,
            self.last_day,
            self.category,
            self.flag,
            *self._chips,
            self.clear,
        ):
            flow.addWidget(widget)
        self._more_box.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.search, 0, 0)
        grid.addWidget(self.group, 0, 1)
        grid.addWidget(self.more, 0, 2)
        grid.addWidget(self._more_box, 1, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        self.group.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.group.setMinimumContentsLength(18)

    def _connect(self) -> None:
        for field in (self.search, self.author):
            field.textChanged.connect(self._on_edited)
        self.search.left.connect(self.left)
        for box in (self.group, self.period, self.category, self.flag):
            box.currentIndexChanged.connect(self._on_edited)
        for day in (self.first_day, self.last_day):
            day.dateChanged.connect(self._on_edited)
        for chip in self._chips:
            chip.state_changed.connect(self._on_edited)
        self.more.toggled.connect(self._more_box.setVisible)
        self.clear.clicked.connect(self.reset)

    @Slot()
    def _on_edited(self) -> None:
        self._show_days()
        self._count_more()
        self.edited.emit()

    def _show_days(self) -> None:
        for day in (self.first_day, self.last_day):
            day.setVisible(self.period.currentData() == "days")

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is asked for; leaving out notices of the app is how the page begins."""
        return bool(self.search.text().strip()) or self.group.currentIndex() > 0 or self._count_at_work() > 0

    def _count_more(self) -> None:
        """Say on the button how many of the filters behind it are at work."""
        count = self._count_at_work()
        self.more.setText(self.tr("&More filters ({count})").format(count=count) if count else self.tr("&More filters"))

    def _count_at_work(self) -> int:
        ignored = [chip.state is ChipState.IGNORE for chip in self._chips[:-1]]
        return sum(
            (
                bool(self.author.text().strip()),
                self.period.currentIndex() > 0,
                self.category.currentIndex() > 0,
                self.flag.currentIndex() > 0,
                ignored.count(False),
                self.system.state is not ChipState.EXCLUDE,
            )
        )

    def _span(self) -> tuple[datetime | None, datetime | None]:
        """Return the period as aware moments: the first one in it, and the first one after it."""
        chosen = self.period.currentData()
        if chosen in PERIODS:
            return self._now - PERIODS[chosen], None
        if chosen != "days":
            return None, None
        one, other = self.first_day.date(), self.last_day.date()
        first, last = (one, other) if one <= other else (other, one)
        return midnight(first), midnight(last.addDays(1))


def day_edit() -> QDateEdit:
    """Return a field for a day, with a calendar."""
    edit = QDateEdit()
    edit.setCalendarPopup(True)
    edit.setDisplayFormat("dd-MM-yyyy")
    return edit


def _name(group: "Group") -> str:
    return group.name.casefold()


def _fill(box: QComboBox, *choices: tuple[str, object]) -> None:
    """Give a box its choices anew; the one that was chosen stays chosen."""
    chosen = box.currentIndex()
    box.blockSignals(True)
    box.clear()
    for text, data in choices:
        box.addItem(text, data)
    box.setCurrentIndex(max(0, chosen))
    box.blockSignals(False)
