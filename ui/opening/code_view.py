"""Asks the code on the recovery sheet where the keyring gives no key. GUI thread only."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget
from typing_extensions import override

from ui.opening.full_view import FullView
from ui.shortcuts import as_read
from ui.widgets.code_groups import CodeGroups
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel


class CodeView(FullView):
    """Why the code is asked, nine fields for it, and the other ways on.

    *Signals:*
        code_given(str): open the store with this code.
        retry_requested(): ask the keyring once more.
        place_requested(): choose another store.
        demo_requested(): open the demo instead.
    """

    code_given = Signal(str)
    retry_requested = Signal()
    place_requested = Signal()
    demo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = PlainLabel(wraps=True)
        self._what = PlainLabel(wraps=True)
        self.code = CodeGroups()
        self.trouble = PlainLabel(wraps=True, is_bold=True)
        self._offer: QWidget | None = None
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self.open = KeyButton()
        self.retry, self.place, self.demo = QPushButton(), QPushButton(), QPushButton()
        for part in (self._why, self._what, self.code, self.trouble, self._busy):
            self.column.addWidget(part)
        row = FlowLayout()
        for button in (self.open, self.retry, self.place, self.demo):
            row.addWidget(button)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.code.edited.connect(self._on_code_edited)
        self.code.entered.connect(self._on_open_clicked)
        self.open.clicked.connect(self._on_open_clicked)
        self.retry.clicked.connect(self.retry_requested)
        self.place.clicked.connect(self.place_requested)
        self.demo.clicked.connect(self.demo_requested)
        self._language, self._can_type = "nl", True
        self.setFocusProxy(self.code)
        self.be_busy(is_busy=False)
        self.retranslate()

    def show_why(self, sentences: Sequence[str], *, can_type: bool, language: str) -> None:
        """Say why the code is asked, and what to do; without a recovery file there is nothing to type."""
        self._language, self._can_type = language, can_type
        self._why.setText(sentences[0])
        self._what.setText(" ".join(sentences[1:]))
        for part in (self.code, self.open):
            part.setVisible(can_type)
        self.setFocusProxy(self.code if can_type else self.retry)
        self.retranslate()

    def be_busy(self, *, is_busy: bool) -> None:
        """Wait for the code to be tried, which takes part of a second or, with a slow keyring, longer."""
        self._busy.setVisible(is_busy)
        for part in (self.code, self.open, self.retry, self.place, self.demo):
            part.setEnabled(not is_busy)

    def show_offer(self, offer: QWidget | None) -> None:
        """Show below the trouble what can be done about it."""
        if self._offer is not None:
            self.column.removeWidget(self._offer)
            self._offer.hide()
            self._offer.deleteLater()
        self._offer = offer
        if offer is not None:
            self.column.insertWidget(self.column.indexOf(self.trouble) + 1, offer)

    def show_trouble(self, sentence: str) -> None:
        """Say why the code did not open it."""
        self.be_busy(is_busy=False)
        self.trouble.setText(sentence)
        self.code.begin_again()

    @override
    def retranslate(self) -> None:
        asks = self.tr("Type the code of your recovery sheet")
        self.title.setText(asks if self._can_type else self.tr("Your groups do not open by themselves"))
        self.open.setText(self.tr("&Open"))
        self.open.set_key(as_read("Enter"))
        self.retry.setText(self.tr("Ask the &keyring again"))
        self.place.setText(self.tr("Choose another &place…"))
        self.demo.setText(self.tr("Look at the de&mo"))
        self._busy.setAccessibleName(self.tr("The code is being tried"))

    @Slot()
    def _on_code_edited(self) -> None:
        """Say what is wrong while somebody types, as far as that can be known."""
        trouble = self.code.trouble()
        self.trouble.setText(trouble.sentence(self._language) if trouble else "")

    @Slot()
    def _on_open_clicked(self) -> None:
        refusal = self.code.refusal(self._language)
        if refusal:
            self.trouble.setText(refusal)
        else:
            self.be_busy(is_busy=True)
            self.code_given.emit(self.code.text)
