"""A text for each of several members, to read and mend before it is made ready: one button for all of them.

GUI thread only. Knows no desk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.shortcuts import Command, key_text
from ui.unkept import Unkept
from ui.widgets.answer_field import AnswerField
from ui.widgets.asking_panel import AskingPanel
from ui.widgets.find_frame import paper
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import PlainLabel, Shown, isolated, one_line, unmnemonic
from ui.widgets.writing_direction import write_from

TALLEST_EM: Final = 14  # where others stand under it
TALLEST_ALONE_EM: Final = 36
SHOWN_CHARACTERS: Final = 80  # of a name, or a rule that is only named


@dataclass(frozen=True, slots=True)
class ForMember:
    """A text for one member, in private; ``left_out`` are rules that did not fit in it."""

    member_id: int
    name: str
    text: str
    left_out: tuple[str, ...] = ()


class _MemberField(QWidget):
    """Whether he gets it, and the words.

    *Signals:*
        edited(): one of the two is another one now.
    """

    edited = Signal()

    def __init__(
        self,
        one: ForMember,
        text: str,
        parent: QWidget | None = None,
        *,
        is_wanted: bool = True,
        is_rtl: bool = False,
        is_alone: bool = False,
    ) -> None:
        """``text`` is what stands there at first: that of ``one``, or what a person made of it."""
        super().__init__(parent)
        self.member = one
        name = isolated(one_line(one.name, SHOWN_CHARACTERS))
        self.wanted, self.field = QCheckBox(unmnemonic(name)), AnswerField()
        self.wanted.setChecked(is_wanted)
        self.problem = PlainLabel(wraps=True)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit)
        frame = paper()
        column = QVBoxLayout(frame)
        column.addWidget(self.wanted)
        column.addWidget(self.problem)  # above the words: under a long text nobody would see it before he sends
        column.addWidget(self.field)
        self._show_wanted()
        self.retranslate()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.field.setAccessibleName(Shown(self.tr("Text for {name}").format(name=name)))
        self.field.set_tallest(theme.em(self, TALLEST_ALONE_EM if is_alone else TALLEST_EM))
        write_from(self.field, is_rtl=is_rtl)
        self.show_text(text)
        self.field.forget_past()
        self.field.textChanged.connect(self._on_edited)
        self.wanted.toggled.connect(self._on_edited)

    def retranslate(self) -> None:
        """Say which rules are not in the text, in the language on the screen."""
        rules = " ".join(isolated(one_line(rule, SHOWN_CHARACTERS)) for rule in self.member.left_out)
        self.problem.setText(Shown(self.tr("Left out, as it did not fit in one message: {rules}").format(rules=rules)))

    def show_text(self, text: str) -> None:
        """Show other words."""
        self.field.show_text(text)
        self.field.moveCursor(QTextCursor.MoveOperation.Start)  # it is read from its beginning

    @property
    def told(self) -> tuple[int, str] | None:
        """Who it is and what he reads; None where he gets nothing."""
        text = self.field.text.strip()
        return (self.member.member_id, text) if self.wanted.isChecked() and text else None

    @property
    def is_unfinished(self) -> bool:
        """Whether he is to get it, and no words stand there."""
        return self.wanted.isChecked() and not self.field.text.strip()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height of the text at this width, once the layout that is at work has finished."""
        super().resizeEvent(event)
        self._soon.start()

    @Slot()
    def _fit(self) -> None:
        self.field.setMinimumHeight(self.field.sizeHint().height())

    @Slot()
    def _on_edited(self) -> None:
        self._show_wanted()
        self._soon.start()
        self.edited.emit()

    def _show_wanted(self) -> None:
        is_wanted = self.wanted.isChecked()
        self.field.setHidden(not is_wanted)
        self.problem.setHidden(not (is_wanted and self.member.left_out))


class RemindingPanel(AskingPanel):
    """Ctrl+Enter makes all of it ready, Esc leaves it.

    *Signals:*
        finished(object): who gets what, a tuple of (member id, text), in the order of the panel.
    """

    finished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: tuple[_MemberField, ...] = ()
        self._is_reminder, self._more = True, 0
        self._unkept: Unkept[str] = Unkept()
        self._title = PlainLabel(is_bold=True, wraps=True, scale=1.2)
        self._hint = PlainLabel(is_muted=True, wraps=True)
        self._area = Scrolled()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.send, self._close = KeyButton(), KeyButton()
        buttons = FlowLayout()
        for part in (self.send, self._close):
            buttons.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addWidget(self._area, 1)
        column.addLayout(buttons)
        self.send.clicked.connect(self.finish)
        self._close.clicked.connect(self.put_away)
        self._retranslate()
        self.hide()

    def ask(self, texts: Sequence[ForMember], *, is_reminder: bool, more: int = 0, is_rtl: bool = False) -> None:
        """Open with a text for each; ``more`` is how many members come after these.

        ``is_reminder``: they were sent the rules before; else these are the rules. ``is_rtl``: written from the right.
        """
        self._is_reminder, self._more = is_reminder, more
        shown = () if self.isHidden() else self.fields  # in another language now: who gets nothing still gets nothing
        left_out = {field.member.member_id for field in shown if not field.wanted.isChecked()}
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.em(self, 0.5), 0)
        self.fields = tuple(
            _MemberField(
                one,
                self._unkept.of(one, one.text),
                is_wanted=one.member_id not in left_out,
                is_rtl=is_rtl,
                is_alone=len(texts) == 1,
            )
            for one in texts
        )
        for field in self.fields:
            column.addWidget(field)
            field.edited.connect(self._on_field_edited)
        column.addStretch(1)
        self._area.hold(content)
        for before, after in pairwise((*(field.field for field in self.fields[-1:]), self.send, self._close)):
            self.setTabOrder(before, after)  # the texts are made later than the buttons under them
        self._on_field_edited()
        self.show()
        self.send.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    @override
    def finish(self) -> None:
        """Say who gets what, unless words are missing somewhere: then go there."""
        empty = next((field for field in self.fields if field.is_unfinished), None)
        told = tuple(one for field in self.fields if (one := field.told) is not None)
        if empty is not None:
            empty.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._area.ensureWidgetVisible(empty)
        elif told:
            self.finished.emit(told)

    def done(self) -> None:
        """All of it was made ready: next time the words are given anew."""
        for field in self.fields:
            self._unkept.forget(field.member)
        self.put_away()

    @Slot()
    def _on_field_edited(self) -> None:
        for field in self.fields:
            self._unkept.note(field.member, field.field.text, field.member.text)
        self.send.setEnabled(any(field.told is not None for field in self.fields))
        self._retranslate()

    def _retranslate(self) -> None:
        for field in self.fields:
            field.retranslate()
        wanted = sum(field.wanted.isChecked() for field in self.fields)
        if self._is_reminder:
            self._title.setText(self.tr("Remind %Ln member(s), in private", "", wanted))
        else:
            self._title.setText(self.tr("The rules to %Ln member(s), in private", "", wanted))
        said = [self.tr("Read each text and change what you like. Nothing is sent before you press the button.")]
        if self._more:
            said.append(self.tr("%Ln more come(s) after these.", "", self._more))
        self._hint.setText(" ".join(said))
        is_one = len(self.fields) == 1
        self.send.setText(self.tr("&Make ready to send") if is_one else self.tr("&Make all ready to send"))
        self.send.set_key(self.tr("Ctrl+Enter"))
        self._close.setText(self.tr("C&lose"))
        self._close.set_key(key_text(Command.STOP))
