"""The table of all keys. GUI thread only."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.shortcuts import CAN_STAY, Command, key_text, label
from ui.widgets.text import PlainLabel


class KeysDialog(QDialog):
    """Which key does what; open beside the window, so that a person can try them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("All keys"))
        table = QWidget()
        grid = QGridLayout(table)
        for row, command in enumerate(Command):
            grid.addWidget(PlainLabel(key_text(command, all_keys=True), is_bold=True), row, 0)
            grid.addWidget(PlainLabel(label(command)), row, 1)
        below = PlainLabel(self._explanation(), wraps=True, is_muted=True)
        scroll = QScrollArea()
        scroll.setWidget(table)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("Keys and what they do"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(scroll, 1)
        column.addWidget(below)
        column.addWidget(buttons)
        height = self.fontMetrics().height()
        room = self.screen().availableSize() * 0.85  # large letters would push the button off the screen
        self.resize(QSize(height * 30, height * 34).boundedTo(room))

    def _explanation(self) -> str:
        keys = ", ".join(f"Shift+{key_text(command)}" for command in Command if command in CAN_STAY)
        return self.tr(
            "{keys}: act, and stay on the same message. Letters do nothing while you type in a field. "
            "Ctrl+1, Ctrl+2 and so on: the pages at the left."
        ).format(keys=keys)
