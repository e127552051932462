"""What becomes of the groups when how long is chosen for all of them at once. GUI thread only. Knows no desk."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.group import GroupId
from console.domain.privacy import GroupTerms, Terms
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

NAMES_TOLD: Final = 5
NAME_CHARACTERS: Final = 60


def longest(groups: Sequence[GroupTerms], names: Sequence[str], usual: Terms) -> Terms:
    """Return of each of these names of ``Terms`` the most days that a group has."""
    return replace(usual, **{name: max(getattr(one.terms, name) for one in groups) for name in names})


class AllGroups(QWidget):
    """How many groups change, and which keep something shorter already: that stays so unless a person says otherwise.

    *Signals:*
        edited(): those are to keep it longer too, or not any more.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[GroupTerms, ...] = ()
        self._days: dict[str, int] = {}
        self._words, self._shorter_words = PlainLabel(wraps=True, is_bold=True), PlainLabel(wraps=True)
        self.longer = QCheckBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for label in (self._words, self._shorter_words):
            column.addWidget(label)
        column.addWidget(self.longer, 0, Qt.AlignmentFlag.AlignLeft)
        self.longer.toggled.connect(self._on_longer_toggled)
        self._retranslate()

    def show_groups(self, groups: Sequence[GroupTerms]) -> None:
        """Begin anew with these groups, and nothing chosen."""
        self._groups = tuple(groups)
        self.show_days({})

    def show_days(self, days: Mapping[str, int]) -> None:
        """Say what these days, by the names of ``Terms``, would change; who agreed with others did not with these."""
        self._days = dict(days)
        self.longer.setChecked(False)
        self._retranslate()

    @property
    def longer_ids(self) -> frozenset[GroupId]:
        """The groups that are to keep something longer than they do."""
        return frozenset(one.group_id for one in self._shorter) if self.longer.isChecked() else frozenset()

    @property
    def count(self) -> int:
        """How many groups change."""
        ids = self.longer_ids
        return sum(one.terms.chosen(self._days, may_be_longer=one.group_id in ids) != one.terms for one in self._groups)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @property
    def _shorter(self) -> list[GroupTerms]:
        return [one for one in self._groups if one.terms.is_shorter(self._days)]

    def _retranslate(self) -> None:
        shorter = self._shorter
        for part in (self._shorter_words, self.longer):
            part.setVisible(bool(shorter))
        self._words.setText(self._changed_words() if self._days else self._first_words())
        names = ", ".join(isolated(one_line(one.group, NAME_CHARACTERS)) for one in shorter[:NAMES_TOLD])
        if len(shorter) > NAMES_TOLD:
            more = self.tr("and %Ln more", "", len(shorter) - NAMES_TOLD)
            names = f"{names} {more}"
        self._shorter_words.setText(Shown(self._shorter_said(len(shorter)).format(names=names)))
        self.longer.setText(self.tr("Keep it longer &there too"))

    def _first_words(self) -> str:
        counts = self.tr(
            "What you choose here counts for all %Ln group(s), also in the archive.", "", len(self._groups)
        )
        shown = self.tr("You see the days of the group that keeps it longest.")
        return f"{counts} {shown}"

    def _changed_words(self) -> str:
        if not self.count:
            return self.tr("So nothing changes yet.")
        return self.tr("This changes %Ln of the {all} groups.", "", self.count).format(all=len(self._groups))

    def _shorter_said(self, count: int) -> str:
        if self.longer.isChecked():
            return self.tr("%Ln group(s) keep(s) something shorter now: {names}. There it becomes longer.", "", count)
        return self.tr("%Ln group(s) keep(s) something shorter now: {names}. There it stays so.", "", count)

    @Slot()
    def _on_longer_toggled(self) -> None:
        self._retranslate()
        self.edited.emit()
