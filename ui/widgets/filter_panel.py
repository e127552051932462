"""What the queue shall show: each value required, ignored or excluded; words; kept views. GUI thread only."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.filters import Attribute, Choice, Counted, Filters, View, Wish
from ui import theme
from ui.shortcuts import Command, key_text
from ui.widgets.filter_row import FilterRow
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.puts_away import PutsAway
from ui.widgets.text import PlainLabel, one_line

WORD_CHARACTERS = 200
NAME_CHARACTERS = 60
NARROW_EM = 30  # in less, words beside words would be cut


class FilterPanel(PutsAway):
    """One line of words to press per attribute; what is pressed is at work at once.

    *Signals:*
        edited(Filters): this is wanted now.
        keep_requested(str, Filters): keep it under this name.
        forget_requested(object): let this view (a ViewId) go.
        closed(): the person is ready.
    """

    edited = Signal(object)
    keep_requested = Signal(str, object)
    forget_requested = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = Filters()
        self._is_narrow = False
        self._choices: tuple[Choice, ...] = ()
        self._views: tuple[View, ...] = ()
        self._title = PlainLabel(scale=1.4, is_bold=True)
        self._hint, self._told = PlainLabel(wraps=True, is_muted=True), PlainLabel(wraps=True, is_bold=True)
        self._rows = {attribute: FilterRow(attribute) for attribute in Attribute}
        self.words, self.without = QLineEdit(), QLineEdit()
        self._words_label, self._without_label, self._views_label = (PlainLabel(wraps=True) for _ in range(3))
        self.view, self.name = QComboBox(), QLineEdit()
        self._name_label = PlainLabel(wraps=True)
        self.keep, self.forget = QPushButton(), QPushButton()
        self.everything, self._ready = KeyButton(), KeyButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    # --- what the page tells ------------------------------------------------------------------------------------------

    @property
    def filters(self) -> Filters:
        """What is wanted now."""
        return self._filters

    def set_filters(self, filters: Filters) -> None:
        """Show other filters, without telling anybody."""
        self._filters = filters
        for field, text in ((self.words, filters.words), (self.without, filters.without)):
            if field.text() != text:
                field.blockSignals(True)
                field.setText(text)
                field.blockSignals(False)
        self._show()

    def set_choices(self, choices: tuple[Choice, ...]) -> None:
        """Take what there is to choose from."""
        self._choices = choices
        self._show()

    def set_views(self, views: tuple[View, ...]) -> None:
        """Offer the views that were kept."""
        self._views = views
        self._fill_views()

    def show_hidden(self, hidden: Counted, shown: int) -> None:
        """Say how many messages stand in the list, and how many the choice keeps from it."""
        self._told.setText(self._sentence(hidden, shown))

    @property
    def has_choices(self) -> bool:
        """Whether it knows what there is to choose."""
        return bool(self._choices)

    def begin(self) -> None:
        """Put the focus on the first word."""
        rows = (row for row in self._rows.values() if row.chips and not row.isHidden())
        next((row.chips[0] for row in rows), self.words).setFocus()

    @override
    def can_put_away(self) -> bool:
        return self.isVisible()

    @override
    def put_away(self) -> None:
        self.closed.emit()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._title.setText(self.tr("What do you want to see?"))
        self._hint.setText(
            self.tr(
                "Press a word. ✓ must: only messages with this. ✗ not: no messages with this. Without a mark it does "
                "not matter. Do more words in one row have ✓? Then one of them is enough."
            )
        )
        self._words_label.setText(self.tr("With these words"))
        self._without_label.setText(self.tr("Without these words"))
        self._views_label.setText(self.tr("Your views"))
        self._name_label.setText(self.tr("Keep this view as"))
        for field, label in (
            (self.words, self._words_label),
            (self.without, self._without_label),
            (self.view, self._views_label),
            (self.name, self._name_label),
        ):
            field.setAccessibleName(label.text())
        self.keep.setText(self.tr("&Keep"))
        self.forget.setText(self.tr("For&get this view"))
        self.everything.setText(self.tr("Show everything"))
        self.everything.set_key(key_text(Command.SHOW_ALL))
        self._ready.setText(self.tr("Ready"))
        self._ready.set_key(key_text(Command.STOP))
        self._fill_views()
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and keys."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # --- inside -------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setColumnStretch(1, 1)
        self._grid.setVerticalSpacing(theme.em(self, 0.5))
        rows = ((row.label, row) for row in self._rows.values())
        parts = (
            (self._words_label, self.words),
            (self._without_label, self.without),
            (self._views_label, _beside(self.view, self.forget)),
            (self._name_label, _beside(self.name, self.keep)),
        )
        self._lines = (*rows, *parts)
        self._grid.addWidget(self._hint, 0, 0, 1, 2)
        self._grid.setRowStretch(2 * len(self._lines) + 1, 1)
        self._place()
        for field in (self.words, self.without):
            field.setMaxLength(WORD_CHARACTERS)
            field.setClearButtonEnabled(True)
        self.name.setMaxLength(NAME_CHARACTERS)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(content)
        buttons = FlowLayout()
        for button in (self._ready, self.everything):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addWidget(scroll, 1)
        column.addWidget(self._told)
        column.addLayout(buttons)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find what is chosen from a line of its own where two columns do not fit."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.em(self, NARROW_EM)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place()

    def _place(self) -> None:
        """Put each label beside its part, or above it."""
        for place, (label, part) in enumerate(self._lines):
            top = 2 * place + 1
            self._grid.addWidget(label, top, 0, 1, 2 if self._is_narrow else 1)
            self._grid.addWidget(part, top + self._is_narrow, 1 - self._is_narrow, 1, 1 + self._is_narrow)

    def _connect(self) -> None:
        for row in self._rows.values():
            row.wished.connect(self._on_row_wished)
        for field in (self.words, self.without):
            field.textChanged.connect(self._on_words_edited)
            field.returnPressed.connect(self.closed)
        self.view.activated.connect(self._on_view_activated)
        self.name.returnPressed.connect(self._on_keep_clicked)
        self.name.textChanged.connect(self._enable)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.forget.clicked.connect(self._on_forget_clicked)
        self.everything.clicked.connect(self._on_everything_clicked)
        self._ready.clicked.connect(self.closed)

    def _show(self) -> None:
        for attribute, row in self._rows.items():
            row.show_choices([each for each in self._choices if each.attribute is attribute], self._filters)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        chosen = next((place for place, view in enumerate(self._views) if view.filters == self._filters), -1)
        self.view.setCurrentIndex(chosen)
        for widget in (self.view, self._views_label):
            widget.setVisible(bool(self._views))
        self.forget.setVisible(chosen >= 0)
        self.keep.setEnabled(bool(self._filters) and bool(self.name.text().strip()))
        self.everything.setEnabled(bool(self._filters))

    def _fill_views(self) -> None:
        self.view.clear()
        self.view.setPlaceholderText(self.tr("Choose a view"))
        for view in self._views:
            self.view.addItem(one_line(view.name), view.id)
        self._enable()

    def _sentence(self, hidden: Counted, shown: int) -> str:
        told = [self.tr("%Ln in the list.", "", shown)]
        if hidden.count:
            told.append(self.tr("%Ln hidden.", "", hidden.count))
        return " ".join(told)

    def _tell(self, filters: Filters) -> None:
        self.set_filters(filters)
        self.edited.emit(filters)

    @Slot(object, str, object)
    def _on_row_wished(self, attribute: Attribute, value: str, wish: Wish) -> None:
        self._tell(self._filters.wishing(attribute, value, wish))

    @Slot()
    def _on_words_edited(self) -> None:
        self._tell(Filters(self._filters.wishes, self.words.text(), self.without.text()))

    @Slot(int)
    def _on_view_activated(self, place: int) -> None:
        self._tell(self._views[place].filters)

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self.keep.isEnabled():
            self.keep_requested.emit(self.name.text(), self._filters)
            self.name.clear()

    @Slot()
    def _on_forget_clicked(self) -> None:
        if self.view.currentIndex() >= 0:
            self.forget_requested.emit(self._views[self.view.currentIndex()].id)

    @Slot()
    def _on_everything_clicked(self) -> None:
        self._tell(Filters())


def _beside(field: QWidget, button: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field, 1)
    row.addWidget(button)
    return both
