"""The leaf Vragen of Terugkoppeling: every answer that is owed, and the decisions about it. GUI thread only."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.jobs import Jobs
from ui.pages.feedback_leaf import FeedbackLeaf
from ui.shortcuts import KeyMap
from ui.widgets.text import PlainLabel


class LinesLeaf(FeedbackLeaf):
    """The list, and the one that is chosen."""

    key = "lines"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self._title = PlainLabel(scale=1.4, is_bold=True)
        column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addStretch(1)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Answers owed"))
