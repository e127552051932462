"""A year of a group in words: which group, which year, in which language; and the text. GUI thread only."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.group import GroupId
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.puts_away import PutsAway
from ui.widgets.share_panel import SharePanel
from ui.widgets.text import PlainLabel, one_line

LANGUAGES: Final = (("nl", "Nederlands"), ("en", "English"))
YEARS: Final = 6
GROUP_CHARACTERS: Final = 60


class YearView(PutsAway):
    """Three choices above a text that may be changed, copied, or made ready for the group.

    *Signals:*
        wanted(object, int, str): the text about this group (``GroupId``) in this year, in "nl" or "en".
    """

    wanted = Signal(object, int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[GroupId, str] = {}
        self.group, self.year, self.language = QComboBox(), QComboBox(), QComboBox()
        self.share = SharePanel(is_lasting=True)
        self._intro, self._empty = PlainLabel(wraps=True, is_muted=True), PlainLabel(wraps=True, is_muted=True)
        for key, name in LANGUAGES:
            self.language.addItem(name, key)
        self.group.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.group.setMinimumContentsLength(18)
        choices = FlowLayout()
        for box in (self.group, self.year, self.language):
            choices.addWidget(box)
            box.activated.connect(self.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._intro)
        column.addWidget(self._empty)
        column.addLayout(choices)
        column.addWidget(self.share, 1)
        self.setFocusProxy(self.group)
        self._retranslate()

    def set_choices(self, groups: Sequence[tuple[GroupId, str]], this_year: int, language: str) -> None:
        """Take the groups, the years up to this one, and the language to begin with; what was chosen stays."""
        self._names = dict(groups)
        chosen = self.group.currentData()
        self.group.clear()
        for group_id, name in groups:
            self.group.addItem(one_line(name, GROUP_CHARACTERS), group_id)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        if not self.year.count():
            for year in range(this_year, this_year - YEARS, -1):
                self.year.addItem(str(year), year)
            self.language.setCurrentIndex(max(0, self.language.findData(language)))
        for widget in (self.group, self.year, self.language, self.share):
            widget.setVisible(bool(groups))
        self._empty.setVisible(not groups)

    def ask(self) -> None:
        """Ask for the text of what is chosen."""
        if self.group.currentData() is not None:
            self.wanted.emit(self.group.currentData(), self.year.currentData(), self.language.currentData())

    def show_text(self, text: str) -> None:
        """Show the text that was made for what is chosen."""
        chosen = GroupId(self.group.currentData())
        self.share.ask(text, ((chosen, self._names[chosen]),), takes_focus=False)

    @property
    def is_edited(self) -> bool:
        """Whether somebody changed the text."""
        return self.share.is_edited

    @override
    def can_put_away(self) -> bool:
        return self.share.can_put_away()

    @override
    def put_away(self) -> None:
        self.share.put_away()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._intro.setText(self.tr("A year of a group, in words to give back to its members."))
        self._empty.setText(self.tr("There is no group yet."))
        self.group.setAccessibleName(self.tr("Group"))
        self.year.setAccessibleName(self.tr("Year"))
        self.language.setAccessibleName(self.tr("Language of the text"))
