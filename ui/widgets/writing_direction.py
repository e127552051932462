"""From which side a person writes in a field. GUI thread only."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit


def write_from(field: QPlainTextEdit, *, is_rtl: bool) -> None:
    """Have a field begin its lines at the right, for Arabic, or at the left."""
    direction = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
    option = field.document().defaultTextOption()
    option.setTextDirection(direction)
    side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    field.document().setDefaultTextOption(option)
    field.setLayoutDirection(direction)
