"""What only a person can tell about an export: the order of its dates, which chat, which year, which column is which.

Each panel asks about one field of ``Answers`` and says ``answered`` with its name and value. They know no desk; they
are shown inside the page Inlezen, never as a window on top.
"""

from typing import TYPE_CHECKING, Final, Self

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui import theme, words
from ui.dialogs.parts import heading, message_line, paragraph
from ui.widgets.text import one_line

if TYPE_CHECKING:
    from console.desk.intake import ChatChoice, DatedSample

FIRST_YEAR = 2009  # WhatsApp's first
SAMPLE_CHARACTERS = 160
NAME_CHARACTERS = 200
TIME: Final = "time"  # the only column that a table may do without


class QuestionView(QWidget):
    """One question, a place for the choices, and the two ways on.

    Signals:
        answered(str, object): the field of ``Answers`` that the question is about, and its value.
        skipped(): the person leaves this file out.
    """

    answered = Signal(str, object)
    skipped = Signal()

    about = ""

    def __init__(self, question: str, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._explanation = heading(question), paragraph(explanation)
        self.confirm = QPushButton(self.tr("&Continue"))
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self._on_confirm_clicked)
        self._skip = QPushButton(self.tr("Leave this file &out"))
        self._skip.clicked.connect(self.skipped)
        self.body = QVBoxLayout()
        buttons = QHBoxLayout()
        buttons.addWidget(self.confirm)
        buttons.addWidget(self._skip)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(self._title)
        layout.addWidget(self._explanation)
        layout.addSpacing(theme.em(self, 0.5))
        layout.addLayout(self.body)
        layout.addSpacing(theme.em(self, 0.5))
        layout.addLayout(buttons)
        layout.addStretch()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from whichever choice has the focus, unless a list answered with it already."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isVisible():
            self.confirm.click()
            return
        super().keyPressEvent(event)

    @Slot()
    def _on_choice_changed(self) -> None:
        self.confirm.setEnabled(self.answer() is not None)

    @Slot()
    def _on_confirm_clicked(self) -> None:
        answer = self.answer()
        if answer is not None:
            self.answered.emit(self.about, answer)

    def answer(self) -> object:
        """Return what is chosen now, None while nothing is."""
        raise NotImplementedError

    def take_over(self, before: Self) -> None:
        """Choose what was chosen in the same panel in another language."""
        raise NotImplementedError


class DateOrderView(QuestionView):
    """Which reading of the dates is right; answers with a ``DateOrder``. Only a likely one is chosen beforehand."""

    about = "date_order"

    def __init__(self, samples: "tuple[DatedSample, ...]", likely: object, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Which dates are right?"),
            self.tr(
                "This export does not tell whether the day or the month comes first. "
                "Choose the dates that fit what you know of the group."
            ),
            parent,
        )
        self._choices = QButtonGroup(self)
        self._orders = [sample.order for sample in samples]
        for number, sample in enumerate(samples):
            choice = QRadioButton(self._name(sample))
            choice.setChecked(sample.order == likely)
            self._choices.addButton(choice, number)
            self.body.addWidget(choice)
            self.body.addWidget(self._sample(sample))
        self._choices.idToggled.connect(self._on_choice_changed)
        self._on_choice_changed()
        chosen = self._choices.checkedButton() or self._choices.button(0)
        self.setFocusProxy(chosen)

    def _name(self, sample: "DatedSample") -> str:
        period = words.period(sample.first.sent_at, sample.last.sent_at)
        text = {
            "dmy": self.tr("Day first: {period}"),
            "mdy": self.tr("Month first: {period}"),
            "ymd": self.tr("Year first: {period}"),
        }[sample.order.value]
        return text.format(period=period)

    def _sample(self, sample: "DatedSample") -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        indent = 2 * self.fontMetrics().height()
        grid.setContentsMargins(indent, 0, 0, indent // 2)
        grid.setColumnStretch(1, 1)
        for row, (name, message) in enumerate(
            ((self.tr("First message"), sample.first), (self.tr("Last message"), sample.last))
        ):
            grid.addWidget(paragraph(name), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(paragraph(message_line(message, SAMPLE_CHARACTERS)), row, 1)
        return box

    @override
    def answer(self) -> object:
        """Return the chosen ``DateOrder``."""
        number = self._choices.checkedId()
        return self._orders[number] if number >= 0 else None

    @override
    def take_over(self, before: Self) -> None:
        if (chosen := self._choices.button(before._choices.checkedId())) is not None:
            chosen.setChecked(True)


class ChatView(QuestionView):
    """Which chat of an export that holds several; answers with its name. Private chats stand at the end."""

    about = "chat"

    def __init__(self, choices: "tuple[ChatChoice, ...]", parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Which group do you want to take in?"),
            self.tr("This export holds several chats. Only the one that you choose is read; the others stay out."),
            parent,
        )
        self.chats = QListWidget()
        self.chats.setAccessibleName(self.tr("Chats in this export"))
        self.chats.setUniformItemSizes(True)
        for choice in sorted(choices, key=lambda choice: (choice.is_private, -(choice.messages or 0))):
            self.chats.addItem(self._item(choice))
        self.chats.itemActivated.connect(self._on_chats_item_activated)
        self.chats.currentRowChanged.connect(self._on_choice_changed)
        self.body.addWidget(self.chats)
        self._on_choice_changed()
        self.setFocusProxy(self.chats)

    def _item(self, choice: "ChatChoice") -> QListWidgetItem:
        line = str(one_line(choice.name, NAME_CHARACTERS))
        if choice.messages is not None:
            line += " · " + self.tr("%Ln message(s)", "", choice.messages)
        if choice.last_at is not None:
            line += " · " + self.tr("last on {day}").format(day=words.day(choice.last_at))
        if choice.is_private:
            line += " · " + self.tr("private chat")
        item = QListWidgetItem(line)
        item.setData(Qt.ItemDataRole.UserRole, choice.name)
        return item

    @Slot(QListWidgetItem)
    def _on_chats_item_activated(self, _item: QListWidgetItem) -> None:
        self._on_confirm_clicked()

    @override
    def answer(self) -> object:
        """Return the name of the chosen chat, exactly as the export writes it."""
        item = self.chats.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    @override
    def take_over(self, before: Self) -> None:
        self.chats.setCurrentRow(before.chats.currentRow())


class YearView(QuestionView):
    """In which year copied text begins, where it has dates without one; answers with an int."""

    about = "year"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("From which year are these messages?"),
            self.tr("The copied text has days and months but no year. Give the year of the last message."),
            parent,
        )
        this_year = QDate.currentDate().year()
        self.year = QSpinBox()
        self.year.setAccessibleName(self.tr("Year of the last message"))
        self.year.setRange(FIRST_YEAR, this_year)
        self.year.setValue(this_year)
        self.body.addWidget(self.year, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.year)

    @override
    def answer(self) -> object:
        """Return the year."""
        return self.year.value()

    @override
    def take_over(self, before: Self) -> None:
        self.year.setValue(before.year.value())


class ColumnsView(QuestionView):
    """Which column of a table holds what; answers with ``Answers.columns``: pairs of a role and its heading."""

    about = "columns"

    def __init__(self, columns: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Which column is which?"),
            self.tr("The names above the columns of this table are not known. Say where everything stands."),
            parent,
        )
        self._columns = columns
        self.choices = {
            "date": self._choice(self.tr("Choose a column")),
            TIME: self._choice(self.tr("With the date, or nowhere")),
            "author": self._choice(self.tr("Choose a column")),
            "text": self._choice(self.tr("Choose a column")),
        }
        names = (self.tr("&Date"), self.tr("&Time"), self.tr("&Name of who wrote it"), self.tr("&Message"))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, choice in zip(names, self.choices.values(), strict=True):
            form.addRow(name, choice)
            choice.currentIndexChanged.connect(self._on_choice_changed)
        self.body.addLayout(form)
        self._on_choice_changed()
        self.setFocusProxy(self.choices["date"])

    def _choice(self, nothing: str) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)  # however long a name
        box.addItem(nothing)
        box.addItems([one_line(column, NAME_CHARACTERS) for column in self._columns])
        return box

    @override
    def answer(self) -> object:
        """Return the pairs, None while one that is needed is not chosen or a column is chosen twice."""
        chosen = {role: box.currentIndex() - 1 for role, box in self.choices.items()}
        if chosen[TIME] < 0:
            del chosen[TIME]
        if min(chosen.values()) < 0 or len(set(chosen.values())) < len(chosen):
            return None
        return tuple((role, self._columns[place]) for role, place in chosen.items())

    @override
    def take_over(self, before: Self) -> None:
        for role, box in self.choices.items():
            box.setCurrentIndex(before.choices[role].currentIndex())
