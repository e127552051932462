"""The chosen message of the page Berichten: its conversation, why it was flagged, and a correction. GUI thread."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.judgement import Category
from ui import theme, window_state, words
from ui.dialogs.parts import paragraph, subheading
from ui.widgets.conversation import ConversationView
from ui.widgets.reason_panel import ReasonView

if TYPE_CHECKING:
    from console.desk.conversation import Detail


NARROW_EM: Final = 34  # narrower than this, two columns would cut words


class MessageDetailView(QWidget):
    """Conversation at the left, reasons and correction at the right, or under it where room is short.

    *Signals:*
        category_corrected(Category): the person says what the message is about.
    """

    category_corrected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: Detail | None = None
        self._language = "nl"
        self.conversation = ConversationView()
        self.reasons = ReasonView(has_kind=False)  # the choice below it says and corrects that
        self.category = QComboBox()
        self._who = subheading()
        self._notes = paragraph(is_muted=True)
        self._about = paragraph()
        self._about.setBuddy(self.category)
        side = QWidget()
        column = QVBoxLayout(side)
        for widget in (self._who, self.reasons, self._notes, self._about, self.category):
            column.addWidget(widget)
        column.addStretch()
        area = self._area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setWidget(side)
        split = self._split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("message_detail")
        split.setChildrenCollapsible(False)
        split.addWidget(self.conversation)
        split.addWidget(area)
        split.setStretchFactor(0, 1)
        if not window_state.restore_splitter(split):
            self._share()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self._side = side
        self.category.activated.connect(self._on_category_activated)
        self.retranslate()
        self.show_nothing()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the reasons under the conversation where two columns would cut words."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.em(self, NARROW_EM)
        wanted = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if self._split.orientation() != wanted:
            self._split.setOrientation(wanted)
            self._share()

    def show_detail(self, detail: "Detail", language: str) -> None:
        """Show a message; reasons speak ``language``."""
        self._detail, self._language = detail, language
        self.conversation.show_detail(detail)
        self._show_side()

    def show_nothing(self) -> None:
        """No message is chosen."""
        self._detail = None
        self.conversation.show_detail(None)
        self._side.hide()

    def retranslate(self) -> None:
        """Put every word on the screen in the language of now."""
        self._about.setText(self.tr("&About"))
        self._area.setAccessibleName(self.tr("Why this message asks for attention"))
        self.category.setAccessibleName(self.tr("What the message is about"))
        chosen = self.category.currentIndex()
        self.category.clear()
        for category in Category:
            self.category.addItem(words.word(category), category.value)
        self.category.setCurrentIndex(chosen)
        if self._detail is not None:
            self._show_side()

    def _show_side(self) -> None:
        detail = self._detail
        if detail is None:
            return
        line = detail.lines[detail.focus]
        self._side.show()
        self._who.setText(line.author or words.word(line.kind))
        self.reasons.show_judgement(detail.judgement, self._language)
        self._notes.setText("\n".join(self.tr("Note: {text}").format(text=note.text) for note in detail.notes))
        self._notes.setVisible(bool(detail.notes))
        judged = detail.judgement
        self.category.setCurrentIndex(-1 if judged is None else self.category.findData(judged.category.value))
        for widget in (self._about, self.category):
            widget.setVisible(judged is not None)

    def _share(self) -> None:
        self._split.setSizes([theme.em(self, 40), theme.em(self, 22)])

    @Slot(int)
    def _on_category_activated(self, index: int) -> None:
        category = Category(self.category.itemData(index))
        if self._detail is not None and self._detail.judgement and category is not self._detail.judgement.category:
            self.category_corrected.emit(category)
