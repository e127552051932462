"""The members of one group by name: what each is, since when, whether he knows the rules. GUI thread only."""

from enum import IntEnum
from typing import TYPE_CHECKING

from typing_extensions import override

from ui import facts, words
from ui.models.paged import PagedModel
from ui.widgets.text import isolated, one_line

if TYPE_CHECKING:
    from console.desk.roll import RollRow


class Column(IntEnum):
    """What stands in which column."""

    NAME = 0
    ROLE = 1
    PERIOD = 2
    RULES = 3
    CONSENT = 4


class RollModel(PagedModel["RollRow"]):
    """Everybody who is wanted; nobody stands above another but by name."""

    columns = len(Column)

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Name"),
            self.tr("Role"),
            self.tr("Member"),
            self.tr("Knows the rules"),
            self.tr("Agreed"),
        )

    @override
    def cell(self, row: "RollRow", column: int) -> str:
        if column == Column.NAME:
            return self._name(row)
        if column == Column.ROLE:
            return words.word(row.role)
        if column == Column.PERIOD:
            return self._period(row)
        if column == Column.RULES:
            return self._rules(row)
        agreed = row.consent.consent_at
        return self.tr("not known") if agreed is None else facts.day_in(agreed, row.time_zone)

    def _name(self, row: "RollRow") -> str:
        name = isolated(one_line(row.name, 200))
        return f"{name} ({isolated(one_line(row.alias, 100))})" if row.alias else name

    def _period(self, row: "RollRow") -> str:
        if not row.periods:
            return self.tr("not known since when")
        return facts.period_words(row.periods[0], row.time_zone)

    def _rules(self, row: "RollRow") -> str:
        consent = row.consent
        if consent.rules_confirmed_at is not None:
            how, zone = consent.rules_confirmed_how, row.time_zone
            return self.tr("yes: {read}").format(read=facts.read_words(consent.rules_confirmed_at, how, zone))
        if consent.rules_sent_at is not None:
            sent = facts.sent_words(consent.rules_sent_at, consent.rules_sent_how, row.time_zone)
            return self.tr("sent: {sent}").format(sent=sent)
        return self.tr("not known")
