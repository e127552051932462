"""A picture of a page, as wide as there is room. GUI thread only."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui import theme


class PictureView(QWidget):
    """Shows the whole width of a picture, never larger than it is; it is as high as that asks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_image(self, image: QImage) -> None:
        """Show another picture; an empty one shows nothing."""
        self.image = image
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        """A narrow picture is lower."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of the picture at a width."""
        if self.image.isNull():
            return 0
        return round(min(width, self.image.width()) * self.image.height() / self.image.width())

    @override
    def sizeHint(self) -> QSize:
        """Ask for a column of reading."""
        width = theme.em(self, 20)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        width = theme.em(self, 8)
        return QSize(width, self.heightForWidth(width))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it, with an edge: paper is as white as the ground may be."""
        if self.image.isNull():
            return
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        width = min(self.width(), self.image.width())
        drawn = self.image.scaled(
            QSize(round(width * ratio), round(self.heightForWidth(width) * ratio)),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        drawn.setDevicePixelRatio(ratio)
        left = (self.width() - width) // 2
        painter.drawImage(left, 0, drawn)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawRect(left, 0, width - 1, self.heightForWidth(width) - 1)
