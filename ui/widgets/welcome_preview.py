"""How members read it: as a message, as three, as a picture, on paper. GUI thread only.

Knows no desk, and makes no pictures: ``ui.pages.previewing`` does.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.welcome import MESSAGE_CHARACTERS, Form, Told
from ui import theme
from ui.shortcuts import Command, key_text
from ui.widgets.chat_bubble import ChatBubble
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.picture_view import PictureView
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

TEXTS: Final = (Form.MESSAGE, Form.MESSAGES)
ITEM_CHARACTERS: Final = 80
LEAST_EM: Final = 9  # of the forms with their tabs: some lines are read while the rest of the column scrolls


class _Tabs(QTabWidget):
    """Left and right go from form to form: Ctrl+Tab is for the leaves of the page around it."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """Ask for a few lines: what room there is comes on top of that."""
        return QSize(super().sizeHint().width(), theme.em(self, LEAST_EM))


class WelcomePreview(QWidget):
    """A tab for each form; under it what did not fit, and what can be done with it: ``buttons`` has room for more.

    *Signals:*
        form_chosen(object): this ``Form`` is on the screen now.
        copied(), saved(), posted(): the button of that name; it is about the form on the screen.
    """

    form_chosen = Signal(object)
    copied = Signal()
    saved = Signal()
    posted = Signal()

    def __init__(self, forms: tuple[Form, ...] = tuple(Form), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.forms = forms
        self.tabs = _Tabs()
        self.count, self.problem = PlainLabel(is_muted=True, wraps=True), PlainLabel(wraps=True)
        self.post, self.copy, self.save = KeyButton(), KeyButton(), KeyButton()
        self.buttons = FlowLayout()
        self._told: dict[Form, Told] = {}
        self._left_out: dict[Form, tuple[str, ...]] = {}
        self._unknown: dict[Form, str] = {}
        self._hints: dict[Form, str] = {}
        self._is_awaited: set[Form] = set()
        self._areas = {form: self._add_tab(form) for form in forms}
        self._lay_out()
        self.tabs.currentChanged.connect(self._on_tabs_current_changed)
        for button, signal in ((self.post, self.posted), (self.copy, self.copied), (self.save, self.saved)):
            button.clicked.connect(signal)
        self._retranslate()

    # --- what a page calls --------------------------------------------------------------------------------------------

    @property
    def form(self) -> Form:
        """The form on the screen."""
        return self.forms[self.tabs.currentIndex()]

    def choose(self, form: Form) -> None:
        """Put a form on the screen."""
        self.tabs.setCurrentIndex(self.forms.index(form))

    @property
    def messages(self) -> tuple[str, ...]:
        """The messages of the form on the screen; none of a picture."""
        told = self._told.get(self.form)
        return told.messages if told is not None else ()

    @property
    def image(self) -> QImage:
        """The picture on the screen; a null one while there is none, and while one with newer words is being made."""
        view = self._areas[self.form].widget()
        if not isinstance(view, PictureView) or self.form in self._is_awaited:
            return QImage()
        return view.image

    def show_told(self, told: Mapping[Form, Told], direction: str = "ltr") -> None:
        """Show the texts of the forms that are texts; ``direction`` is "ltr" or "rtl"."""
        for form in self.forms:
            if form in told and told[form] != self._told.get(form):
                self._told[form], self._left_out[form] = told[form], told[form].left_out
                self._show_messages(form, told[form].messages, direction)
        self._say()

    def await_picture(self, form: Form) -> None:
        """Say that another picture of this form is being made; the one of before stays until then."""
        self._is_awaited.add(form)
        self._say()

    def show_picture(self, form: Form, image: QImage, left_out: tuple[str, ...] = (), unknown: str = "") -> None:
        """Show the picture of a form, and say what did not fit and which signs it cannot show."""
        self._is_awaited.discard(form)
        self._left_out[form], self._unknown[form] = left_out, unknown
        view = self._areas[form].widget()
        if isinstance(view, PictureView):
            view.show_image(image)
        self._say()

    def show_hint(self, form: Form, hint: str) -> None:
        """Say something about a form while it is on the screen; "" for nothing."""
        self._hints[form] = hint
        self._say()

    def clear(self) -> None:
        """Show nothing."""
        for kept in (self._told, self._left_out, self._unknown, self._hints, self._is_awaited):
            kept.clear()
        for form, area in self._areas.items():
            view = area.widget()
            if isinstance(view, PictureView):
                view.show_image(QImage())
            else:
                self._show_messages(form, (), "ltr")
        self._say()

    # --- texts and places ---------------------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and keys."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        names = {
            Form.MESSAGE: self.tr("Message"),
            Form.MESSAGES: self.tr("3 messages"),
            Form.CARD: self.tr("Picture"),
            Form.SHEET: self.tr("A4"),
            Form.FLYER: self.tr("Flyer"),
        }
        self.tabs.setAccessibleName(self.tr("How members read it"))
        self.tabs.tabBar().setAccessibleName(self.tr("How members read it"))
        for place, form in enumerate(self.forms):
            self.tabs.setTabText(place, names[form])
            self._areas[form].setAccessibleName(self.tr("Preview: {form}").format(form=names[form]))
        for button, text, command in (
            (self.post, self.tr("Make rea&dy for the group"), Command.GROUP),
            (self.copy, self.tr("&Copy"), Command.COPY),
            (self.save, self.tr("&Save as…"), Command.EXPORT),
        ):
            button.setText(text)
            button.set_key(key_text(command))
        self._say()

    def _say(self) -> None:
        """Say how long the form on the screen is, and what does not fit."""
        form, messages = self.form, self.messages
        is_text = form in TEXTS
        if is_text and messages:
            longest = max(map(_characters, messages))
            said = self.tr("%Ln character(s); a message stays under {most}.", "", longest)
            self.count.setText(said.format(most=MESSAGE_CHARACTERS))
        else:
            self.count.setText(self.tr("The picture is being made.") if form in self._is_awaited else "")
        self.count.setVisible(bool(self.count.text()))
        problems = [hint] if (hint := self._hints.get(form, "")) else []
        if left_out := self._left_out.get(form, ()):
            said = self.tr("%Ln rule(s) did not fit:", "", len(left_out))
            named = " ".join(isolated(one_line(item, ITEM_CHARACTERS)) for item in left_out)
            problems.append(f"{said} {named}")
        if unknown := self._unknown.get(form, ""):
            problems.append(self.tr("On paper these signs cannot be shown: {signs}").format(signs=one_line(unknown)))
        self.problem.setText(Shown("\n".join(problems)))
        self.problem.setVisible(bool(problems))
        self.post.setVisible(is_text)
        has_any = bool(messages) or not self.image.isNull()
        for button in (self.post, self.copy):
            button.setEnabled(has_any)
        self.save.setEnabled(has_any or form in self._is_awaited)  # a file is made of the newest words anyway

    def _show_messages(self, form: Form, messages: tuple[str, ...], direction: str) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        for message in messages:
            column.addWidget(ChatBubble(message, direction))
        column.addStretch(1)
        area = self._areas[form]
        place = area.verticalScrollBar().value()
        area.setWidget(holder)
        holder.setAutoFillBackground(False)
        area.verticalScrollBar().setValue(place)

    def _add_tab(self, form: Form) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys scroll it
        area.viewport().setAutoFillBackground(False)
        area.setWidget(QWidget() if form in TEXTS else PictureView())
        self.tabs.addTab(area, "")
        return area

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        for button in (self.post, self.copy, self.save):
            self.buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs, 1)
        for label in (self.count, self.problem):
            column.addWidget(label)
        column.addLayout(self.buttons)

    @Slot(int)
    def _on_tabs_current_changed(self, _place: int) -> None:
        self._say()
        self.form_chosen.emit(self.form)


def _characters(text: str) -> int:
    """Return how many characters a phone counts: an emoji is two."""
    return len(text) + sum(sign > "\uffff" for sign in text)
