"""How many came how far of who might join, what each way of asking brought, and what is usual. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.start import Stage
from ui import theme, words
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.domain.start import Funnel

BAR_EM: Final = (6, 0.7)
WIDE_EM: Final = 34  # with less, the ways of asking stand under the bars
_STEPS: Final = (Stage.INVITED, Stage.ASKED, Stage.JOINED, Stage.CONFIRMED, Stage.WROTE, Stage.DECLINED)


class FunnelView(QWidget):
    """A line with a bar for every step, each of the whole pool; beside or under it the ways of asking."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pool = PlainLabel(is_bold=True)
        self.names = {stage: PlainLabel() for stage in _STEPS}
        self.bars = {stage: QProgressBar() for stage in _STEPS}
        self.counts = {stage: PlainLabel() for stage in _STEPS}
        self.channels = PlainLabel(wraps=True)
        self.benchmark = PlainLabel(wraps=True, is_muted=True)
        self._lay_out()
        self._fit()

    def show_funnel(self, funnel: "Funnel", benchmark: str) -> None:
        """Show the counts; an empty list has no bars to show."""
        counts = dict(funnel.counts)
        self.pool.setText(self.tr("On the list: %n name(s)", None, funnel.pool))
        for stage in _STEPS:
            bar, label, count = self.bars[stage], self.names[stage], counts[stage]
            share = round(100 * count / funnel.pool) if funnel.pool else 0
            told = self.tr("{count} of {pool} ({share}%)").format(count=count, pool=funnel.pool, share=share)
            label.setText(words.word(stage).capitalize())
            self.counts[stage].setText(told)
            bar.setMaximum(max(1, funnel.pool))
            bar.setValue(count)
            bar.setAccessibleName(f"{label.text()}: {told}")
            for widget in (label, bar, self.counts[stage]):
                widget.setVisible(funnel.pool > 0 and (stage is not Stage.DECLINED or count > 0))
        lines = [self.tr("What each way of asking brought:")] if funnel.channels else []
        for one in funnel.channels:
            name = one.name or self.tr("not written down")
            told = self.tr("{joined} of {approached} joined").format(joined=one.joined, approached=one.approached)
            lines.append(f"• {name}: {told}")
        self.channels.setText("\n".join(lines))
        self.channels.setVisible(bool(lines))
        self.benchmark.setText(benchmark)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep the bars as large as the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "bars"):
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the ways of asking where there is room for their lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_wide = self.width() >= theme.em(self, WIDE_EM)
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        for bar in self.bars.values():
            bar.setMinimumWidth(theme.em(self, BAR_EM[0]))
            bar.setFixedHeight(theme.em(self, BAR_EM[1]))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.addWidget(self.pool, 0, 0, 1, 3)
        for row, stage in enumerate(_STEPS, start=1):
            self.bars[stage].setTextVisible(False)
            grid.addWidget(self.names[stage], row, 0)
            grid.addWidget(self.bars[stage], row, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self.counts[stage], row, 2)
        grid.setColumnStretch(1, 1)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addLayout(grid)
        left.addStretch()
        right.addWidget(self.channels)
        right.addWidget(self.benchmark)
        right.addStretch()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.addLayout(left, 1)
        self._halves.addLayout(right, 1)
