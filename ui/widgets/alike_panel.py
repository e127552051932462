"""Deciding together about what is alike: what they share, what differs, and the few things to do with all.

GUI thread only.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.cluster import Cluster, ClusterKind
from console.domain.decision import Item, Verb
from console.domain.group import GroupId
from ui import theme, words
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.later_view import LaterView
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

ModelIndex = QModelIndex | QPersistentModelIndex
LINE_CHARACTERS: Final = 299  # the desk cuts a text at 300: what was cut gets its ellipsis
NAME_CHARACTERS: Final = 60
SPACING: Final = 2
TALLEST: Final = 100_000
_OF_ONE: Final = frozenset({ClusterKind.SENDER, ClusterKind.OWNER})
MOST_ROWS: Final = 50  # that are measured: more never fit


class AlikeView(QWidget):
    """One item is the sample, on the screen above; each other one is a line that says where it differs.

    *Signals:*
        verb_chosen(object): decide about all with this ``Verb``.
        later_question_requested(): ask until when.
        later_chosen(object): all are out of sight until this moment (aware).
        close_requested(): put it away.
    """

    verb_chosen = Signal(object)
    later_question_requested = Signal()
    later_chosen = Signal(object)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clusters: tuple[Cluster, ...] = ()
        self._zones: Mapping[GroupId, str] = {}
        self._title = PlainLabel(is_bold=True, wraps=True)
        self._close = KeyButton()
        self.kind = QComboBox()
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._hint = PlainLabel(is_muted=True, wraps=True)
        self.list = DifferenceListView()
        self.fine, self.handled, self.remove, self.later = KeyButton(), KeyButton(), KeyButton(), KeyButton()
        self.admit, self.refuse, self.lapse = KeyButton(), KeyButton(), KeyButton()
        self._verbs = {
            self.fine: Verb.FINE,
            self.handled: Verb.HANDLED,
            self.remove: Verb.DELETE,
            self.admit: Verb.ADMIT,
            self.refuse: Verb.REFUSE,
            self.lapse: Verb.LAPSE,
        }
        self._until = LaterView()
        self._until.hide()
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def cluster(self) -> Cluster | None:
        """What would be decided about now."""
        return self._clusters[self.kind.currentIndex()] if self._clusters else None

    def stand_in(self, column: QWidget, share: float) -> None:
        """Let the lines take no more than a share of the height of this widget."""
        self.list.stand_in(column, share)

    def show_clusters(self, clusters: tuple[Cluster, ...], zones: Mapping[GroupId, str]) -> None:
        """Show what is alike, at least one cluster, with the focus on its lines. ``zones`` are those of the groups."""
        self._clusters, self._zones = clusters, zones
        self._until.hide()
        self._fill_kinds(0)
        self._fill()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_later(self, now: datetime) -> None:
        """Ask until which day all of them are out of sight; ``now`` is aware."""
        if self.cluster is not None:
            zone = ZoneInfo(self._zones.get(self.cluster.sample.group_id, "UTC"))
            self._until.ask(now.astimezone(zone).date(), zone)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        buttons = FlowLayout()
        for button in (*self._verbs, self.later):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        for part in (self.kind, self._hint, self.list):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self._until)

    def _connect(self) -> None:
        self.kind.activated.connect(self._on_kind_activated)
        for button, verb in self._verbs.items():
            button.clicked.connect(partial(self._on_verb_clicked, verb))
        self.later.clicked.connect(self.later_question_requested)
        self._until.chosen.connect(self.later_chosen)
        self._close.clicked.connect(self.close_requested)

    def _retranslate(self) -> None:
        for button, text, command in (
            (self.fine, self.tr("All of them all right"), Command.FINE),
            (self.handled, self.tr("All of them dealt with"), Command.HANDLED),
            (self.remove, self.tr("Remove all of them"), Command.DELETE),
            (self.admit, self.tr("Admit all of them"), Command.FINE),
            (self.refuse, self.tr("Admit none of them…"), Command.DELETE),
            (self.lapse, self.tr("Drop all of them…"), Command.DELETE),
            (self.later, self.tr("All of them later…"), Command.LATER),
            (self._close, self.tr("Close"), Command.STOP),
        ):
            button.setText(text)
            button.set_key(key_text(command))
        self.kind.setAccessibleName(self.tr("What they share"))
        self.list.setAccessibleName(self.tr("The others"))
        self._fill_kinds(self.kind.currentIndex())
        self._fill()

    def _fill_kinds(self, chosen: int) -> None:
        self.kind.clear()
        for cluster in self._clusters:
            self.kind.addItem(self._name(cluster))
        self.kind.setCurrentIndex(max(chosen, 0) if self._clusters else -1)
        self.kind.setVisible(len(self._clusters) > 1)

    def _fill(self) -> None:
        cluster = self.cluster
        if cluster is None:
            return
        of_messages = (self.fine, self.handled, self.remove)
        of_kind = {ClusterKind.JOINERS: (self.admit, self.refuse), ClusterKind.OWNER: (self.lapse,)}
        for button in self._verbs:
            button.setVisible(button in of_kind.get(cluster.kind, of_messages))
        self._title.setText(self._name(cluster))
        hints = {
            ClusterKind.TEXT: self.tr("The text is the same each time. The others are:"),
            ClusterKind.SENDER: self.tr("One stands above. Read the others too:"),
            ClusterKind.JOINERS: self.tr("One stands above. The others are:"),
            ClusterKind.OWNER: self.tr("One stands above. Read the others too:"),
        }
        self._hint.setText(hints[cluster.kind])
        self.list.show_lines([self._line(item, cluster) for item in cluster.differences])

    def _name(self, cluster: Cluster) -> Shown:
        count = len(cluster.items)
        if cluster.kind is ClusterKind.TEXT:
            return Shown(self.tr("%Ln message(s) with the same text", "", count))
        if cluster.kind is ClusterKind.SENDER:
            who = isolated(one_line(cluster.sample.author or "", NAME_CHARACTERS))
            return Shown(self.tr("%Ln message(s) by {name}", "", count).format(name=who))
        if cluster.kind is ClusterKind.OWNER:
            who = isolated(one_line(cluster.sample.author or "", NAME_CHARACTERS))
            return Shown(self.tr("%Ln question(s) to {name}", "", count).format(name=who))
        return Shown(self.tr("%Ln join request(s) within an hour", "", count))

    def _line(self, item: Item, cluster: Cluster) -> str:
        """Say of an item what sets it apart from the sample."""
        at = item.at.astimezone(ZoneInfo(self._zones.get(item.group_id, "UTC")))
        who = one_line(item.author or "", NAME_CHARACTERS) if cluster.kind not in _OF_ONE else ""
        parts = (isolated(one_line(item.group, NAME_CHARACTERS)), isolated(who) if who else "", words.moment(at))
        line = " · ".join(part for part in parts if part)
        if cluster.kind is ClusterKind.TEXT and item.text.split() == cluster.sample.text.split():
            return line
        return f"{line}\n{one_line(item.text, LINE_CHARACTERS)}" if item.text else line

    @Slot()
    def _on_kind_activated(self) -> None:
        self._fill()

    def _on_verb_clicked(self, verb: Verb, _is_checked: bool = False) -> None:
        self.verb_chosen.emit(verb)


class DifferenceListView(QListView):
    """Texts, plain and whole: nobody decides about what he cannot read. As high as they are, up to a column's share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QStringListModel(self)
        self._column: QWidget | None = None
        self._share = 1.0
        self.setModel(self._lines)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_WholeTextDelegate(self))
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)  # there is nothing to choose, only to read
        self.setSpacing(SPACING)

    def stand_in(self, column: QWidget, share: float) -> None:
        """Take no more than a share of the height of this widget."""
        self._column, self._share = column, share

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these, the first one chosen."""
        self._lines.setStringList(list(lines))
        self.setCurrentIndex(self._lines.index(0))
        self.updateGeometry()

    @property
    def lines(self) -> list[str]:
        """What stands there."""
        return self._lines.stringList()

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do not jump on letters: they are decisions here."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Make room for larger letters."""
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the texts anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """As high as all lines, where the column has room for that."""
        rows = range(min(self._lines.rowCount(), MOST_ROWS))
        height = sum(self.sizeHintForRow(row) + 2 * SPACING for row in rows) + SPACING
        room = round(self._column.height() * self._share) if self._column is not None else height
        return QSize(theme.em(self, 10), min(height, room))

    @override
    def minimumSizeHint(self) -> QSize:
        """At least two lines."""
        return QSize(theme.em(self, 10), theme.em(self, 2.5))


class _WholeTextDelegate(QStyledItemDelegate):
    """Gives a text as many lines as it takes at the width of the list."""

    def __init__(self, view: DifferenceListView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        """As high as its lines."""
        option.rect = QRect(0, 0, self._view.viewport().width() - 2 * SPACING, TALLEST)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        return QSize(theme.em(self._view, 8), super().sizeHint(option, index).height())
