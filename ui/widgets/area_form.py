"""The area of a group as lines of text, what they were read as, and a place to try an address. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.work_area import Answer
from ui import theme
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import PlainLabel, Shown, isolated, one_line, visible

if TYPE_CHECKING:
    from console.desk.area_look import Asked, Look
    from console.desk.areas import Overlap

PAUSE_MS: Final = 300  # after the last letter: reading along with every one would flicker
ENTER_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOST_SHOWN: Final = 20  # groups that share a part; the others are counted
MOST_PARTS: Final = 3
MARKS: Final = {Answer.YES: "✓", Answer.NO: "!", Answer.UNKNOWN: "?"}
LINE_LIMIT: Final = 80


class _WrongLines(QSyntaxHighlighter):
    """Marks the lines that were not understood: underlined and on a ground of their own."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field.document())
        self._lines: frozenset[int] = frozenset()

    def show_lines(self, lines: frozenset[int]) -> None:
        """Mark these lines, counted from 1, and no others."""
        if lines != self._lines:
            self._lines = lines
            self.rehighlight()

    @override
    def highlightBlock(self, text: str) -> None:
        if self.currentBlock().blockNumber() + 1 in self._lines:
            marked = QTextCharFormat()
            marked.setBackground(theme.color("mark_ground"))
            marked.setForeground(theme.color("mark"))
            marked.setFontWeight(QFont.Weight.Bold)
            marked.setFontUnderline(True)
            self.setFormat(0, len(text) * 2, marked)


class _Lines(QPlainTextEdit):
    """Begins no new line with Ctrl+Enter: that keeps the area."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class AreaForm(QWidget):
    """Nothing counts before ``kept``.

    *Signals:*
        typed(str): the lines as they are now, after a pause.
        asked(str, str): does this address (second) belong to these lines (first)?
        kept(object): the ``Look`` that is to count from now on.
        sheet_requested(): take the area from a list.
    """

    typed = Signal(str)
    asked = Signal(str, str)
    kept = Signal(object)
    sheet_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept_text = ""
        self._look: Look | None = None
        self._asked: Asked | None = None
        self.lines, self.problems, self.address = _Lines(), QListWidget(), QLineEdit()
        self._wrong = _WrongLines(self.lines)
        self.keep, self.put_back, self.sheet = KeyButton(), KeyButton(), QPushButton()
        self._intro, self.summary = PlainLabel(wraps=True, is_muted=True), PlainLabel(wraps=True, is_bold=True)
        self._shared_title, self.shared = PlainLabel(wraps=True, is_bold=True), PlainLabel(wraps=True)
        self._ask_title, self.answer = PlainLabel(wraps=True, is_bold=True), PlainLabel(wraps=True)
        self.others = PlainLabel(wraps=True)
        self._side = Scrolled()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self.setFocusProxy(self.lines)
        self.lines.textChanged.connect(self._on_lines_text_changed)
        self.address.textChanged.connect(self._on_address_text_changed)
        self._pause.timeout.connect(self._on_pause_timeout)
        self.problems.itemActivated.connect(self.go_to_problem)
        self.problems.itemClicked.connect(self.go_to_problem)
        self.keep.clicked.connect(self.keep_lines)
        self.put_back.clicked.connect(self.restore)
        self.sheet.clicked.connect(self.sheet_requested)
        self.retranslate()

    # --- what it shows ------------------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The lines as they are now."""
        return self.lines.toPlainText()

    @property
    def is_edited(self) -> bool:
        """Whether the lines say something else than what counts."""
        return self.text != self._kept_text

    def show_kept(self, look: "Look | None") -> None:
        """Show the area that counts; None: there is none yet, and nobody may type."""
        self._kept_text = "" if look is None else look.text
        self.lines.setReadOnly(look is None)
        self.lines.setPlainText(self._kept_text)
        self._pause.stop()
        self.show_look(look)
        self._ask_again()

    def show_look(self, look: "Look | None") -> None:
        """Show what the lines were read as; one of other lines is old news."""
        if look is not None and look.text != self.text:
            return
        self._look = look
        self._wrong.show_lines(frozenset(problem.line for problem in look.problems) if look else frozenset())
        self._say()

    def show_asked(self, asked: "Asked | None") -> None:
        """Show whether the address belongs to the lines."""
        self._asked = asked
        self._say_answer()

    def add_lines(self, text: str) -> None:
        """Put lines under those that are there, to be looked at and kept."""
        cursor = QTextCursor(self.lines.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        is_below = bool(self.text) and not self.text.endswith("\n")
        cursor.insertText(f"\n{text}" if is_below else text)
        self.lines.moveCursor(QTextCursor.MoveOperation.End)
        self.lines.setFocus()

    @Slot()
    def restore(self) -> None:
        """Show again what counts."""
        self.lines.setPlainText(self._kept_text)
        self.lines.setFocus()

    @Slot()
    def keep_lines(self) -> None:
        """Let the lines count, once all of them were understood."""
        if self.keep.isEnabled() and self._look is not None:
            self.kept.emit(self._look)

    @Slot()
    def go_to_problem(self) -> None:
        """Put the cursor at the line of the chosen problem."""
        row = self.problems.currentRow()
        if self._look is None or not 0 <= row < len(self._look.problems):
            return
        block = self.lines.document().findBlockByNumber(self._look.problems[row].line - 1)
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.lines.setTextCursor(cursor)
        self.lines.setFocus()

    # --- what happens -------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps, wherever the focus is."""
        if event.key() in ENTER_KEYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep_lines()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.ThemeChange, QEvent.Type.PaletteChange) and hasattr(self, "_wrong"):
            self._wrong.rehighlight()

    @Slot()
    def _on_lines_text_changed(self) -> None:
        self._enable()
        self._pause.start()

    @Slot()
    def _on_address_text_changed(self) -> None:
        self._pause.start()

    @Slot()
    def _on_pause_timeout(self) -> None:
        if self._look is None or self._look.text != self.text:
            self.typed.emit(self.text)
        self._ask_again()

    def _ask_again(self) -> None:
        line = self.address.text().strip()
        if line and not self.lines.isReadOnly():
            self.asked.emit(self.text, line)
        else:
            self.show_asked(None)

    def _enable(self) -> None:
        is_read = self._look is not None and self._look.text == self.text and not self._look.problems
        self.keep.setEnabled(self.is_edited and is_read)
        self.put_back.setEnabled(self.is_edited)

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._intro.setText(
            self.tr(
                "Write a street or a postcode on each line. For example: Kerkweg, Dorpsstraat 1-99 odd, "
                "3021 AB - 3021 AK, or the whole park De Sluis."
            )
        )
        self.lines.setAccessibleName(self.tr("Streets and postcodes of the group"))
        self.problems.setAccessibleName(self.tr("Lines that were not understood"))
        self._side.setAccessibleName(self.tr("How the lines were read"))
        self._shared_title.setText(self.tr("In the area of another group too"))
        self._ask_title.setText(self.tr("Does this address belong here?"))
        self.address.setAccessibleName(self.tr("Does this address belong here?"))
        self.address.setPlaceholderText(self.tr("Kerkweg 12a, 3021 AB"))
        self.keep.setText(self.tr("&Keep"))
        self.keep.set_key(self.tr("Ctrl+Enter"))
        self.put_back.setText(self.tr("Put &back"))
        self.put_back.set_key(key_text(Command.STOP))
        self.sheet.setText(self.tr("&Take in a list…"))
        self._say()
        self._say_answer()

    def _say(self) -> None:
        look = self._look
        self.problems.clear()
        self.problems.setVisible(look is not None and bool(look.problems))
        self.summary.setText("" if look is None else self._counted(look))
        for problem in look.problems if look is not None else ():
            where = self.tr("Line {number}: {what}").format(number=problem.line, what=problem.because)
            self.problems.addItem(visible(where))
        shared = look.overlaps if look is not None else ()
        shown: list[str] = [self._shared_line(one) for one in shared[:MOST_SHOWN]]
        if len(shared) > MOST_SHOWN:
            shown.append(self.tr("And %n other group(s).", "", len(shared) - MOST_SHOWN))
        has_area = look is not None and bool(look.area)
        self.shared.setText(Shown("\n".join(shown)) if shown else self.tr("No other group has a part of it."))
        self._shared_title.setVisible(has_area)
        self.shared.setVisible(has_area)
        self._enable()

    def _counted(self, look: "Look") -> str:
        parts = []
        if look.streets:
            parts.append(self.tr("%n street(s)", "", look.streets))
        if look.area.postcodes:
            parts.append(self.tr("%n line(s) with postcodes", "", len(look.area.postcodes)))
        if look.area.park:
            parts.append(self.tr("the park {park}").format(park=isolated(one_line(look.area.park, LINE_LIMIT))))
        if look.problems:
            wrong = self.tr("%n line(s) not understood. Change or remove them first.", "", len(look.problems))
            return Shown(f"{', '.join(parts)}. {wrong}" if parts else wrong)
        if not parts:
            return self.tr("No area was filled in yet.")
        return Shown(self.tr("All lines are understood: {parts}.").format(parts=", ".join(parts)))

    def _shared_line(self, one: "Overlap") -> Shown:
        parts = ", ".join(one.what[:MOST_PARTS])
        more = len(one.what) - MOST_PARTS
        if more > 0:
            others = self.tr("and %n more", "", more)
            parts = f"{parts} {others}"
        return Shown(f"• {isolated(one_line(one.group, LINE_LIMIT))}: {visible(parts)}")

    def _say_answer(self) -> None:
        asked = self._asked
        self.answer.setVisible(asked is not None)
        self.others.setVisible(asked is not None and bool(asked.groups))
        if asked is None:
            return
        words = {Answer.YES: self.tr("Yes"), Answer.NO: self.tr("No"), Answer.UNKNOWN: self.tr("Not known")}
        answer = asked.said.answer
        self.answer.setText(Shown(f"{MARKS[answer]} {words[answer]}. {visible(asked.said.because)}"))
        lines = [f"• {isolated(one_line(one.name, LINE_LIMIT))}: {visible(one.because)}" for one in asked.groups]
        self.others.setText(Shown("\n".join([self.tr("Other groups that have it:"), *lines])))

    # --- places -------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.lines, 3)
        left.addWidget(self.problems, 1)
        self.problems.setWordWrap(True)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(theme.em(self, 0.5), 0, theme.em(self, 0.5), 0)
        about = (
            (self.summary,),
            (self._ask_title, self.address, self.answer, self.others),
            (self._shared_title, self.shared),
        )
        for parts in about:
            for part in parts:
                column.addWidget(part)
            column.addSpacing(theme.em(self, 0.6))
        column.addStretch(1)
        self._side.hold(side)
        self._side.stand_in(self)
        self._side.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the arrows scroll it
        self._side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        both = QHBoxLayout()
        both.addLayout(left, 3)
        both.addWidget(self._side, 2)
        buttons = FlowLayout()
        for button in (self.keep, self.put_back, self.sheet):
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._intro)
        whole.addLayout(both, 1)
        whole.addLayout(buttons)
