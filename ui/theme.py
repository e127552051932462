"""Light and dark, the size of the letters, and sizes in em. GUI thread only.

The style is Fusion on every system: its palette is wholly ours, so that the contrast a test computes is the contrast
a person gets; the native styles of Windows and macOS paint over parts of a palette.
"""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QListWidget, QRadioButton, QStyleFactory, QWidget

SMALLEST_POINTS: Final = 10.0  # some systems say 9 or less, which is small for a page of reading
SCALES: Final = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


class Look(StrEnum):
    """Which colours a person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colors:
    """What is painted in which colour; ``..._ground`` lies under the text of the same name."""

    window: str
    base: str
    row: str  # every second row of a table
    text: str
    muted: str
    border: str
    button: str
    accent: str
    on_accent: str
    chosen: str  # ground of the chosen row
    bubble: str
    focus_bubble: str
    mark: str
    mark_ground: str
    now: str
    now_ground: str
    today: str
    today_ground: str
    later: str
    later_ground: str
    trouble: str
    trouble_ground: str
    info: str
    info_ground: str


LIGHT: Final = Colors(
    window="#f3f4f6",
    base="#ffffff",
    row="#f8f9fb",
    text="#1b1f24",
    muted="#566070",
    border="#c3c9d2",
    button="#fbfbfc",
    accent="#1f5fa8",
    on_accent="#ffffff",
    chosen="#dbe8f7",
    bubble="#ffffff",
    focus_bubble="#eef5fd",
    mark="#3a2a00",
    mark_ground="#ffe59a",
    now="#8a2b06",
    now_ground="#fde6dc",
    today="#664600",
    today_ground="#fbefcf",
    later="#34506b",
    later_ground="#e4ecf4",
    trouble="#6f2205",
    trouble_ground="#fdeee7",
    info="#173f2b",
    info_ground="#e3f3ea",
)

DARK: Final = Colors(
    window="#1d2024",
    base="#25292e",
    row="#2a2f35",
    text="#e8eaed",
    muted="#a9b2bd",
    border="#4a515a",
    button="#30353b",
    accent="#8ab8f2",
    on_accent="#0c1c30",
    chosen="#2d4058",
    bubble="#2b3036",
    focus_bubble="#2a3644",
    mark="#fff2c9",
    mark_ground="#5e4b0e",
    now="#ffb99f",
    now_ground="#4a2618",
    today="#f2d28d",
    today_ground="#413410",
    later="#b9d0e8",
    later_ground="#26384a",
    trouble="#ffc4ac",
    trouble_ground="#43261a",
    info="#b5e3c8",
    info_ground="#1d3628",
)

PAIRS: Final = (  # every text colour with every ground it is painted on; a test asks 4.5:1 of each
    *((name, ground) for name in ("text", "muted") for ground in ("window", "base", "row", "bubble", "focus_bubble")),
    *((name, "chosen") for name in ("text", "muted")),
    ("text", "button"),
    ("muted", "button"),
    ("on_accent", "accent"),
    ("accent", "window"),
    ("accent", "base"),
    ("accent", "bubble"),
    ("accent", "focus_bubble"),
    *((name, f"{name}_ground") for name in ("mark", "now", "today", "later", "trouble", "info")),
)

_current = LIGHT


def colors() -> Colors:
    """Return the colours that are on the screen now."""
    return _current


def is_dark() -> bool:
    """Whether the dark colours are on the screen."""
    return _current is DARK


def color(name: str) -> QColor:
    """Return one colour of the current look."""
    return QColor(getattr(_current, name))


def em(widget: QWidget | QFontMetrics, count: float) -> int:
    """Return a length in pixels, counted in heights of the widget's letters."""
    metrics = widget.fontMetrics() if isinstance(widget, QWidget) else widget
    return round(metrics.height() * count)


def palette(look: Colors) -> QPalette:
    """Return the Qt palette of a look."""
    role = QPalette.ColorRole
    made = QPalette()
    for target, value in (
        (role.Window, look.window),
        (role.WindowText, look.text),
        (role.Base, look.base),
        (role.AlternateBase, look.row),
        (role.Text, look.text),
        (role.PlaceholderText, look.muted),
        (role.Button, look.button),
        (role.ButtonText, look.text),
        (role.BrightText, look.on_accent),
        (role.Highlight, look.accent),
        (role.HighlightedText, look.on_accent),
        (role.Link, look.accent),
        (role.LinkVisited, look.accent),
        (role.ToolTipBase, look.base),
        (role.ToolTipText, look.text),
        (role.Accent, look.accent),
        (role.Mid, look.border),
    ):
        made.setColor(target, QColor(value))
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, QColor(look.muted))
    return made


def contrast(one: str, other: str) -> float:
    """Return the contrast between two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(name: str) -> float:
    color = QColor(name)
    shares = (value / 255 for value in (color.red(), color.green(), color.blue()))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def names() -> tuple[str, ...]:
    """Return the names of all colours."""
    return tuple(field.name for field in fields(Colors))


class ThemeKeeper(QObject):
    """Applies the chosen look and letter size to the program and follows the system while nobody chose.

    *Signals:*
        changed(): colours or letter size are different now.
    """

    changed = Signal()

    def __init__(self, app: QApplication, look: Look = Look.SYSTEM, scale: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self._points = max(app.font().pointSizeF(), SMALLEST_POINTS)
        self.look, self.scale = look, _nearest(scale)
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._on_hints_color_scheme_changed)
        self.show()

    def choose(self, look: Look) -> None:
        """Take a look, or follow the system again."""
        self.look = look
        self.show()

    def set_scale(self, scale: float) -> None:
        """Take the letter size nearest to this multiple of the system's."""
        self.scale = _nearest(scale)
        self.show()

    def step_scale(self, steps: int) -> None:
        """Go to the next larger (1) or smaller (-1) letter size, up to 200%."""
        index = SCALES.index(self.scale) + steps
        self.set_scale(SCALES[max(0, min(index, len(SCALES) - 1))])

    def show(self) -> None:
        """Put the colours and the letter size on the screen."""
        global _current  # noqa: PLW0603  # what is on the screen is one thing for the whole program
        hints = self._app.styleHints()
        if self.look == Look.SYSTEM:
            hints.unsetColorScheme()
            dark = hints.colorScheme() == Qt.ColorScheme.Dark
        else:
            dark = self.look == Look.DARK
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        _current = DARK if dark else LIGHT
        colors = palette(_current)
        self._app.setPalette(colors)
        # Fusion draws the edge of a choice, in a list too, in a darker shade of the window: in the dark nobody sees it.
        colors.setColor(QPalette.ColorRole.Window, QColor(_current.muted))
        for choice in (QRadioButton, QCheckBox, QListWidget):
            self._app.setPalette(colors, choice.__name__)  # type: ignore[arg-type]  # the stubs say bytes, it takes a str
        font = QFont(self._app.font())
        font.setPointSizeF(self._points * self.scale)
        self._app.setFont(font)
        for widget in self._app.allWidgets():  # Qt says nothing to a widget with letters or colours of its own
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.ThemeChange))
        self.changed.emit()

    @Slot(Qt.ColorScheme)
    def _on_hints_color_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        if self.look == Look.SYSTEM and (scheme == Qt.ColorScheme.Dark) != is_dark():
            self.show()


def _nearest(scale: float) -> float:
    return min(SCALES, key=lambda known: abs(known - scale))
