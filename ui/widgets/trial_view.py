"""What other rules make of messages, in words and counts, with samples. GUI thread only."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.trial import Tally, Trial
from ui import theme, words
from ui.models.samples import SamplesModel
from ui.widgets.table import RowTable
from ui.widgets.text import PlainLabel

WIDTHS_EM: Final = {0: 8.5, 1: 6.5, 3: 11.5}  # what happens, when, what was decided; the text takes what is left
NARROW_EM: Final = 46  # narrower than this, the date goes


class TrialView(QWidget):
    """The counts of now and then, what comes into view and what goes out of it, and the messages themselves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trial: Trial | None = None
        self.samples = SamplesModel(self)
        self.table = _SamplesTable(self.samples)
        self._looked_at = PlainLabel(wraps=True, is_muted=True)
        self._counts = PlainLabel(wraps=True, is_bold=True)
        self._added, self._gone = PlainLabel(wraps=True), PlainLabel(wraps=True)
        self._why = PlainLabel(wraps=True, is_muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._looked_at, self._counts, self._added, self._gone, self.table, self._why):
            column.addWidget(part)
        column.setStretchFactor(self.table, 1)
        self._room = QWidget()  # stands where the table would, so that the sentences keep together
        column.addWidget(self._room, 1)
        self.table.selectionModel().currentRowChanged.connect(self._on_table_current_row_changed)
        self._retranslate()

    @property
    def text(self) -> str:
        """All that is said above the table."""
        labels = (self._looked_at, self._counts, self._added, self._gone)
        return " ".join(label.text() for label in labels if label.text())

    @property
    def why(self) -> str:
        """Why the chosen message comes into view, or was in it."""
        return self._why.text()

    def show_trial(self, trial: Trial | None) -> None:
        """Show what a trial gave, or nothing."""
        self._trial = trial
        self.samples.set_trial(trial)
        self._retranslate()
        if self.samples.rowCount():
            self.table.setCurrentIndex(self.samples.index(0, 0))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.samples.retranslate()
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Messages that come into view or go out of it"))
        trial = self._trial
        has_rows = bool(self.samples.rowCount())
        self.table.setVisible(has_rows)
        self._room.setHidden(has_rows)
        if not has_rows:
            self._why.setText("")
        if trial is None:
            for label in (self._looked_at, self._counts, self._added, self._gone):
                label.setText("")
            return
        looked_at = self.tr("%Ln message(s) looked at", "", trial.looked_at)
        if trial.since is not None:
            since = words.short_day(trial.since.astimezone())
            looked_at = self.tr("{looked_at}, since {day}.").format(looked_at=looked_at, day=since)
        shown = max(len(trial.added_samples), len(trial.gone_samples))
        if trial.added.total > len(trial.added_samples) or trial.gone.total > len(trial.gone_samples):
            newest = self.tr("The list shows the newest %Ln.", "", shown)
            looked_at = f"{looked_at} {newest}"
        self._looked_at.setText(looked_at)
        now = self.tr("With the rules of now, %Ln of them ask(s) for your look;", "", trial.now.total)
        then = self.tr("with these rules, %Ln.", "", trial.then.total)
        self._counts.setText(f"{now} {then}")
        self._added.setText(self._change(self.tr("Comes into view: %Ln.", "", trial.added.total), trial.added))
        self._gone.setText(self._change(self.tr("Goes out of view: %Ln.", "", trial.gone.total), trial.gone))

    def _change(self, begin: str, tally: Tally) -> str:
        """Return how many, and what the person decided about those before."""
        told = [begin]
        if tally.right:
            told.append(self.tr("On %Ln of these you acted.", "", tally.right))
        if tally.fine:
            told.append(self.tr("%Ln of these you found all right.", "", tally.fine))
        if tally.unknown and tally.unknown < tally.total:
            told.append(self.tr("About %Ln you decided nothing yet.", "", tally.unknown))
        elif tally.unknown:
            told.append(self.tr("About none of these you decided anything yet."))
        return " ".join(told)

    @Slot(QModelIndex, QModelIndex)
    def _on_table_current_row_changed(self, index: QModelIndex, _previous: QModelIndex) -> None:
        self._why.setText(self.samples.sample(index.row()).why if index.isValid() else "")


class _SamplesTable(RowTable):
    """Rows of one height; the text takes the room that is left."""

    def __init__(self, rows: SamplesModel) -> None:
        super().__init__(rows)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
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
        self.setColumnHidden(1, self.width() < theme.em(self, NARROW_EM))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the date where there is room."""
        super().resizeEvent(event)
        self.fit()
