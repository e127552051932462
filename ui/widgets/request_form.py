"""What is known of who asks to join: pasted, typed, or corrected afterwards. GUI thread only."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.group import GroupId
from console.domain.join_request import Applicant
from console.domain.work_area import Address
from ui import facts, theme
from ui.shortcuts import Command, key_text
from ui.widgets.asking_panel import AskingPanel
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import PlainLabel, one_line, unmnemonic

CHARACTERS: Final = 200
WORDS_LINES: Final = 4.5
_ANSWERS: Final = (None, True, False)


class RequestForm(AskingPanel):
    """A form for one person; Ctrl+Enter keeps it, Esc leaves it. For a new request what was pasted fills it in, and
    what was typed stands there again when it is opened anew, until it is kept.

    *Signals:*
        pasted(str): read this text, and ``show_applicant``.
        kept(object, object): the ``GroupId``, and the ``Applicant`` as he is now.
        closed(): it was put away.
    """

    pasted = Signal(str)
    kept = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = Applicant("")
        self._now: datetime | None = None
        self._is_new = True
        self._unfinished: Applicant | None = None
        self._title = PlainLabel(scale=1.2, is_bold=True, wraps=True)
        self.group, self.paste = QComboBox(), QPlainTextEdit()
        self.paste.setTabChangesFocus(True)
        self.name, self.street, self.number, self.postcode = (_line() for _ in range(4))
        self.phone, self.email, self.vouched, self.channel = (_line() for _ in range(4))
        self.age, self.rules, self.confirmed = (QComboBox() for _ in range(3))
        self.consent = QCheckBox()
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.keep, self._close = KeyButton(), KeyButton()
        self._labels: dict[QWidget, QLabel] = {}
        self._said_title, self._hint = PlainLabel(is_bold=True), PlainLabel(wraps=True, is_muted=True)
        self._lay_out()
        self.keep.clicked.connect(self.finish)
        self._close.clicked.connect(self.put_away)
        self.name.textChanged.connect(self._on_edited)
        self.group.currentIndexChanged.connect(self._on_edited)
        self.paste.textChanged.connect(self._on_paste_text_changed)
        self.consent.toggled.connect(self.channel.setEnabled)
        self._retranslate()
        self.hide()

    # --- what the page calls ------------------------------------------------------------------------------------------

    def ask_new(self, groups: Sequence[tuple[GroupId, str]], chosen: GroupId | None, now: datetime) -> None:
        """Open for one of these groups, empty or with what was left unfinished; ``now`` is aware."""
        unfinished, self._unfinished = self._unfinished, None
        self._is_new, self._now = True, now
        self.group.clear()
        for group_id, name in groups:
            self.group.addItem(one_line(name, 60), group_id)
        self.group.setCurrentIndex(self.group.findData(chosen) if len(groups) > 1 else 0)
        self.paste.clear()
        self._open(unfinished or Applicant(""))
        self.paste.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask(self, group_id: GroupId, group: str, applicant: Applicant, now: datetime) -> None:
        """Open with what is known of somebody."""
        self._is_new, self._now = False, now
        self.group.clear()
        self.group.addItem(one_line(group, 60), group_id)
        self.group.setCurrentIndex(0)
        self._open(applicant)
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def show_applicant(self, applicant: Applicant) -> None:
        """Fill the fields in."""
        self._before = applicant
        for field, text in (
            (self.name, applicant.name),
            (self.street, applicant.address.street),
            (self.number, applicant.address.house_number),
            (self.postcode, applicant.address.postcode),
            (self.phone, facts.phone_words(applicant.phone) if applicant.phone else ""),
            (self.email, applicant.email),
            (self.vouched, applicant.vouched_by),
            (self.channel, applicant.consent_channel),
        ):
            field.setText(one_line(text or "", CHARACTERS))
            field.setCursorPosition(0)
        for box, answer in (
            (self.age, applicant.is_old_enough),
            (self.rules, applicant.has_read_rules),
            (self.confirmed, applicant.has_confirmed),
        ):
            box.setCurrentIndex(_ANSWERS.index(answer))
        self.consent.setChecked(applicant.consent_at is not None)
        self.channel.setEnabled(applicant.consent_at is not None)
        self.words.setPlainText(applicant.words or "")

    @property
    def applicant(self) -> Applicant:
        """What the fields say; the number as it was typed."""
        said = {
            "phone": self._before.phone if self._is_phone_as_before() else self.phone.text().strip() or None,
            "email": self.email.text().strip() or None,
            "vouched_by": self.vouched.text().strip() or None,
            "words": self.words.toPlainText().strip() or None,
        }
        has_consented = self.consent.isChecked()
        return replace(
            self._before,
            name=self.name.text().strip(),
            address=Address(
                self.street.text().strip() or None,
                self.number.text().strip() or None,
                self.postcode.text().strip() or None,
            ),
            is_old_enough=_ANSWERS[self.age.currentIndex()],
            has_read_rules=_ANSWERS[self.rules.currentIndex()],
            has_confirmed=_ANSWERS[self.confirmed.currentIndex()],
            consent_at=(self._before.consent_at or self._now) if has_consented else None,
            consent_channel=(self.channel.text().strip() or None) if has_consented else None,
            **said,
        )

    @Slot()
    @override
    def put_away(self) -> None:
        if not self.isHidden():
            self._unfinished = self.applicant if self._is_new else self._unfinished
        super().put_away()

    @Slot()
    def put_away_kept(self) -> None:
        """Put it away with nothing left to finish: it was taken in."""
        self.put_away()
        self._unfinished = None

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the letters."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    # --- layout -------------------------------------------------------------------------------------------------------

    def _open(self, applicant: Applicant) -> None:
        self._retranslate()
        self.show_applicant(applicant)
        self.paste.setVisible(self._is_new)
        self._hint.setVisible(self._is_new)
        self.group.setVisible(self._is_new and self.group.count() > 1)
        for labelled in (self.paste, self.group):
            self._labels[labelled].setVisible(not labelled.isHidden())
        self._on_edited()
        self._fit()
        self.show()

    def _lay_out(self) -> None:
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, theme.em(self, 0.5), 0)
        form = QFormLayout()
        rows.addLayout(form)
        rows.addStretch(1)  # what is left lies under the rows, not between them
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        place = QWidget()
        beside = QHBoxLayout(place)
        beside.setContentsMargins(0, 0, 0, 0)
        for part in (self.number, self._label(self.postcode), self.postcode):
            beside.addWidget(part)
        form.addRow(self._label(self.group), self.group)
        form.addRow(self._label(self.paste), self.paste)
        form.addRow(self._hint)
        form.addRow(self._label(self.name), self.name)
        form.addRow(self._label(self.street), self.street)
        form.addRow(self._label(self.number), place)
        form.addRow(self._label(self.phone), self.phone)
        form.addRow(self._label(self.email), self.email)
        form.addRow(self._said_title)
        for field in (self.age, self.rules, self.confirmed):
            form.addRow(self._label(field), field)
        form.addRow(self.consent)
        for written in (self.channel, self.vouched, self.words):
            form.addRow(self._label(written), written)
        area = Scrolled()
        area.hold(content)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        buttons = FlowLayout()
        for button in (self.keep, self._close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(area, 1)
        column.addLayout(buttons)

    def _label(self, part: QWidget) -> QLabel:
        label = PlainLabel()
        label.setBuddy(part)
        self._labels[part] = label
        return label

    def _fit(self) -> None:
        for text in (self.paste, self.words):
            text.setFixedHeight(theme.em(self, WORDS_LINES))
        self.number.setMinimumWidth(theme.em(self, 2.5))
        self.postcode.setMinimumWidth(theme.em(self, 4))

    @override
    def _retranslate(self) -> None:
        self._title.setText(self.tr("New request to join") if self._is_new else self.tr("Details of the request"))
        for part, text in (
            (self.group, self.tr("For the &group")),
            (self.paste, self.tr("&Paste here")),
            (self.name, self.tr("Na&me")),
            (self.street, self.tr("Street")),
            (self.number, self.tr("Number")),
            (self.postcode, self.tr("Postcode")),
            (self.phone, self.tr("Telephone")),
            (self.email, self.tr("E-mail")),
            (self.age, self.tr("Old enough")),
            (self.rules, self.tr("Has read the rules")),
            (self.confirmed, self.tr("Confirmed that it was he")),
            (self.channel, self.tr("How that was said")),
            (self.vouched, self.tr("Who knows this person")),
            (self.words, self.tr("What was written besides")),
        ):
            self._labels[part].setText(text)
            part.setAccessibleName(text.replace("&", ""))
        self.group.setPlaceholderText(self.tr("Choose the group"))
        self._hint.setText(
            self.tr("A form, an e-mail or a message. The program fills in what it recognises. You can also type.")
        )
        self._said_title.setText(self.tr("What the applicant said"))
        self.consent.setText(self.tr("The others may see the number or name"))
        self.channel.setPlaceholderText(self.tr("on the form, at the door…"))
        for box in (self.age, self.rules, self.confirmed):
            chosen = max(box.currentIndex(), 0)
            box.clear()
            box.addItems([self.tr("not said"), self.tr("yes"), self.tr("no")])
            box.setCurrentIndex(chosen)
        self.keep.setText(unmnemonic(self.tr("Keep")))
        self.keep.set_key(self.tr("Ctrl+Enter"))
        self._close.setText(self.tr("&Close"))
        self._close.set_key(key_text(Command.STOP))

    # --- what happens -------------------------------------------------------------------------------------------------

    def _is_phone_as_before(self) -> bool:
        before = self._before.phone
        return before is not None and self.phone.text() == facts.phone_words(before)

    @Slot()
    def _on_edited(self) -> None:
        self.keep.setEnabled(bool(self.name.text().strip()) and self.group.currentIndex() >= 0)

    @Slot()
    def _on_paste_text_changed(self) -> None:
        if self.paste.toPlainText().strip():
            self.pasted.emit(self.paste.toPlainText())

    @Slot()
    @override
    def finish(self) -> None:
        if self.group.currentIndex() < 0:
            self.group.setFocus()
        elif self.name.text().strip():
            self.kept.emit(self.group.currentData(), self.applicant)
        else:
            self.name.setFocus()


def _line() -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(CHARACTERS)
    return field
