"""The table of all keys. GUI thread only."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui.shortcuts import CAN_STAY, Command, key_text, label
from ui.widgets.text import PlainLabel


class KeysDialog(QDialog):
    """Which key does what; open beside the window, so that a person can try them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._rows = {command: (PlainLabel(is_bold=True), PlainLabel(wraps=True)) for command in Command}
        self._below = PlainLabel(wraps=True, is_muted=True)
        self._scroll = QScrollArea()
        table = QWidget()
        grid = QGridLayout(table)
        for row, labels in enumerate(self._rows.values()):
            for column, each in enumerate(labels):
                grid.addWidget(each, row, column)
        grid.setColumnStretch(1, 1)
        self._scroll.setWidget(table)
        self._scroll.setWidgetResizable(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(self._scroll, 1)
        box.addWidget(self._below)
        box.addWidget(buttons)
        height = self.fontMetrics().height()
        room = self.screen().availableSize() * 0.85  # large letters would push the button off the screen
        self.resize(QSize(height * 40, height * 34).boundedTo(room))
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and keys."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("All keys"))
        self._scroll.setAccessibleName(self.tr("Keys and what they do"))
        self._below.setText(self._explanation())
        for command, (key, what) in self._rows.items():
            key.setText(key_text(command, all_keys=True))
            what.setText(label(command))

    def _explanation(self) -> str:
        keys = ", ".join(f"Shift+{key_text(command)}" for command in Command if command in CAN_STAY)
        return self.tr(
            "{keys}: act, and stay on the same message. Letters do nothing while you type in a field. "
            "Ctrl+1, Ctrl+2 and so on: the pages at the left. On the page Settings you choose other keys."
        ).format(keys=keys)
