"""What was recognised in an export, and the few things to settle before it is taken in.

Knows no desk: it is given a ``Preview``, the groups and the kinds of group, and says what the person wants.
"""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, Self
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import words
from ui.dialogs.parts import DEFAULT_ZONE, heading, message_line, midnight, paragraph, subheading

if TYPE_CHECKING:
    from console.desk.groups import ProfileChoice
    from console.desk.intake import Preview
    from console.domain.group import Group

NAME_CHARACTERS: Final = 100  # WhatsApp's own limit for the name of a group
LINE_CHARACTERS: Final = 300
ZERO_WIDTH_JOINER: Final = "\u200d"  # holds emoji together


@dataclass(frozen=True, slots=True)
class ImportWish:
    """What the person settled. ``review_from`` None leaves it to the desk; it is aware otherwise."""

    group: str
    profile: str
    review_from: datetime | None


class ImportPreviewView(QWidget):
    """Facts, notes, first and last messages; then group, kind of group and from when to look.

    Signals:
        import_requested(ImportWish): take it in.
        skipped(): leave this file out.
    """

    import_requested = Signal(object)
    skipped = Signal()

    def __init__(
        self,
        preview: "Preview",
        groups: "tuple[Group, ...]",
        profiles: "tuple[ProfileChoice, ...]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preview = preview
        self._groups = {_key(group.name): group for group in groups}
        self._profiles = profiles
        self.group = self._group_box()
        self.profile = QComboBox()
        self.profile_description = paragraph(is_muted=True)
        self.group_hint = paragraph(is_muted=True)
        self.review = QComboBox()
        self.review_date = QDateEdit()
        self.start = QPushButton(self.tr("&Take in"))
        self._skip = QPushButton(self.tr("Leave this file &out"))
        self._fill_choices()
        self._arrange()
        self._connect()
        self._on_group_edit_text_changed(self.group.currentText())
        self._on_review_current_index_changed()
        self.setFocusProxy(self.group)

    # --- building ----------------------------------------------------------------------------------------------------

    def _group_box(self) -> QComboBox:
        box = QComboBox(editable=True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems([group.name for group in self._groups.values()])
        edit = box.lineEdit()
        if edit is not None:
            edit.setMaxLength(NAME_CHARACTERS)
        box.setEditText(self._preview.suggested_group or _clean_name(self._preview.title))
        return box

    def _fill_choices(self) -> None:
        for choice in self._profiles:
            self.profile.addItem(choice.name, choice.key)
        self.profile.setCurrentIndex(max(0, self.profile.findData("broad")))
        last = self._preview.to_at or datetime.now()  # noqa: DTZ005  local, as the export writes it
        self.review_date.setDate(QDate(last.year, last.month, last.day).addMonths(-1))
        self.review_date.setCalendarPopup(True)
        self.review_date.setDisplayFormat("dd-MM-yyyy")

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field, hint in (
            (self.tr("&Group"), self.group, self.group_hint),
            (self.tr("&Kind of group"), self.profile, self.profile_description),
            (self.tr("&Look at messages"), self.review, self.review_date),
        ):
            form.addRow(name, field)
            form.addRow("", hint)
        where = self.tr("What stands out in them comes in This week. What is older stands with Messages.")
        form.addRow("", paragraph(where, is_muted=True))
        self.group.setAccessibleName(self.tr("Group"))
        self.profile.setAccessibleName(self.tr("Kind of group"))
        self.review.setAccessibleName(self.tr("From when to look at messages"))
        self.review_date.setAccessibleName(self.tr("First day to look at"))
        inner = QWidget()
        left = QVBoxLayout(inner)
        left.addWidget(heading(self.tr("Is this the right export?")))
        for fact in (*self._facts(), *self._notes()):
            left.addWidget(paragraph(fact))
        left.addSpacing(self.fontMetrics().height())
        left.addLayout(form)
        left.addStretch()
        buttons = QHBoxLayout()
        buttons.addWidget(self.start)
        buttons.addWidget(self._skip)
        buttons.addStretch()
        side = QVBoxLayout()
        side.addWidget(_scrolling(inner), 1)
        side.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.addLayout(side, 1)
        layout.addWidget(self._messages(), 1)

    def _messages(self) -> QWidget:
        """The first and last five messages: what makes a person sure that this is the right chat."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        for name, messages in (
            (self.tr("First messages"), self._preview.first),
            (self.tr("Last messages"), self._preview.last),
        ):
            column.addWidget(subheading(name))
            for message in messages:
                column.addWidget(paragraph(message_line(message, LINE_CHARACTERS)))
            column.addSpacing(self.fontMetrics().height())
        column.addStretch()
        area = _scrolling(inner)
        area.setFrameShape(QFrame.Shape.StyledPanel)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("First and last messages of the export"))
        return area

    def _facts(self) -> list[str]:
        preview = self._preview
        messages = self.tr("%Ln message(s)", "", preview.count)
        authors = self.tr("%Ln author(s)", "", preview.authors)
        facts = [self.tr("From {app}").format(app=words.word(preview.tool))]
        if preview.from_at and preview.to_at:
            facts.append(words.period(preview.from_at, preview.to_at))
        facts.append(self.tr("{messages} by {authors}").format(messages=messages, authors=authors))
        return facts

    def _notes(self) -> list[str]:
        preview = self._preview
        notes = []
        if preview.is_cut_off:
            notes.append(
                self.tr(
                    "WhatsApp puts no more than about 40,000 messages in an export (10,000 with media). "
                    "This one looks cut off: older messages are not in it."
                )
            )
        if preview.doubtful:
            notes.append(
                self.tr(
                    "%Ln message(s) jump back in time, as text copied from another chat does. "
                    "They may not be by the person named.",
                    "",
                    preview.doubtful,
                )
            )
        if preview.cut_lines:
            notes.append(self.tr("%Ln very long line(s) will be shortened.", "", preview.cut_lines))
        if preview.replaced_characters:
            notes.append(self.tr("%Ln character(s) cannot be read and become �.", "", preview.replaced_characters))
        if preview.skipped:
            notes.append(self.tr("%Ln entry(s) without date or text are left out.", "", preview.skipped))
        return notes

    def take_over(self, before: Self) -> None:
        """Say what was said already in the same panel in another language."""
        self.group.setEditText(before.group.currentText())
        for box, other in ((self.profile, before.profile), (self.review, before.review)):
            box.setCurrentIndex(other.currentIndex())
        self.review_date.setDate(before.review_date.date())

    # --- living ------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.group.editTextChanged.connect(self._on_group_edit_text_changed)
        self.profile.currentIndexChanged.connect(self._on_profile_current_index_changed)
        self.review.currentIndexChanged.connect(self._on_review_current_index_changed)
        self.start.clicked.connect(self._on_start_clicked)
        self._skip.clicked.connect(self.skipped)

    @Slot(str)
    def _on_group_edit_text_changed(self, text: str) -> None:
        """An existing group keeps its kind; a new one gets the kind that is chosen here."""
        known = self._groups.get(_key(text))
        self.start.setEnabled(bool(text.strip()))
        self.profile.setEnabled(known is None)
        if known is not None:
            self.group_hint.setText(self.tr("You have this group already: only what is new is added."))
            self.profile.setCurrentIndex(max(0, self.profile.findData(known.profile)))
        elif text.strip():
            self.group_hint.setText(self.tr("This will be a new group."))
        else:
            self.group_hint.setText(self.tr("Give the group a name."))
        self._offer_review(is_known=known is not None)
        self._on_profile_current_index_changed()

    def _offer_review(self, *, is_known: bool) -> None:
        chosen = self.review.currentData()
        default = self.tr("as you do now in this group") if is_known else self.tr("of the last four weeks")
        self.review.blockSignals(True)
        self.review.clear()
        self.review.addItem(default, "default")
        self.review.addItem(self.tr("all of them"), "all")
        self.review.addItem(self.tr("from a day on"), "date")
        self.review.setCurrentIndex(max(0, self.review.findData(chosen)))
        self.review.blockSignals(False)

    @Slot()
    def _on_profile_current_index_changed(self) -> None:
        number = self.profile.currentIndex()
        self.profile_description.setText(self._profiles[number].description if number >= 0 else "")

    @Slot()
    def _on_review_current_index_changed(self) -> None:
        self.review_date.setVisible(self.review.currentData() == "date")

    @Slot()
    def _on_start_clicked(self) -> None:
        typed = self.group.currentText()
        known = self._groups.get(_key(typed))
        name = known.name if known else " ".join(typed.split())
        if name:
            self.import_requested.emit(ImportWish(name, self.profile.currentData(), self._review_from()))

    def _review_from(self) -> datetime | None:
        """Return the first moment to look at, aware."""
        match self.review.currentData():
            case "all":
                return datetime(
                    1970, 1, 2, tzinfo=ZoneInfo(DEFAULT_ZONE)
                )  # before any chat; not 0, which some systems cannot show
            case "date":
                return midnight(self.review_date.date())
        return None


def _scrolling(inner: QWidget) -> QScrollArea:
    """A part of the panel that large letters may make too high for the window."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area


def _clean_name(title: str | None) -> str:
    """Return the group's name without marks that nobody sees; a name is typed again some day, and must match."""
    shown = (c for c in title or "" if c == ZERO_WIDTH_JOINER or not unicodedata.category(c).startswith("C"))
    return " ".join("".join(shown).split())[:NAME_CHARACTERS]


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
