"""The rights of one person over his own data, one step on the screen at a time. GUI thread only. Knows no desk."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.one_person import Asks, Erased, ErasePreview, Objection, Person, PersonFile, PrivacyRequest
from ui import privacy_facts
from ui.i18n import QT_TRANSLATE_NOOP
from ui.shortcuts import Command, key_text
from ui.widgets.asking_panel import AskingPanel
from ui.widgets.key_button import KeyButton
from ui.widgets.rights_copy import RightsCopy
from ui.widgets.rights_erase import RightsErase, RightsErased
from ui.widgets.rights_forms import CorrectionForm, LaterForm, ObjectionForm, RightsForm
from ui.widgets.rights_home import LATER, REFUSE, RightsHome
from ui.widgets.text import PlainLabel, Shown

ERASED = "erased"  # the step that tells what went
_TITLES = {
    Asks.ACCESS.value: QT_TRANSLATE_NOOP("RightsPanel", "A copy for {name}"),
    Asks.CORRECTION.value: QT_TRANSLATE_NOOP("RightsPanel", "Put right what is known of {name}"),
    Asks.OBJECTION.value: QT_TRANSLATE_NOOP("RightsPanel", "{name} objects"),
    Asks.ERASURE.value: QT_TRANSLATE_NOOP("RightsPanel", "Forget {name}"),
    REFUSE: QT_TRANSLATE_NOOP("RightsPanel", "The objection of {name} does not stand"),
    LATER: QT_TRANSLATE_NOOP("RightsPanel", "What {name} asks"),
}


class RightsPanel(AskingPanel):
    """What may be asked first; from a step, Esc goes back to that, and from there it puts the panel away.

    *Signals:*
        step_requested(str): get what this step needs, a value of ``Asks`` (then ``show_file``, ``show_preview``).
    """

    step_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: Person | None = None
        self._now: datetime | None = None
        self._step = ""
        self._title = PlainLabel(wraps=True, scale=1.25, is_bold=True)
        self.back = KeyButton()
        self.home, self.copy, self.erase, self.erased = RightsHome(), RightsCopy(), RightsErase(), RightsErased()
        self.correction, self.objection, self.later = CorrectionForm(), ObjectionForm(), LaterForm()
        self._waiting = PlainLabel(wraps=True)
        self._stack = QStackedWidget()
        steps = (self.home, self.copy, self.correction, self.objection, self.erase, self.erased, self.later)
        for step in (*steps, self._waiting):
            self._stack.addWidget(step)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self.home.chosen.connect(self.take)
        self.back.clicked.connect(self.put_away)
        self.erased.done.connect(self.leave)
        self._retranslate()
        self.hide()

    # --- what the controller calls ------------------------------------------------------------------------------------

    @property
    def person(self) -> Person | None:
        """Whose rights these are; None while the panel is put away."""
        return self._person

    @property
    def step(self) -> str:
        """What is on the screen: "" for the choice itself, ``ERASED`` for what went, else as ``RightsHome.chosen``."""
        return self._step

    def show_person(
        self,
        person: Person,
        asked: Sequence[PrivacyRequest],
        objection: Objection | None,
        alike: Sequence[Person],
        now: datetime,
    ) -> None:
        """Open with what somebody may ask; the same person again stays at the step that he is at."""
        is_other = self._person is None or self._person.key != person.key or self.isHidden()
        self._person, self._now = person, now
        self.home.show_person(person, asked, objection, alike, now)
        self.show()
        if is_other:
            self.go_home()
        else:
            self._retranslate()

    def show_waiting(self, said: str) -> None:
        """Say that something is being looked up."""
        self._waiting.setText(said)
        self._stack.setCurrentWidget(self._waiting)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_file(self, file: PersonFile) -> None:
        """Show the copy that was asked for, if the person still waits for it."""
        if self._step == Asks.ACCESS.value:
            self._stack.setCurrentWidget(self.copy)
            self.copy.show_file(file)

    def show_preview(self, preview: ErasePreview) -> None:
        """Show what would go, if the person still waits for it."""
        if self._step == Asks.ERASURE.value:
            self._stack.setCurrentWidget(self.erase)
            self.erase.show_preview(preview)

    def stop_waiting(self) -> None:
        """Go back to the choice: what was looked up did not come."""
        if self._stack.currentWidget() is self._waiting:
            self.go_home()

    def show_erased(self, erased: Erased, preview: ErasePreview) -> None:
        """Show what went, until a person read it."""
        self._step = ERASED
        self._stack.setCurrentWidget(self.erased)
        self.erased.show_erased(erased, preview)
        self._retranslate()

    @Slot()
    def go_home(self) -> None:
        """Show what may be asked."""
        self._step = ""
        self._stack.setCurrentWidget(self.home)
        self._retranslate()
        self.home.take_focus()

    # --- steps --------------------------------------------------------------------------------------------------------

    @Slot(object)
    def take(self, step: str) -> None:
        """Go to a step: a value of ``Asks``, ``LATER`` or ``REFUSE``."""
        person, now = self._person, self._now
        if person is None or now is None:
            return
        self._step = step
        if step == Asks.CORRECTION.value:
            self._open(self.correction)
            self.correction.ask(person.name, next(iter(person.phones), None))
        elif step in (Asks.OBJECTION.value, REFUSE):
            self._open(self.objection)
            self.objection.ask(is_refusal=step == REFUSE)
        elif step == LATER:
            self._open(self.later)
            self.later.ask(now.astimezone().date())
        else:
            self.step_requested.emit(step)
        self._retranslate()

    def _open(self, form: RightsForm) -> None:
        self._stack.setCurrentWidget(form)

    @Slot()
    @override
    def finish(self) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, RightsForm | RightsErase):
            shown.finish()

    @Slot()
    @override
    def put_away(self) -> None:
        """Go back one step; from the choice, and from what went, away."""
        if self._step and self._step != ERASED:
            self.go_home()
        else:
            self.leave()

    @Slot()
    def leave(self) -> None:
        """Put the panel away, with the person."""
        if not self.isHidden():
            self._person, self._step = None, ""
            self._stack.setCurrentWidget(self.home)
            self.hide()
            self.closed.emit()

    @override
    def _retranslate(self) -> None:
        name = privacy_facts.name_words(self._person.name) if self._person is not None else Shown("")
        if self._step == ERASED:
            title = ""
        elif self._step:
            title = self.tr(_TITLES[self._step]).format(name=name)
        else:
            title = self.tr("The rights of {name}").format(name=name)
        self._title.setText(Shown(title))
        self._title.setVisible(bool(title))
        self.back.setText(self.tr("Bac&k") if self._step else self.tr("C&lose"))
        self.back.set_key(key_text(Command.STOP))
        self.back.setVisible(self._step != ERASED)
