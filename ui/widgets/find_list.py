"""What was recognised in the chats and belongs to no question yet. GUI thread only."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.feedback import Find
from ui import theme
from ui.shortcuts import Command, key_text
from ui.widgets.find_frame import FindFrame
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.puts_away import PutsAway
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import PlainLabel


class FindListView(PutsAway):
    """Each with yes and no under it; Esc puts it away.

    *Signals:*
        accepted(object), declined(object): a ``Find`` is so, or is not.
        message_requested(object): show this message (its id) in its conversation.
        closed(): it was put away.
    """

    accepted = Signal(object)
    declined = Signal(object)
    message_requested = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frames: tuple[FindFrame, ...] = ()
        self._finds: tuple[Find, ...] = ()
        self._title = PlainLabel(is_bold=True, wraps=True, scale=1.2)
        self._hint = PlainLabel(is_muted=True, wraps=True)
        self._area = Scrolled()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._close = KeyButton()
        buttons = FlowLayout()
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addWidget(self._area, 1)
        column.addLayout(buttons)
        self._close.clicked.connect(self.put_away)
        self._retranslate()

    def show_finds(self, finds: Sequence[Find]) -> None:
        """Show these, the oldest first; where none is left it is put away."""
        if tuple(finds) == self._finds:
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._finds = tuple(finds)
        self._fill()
        if not finds and self.isVisible():
            self.put_away()
        elif had_focus:
            self.ask()  # the button that had the keyboard went with what was settled

    def ask(self) -> None:
        """Open, with the focus on the first."""
        (self.frames[0].yes if self.frames else self._close).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def can_put_away(self) -> bool:
        return self.isVisible()

    @Slot()
    @override
    def put_away(self) -> None:
        self.closed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._fill()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Recognised in the chats"))
        self._hint.setText(self.tr("The program may be wrong. Say for each of them whether it is so."))
        self._close.setText(self.tr("&Close"))
        self._close.set_key(key_text(Command.STOP))

    def _fill(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.em(self, 0.5), 0)
        self.frames = tuple(FindFrame(find) for find in self._finds)
        for frame in self.frames:
            column.addWidget(frame)
            frame.accepted.connect(self.accepted)
            frame.declined.connect(self.declined)
            frame.message_requested.connect(self.message_requested)
        column.addStretch(1)
        self._area.hold(content)
