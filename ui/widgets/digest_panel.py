"""The overview for one professional: read, mended, handed over by a person, and ticked when it went. GUI thread only.

Knows no desk: it gives what the person made of the text, and says what he presses.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import words
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.puts_away import PutsAway
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

if TYPE_CHECKING:
    from console.desk.feedback.digest import Digest
    from console.desk.feedback.pseudonyms import Hidden

LANGUAGES: Final = (("nl", "Nederlands"), ("en", "English"))
WAYS: Final = ("mail", "app", "paper", "other")  # of ``Sent``
NAME_CHARACTERS, WORD_CHARACTERS, ADDRESS_CHARACTERS = 80, 40, 120
WORDS_SHOWN: Final = 12


class DigestPanel(PutsAway):
    """The text in the middle, what can be done with it under it; Esc puts it away, with what was typed.

    *Signals:*
        copied(), mail_requested(), mail_file_requested(), pdf_requested(): the button of that name.
        sent(str): a person says that it went, in one of ``WAYS``.
        language_chosen(str): in this language, "nl" or "en".
        closed(): it was put away.
    """

    copied = Signal()
    mail_requested = Signal()
    mail_file_requested = Signal()
    pdf_requested = Signal()
    sent = Signal(str)
    language_chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digest: Digest | None = None
        self._title, self._counts = PlainLabel(scale=1.25, is_bold=True, wraps=True), PlainLabel(wraps=True)
        self._hidden, self._read = PlainLabel(wraps=True), PlainLabel(wraps=True, is_muted=True)
        self._language_label, self.language = PlainLabel(), QComboBox()
        self.field = QPlainTextEdit()  # the numbers between brackets are no blanks to fill in
        self.field.setTabChangesFocus(True)
        self.copy, self.mail, self.pdf, self.done, self._close = (KeyButton() for _ in range(5))
        self.mail_file = QPushButton()
        self.way = QComboBox()
        for key, name in LANGUAGES:
            self.language.addItem(name, key)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.hide()

    # --- what the leaf calls -----------------------------------------------------------------------------------------

    @property
    def digest(self) -> "Digest | None":
        """The overview as it was made; None while the panel is put away."""
        return self._digest

    @property
    def text(self) -> str:
        """The text as it stands there."""
        return self.field.toPlainText()

    @property
    def is_edited(self) -> bool:
        """Whether the text is another one than the one that was made."""
        return self._digest is not None and self.text != self._digest.text

    def show_digest(self, digest: "Digest") -> None:
        """Open with an overview; the focus goes to the first button, so that the letters act."""
        is_new = self.isHidden()
        self._digest = digest
        with QSignalBlocker(self.language):
            self.language.setCurrentIndex(max(0, self.language.findData(digest.language)))
        self.field.setPlainText(digest.text)
        if is_new:
            self.handed_over("mail" if digest.email else "other")
        self.show()
        self._retranslate()
        if is_new:
            self.mail.setFocus(Qt.FocusReason.OtherFocusReason)

    def handed_over(self, way: str) -> None:
        """Keep in which way it probably goes; the person says so himself when it went."""
        self.way.setCurrentIndex(WAYS.index(way))

    @override
    def can_put_away(self) -> bool:
        return not self.isHidden()

    @Slot()
    @override
    def put_away(self) -> None:
        if not self.isHidden():
            self.hide()
            self._digest = None
            self.closed.emit()

    # --- texts and places --------------------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and keys."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._language_label.setText(self.tr("Language"))
        self.language.setAccessibleName(self.tr("Language of the overview"))
        self.field.setAccessibleName(self.tr("Text of the overview"))
        self.way.setAccessibleName(self.tr("How it was sent"))
        ways = (self.tr("by e-mail"), self.tr("in a message"), self.tr("on paper"), self.tr("in another way"))
        for place, text in enumerate(ways):
            if self.way.count() < len(ways):
                self.way.addItem(text, WAYS[place])
            self.way.setItemText(place, text)
        for button, text, command in (
            (self.mail, self.tr("Open in my &mail program"), Command.OPEN_CHAT),
            (self.copy, self.tr("&Copy"), Command.COPY),
            (self.pdf, self.tr("Save as &PDF…"), Command.EXPORT),
            (self.done, self.tr("It wa&s sent"), Command.HANDLED),
            (self._close, self.tr("C&lose"), Command.STOP),
        ):
            button.setText(text)
            button.set_key(key_text(command))
        self.mail_file.setText(self.tr("Save &as a mail…"))
        self._read.setText(self.tr("Read the text first. You may change it. Nothing leaves this computer by itself."))
        if self._digest is not None:
            self._say(self._digest)

    def _say(self, digest: "Digest") -> None:
        name = isolated(one_line(digest.name, NAME_CHARACTERS))
        self._title.setText(Shown(self.tr("Overview for {name}").format(name=name)))
        said = [self.tr("%Ln question(s) in it.", "", len(digest.lines))]
        if digest.left_out:
            said.append(self.tr("%Ln more did not fit on one page.", "", digest.left_out))
        if digest.email:
            said.append(self.tr("E-mail: {address}.").format(address=one_line(digest.email, ADDRESS_CHARACTERS)))
        else:
            said.append(self.tr("No e-mail address is known."))
        self._counts.setText(Shown(" ".join(said)))
        self._hidden.setText(self._hidden_words(digest.hidden))

    def _hidden_words(self, hidden: "Sequence[Hidden]") -> str:
        """Return what came out of the text, so that a person sees whether anything stayed."""
        found = dict.fromkeys((one.kind, one.words) for one in hidden)
        if not found:
            return self.tr("Nothing had to be taken out: no names, no numbers.")
        shown = list(found)[:WORDS_SHOWN]
        named = [f"{isolated(one_line(text, WORD_CHARACTERS))} ({words.word(kind)})" for kind, text in shown]
        said = self.tr("Taken out: {words}").format(words=", ".join(named))
        more = len(found) - len(shown)
        return Shown(f"{said} {self._more(more)}" if more else said)

    def _more(self, count: int) -> str:
        return self.tr("and %Ln more", "", count)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._language_label)
        top.addWidget(self.language)
        self._language_label.setBuddy(self.language)
        buttons, ending = FlowLayout(), FlowLayout()
        for button in (self.mail, self.copy, self.mail_file, self.pdf):
            buttons.addWidget(button)
        for widget in (self.done, self.way, self._close):
            ending.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        for label in (self._counts, self._hidden, self._read):
            column.addWidget(label)
        column.addWidget(self.field, 1)
        column.addLayout(buttons)
        column.addLayout(ending)

    def _connect(self) -> None:
        for button, signal in (
            (self.copy, self.copied),
            (self.mail, self.mail_requested),
            (self.mail_file, self.mail_file_requested),
            (self.pdf, self.pdf_requested),
        ):
            button.clicked.connect(signal)
        self.done.clicked.connect(self.say_sent)
        self._close.clicked.connect(self.put_away)
        self.language.activated.connect(self._on_language_activated)

    @Slot()
    def say_sent(self) -> None:
        """Say that it went, in the way that is chosen."""
        if self._digest is not None:
            self.sent.emit(self.way.currentData())

    @Slot()
    def _on_language_activated(self) -> None:
        self.language_chosen.emit(self.language.currentData())
