"""One answer that is owed with all that can be done about it: the card, and under it the actions or what they ask.

GUI thread only. Knows no desk.
"""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.alike_panel import AlikeView
from ui.widgets.forward_panel import ForwardPanel
from ui.widgets.forwards_view import ForwardsView
from ui.widgets.item_top import ItemTop
from ui.widgets.lapse_choice import LapseChoice
from ui.widgets.line_answer_form import LineAnswerForm
from ui.widgets.line_bar import LineBar
from ui.widgets.line_card import LineCard
from ui.widgets.line_form import LineForm
from ui.widgets.line_question import LineQuestionPanel
from ui.widgets.puts_away import PutsAway
from ui.widgets.scrolled import Scrolled
from ui.widgets.tellings_panel import TellingsPanel

ALIKE_SHARE, LINES_SHARE, FORWARDS_SHARE = 0.65, 0.3, 0.3  # of the height
LEAST_EM = 20  # narrower, no button finds its place


class LineTop(ItemTop):
    """What goes together here are answers that one professional or service owes."""

    @override
    def _alike_words(self, count: int) -> str:
        return self.tr("%Ln more owed by the same", "", count)


class LineView(PutsAway):
    """The parts; one of the questions, or the actions, stands under the card. A large one takes the card's place too.

    *Signals:*
        left(): a question was answered or put away; the focus may go back to the list.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.top, self.card, self.bar = LineTop(), LineCard(), LineBar()
        self.question, self.answer, self.lapse = LineQuestionPanel(), LineAnswerForm(), LapseChoice()
        self.tellings, self.form, self.forward = TellingsPanel(), LineForm(), ForwardPanel()
        self.forwards, self._forwards_area = ForwardsView(), Scrolled(FORWARDS_SHARE)
        self.alike, self._alike_area = AlikeView(), Scrolled(ALIKE_SHARE)
        self._questions: tuple[PutsAway, ...] = (
            *(self.question, self.answer, self.lapse),
            *(self.tellings, self.form, self.forward),
        )
        for area, held in ((self._alike_area, self.alike), (self._forwards_area, self.forwards)):
            area.hold(held)
            area.stand_in(self)
            area.hide()
        self.alike.stand_in(self, LINES_SHARE)
        column = QVBoxLayout(self)
        column.addWidget(self.top)
        column.addWidget(self.card, 1)
        for part in (self._forwards_area, self._alike_area, self.lapse, self.question, self.answer, self.bar):
            column.addWidget(part)
        for large in (self.tellings, self.form, self.forward):
            column.addWidget(large, 1)
        for asked in (self.question, self.answer, self.lapse, self.tellings, self.form, self.forward):
            asked.closed.connect(self._on_closed)
        self.bar.closed.connect(self.left)
        self.setMinimumWidth(theme.em(self, LEAST_EM))

    def show_forwards(self, *, is_any: bool) -> None:
        """Give what was passed on a place, or none."""
        self._forwards_area.setVisible(is_any and not self._is_large)

    # --- what is alike ------------------------------------------------------------------------------------------------

    @property
    def is_deciding_together(self) -> bool:
        """Whether what is like the line is open."""
        return not self._alike_area.isHidden()

    def open_alike(self) -> None:
        """Open what is like the line under the card."""
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
        return self.is_deciding_together or any(not part.isHidden() for part in self._questions)

    @property
    def _is_large(self) -> bool:
        return any(not part.isHidden() for part in (self.tellings, self.form, self.forward))

    @Slot()
    def show_parts(self) -> None:
        """Let the actions go while something else stands in their place, and the card while that needs its room."""
        self.bar.setVisible(not self.is_asking)
        self.card.setVisible(not self._is_large)
        self.top.setVisible(not self._is_large)
        self._forwards_area.setVisible(not self._is_large and not self.forwards.isHidden())

    @override
    def can_put_away(self) -> bool:
        return self.is_asking

    @override
    def put_away(self) -> None:
        for question in self._questions:
            if question.can_put_away():
                question.put_away()
                return
        self.close_alike()

    def put_all_away(self) -> None:
        """Put away whatever was asked about a line that the reader left."""
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
