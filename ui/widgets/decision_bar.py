"""The actions under a message, each with its key, and the two small questions that they may ask. GUI thread only."""

from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

from PySide6.QtCore import QDate, QEvent, Signal, Slot
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.puts_away import PutsAway
from ui.widgets.text import PlainLabel

NOTE_CHARACTERS: Final = 2_000
NOTE_DAYS: Final = 90  # the desk's default


class DecisionBar(PutsAway):
    """Goed zo, Klopt niet, Waarom, Later, Notitie; Vorige, Volgende, Ongedaan.

    Later asks for a day and Notitie for a text, both in place; Klopt niet and Waarom open beside the reasons.

    *Signals:*
        fine_requested(), correction_question_requested(), why_requested(), later_question_requested(),
            next_requested(), previous_requested(), undo_requested(): the button of that name was pressed.
        later_chosen(object): out of sight until this moment (aware, start of a day in the group's zone).
        note_written(str): the text of a note.
        closed(): a question was answered or put away; the focus may go back to the list.
    """

    fine_requested = Signal()
    next_requested = Signal()
    previous_requested = Signal()
    later_question_requested = Signal()
    correction_question_requested = Signal()
    why_requested = Signal()
    undo_requested = Signal()
    later_chosen = Signal(object)
    note_written = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fine, self._correct, self._why = KeyButton(), KeyButton(), KeyButton()
        self._later, self._note = KeyButton(), KeyButton()
        self._previous, self._next, self._undo = KeyButton(), KeyButton(), KeyButton()
        self._later_panel = LaterView()
        self._note_panel = NoteView()
        row = FlowLayout()
        for button in (self._fine, self._correct, self._why, self._later, self._note):
            row.addWidget(button)
        for button in (self._previous, self._next, self._undo):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._later_panel)
        column.addWidget(self._note_panel)
        self._later_panel.hide()
        self._note_panel.hide()
        self._connect()
        self.retranslate()

    @property
    def is_asking(self) -> bool:
        """Whether one of the two questions is open."""
        return not (self._later_panel.isHidden() and self._note_panel.isHidden())

    def set_can_decide(self, can_decide: bool) -> None:  # a property's setter in Qt's manner
        """Let the decisions be pressed, or not: the item is decided, or not there yet."""
        for button in (self._fine, self._correct, self._later, self._note):
            button.setEnabled(can_decide)

    def ask_later(self, today: date, zone: tzinfo) -> None:
        """Ask until which day."""
        self._note_panel.hide()
        self._later_panel.ask(today, zone)

    def ask_note(self) -> None:
        """Ask for the text of a note."""
        self._later_panel.hide()
        self._note_panel.ask()

    @Slot()
    def close_questions(self) -> None:
        """Put both questions away."""
        if self.is_asking:
            self._later_panel.hide()
            self._note_panel.hide()
            self.closed.emit()

    def retranslate(self) -> None:
        """Put the words and keys on the buttons."""
        for button, text, command in (
            (self._fine, self.tr("&All right"), Command.FINE),
            (self._correct, self.tr("Not r&ight…"), Command.CORRECT),
            (self._why, self.tr("Wh&y?"), Command.WHY),
            (self._later, self.tr("&Later…"), Command.LATER),
            (self._note, self.tr("&Note…"), Command.NOTE),
            (self._previous, self.tr("&Previous"), Command.PREVIOUS),
            (self._next, self.tr("Ne&xt"), Command.NEXT),
            (self._undo, self.tr("&Undo"), Command.UNDO),
        ):
            button.setText(text)
            button.set_key(key_text(command))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def can_put_away(self) -> bool:
        return self.is_asking

    @override
    def put_away(self) -> None:
        self.close_questions()

    def _connect(self) -> None:
        self._fine.clicked.connect(self.fine_requested)
        self._next.clicked.connect(self.next_requested)
        self._previous.clicked.connect(self.previous_requested)
        self._undo.clicked.connect(self.undo_requested)
        self._correct.clicked.connect(self.correction_question_requested)
        self._why.clicked.connect(self.why_requested)
        self._later.clicked.connect(self.later_question_requested)
        self._note.clicked.connect(self.ask_note)
        self._later_panel.chosen.connect(self._on_later_panel_chosen)
        self._note_panel.written.connect(self._on_note_panel_written)

    @Slot(object)
    def _on_later_panel_chosen(self, until: datetime) -> None:
        self.close_questions()
        self.later_chosen.emit(until)

    @Slot(str)
    def _on_note_panel_written(self, text: str) -> None:
        self.close_questions()
        self.note_written.emit(text)


class LaterView(QWidget):
    """Tomorrow, in a week, or a day of choice.

    *Signals:*
        chosen(object): the start of that day, aware.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date(2000, 1, 1)
        self._zone: tzinfo | None = None
        self._label = PlainLabel()
        self._tomorrow, self._week, self._take = QPushButton(), QPushButton(), QPushButton()
        self._day = QDateEdit()
        self._day.setCalendarPopup(True)
        row = FlowLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._label, self._tomorrow, self._week, self._day, self._take):
            row.addWidget(widget)
        self._tomorrow.clicked.connect(self._on_tomorrow_clicked)
        self._week.clicked.connect(self._on_week_clicked)
        self._take.clicked.connect(self._on_take_clicked)
        self._retranslate()

    def ask(self, today: date, zone: tzinfo) -> None:
        """Open the question, with the focus on the first answer."""
        self._today, self._zone = today, zone
        first = today + timedelta(days=1)
        self._day.setMinimumDate(QDate(first.year, first.month, first.day))
        proposed = today + timedelta(days=14)
        self._day.setDate(QDate(proposed.year, proposed.month, proposed.day))
        self._day.setDisplayFormat("d MMM yyyy")
        self._retranslate()
        self.show()
        self._tomorrow.setFocus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Show it again:"))
        self._tomorrow.setText(self.tr("&Tomorrow"))
        self._week.setText(self.tr("In a &week"))
        self._take.setText(self.tr("On this &day"))
        self._day.setAccessibleName(self.tr("Day on which it comes back"))

    @Slot()
    def _on_tomorrow_clicked(self) -> None:
        self._choose(self._today + timedelta(days=1))

    @Slot()
    def _on_week_clicked(self) -> None:
        self._choose(self._today + timedelta(days=7))

    @Slot()
    def _on_take_clicked(self) -> None:
        chosen = self._day.date()
        self._choose(date(chosen.year(), chosen.month(), chosen.day()))

    def _choose(self, day: date) -> None:
        self.chosen.emit(datetime.combine(day, time(), self._zone))


class NoteView(QWidget):
    """One field for a note; Enter keeps it, Esc does not.

    *Signals:*
        written(str): the text, not empty.
    """

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel()
        self._field = QLineEdit()
        self._field.setMaxLength(NOTE_CHARACTERS)
        self._keep = QPushButton()
        self._hint = PlainLabel(wraps=True, is_muted=True)
        row = QHBoxLayout()
        row.addWidget(self._label)
        row.addWidget(self._field, 1)
        row.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._hint)
        self._label.setBuddy(self._field)
        self._field.returnPressed.connect(self._on_field_return_pressed)
        self._keep.clicked.connect(self._on_field_return_pressed)
        self._retranslate()

    def ask(self) -> None:
        """Open the empty field."""
        self._field.clear()
        self.show()
        self._field.setFocus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Note:"))
        self._field.setAccessibleName(self.tr("Note"))
        self._keep.setText(self.tr("&Keep"))
        ends = self.tr("Only you and the other administrators see it. It goes away after %n day(s).", "", NOTE_DAYS)
        self._hint.setText(ends)

    @Slot()
    def _on_field_return_pressed(self) -> None:
        if self._field.text().strip():
            self.written.emit(self._field.text())
