"""The one module through which text reaches a widget. GUI thread only.

Text from a chat is plain text everywhere (``design/security.md`` C1, C2): Qt would open a file for ``<img src=...>`` in
a label or tooltip, and a few hundred characters of nested tables freeze the window. A rules test sees to it that
labels, tooltips and message boxes are made here only.
"""

import html
import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QSizePolicy, QWidget
from typing_extensions import override

from ui import theme

CELL_LIMIT: Final = 2_000  # characters in a cell of a list (security.md C1: 100,000 take most of a second)
PANE_LIMIT: Final = 20_000  # characters in a reading pane before "show more"
MARK_LIMIT: Final = 8  # combining marks on one letter; 300 of them paint over the lines around it
ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"

_HIDDEN_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_HIDDEN_LETTERS: Final = frozenset("\u3164\u115f\u1160\u2800\uffa0")  # letters and symbols that show nothing
_KEPT: Final = frozenset("\n\t")
_APART, _TOGETHER = "\u2068", "\u2069"  # what stands between turns nothing around it
_ZWJ: Final = "\u200d"
_FROM_THE_RIGHT: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_RUN: Final = re.compile(f"[{_FROM_THE_RIGHT}](?:[^\\w\n\u2066-\u2069]*[{_FROM_THE_RIGHT}])*")
_LETTER: Final = re.compile(r"[^\W\d_]")
_MENTION: Final = re.compile("\u2068[^\n\u202a-\u202e\u2066-\u2069]*\u2069")  # around a name, by WhatsApp


class Shown(str):
    """Text whose invisible marks were written out already; a label takes it as it is.

    Text put together from an isolated name needs this said again: ``Shown(f"{isolated(name)} · {role}")``.
    """

    __slots__ = ()


def visible(text: str, limit: int | None = None) -> Shown:
    """Return text with every invisible mark written out as ‹U+202E›, so that nobody reads what is not there.

    A zero-width joiner between two pictures of an emoji stays, and so do the marks around a name that WhatsApp sets
    apart (U+2068 ... U+2069, with nothing of the kind between them): they turn nothing around. In a line that goes
    from left to right, words that are written from right to left get such marks. Of what stands there then at most
    ``limit`` characters are shown, and a mark that began before.
    """
    return Shown(_shown(text, limit)[0])


def isolated(name: str) -> Shown:
    """Return a name that cannot turn around the text beside it (U+2068 ... U+2069)."""
    inner = name if isinstance(name, Shown) else visible(name, CELL_LIMIT)
    return Shown(f"\u2068{inner.replace(_APART, '').replace(_TOGETHER, '')}\u2069")


def one_line(text: str, limit: int = CELL_LIMIT) -> Shown:
    """Return the start of a text on one line, for a cell of a list."""
    line = visible(" ".join(text[:limit].split()), limit)
    return Shown(line + (ELLIPSIS if len(text) > limit or len(line) > limit else ""))


def marked(text: str, spans: Sequence[tuple[int, int]], limit: int | None = None) -> tuple[str, list[tuple[int, int]]]:
    """Return the visible text and the (start, length) of each span in it, in UTF-16 units as Qt counts.

    ``spans`` are character offsets into ``text``; what lies beyond ``limit`` is left out.
    """
    shown, offsets = _shown(text, limit)
    last = len(offsets) - 1 if offsets else len(shown)
    ranges = []
    for start, end in spans:
        begin, stop = max(0, min(start, last)), max(0, min(end, last))
        if begin < stop:
            left = offsets[begin] if offsets else begin
            right = offsets[stop] if offsets else stop
            ranges.append((_units(shown[:left]), _units(shown[left:right])))
    return shown, ranges


def _shown(text: str, limit: int | None = None) -> tuple[str, list[int] | None]:
    """Return the visible text up to a limit, and where each character of it begins there (None: nothing moved).

    The limit is of what is shown: a text of nothing but invisible marks becomes eight times as long.
    """
    text = text if limit is None else text[:limit]
    if text.isascii() and text.replace("\n", "").isprintable():
        return text, None
    pieces: list[str] = []
    offsets: list[int] = []
    length = marks = 0
    mentions = [found.span() for found in _MENTION.finditer(text)]
    kept = {place for start, end in mentions for place in (start, end - 1)}
    begins, ends = _kept_apart(text, mentions)
    for index, char in enumerate(text):
        if limit is not None and length >= limit:
            break
        piece = char
        if char not in _KEPT and index not in kept and _is_hidden(text, index):
            piece = f"‹U+{ord(char):04X}›"
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks > MARK_LIMIT:
            piece = ""
        piece = f"{_APART if index in begins else ''}{piece}{_TOGETHER if index in ends else ''}"
        offsets.append(length)
        pieces.append(piece)
        length += len(piece)
    offsets.append(length)
    return "".join(pieces), offsets


def _kept_apart(text: str, mentions: Sequence[tuple[int, int]]) -> tuple[set[int], set[int]]:
    """Return where words begin and end that go from right to left in a line that does not, outside of mentions."""
    begins, ends = set(), set()
    inside = {place for start, end in mentions for place in range(start, end)}
    for found in _RUN.finditer(text):
        start, end = found.span()
        letter = _LETTER.search(text, text.rfind("\n", 0, start) + 1)
        goes_right = letter is not None and letter.start() < start and not _RUN.match(text, letter.start())
        if goes_right and start not in inside:
            begins.add(start)
            ends.add(end - 1)
    return begins, ends


def _is_hidden(text: str, index: int) -> bool:
    char = text[index]
    if char == _ZWJ:
        before = text[max(0, index - 3) : index].rstrip("\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")[-1:]
        return not (_is_picture(before) and _is_picture(text[index + 1 : index + 2]))
    return char in _HIDDEN_LETTERS or (not char.isprintable() and unicodedata.category(char) in _HIDDEN_CATEGORIES)


def _is_picture(char: str) -> bool:
    return bool(char) and unicodedata.category(char) == "So"


def _units(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)


def unmnemonic(text: str) -> str:
    """Return text for a button, tab or menu in which an ampersand stays an ampersand."""
    return visible(text, CELL_LIMIT).replace("&", "&&")


def tooltip(text: str) -> str:
    """Return text for a tooltip or ``ToolTipRole``: escaped and marked as rich, so that Qt does not guess."""
    return f"<qt>{html.escape(visible(text, CELL_LIMIT))}</qt>" if text else ""


def set_tooltip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip that shows text as it is."""
    widget.setToolTip(tooltip(text))


class PlainLabel(QLabel):
    """A label that shows text as it is, whatever stands in it.

    ``scale`` is relative to the program's font and follows it; ``is_muted`` takes the quiet colour of the theme;
    ``elides`` shows one line with an ellipsis instead of asking for room, ``wraps`` breaks lines.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
        elides: bool = False,
        scale: float = 1.0,
        is_bold: bool = False,
        is_muted: bool = False,
        can_select: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self._elides, self._scale, self._is_bold, self._is_muted = elides, scale, is_bold, is_muted
        if elides:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if can_select:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self._dress()
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        """Show text, at most a pane full, with its invisible marks written out."""
        shown = text[:PANE_LIMIT] if isinstance(text, Shown) else visible(text, PANE_LIMIT)
        super().setText(shown + (ELLIPSIS if len(text) > PANE_LIMIT or len(shown) > PANE_LIMIT else ""))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's font and the theme."""
        if event.type() == QEvent.Type.ThemeChange:
            self._dress()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the elided line, or what a label draws."""
        if not self._elides:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        rect = self.contentsRect()
        line = self.fontMetrics().elidedText(self.text().replace("\n", " "), Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(rect, int(self.alignment()) | int(Qt.TextFlag.TextSingleLine), line)

    @override
    def minimumSizeHint(self) -> QSize:
        """An elided line may become narrow, never low."""
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._elides else hint

    def _dress(self) -> None:
        if self._scale != 1.0 or self._is_bold:
            font = QFont(QApplication.font())
            font.setPointSizeF(font.pointSizeF() * self._scale)
            font.setBold(self._is_bold)
            self.setFont(font)
        if self._is_muted:
            palette = QPalette(QApplication.palette())
            palette.setColor(QPalette.ColorRole.WindowText, theme.colors().muted)
            self.setPalette(palette)


def message_box(
    parent: QWidget | None, title: str, text: str, *, icon: QMessageBox.Icon = QMessageBox.Icon.Information
) -> QMessageBox:
    """Return a message box that shows text as it is; the caller adds buttons and opens it."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(icon)
    box.setWindowTitle(title)
    box.setText(visible(text, CELL_LIMIT))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
