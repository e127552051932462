"""Taking in a sheet: choose the file, say which column is which, see what is wrong, take the good rows.

GUI thread only. One panel inside a page, never a window on top.
"""

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.dialogs.parts import paragraph, subheading
from ui.dialogs.start_view import DropPlace
from ui.models.row_problems import RowProblemsModel
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.puts_away import PutsAway
from ui.widgets.scrolled import Scrolled
from ui.widgets.sheet_columns import SheetColumns
from ui.widgets.table import RowTable
from ui.widgets.text import Shown, isolated

if TYPE_CHECKING:
    from console.desk.sheets import Checked, Field, Sheet
    from console.jobs import Progress

STEPS: Final = 1000
SHARE: Final = 0.5  # of the panel that the columns take at most; below that they scroll
WIDTHS_EM: Final = {0: 3.5, 1: 9, 2: 11}
NARROW_EM: Final = 42  # a narrower list leaves out what stands in the file, so that what is wrong can be read
ENTER_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Stage(Enum):
    """What is on the screen."""

    CHOOSE = auto()
    BUSY = auto()
    SHEET = auto()


class SheetView(PutsAway):
    """One stage at a time. A list may also be dropped on it, whatever it shows.

    *Signals:*
        choose_requested(): choose a file.
        dropped(Path): this file was dropped here.
        columns_changed(): another column was chosen, or what stands above the columns.
        save_requested(): keep the list of what is wrong.
        take_requested(): take the good rows.
        stop_requested(): stop what is running.
        close_requested(): put the panel away.
    """

    choose_requested = Signal()
    dropped = Signal(object)
    columns_changed = Signal()
    save_requested = Signal()
    take_requested = Signal()
    stop_requested = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.stage = Stage.CHOOSE
        self._language = ""
        self._fields: tuple[Field, ...] = ()
        self._sheet: Sheet | None = None
        self._checked: Checked | None = None
        self._title, self._intro = subheading(), paragraph(is_muted=True)
        self._place = DropPlace()
        self._drop_here, self._needs = paragraph(), paragraph(is_muted=True)
        self.columns, self._area = SheetColumns(), Scrolled(SHARE)
        self.has_headings = QCheckBox()
        self._good = paragraph()
        self.problems = RowProblemsModel(self)
        self.table = _ProblemsTable(self.problems)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.choose, self.take, self.save, self.stop, self.close_button = (KeyButton() for _ in range(5))
        self._lay_out()
        self.choose.clicked.connect(self.choose_requested)
        self.take.clicked.connect(self.take_requested)
        self.save.clicked.connect(self.save_requested)
        self.stop.clicked.connect(self._on_stop_clicked)
        self.close_button.clicked.connect(self.close_requested)
        self.columns.changed.connect(self._on_columns_changed)
        self.has_headings.toggled.connect(self._on_columns_changed)
        self.retranslate()

    def ask_for_file(self, fields: "tuple[Field, ...]", language: str) -> None:
        """Ask which file; ``fields`` are what may stand in it."""
        self._fields, self._language = fields, language
        self._sheet = self._checked = None
        self._show(Stage.CHOOSE)
        self.choose.setFocus()

    def show_busy(self) -> None:
        """Show that something runs; how far it is follows."""
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self._show(Stage.BUSY)
        self.stop.setFocus()

    def show_taking(self) -> None:
        """Show that the rows are being kept: that is done whole or not at all, and does not stop halfway."""
        self.show_busy()
        self.stop.setEnabled(False)

    def show_progress(self, progress: "Progress") -> None:
        """Say how far it is."""
        if progress.fraction is not None:
            self.bar.setRange(0, STEPS)
            self.bar.setValue(round(progress.fraction * STEPS))
        self._intro.setText(self.tr("%Ln row(s)", "", progress.count) if progress.count else "")

    def show_sheet(self, sheet: "Sheet", columns: dict[str, int], *, is_new: bool = True) -> None:
        """Show a file that was read, with the columns that are known."""
        self._sheet, self._checked = sheet, None
        if is_new:
            self.has_headings.blockSignals(True)
            self.has_headings.setChecked(True)
            self.has_headings.blockSignals(False)
            self.has_headings.setHidden(sheet.head is None)
        self.columns.show_sheet(sheet, self._fields, columns, self._language)
        self._area.updateGeometry()
        self._show(Stage.SHEET)

    def show_checked(self, checked: "Checked | None") -> None:
        """Show what of the sheet is good; None while a column is missing."""
        self._checked = checked
        self.columns.show_lines(checked.preview if checked else ())
        self._show(Stage.SHEET)

    def show_again(self) -> None:
        """Show the sheet, or the question for one, after something did not go on."""
        self._show(Stage.SHEET if self._sheet is not None else Stage.CHOOSE)

    def focus_sheet(self) -> None:
        """Put the focus where a person goes on: at what is missing, or at the button that takes the rows."""
        columns = self.columns.columns()
        missing = (one.name for one in self._fields if one.is_required and one.name not in columns)
        first = self.columns.choices.get(next(missing, ""))
        (first or (self.take if self.take.isEnabled() else self.choose)).setFocus()

    @override
    def can_put_away(self) -> bool:
        return self.isVisible() and (self.stage is not Stage.BUSY or self.stop.isEnabled())

    @override
    def put_away(self) -> None:
        if self.stage is Stage.BUSY:
            self._on_stop_clicked()
        else:
            self.close_requested.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Ctrl+Enter take the rows."""
        is_take = event.key() in ENTER_KEYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if is_take and not event.isAutoRepeat():
            if self.stage is Stage.SHEET and self.take.isEnabled():
                self.take_requested.emit()
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their share."""
        super().resizeEvent(event)
        self._area.updateGeometry()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if _file(event.mimeData()) is not None and self.stage is not Stage.BUSY:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = _file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def set_language(self, language: str) -> None:
        """Say what the desk says in another language, without forgetting what was chosen."""
        self._language = language
        if self._sheet is not None and self.stage is Stage.SHEET:
            self.columns.show_sheet(self._sheet, self._fields, self.columns.columns(), language)
            self.columns.show_lines(self._checked.preview if self._checked else ())
        self._show(self.stage)

    # --- what it says ------------------------------------------------------------------------------------------------

    def _show(self, stage: Stage) -> None:
        self.stage = stage
        is_sheet = stage is Stage.SHEET
        has_problems = is_sheet and self._checked is not None and bool(self._checked.problems)
        self._place.setVisible(stage is Stage.CHOOSE)
        for part in (self._area, self._good):
            part.setVisible(is_sheet)
        self.has_headings.setVisible(is_sheet and self._sheet is not None and self._has_head())
        self.table.setVisible(has_problems)
        self.save.setVisible(has_problems)
        self.take.setVisible(is_sheet)
        self.take.setEnabled(self._checked is not None and bool(self._checked.rows))
        self.choose.setVisible(stage is not Stage.BUSY)
        self.bar.setVisible(stage is Stage.BUSY)
        self.stop.setVisible(stage is Stage.BUSY)
        self.close_button.setVisible(stage is not Stage.BUSY)
        self.problems.set_problems(self._checked.problems if self._checked and has_problems else (), self._language)
        self._say()

    def _has_head(self) -> bool:
        """Whether something stands above the columns, or would if a person had not said that it is a row."""
        return not self.has_headings.isChecked() or (self._sheet is not None and self._sheet.head is not None)

    def _say(self) -> None:
        needed = ", ".join(one.title(self._language) for one in self._fields if one.is_required)
        others = ", ".join(one.title(self._language) for one in self._fields if not one.is_required)
        self._needs.setText(
            "\n".join(
                told.format(what=what)
                for told, what in (
                    (self.tr("Needed: {what}."), needed),
                    (self.tr("May also be there: {what}."), others),
                )
                if what
            )
        )
        self.choose.setText(self.tr("&Choose a file…") if self._sheet is None else self.tr("Another &file…"))
        if self.stage is Stage.CHOOSE:
            self._intro.setText(self.tr("Nothing is kept before you have seen it. Everything stays on this computer."))
        elif self.stage is Stage.BUSY:
            self._intro.setText(self.tr("One moment…"))
        elif self._sheet is not None:
            told = self.tr(
                "%Ln row(s) in {file}. Look whether every line has the right column.", "", len(self._sheet.rows)
            )
            self._intro.setText(Shown(told.format(file=isolated(self._sheet.name))))
        self._say_outcome()

    def _say_outcome(self) -> None:
        checked, sheet = self._checked, self._sheet
        count = len(checked.rows) if checked else 0
        self.take.setText(self.tr("&Take over %Ln row(s)", "", count) if count else self.tr("&Take over"))
        if sheet is None:
            return
        if checked is None:
            missing = ", ".join(self.columns.missing())
            told = self.tr("Choose a column for: {what}.").format(what=missing) if missing else self.tr("One moment…")
            self._good.setText(told)
            return
        wrong = len(sheet.rows) - count
        if not wrong:
            self._good.setText(self.tr("All rows are good."))
            return
        can = self.tr("%Ln row(s) can be taken over.", "", count) if count else self.tr("No row is good yet.")
        cannot = self.tr("%Ln row(s) cannot. Put them right in your own file and choose it again.", "", wrong)
        self._good.setText(f"{can} {cannot}")

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._title.setText(self.tr("Take in a list"))
        self._drop_here.setText(self.tr("Drop an Excel or CSV file here, or choose one."))
        self.has_headings.setText(self.tr("The first row has the &names of the columns"))
        self.table.setAccessibleName(self.tr("What is wrong"))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.take.set_key(self.tr("Ctrl+Enter"))
        self.save.setText(self.tr("&Save this list…"))
        self.stop.setText(self.tr("&Stop"))
        self.stop.set_key(key_text(Command.STOP))
        self.close_button.setText(self.tr("C&lose"))
        self.close_button.set_key(key_text(Command.STOP))
        self._say()

    @Slot()
    def _on_stop_clicked(self) -> None:
        self.stop.setEnabled(False)
        self.stop_requested.emit()

    @Slot()
    def _on_columns_changed(self) -> None:
        self._checked = None
        self._show(Stage.SHEET)
        self.columns_changed.emit()

    def _lay_out(self) -> None:
        em = theme.em(self, 1)
        inside = QVBoxLayout(self._place)
        inside.setContentsMargins(2 * em, 2 * em, 2 * em, 2 * em)
        for label in (self._drop_here, self._needs):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(label)
        self._area.hold(self.columns)
        self._area.stand_in(self)
        buttons = FlowLayout()
        for button in (self.take, self.choose, self.save, self.stop, self.close_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self._intro, self._place, self._area, self.has_headings, self._good):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.bar)
        column.addLayout(buttons)
        column.addStretch()


class _ProblemsTable(RowTable):
    """Rows of one height; what is wrong takes the room that is left."""

    def __init__(self, rows: RowProblemsModel) -> None:
        super().__init__(rows)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setStretchLastSection(True)
        self.fit()

    @override
    def sizeHint(self) -> QSize:
        """A few rows; the page gives more where it has room."""
        return QSize(theme.em(self, 20), theme.em(self, 9))

    @override
    def fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.em(self, 1.9))
        for column, width in WIDTHS_EM.items():
            self.horizontalHeader().resizeSection(column, theme.em(self, width))
        self.setColumnHidden(2, self.width() < theme.em(self, NARROW_EM))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what stands in the file where there is room."""
        super().resizeEvent(event)
        self.fit()


def _file(data: QMimeData) -> Path | None:
    """Return the one file that is dragged, None for several or none."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 else None
