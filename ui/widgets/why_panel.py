"""Waarom?: the whole reasoning about a message, step by step. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.models.steps import ROW_ROLE, StepRow, StepsModel
from ui.shortcuts import Command, key_text
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.domain.judgement import Reasoning

ModelIndex = QModelIndex | QPersistentModelIndex
_WRAPS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_TALLEST = 100_000


class WhyView(QWidget):
    """The steps of the judge in their order; the words that the chosen step speaks of are marked in the message.

    *Signals:*
        step_chosen(object): the character offsets of those words.
        close_requested(): put it away.
    """

    step_chosen = Signal(object)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = StepsModel(self)
        self.list = StepListView(self.steps)
        self._title = PlainLabel(is_bold=True, wraps=True)
        self._advice = PlainLabel(is_muted=True, wraps=True)
        self._close = KeyButton()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(self._advice)
        self.list.selectionModel().currentChanged.connect(self._on_list_current_changed)
        self._close.clicked.connect(self.close_requested)
        self._retranslate()

    def stand_in(self, column: QWidget, share: float) -> None:
        """Take no more than a share of the height of this widget."""
        self.list.stand_in(column, share)

    def show_reasoning(self, reasoning: "Reasoning", text: str, language: str) -> None:
        """Show why the judge says what it says of a message with this text, and go to the first step with words."""
        self.steps.set_reasoning(reasoning, text, language)
        self.list.setCurrentIndex(self.steps.index(self.steps.first_with_words()))
        self.list.scrollToTop()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Why?"))
        self._advice.setText(self.tr("Choose a step to see its words in the message. The program advises, you decide."))
        self._close.setText(self.tr("&Close"))
        self._close.set_key(key_text(Command.STOP))
        self.list.setAccessibleName(self.tr("Steps of the reasoning"))

    @Slot(QModelIndex, QModelIndex)
    def _on_list_current_changed(self, index: QModelIndex, _previous: QModelIndex) -> None:
        self.step_chosen.emit(self.steps.spans(index.row()))


class StepListView(QListView):
    """The steps under each other, each as high as its sentence."""

    def __init__(self, steps: StepsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column: QWidget | None = None
        self._share = 1.0
        self.setModel(steps)
        self.setItemDelegate(_StepDelegate(self))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def stand_in(self, column: QWidget, share: float) -> None:
        """Take no more than a share of the height of this widget."""
        self._column, self._share = column, share

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do not jump on letters: they are decisions here."""

    @override
    def doItemsLayout(self) -> None:
        """Ask for the room that the sentences take."""
        super().doItemsLayout()
        self.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the sentences anew and keep the chosen step in sight."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        self.scrollTo(self.currentIndex())

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Break the sentences anew in larger letters."""
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """As high as all steps, where the column has room for that."""
        height = self.contentsSize().height()
        room = round(self._column.height() * self._share) if self._column is not None else height
        return QSize(theme.em(self, 10), min(height, room))

    @override
    def minimumSizeHint(self) -> QSize:
        """At least one step."""
        return QSize(theme.em(self, 10), theme.em(self, 4))


class _StepDelegate(QStyledItemDelegate):
    """Draws what was looked at in bold, and under it what was found."""

    def __init__(self, view: StepListView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        """As high as its lines at the width of the list."""
        em = option.fontMetrics.height()
        row: StepRow = index.data(ROW_ROLE)
        inner = _inner(QRect(0, 0, self._view.viewport().width(), _TALLEST), em)
        height = option.fontMetrics.boundingRect(inner, _WRAPS, row.sentence).height()
        if row.heading:
            height += QFontMetrics(_bold(option.font)).boundingRect(inner, _WRAPS, row.heading).height()
        return QSize(em * 8, height + round(em * 0.6))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        """Draw one step; the chosen one has a ground and a bar."""
        em = option.fontMetrics.height()
        row: StepRow = index.data(ROW_ROLE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("chosen"))
            bar = QRect(option.rect.left(), option.rect.top(), max(3, em // 5), option.rect.height())
            painter.fillRect(bar, theme.color("accent"))
        inner = _inner(option.rect, em)
        painter.setPen(theme.color("text"))
        if row.heading:
            painter.setFont(_bold(option.font))
            painter.drawText(inner, _WRAPS, row.heading)
            inner.setTop(inner.top() + painter.fontMetrics().boundingRect(inner, _WRAPS, row.heading).height())
            painter.setFont(option.font)
        painter.drawText(inner, _WRAPS, row.sentence)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()


def _inner(rect: QRect, em: int) -> QRect:
    return rect.adjusted(round(em * 0.7), round(em * 0.3), -round(em * 0.4), 0)


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made
