"""What goes of one person when he is forgotten, before it goes; and afterwards that it went. GUI thread only."""

import unicodedata
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.one_person import Erased, ErasePreview, Mention, Proof
from ui import privacy_facts, theme
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.recall_list import RecallList
from ui.widgets.text import PlainLabel, Shown, isolated, one_line, unmnemonic

WORDS_CHARACTERS: Final = 300
NAME_CHARACTERS: Final = 300


class RightsErase(QWidget):
    """Everything that goes, where a person must look himself, who else has it; then the name, typed, and the button.

    *Signals:*
        confirmed(object): forget him, and take these mentions along (a tuple of keys).
    """

    confirmed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: ErasePreview | None = None
        self._ticks: dict[str, QCheckBox] = {}
        self._warning, self._asks = PlainLabel(wraps=True, is_bold=True), PlainLabel(wraps=True)
        self.contents = RecallList()
        self.name, self.erase = QLineEdit(), KeyButton()
        self.name.setMaxLength(NAME_CHARACTERS)
        self._asks.setBuddy(self.name)
        foot = FlowLayout()
        foot.addWidget(self.name)
        foot.addWidget(self.erase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._warning)
        column.addWidget(self.contents, 1)
        column.addWidget(self._asks)
        column.addLayout(foot)
        self.name.textChanged.connect(self._enable)
        self.name.returnPressed.connect(self.finish)
        self.erase.clicked.connect(self.finish)
        self._fit()
        self._retranslate()

    def show_preview(self, preview: ErasePreview) -> None:
        """Show what would go of somebody."""
        self._preview = preview
        self._ticks.clear()
        self.name.clear()
        self.name.setEnabled(True)
        self._retranslate()
        self.contents.verticalScrollBar().setValue(0)
        self.contents.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def also(self) -> tuple[str, ...]:
        """The keys of the mentions that are him too, as a person ticked them."""
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked())

    @property
    def is_confirmed(self) -> bool:
        """Whether the name was typed."""
        return self._preview is not None and _typed(self.name.text()) == _typed(self._wanted)

    @property
    def _wanted(self) -> str:
        """What is to be typed: the name, or a word where no key of the keyboard writes anything of the name."""
        name = "" if self._preview is None else self._preview.person.name
        return name if _typed(name) else self.tr("forget")

    @Slot()
    def finish(self) -> None:
        """Ask to forget him, once: the button sleeps until there is an answer."""
        if self.is_confirmed and self.name.isEnabled():
            self.name.setEnabled(False)
            self._enable()
            self.confirmed.emit(self.also)

    def wake(self) -> None:
        """It did not happen: a person may try again."""
        self.name.setEnabled(True)
        self._enable()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the letters."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        self.name.setMinimumWidth(theme.em(self, 10))

    @Slot()
    def _enable(self) -> None:
        self.erase.setEnabled(self.is_confirmed and self.name.isEnabled())

    def _retranslate(self) -> None:
        self._warning.setText(self.tr("This cannot be undone. Everything below goes for good."))
        self.contents.setAccessibleName(self.tr("What goes of this person"))
        asks = self.tr("Are you sure? T&ype: {name}")
        self._asks.setText(Shown(asks.format(name=unmnemonic(privacy_facts.name_words(self._wanted)))))
        self.name.setAccessibleName(self.tr("Type the name of who is forgotten"))
        self.erase.setText(self.tr("Forget for &good"))
        self.erase.set_key(self.tr("Enter"))
        self._fill()
        self._enable()

    # --- what goes ----------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        ticked = set(self.also)
        self._ticks.clear()
        self.contents.begin()
        preview = self._preview
        if preview is not None:
            self.contents.add_line(self.tr("What goes"), is_bold=True)
            for going in preview.going:
                self.contents.add_line(going.words)
            if preview.replaced:
                self.contents.add_line(
                    self.tr("In %Ln place(s) others name this person. There it becomes [iemand].", "", preview.replaced)
                )
                for example in preview.examples:
                    words = one_line(example.text, WORDS_CHARACTERS)
                    self.contents.add_line(Shown(f"“{words}”"), is_muted=True)
            if not preview.going and not preview.replaced:
                self.contents.add_line(self.tr("Nothing is kept of this person any more."))
            self._add_warnings(preview)
            self._add_mentions(preview, ticked)
            self.contents.add_gap()
            self.contents.add_recipients(preview.recipients)
        self.contents.finish()

    def _add_warnings(self, preview: ErasePreview) -> None:
        if preview.present_in:
            names = ", ".join(map(privacy_facts.name_words, preview.present_in))
            here = self.tr("This person is still in {groups}. A later export brings the name back.")
            first = self.tr("So take this person out of the group first.")
            self.contents.add_gap()
            self.contents.add_line(Shown(f"{here.format(groups=names)} {first}"), is_bold=True)
        if preview.backups:
            older = self.tr("%Ln older backup(s) still hold this person, for 30 days at most.", "", preview.backups)
            again = self.tr("When you put one back, the program forgets this person again at once.")
            self.contents.add_gap()
            self.contents.add_line(f"{older} {again}")

    def _add_mentions(self, preview: ErasePreview, ticked: set[str]) -> None:
        if not preview.mentions_count:
            return
        self.contents.add_gap()
        self.contents.add_line(self.tr("Is this the same person?"), is_bold=True)
        only = self.tr("Here stands only a name that others may have too.")
        tick = self.tr("Tick what is about this person: the name goes there as well.")
        self.contents.add_line(f"{only} {tick}", is_muted=True)
        for mention in preview.mentions:
            self._add_mention(mention, is_ticked=mention.key in ticked)
        more = preview.mentions_count - len(preview.mentions)
        if more > 0:
            self.contents.add_line(self._more(more), is_muted=True)

    def _add_mention(self, mention: Mention, *, is_ticked: bool) -> None:
        parts = [mention.where]
        if mention.group:
            parts.append(privacy_facts.name_words(mention.group))
        if mention.at is not None:
            parts.append(privacy_facts.day_words(mention.at))
        head = Shown(" · ".join(parts))
        tick = QCheckBox(self.tr("Is this person"))
        text = one_line(mention.text, WORDS_CHARACTERS)
        tick.setAccessibleName(self.tr("Is this person: {text}").format(text=text))
        tick.setChecked(is_ticked)
        self._ticks[mention.key] = tick
        self.contents.add_entry(head, Shown(f"“{text}”"), tick)

    def _more(self, count: int) -> str:
        return self.tr("There are %Ln more. They stand with Messages: search the name there.", "", count)


class RightsErased(QWidget):
    """That somebody is forgotten, what is left of the name (nothing), and whom to ask the same.

    *Signals:*
        done(): a person read it.
    """

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._erased: Erased | None = None
        self._preview: ErasePreview | None = None
        self._proof: Proof | None = None
        self._title = PlainLabel(wraps=True, scale=1.2, is_bold=True)
        self.contents = RecallList()
        self.close_it = KeyButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self.contents, 1)
        column.addWidget(self.close_it, 0, Qt.AlignmentFlag.AlignLeft)
        self.close_it.clicked.connect(self.done)
        self._retranslate()

    @property
    def erased(self) -> Erased | None:
        """What is shown."""
        return self._erased

    def show_erased(self, erased: Erased, preview: ErasePreview) -> None:
        """Show what went; whether anything is left follows (``show_proof``)."""
        self._erased, self._preview, self._proof = erased, preview, None
        self._retranslate()
        self.close_it.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_proof(self, proof: Proof) -> None:
        """Show how often the full names were found afterwards."""
        self._proof = proof
        self._fill()

    def mark_asked(self, preview: ErasePreview) -> None:
        """Show again, now that one more was asked."""
        self._preview = preview
        self._fill()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and keys."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("This person is forgotten"))
        self.contents.setAccessibleName(self.tr("What went"))
        self.close_it.setText(self.tr("&Done"))
        self.close_it.set_key(key_text(Command.STOP))
        self._fill()

    def _fill(self) -> None:
        place = self.contents.verticalScrollBar().value()
        self.contents.begin()
        if self._erased is not None and self._preview is not None:
            for sentence in self._left(self._erased):
                self.contents.add_line(sentence, is_bold=True)
            self.contents.add_gap()
            self.contents.add_line(self.tr("What went"), is_bold=True)
            for going in self._erased.going:
                self.contents.add_line(going.words)
            if self._erased.replaced:
                self.contents.add_line(self.tr("In %Ln place(s) the name became [iemand].", "", self._erased.replaced))
            if self._erased.backup is not None:
                said = self.tr("A backup was made just before: {file}. It goes within 30 days.")
                self.contents.add_line(said.format(file=isolated(self._erased.backup.name)), is_muted=True)
            exports = self.tr("Did you save a copy or a table with this name on your computer? Remove that yourself.")
            self.contents.add_line(exports)
            self.contents.add_gap()
            self.contents.add_recipients(self._preview.recipients, self._erased.asked_id)
        self.contents.finish()
        self.contents.verticalScrollBar().setValue(place)

    def _left(self, erased: Erased) -> list[str]:
        """Return what was found when the whole file was looked through for the name."""
        if self._proof is None:
            said = self.tr("The program now looks through the whole file for the full name and number…")
        elif self._proof.is_gone:
            said = self.tr("Looked for the full name and number in the whole file and in the logs: found 0 times.")
        else:
            said = self._still(self._proof.store + self._proof.logs)
        told = [said]
        if not erased.is_log_empty:
            told.append(self.tr("Another window is still reading. What is left goes when it closes."))
        if erased.mentions_left:
            told.append(self.tr("A first name alone is left in %Ln place(s).", "", erased.mentions_left))
        return told

    def _still(self, count: int) -> str:
        return self.tr(
            "The full name or number still stands in %Ln place(s). Somebody else may have it too.", "", count
        )


def _typed(name: str) -> str:
    """Return what a keyboard writes of a name: no marks that nobody sees, no pictures, capitals as small letters."""
    kept = (char if unicodedata.category(char)[0] in "LMNP" else " " for char in unicodedata.normalize("NFKC", name))
    return " ".join("".join(kept).split()).casefold()
