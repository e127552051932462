"""The one question of an empty console, and of the page Inlezen when nothing waits: where is your export?"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.dialogs.export_help import ExportHelpView
from ui.dialogs.parts import heading, paragraph


class DropPlace(QWidget):
    """A dashed frame, the sign that something can be laid down here. The window itself takes the file."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        line = max(1, theme.em(self, 1 / 12))
        pen = QPen(theme.color("accent"), line, Qt.PenStyle.DashLine)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(theme.color("base"))
        painter.drawRoundedRect(self.rect().adjusted(line, line, -line, -line), 8 * line, 8 * line)
        painter.end()


class StartView(QWidget):
    """A large place to drop a file, the other ways in, and how to make an export.

    The whole window takes dropped files; the place drawn here says so.

    Signals:
        choose_requested(): choose a file.
        paste_requested(): paste copied text.
        demo_requested(): look at the demo groups; the button is there only when ``has_demo``.
        offered_requested(): look at the exports that appeared in the watched folder.
        unwatch_requested(): do not watch that folder any more.
    """

    choose_requested = Signal()
    paste_requested = Signal()
    demo_requested = Signal()
    offered_requested = Signal()
    unwatch_requested = Signal()

    def __init__(self, *, has_demo: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = heading()
        self._question.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._explanation = paragraph()
        self._explanation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose, self.paste, self.demo, self.offered = (QPushButton() for _ in range(4))
        self.offered.hide()
        self._offered_count = 0
        self._folder = ""
        self._watched, self.unwatch = paragraph(is_muted=True), QPushButton()
        if not has_demo:
            self.demo.hide()
        self.choose.clicked.connect(self.choose_requested)
        self.paste.clicked.connect(self.paste_requested)
        self.demo.clicked.connect(self.demo_requested)
        self.offered.clicked.connect(self.offered_requested)
        self.unwatch.clicked.connect(self.unwatch_requested)
        self._arrange()
        self._retranslate()
        self.setFocusProxy(self.choose)

    def _arrange(self) -> None:
        em = theme.em(self, 1)
        place = DropPlace()
        inside = QVBoxLayout(place)
        inside.setContentsMargins(2 * em, 4 * em, 2 * em, 4 * em)
        inside.addWidget(self._question)
        inside.addWidget(self._explanation)
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self.offered, self.choose, self.paste, self.demo):
            buttons.addWidget(button)
        buttons.addStretch()
        inside.addSpacing(em)
        inside.addLayout(buttons)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.addWidget(place)
        column.addWidget(self._watching_row())
        column.addSpacing(em)
        column.addWidget(ExportHelpView())
        column.addStretch()
        area = self._area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the arrow keys reach what large letters push down
        area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _watching_row(self) -> QWidget:
        self._watching = QWidget()
        row = QHBoxLayout(self._watching)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._watched, 1)
        row.addWidget(self.unwatch)
        self._watching.hide()
        return self._watching

    def set_watched(self, folder: str) -> None:
        """Say which folder is watched, with the way to stop; an empty name says nothing."""
        self._folder = folder
        self._watching.setVisible(bool(folder))
        self._retranslate()

    def set_offered(self, count: int) -> None:
        """Say how many exports from the watched folder wait to be looked at; 0 hides the button."""
        self._offered_count = count
        self.offered.setVisible(count > 0)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._question.setText(self.tr("Drop a WhatsApp export here"))
        self._area.setAccessibleName(self.tr("How do I make an export?"))
        self._explanation.setText(
            self.tr(
                "A .txt or .zip file. Telegram, Signal and Veiligebuurt work too. Everything stays on this computer."
            )
        )
        self.choose.setText(self.tr("&Choose an export…"))
        self.paste.setText(self.tr("&Paste text…"))
        self.offered.setText(self.tr("Look at %Ln export(s) from yo&ur folder", "", self._offered_count))
        self._watched.setText(
            self.tr("What you save in {folder} is taken in by itself when it is of a group you have.").format(
                folder=self._folder
            )
        )
        self.unwatch.setText(self.tr("&Stop watching"))
        self.demo.setText(self.tr("Look at the &demo"))
