"""The list at the left of Aanmeldingen. GUI thread only."""

from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.join_request import RequestState
from ui import request_facts, words
from ui.models.requests import ROW_ROLE, RequestsModel, Row
from ui.widgets.chip_list import ChipDelegate, ChipListView, ChipRow, ModelIndex
from ui.widgets.text import Shown, isolated, one_line

LINES: Final = 2
NAME_CHARACTERS: Final = 20
COLORS: Final = {RequestState.OPEN: "today"}
DECIDED: Final = frozenset(
    {RequestState.ADMITTED, RequestState.REFUSED, RequestState.REDIRECTED, RequestState.WITHDRAWN}
)


class RequestListView(ChipListView):
    """Where each request stands and since when, who asks, from where and for which group; a decided one is quiet."""

    def __init__(self, rows: RequestsModel, parent: QWidget | None = None) -> None:
        super().__init__(rows, _RequestDelegate(LINES), parent)

    @property
    def current_row(self) -> int:
        """The row that the reader is on; -1 for none."""
        return self.currentIndex().row()

    @override
    def _name(self) -> str:
        return self.tr("Who asks to join")


class _RequestDelegate(ChipDelegate):
    @override
    def row(self, index: ModelIndex) -> ChipRow:
        row: Row = index.data(ROW_ROLE)
        request = row.request
        moments: tuple[str, ...] = (words.moment(request.received_at), words.short_day(request.received_at))
        if row.looked_at_by and row.done is None:
            moments = (words.looks_now(isolated(one_line(row.looked_at_by, NAME_CHARACTERS))),)
        place = request_facts.address_line(request.applicant.address)
        group = isolated(one_line(request.group, 80))
        return ChipRow(
            chip=words.word(row.done) if row.done is not None else words.word(request.state),
            color=COLORS.get(request.state, "later"),
            moments=moments,
            title=request_facts.name_of(request.applicant),
            text=Shown(f"{place} · {group}") if place else group,
            is_settled=row.done is not None or request.state in DECIDED,
        )
