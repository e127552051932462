"""Reads all that stands on the screen, as a person or a screen reader would; for tests of the window."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from ui.widgets.text import CELL_LIMIT, MARK_LIMIT, PANE_LIMIT

ROWS = 200  # of a list that are read
SLACK = 100  # for what the program itself says beside a text from outside
ROLES = {
    "text": Qt.ItemDataRole.DisplayRole,
    "tooltip": Qt.ItemDataRole.ToolTipRole,
    "spoken": Qt.ItemDataRole.AccessibleTextRole,
    "described": Qt.ItemDataRole.AccessibleDescriptionRole,
}

Said = tuple[str, str, int]
"""Where a text stands (widget and kind), the text, and how many characters it may have."""


def everything_shown() -> Iterator[tuple[QWidget, Said]]:
    """Yield every text of every visible widget of the program; not what stands in a field for somebody to change."""
    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            for widget in (top, *top.findChildren(QWidget)):
                if widget.isVisible():
                    yield from ((widget, said) for said in _of(widget))


def _of(widget: QWidget) -> Iterator[Said]:
    kind = type(widget).__name__
    yield f"{kind} window title", widget.windowTitle(), CELL_LIMIT
    yield f"{kind} tooltip", widget.toolTip(), CELL_LIMIT
    yield f"{kind} status tip", widget.statusTip(), CELL_LIMIT
    yield f"{kind} help", widget.whatsThis(), CELL_LIMIT
    yield f"{kind} name", widget.accessibleName(), PANE_LIMIT
    yield f"{kind} description", widget.accessibleDescription(), PANE_LIMIT
    if isinstance(widget, QLabel):
        yield f"{kind} label", widget.text(), PANE_LIMIT
    elif isinstance(widget, QAbstractButton):
        yield f"{kind} button", widget.text(), CELL_LIMIT
    elif isinstance(widget, QGroupBox):
        yield f"{kind} box", widget.title(), CELL_LIMIT
    elif isinstance(widget, QTabBar):
        yield from ((f"{kind} tab", widget.tabText(place), CELL_LIMIT) for place in range(widget.count()))
    elif isinstance(widget, QComboBox):
        yield from ((f"{kind} choice", widget.itemText(place), CELL_LIMIT) for place in range(widget.count()))
    elif isinstance(widget, QMenu):
        yield from ((f"{kind} menu", action.text(), CELL_LIMIT) for action in widget.actions())
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        if widget.isReadOnly():
            yield f"{kind} pane", widget.toPlainText(), PANE_LIMIT
        yield f"{kind} hint", widget.placeholderText(), CELL_LIMIT
    elif isinstance(widget, QLineEdit):
        yield f"{kind} hint", widget.placeholderText(), CELL_LIMIT
    elif isinstance(widget, QAbstractItemView):
        yield from _of_rows(widget)


def _of_rows(view: QAbstractItemView) -> Iterator[Said]:
    kind, model = type(view).__name__, view.model()
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(view.rootIndex())
    for row in range(min(model.rowCount(view.rootIndex()), ROWS)):
        for column in range(columns):
            index: QModelIndex = model.index(row, column, view.rootIndex())
            for name, role in ROLES.items():
                text = index.data(role)
                if isinstance(text, str):
                    yield f"{kind} {name} of column {column}", text, CELL_LIMIT if name == "text" else PANE_LIMIT


def wrong_with(widget: QWidget, said: Said, hidden: str, name: str) -> str:
    """Return what is wrong with a text on the screen; empty when nothing is.

    ``hidden`` are signs that must have been written out, ``name`` one that is written from right to left and must not
    turn the sentence around it.
    """
    where, text, most = said
    if any(sign in text for sign in hidden):
        return f"{where}: an invisible mark stays invisible in {text[:90]!a}"
    if len(text) > most + SLACK:
        return f"{where}: {len(text)} characters"
    if "\u0301" * (MARK_LIMIT + 1) in text:
        return f"{where}: marks on one letter"
    if isinstance(widget, QLabel) and where.endswith(" label") and widget.textFormat() != Qt.TextFormat.PlainText:
        return f"{where}: Qt may read it as markup"
    if " tooltip" in where and not is_plain_tooltip(text):
        return f"{where}: Qt reads it as markup"
    is_heard = " spoken" in where or " described" in where or where.endswith((" name", " description"))
    if is_heard or is_alone(text, name):
        return ""
    return f"{where}: a name is not kept apart in {text[:160]!a}"


def is_alone(text: str, name: str) -> bool:
    """Whether a name that is written from right to left is the whole line, or stands between marks of isolation."""
    for line in text.split("\n"):
        place = line.find(name)
        while place >= 0:
            before, behind = line[:place], line[place:]
            is_kept_apart = before.count("\u2068") > before.count("\u2069") and "\u2069" in behind
            if not is_kept_apart and any(sign.isalpha() for sign in before):
                return False
            place = line.find(name, place + 1)
    return True


def is_plain_tooltip(text: str) -> bool:
    """Whether Qt shows a tooltip as it stands: nothing in it looks like markup but the marks that say it is escaped."""
    is_escaped = text.startswith("<qt>") and text.endswith("</qt>")
    return "<" not in (text[4:-5] if is_escaped else text.replace("&lt;", "<"))
