"""The leaf Professionals: of whom an answer is waited for, and the overview that goes to each. GUI thread only."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.professional import ProfessionalId
from ui import theme, window_state
from ui.jobs import Job, Jobs
from ui.models.ledger import LedgerModel, of_organisations, of_professionals
from ui.pages.digesting import Digesting
from ui.pages.feedback_leaf import FeedbackLeaf
from ui.shortcuts import Command, KeyMap, key_text, undo_keys
from ui.widgets.digest_panel import DigestPanel
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.professional_ledger import LedgerListView, LedgerSheet
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.feedback.by_professional import OrganisationDetail, Overview, ProfessionalDetail
    from console.desk.feedback.digest import Due

SHARES: Final = (36, 64)  # of the width, for a reader who has not moved the edge between them
LIST_EM: Final = 12
NARROW_EM: Final = 36  # narrower than this, list and sheet stand above each other
PEOPLE, ORGANISATIONS = "people", "organisations"
HOW_OFTEN: Final = (7, 14, 28, 0)
NAMES_TOLD: Final = 3


@dataclass(frozen=True, slots=True)
class LedgerWork:
    """What the leaf shows: everybody, and to whom an overview may go now."""

    found: "Overview"
    due: "tuple[Due, ...]"


def load_ledger(console: "Console") -> LedgerWork:
    """Ask the desk for the whole list. On a lane."""
    from console.desk.feedback import by_professional, digest

    return LedgerWork(by_professional.overview(console), digest.due(console))


class ProfessionalsLeaf(FeedbackLeaf):
    """The list left, the chosen one right; the panel of the overview takes the place of both."""

    key = "professionals"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.rows = LedgerModel(self)
        self.list, self.sheet, self.panel = LedgerListView(self.rows), LedgerSheet(), DigestPanel()
        self.shown, self.how_often = QComboBox(), QComboBox()
        self.make, self.change = KeyButton(), KeyButton()
        self._due, self._empty = PlainLabel(wraps=True, is_bold=True), PlainLabel(wraps=True, is_muted=True)
        self._often_label = PlainLabel()
        self._often = QWidget()
        self._stack, self._split = QStackedWidget(), QSplitter()
        self._work: LedgerWork | None = None
        self._detail: ProfessionalDetail | None = None
        self._chosen: ProfessionalId | str | None = None
        self._job: Job | None = None
        self._detail_job: Job | None = None
        self.digesting = Digesting(jobs, keys, self.panel, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    # --- a leaf of the page ------------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        if self._job is not None:
            self._job.drop()
        if self.jobs.console is not None:
            self._job = self.jobs.ask(load_ledger, done=self._on_work, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.feedback or changes.groups or changes.people or changes.messages:
            self.refresh()

    @override
    def open_with(self, value: object) -> None:
        """Show a professional by his id, or an organisation by its name; ("digest", id): the overview for him too."""
        if isinstance(value, tuple):
            _what, professional_id = value
            self._choose(professional_id)
            self.digesting.ask(professional_id)
        elif isinstance(value, int):
            self._choose(ProfessionalId(value))
        elif isinstance(value, str):
            self._choose(value)

    @override
    def retranslate(self) -> None:
        self.shown.setAccessibleName(self.tr("What the list shows"))
        for place, text in enumerate((self.tr("Professionals"), self.tr("Organisations"))):
            self.shown.setItemText(place, text)
        self._often_label.setText(self.tr("Overview:"))
        self.how_often.setAccessibleName(self.tr("How often an overview goes to this professional"))
        texts = (self.tr("every week"), self.tr("every two weeks"), self.tr("every four weeks"), self.tr("never"))
        for days, text in zip(HOW_OFTEN, texts, strict=True):
            self.how_often.setItemText(self.how_often.findData(days), text)
        for button, text, command in (
            (self.make, self.tr("Make the &overview…"), Command.OFFICER),
            (self.change, self.tr("De&tails…"), Command.CORRECT),
        ):
            button.setText(text)
            button.set_key(key_text(command))
        self._show_work()

    @override
    def take_focus(self) -> None:
        """Go to the list; where nobody is in it, to the choice above it."""
        if self.panel.can_put_away():
            self.panel.mail.setFocus()
        elif self._work is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # until it is known whether there is a list to go to
        else:
            (self.list if self.rows.rowCount() else self.shown).setFocus()

    @override
    def can_put_away(self) -> bool:
        return self.panel.can_put_away()

    @override
    def put_away(self) -> None:
        self.panel.put_away()

    # --- the list ----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_work(self, work: LedgerWork) -> None:
        self._job, self._work = None, work
        self._show_work()
        if self.hasFocus():
            self.take_focus()

    def _show_work(self) -> None:
        work = self._work
        of_people = self.shown.currentData() == PEOPLE
        if work is None:
            return
        rows = of_professionals(work.found.professionals) if of_people else of_organisations(work.found.organisations)
        self.rows.show(rows)
        self._split.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._empty.setText(self._nobody())
        self._due.setText(self._due_words(work.due))
        self._due.setVisible(bool(work.due))
        place = self.rows.place_of(self._chosen)
        if rows:
            self.list.choose(place or 0)
            self._on_list_row_chosen(place or 0)
        else:
            self._chosen = None
            self._show_detail(None)

    def _nobody(self) -> str:
        if self.shown.currentData() == PEOPLE:
            nobody = self.tr("No professional is known yet.")
            return nobody + " " + self.tr("Put them down with a group, under Groups and then Professionals.")
        return self.tr("No organisation is known yet: nobody owes you an answer by the name of a service.")

    def _due_words(self, due: "tuple[Due, ...]") -> str:
        names = ", ".join(isolated(one_line(one.name, 60)) for one in due[:NAMES_TOLD])
        said = self.tr("Time for an overview: {names}").format(names=names)
        more = len(due) - NAMES_TOLD
        return Shown(f"{said} {self._more(more)}" if more > 0 else said)

    def _more(self, count: int) -> str:
        return self.tr("and %Ln more", "", count)

    def _choose(self, key: ProfessionalId | str) -> None:
        """Show somebody, also before the list is there."""
        self._chosen = key
        self.shown.setCurrentIndex(self.shown.findData(ORGANISATIONS if isinstance(key, str) else PEOPLE))
        self._show_work()

    @Slot(int)
    def _on_list_row_chosen(self, place: int) -> None:
        from console.desk.feedback import by_professional

        if self._detail_job is not None:
            self._detail_job.drop()
            self._detail_job = None
        if place < 0 or self.jobs.console is None:
            return
        self._chosen = self.rows.row(place).key
        if self._detail is not None and self._detail.row.id != self._chosen:
            self._let_go()
        failed = self._on_detail_failed
        if isinstance(self._chosen, str):
            of_name = by_professional.organisation
            self._detail_job = self.jobs.ask(of_name, self._chosen, done=self._on_organisation, failed=failed)
        else:
            of_id = by_professional.detail
            self._detail_job = self.jobs.ask(of_id, self._chosen, done=self._on_detail, failed=failed)

    @Slot()
    def _on_shown_activated(self) -> None:
        self._chosen = None
        self._show_work()

    # --- the chosen one ----------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_detail(self, detail: "ProfessionalDetail") -> None:
        self._detail_job = None
        self._show_detail(detail)

    @Slot(object)
    def _on_organisation(self, detail: "OrganisationDetail") -> None:
        self._detail_job = None
        self._show_detail(None)
        self.sheet.show_organisation(detail)

    def _show_detail(self, detail: "ProfessionalDetail | None") -> None:
        self._detail = detail
        self.sheet.show_professional(detail)
        for widget in (self.make, self.change, self._often):
            widget.setVisible(detail is not None)
        if detail is not None:
            self._often.setEnabled(True)
            self.make.setEnabled(detail.row.owed.open > 0)
            self.change.setEnabled(bool(detail.row.groups))
            self._show_how_often(detail.row.digest_days)

    def _let_go(self) -> None:
        """Do nothing more about the one before, while what is known of the chosen one is on its way."""
        self._detail = None
        for widget in (self.make, self.change, self._often):
            widget.setEnabled(False)

    def _show_how_often(self, days: int) -> None:
        if self.how_often.findData(days) < 0:
            self.how_often.addItem(self.tr("every %Ln day(s)", "", days), days)
        self.how_often.setCurrentIndex(self.how_often.findData(days))

    @Slot()
    def make_overview(self) -> None:
        """Open the overview for the chosen one, or for the first to whom it may go."""
        if self._detail is not None and self._detail.row.owed.open:
            self.digesting.ask(self._detail.row.id)

    @Slot()
    def show_details(self) -> None:
        """Go to where a professional is changed: with one of his groups."""
        if self._detail is not None and self._detail.row.groups:
            self._on_sheet_group_requested(self._detail.row.groups[0].group_id)

    @Slot()
    def _on_how_often_activated(self) -> None:
        from console.desk.feedback import digest

        if self._detail is not None:
            days = self.how_often.currentData()
            self.jobs.ask(digest.set_days, self._detail.row.id, days, done=self._on_often_kept, failed=self._on_failed)

    @Slot(object)
    def _on_often_kept(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Kept. With {key} you undo it.").format(key=undo_keys()))

    @Slot(object)
    def _on_sheet_line_requested(self, line_id: object) -> None:
        self.page_requested.emit("feedback", ("lines", line_id))

    @Slot(object)
    def _on_sheet_group_requested(self, group_id: object) -> None:
        self.page_requested.emit("groups", (group_id, "professionals"))

    @Slot(object)
    def _on_sheet_professional_requested(self, professional_id: ProfessionalId) -> None:
        self._choose(professional_id)
        self.list.setFocus()

    @Slot()
    def _on_digesting_opened(self) -> None:
        self._stack.setCurrentWidget(self.panel)

    @Slot()
    def _on_digesting_closed(self) -> None:
        self._stack.setCurrentIndex(0)
        self.take_focus()

    @Slot(object)
    def _on_detail_failed(self, error: Exception) -> None:
        self._show_detail(None)
        self._on_failed(error)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = self._detail_job = None
        self.warned.emit(self.jobs.sentence(error))

    # --- wiring and places -------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.list.activated.connect(self.make_overview)
        self.shown.activated.connect(self._on_shown_activated)
        self.how_often.activated.connect(self._on_how_often_activated)
        self.sheet.line_requested.connect(self._on_sheet_line_requested)
        self.sheet.group_requested.connect(self._on_sheet_group_requested)
        self.sheet.professional_requested.connect(self._on_sheet_professional_requested)
        self.digesting.opened.connect(self._on_digesting_opened)
        self.digesting.closed.connect(self._on_digesting_closed)
        self.digesting.told.connect(self.told)
        self.digesting.warned.connect(self.warned)
        for button, command, slot in (
            (self.make, Command.OFFICER, self.make_overview),
            (self.change, Command.CORRECT, self.show_details),
        ):
            button.clicked.connect(slot)
            self.keys.bind(self._split, command, slot)
        self.keys.bind(self, Command.REFRESH, self.refresh)

    def _lay_out(self) -> None:
        for key in (PEOPLE, ORGANISATIONS):
            self.shown.addItem("", key)
        for days in HOW_OFTEN:
            self.how_often.addItem("", days)
        often = QHBoxLayout(self._often)
        often.setContentsMargins(0, 0, 0, 0)
        often.addWidget(self._often_label)
        often.addWidget(self.how_often)
        self._often_label.setBuddy(self.how_often)
        right = QWidget()
        box = QVBoxLayout(right)
        box.setContentsMargins(theme.em(self, 0.6), 0, 0, 0)
        actions = FlowLayout()
        for widget in (self.make, self._often, self.change):
            actions.addWidget(widget)
        box.addWidget(self.sheet, 1)
        box.addLayout(actions)
        self._split.setObjectName("feedback-professionals")
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.list)
        self._split.addWidget(right)
        self.sheet.stand_between(self.list, self.make)
        if not window_state.restore_splitter(self._split):
            self._split.setSizes([theme.em(self, share) for share in SHARES])
        for place, share in enumerate(SHARES):
            self._split.setStretchFactor(place, share)
        top = QHBoxLayout()
        top.addWidget(self.shown)
        top.addWidget(self._due, 1)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self._empty)
        column.addWidget(self._split, 1)
        column.addStretch()
        self._stack.addWidget(main)
        self._stack.addWidget(self.panel)
        outer = QVBoxLayout(self)
        outer.addWidget(self._stack)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put list and sheet above each other where they do not fit beside each other."""
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep the list readable in larger letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_split"):
            self._fit()

    def _fit(self) -> None:
        self.list.setMinimumWidth(theme.em(self, LIST_EM))
        is_narrow = 0 < self.width() < theme.em(self, NARROW_EM)
        wanted = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if self._split.orientation() != wanted:
            self._split.setOrientation(wanted)
