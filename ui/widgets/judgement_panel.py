"""What the judge says of the message on the screen, the whole reasoning, and the question what is not right about it.

One of them at a time, in the same place; a page may add more. GUI thread only.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.correction_panel import CorrectionView
from ui.widgets.puts_away import PutsAway
from ui.widgets.scrolled import Scrolled
from ui.widgets.why_panel import WhyView

if TYPE_CHECKING:
    from console.desk.conversation import Detail, Line
    from console.domain.judgement import Judgement, Reasoning
    from console.domain.message import MessageId


class JudgementPanel(PutsAway):
    """Holds the page's own ``summary``; what opens in its place is put away with Esc, and goes with the message.

    ``shares`` are of the height of the column around it: what the summary may take, and what opens in its place.

    *Signals:*
        step_chosen(object): mark these words of the message (character offsets); None marks what the reasons speak of.
        said(object): what is right instead, as {Label: value}.
        opened(): the reasoning or the question took the place of the summary.
        closed(): something was put away; the focus may go back to the list.
    """

    step_chosen = Signal(object)
    said = Signal(object)
    opened = Signal()
    closed = Signal()

    def __init__(
        self,
        summary: QWidget,
        *,
        asks_missed: bool,
        shares: tuple[float, float] = (1.0, 1.0),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._share = shares[1]
        self._areas = tuple(Scrolled(share) for share in shares)
        self._summary = self._areas[0]
        self._summary.hold(summary)
        self._line: Line | None = None
        self._judgement: Judgement | None = None
        self._language = "nl"
        self.why = WhyView()
        self.correction = CorrectionView(self._areas[1], asks_missed=asks_missed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._column = column
        self._parts: list[QWidget] = []
        for part in (self._summary, self.why, self.correction):
            self.add_part(part)
        self._summary.show()
        self.why.step_chosen.connect(self.step_chosen)
        self.why.close_requested.connect(self.put_away)
        self.correction.said.connect(self._on_correction_said)
        self.correction.close_requested.connect(self.put_away)

    def stand_in(self, column: QWidget) -> None:
        """Measure the shares by the height of this widget."""
        for area in self._areas:
            area.stand_in(column)
        self.why.stand_in(column, self._share)

    @property
    def is_explaining(self) -> bool:
        """Whether the whole reasoning is open."""
        return not self.why.isHidden()

    @property
    def is_asking(self) -> bool:
        """Whether the question what is not right is open."""
        return not self.correction.isHidden()

    @property
    def message_id(self) -> "MessageId | None":
        """The message that this is about."""
        return self._line.id if self._line is not None else None

    @property
    def text(self) -> str:
        """The text of the message that this is about."""
        return self._line.text if self._line is not None else ""

    def add_part(self, part: QWidget) -> None:
        """Let one thing more open in the place of the summary."""
        self._parts.append(part)
        self._column.addWidget(part)
        part.hide()

    def open_part(self, part: QWidget) -> None:
        """Open what was added."""
        self._open(part)

    def shows(self, part: QWidget) -> bool:
        """Whether this is what is open."""
        return not part.isHidden()

    def show_detail(self, detail: "Detail | None", language: str) -> None:
        """Be about this message; what is open about the same one, judged the same, stays."""
        line = detail.lines[detail.focus] if detail is not None else None
        judgement = detail.judgement if detail is not None else None
        if (line, judgement) != (self._line, self._judgement):
            self.put_away()
        self._line, self._judgement, self._language = line, judgement, language
        self.why.steps.set_language(language)

    def show_why(self, reasoning: "Reasoning") -> None:
        """Open the whole reasoning, with the focus on its steps."""
        self._open(self.why)
        self.why.show_reasoning(reasoning, self.text, self._language)

    def ask_what_is_wrong(self) -> None:
        """Open the question, with the focus on the first answer; nothing while nobody judged the message."""
        if self._judgement is not None:
            self._open(self.correction)
            self.correction.ask(self._judgement)

    @override
    def can_put_away(self) -> bool:
        return self._summary.isHidden()

    @Slot()
    @override
    def put_away(self) -> None:
        if self.can_put_away():
            self._open(self._summary)
            self.closed.emit()

    def _open(self, wanted: QWidget) -> None:
        was_explaining = self.is_explaining
        for part in self._parts:
            part.setVisible(part is wanted)
        if was_explaining and wanted is not self.why:
            self.step_chosen.emit(None)
        if wanted is not self._summary:
            self.opened.emit()

    @Slot(object)
    def _on_correction_said(self, said: object) -> None:
        self.put_away()
        self.said.emit(said)
