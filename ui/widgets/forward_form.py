"""What is passed on to a service, and how: where to, the words, when and where, and what Signalen asks besides.

GUI thread only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QDate, QDateTime, QEvent, Qt, QTime, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDateTimeEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.desk.feedback.map_links import link_to, read_spot, told
from console.domain.forward import ForwardChannel, ForwardStart, ForwardWish, ReportCategory, Service, Spot
from console.errors import ExpectedError
from ui import theme
from ui.widgets.answer_field import AnswerField
from ui.widgets.text import PlainLabel, one_line

MAP: Final = "https://www.openstreetmap.org/#map=8/52.2/5.3"
TEXT_EM: Final = 12  # the tallest that the words become by themselves
FIELD_CHARACTERS: Final = 2_000


@dataclass(frozen=True, slots=True)
class Begun:
    """What stood in the form when it was left."""

    service: object
    channel: object
    text: str
    at: QDateTime
    category: object
    place: str
    email: str
    may_share: bool


class ForwardForm(QWidget):
    """The fields; what only Signalen asks is there while the report goes there.

    *Signals:*
        categories_requested(): the kinds of report are wanted, or wanted again.
        map_requested(str): show this address of a map.
    """

    categories_requested = Signal()
    map_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start: ForwardStart | None = None
        self._categories: tuple[ReportCategory, ...] = ()
        self._trouble = ""  # why there are no kinds of report
        self._language = "nl"
        self.service, self.channel = QComboBox(), QComboBox()
        self.field = AnswerField()
        self.at = QDateTimeEdit()
        self.place, self.map = QLineEdit(), QPushButton()
        self.category, self._typed, self.again = QComboBox(), QLineEdit(), QPushButton()
        self.email, self.share = QLineEdit(), QCheckBox()
        self._first = PlainLabel(wraps=True, is_bold=True)
        self._when, self._masked = PlainLabel(wraps=True, is_muted=True), PlainLabel(wraps=True, is_muted=True)
        self._spot_told = PlainLabel(wraps=True, is_muted=True)
        self._kind_told = PlainLabel(wraps=True, is_muted=True)
        self._labels = {name: PlainLabel() for name in ("service", "channel", "at", "place", "category", "email")}
        self._lay_out()
        self._connect()
        self.retranslate()

    # --- what the panel calls -----------------------------------------------------------------------------------------

    def show_start(self, start: ForwardStart, language: str) -> None:
        """Begin with what the desk proposes."""
        self._start, self._language = start, language
        self._categories, self._trouble = (), ""
        self.category.clear()
        self.service.clear()
        for service in start.services:
            self.service.addItem(one_line(service.name, 80), service.key)
        self.service.setCurrentIndex(0 if start.services else -1)
        self.field.show_text(start.text)
        self.field.forget_past()
        self.at.setDateTime(_as_shown(start.at))
        for line in (self.place, self.email):
            line.clear()
        self.share.setChecked(False)
        self.retranslate()
        self._on_service_changed()

    def show_categories(self, categories: Sequence[ReportCategory]) -> None:
        """Offer the kinds of report that the municipality takes."""
        self._categories, self._trouble = tuple(categories), ""
        self.category.clear()
        for category in self._categories:
            self.category.addItem(one_line(_name(category), 120), category.key)
        self.category.setCurrentIndex(-1)
        self._show_kinds()

    def show_no_categories(self, sentence: str) -> None:
        """Say why there are none."""
        self._trouble = sentence
        self._show_kinds()

    @property
    def begun(self) -> Begun:
        """What stands in it now."""
        return Begun(
            service=self.service.currentData(),
            channel=self.channel.currentData(),
            text=self.field.text,
            at=self.at.dateTime(),
            category=self.category.currentData(),
            place=self.place.text(),
            email=self.email.text(),
            may_share=self.share.isChecked(),
        )

    def go_on_with(self, begun: Begun) -> None:
        """Show again what stood in it when it was left; the kind of report is chosen anew."""
        self.service.setCurrentIndex(max(0, self.service.findData(begun.service)))
        self._on_service_changed()
        self.channel.setCurrentIndex(max(0, self.channel.findData(begun.channel)))
        self._on_channel_changed()
        self.field.show_text(begun.text)
        self.at.setDateTime(begun.at)
        self.place.setText(begun.place)
        self.email.setText(begun.email)
        self.share.setChecked(begun.may_share)

    @property
    def wish(self) -> ForwardWish | None:
        """What the person wants, as far as it is filled in; None while there is nobody to pass it on to."""
        service, channel = self._service, self._channel
        if self._start is None or service is None or channel is None:
            return None
        day, clock = self.at.date(), self.at.time()
        moment = datetime(
            day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=self._start.at.tzinfo
        )
        is_sent = channel is ForwardChannel.SIGNALEN
        return ForwardWish(
            service=service.key,
            channel=channel,
            text=self.field.text.strip(),
            at=moment,
            category=self._category if is_sent else None,
            spot=self._spot,
            email=self.email.text().strip() if is_sent else "",
            may_share=is_sent and self.share.isChecked() and bool(self.email.text().strip()),
        )

    @property
    def lacking(self) -> QWidget | None:
        """The first field that has to be filled in before it can go on."""
        is_sent = self._channel is ForwardChannel.SIGNALEN
        needed = (
            (self.field, bool(self.field.text.strip())),
            (self.category, not is_sent or self._category is not None),
            (self.place, (self._spot is not None) if is_sent or self.place.text().strip() else True),
        )
        return next((field for field, is_filled in needed if not is_filled), None)

    # --- inside -------------------------------------------------------------------------------------------------------

    @property
    def _service(self) -> Service | None:
        row = self.service.currentIndex()
        return self._start.services[row] if self._start is not None and row >= 0 else None

    @property
    def _channel(self) -> ForwardChannel | None:
        said = self.channel.currentData()
        return None if said is None else ForwardChannel(said)

    @property
    def _category(self) -> ReportCategory | None:
        """The kind that is chosen: what somebody typed counts only when it is one of the list."""
        row = self.category.findText(self.category.currentText(), Qt.MatchFlag.MatchFixedString)
        return self._categories[row] if row >= 0 else None

    @property
    def _spot(self) -> Spot | None:
        try:
            return read_spot(self.place.text())
        except ExpectedError:
            return None

    def _lay_out(self) -> None:
        for choice in (self.service, self.channel, self.category):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.category.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.category.model(), self.category)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.category.setLineEdit(self._typed)
        self.category.setCompleter(completer)
        self.at.setCalendarPopup(True)
        self.at.setDisplayFormat("dd-MM-yyyy HH:mm")
        for line in (self.place, self.email):
            line.setMaxLength(FIELD_CHARACTERS)
        self.field.set_tallest(theme.em(self, TEXT_EM))
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows = {
            "service": _under(self.service, self._when),
            "channel": self.channel,
            "at": self.at,
            "place": _under(_beside(self.place, self.map), self._spot_told),
            "category": _under(_beside(self.category, self.again), self._kind_told),
            "email": _under(self.email, self.share),
        }
        buddies = (self.service, self.channel, self.at, self.place, self.category, self.email)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._first)
        column.addWidget(self.field)
        column.addWidget(self._masked)
        column.addLayout(self._form)
        for (name, row), buddy in zip(self._rows.items(), buddies, strict=True):
            self._form.addRow(self._labels[name], row)
            self._labels[name].setBuddy(buddy)
        column.addStretch(1)

    def _connect(self) -> None:
        self.service.activated.connect(self._on_service_changed)
        self.channel.activated.connect(self._on_channel_changed)
        self.place.textChanged.connect(self._show_spot)
        self.category.currentTextChanged.connect(self._show_kinds)
        self.email.textChanged.connect(self._show_share)
        self.again.clicked.connect(self._on_again_clicked)
        self.map.clicked.connect(self._on_map_clicked)

    @Slot()
    def _on_service_changed(self) -> None:
        service = self._service
        self.channel.clear()
        for channel in service.channels if service is not None else ():
            self.channel.addItem(self._way(channel, service), channel.value)
        self._when.setText(service.when if service is not None else "")
        self._on_channel_changed()

    @Slot()
    def _on_channel_changed(self) -> None:
        is_sent = self._channel is ForwardChannel.SIGNALEN
        for name in ("category", "email"):
            self._form.setRowVisible(self._rows[name], is_sent)
        self._labels["place"].setText(
            self.tr("Where on the &map") if is_sent else self.tr("Where on the &map, if you know")
        )
        self._show_kinds()
        self._show_spot()
        self._show_share()
        if is_sent and not self._categories and not self._trouble:
            self.categories_requested.emit()

    @Slot()
    def _on_again_clicked(self) -> None:
        self._trouble = ""
        self._show_kinds()
        self.categories_requested.emit()

    @Slot()
    def _on_map_clicked(self) -> None:
        spot = self._spot
        self.map_requested.emit(MAP if spot is None else link_to(spot))

    @Slot()
    def _show_spot(self) -> None:
        pasted = self.place.text().strip()
        try:
            said = told(read_spot(pasted)) if pasted else ""
        except ExpectedError as error:
            said = error.sentence(self._language)
        hint = self.tr("Paste a link of the map, or the two numbers of the spot.")
        self._spot_told.setText(said or hint)

    @Slot()
    def _show_kinds(self) -> None:
        """Say what belongs to the kind that is chosen, or why there is none to choose."""
        if self._trouble:
            said = self._trouble
        elif not self._categories:
            said = self.tr("The municipality is asked which kinds of report it takes…")
        else:
            category = self._category
            said = category.hint if category is not None else self.tr("Type a word, or choose from the list.")
        self._kind_told.setText(said)
        self._kind_told.setVisible(bool(said))
        self.category.setEnabled(bool(self._categories))
        self.again.setVisible(bool(self._trouble))

    @Slot()
    def _show_share(self) -> None:
        self.share.setEnabled(bool(self.email.text().strip()))

    def _way(self, channel: ForwardChannel, service: Service | None) -> str:
        """Return a way of passing on, in words."""
        if service is None:
            return ""
        pattern, where = {
            ForwardChannel.SIGNALEN: (self.tr("send it from here, to {where}"), service.site),
            ForwardChannel.APP: (self.tr("with {where}"), service.app),
            ForwardChannel.MAIL: (self.tr("by e-mail, to {where}"), service.mail),
            ForwardChannel.PHONE: (self.tr("by phone, {where}"), service.number),
        }[channel]
        return one_line(pattern.format(where=where), 120)

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._labels["service"].setText(self.tr("Serv&ice"))
        self._labels["channel"].setText(self.tr("In which wa&y"))
        self._labels["at"].setText(self.tr("See&n"))
        self._labels["category"].setText(self.tr("&Kind of report"))
        self._labels["email"].setText(self.tr("Your e-mail address, if you &like"))
        self.map.setText(self.tr("Open the ma&p"))
        self.again.setText(self.tr("Ask a&gain"))
        self.share.setText(self.tr("This a&ddress may be passed on"))
        self.field.setAccessibleName(self.tr("The report"))
        self._typed.setPlaceholderText(self.tr("Choose a kind"))
        for widget, name in (
            (self.service, self.tr("Service")),
            (self.channel, self.tr("In which way")),
            (self.at, self.tr("When it was seen")),
            (self.place, self.tr("Where on the map")),
            (self.category, self.tr("Kind of report")),
            (self.email, self.tr("Your e-mail address")),
        ):
            widget.setAccessibleName(name)
        service = self._service
        for row in range(self.channel.count()):
            self.channel.setItemText(row, self._way(ForwardChannel(self.channel.itemData(row)), service))
        self._show_start()
        self._show_kinds()
        self._show_spot()

    def _show_start(self) -> None:
        start = self._start
        masked = ", ".join(one_line(words, 40) for words in start.masked) if start is not None else ""
        names = self.tr("Names from the chat do not go along. Read whether nobody can be known by it.")
        left_out = self.tr("Left out: {words}. Read whether nobody can be known by the rest.").format(words=masked)
        self._masked.setText(left_out if masked else names)
        earlier = " ".join(one.sentence for one in start.earlier) if start is not None else ""
        passed_on = self.tr("Passed on before: {what}").format(what=earlier) if earlier else ""
        self._first.setText("\n".join(filter(None, (start.warning if start is not None else "", passed_on))))
        self._first.setVisible(bool(self._first.text()))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the letters; the panel around it follows the language."""
        if event.type() == QEvent.Type.FontChange:
            self.field.set_tallest(theme.em(self, TEXT_EM))
        super().changeEvent(event)


def _as_shown(at: datetime) -> QDateTime:
    return QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute))


def _name(category: ReportCategory) -> str:
    return f"{category.main}: {category.name}" if category.main else category.name


def _under(*parts: QWidget) -> QWidget:
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)
    return place


def _beside(first: QWidget, *others: QWidget) -> QWidget:
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(first, 1)
    for part in others:
        row.addWidget(part)
    return place
