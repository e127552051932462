"""How a person gets an export out of a phone: pictures without words, and the steps in words beside them."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from console.assets import resource
from ui.dialogs.parts import paragraph, subheading

PICTURE_LINES: Final = 11  # height of a picture in lines of text


class Picture(QWidget):
    """A drawing, as large as the letters ask for, in its own proportions."""

    def __init__(self, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = QSvgRenderer(str(resource("icons", file_name)), self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        height = PICTURE_LINES * self.fontMetrics().lineSpacing()
        return QSize(round(height * self._proportion()), height)

    @override
    def heightForWidth(self, width: int) -> int:
        """No higher than the drawing is at this width."""
        return min(self.sizeHint().height(), round(width / self._proportion()))

    def _proportion(self) -> float:
        whole = self._drawing.defaultSize()
        return whole.width() / max(1, whole.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() / 2

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        size = QSize(self._drawing.defaultSize())
        size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._drawing.render(painter, QRectF(0, 0, size.width(), size.height()))
        painter.end()


class ExportHelpView(QWidget):
    """iPhone beside Android, and below it what can stand in the way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phones = (
            (subheading(), Picture("export-iphone.svg"), paragraph()),
            (subheading(), Picture("export-android.svg"), paragraph()),
        )
        self._notes = (paragraph(), paragraph())
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * self.fontMetrics().height())
        for column, (name, picture, steps) in enumerate(self._phones):
            grid.addWidget(name, 0, column)
            grid.addWidget(picture, 1, column)
            grid.addWidget(steps, 2, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height())
        layout.addLayout(grid)
        for note in self._notes:
            layout.addWidget(note)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        steps = (
            (
                self.tr("1. Open the group in WhatsApp and tap its name at the top."),
                self.tr("2. Scroll down and choose Export Chat."),
                self.tr("3. Choose Without Media."),
                self.tr("4. Mail the file to yourself, save it on this computer and drop it here."),
            ),
            (
                self.tr("1. Open the group in WhatsApp and tap the three dots at the top right."),
                self.tr("2. Choose More."),
                self.tr("3. Choose Export chat."),
                self.tr(
                    "4. Choose Without media. Mail the file to yourself, save it on this computer and drop it here."
                ),
            ),
        )
        names = (self.tr("On an iPhone"), self.tr("On an Android phone"))
        pictures = (
            self.tr("Four screens of an iPhone that show the steps below"),
            self.tr("Four screens of an Android phone that show the steps below"),
        )
        for (name, picture, text), own_name, alternative, lines in zip(
            self._phones, names, pictures, steps, strict=True
        ):
            name.setText(own_name)
            picture.setAccessibleName(alternative)
            text.setText("\n".join(lines))
        self._notes[0].setText(
            self.tr(
                "Is Export Chat missing or grey? Then somebody switched on Advanced Chat Privacy: any member can, and "
                "then nobody can export. Ask the group to switch it off, or copy the messages and paste them here."
            )
        )
        self._notes[1].setText(
            self.tr(
                "An export holds about 40,000 messages at most, and about 10,000 with media: what is older is left "
                "out. Export more often and nothing is lost; what you already have is not added twice."
            )
        )
