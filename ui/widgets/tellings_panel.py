"""Telling what came of it: a text for every reporter and every group under each other, one button for all.

GUI thread only. Knows no desk.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.draft import Draft, Tone
from ui import theme
from ui.shortcuts import Command, key_text
from ui.widgets.answer_field import ENTER_KEYS
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.puts_away import PutsAway
from ui.widgets.scrolled import Scrolled
from ui.widgets.telling_field import Place, TellingField, ToTell
from ui.widgets.text import PlainLabel


class TellingsPanel(PutsAway):
    """Ctrl+Enter makes all of it ready, Esc leaves it; what was written is there again.

    *Signals:*
        finished(object, bool): what is told, a tuple of (``LineId``, ``Telling``) in the order of the panel, and
            whether the reader stays.
        tone_chosen(object): have the texts in this ``Tone`` (then ``show_drafts``).
        closed(): it was put away.
    """

    tone_chosen = Signal(object)
    finished = Signal(object, bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: tuple[TellingField, ...] = ()
        self._begun: dict[Place, tuple[str, Draft]] = {}  # what a person wrote, should he come back to it
        self._title = PlainLabel(is_bold=True, wraps=True, scale=1.2)
        self._hint = PlainLabel(is_muted=True, wraps=True)
        self._area = Scrolled()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.tone = QComboBox()
        for tone in Tone:
            self.tone.addItem("", tone)
        self.send, self._close = KeyButton(), KeyButton()
        self._what, self._is_sent = "", False
        buttons = FlowLayout()
        for part in (self.send, self._close, self.tone):
            buttons.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addWidget(self._area, 1)
        column.addLayout(buttons)
        self.tone.activated.connect(self._on_tone_activated)
        self.send.clicked.connect(self._on_send_clicked)
        self._close.clicked.connect(self.put_away)
        self._retranslate()
        self.hide()

    def ask(self, to_tell: Sequence[ToTell], what: str, *, is_sent: bool) -> None:
        """Open with a text for everybody who does not know yet; ``what`` it is about, fit to show.

        ``is_sent`` when a carrier takes them after some seconds; else a person does it on the phone.
        """
        self._what, self._is_sent = what, is_sent
        self.tone.setCurrentIndex(0)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.em(self, 0.5), 0)
        self.fields = tuple(TellingField(one) for one in to_tell)
        for field in self.fields:
            column.addWidget(field)
            if (begun := self._begun.get(field.to_tell.place)) is not None:
                field.offer_own(*begun)
            field.edited.connect(self._on_field_edited)
        column.addStretch(1)
        self._area.hold(content)
        self._retranslate()
        self._on_field_edited()
        self.show()
        self._go_to(self._unfinished or (self.fields[0] if self.fields else None))

    def show_drafts(self, to_tell: Sequence[ToTell]) -> None:
        """Show other drafts for the same people; what a person wrote himself stays."""
        drafts = {one.place: one.draft for one in to_tell}
        for field in self.fields:
            draft = drafts.get(field.to_tell.place)
            if draft is not None:
                field.show_draft(draft)

    @override
    def can_put_away(self) -> bool:
        return not self.isHidden()

    @Slot()
    @override
    def put_away(self) -> None:
        if not self.isHidden():
            self._keep_begun()
            self.hide()
            self.closed.emit()

    def _keep_begun(self) -> None:
        """Keep what a person wrote: he left it for a while, or the desk may refuse it."""
        for field in self.fields:
            if (text := field.own_text) is not None:
                self._begun[field.to_tell.place] = text, field.to_tell.draft

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear Ctrl+Enter from anywhere in it."""
        if event.key() in ENTER_KEYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self._finish(stays=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the letters."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        is_answer = all(field.to_tell.is_answer for field in self.fields)
        told = self.tr("Report back: {what}") if is_answer else self.tr("No answer yet: let them know. {what}")
        self._title.setText(told.format(what=self._what))
        self._hint.setText(
            self.tr("Read each text and change what you like. Nothing is sent before you press the button.")
        )
        self.tone.setAccessibleName(self.tr("Tone"))
        for place, text in enumerate((self.tr("plain"), self.tr("extra friendly"))):
            self.tone.setItemText(place, text)
        self.send.setText(self.tr("&Send all in 10 seconds") if self._is_sent else self.tr("All ready for your pho&ne"))
        self.send.set_key(self.tr("Ctrl+Enter"))
        self._close.setText(self.tr("&Close"))
        self._close.set_key(key_text(Command.STOP))

    @property
    def _unfinished(self) -> TellingField | None:
        return next((field for field in self.fields if not field.is_finished), None)

    def _go_to(self, field: TellingField | None) -> None:
        if field is None:
            return
        target = field.how if field.field.isHidden() else field.field
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.field.choose_blank()
        self._area.ensureWidgetVisible(field)

    @Slot()
    def _on_field_edited(self) -> None:
        self.send.setEnabled(any(field.telling is not None for field in self.fields) and self._unfinished is None)

    @Slot()
    def _on_tone_activated(self) -> None:
        self.tone_chosen.emit(Tone(self.tone.currentData()))

    @Slot()
    def _on_send_clicked(self) -> None:
        self._finish(stays=False)

    def _finish(self, *, stays: bool) -> None:
        unfinished = self._unfinished
        if unfinished is not None:
            self._go_to(unfinished)
            return
        told = tuple((field.to_tell.line_id, telling) for field in self.fields if (telling := field.telling))
        if told:
            self.finished.emit(told, stays)
