"""A part that asks for no more height than it needs, and scrolls when there is less. GUI thread only."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from ui import theme


class Scrolled(QScrollArea):
    """As high as what it holds, up to a ``share`` of the column that it stands in; as wide as that needs.

    The column is the given one, so that what stands above keeps its room.
    """

    def __init__(self, share: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = share
        self._column: QWidget | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.viewport().setAutoFillBackground(False)

    def hold(self, content: QWidget) -> None:
        """Show this; what was held before goes."""
        content.installEventFilter(self)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.show()
        self.updateGeometry()

    def stand_in(self, column: QWidget) -> None:
        """Measure the share by the height of this widget."""
        self._column = column

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear that the content asks for another height."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @override
    def sizeHint(self) -> QSize:
        """Return the height of the content at this width."""
        content = self.widget()
        if content is None:
            return super().sizeHint()
        width = self.viewport().width()  # without the scroll bar, while there is one: the text then asks for more
        height = content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()
        column = self._column or self.parentWidget()
        room = round(column.height() * self._share) if column is not None else height
        return QSize(self.minimumSizeHint().width(), min(height, room))

    @override
    def minimumSizeHint(self) -> QSize:
        """At least two lines, and no word cut off."""
        content = self.widget()
        width = content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width() if content else 0
        return QSize(width, theme.em(self, 2.5))


def scrolling(content: QWidget) -> QScrollArea:
    """Return an area as large as there is room for, in which a part scrolls up and down where it needs more."""
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area
