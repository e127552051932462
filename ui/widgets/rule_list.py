"""The rules of a draft, read and edited in place. GUI thread only."""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QListView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from console.domain.welcome import Line
from ui import theme
from ui.models.house_rules import ROW_ROLE, HouseRulesModel, Part, RuleRow
from ui.widgets.laid_text import LaidText
from ui.widgets.writing_direction import write_from

ModelIndex = QModelIndex | QPersistentModelIndex
TICK, CROSS, DOT = "✓", "✗", "·"
ENTER_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TALLEST: Final = 10_000
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignCenter)


class RuleListView(QListView):
    """Enter edits the rule that is chosen, Enter again keeps it, Esc leaves it as it was.

    *Signals:*
        line_chosen(): the reader is on another rule.
        line_entered(object): Enter on this ``Line``, which is left out.
        editing_ended(): nobody types in the list any more.
    """

    line_chosen = Signal()
    line_entered = Signal(object)
    editing_ended = Signal()

    def __init__(self, rows: HouseRulesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self._words: str | None = None  # what was typed before in the rule that is edited again
        self.setModel(rows)
        self.setItemDelegate(_RuleDelegate(self))
        self.setEditTriggers(QListView.EditTrigger.DoubleClicked | QListView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        rows.modelReset.connect(self.line_chosen)
        rows.dataChanged.connect(self._on_rows_data_changed)

    # --- what the leaf calls ------------------------------------------------------------------------------------------

    @property
    def current_row(self) -> RuleRow | None:
        """The rule that the reader is on, and where it stands; None on a heading."""
        row = self.rows.row(self.currentIndex().row())
        return row if row is not None and row.line is not None else None

    @property
    def current_line(self) -> Line | None:
        """The rule that the reader is on."""
        row = self.current_row
        return row.line if row is not None else None

    @property
    def is_editing(self) -> bool:
        """Whether somebody types in the list now."""
        return self.state() == QListView.State.EditingState

    def choose(self, key: str | None) -> None:
        """Go to a rule, or to the first one when it is not there."""
        place = self.rows.row_of(key) if key is not None else None
        if place is None:
            places = range(self.rows.rowCount())
            place = next((one for one in places if (row := self.rows.row(one)) and row.line is not None), None)
        if place is not None:
            self.executeDelayedItemsLayout()
            self.setCurrentIndex(self.rows.index(place))
            self.scrollTo(self.rows.index(place))

    @Slot()
    def edit_current(self) -> None:
        """Type in the rule that is chosen; one that is left out is put in first by who hears ``line_entered``."""
        row = self.current_row
        if row is not None and row.part is Part.OTHERS:
            self.line_entered.emit(row.line)
        elif row is not None:
            self.edit(self.currentIndex())

    def edit_again(self, key: str, words: str) -> None:
        """Go on typing in a rule, with the words that were typed."""
        self.choose(key)
        self._words = words
        self.edit_current()

    def first_words(self, usual: str) -> str:
        """Return what an editor begins with: what was typed before, or the usual words."""
        words, self._words = self._words, None
        return usual if words is None else words

    # --- Qt -----------------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, unless it is held down."""
        if event.key() in ENTER_KEYS and not event.modifiers():
            if not event.isAutoRepeat():
                self.edit_current()
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do not jump on letters: they act here."""

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tell that nobody types here any more."""
        super().closeEditor(editor, hint)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editing_ended.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew, with the chosen one in sight."""
        super().resizeEvent(event)
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Break the lines anew in larger letters."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        """At least two rules."""
        return QSize(theme.em(self, 12), theme.em(self, 6))

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, index: QModelIndex, previous: QModelIndex) -> None:
        """Step over a heading in the direction in which the reader goes."""
        row = self.rows.row(index.row())
        if row is not None and row.line is None:
            step = 1 if index.row() > previous.row() or index.row() == 0 else -1
            beyond = self.rows.row(index.row() + step)
            if beyond is not None and beyond.line is not None:
                self.setCurrentIndex(self.rows.index(index.row() + step))
                return
        self.line_chosen.emit()

    @Slot(QModelIndex, QModelIndex)
    def _on_rows_data_changed(self, _first: QModelIndex, _last: QModelIndex) -> None:
        self.scheduleDelayedItemsLayout()
        self.line_chosen.emit()


class RuleEditor(QPlainTextEdit):
    """The words of one rule, on one line that breaks where it must."""

    def __init__(self, parent: QWidget, *, is_rtl: bool) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        write_from(self, is_rtl=is_rtl)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    @property
    def words(self) -> str:
        """What stands there: pasted lines become one."""
        return " ".join(self.toPlainText().split())


class _RuleDelegate(QStyledItemDelegate):
    """Draws a tick or a cross, the rule as a whole, and under it what is said of it."""

    def __init__(self, view: RuleListView) -> None:
        super().__init__(view)
        self._view = view

    # --- reading ------------------------------------------------------------------------------------------------------

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        """As high as its lines at the width of the list."""
        em = option.fontMetrics.height()
        row: RuleRow = index.data(ROW_ROLE)
        room = QRect(0, 0, self._view.viewport().width(), _TALLEST)
        if row.line is None:
            heading = LaidText(self._view.rows.heading(row), _bold(option.font), _inner(room, em).width())
            return QSize(em * 8, heading.height + round(em * 0.9))
        laid = self._laid(row, row.line, option.font, _beside(room, em).width())
        return QSize(em * 8, sum(text.height for text, _color in laid) + round(em * 0.7))

    def _laid(self, row: RuleRow, line: Line, font: QFont, width: int) -> list[tuple[LaidText, str]]:
        """Return the rule, and what is said under it, each with its colour."""
        rows = self._view.rows
        words = LaidText(rows.words(line), font, width, is_rtl=rows.is_rtl)
        muted = [(text, "muted") for text in (rows.meaning_of(line), rows.said_of(line))]
        under = [*muted, *((f"! {problem}", "trouble") for problem in line.problems)]
        said = [(LaidText(text, font, width, is_at_right=rows.is_rtl), color) for text, color in under if text]
        return [(words, "muted" if row.part is Part.OTHERS else "text"), *said]

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        """Draw one row; the chosen one has a ground and a bar."""
        em = option.fontMetrics.height()
        row: RuleRow = index.data(ROW_ROLE)
        painter.save()
        if row.line is None:
            painter.setPen(theme.color("text"))
            room = _inner(option.rect, em)
            heading = LaidText(self._view.rows.heading(row), _bold(option.font), room.width())
            heading.draw(painter, room.left(), room.top() + round(em * 0.3))
        else:
            self._paint_line(painter, option, row, row.line)
        painter.restore()

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, row: RuleRow, line: Line) -> None:
        em = option.fontMetrics.height()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(option.rect, theme.color("chosen"))
            bar = QRect(option.rect.left(), option.rect.top(), max(3, em // 5), option.rect.height())
            painter.fillRect(bar, theme.color("accent"))
        is_rtl = self._view.rows.is_rtl
        direction = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        room = QStyle.visualRect(direction, option.rect, _beside(option.rect, em))
        sign = DOT if row.part is Part.OTHERS else CROSS if line.is_dont else TICK
        inner = _inner(option.rect, em)
        painter.setFont(option.font)
        painter.setPen(theme.color("text"))
        painter.drawText(
            QStyle.visualRect(direction, option.rect, QRect(inner.topLeft(), QSize(em, em))), _MIDDLE, sign
        )
        top = room.top()
        for text, color in self._laid(row, line, option.font, room.width()):
            painter.setPen(theme.color(color))
            text.draw(painter, room.left(), top)
            top += text.height
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    # --- editing ------------------------------------------------------------------------------------------------------

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: ModelIndex) -> QWidget:
        """Return a field over the row."""
        editor = RuleEditor(parent, is_rtl=self._view.rows.is_rtl)
        editor.setAccessibleName(self.tr("Words of the rule"))
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: ModelIndex) -> None:
        """Begin with the words as they are."""
        if isinstance(editor, RuleEditor):
            editor.setPlainText(self._view.first_words(str(index.data(Qt.ItemDataRole.EditRole))))
            editor.moveCursor(QTextCursor.MoveOperation.End)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: ModelIndex) -> None:
        """Give the words to the model."""
        if isinstance(editor, RuleEditor):
            model.setData(index, editor.words)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        """Lie over the whole row, three lines high at least, within the list."""
        rect = QRect(option.rect)
        rect.setHeight(max(rect.height(), theme.em(editor, 4)))
        rect.moveBottom(min(rect.bottom(), max(self._view.viewport().height(), rect.height()) - 1))
        editor.setGeometry(rect)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps the words; Tab leaves the field with them."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(watched, RuleEditor) and event.key() in ENTER_KEYS:  # type: ignore[attr-defined]
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(watched, event)


def _inner(rect: QRect, em: int) -> QRect:
    return rect.adjusted(round(em * 0.7), round(em * 0.35), -round(em * 0.5), 0)


def _beside(rect: QRect, em: int) -> QRect:
    """Return where the words stand: beside the tick."""
    return _inner(rect, em).adjusted(round(em * 1.3), 0, 0, 0)


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made
