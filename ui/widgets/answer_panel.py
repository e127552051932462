"""An answer in the making: where it goes, how it sounds, its words, and how the member will read it. GUI thread only.

Knows no desk: it asks for another draft with a signal and gives what the person made of it.
"""

import re
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.desk.blanks import fill, open_blanks, preview
from console.domain.decision import Verb
from console.domain.draft import Draft, Place, Tone
from console.domain.ladder import Rung
from ui import theme
from ui.shortcuts import Command, key_text
from ui.widgets.answer_field import ENTER_KEYS, AnswerField
from ui.widgets.answers import Answer, Question
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.language_box import OWN_NAMES, RIGHT_TO_LEFT
from ui.widgets.preview_bubble import PreviewBubble
from ui.widgets.puts_away import PutsAway
from ui.widgets.text import PlainLabel, Shown, isolated, one_line
from ui.widgets.writing_direction import write_from

WIDE_EM: Final = 34  # narrower than this, the preview goes under the text
LOW_EM: Final = 60  # a column lower than this has no room for the same text twice, one under the other
TEXT_SHARE: Final = 0.25  # of that column, for the text at most: the conversation above keeps its room
LANGUAGES: Final = ("nl", "en")


class AnswerPanel(PutsAway):
    """Stands where the reasons and the actions stood; Ctrl+Enter finishes it, with Shift too and stays, Esc leaves it.

    *Signals:*
        draft_requested(): another tone, place, language or target was chosen: see the properties of that name.
        rewrite_requested(): put the rewritten message under the text.
        pass_on_requested(): pass the message on oneself, instead of pointing the member to a counter.
        finished(object): an ``Answer``.
        closed(): it was put away.
    """

    draft_requested = Signal()
    rewrite_requested = Signal()
    pass_on_requested = Signal()
    finished = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._draft: Draft | None = None
        self._touched_own = False  # whether the person set or cleared the box himself
        self._title = PlainLabel(is_bold=True, wraps=True)
        self._hint = PlainLabel(is_muted=True, wraps=True)
        self.target, self.place, self.tone, self.language = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.field = AnswerField()
        self._open, self.plainer = PlainLabel(wraps=True, is_bold=True), PlainLabel(wraps=True, is_muted=True)
        self.preview = PreviewBubble()
        self.counts, self.own = QCheckBox(), QCheckBox()
        self.send, self.rewrite, self.pass_on, self._close = KeyButton(), QPushButton(), QPushButton(), KeyButton()
        self._body, self._buttons = QHBoxLayout(), FlowLayout()
        self._lay_out()
        self._connect()
        self._retranslate()
        self.hide()

    # --- what the page calls ------------------------------------------------------------------------------------------

    @property
    def question(self) -> Question | None:
        """What is asked now; None while it is put away."""
        return None if self.isHidden() else self._question

    @property
    def draft(self) -> Draft | None:
        """The draft that the text began as."""
        return self._draft

    @property
    def is_written(self) -> bool:
        """Whether the text is another one than the draft that it began as."""
        return self.field.text != _filled(self._draft)

    @property
    def wanted(self) -> tuple[object, Place, Tone, str]:
        """The target, place, tone and language that are chosen."""
        return (
            self.target.currentData(),
            Place(self.place.currentData() or Place.PRIVATE),
            Tone(self.tone.currentData() or Tone.PLAIN),
            str(self.language.currentData() or LANGUAGES[0]),
        )

    def ask(self, question: Question) -> None:
        """Open with a draft, with the focus in its text."""
        self._question = question
        self._fill_choices(question)
        self._retranslate()
        self.counts.setChecked(question.rung is not None)
        self.show()
        self.show_draft(question.draft)
        self.field.forget_past()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_draft(self, draft: Draft | None) -> None:
        """Show another draft of the same answer."""
        if self._question is None:
            return
        self._touched_own = False
        self._draft = draft
        self.show_plainer("")
        self.preview.set_reader(self._reader_of(self._question))
        self.rewrite.setVisible(draft is not None and draft.rewrite is not None)
        self.tone.setVisible(draft is not None and draft.language in LANGUAGES)  # elsewhere there is one
        write_from(self.field, is_rtl=draft is not None and draft.language in RIGHT_TO_LEFT)
        self.field.show_text(_filled(draft))
        self._on_field_text_changed()
        self._fit()

    def add_text(self, text: str) -> None:
        """Show the person's own text with more to it."""
        self.field.show_text(text)

    def show_plainer(self, advice: str) -> None:
        """Say quietly what in the person's own words may be plainer, "" for nothing."""
        self.plainer.setText(advice)
        self.plainer.setVisible(bool(advice))

    @override
    def can_put_away(self) -> bool:
        return not self.isHidden()

    @Slot()
    @override
    def put_away(self) -> None:
        if not self.isHidden():
            self.hide()
            self._question = None
            self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear Ctrl+Enter from anywhere in it."""
        if event.key() in ENTER_KEYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self._finish(stays=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the preview beside the text where there is room."""
        super().resizeEvent(event)
        self._fit()

    # --- layout -------------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Put the preview beside the text, or under it where there is room for that."""
        around = self.parentWidget() or self
        column = around.height()
        is_wide = self.width() >= theme.em(self, WIDE_EM)
        self._body.setDirection(QHBoxLayout.Direction.LeftToRight if is_wide else QHBoxLayout.Direction.TopToBottom)
        self.field.set_tallest(round(column * TEXT_SHARE))
        self.preview.stand_in(around)
        self.preview.setVisible(self._draft is not None and (is_wide or column >= theme.em(self, LOW_EM)))

    def _lay_out(self) -> None:
        choices = FlowLayout()
        for choice in (self.place, self.tone, self.language):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            choices.addWidget(choice)
        self.target.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._body.addWidget(self.field, 1)
        self._body.addWidget(self.preview, 1)
        boxes = FlowLayout()
        boxes.addWidget(self.counts)
        boxes.addWidget(self.own)
        for button in (self.send, self.rewrite, self.pass_on, self._close):
            self._buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self.target)
        column.addWidget(self._hint)
        column.addLayout(choices)
        column.addLayout(self._body)
        column.addWidget(self._open)
        column.addWidget(self.plainer)
        column.addLayout(boxes)
        column.addLayout(self._buttons)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_field_text_changed)
        for choice in (self.target, self.place, self.tone, self.language):
            choice.activated.connect(self._on_choice_activated)
        self.own.clicked.connect(self._on_own_clicked)
        self.send.clicked.connect(self._on_send_clicked)
        self.rewrite.clicked.connect(self.rewrite_requested)
        self.pass_on.clicked.connect(self.pass_on_requested)
        self._close.clicked.connect(self.put_away)

    def _fill_choices(self, question: Question) -> None:
        _fill(self.target, [(target.key, one_line(target.name, 80)) for target in question.targets], question.target)
        self.target.setVisible(bool(question.targets))
        draft = question.draft
        for choice in (self.place, self.tone, self.language):
            choice.setVisible(draft is not None)
        self.place.setVisible(question.verb in (Verb.PRIVATE, Verb.GROUP))
        if draft is not None:
            _fill(self.place, [(place, self._place_name(place)) for place in (Place.PRIVATE, Place.GROUP)], draft.place)
            _fill(self.tone, [(tone, self._tone_name(tone)) for tone in Tone], draft.tone)
            _fill(self.language, [(key, self._language_name(key)) for key in question.languages], draft.language)

    def _place_name(self, place: Place) -> str:
        return self.tr("in private") if place is Place.PRIVATE else self.tr("in the group")

    def _tone_name(self, tone: Tone) -> str:
        return self.tr("plain") if tone is Tone.PLAIN else self.tr("extra friendly")

    def _language_name(self, key: str) -> str:
        if key in LANGUAGES:
            return self.tr("in Dutch") if key == "nl" else self.tr("in English")
        is_checked = self._question is None or key not in self._question.unchecked
        return OWN_NAMES[key] if is_checked else self.tr("{language} (not checked yet)").format(language=OWN_NAMES[key])

    # --- words --------------------------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        for choice, name in (
            (self.target, self.tr("Where to")),
            (self.place, self.tr("Where it is read")),
            (self.tone, self.tr("Tone")),
            (self.language, self.tr("Language of the text")),
        ):
            choice.setAccessibleName(name)
        self.field.setAccessibleName(self.tr("Text"))
        self.own.setText(self.tr("&Keep as this group's own text"))
        self.rewrite.setText(self.tr("Add a &rewritten message"))
        self.pass_on.setText(self.tr("&Pass it on yourself…"))
        self._close.setText(self.tr("&Close"))
        self._close.set_key(key_text(Command.STOP))
        self.send.set_key(self.tr("Ctrl+Enter"))
        question = self._question
        if question is None:
            return
        self._title.setText(self._title_of(question))
        self.send.setText(self._send_words(question))
        self.pass_on.setVisible(question.verb is Verb.REDIRECT)
        self.counts.setVisible(question.rung is not None)
        if question.rung is not None:
            self.counts.setText(self._rung_words(question.rung))
        self.preview.set_reader(self._reader_of(question))
        self._show_hint()
        self._show_open()

    def _reader_of(self, question: Question) -> str:
        """Return who reads the text: a member, the officer, or the group."""
        if question.verb is Verb.OFFICER:
            return self.tr("the community officer")
        is_private = self._draft is not None and self._draft.place is Place.PRIVATE
        return question.to if is_private else question.group

    def _title_of(self, question: Question) -> str:
        who = isolated(one_line(question.to, 60)) if question.to else ""
        if question.verb is Verb.REMOVE:
            return Shown(self.tr("Take {who} out of the group: why?").format(who=who))
        if question.verb is Verb.REDIRECT:
            return Shown(self.tr("Point {who} to the right counter").format(who=who))
        if question.verb is Verb.OTHER_GROUP:
            return Shown(self.tr("Point {who} to another group").format(who=who))
        if question.verb is Verb.OFFICER:
            return self.tr("Ask the community officer")
        if question.verb is Verb.GROUP:
            return Shown(self.tr("Answer in the group {group}").format(group=isolated(one_line(question.group, 60))))
        return Shown(self.tr("Answer {who} in private").format(who=who))

    def _send_words(self, question: Question) -> str:
        if question.verb is Verb.REMOVE:
            return self.tr("Take &out of the group")
        return self.tr("&Send in 10 seconds") if question.is_sent else self.tr("Ready for your p&hone")

    def _rung_words(self, rung: Rung) -> str:
        if rung.days is None:
            return self.tr("Counts as a step: {step}").format(step=rung.name)
        return self.tr("Counts as a step for %n day(s): {step}", "", rung.days).format(step=rung.name)

    def _show_hint(self) -> None:
        question = self._question
        chosen = self.target.currentData()
        hint = next((target.hint for target in question.targets if target.key == chosen), "") if question else ""
        if question is not None and question.verb is Verb.REMOVE:
            hint = self.tr("The reason stays in your logbook; the member does not see it. You do it on your phone.")
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _show_open(self) -> None:
        found = [self.field.text[start:end] for start, end in open_blanks(self.field.text)]
        blanks = ", ".join(one_line(blank, 40) for blank in dict.fromkeys(found))
        self._open.setText(Shown(self.tr("Still to fill in: {blanks}. Tab goes there.").format(blanks=blanks)))
        self._open.setVisible(bool(found))

    # --- what happens -------------------------------------------------------------------------------------------------

    @Slot()
    def _on_field_text_changed(self) -> None:
        text = self.field.text
        self._show_open()
        self.preview.show_text(preview(text))
        is_changed = self._is_rewritten(text)
        self.own.setVisible(is_changed)
        if not self._touched_own:
            self.own.setChecked(is_changed and not open_blanks(_filled(self._draft)))
        self.send.setEnabled(self._is_finished())

    def _is_rewritten(self, text: str) -> bool:
        """Whether the person wrote other words than the draft with its blanks filled; spaces and lines are none."""
        said = " ".join(text.split())
        if self._draft is None or self._draft.language not in LANGUAGES or not said:
            return False
        pieces = re.split(r"\[[^\[\]\n]+\]", " ".join(_filled(self._draft).split()))
        return re.fullmatch(".*?".join(map(re.escape, pieces)), said) is None

    def _is_finished(self) -> bool:
        return bool(preview(self.field.text)) and not open_blanks(self.field.text)

    @Slot()
    def _on_choice_activated(self) -> None:
        self._show_hint()
        self.draft_requested.emit()

    @Slot()
    def _on_own_clicked(self) -> None:
        self._touched_own = True

    @Slot()
    def _on_send_clicked(self) -> None:
        self._finish(stays=False)

    def _finish(self, *, stays: bool) -> None:
        question = self._question
        if question is None:
            return
        if not self._is_finished():
            self.field.setFocus()
            self.field.choose_blank()
            return
        self.finished.emit(self._answer(question, preview(self.field.text), stays=stays))

    def _answer(self, question: Question, text: str, *, stays: bool) -> Answer:
        """Return what the person made of it."""
        verb = question.verb
        if verb in (Verb.PRIVATE, Verb.GROUP):
            verb = Verb.GROUP if self.wanted[1] is Place.GROUP else Verb.PRIVATE
        counts = self.counts.isChecked() and question.rung is not None and question.rung.verb == verb.value
        return Answer(
            verb=verb,
            text=text,
            target=self.target.currentData(),
            rung=question.rung.key if counts and question.rung is not None else None,
            draft=self._draft,
            is_own=not self.own.isHidden() and self.own.isChecked(),
            said_own=self._touched_own,
            stays=stays,
        )


def _fill(choice: QComboBox, entries: list[tuple[object, str]], chosen: object) -> None:
    choice.clear()
    for key, name in entries:
        choice.addItem(name, key)
    choice.setCurrentIndex(next((place for place, (key, _name) in enumerate(entries) if key == chosen), 0))


def _filled(draft: Draft | None) -> str:
    return "" if draft is None else fill(draft.text, draft.values)
