"""How Aanmeldingen looks: who asks at the left, the chosen request with its actions at the right. GUI thread only."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.group import GroupId
from console.domain.join_request import RequestState
from ui import theme, window_state, words
from ui.jobs import Jobs
from ui.models.requests import RequestsModel
from ui.pages.sheet_intake import SheetIntake
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.group_choice import GroupChoice
from ui.widgets.key_button import KeyButton
from ui.widgets.request_form import RequestForm
from ui.widgets.request_list import RequestListView
from ui.widgets.request_view import RequestView
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

DECIDED: Final = "decided"
SECTIONS: Final = (RequestState.OPEN, RequestState.WAITING_APPLICANT, RequestState.WAITING_LIST, DECIDED)
SHARES: Final = (32, 68)  # of the width, for a reader who has not moved the edge
LIST_EM: Final = 12
ROOMY_EM: Final = (36, 26)  # less wide or high than this, the list needs the room of what is kept


class RequestsLayout(QWidget):
    """The parts of the page and where they stand; knows nothing of the desk.

    *Signals:*
        section_chosen(): another part of the requests, or another group, is wanted.
    """

    section_chosen = Signal()

    def __init__(self, jobs: Jobs, rows: RequestsModel, page: QWidget) -> None:
        super().__init__(page)
        self.list = RequestListView(rows)
        self.request, self.new = RequestView(), RequestForm()
        self.choice, self.sheet = GroupChoice(), SheetIntake(jobs)
        self.section, self.group = QComboBox(), QComboBox()
        self.add, self.mail, self.many = KeyButton(), QPushButton(), QPushButton()
        self._counts: Mapping[str, int] = {}
        self._open_groups: tuple[str, ...] = ()
        self._kept_sentences: tuple[str, ...] = ()
        self._more: Mapping[str, int] = {}
        self._more_label = PlainLabel(wraps=True, is_muted=True)
        self._title = PlainLabel(scale=1.4, is_bold=True)
        self._kept, self._open = PlainLabel(wraps=True, is_muted=True), PlainLabel(wraps=True, is_muted=True)
        self._nothing_title, self._nothing = PlainLabel(wraps=True, is_bold=True, scale=1.2), PlainLabel(wraps=True)
        self._right = QStackedWidget()
        self._foot = Scrolled(0.2)
        self._lay_out(page)
        self.section.activated.connect(self.section_chosen)
        self.group.activated.connect(self.section_chosen)

    # --- what is shown ------------------------------------------------------------------------------------------------

    @property
    def wanted(self) -> tuple[str, GroupId | None]:
        """The section that is chosen, and the group, None for all."""
        return str(self.section.currentData() or SECTIONS[0]), self.group.currentData()

    def choose(self, section: str, group_id: GroupId | None) -> None:
        """Choose a section and a group, also one that is not offered yet."""
        self.section.setCurrentIndex(max(0, self.section.findData(section)))
        if group_id is not None and self.group.findData(group_id) < 0:
            self.group.addItem("", group_id)
        self.group.setCurrentIndex(max(0, self.group.findData(group_id)))

    def show_groups(self, groups: Sequence[tuple[GroupId, str]], open_groups: Sequence[str]) -> None:
        """Offer the groups of which there are requests, and name those that anybody joins by himself."""
        chosen = self.group.currentData()
        self.group.clear()
        self.group.addItem(self.tr("All groups"), None)
        for group_id, name in groups:
            self.group.addItem(one_line(name, 60), group_id)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        self.group.setVisible(len(groups) > 1)
        self._open_groups = tuple(open_groups)
        self.retranslate()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many stand in each section."""
        self._counts = counts
        self.retranslate()

    def show_more(self, more: Mapping[str, int]) -> None:
        """Say how many of a section the list has no place for."""
        self._more = more
        self._show_more()

    def show_kept(self, sentences: Sequence[str]) -> None:
        """Say what is kept of whom for how long; the first sentence always, the others with what is decided."""
        self._kept_sentences = tuple(sentences)
        self._show_kept()

    def show_part(self, part: QWidget) -> None:
        """Let a request, the form for a new one, a question or a sheet stand at the right."""
        for place in range(self._right.count()):
            shown = self._right.widget(place)
            if shown is not None and (shown is part or shown.isAncestorOf(part)):
                self._right.setCurrentIndex(place)

    def show_nothing(self) -> None:
        """Say that nothing stands in this section."""
        self._right.setCurrentIndex(1)

    @property
    def shows_request(self) -> bool:
        """Whether a request, or that there is none, is on the screen."""
        return self._right.currentIndex() < 2

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._title.setText(self.tr("Requests to join"))
        self.add.setText(self.tr("New…"))
        self.add.set_key(key_text(Command.NEW))
        self.add.setAccessibleName(self.tr("Write down who asks to join"))
        self.mail.setText(self.tr("From an e-ma&il…"))
        self.many.setText(self.tr("From a &list…"))
        self.section.setAccessibleName(self.tr("What the list shows"))
        self.group.setAccessibleName(self.tr("Group"))
        chosen = max(0, self.section.currentIndex())
        self.section.clear()
        for section in SECTIONS:
            self.section.addItem(
                f"{self._section_name(section)} ({words.number(self._counts.get(section, 0))})", section
            )
        self.section.setCurrentIndex(chosen)
        if self.group.count():
            self.group.setItemText(0, self.tr("All groups"))
        self._show_more()
        self._show_open()
        self._show_kept()
        self._show_nothing()

    # --- layout -------------------------------------------------------------------------------------------------------

    def _lay_out(self, page: QWidget) -> None:
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self)
        own = QVBoxLayout(self)
        own.setContentsMargins(0, 0, 0, 0)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._list_column())
        for part in (self.request, self._nothing_view(), _padded(self.new), self.choice, _padded(self.sheet)):
            self._right.addWidget(part)
        split.addWidget(self._right)
        split.setObjectName("requests-list")
        split.setChildrenCollapsible(False)
        if not window_state.restore_splitter(split):
            split.setSizes([theme.em(self, share) for share in SHARES])
        for place, share in enumerate(SHARES):
            split.setStretchFactor(place, share)
        own.addWidget(split)
        self._fit()

    def _list_column(self) -> QWidget:
        column = QWidget()
        box = QVBoxLayout(column)
        title = QHBoxLayout()
        title.addWidget(self._title, 1)
        title.addWidget(self.add)
        box.addLayout(title)
        for choice in (self.section, self.group):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.addWidget(choice)
        box.addWidget(self.list, 1)
        box.addWidget(self._more_label)
        more = FlowLayout()
        for button in (self.mail, self.many):
            more.addWidget(button)
        box.addLayout(more)
        foot = QWidget()
        small = QVBoxLayout(foot)
        small.setContentsMargins(0, 0, 0, 0)
        for label in (self._open, self._kept):
            small.addWidget(label)
        self._foot.hold(foot)
        self._foot.stand_in(column)
        self._foot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box.addWidget(self._foot)
        return column

    def _nothing_view(self) -> QWidget:
        view = QWidget()
        box = QVBoxLayout(view)
        box.addStretch(1)
        for label in (self._nothing_title, self._nothing):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(label)
        box.addStretch(2)
        return view

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep the list readable in larger letters."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the list where there is little."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.list.setMinimumSize(theme.em(self, LIST_EM), theme.em(self, 6))
        wide, high = (theme.em(self, length) for length in ROOMY_EM)
        self._foot.setVisible(self.width() >= wide and self.height() >= high)

    # --- words --------------------------------------------------------------------------------------------------------

    def _section_name(self, section: str) -> str:
        if section == DECIDED:
            return self.tr("Decided")
        name = words.word(RequestState(section))
        return f"{name[:1].upper()}{name[1:]}"

    def _show_open(self) -> None:
        named = ", ".join(isolated(one_line(name, 60)) for name in self._open_groups[:5])
        more = len(self._open_groups) - 5
        if more > 0:
            named = self.tr("{groups} and %Ln more", "", more).format(groups=named)
        text = self.tr("Anybody may join these groups, so nobody asks: {groups}.").format(groups=named)
        self._open.setText(Shown(text))
        self._open.setVisible(bool(self._open_groups))

    def _show_more(self) -> None:
        section = self.wanted[0]
        more = self._more.get(section, 0)
        earlier, later = self.tr("And %Ln from before.", "", more), self.tr("And %Ln more, after these.", "", more)
        self._more_label.setText(earlier if section == DECIDED else later)
        self._more_label.setVisible(more > 0)

    def _show_kept(self) -> None:
        said = self._kept_sentences if self.wanted[0] == DECIDED else self._kept_sentences[:1]
        self._kept.setText(" ".join(said))

    def _show_nothing(self) -> None:
        section = self.wanted[0]
        titles = {
            RequestState.OPEN.value: self.tr("Nobody waits for you."),
            RequestState.WAITING_APPLICANT.value: self.tr("You wait for nobody's answer."),
            RequestState.WAITING_LIST.value: self.tr("Nobody stands on a waiting list."),
        }
        self._nothing_title.setText(titles.get(section, self.tr("Nothing was decided yet.")))
        come = self.tr("Who asks to join comes here from an export of the chat, or when you write it down: {key}.")
        self._nothing.setText(come.format(key=key_text(Command.NEW)))


def _padded(part: QWidget) -> QWidget:
    place = QWidget()
    box = QVBoxLayout(place)
    box.addWidget(part)
    return place
