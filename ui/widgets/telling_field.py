"""One text about an answer: for the reporter or for the whole of one group. GUI thread only."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.desk.blanks import fill, open_blanks, preview
from console.domain.draft import Draft
from console.domain.feedback import LineId
from console.domain.group import GroupId
from console.domain.telling import Audience, Telling, TellingHow
from ui import theme
from ui.widgets.answer_field import AnswerField
from ui.widgets.find_frame import paper
from ui.widgets.text import PlainLabel, Shown, one_line

TALLEST_EM: Final = 12
NOT_NOW: Final = "not_now"
Place: TypeAlias = tuple[LineId, GroupId, Audience]  # of a text: about what, and for whom
_SENT: Final = {Audience.REPORTER: TellingHow.PRIVATE, Audience.GROUP: TellingHow.IN_APP}


@dataclass(frozen=True, slots=True)
class ToTell:
    """Somebody who does not know yet. ``title`` says who, in which group; ``draft`` what he may read.

    ``can_write``: he can be written to. ``is_answer``: there is an answer to tell; else only that there is none yet.
    """

    line_id: LineId
    group_id: GroupId
    audience: Audience
    title: str
    draft: Draft
    can_write: bool = True
    is_answer: bool = True

    @property
    def place(self) -> Place:
        """What tells it from the other texts."""
        return self.line_id, self.group_id, self.audience


class TellingField(QWidget):
    """Who it is for, how he hears it, and the words; without words where a person told it himself.

    *Signals:*
        edited(): the words are others, or how he hears it.
    """

    edited = Signal()

    def __init__(self, to_tell: ToTell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.to_tell = to_tell
        self._draft = to_tell.draft
        self._title = PlainLabel(to_tell.title, is_bold=True, wraps=True)
        self.how = QComboBox()
        self.field = AnswerField()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit)
        self._open = PlainLabel(wraps=True, is_bold=True)
        self._before = ""  # what a person wrote when the draft was another one
        self.before = QPushButton()
        frame = paper()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.how)
        column = QVBoxLayout(frame)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self._open)
        column.addWidget(self.before, alignment=Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._fill_how()
        self.field.show_text(_filled(self._draft))
        self.field.forget_past()
        self.field.set_tallest(theme.em(self, TALLEST_EM))
        self.field.textChanged.connect(self._on_edited)
        self.how.currentIndexChanged.connect(self._on_edited)
        self.before.clicked.connect(self._on_before_clicked)
        self._retranslate()
        self._on_edited()

    @property
    def telling(self) -> Telling | None:
        """What is to be told as it stands now, None for nothing now."""
        how = self.how.currentData()
        if how == NOT_NOW:
            return None
        text = preview(self.field.text) if self._is_written else ""
        return Telling(self.to_tell.group_id, self.to_tell.audience, TellingHow(how), text)

    def show_draft(self, draft: Draft) -> None:
        """Show another draft, unless a person wrote something else by now."""
        if self.own_text is None:
            self.field.show_text(_filled(draft))
        self._draft = draft

    @property
    def own_text(self) -> str | None:
        """What a person wrote here instead of the draft; None while he wrote nothing."""
        text = self.field.text
        return text if text != _filled(self._draft) else None

    def offer_own(self, text: str, written_for: Draft) -> None:
        """Show what a person wrote here before; where another draft stands there by now, he chooses between them."""
        if written_for == self._draft:
            self.field.show_text(text)
        else:
            self._before = text
            self._show_before()

    @Slot()
    def _on_before_clicked(self) -> None:
        self.field.show_text(self._before)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to fill in."""
        return not self._is_written or (bool(preview(self.field.text)) and not open_blanks(self.field.text))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height of the text at this width, once the layout that is at work has finished."""
        super().resizeEvent(event)
        self._soon.start()

    @Slot()
    def _fit(self) -> None:
        self.field.setMinimumHeight(self.field.sizeHint().height())

    @property
    def _is_written(self) -> bool:
        return bool(self.how.currentData() == _SENT[self.to_tell.audience])

    def _fill_how(self) -> None:
        """Offer to write where that can be; that he knows already only where there is something to know."""
        ways: list[str] = [_SENT[self.to_tell.audience]] if self.to_tell.can_write else []
        ways += [TellingHow.OFFLINE, TellingHow.NOT_NEEDED] if self.to_tell.is_answer else []
        for way in (*ways, NOT_NOW):
            self.how.addItem("", way)
        self.how.setCurrentIndex(0 if self.to_tell.can_write else self.how.count() - 1)

    def _retranslate(self) -> None:
        in_words = {
            TellingHow.PRIVATE.value: self.tr("with this text, in private"),
            TellingHow.IN_APP.value: self.tr("with this text, in the group"),
            TellingHow.OFFLINE.value: self.tr("I told it myself"),
            TellingHow.NOT_NEEDED.value: self.tr("not needed"),
            NOT_NOW: self.tr("not now"),
        }
        for place in range(self.how.count()):
            self.how.setItemText(place, in_words[str(self.how.itemData(place))])
        who = self.to_tell.title
        self.how.setAccessibleName(Shown(self.tr("How: {who}").format(who=who)))
        self.field.setAccessibleName(Shown(self.tr("Text: {who}").format(who=who)))
        self.before.setText(self.tr("Put back what you wrote before"))
        self.before.setAccessibleName(Shown(self.tr("Put back what you wrote before: {who}").format(who=who)))
        self._show_open()

    def _show_before(self) -> None:
        """Offer his own words as long as others stand there."""
        self.before.setVisible(bool(self._before) and self._is_written and self.field.text != self._before)

    def _show_open(self) -> None:
        found = [self.field.text[start:end].strip() for start, end in open_blanks(self.field.text)]
        blanks = ", ".join(one_line(blank, 40) for blank in dict.fromkeys(found))
        self._open.setText(Shown(self.tr("Still to fill in: {blanks}. Tab goes there.").format(blanks=blanks)))
        self._open.setVisible(bool(found) and self._is_written)

    @Slot()
    def _on_edited(self) -> None:
        self.field.setVisible(self._is_written)
        self._show_open()
        self._show_before()
        self._soon.start()
        self.edited.emit()


def _filled(draft: Draft) -> str:
    return fill(draft.text, draft.values)
