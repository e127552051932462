"""What is known of a professional, and how he takes part in one group. GUI thread only."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.professional import Presence, Professional, ProfessionalFacts
from ui import facts
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import PlainLabel, Shown, one_line

if TYPE_CHECKING:
    from console.domain.member import PersonId

CHARACTERS: Final = 200


class ProfessionalForm(QWidget):
    """Enter keeps, Esc does not.

    *Signals:*
        kept(object): a ``ProfessionalFacts``.
        closed_requested(): put it away.
    """

    kept = Signal(object)
    closed_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Professional | None = None
        self._before: ProfessionalFacts | None = None
        self._usual: Mapping[Presence, str] = {}
        self._title, self._others = PlainLabel(is_bold=True, wraps=True), PlainLabel(wraps=True, is_muted=True)
        self.name, self.organisation, self.phone, self.hours, self.email, self.expectation = (
            QLineEdit() for _ in range(6)
        )
        self.job, self.presence, self.member = QComboBox(), QComboBox(), QComboBox()
        self.keep, self.close_form = KeyButton(), KeyButton()
        self._fields: tuple[QWidget, ...] = (
            *(self.name, self.job, self.organisation, self.presence, self.expectation),
            *(self.phone, self.hours, self.email, self.member),
        )
        self._labels = tuple(PlainLabel() for _ in self._fields)
        self._lay_out()
        self.presence.currentIndexChanged.connect(self._say_usual)
        for field in self._fields:
            if isinstance(field, QLineEdit):
                field.setMaxLength(CHARACTERS)
                field.returnPressed.connect(self._on_keep_clicked)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.close_form.clicked.connect(self.closed_requested)
        self._retranslate()

    def set_choices(
        self,
        jobs: Sequence[tuple[str, str]],
        usual: Mapping[Presence, str],
        in_chat: "Sequence[tuple[PersonId, str]]",
    ) -> None:
        """Take the kinds of work, what may be expected of whom, and who in the chat is a professional."""
        self._usual = usual
        typed = self.job.currentText()
        self.job.clear()
        for key, name in jobs:
            self.job.addItem(name, key)
        self.job.setCurrentIndex(-1)
        self.job.setEditText(typed)
        self.member.clear()
        self.member.addItem(self.tr("nobody in the chat"), None)
        for person_id, name in in_chat:
            self.member.addItem(one_line(name, 80), person_id)
        self._say_usual()

    def ask(self, professional: Professional | None) -> None:
        """Open the form for somebody new, or with what is known."""
        self._shown = professional
        known = ProfessionalFacts("") if professional is None else professional.facts
        phone = facts.phone_words(known.phone) if known.phone else ""
        texts = (known.name, known.organisation, phone, known.phone_hours, known.email, known.expectation)
        lines = (self.name, self.organisation, self.phone, self.hours, self.email, self.expectation)
        for line, text in zip(lines, texts, strict=True):
            line.setText(text)
        self.job.setCurrentIndex(self.job.findData(known.job) if known.job else -1)
        if self.job.currentIndex() < 0:
            self.job.setEditText(known.job)
        self.presence.setCurrentIndex(max(self.presence.findData(known.presence), 0))
        if professional is not None and known.person_id is not None and self.member.findData(known.person_id) < 0:
            self.member.addItem(one_line(professional.person or "", 80), known.person_id)
        self.member.setCurrentIndex(max(self.member.findData(known.person_id), 0))
        self._before = self.value()
        self._say_whom()
        self.show()
        self.name.setFocus()

    def value(self) -> ProfessionalFacts:
        """Return what stands in the fields."""
        place = self.job.findText(self.job.currentText())
        return ProfessionalFacts(
            name=self.name.text().strip(),
            organisation=self.organisation.text().strip(),
            job=self.job.itemData(place) if place >= 0 else self.job.currentText().strip(),
            phone=self.phone.text().strip(),
            email=self.email.text().strip(),
            phone_hours=self.hours.text().strip(),
            presence=Presence(self.presence.currentData() or Presence.VIA_MODERATOR),
            expectation=self.expectation.text().strip(),
            person_id=self.member.currentData(),
        )

    @property
    def is_edited(self) -> bool:
        """Whether something differs from what was shown first."""
        return not self.isHidden() and self.value() != self._before

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _say_whom(self) -> None:
        self._title.setText(
            self.tr("A professional with this group") if self._shown is None else facts.name_of(self._shown.facts.name)
        )
        others = self._shown.other_groups if self._shown is not None else ()
        self._others.setVisible(bool(others))
        if others:
            shared = self.tr("Also with: {groups}. What you change holds there too, but for how somebody takes part.")
            self._others.setText(Shown(shared.format(groups=one_line(", ".join(others), 300))))

    @Slot()
    def _say_usual(self) -> None:
        presence = self.presence.currentData()
        self.expectation.setPlaceholderText(self._usual.get(presence, "") if presence is not None else "")

    def _retranslate(self) -> None:
        names = (
            self.tr("Name"),
            self.tr("Work"),
            self.tr("Organisation"),
            self.tr("Takes part"),
            self.tr("What the group may expect"),
            self.tr("Telephone number"),
            self.tr("When to call"),
            self.tr("E-mail"),
            self.tr("In the chat this is"),
        )
        for label, field, text in zip(self._labels, self._fields, names, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        chosen = self.presence.currentData()
        self.presence.clear()
        for presence, text in (
            (Presence.TAKES_PART, self.tr("in the group, and answers")),
            (Presence.READS, self.tr("in the group, and reads along")),
            (Presence.VIA_MODERATOR, self.tr("not in the group: through you")),
        ):
            self.presence.addItem(text, presence)
        self.presence.setCurrentIndex(max(self.presence.findData(chosen), 0))
        if self.member.count():
            self.member.setItemText(0, self.tr("nobody in the chat"))
        self.hours.setPlaceholderText(self.tr("Tuesday from 9 to 12"))
        self.keep.setText(self.tr("&Keep"))
        self.keep.set_key(self.tr("Enter"))
        self.close_form.setText(self.tr("Close"))
        self.close_form.set_key(key_text(Command.STOP))
        self._say_whom()

    def _lay_out(self) -> None:
        self.job.setEditable(True)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for label, field in zip(self._labels, self._fields, strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
        fields = QWidget()
        fields.setLayout(form)
        held = Scrolled()
        held.hold(fields)
        buttons = FlowLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.close_form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._others)
        column.addWidget(held)
        column.addLayout(buttons)
        column.addStretch()

    @Slot()
    def _on_keep_clicked(self) -> None:
        self.kept.emit(self.value())
