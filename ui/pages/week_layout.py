"""How Deze week looks: queue left, message in the middle with the actions under it, person right. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui import theme, window_state
from ui.models.queue import QueueModel
from ui.widgets.conversation import ConversationView
from ui.widgets.decision_bar import DecisionBar
from ui.widgets.person_card import PersonView
from ui.widgets.queue_list import QueueView
from ui.widgets.reason_panel import ReasonView
from ui.widgets.text import PlainLabel, isolated

if TYPE_CHECKING:
    from console.desk.conversation import Detail

SHARES = (29, 48, 23)  # of the width, for a reader who has not moved the columns yet


class WeekLayout(QWidget):
    """The parts of the page and where they stand; knows nothing of the desk.

    *Signals:*
        older_requested(): show the flagged messages that are older than what the groups look back on.
    """

    older_requested = Signal()

    def __init__(self, rows: QueueModel, page: QWidget) -> None:
        super().__init__(page)
        self.queue = QueueView(rows)
        self.conversation = ConversationView()
        self.reasons = ReasonView()
        self.bar = DecisionBar()
        self.person = PersonView()
        self._count, self._older_count = -1, 0
        self._title = PlainLabel(scale=1.4, is_bold=True)
        self._summary = PlainLabel(wraps=True, is_muted=True)
        self._older = QPushButton()
        self._group = PlainLabel(elides=True, is_bold=True)
        self._done_title = PlainLabel(wraps=True, scale=1.4, is_bold=True)
        self._done_text = PlainLabel(wraps=True, is_muted=True)
        self._right = QStackedWidget()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out(page)
        self._older.clicked.connect(self.older_requested)
        self._older.hide()

    def show_detail(self, detail: "Detail", language: str) -> None:
        """Show a message, why it is here, and who wrote it."""
        self._group.setText(isolated(detail.item.group) if detail.item else "")
        self.conversation.show_detail(detail)
        self.reasons.show_judgement(detail.judgement, language)
        self.person.show_detail(detail)
        self._right.setCurrentIndex(0)

    def show_all_done(self) -> None:
        """Say that nothing waits."""
        self._right.setCurrentIndex(1)

    def show_count(self, count: int) -> None:
        """Say how many wait."""
        self._count = count
        self.retranslate()

    def show_older(self, count: int) -> None:
        """Say how many flagged messages are older than what the groups look back on."""
        self._older_count = count
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._title.setText(self.tr("This week"))
        self._summary.setVisible(self._count >= 0)
        nothing = self.tr("Nothing waits for you.")
        self._summary.setText(self.tr("%Ln message(s) wait for you", "", self._count) if self._count > 0 else nothing)
        self._older.setVisible(self._older_count > 0)
        self._older.setText(self.tr("%Ln older flagged message(s): see &Messages", "", self._older_count))
        self._done_title.setText(self.tr("You have looked at everything."))
        self._done_text.setText(
            self.tr("New messages come here when you take in a new export. With Z you undo your last decision.")
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep the width of the list readable in larger letters."""
        if event.type() == QEvent.Type.FontChange:
            self._set_minimums()
        super().changeEvent(event)

    def _lay_out(self, page: QWidget) -> None:
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self)
        own = QVBoxLayout(self)
        own.setContentsMargins(0, 0, 0, 0)
        own.addWidget(self._split)
        inner = QSplitter(Qt.Orientation.Horizontal)
        inner.addWidget(self._message_column())
        inner.addWidget(self.person)
        inner.setObjectName("week-person")
        inner.setChildrenCollapsible(False)
        self._right.addWidget(inner)
        self._right.addWidget(self._done_view())
        self._split.addWidget(self._queue_column())
        self._split.addWidget(self._right)
        self._split.setObjectName("week-queue")
        self._split.setChildrenCollapsible(False)
        if not window_state.restore_splitter(self._split):
            self._split.setSizes([SHARES[0], SHARES[1] + SHARES[2]])
        if not window_state.restore_splitter(inner):
            inner.setSizes([SHARES[1], SHARES[2]])
        for splitter, shares in ((self._split, (SHARES[0], SHARES[1] + SHARES[2])), (inner, SHARES[1:])):
            for index, share in enumerate(shares):
                splitter.setStretchFactor(index, share)
        self._set_minimums()

    def _queue_column(self) -> QWidget:
        column = QWidget()
        box = QVBoxLayout(column)
        box.addWidget(self._title)
        box.addWidget(self._summary)
        box.addWidget(self.queue, 1)
        box.addWidget(self._older)
        return column

    def _message_column(self) -> QWidget:
        column = QWidget()
        box = QVBoxLayout(column)
        box.addWidget(self._group)
        box.addWidget(self.conversation, 1)
        reasons = _Shrinking(self.reasons)
        box.addWidget(reasons)
        box.addWidget(self.bar)
        return column

    def _done_view(self) -> QWidget:
        view = QWidget()
        box = QVBoxLayout(view)
        box.addStretch(1)
        for label in (self._done_title, self._done_text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(label)
        box.addStretch(2)
        return view

    def _set_minimums(self) -> None:
        self.queue.setMinimumWidth(theme.em(self, 11))
        self.person.setMinimumWidth(theme.em(self, 9))
        self.conversation.setMinimumWidth(theme.em(self, 14))


class _Shrinking(QScrollArea):
    """As high as what it holds, up to a third of the column; the conversation above keeps its room."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear that the content asks for another height."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @override
    def sizeHint(self) -> QSize:
        """Return the height of the content at this width."""
        content = self._content
        height = content.heightForWidth(self.width()) if content.hasHeightForWidth() else content.sizeHint().height()
        column = self.parentWidget()
        return QSize(super().sizeHint().width(), min(height, column.height() // 3 if column else height))

    @override
    def minimumSizeHint(self) -> QSize:
        """At least two lines."""
        return QSize(0, min(theme.em(self, 2.5), self.sizeHint().height()))
