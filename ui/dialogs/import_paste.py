"""Where copied chat text is put. Plain text only, and long text is kept aside: a text field that lays out one line of
a million characters stands still for minutes (``design/security.md`` C1).
"""

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import words
from ui.dialogs.parts import heading, paragraph

SHOWN_CHARACTERS: Final = 20_000


class PasteField(QPlainTextEdit):
    """A plain text field that hands long text on instead of showing it.

    Signals:
        long_text_pasted(str): text of more than 20,000 characters.
    """

    long_text_pasted = Signal(str)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if len(text) > SHOWN_CHARACTERS:
            self.long_text_pasted.emit(text)
        else:
            self.insertPlainText(text)


class ImportPasteView(QWidget):
    """Paste, look, continue.

    Signals:
        text_given(str): the text, whole.
        cancelled(): the person does not want to paste after all.
    """

    text_given = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: str | None = None
        self._title, self._explanation = heading(), paragraph()
        self.field = PasteField()
        self.field.setTabChangesFocus(True)
        self.field.long_text_pasted.connect(self._on_field_long_text_pasted)
        self.field.textChanged.connect(self._on_field_text_changed)
        self._kept_note = paragraph("")
        self._kept_note.hide()
        self.proceed, self._back = QPushButton(), QPushButton()
        self.proceed.setEnabled(False)
        self.proceed.clicked.connect(self._on_proceed_clicked)
        self._back.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.addWidget(self.proceed)
        buttons.addWidget(self._back)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        for widget in (self._title, self._explanation, self._kept_note):
            layout.addWidget(widget)
        layout.addWidget(self.field, 1)
        layout.addLayout(buttons)
        self.setFocusProxy(self.field)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; the panel outlives its step."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Paste messages"))
        self._explanation.setText(
            self.tr(
                "Select the messages in WhatsApp Web or on your phone, copy them, and paste them here. "
                "Each message needs its time and its author."
            )
        )
        self.field.setAccessibleName(self.tr("Messages to take in"))
        self.proceed.setText(self.tr("&Continue"))
        self._back.setText(self.tr("C&ancel"))
        self._say_kept()

    def start(self, text: str = "") -> None:
        """Begin anew, with text that was on the clipboard when there was any."""
        self._keep(None)
        self.field.clear()
        if len(text) > SHOWN_CHARACTERS:
            self._on_field_long_text_pasted(text)
        elif text:
            self.field.setPlainText(text)

    def text(self) -> str:
        """Return all text given, also what is too long to show."""
        return self.field.toPlainText() if self._kept is None else self._kept

    def _keep(self, text: str | None) -> None:
        self._kept = text
        self._kept_note.setVisible(text is not None)
        self.field.setVisible(text is None)
        self.proceed.setEnabled(bool(self.text().strip()))

    def _say_kept(self) -> None:
        ready = self.tr("{count} characters are ready. That is too much to show here; you will see it after Continue.")
        self._kept_note.setText(ready.format(count=words.number(len(self._kept or ""))))

    @Slot(str)
    def _on_field_long_text_pasted(self, text: str) -> None:
        self._keep(text)
        self._say_kept()
        self.proceed.setFocus()

    @Slot()
    def _on_field_text_changed(self) -> None:
        self.proceed.setEnabled(bool(self.text().strip()))

    @Slot()
    def _on_proceed_clicked(self) -> None:
        text = self.text()
        if text.strip():
            self.text_given.emit(text)
