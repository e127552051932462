"""Passing a report on to a service: to whom and how, the words, and all that leaves before it does. GUI thread only.

Knows no desk: ``ui.pages.forwarding.Forwarding`` asks the desk for it.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.forward import Confirmation, ForwardChannel, ForwardStart, ForwardWish, Handing, ReportCategory
from ui import theme
from ui.shortcuts import Command, key_text
from ui.widgets.asking_panel import AskingPanel
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.forward_form import Begun, ForwardForm
from ui.widgets.forward_steps import ForwardConfirmation, ForwardHanding
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel

LEAST_EM: Final = 14  # of its height


class ForwardPanel(AskingPanel):
    """A form; then all that leaves, to be read before it is sent, or the words to pass on oneself.

    Ctrl+Enter goes on, from anywhere in it. Esc goes back a step, and puts it away from the first one and the last.

    *Signals:*
        categories_requested(): the kinds of report of the municipality are wanted.
        map_requested(str): show this address of a map.
        confirm_requested(object): show all that a ``ForwardWish`` would send.
        forward_requested(object): pass this ``ForwardWish`` on.
        copy_requested(), mail_requested(), file_requested(): hand the words over in this way.
        done_requested(): the person says that he passed it on.
        closed(): it was put away.
    """

    categories_requested = Signal()
    map_requested = Signal(str)
    confirm_requested = Signal(object)
    forward_requested = Signal(object)
    copy_requested = Signal()
    mail_requested = Signal()
    file_requested = Signal()
    done_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._confirmed: ForwardWish | None = None  # what the reader sees all of
        self._title = PlainLabel(is_bold=True, wraps=True)
        self.form, self.confirmation, self.handing = ForwardForm(), ForwardConfirmation(), ForwardHanding()
        self._steps = QStackedWidget()
        self.go_on, self.send, self.back = KeyButton(), KeyButton(), KeyButton()
        self.copy, self.mail, self.file, self.done = KeyButton(), KeyButton(), KeyButton(), KeyButton()
        self.close_button = KeyButton()
        self._lay_out()
        self._connect()
        self._retranslate()
        self.hide()

    # --- what the page calls ------------------------------------------------------------------------------------------

    def ask(self, start: ForwardStart, language: str, begun: Begun | None = None) -> None:
        """Open with what the desk proposes, or with what stood here when it was left; the focus in the words."""
        self.form.show_start(start, language)
        if begun is not None:
            self.form.go_on_with(begun)
        self._show(self.form)
        self.show()
        self.form.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_categories(self, categories: Sequence[ReportCategory]) -> None:
        """Offer the kinds of report that the municipality takes."""
        self.form.show_categories(categories)

    def show_no_categories(self, sentence: str) -> None:
        """Say why there are none to choose from."""
        self.form.show_no_categories(sentence)

    def show_confirmation(self, wish: ForwardWish, shown: Confirmation) -> None:
        """Show all that leaves, and wait for a person to say so."""
        self._confirmed = wish
        self.confirmation.show_confirmation(shown)
        self._show(self.confirmation)
        self.send.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_handing(self, handing: Handing, number: str) -> None:
        """Show the words that a person passes on himself; ``number`` is that of the line that waits now."""
        self.handing.show_handing(handing, number)
        self._show(self.handing)
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def begun(self) -> Begun | None:
        """What stands in the form while it is filled in, None after that."""
        return self.form.begun if self._step is not self.handing else None

    @Slot()
    @override
    def put_away(self) -> None:
        """Go back to the form from what leaves; from elsewhere, leave."""
        if self._step is self.confirmation and not self.isHidden():
            self.return_to_form()
        else:
            self.leave()

    @Slot()
    def leave(self) -> None:
        """Put it away, whatever stands there."""
        super().put_away()

    @Slot()
    def return_to_form(self) -> None:
        """Let the person mend what he saw."""
        self._confirmed = None
        self._show(self.form)
        self.form.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the letters."""
        if event.type() == QEvent.Type.FontChange:
            self._area.setMinimumHeight(theme.em(self, LEAST_EM))
        super().changeEvent(event)

    # --- layout -------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for step in (self.form, self.confirmation, self.handing):
            step.setAutoFillBackground(False)
            self._steps.addWidget(step)
        self._area = QScrollArea()
        self._area.setWidget(self._steps)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMinimumHeight(theme.em(self, LEAST_EM))
        self._area.viewport().setAutoFillBackground(False)
        self._steps.setAutoFillBackground(False)
        buttons = FlowLayout()
        for button in (self.go_on, self.send, self.copy, self.mail, self.file, self.done, self.back, self.close_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._area, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.form.categories_requested.connect(self.categories_requested)
        self.form.map_requested.connect(self.map_requested)
        self.form.channel.currentIndexChanged.connect(self._name_buttons)
        for button in (self.go_on, self.send, self.done):
            button.clicked.connect(self.finish)
        self.back.clicked.connect(self.return_to_form)
        self.close_button.clicked.connect(self.leave)
        self.copy.clicked.connect(self.copy_requested)
        self.mail.clicked.connect(self.mail_requested)
        self.file.clicked.connect(self.file_requested)

    @property
    def _step(self) -> QWidget | None:
        return self._steps.currentWidget()

    def _show(self, step: QWidget) -> None:
        """Show one step, as high as it needs, with its own buttons."""
        for one in (self.form, self.confirmation, self.handing):
            policy = QSizePolicy.Policy.Preferred if one is step else QSizePolicy.Policy.Ignored
            one.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self._steps.setCurrentWidget(step)
        self._area.verticalScrollBar().setValue(0)
        handing = self.handing.handing
        is_mail = handing is not None and handing.channel is ForwardChannel.MAIL
        self.go_on.setVisible(step is self.form)
        for button in (self.send, self.back):
            button.setVisible(step is self.confirmation)
        for button in (self.copy, self.done):
            button.setVisible(step is self.handing)
        self.mail.setVisible(step is self.handing and is_mail and bool(handing and handing.mailto))
        self.file.setVisible(step is self.handing and is_mail)
        self._retranslate()

    # --- words --------------------------------------------------------------------------------------------------------

    @override
    def _retranslate(self) -> None:
        """Put every text in the language on the screen."""
        for step in (self.form, self.confirmation, self.handing):
            step.retranslate()
        self._title.setText(self._title_words())
        self.send.setText(self.tr("&Send in 10 seconds"))
        self.back.setText(self.tr("&Back"))
        self.copy.setText(self.tr("Cop&y"))
        self.mail.setText(self.tr("Open in &mail program"))
        self.file.setText(self.tr("Save as e-mai&l…"))
        self.done.setText(self.tr("P&assed on"))
        for button in (self.go_on, self.send, self.done):
            button.set_key(self.tr("Ctrl+Enter"))
        self.back.set_key(key_text(Command.STOP))
        self.close_button.set_key("" if self._step is self.confirmation else key_text(Command.STOP))
        self._name_buttons()

    def _title_words(self) -> str:
        if self._step is self.confirmation:
            return self.tr("All that leaves: is it right?")
        return self.tr("Now pass it on yourself") if self._step is self.handing else self.tr("Forward to a service")

    @Slot()
    def _name_buttons(self) -> None:
        is_sent = self.form.channel.currentData() == ForwardChannel.SIGNALEN.value
        self.go_on.setText(self.tr("See what le&aves…") if is_sent else self.tr("Get it &ready"))
        is_handed = self._step is self.handing
        self.close_button.setText(self.tr("Later, on your ph&one") if is_handed else self.tr("&Close"))

    # --- what happens -------------------------------------------------------------------------------------------------

    @Slot()
    @override
    def finish(self) -> None:
        """Go on from the step on the screen."""
        if self._step is self.handing:
            self.done_requested.emit()
        elif self._step is self.confirmation:
            if self._confirmed is not None:
                self.forward_requested.emit(self._confirmed)
        else:
            self._go_on()

    def _go_on(self) -> None:
        lacking, wish = self.form.lacking, self.form.wish
        if lacking is not None or wish is None:
            (lacking or self.form.service).setFocus(Qt.FocusReason.OtherFocusReason)
            if lacking is not None:
                self._area.ensureWidgetVisible(lacking)
        elif wish.channel is ForwardChannel.SIGNALEN:
            self.confirm_requested.emit(wish)
        else:
            self.forward_requested.emit(wish)
