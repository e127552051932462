"""Which card, about whom, and its words: what a person mends there stands on the picture and on paper too.

GUI thread only. Knows no desk.
"""

from collections.abc import Hashable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.unkept import Unkept
from ui.widgets.flow_layout import FlowLayout, beside
from ui.widgets.text import PlainLabel, one_line
from ui.widgets.writing_direction import write_from

KINDS: Final = ("expectations", "who_is_in", "where_to_report")  # of ``CardKind``
NAMINGS: Final = ("first_names", "full_names", "nobody")  # of ``Naming``
NAME_CHARACTERS: Final = 40


class CardForm(QWidget):
    """The choices above, the words under them, and a way back to the words as they were made.

    *Signals:*
        chosen(): another card, professional or way of naming is wanted.
        mended(): the words are other ones.
    """

    chosen = Signal()
    mended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.who, self.naming = QComboBox(), QComboBox(), QComboBox()
        self.text, self.anew = QPlainTextEdit(), QPushButton()
        self.text.setTabChangesFocus(True)
        self._intro, self._foot = PlainLabel(wraps=True), PlainLabel(wraps=True, is_muted=True)
        self.problem = PlainLabel(wraps=True)
        self.problem.hide()
        self._labels = {box: PlainLabel() for box in (self.kind, self.who, self.naming)}
        self._professionals: tuple[tuple[int, str], ...] = ()
        self._made = ""
        self._about: Hashable = None  # which card it is
        self._unkept: Unkept[str] = Unkept()
        for key in KINDS:
            self.kind.addItem("", key)
        for key in NAMINGS:
            self.naming.addItem("", key)
        self.who.addItem("", None)
        self._lay_out()
        self._retranslate()
        for box in self._labels:
            box.currentIndexChanged.connect(self._on_chosen)
        self.text.textChanged.connect(self._on_text_changed)
        self.anew.clicked.connect(self.put_back)

    # --- what the leaf calls ------------------------------------------------------------------------------------------

    @property
    def wanted(self) -> tuple[str, int | None, str]:
        """The card, the professional (None: all of them) and the way of naming that are chosen."""
        return self.kind.currentData(), self.who.currentData(), self.naming.currentData()

    @property
    def words(self) -> str:
        """The words as they stand there."""
        return self.text.toPlainText()

    @property
    def is_edited(self) -> bool:
        """Whether the words are other ones than were made."""
        return self.words != self._made

    def offer(self, professionals: Sequence[tuple[int, str]]) -> None:
        """Let one of these be chosen, by id and name; who was chosen stays so while he is among them."""
        self._professionals = tuple(professionals)
        with QSignalBlocker(self.who):
            chosen = self.who.currentData()
            self.who.clear()
            self.who.addItem(self.tr("all of them"), None)
            for key, name in self._professionals:
                self.who.addItem(one_line(name, NAME_CHARACTERS), key)
            self.who.setCurrentIndex(max(0, self.who.findData(chosen)))
        self._show_choices()

    def show_words(self, text: str, direction: str = "ltr", about: Hashable = None) -> None:
        """Show the words of a card as they were made, or what a person made of them when he was at it before.

        ``direction`` is "ltr" or "rtl", ``about`` tells one card from another.
        """
        self._made, self._about = text, about
        words = self._unkept.of(about, text)
        write_from(self.text, is_rtl=direction == "rtl")
        if words != self.words:
            self.text.setPlainText(words)
        self.anew.setEnabled(self.is_edited)

    def show_problems(self, problems: Sequence[str]) -> None:
        """Say above the words what is wrong with the card."""
        self.problem.setText("\n".join(problems))
        self.problem.setVisible(bool(problems))

    @Slot()
    def put_back(self) -> None:
        """Put the words back as they were made."""
        self.text.setPlainText(self._made)

    # --- texts and places ---------------------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        kinds = (self.tr("What to expect"), self.tr("Who is in the group"), self.tr("Where to report what"))
        namings = (self.tr("by first name"), self.tr("by full name"), self.tr("not by name"))
        for box, names in ((self.kind, kinds), (self.naming, namings)):
            for place, name in enumerate(names):
                box.setItemText(place, name)
        self.who.setItemText(0, self.tr("all of them"))
        for box, name in (
            (self.kind, self.tr("Card")),
            (self.who, self.tr("Professional")),
            (self.naming, self.tr("Administrators")),
        ):
            self._labels[box].setText(name)
            box.setAccessibleName(name)
        self.text.setAccessibleName(self.tr("The words of the card"))
        self.anew.setText(self.tr("Put the words &back"))
        self._foot.setText(self.tr("You may change the words. The picture and the paper follow."))
        self._say()

    def _say(self) -> None:
        """Say what the card is for."""
        self._intro.setText(
            {
                "expectations": self.tr("So that members know: a message in the group is no report."),
                "who_is_in": self.tr("Members may ask who reads along. It counts them and names none of them."),
                "where_to_report": self.tr("With the numbers of your municipality. You change those in the settings."),
            }[self.kind.currentData()]
        )

    def _show_choices(self) -> None:
        """Ask only what the card needs."""
        kind = self.kind.currentData()
        self._holders[self.who].setVisible(kind == "expectations" and bool(self._professionals))
        self._holders[self.naming].setVisible(kind == "who_is_in")

    def _lay_out(self) -> None:
        choices = FlowLayout()
        self._holders: dict[QComboBox, QWidget] = {}
        for box, label in self._labels.items():
            label.setBuddy(box)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            self._holders[box] = beside(label, box)
            choices.addWidget(self._holders[box])
        actions = FlowLayout()
        actions.addWidget(self.anew)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(choices)
        column.addWidget(self._intro)
        column.addWidget(self.problem)
        column.addWidget(self.text, 1)
        column.addWidget(self._foot)
        column.addLayout(actions)
        self._show_choices()

    @Slot()
    def _on_chosen(self) -> None:
        self._show_choices()
        self._say()
        self.chosen.emit()

    @Slot()
    def _on_text_changed(self) -> None:
        self._unkept.note(self._about, self.words, self._made)
        self.anew.setEnabled(self.is_edited)
        self.mended.emit()
