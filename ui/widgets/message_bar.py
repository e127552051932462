"""The one place where the window tells what happened, at its foot. GUI thread only."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.text import PlainLabel

SAME_MOMENT_MS: Final = 1_500  # what went wrong is not covered by good news of the same moment
INFO_MS: Final = 8_000  # good news goes by itself; trouble stays until somebody closes it


class MessageBar(QFrame):
    """One sentence, plain text, with room for one action; hidden while there is nothing to tell.

    Its room stays free then: every decision is told, and the page would jump at each.

    *Signals:*
        action_requested(): the person pressed the action that came with the sentence.
    """

    action_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_trouble = False
        self._label = PlainLabel(wraps=True, can_select=True)
        self._action = QPushButton()
        self._close = QPushButton()
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(INFO_MS)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._action)
        self._row.addWidget(self._close)
        self._action.clicked.connect(self._on_action_clicked)
        self._close.clicked.connect(self.clear)
        self._timer.timeout.connect(self.clear)
        self.setAutoFillBackground(True)
        keeps_room = self.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.setSizePolicy(keeps_room)
        self.hide()
        self._dress()
        self._retranslate()

    @property
    def text(self) -> str:
        """What is told now; empty while nothing is."""
        return "" if self.isHidden() else self._label.text()

    @property
    def is_trouble(self) -> bool:
        """Whether the sentence says what went wrong."""
        return self._is_trouble

    def tell(self, sentence: str, action: str = "") -> None:
        """Tell good news; it goes away by itself. ``action`` is the text of a button."""
        if self._is_trouble and not self.isHidden() and self._since.elapsed() < SAME_MOMENT_MS:
            return
        self._show(sentence, action, is_trouble=False)
        self._timer.start()

    def warn(self, sentence: str, action: str = "") -> None:
        """Tell what went wrong and what to do; it stays until somebody closes it."""
        self._timer.stop()
        self._since.start()
        self._show(sentence, action, is_trouble=True)

    @Slot()
    def clear(self) -> None:
        """Tell nothing any more."""
        self._timer.stop()
        self.hide()
        self._label.setText("")  # the room that stays free is that of one line

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.ThemeChange:
            self._dress()
        super().changeEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and a bar at the left that is thick for trouble: colour alone says nothing."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("trouble_ground" if self._is_trouble else "info_ground"))
        width = theme.em(self, 0.4 if self._is_trouble else 0.15)
        painter.fillRect(0, 0, width, self.height(), theme.color("trouble" if self._is_trouble else "info"))

    def _show(self, sentence: str, action: str, *, is_trouble: bool) -> None:
        self._is_trouble = is_trouble
        self._label.setText(sentence)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._dress()
        self.show()
        if self.isVisible():  # and not behind a lock, where a screen reader would say it aloud
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _dress(self) -> None:
        sides, above = theme.em(self, 0.6), theme.em(self, 0.25)
        self._row.setContentsMargins(sides, above, sides, above)
        palette = QPalette(QApplication.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme.color("trouble" if self._is_trouble else "info"))
        self._label.setPalette(palette)
        self.update()  # the ground too, where trouble and good news follow each other

    def _retranslate(self) -> None:
        self._close.setText(self.tr("Close"))
        self.setAccessibleName(self.tr("Message of the program"))

    @Slot()
    def _on_action_clicked(self) -> None:
        self.clear()
        self.action_requested.emit()
