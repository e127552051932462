"""A text for one person: which one, for whom, and its words; at the right as he reads it. GUI thread only.

Knows no desk.
"""

from collections.abc import Hashable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from console.desk.blanks import open_blanks
from ui.shortcuts import Command, key_text
from ui.unkept import Unkept
from ui.widgets.answer_field import AnswerField
from ui.widgets.chat_bubble import ChatBubble
from ui.widgets.flow_layout import FlowLayout, beside
from ui.widgets.key_button import KeyButton
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import PlainLabel, Shown, isolated, one_line
from ui.widgets.writing_direction import write_from

KINDS: Final = (  # of ``TextKind``
    *("refuse", "refuse_outside_area", "refuse_too_young", "refuse_rules_not_read", "refuse_full"),
    *("waiting_list", "farewell", "to_sister"),
)
NAME_CHARACTERS: Final = 40


class PrivateTextForm(QWidget):
    """Nothing is sent before a person says so; who asks to join is answered on the page of the requests.

    *Signals:*
        chosen(): another text or another person is wanted.
        posted(), copied(), request_requested(): the button of that name.
    """

    chosen = Signal()
    posted = Signal()
    copied = Signal()
    request_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.who = QComboBox(), QComboBox()
        self.text = AnswerField()
        self.post, self.copy = KeyButton(), KeyButton()
        self.request, self.anew = QPushButton(), QPushButton()
        self._labels = {box: PlainLabel() for box in (self.kind, self.who)}
        self._open, self._hint = PlainLabel(wraps=True, is_bold=True), PlainLabel(wraps=True, is_muted=True)
        self._readers: tuple[tuple[int, str, bool], ...] = ()
        self._bubble, self._made, self._direction = QVBoxLayout(), "", "ltr"
        self._about: Hashable = None  # which text it is, and for whom
        self._unkept: Unkept[str] = Unkept()
        self._so = PlainLabel(is_muted=True)
        for key in KINDS:
            self.kind.addItem("", key)
        self.who.addItem("", None)
        self._lay_out()
        self._retranslate()
        for box in self._labels:
            box.currentIndexChanged.connect(self._on_chosen)
        self.text.textChanged.connect(self._on_text_changed)
        self.anew.clicked.connect(self.put_back)
        for button, signal in (
            (self.post, self.posted),
            (self.copy, self.copied),
            (self.request, self.request_requested),
        ):
            button.clicked.connect(signal)

    # --- what the leaf calls ------------------------------------------------------------------------------------------

    @property
    def reader(self) -> tuple[int, str, bool] | None:
        """Who is chosen: his id, his name, and whether he is a member; None for nobody."""
        return next((one for one in self._readers if one[0] == self.who.currentData()), None)

    @property
    def is_edited(self) -> bool:
        """Whether the words are other ones than were made."""
        return self.text.text != self._made

    def offer(self, readers: Sequence[tuple[int, str, bool]]) -> None:
        """Let one of these be chosen: id, name, and whether he is a member; who was chosen stays so."""
        chosen = self.reader
        self._readers = tuple(readers)
        with QSignalBlocker(self.who):
            self.who.clear()
            self.who.addItem(self.tr("nobody yet"), None)
            for key, name, _is_member in self._readers:
                self.who.addItem(one_line(name, NAME_CHARACTERS), key)
            self.who.setCurrentIndex(self._readers.index(chosen) + 1 if chosen in self._readers else 0)
        self._show()

    def show_words(self, text: str, direction: str = "ltr", about: Hashable = None) -> None:
        """Show a text as it was made, or what a person made of it when he was at it before.

        ``direction`` is "ltr" or "rtl", ``about`` tells one text, for one person, from another.
        """
        is_other = about != self._about
        self._made, self._direction, self._about = text, direction, about
        words = self._unkept.of(about, text)
        write_from(self.text, is_rtl=direction == "rtl")
        if words != self.text.text:
            self.text.show_text(words)
        if is_other:
            self.text.forget_past()  # what was written to somebody else never comes back
        self._show()

    @Slot()
    def put_back(self) -> None:
        """Put the words back as they were made."""
        self.text.show_text(self._made)

    # --- texts and places ---------------------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and keys."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the words take half of the height, when they are that long."""
        super().resizeEvent(event)
        self.text.set_tallest(self.height() // 2)

    def _retranslate(self) -> None:
        names = (
            self.tr("Not admitted"),
            self.tr("Not admitted: lives elsewhere"),
            self.tr("Not admitted: too young"),
            self.tr("Not admitted: rules not read"),
            self.tr("Not admitted: the group is full"),
            self.tr("On the waiting list"),
            self.tr("Goodbye"),
            self.tr("On to the sister group"),
        )
        for place, name in enumerate(names):
            self.kind.setItemText(place, name)
        self.who.setItemText(0, self.tr("nobody yet"))
        for box, name in ((self.kind, self.tr("Text")), (self.who, self.tr("For"))):
            self._labels[box].setText(name)
            box.setAccessibleName(name)
        self.text.setAccessibleName(self.tr("The words for one person"))
        self._so.setText(self.tr("How he or she reads it:"))
        for button, text, command in (
            (self.post, self.tr("Make &ready to send in private"), Command.PRIVATE),
            (self.copy, self.tr("&Copy"), Command.COPY),
        ):
            button.setText(text)
            button.set_key(key_text(command))
        self.request.setText(self.tr("To the &join requests…"))
        self.anew.setText(self.tr("Put the words &back"))
        self._show()

    def _lay_out(self) -> None:
        choices = FlowLayout()
        for box, label in self._labels.items():
            label.setBuddy(box)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            choices.addWidget(beside(label, box))
        actions = FlowLayout()
        for button in (self.post, self.request, self.copy, self.anew):
            actions.addWidget(button)
        left = QVBoxLayout()
        left.addLayout(choices)
        left.addWidget(self.text)
        for label in (self._open, self._hint):
            left.addWidget(label)
        left.addLayout(actions)
        left.addStretch(1)
        right = Scrolled()
        right.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.addWidget(self._so)
        column.addLayout(self._bubble)
        column.addStretch(1)
        right.hold(holder)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(left, 1)
        row.addWidget(right, 1)

    @Slot()
    def _on_chosen(self) -> None:
        self.chosen.emit()

    @Slot()
    def _on_text_changed(self) -> None:
        self._unkept.note(self._about, self.text.text, self._made)
        self._show()

    def _show(self) -> None:
        """Show how he reads it, what is still open, and what can be done with it."""
        words, reader = self.text.text, self.reader
        while (old := self._bubble.takeAt(0)) is not None:
            if (bubble := old.widget()) is not None:
                bubble.deleteLater()
        if words.strip():
            self._bubble.addWidget(ChatBubble(words, self._direction))
        blanks = open_blanks(words)
        asks_to_join = reader is not None and not reader[2]
        self._open.setText(self.tr("%Ln blank(s) to fill in.", "", len(blanks)) if blanks else "")
        self._open.setVisible(bool(blanks))
        self._hint.setText(self._hint_about(reader))
        self.post.setVisible(not asks_to_join)
        self.post.setEnabled(reader is not None and bool(words.strip()) and not blanks)
        self.copy.setEnabled(bool(words.strip()))
        self.request.setVisible(asks_to_join)
        self.anew.setEnabled(self.is_edited)

    def _hint_about(self, reader: tuple[int, str, bool] | None) -> str:
        if reader is None:
            return self.tr("Choose for whom it is. Then his first name is in it.")
        who = isolated(one_line(reader[1], NAME_CHARACTERS))
        if reader[2]:
            return Shown(self.tr("Only {who} gets it. You send it yourself, or undo it.").format(who=who))
        return Shown(
            self.tr("You decide about {who} with the join requests. Copy the words for there.").format(who=who)
        )
