"""Wat u leerde: the corrections that the judge remembers for a group, and the way to forget them. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui import sayings, theme, words
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.puts_away import PutsAway
from ui.widgets.table import RowTable
from ui.widgets.text import PlainLabel, one_line

if TYPE_CHECKING:
    from console.desk.corrections import CorrectionRow

ModelIndex = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
DAY_EM, WHAT_EM, WHAT_SHARE = 6.5, 32.0, 0.42


class LessonsModel(QAbstractTableModel):
    """One row a correction: when, what, and about which text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CorrectionRow, ...] = ()

    def set_rows(self, rows: "tuple[CorrectionRow, ...]") -> None:
        """Show these, in this order; the same ones again change nothing."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def retranslate(self) -> None:
        """Say the same in another language."""
        self.beginResetModel()
        self.endResetModel()

    def row(self, place: int) -> "CorrectionRow":
        """Return what stands in a row."""
        return self._rows[place]

    @override
    def rowCount(self, parent: ModelIndex = _ROOT) -> int:
        """Return the number of corrections."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: ModelIndex = _ROOT) -> int:
        """When, what, text."""
        return 0 if parent.isValid() else 3

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("When"), self.tr("What you said"), self.tr("Message"))[section]

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        match index.column():
            case 0:
                return words.short_day(row.at.astimezone())
            case 1:
                what = sayings.taught(row.label, row.value)
                if not row.times_fine:
                    return what
                return self.tr("%Ln time(s) all right: {what}", "", row.times_fine).format(what=what)
            case _:
                return one_line(row.text)


class LessonsView(PutsAway):
    """The list; what is chosen can be forgotten, and all of it after one question.

    *Signals:*
        forgotten(): the person wants the program to forget all that this group taught.
        forgotten_some(tuple): to forget what has these ids.
    """

    forgotten = Signal()
    forgotten_some = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = LessonsModel(self)
        self.table = _LessonsTable(self.rows)
        self._count = PlainLabel(wraps=True, is_muted=True)
        self._chosen = PlainLabel(wraps=True, is_muted=True)
        self.forget_one, self.forget = QPushButton(), QPushButton()
        self._question = QWidget()
        self._ask = PlainLabel(wraps=True)
        self.sure, self._keep = QPushButton(), QPushButton()
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        head.addWidget(self.forget_one)
        head.addWidget(self.forget)
        answers = FlowLayout(self._question)
        answers.setContentsMargins(0, 0, 0, 0)
        for widget in (self._ask, self.sure, self._keep):
            answers.addWidget(widget)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self._question)
        column.addWidget(self.table, 1)
        column.addWidget(self._chosen)
        column.addStretch()  # without a table the words stay on top
        self._question.hide()
        self.table.selectionModel().currentRowChanged.connect(self._on_table_current_row_changed)
        self.forget_one.clicked.connect(self._on_forget_one_clicked)
        self.forget.clicked.connect(self._on_forget_clicked)
        self.sure.clicked.connect(self._on_sure_clicked)
        self._keep.clicked.connect(self.put_away)
        self._retranslate()

    @property
    def count(self) -> int:
        """How many corrections there are."""
        return self.rows.rowCount()

    def show_lessons(self, rows: "tuple[CorrectionRow, ...]") -> None:
        """Show what a group taught."""
        self.rows.set_rows(rows)
        if not rows:
            self._question.hide()
        elif not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.rows.index(0, 0))
        self._say_count()

    @override
    def can_put_away(self) -> bool:
        """Whether the question is open."""
        return not self._question.isHidden()

    @Slot()
    @override
    def put_away(self) -> None:
        if self.can_put_away():
            self._question.hide()
            self._say_count()
            self.forget.setFocus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.rows.retranslate()
        self.table.setAccessibleName(self.tr("What you taught"))
        self.forget_one.setText(self.tr("Forget th&is one"))
        self.forget.setText(self.tr("For&get all…"))
        self._ask.setText(self.tr("Forget all of it? The messages are then judged as before."))
        self.sure.setText(self.tr("Forge&t"))
        self._keep.setText(self.tr("&Do not forget"))
        self._say_count()

    def _say_count(self) -> None:
        none = self.tr("You taught nothing in this group yet. That is done with All right and Not right.")
        some = self.tr("You taught %Ln thing(s), the last one first. That counts in this group alone.", "", self.count)
        self._count.setText(some if self.count else none)
        self.forget.setEnabled(bool(self.count) and not self.can_put_away())
        self.forget_one.setEnabled(self.table.currentIndex().isValid() and not self.can_put_away())
        self.table.setVisible(bool(self.count))
        index = self.table.currentIndex()
        what, text = (str(self.rows.index(index.row(), column).data() or "") for column in (1, 2))
        self._chosen.setVisible(index.isValid())
        self._chosen.setText(f"{what} · {text}")

    @Slot(QModelIndex, QModelIndex)
    def _on_table_current_row_changed(self, _index: QModelIndex, _previous: QModelIndex) -> None:
        self._say_count()

    @Slot()
    def _on_forget_one_clicked(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.forgotten_some.emit(self.rows.row(index.row()).ids)

    @Slot()
    def _on_forget_clicked(self) -> None:
        self._question.show()
        self.sure.setFocus()
        self._say_count()

    @Slot()
    def _on_sure_clicked(self) -> None:
        self.put_away()
        self.forgotten.emit()


class _LessonsTable(RowTable):
    """Rows of one height; the text takes the room that is left."""

    def __init__(self, rows: LessonsModel) -> None:
        super().__init__(rows)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.fit()

    @override
    def sizeHint(self) -> QSize:
        """A few rows, so that the form does not grow with the first lesson."""
        return QSize(theme.em(self, 20), theme.em(self, 6))

    @override
    def fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.em(self, 1.9))
        self.horizontalHeader().resizeSection(0, theme.em(self, DAY_EM))
        self.horizontalHeader().resizeSection(1, min(theme.em(self, WHAT_EM), round(self.width() * WHAT_SHARE)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between what was said and about which text."""
        super().resizeEvent(event)
        self.fit()
