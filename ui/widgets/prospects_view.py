"""Finding members: how far each came, the list, and what a person says of who is chosen in it. GUI thread only."""

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.start import Prospect, Stage
from ui import theme
from ui.models.prospects import Column, ProspectsModel, stage_words
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.funnel_view import FunnelView
from ui.widgets.key_button import KeyButton
from ui.widgets.prospect_form import ProspectForm
from ui.widgets.puts_away import PutsAway
from ui.widgets.scrolled import Scrolled
from ui.widgets.table import RowTable
from ui.widgets.text import PlainLabel, Shown, isolated, one_line, unmnemonic

if TYPE_CHECKING:
    from ui.pages.group_start import RecruitingWork

FUNNEL_SHARE: Final = 0.42
NAMES_TOLD: Final = 3
ROW_EM: Final = 1.7
NARROW_EM: Final = 52
WIDTHS_EM: Final = {Column.NAME: 17, Column.STAGE: 20, Column.CHANNEL: 9}
ALL, DUE = "all", "due"


class ProspectsTable(RowTable):
    """The names; several may be chosen at once. Enter opens one."""

    opened = Signal()

    def __init__(self, rows: ProspectsModel) -> None:
        super().__init__(rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.activated.connect(self.opened)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.fit()

    @override
    def fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.em(self, ROW_EM))
        is_narrow = self.viewport().width() < theme.em(self, NARROW_EM)
        last = Column.STAGE if is_narrow else Column.NOTE
        for column in Column:
            mode = QHeaderView.ResizeMode.Stretch if column == last else QHeaderView.ResizeMode.Interactive
            self.horizontalHeader().setSectionResizeMode(column, mode)
            self.setColumnHidden(column, column > last)
            if column in WIDTHS_EM and column != last:
                self.setColumnWidth(column, theme.em(self, WIDTHS_EM[column]))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out in a narrow table what stands in the form too."""
        super().resizeEvent(event)
        is_narrow = self.viewport().width() < theme.em(self, NARROW_EM)
        if is_narrow != self.isColumnHidden(Column.NOTE):
            self.fit()


class ProspectsView(PutsAway):
    """The list with its buttons; the form and the field to paste in take its place while they are open.

    *Signals:*
        marked(object, object): these prospects (ids) came so far (``Stage``).
        linked(object): this prospect is the member that he is likely to be.
        removed(object): these go off the list (ids).
        pasted(str): put these lines on the list.
        sheet_requested(): take in a sheet.
        form_requested(object): open the form for this prospect (None: somebody new).
    """

    marked = Signal(object, object)
    linked = Signal(object)
    removed = Signal(object)
    pasted = Signal(str)
    sheet_requested = Signal()
    form_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Prospect, ...] = ()
        self._work: RecruitingWork | None = None
        self.funnel = FunnelView()
        self.due = PlainLabel(wraps=True, is_bold=True)
        self.shown = QComboBox()
        self.rows = ProspectsModel(self)
        self.table = ProspectsTable(self.rows)
        self.empty = PlainLabel(wraps=True, is_muted=True)
        self.add, self.paste, self.sheet = KeyButton(), QPushButton(), QPushButton()
        self.invited, self.asked, self.declined = QPushButton(), QPushButton(), QPushButton()
        self.is_he, self.change, self.remove = QPushButton(), QPushButton(), QPushButton()
        self.form = ProspectForm()
        self.lines = QPlainTextEdit()
        self.lines.setTabChangesFocus(True)
        self.put, self.drop = QPushButton(), QPushButton()
        self._list_panel, self._paste_panel = QWidget(), QWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()
        self.setFocusProxy(self.table)

    def show_work(self, work: "RecruitingWork") -> None:
        """Show the list anew; who is chosen stays chosen."""
        self._work, self._all = work, work.prospects
        self.funnel.show_funnel(work.funnel, work.benchmark)
        due = [one for one in work.prospects if one.is_due]
        told = ", ".join(isolated(one_line(one.entry.name, 60)) for one in due[:NAMES_TOLD])
        more = len(due) - NAMES_TOLD
        rest = " " + self.tr("and %n more", None, more) if more > 0 else ""
        self.due.setText(Shown(self.tr("Ask again: {names}").format(names=told) + rest))
        self.due.setVisible(bool(due))
        self._show_rows()

    @property
    def is_edited(self) -> bool:
        """Whether something was typed that is not kept."""
        return self.form.is_edited or bool(self.lines.toPlainText().strip())

    def open_form(self, one: Prospect | None, today: date) -> None:
        """Ask for somebody new (None), or for what is to be changed of somebody."""
        if self._work is not None:
            self.form.open_for(one, self._work.channels, self._work.members, today)
            self._stack.setCurrentWidget(self.form)
            self.form.setFocus()

    @override
    def can_put_away(self) -> bool:
        return self._stack.currentWidget() is not self._list_panel

    @Slot()
    @override
    def put_away(self) -> None:
        """Go back to the list, and forget what was typed."""
        if self.form.can_put_away():
            self.form.put_away()
        else:
            self._show_list()

    @Slot()
    def _show_list(self) -> None:
        self.lines.clear()
        self._stack.setCurrentWidget(self._list_panel)
        self.table.setFocus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._work is not None:
                self.show_work(self._work)
        super().changeEvent(event)

    def chosen(self) -> tuple[Prospect, ...]:
        """Return who is chosen in the list, from the top."""
        indexes = self.table.selectionModel().selectedRows()
        return tuple(self.rows.prospect(index.row()) for index in sorted(indexes, key=_row_of))

    # --- the list ----------------------------------------------------------------------------------------------------

    def _show_rows(self) -> None:
        chosen = {one.id for one in self.chosen()}
        wanted = self.shown.currentData()
        rows = [one for one in self._all if wanted in {None, ALL, one.stage} or (wanted == DUE and one.is_due)]
        self.rows.show(rows, self._work.channels if self._work is not None else {})
        selection = self.table.selectionModel()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        places = [row for row, one in enumerate(rows) if one.id in chosen] or ([0] if rows else [])
        for row in places:
            selection.select(self.rows.index(row, 0), flags)
        if places:
            selection.setCurrentIndex(self.rows.index(places[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.setText(
            self.tr("Nobody is on the list yet. Add who might join, or paste a list of companies.")
            if not self._all
            else self.tr("There is nobody like that on the list.")
        )
        self._on_chosen_changed()

    @Slot()
    def _on_chosen_changed(self) -> None:
        chosen = self.chosen()
        is_open = any(one.member_id is None for one in chosen)
        for button in (self.invited, self.asked, self.declined):
            button.setEnabled(is_open)
        self.change.setEnabled(len(chosen) == 1)
        self.remove.setEnabled(bool(chosen))
        likely = chosen[0].likely if len(chosen) == 1 else None
        self.is_he.setVisible(likely is not None)
        if likely is not None:
            name = unmnemonic(one_line(likely.name, 40))
            self.is_he.setText(self.tr("&Yes, this is {name}").format(name=name))

    def _mark(self, stage: Stage) -> None:
        ids = tuple(one.id for one in self.chosen() if one.member_id is None)
        if ids:
            self.marked.emit(ids, stage)

    @Slot()
    def _on_invited_clicked(self) -> None:
        self._mark(Stage.INVITED)

    @Slot()
    def _on_asked_clicked(self) -> None:
        self._mark(Stage.ASKED)

    @Slot()
    def _on_declined_clicked(self) -> None:
        self._mark(Stage.DECLINED)

    @Slot()
    def _on_is_he_clicked(self) -> None:
        self.linked.emit(self.chosen()[0])

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.removed.emit(tuple(one.id for one in self.chosen()))

    @Slot()
    def _on_change_clicked(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1:
            self.form_requested.emit(chosen[0])

    @Slot()
    def ask_new(self) -> None:
        """Open an empty form, unless something is being filled in already."""
        if self.add.isVisible():
            self.form_requested.emit(None)

    @Slot()
    def _on_add_clicked(self) -> None:
        self.form_requested.emit(None)

    @Slot()
    def _on_paste_clicked(self) -> None:
        self._stack.setCurrentWidget(self._paste_panel)
        self.lines.setFocus()

    @Slot()
    def _on_put_clicked(self) -> None:
        if self.lines.toPlainText().strip():
            self.pasted.emit(self.lines.toPlainText())

    @Slot()
    def _on_shown_changed(self) -> None:
        self._show_rows()

    # --- texts and places --------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.shown.currentIndexChanged.connect(self._on_shown_changed)
        self.table.selectionModel().selectionChanged.connect(self._on_chosen_changed)
        self.table.opened.connect(self._on_change_clicked)
        for button, slot in (
            (self.invited, self._on_invited_clicked),
            (self.asked, self._on_asked_clicked),
            (self.declined, self._on_declined_clicked),
            (self.is_he, self._on_is_he_clicked),
            (self.change, self._on_change_clicked),
            (self.remove, self._on_remove_clicked),
            (self.add, self._on_add_clicked),
            (self.paste, self._on_paste_clicked),
            (self.put, self._on_put_clicked),
            (self.drop, self.put_away),
        ):
            button.clicked.connect(slot)
        self.sheet.clicked.connect(self.sheet_requested)
        self.form.closed.connect(self._show_list)

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Who might join"))
        self.shown.setAccessibleName(self.tr("Which names the list shows"))
        chosen = self.shown.currentData()
        self.shown.blockSignals(True)
        self.shown.clear()
        self.shown.addItem(self.tr("everybody"), ALL)
        self.shown.addItem(self.tr("whom to ask again"), DUE)
        for stage in Stage:
            self.shown.addItem(self.tr("not asked yet") if stage is Stage.POOL else stage_words(stage), stage)
        self.shown.setCurrentIndex(max(0, self.shown.findData(chosen)))
        self.shown.blockSignals(False)
        self.add.setText(self.tr("A&dd…"))
        self.add.set_key(key_text(Command.NEW))
        self.paste.setText(self.tr("Paste a &list…"))
        self.sheet.setText(self.tr("Take in a shee&t…"))
        self.invited.setText(self.tr("&Invited"))
        self.asked.setText(self.tr("&Spoken with"))
        self.declined.setText(self.tr("Says &no"))
        self.change.setText(self.tr("&Change…"))
        self.remove.setText(self.tr("&Off the list"))
        self.put.setText(self.tr("Put on the list"))
        self.drop.setText(self.tr("Close"))
        self.lines.setAccessibleName(self.tr("Pasted lines"))
        self.lines.setPlaceholderText(self.tr("One on each line: name; contact person; telephone; e-mail; remark"))

    def _lay_out(self) -> None:
        held = Scrolled(FUNNEL_SHARE)
        held.hold(self.funnel)
        above, below = FlowLayout(), FlowLayout()
        for widget in (self.shown, self.add, self.paste, self.sheet):
            above.addWidget(widget)
        for widget in (self.is_he, self.invited, self.asked, self.declined, self.change, self.remove):
            below.addWidget(widget)
        pasting = QVBoxLayout(self._paste_panel)
        pasting.setContentsMargins(0, 0, 0, 0)
        buttons = FlowLayout()
        buttons.addWidget(self.put)
        buttons.addWidget(self.drop)
        pasting.addWidget(self.lines)
        pasting.addLayout(buttons)
        listing = QVBoxLayout(self._list_panel)
        listing.setContentsMargins(0, 0, 0, 0)
        listing.addWidget(held)
        listing.addWidget(self.due)
        listing.addLayout(above)
        listing.addWidget(self.table, 1)
        listing.addWidget(self.empty)
        listing.addLayout(below)
        listing.addStretch()
        held.stand_in(self._list_panel)
        for panel in (self._list_panel, self.form, self._paste_panel):
            self._stack.addWidget(panel)
        QVBoxLayout(self).addWidget(self._stack)


def _row_of(index: QModelIndex) -> int:
    return index.row()
