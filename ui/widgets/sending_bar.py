"""What leaves the computer in some seconds, and what did not go well, at the foot of the window. GUI thread only."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.outgoing import Action, Sending, SendState
from ui import theme
from ui.outgoing import what_goes_out
from ui.shortcuts import Command, key_text, keys_of
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

LINES: Final = 3  # more than this is told as a number
ROOMY_EM: Final = 40  # narrower than this, letters are so large that one line is all there is room for
TICK_MS: Final = 250
ANSWER_LIMIT: Final = 200  # characters of what a platform answered
_ON_ITS_WAY: Final = frozenset({SendState.WAITING, SendState.SENDING})
_PRESSES: Final = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress})
_ORDER: Final = (SendState.WAITING, SendState.SENDING, SendState.UNKNOWN, SendState.FAILED, SendState.DONE)


class SendingBar(QFrame):
    """A line for each thing, with the seconds that are left; hidden while there is nothing to tell.

    *Signals:*
        stop_requested(): take back all that waits.
        undo_requested(object): take back this decision (an id).
        arrived(object), again_requested(object), given_up(object): what a person says of one thing (a ``SendId``).
        close_held(): somebody wanted to close the window while something waits or leaves, for the first time.
        became_quiet(): nothing waits or leaves any more, and somebody wanted to close the window.
    """

    stop_requested = Signal()
    undo_requested = Signal(object)
    arrived = Signal(object)
    again_requested = Signal(object)
    given_up = Signal(object)
    close_held = Signal()
    became_quiet = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Sending, ...] = ()
        self._now: Callable[[], datetime] | None = None
        self._is_practice = self._is_closing = False
        self._is_stopping = self._is_listening = False
        self._left_out = 0
        self._lines = [SendingLine(self) for _ in range(LINES)]
        self._more = PlainLabel(wraps=True, is_muted=True)
        self.stop = KeyButton()
        foot = QHBoxLayout()
        foot.addWidget(self._more, 1)
        foot.addWidget(self.stop)
        column = QVBoxLayout(self)
        for line in self._lines:
            column.addWidget(line)
        column.addLayout(foot)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._on_tick_timeout)
        self.stop.clicked.connect(self.request_stop)
        self.hide()
        self._retranslate()

    def begin(self, now: Callable[[], datetime], *, is_practice: bool) -> None:
        """Count by the clock of the console that was opened; in the demo nothing really leaves."""
        self._now, self._is_practice = now, is_practice
        self._retranslate()

    @Slot(object)
    def show_rows(self, rows: tuple[Sending, ...]) -> None:
        """Show what there is now."""
        news = [row for row in rows if row.state is not SendState.DONE and row not in self._rows]
        self._rows = tuple(sorted(rows, key=lambda row: _ORDER.index(row.state)))
        is_on_its_way = any(row.state in _ON_ITS_WAY for row in rows)
        if is_on_its_way:
            self._tick.start()
        else:
            self._tick.stop()
        self._is_stopping = False
        self._listen()
        self._fill()
        self.setVisible(bool(rows))
        if news and self.isVisible():  # and not behind a lock
            told = what_goes_out(news[0].action, news[0].recipient)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{self.accessibleName()}: {told}"))
        if self._is_closing and not is_on_its_way:
            self.became_quiet.emit()

    def _fill(self) -> None:
        room = LINES if self.width() >= theme.em(self, ROOMY_EM) else 1
        shown = self._rows[:room]
        self._left_out = len(self._rows) - len(shown)
        for line, row in zip(self._lines, [*shown, *[None] * LINES], strict=False):
            line.show_row(row)
        self._retranslate()

    @Slot()
    def request_stop(self) -> None:
        """Ask for all that waits to be taken back; the window stays open, for somebody is at work."""
        self._is_closing = False
        if not self._is_stopping:
            self._is_stopping = True
            self.stop_requested.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key that stops all from everything in the window, while something waits.

        A panel or a field has its own use for Esc. But what leaves cannot be called back, and what was stopped can be
        done again; so it stops first, and the next Esc is theirs.
        """
        if not isinstance(event, QKeyEvent) or event.type() not in _PRESSES:
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self.window():
            return False
        if QKeySequence(event.keyCombination()).toString() not in keys_of(Command.STOP):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self.request_stop()
        return True

    def _listen(self) -> None:
        app = QApplication.instance()
        if app is not None and self.is_waiting != self._is_listening:
            self._is_listening = self.is_waiting
            if self._is_listening:
                app.installEventFilter(self)
            else:
                app.removeEventFilter(self)

    def request_undo(self, row: Sending) -> None:
        """Ask for one decision to be taken back."""
        self._is_closing = False
        self.undo_requested.emit(row.decision)

    @property
    def is_waiting(self) -> bool:
        """Whether something waits that can still be stopped."""
        return any(row.state is SendState.WAITING for row in self._rows)

    def holds_close(self) -> bool:
        """Whether the window should stay open a little longer for what leaves in some seconds; asked twice, it closes.

        Says so in the bar, and ``became_quiet`` follows.
        """
        if self._is_closing or not any(row.state in _ON_ITS_WAY for row in self._rows):
            return False
        self._is_closing = True
        self._retranslate()
        self.close_held.emit()
        return True

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the size of the letters."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fill()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the page its room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fill()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and a bar at the left as the message bar has."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("later_ground"))
        painter.fillRect(0, 0, theme.em(self, 0.15), self.height(), theme.color("later"))

    def _retranslate(self) -> None:
        waiting = sum(row.state is SendState.WAITING for row in self._rows)
        alone = next((row.id for row in self._rows if row.state is SendState.WAITING), None) if waiting == 1 else None
        for line in self._lines:
            line.retranslate(is_alone=line.row is not None and line.row.id == alone)
        self.stop.setText(self.tr("Stop all"))
        self.stop.set_key(key_text(Command.STOP))
        self.stop.setVisible(waiting > 1)
        self._more.setText(Shown(" ".join(self._remarks())))
        self._more.setVisible(bool(self._more.text()))
        self.setAccessibleName(self.tr("What leaves this computer"))
        self._on_tick_timeout()

    def _remarks(self) -> list[str]:
        remarks = []
        if self._left_out:
            remarks.append(self.tr("And %n more.", "", self._left_out))
        if self._is_practice:
            remarks.append(self.tr("Practice: nothing really leaves this computer."))
        if self._is_closing:
            remarks.append(self.tr("The program closes as soon as this has gone out. Close it again to leave now."))
        return remarks

    @Slot()
    def _on_tick_timeout(self) -> None:
        for line in self._lines:
            if line.row is not None:
                line.show_seconds(self._seconds(line.row))

    def _seconds(self, row: Sending) -> int:
        """Return how many seconds are left, rounded up."""
        left = 0.0 if self._now is None else (row.not_before - self._now()).total_seconds()
        return max(0, -int(-left // 1))


class SendingLine(QWidget):
    """One thing, where it stands, and what a person can do about it."""

    def __init__(self, bar: SendingBar) -> None:
        super().__init__(bar)
        self.row: Sending | None = None
        self._bar = bar
        self._what = PlainLabel(wraps=True, is_bold=True)
        self._state = PlainLabel(wraps=True)
        self.undo = KeyButton()
        self.arrived, self.again, self.leave = (QPushButton() for _ in range(3))
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self._what)
        text.addWidget(self._state)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(text, 1)
        for button in (self.undo, self.arrived, self.again, self.leave):
            row.addWidget(button)
        self.undo.clicked.connect(self._on_undo_clicked)
        self.arrived.clicked.connect(self._on_arrived_clicked)
        self.again.clicked.connect(self._on_again_clicked)
        self.leave.clicked.connect(self._on_leave_clicked)
        self.hide()

    def show_row(self, row: Sending | None) -> None:
        """Show one thing, or nothing."""
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        self.undo.setVisible(row.state is SendState.WAITING)
        self.arrived.setVisible(row.state is SendState.UNKNOWN)
        for button in (self.again, self.leave):
            button.setVisible(row.state in (SendState.UNKNOWN, SendState.FAILED))

    def show_seconds(self, seconds: int) -> None:
        """Say where it stands, with the seconds that are left."""
        said = self.said(seconds)
        if said != self._state.text():
            self._state.setText(said)

    def said(self, seconds: int) -> Shown:
        """Return where it stands."""
        if self.row is None:
            return Shown()
        if self.row.state is SendState.WAITING:
            return Shown(self.tr("Goes out in %n second(s).", "", seconds))
        if self.row.state is SendState.SENDING:
            return Shown(self.tr("Is going out now."))
        if self.row.state is SendState.DONE:
            return Shown(self.tr("✓ Has gone out."))
        if self.row.state is SendState.UNKNOWN:
            return self._unsure(self.row.action)
        answer = self.tr("This did not go out. The answer was: {answer}")
        return Shown(answer.format(answer=isolated(one_line(self.row.answer or "", ANSWER_LIMIT))))

    def _unsure(self, action: Action) -> Shown:
        """Return where to look whether it has arrived."""
        if action is Action.FORWARD:
            return Shown(self.tr("There came no answer. Perhaps it has arrived: ask there before you send it again."))
        return Shown(self.tr("There came no answer. Perhaps it has arrived: look in the chat itself."))

    def retranslate(self, *, is_alone: bool) -> None:
        """Follow the language; the only thing that waits is stopped by the key that stops all."""
        self.undo.setText(self.tr("Take back"))
        self.undo.set_key(key_text(Command.STOP) if is_alone else "")
        self.arrived.setText(self.tr("It has arrived"))
        self.again.setText(self.tr("Send again"))
        self.leave.setText(self.tr("Leave it"))
        if self.row is not None:
            what = what_goes_out(self.row.action, self.row.recipient)
            self._what.setText(Shown(f"{what} · {isolated(self.row.group)}"))
            for button in (self.undo, self.arrived, self.again, self.leave):
                button.setAccessibleName(f"{button.text()}: {what}")

    @Slot()
    def _on_undo_clicked(self) -> None:
        if self.row is not None:
            self._bar.request_undo(self.row)

    @Slot()
    def _on_arrived_clicked(self) -> None:
        if self.row is not None:
            self._bar.arrived.emit(self.row.id)

    @Slot()
    def _on_again_clicked(self) -> None:
        if self.row is not None:
            self._bar.again_requested.emit(self.row.id)

    @Slot()
    def _on_leave_clicked(self) -> None:
        if self.row is not None:
            self._bar.given_up.emit(self.row.id)
