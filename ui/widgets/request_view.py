"""One join request with all that can be done about it: the card, and under it the actions or what they ask.

GUI thread only. Knows no desk.
"""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.alike_panel import AlikeView
from ui.widgets.item_top import ItemTop
from ui.widgets.puts_away import PutsAway
from ui.widgets.refusal_choice import RefusalChoice
from ui.widgets.request_answer import RequestAnswerPanel
from ui.widgets.request_bar import RequestBar
from ui.widgets.request_card import RequestCard
from ui.widgets.request_form import RequestForm
from ui.widgets.scrolled import Scrolled

ALIKE_SHARE, LINES_SHARE = 0.65, 0.3  # of the height: what is alike, and its lines
LEAST_EM = 20  # narrower, no button finds its place


class RequestView(PutsAway):
    """The parts; one of the questions, or the actions, stands under the card.

    *Signals:*
        left(): a question was answered or put away; the focus may go back to the list.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.top, self.card, self.bar = ItemTop(), RequestCard(), RequestBar()
        self.refusal, self.answer, self.form = RefusalChoice(), RequestAnswerPanel(), RequestForm()
        self.alike, self._alike_area = AlikeView(), Scrolled(ALIKE_SHARE)
        self._alike_area.hold(self.alike)
        self._alike_area.stand_in(self)
        self._alike_area.hide()
        self.alike.stand_in(self, LINES_SHARE)
        column = QVBoxLayout(self)
        column.addWidget(self.top)
        column.addWidget(self.card, 1)
        for part in (self._alike_area, self.refusal, self.answer, self.bar):
            column.addWidget(part)
        column.addWidget(self.form, 1)
        for question in (self.refusal, self.answer, self.form):
            question.closed.connect(self._on_closed)
        self.bar.closed.connect(self.left)
        self.setMinimumWidth(theme.em(self, LEAST_EM))

    # --- what is alike ------------------------------------------------------------------------------------------------

    @property
    def is_deciding_together(self) -> bool:
        """Whether what is like the request is open."""
        return not self._alike_area.isHidden()

    def open_alike(self) -> None:
        """Open what is like the request under the card."""
        self.bar.close_questions()
        self._alike_area.show()
        self.show_parts()

    @Slot()
    def close_alike(self) -> None:
        """Put it away."""
        if self.is_deciding_together:
            self._alike_area.hide()
            self._on_closed()

    # --- what stands where --------------------------------------------------------------------------------------------

    @property
    def is_asking(self) -> bool:
        """Whether something stands in the place of the actions."""
        return any(not part.isHidden() for part in (self.refusal, self.answer, self.form, self._alike_area))

    def show_parts(self) -> None:
        """Let the actions go while something else stands in their place, and the card while a form is filled in."""
        self.bar.setVisible(not self.is_asking)
        self.card.setVisible(self.form.isHidden())
        self.top.setVisible(self.form.isHidden())

    @override
    def can_put_away(self) -> bool:
        return self.is_asking

    @override
    def put_away(self) -> None:
        for question in (self.refusal, self.answer, self.form):
            if question.can_put_away():
                question.put_away()
                return
        self.close_alike()

    def put_all_away(self) -> None:
        """Put away whatever was asked about a request that the reader left."""
        self.bar.close_questions()
        while self.is_asking:
            self.put_away()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep room for the buttons in larger letters."""
        if event.type() == QEvent.Type.FontChange:
            self.setMinimumWidth(theme.em(self, LEAST_EM))
        super().changeEvent(event)

    @Slot()
    def _on_closed(self) -> None:
        self.show_parts()
        if not self.is_asking:
            self.left.emit()
