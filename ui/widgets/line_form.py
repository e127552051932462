"""What is known of an answer that is owed: about what, who owes it, which groups wait, and when it comes back.

GUI thread only. Knows no desk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.feedback import Line, LineKind, LineState, Owing
from console.domain.group import GroupId
from console.domain.message import MessageId
from ui import line_facts, theme, words
from ui.shortcuts import Command, key_text
from ui.widgets.asking_panel import AskingPanel
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel, one_line, unmnemonic

CHARACTERS: Final = 200
LIST_EM: Final = 4.5


@dataclass(frozen=True, slots=True)
class LineStart:
    """What a form opens with; ``groups`` and ``owers`` are what there is to choose, ``services`` names given before.

    ``message_id`` is what was reported, ``quote`` its words, "" for none.
    """

    what: str
    kind: LineKind
    owing: Owing
    waiting: tuple[GroupId, ...]
    groups: Sequence[tuple[GroupId, str]]
    owers: Sequence[tuple[object, str]]
    services: Sequence[str]
    message_id: MessageId | None = None
    quote: str = ""
    line: Line | None = None


@dataclass(frozen=True, slots=True)
class LineWish:
    """A line as a person wants it. ``remind_on`` is None where it was not asked yet."""

    what: str
    kind: LineKind
    owing: Owing
    groups: tuple[GroupId, ...]
    remind_on: date | None
    message_id: MessageId | None


class LineForm(AskingPanel):
    """Ctrl+Enter gives it to be kept, Esc leaves it; it stays open until it was kept.

    *Signals:*
        kept(object): a ``LineWish``.
    """

    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start: LineStart | None = None
        self._title = PlainLabel(is_bold=True, wraps=True, scale=1.2)
        self._quote = PlainLabel(wraps=True, is_muted=True)
        self.what = QLineEdit()
        self.what.setMaxLength(CHARACTERS)
        self.kind, self.owing, self.more = QComboBox(), QComboBox(), QComboBox()
        self.owing.setEditable(True)
        self.groups, self.remove = QListWidget(), QPushButton()
        self.remind = QDateEdit()
        self.remind.setCalendarPopup(True)
        self.remind.setDisplayFormat("d MMM yyyy")
        self._hint = PlainLabel(wraps=True, is_muted=True)
        labelled: tuple[QWidget, ...] = (self.what, self.kind, self.owing, self.groups, self.remind)
        self._labels = {part: PlainLabel() for part in labelled}
        self.keep, self._close = KeyButton(), KeyButton()
        self._lay_out()
        self._connect()
        self._retranslate()
        self._fit()
        self.hide()

    # --- what the page calls ------------------------------------------------------------------------------------------

    def ask(self, start: LineStart) -> None:
        """Open with what is known."""
        self._start = start
        self._retranslate()
        self._quote.setText(f"“{one_line(start.quote, 300)}”" if start.quote else "")
        self._quote.setVisible(bool(start.quote))
        self.what.setText(one_line(start.what, CHARACTERS))
        self.kind.setCurrentIndex(self.kind.findData(start.kind))
        self._fill_owing(start)
        self.groups.clear()
        for group_id in start.waiting:
            self._add(group_id)
        self._fill_more()
        line = start.line
        is_asked = line is not None and line.state is LineState.ASKED and line.remind_at is not None
        if line is not None and line.remind_at is not None:
            day = line.remind_at.astimezone(line_facts.ZONE)
            self.remind.setDate(QDate(day.year, day.month, day.day))
        self.remind.setVisible(is_asked)
        self._labels[self.remind].setVisible(is_asked)
        self._on_edited()
        self.show()
        self.what.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.what.end(False)
        self.what.home(True)  # all of it is chosen, with its beginning in sight

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the letters too."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    # --- layout -------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        fields: tuple[QWidget, ...] = (self.what, self.kind, self.owing)
        for field in fields:
            form.addRow(self._labels[field], field)
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.groups)
        column.addWidget(self.more)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        form.addRow(self._labels[self.groups], waiting)
        form.addRow(self._labels[self.remind], self.remind)
        for part, label in self._labels.items():
            label.setBuddy(part)
        for choice in (self.owing, self.more):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(16)
        buttons = FlowLayout()
        for button in (self.keep, self._close):
            buttons.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        for label in (self._title, self._quote):
            outer.addWidget(label)
        outer.addLayout(form)
        outer.addWidget(self._hint)
        outer.addLayout(buttons)
        outer.addStretch(1)

    def _connect(self) -> None:
        self.what.textChanged.connect(self._on_edited)
        self.more.activated.connect(self._on_more_activated)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.groups.currentRowChanged.connect(self._on_edited)
        self.keep.clicked.connect(self.finish)
        self._close.clicked.connect(self.put_away)

    def _fit(self) -> None:
        self.groups.setFixedHeight(theme.em(self, LIST_EM))

    def _fill_owing(self, start: LineStart) -> None:
        self.owing.clear()
        for owing, name in start.owers:
            self.owing.addItem(one_line(name, 80), owing)
        for service in start.services:
            self.owing.addItem(one_line(service, 80), Owing(service=service))
        known = next((place for place in range(self.owing.count()) if self.owing.itemData(place) == start.owing), -1)
        self.owing.setCurrentIndex(known)
        if known < 0:
            self.owing.setEditText(start.owing.service)

    def _add(self, group_id: GroupId) -> None:
        name = next((name for known, name in self._start.groups if known == group_id), "") if self._start else ""
        item = QListWidgetItem(one_line(name, 80))
        item.setData(Qt.ItemDataRole.UserRole, group_id)
        self.groups.addItem(item)

    def _fill_more(self) -> None:
        waiting = set(self._waiting)
        self.more.clear()
        self.more.addItem(self.tr("Another group that waits for it…") if waiting else self.tr("Choose the group…"))
        for group_id, name in self._start.groups if self._start is not None else ():
            if group_id not in waiting:
                self.more.addItem(one_line(name, 80), group_id)
        self.more.setEnabled(self.more.count() > 1)

    @property
    def _waiting(self) -> tuple[GroupId, ...]:
        rows = range(self.groups.count())
        return tuple(GroupId(self.groups.item(row).data(Qt.ItemDataRole.UserRole)) for row in rows)

    def _retranslate(self) -> None:
        is_new = self._start is None or self._start.line is None
        self._title.setText(self.tr("A new question") if is_new else self.tr("Details of the question"))
        part: QWidget
        for part, text in (
            (self.what, self.tr("A&bout what")),
            (self.kind, self.tr("K&ind")),
            (self.owing, self.tr("Who answers")),
            (self.groups, self.tr("Who wai&ts")),
            (self.remind, self.tr("Co&mes back on")),
        ):
            self._labels[part].setText(text)
            part.setAccessibleName(text.replace("&", ""))
        self.what.setPlaceholderText(self.tr("In a few words, without names: the loose tile at number 12"))
        edit = self.owing.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(self.tr("A professional, or a service by its name"))
            edit.setAccessibleName(self.tr("Who answers"))
        self.more.setAccessibleName(self.tr("Another group that waits for it"))
        self.remove.setText(self.tr("Does not wait"))
        self.remove.setAccessibleName(self.tr("The chosen group does not wait for it"))
        chosen = max(0, self.kind.currentIndex())
        self.kind.clear()
        for kind in LineKind:
            self.kind.addItem(words.word(kind), kind)
        self.kind.setCurrentIndex(chosen)
        self._hint.setText(self.tr("Write no names of people here: a professional reads it too."))
        self.keep.setText(unmnemonic(self.tr("Keep")))
        self.keep.set_key(self.tr("Ctrl+Enter"))
        self._close.setText(self.tr("&Close"))
        self._close.set_key(key_text(Command.STOP))

    # --- what happens -------------------------------------------------------------------------------------------------

    @Slot()
    def _on_edited(self) -> None:
        is_several = self.groups.count() > 1
        self.remove.setVisible(is_several)
        self.remove.setEnabled(is_several and self.groups.currentRow() >= 0)
        self.keep.setEnabled(bool(self.what.text().strip()) and self.groups.count() > 0)

    @Slot(int)
    def _on_more_activated(self, place: int) -> None:
        group_id = self.more.itemData(place)
        if group_id is not None:
            self._add(group_id)
            self._fill_more()
            self._on_edited()

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.groups.takeItem(self.groups.currentRow())
        self._fill_more()
        self._on_edited()

    @property
    def _owing(self) -> Owing:
        """Who owes it: whom the words in the field are of, else a service of that name."""
        said = self.owing.currentText().strip()
        place = self.owing.findText(said, Qt.MatchFlag.MatchFixedString)
        found = self.owing.itemData(place) if said and place >= 0 else None
        return found if isinstance(found, Owing) else Owing(service=said)

    @Slot()
    @override
    def finish(self) -> None:
        if not self.what.text().strip():
            self.what.setFocus()
            return
        if not self._waiting:
            self.more.setFocus()
            return
        day = self.remind.date()
        wish = LineWish(
            self.what.text().strip(),
            LineKind(self.kind.currentData()),
            self._owing,
            self._waiting,
            None if self.remind.isHidden() else date(day.year(), day.month(), day.day()),
            self._start.message_id if self._start is not None else None,
        )
        self.kept.emit(wish)
