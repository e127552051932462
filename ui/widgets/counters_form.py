"""The counters of a municipality, where a report may belong. GUI thread only."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.draft import Counter
from ui import theme
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.puts_away import PutsAway
from ui.widgets.text import PlainLabel, one_line

if TYPE_CHECKING:
    from console.desk.redirects import Municipality

FIELD_CHARACTERS = 200
FIELDS = ("name", "when", "number", "app")  # of Counter, in the order of the form
REPORTS_GO = ("report_mail", "signalen_url")  # of Municipality


class CountersForm(PutsAway):
    """A municipality, its counters, and the fields of one of them; nothing is kept before a person says so.

    *Signals:*
        kept(object, str, object, object): key of the municipality (None for a new one), its name, a tuple of counters,
            and where its reports go: ``report_mail`` and ``signalen_url`` by name.
    """

    kept = Signal(object, str, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._municipalities: tuple[Municipality, ...] = ()
        self._key: str | None = None
        self._is_new = False
        self._counters: list[Counter] = []
        self._hint = PlainLabel(wraps=True, is_muted=True)
        self._choice_label, self._name_label = PlainLabel(), PlainLabel()
        self.choice, self.name = QComboBox(), QLineEdit()
        self.reports_go = {name: QLineEdit() for name in REPORTS_GO}
        self._report_labels = {name: PlainLabel() for name in REPORTS_GO}
        self._report_hint = PlainLabel(wraps=True, is_muted=True)
        self.new, self.keep, self._reset = QPushButton(), QPushButton(), QPushButton()
        self.list = QListWidget()
        self.add, self.remove = QPushButton(), QPushButton()
        self.fields = {field: QLineEdit() for field in FIELDS}
        self._labels = {field: PlainLabel(wraps=True) for field in FIELDS}
        self._lay_out()
        self._connect()
        self.retranslate()

    # --- what the page tells ------------------------------------------------------------------------------------------

    def show_municipalities(self, municipalities: "tuple[Municipality, ...]") -> None:
        """Take what there is; what somebody is typing stays."""
        is_edited = self.is_edited
        self._municipalities = municipalities
        if is_edited:
            return
        keys = [one.key for one in municipalities]
        place = keys.index(self._key) if self._key in keys else 0
        self.choice.clear()
        for one in municipalities:
            self.choice.addItem(one_line(one.name), one.key)
        if municipalities:
            self._show(place)

    def forget_edits(self) -> None:
        """Hear that what stands here was kept: the next look at the desk brings it back."""
        if self._is_new:
            self._key = None
        self._is_new = False
        name, counters, reports_go = self._in_force()
        self._counters = list(counters)
        self.name.setText(name)
        self._show_reports_go(reports_go)

    @property
    def is_edited(self) -> bool:
        """Whether something is different from what is in force."""
        return bool(self._municipalities) and (
            self._is_new or (self.name.text().strip(), tuple(self._counters), self._said_reports_go) != self._in_force()
        )

    @override
    def can_put_away(self) -> bool:
        return self.is_edited

    @override
    def put_away(self) -> None:
        self._on_reset_clicked()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._hint.setText(
            self.tr(
                "With {key} you point members to the right counter. In which municipality a group is, you choose on "
                "the page Groups."
            ).format(key=key_text(Command.REDIRECT))
        )
        self._choice_label.setText(self.tr("Municipality"))
        self._name_label.setText(self.tr("Name"))
        self.choice.setAccessibleName(self.tr("Municipality"))
        self.name.setAccessibleName(self.tr("Name of the municipality"))
        self.list.setAccessibleName(self.tr("Counters"))
        reports = (self.tr("Mail for reports"), self.tr("Address of Signalen"))
        for name, text in zip(REPORTS_GO, reports, strict=True):
            self._report_labels[name].setText(text)
            self.reports_go[name].setAccessibleName(text)
        self._report_hint.setText(
            self.tr(
                "Some municipalities take reports by mail, or through Signalen. Ask yours whether you may use it, and "
                "for the address."
            )
        )
        self.new.setText(self.tr("&New municipality"))
        self.keep.setText(self.tr("&Keep"))
        self._reset.setText(self.tr("&Put back"))
        self.add.setText(self.tr("&Add a counter"))
        self.remove.setText(self.tr("&Remove this counter"))
        texts = (self.tr("Counter"), self.tr("For what, in one sentence"), self.tr("Number"), self.tr("App or site"))
        for field, text in zip(FIELDS, texts, strict=True):
            self._labels[field].setText(text)
            self.fields[field].setAccessibleName(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # --- inside -------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        top = QGridLayout()
        top.setColumnStretch(1, 1)
        top.addWidget(self._choice_label, 0, 0)
        top.addWidget(self.choice, 0, 1)
        top.addWidget(self.new, 0, 2)
        top.addWidget(self._name_label, 1, 0)
        top.addWidget(self.name, 1, 1, 1, 2)
        for place, name in enumerate(REPORTS_GO, start=2):
            top.addWidget(self._report_labels[name], place, 0)
            top.addWidget(self.reports_go[name], place, 1, 1, 2)
            self._report_labels[name].setBuddy(self.reports_go[name])
            self.reports_go[name].setMaxLength(FIELD_CHARACTERS)
        top.addWidget(self._report_hint, 2 + len(REPORTS_GO), 1, 1, 2)
        fields = QGridLayout()
        fields.setColumnStretch(1, 1)
        for place, field in enumerate(FIELDS):
            fields.addWidget(self._labels[field], place, 0)
            fields.addWidget(self.fields[field], place, 1)
            self._labels[field].setBuddy(self.fields[field])
            self.fields[field].setMaxLength(FIELD_CHARACTERS)
        self.name.setMaxLength(FIELD_CHARACTERS)
        of_list = FlowLayout()
        for button in (self.add, self.remove):
            of_list.addWidget(button)
        right = QVBoxLayout()
        right.addLayout(fields)
        right.addLayout(of_list)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self.list, 2)
        middle.addLayout(right, 3)
        self.list.setMinimumHeight(theme.em(self, 6))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bottom = FlowLayout()
        for button in (self.keep, self._reset):
            bottom.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self._hint)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addLayout(bottom)
        self._choice_label.setBuddy(self.choice)
        self._name_label.setBuddy(self.name)

    def _connect(self) -> None:
        self.choice.activated.connect(self._show)
        self.new.clicked.connect(self._on_new_clicked)
        for line in (self.name, *self.reports_go.values()):
            line.textChanged.connect(self._enable)
        self.list.currentRowChanged.connect(self._on_list_current_row_changed)
        for field in self.fields.values():
            field.textEdited.connect(self._on_field_edited)
        self.add.clicked.connect(self._on_add_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.keep.clicked.connect(self._on_keep_clicked)
        self._reset.clicked.connect(self._on_reset_clicked)

    def _in_force(self) -> tuple[str, tuple[Counter, ...], dict[str, str]]:
        found = next((one for one in self._municipalities if one.key == self._key), None)
        if found is None:
            return "", (), dict.fromkeys(REPORTS_GO, "")
        return found.name, found.counters, {name: getattr(found, name) for name in REPORTS_GO}

    @property
    def _said_reports_go(self) -> dict[str, str]:
        return {name: line.text().strip() for name, line in self.reports_go.items()}

    def _show_reports_go(self, reports_go: Mapping[str, str]) -> None:
        for name, line in self.reports_go.items():
            line.setText(reports_go[name])
            line.setCursorPosition(0)

    @Slot(int)
    def _show(self, place: int) -> None:
        """Show a municipality as it is in force."""
        shown = self._municipalities[place]
        self._key, self._is_new = shown.key, False
        self.choice.setCurrentIndex(place)
        self.name.setText(shown.name)
        self._show_reports_go(self._in_force()[2])
        self._show_counters(list(shown.counters), 0)

    def _show_counters(self, counters: list[Counter], chosen: int) -> None:
        self._counters = counters
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([_told(counter) for counter in counters])
        self.list.setCurrentRow(min(chosen, len(counters) - 1))
        self.list.blockSignals(False)
        self._on_list_current_row_changed(self.list.currentRow())

    @Slot()
    def _enable(self) -> None:
        for button in (self.keep, self._reset):
            button.setEnabled(self.is_edited)
        has_counter = self.list.currentRow() >= 0
        for widget in (self.remove, *self.fields.values()):
            widget.setEnabled(has_counter)

    @Slot(int)
    def _on_list_current_row_changed(self, row: int) -> None:
        for name, field in self.fields.items():
            field.setText((getattr(self._counters[row], name) or "") if row >= 0 else "")
            field.setCursorPosition(0)
        self._enable()

    @Slot()
    def _on_field_edited(self) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        said = {name: field.text() for name, field in self.fields.items()}
        changed = replace(
            self._counters[row],
            name=said["name"],
            when=said["when"],
            number=said["number"] or None,
            app=said["app"] or None,
        )
        self._counters[row] = changed
        self.list.item(row).setText(_told(changed))
        self._enable()

    @Slot()
    def _on_add_clicked(self) -> None:
        self._show_counters([*self._counters, Counter(key="", name="", when="")], len(self._counters))
        self.fields["name"].setFocus()

    @Slot()
    def _on_remove_clicked(self) -> None:
        row = self.list.currentRow()
        self._show_counters([*self._counters[:row], *self._counters[row + 1 :]], row)

    @Slot()
    def _on_new_clicked(self) -> None:
        """Begin with the counters that are the same all over the country: those of the last one, "elsewhere"."""
        if not self._municipalities:
            return
        self._is_new = True
        self.choice.setCurrentIndex(-1)
        for line in (self.name, *self.reports_go.values()):
            line.clear()
        self._show_counters(list(self._municipalities[-1].counters), 0)
        self.name.setFocus()

    @Slot()
    def _on_reset_clicked(self) -> None:
        keys = [one.key for one in self._municipalities]
        self._show(keys.index(self._key) if self._key in keys else 0)

    @Slot()
    def _on_keep_clicked(self) -> None:
        key = None if self._is_new else self._key
        self.kept.emit(key, self.name.text(), tuple(self._counters), self._said_reports_go)


def _told(counter: Counter) -> str:
    """Return a counter on one line of the list."""
    parts = dict.fromkeys((counter.name, counter.number or counter.app))  # 112 is called 112
    return one_line(" · ".join(part for part in parts if part))
