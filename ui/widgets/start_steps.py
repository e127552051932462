"""The eight steps of a group's start: what each asks, what the program sees of it, and what was thought. GUI thread."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.puts_away import PutsAway
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.domain.start import Start, StartStep

LIST_EM: Final = 12
ROW_EM: Final = 1.7
NOTE_EM: Final = 6
_KEY: Final = Qt.ItemDataRole.UserRole


class StartSteps(PutsAway):
    """The steps with a box for done at the left, one of them at the right.

    *Signals:*
        done_changed(str, bool): this step is done, or not after all.
        note_kept(str, str): what was written about this step.
    """

    done_changed = Signal(str, bool)
    note_kept = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[StartStep, ...] = ()
        self._shown: str | None = None  # the step whose note is in the field
        self.count = PlainLabel(is_bold=True, wraps=True)
        self.list = QListWidget()
        self.question = PlainLabel(scale=1.15, is_bold=True, wraps=True)
        self.think_of = PlainLabel(wraps=True)
        self.seen = PlainLabel(wraps=True, is_muted=True)
        self._note_label = PlainLabel()
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self._note_label.setBuddy(self.note)
        self.keep, self.put_back = QPushButton(), QPushButton()
        self._lay_out()
        self._fit()
        self.setFocusProxy(self.list)
        self.list.currentItemChanged.connect(self._on_list_current_changed)
        self.list.itemChanged.connect(self._on_list_item_changed)
        self.note.textChanged.connect(self._on_note_changed)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.put_back.clicked.connect(self.put_away)
        self._retranslate()

    def show_start(self, start: "Start") -> None:
        """Show how far a group is; a note that somebody is typing stays."""
        self._steps = start.steps
        with QSignalBlocker(self.list):
            if self.list.count() != len(start.steps):
                self._make_rows(start)
            for row, step in enumerate(start.steps):
                item = self.list.item(row)
                item.setText(step.name)
                item.setCheckState(Qt.CheckState.Unchecked if step.done_at is None else Qt.CheckState.Checked)
        self.count.setText(self.tr("{count} of {total} steps done").format(count=start.done, total=len(start.steps)))
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._show_step()

    def forget(self) -> None:
        """Drop what somebody was typing: another group comes."""
        self._shown = None

    @property
    def is_edited(self) -> bool:
        """Whether the note in the field is not kept yet."""
        step = self._step(self._shown)
        return step is not None and self.note.toPlainText().strip() != (step.note or "")

    @override
    def can_put_away(self) -> bool:
        return self.is_edited

    @Slot()
    @override
    def put_away(self) -> None:
        """Put back the note as it was kept."""
        self._shown = None
        self._show_step()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the size of the letters."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _step(self, key: str | None) -> "StartStep | None":
        return next((step for step in self._steps if step.key == key), None)

    def _make_rows(self, start: "Start") -> None:
        self.list.clear()
        for step in start.steps:
            item = QListWidgetItem()
            item.setData(_KEY, step.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            self.list.addItem(item)
        self._fit()

    def _show_step(self) -> None:
        item = self.list.currentItem()
        step = self._step(item.data(_KEY)) if item is not None else None
        if step is None:
            return
        self.question.setText(step.question)
        self.think_of.setText("\n".join(f"• {hint}" for hint in step.think_of))
        self.seen.setText(self.tr("The program sees: {what}").format(what=step.seen or ""))
        self.seen.setVisible(step.seen is not None)
        self.note.setAccessibleName(self.tr("What you thought of this step: {step}").format(step=step.name))
        if self._shown != step.key or not self.note.hasFocus():
            is_other = self._shown != step.key
            if is_other or not self.is_edited:
                self._shown = step.key
                self.note.setPlainText(step.note or "")
        self._on_note_changed()

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_list_current_changed(self, _now: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if self.is_edited:  # nobody's words are lost by looking at another step
            self._on_keep_clicked()
        self._show_step()

    @Slot(QListWidgetItem)
    def _on_list_item_changed(self, item: QListWidgetItem) -> None:
        step = self._step(item.data(_KEY))
        is_done = item.checkState() is Qt.CheckState.Checked
        if step is not None and is_done != (step.done_at is not None):
            self.done_changed.emit(step.key, is_done)

    @Slot()
    def _on_note_changed(self) -> None:
        self.keep.setEnabled(self.is_edited)
        self.put_back.setEnabled(self.is_edited)

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self._shown is not None and self.is_edited:
            self.note_kept.emit(self._shown, self.note.toPlainText().strip())

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("The steps of the start, with a tick for done"))
        self._note_label.setText(self.tr("Your &note"))
        self.keep.setText(self.tr("&Keep"))
        self.put_back.setText(self.tr("&Put back"))

    def _fit(self) -> None:
        for part in (self.count, self.list):
            part.setFixedWidth(theme.em(self, LIST_EM))
        height = theme.em(self, ROW_EM)
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(0, height))
        self.list.setMaximumHeight(height * max(1, self.list.count()) + 2 * self.list.frameWidth())
        self.note.setMinimumHeight(theme.em(self, NOTE_EM) // 2)
        self.note.setMaximumHeight(theme.em(self, NOTE_EM))

    def _lay_out(self) -> None:
        told = QWidget()
        inner = QVBoxLayout(told)
        inner.setContentsMargins(0, 0, 0, 0)
        for label in (self.question, self.think_of, self.seen):
            inner.addWidget(label)
        held = Scrolled()
        held.hold(told)
        buttons = FlowLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.put_back)
        right = QVBoxLayout()
        right.addWidget(held, 1)
        right.addWidget(self._note_label)
        right.addWidget(self.note)
        right.addLayout(buttons)
        right.addStretch()
        left = QVBoxLayout()
        left.addWidget(self.count)
        left.addWidget(self.list, 1)
        left.addStretch()
        row = QHBoxLayout(self)
        row.addLayout(left)
        row.addLayout(right, 1)
