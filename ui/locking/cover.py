"""Takes everything of the window off the screen and out of reach, and puts it back as it was. GUI thread only."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMainWindow, QMenuBar, QToolTip, QWidget
from shiboken6 import isValid

_PASSING: Final = (Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.SplashScreen)
_IN_THE_TRAY: Final = "QSystemTrayIconSys"  # what Qt draws its icon with on some desktops; it tells nothing


@dataclass(frozen=True, slots=True)
class _SetAside:
    """A window of its own that was open over the program, and how it was."""

    window: QWidget
    parent: QWidget | None
    flags: Qt.WindowType
    is_modal: bool


class Cover:
    """Puts one widget in the place of all others.

    What was on the screen leaves the window altogether: a hidden widget still has a place among what a screen reader
    finds, and its keys still call it. It lives on, so that work goes on behind and nothing that was typed is lost.
    It goes with its window: what has no parent outlives it, and Qt then asks things of what is half gone.
    """

    def __init__(self, window: QMainWindow, menus: QMenuBar, view: QWidget) -> None:
        self._window, self._menus, self._view = window, menus, view
        self._behind = QWidget(window, Qt.WindowType.Window)  # never shown: no screen reader and no key finds it
        view.setParent(self._behind)
        self._content: QWidget | None = None
        self._focus: QWidget | None = None
        self._title = ""
        self._aside: list[_SetAside] = []
        self._asleep: list[QAction] = []

    @property
    def is_on(self) -> bool:
        """Whether only the cover is seen."""
        return self._content is not None

    def put_on(self, title: str) -> None:
        """Show nothing but the cover, under a title that tells nothing."""
        content = self._window.centralWidget()
        if self.is_on or content is None:
            return
        self._focus = self._window.focusWidget()
        self._close_passing()
        self._content = content
        self._window.takeCentralWidget()
        content.hide()  # said aloud: Qt still means to show it where it was put in the window a moment ago
        content.setParent(self._behind)
        self._set_aside(content)
        self._window.setCentralWidget(self._view)
        self._view.show()
        self._close_menus()
        self._window.setAcceptDrops(False)
        self._title = self._window.windowTitle()
        self._window.setWindowTitle(title)
        self._window.repaint()  # now: before the computer sleeps, and before somebody looks

    def take_off(self) -> None:
        """Show everything again, with the focus where it was."""
        content, self._content = self._content, None
        if content is None:
            return
        self._view.hide()
        self._window.takeCentralWidget()  # else the view would be deleted
        self._view.setParent(self._behind)
        self._window.setCentralWidget(content)
        content.show()
        self._open_menus()
        self._window.setAcceptDrops(True)
        self._window.setWindowTitle(self._title)
        self._bring_back()
        if self._focus is not None and isValid(self._focus) and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = None

    # --- other windows ------------------------------------------------------------------------------------------------

    def _others(self) -> list[QWidget]:
        """Return the windows that are open besides the program's own, also those the system draws for Qt."""
        found = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        return [widget for widget in found if widget is not self._window and not widget.inherits(_IN_THE_TRAY)]

    def _close_passing(self) -> None:
        """Close menus, lists of choices and tooltips, and what asks for a file: that waits for its answer."""
        QToolTip.hideText()
        for widget in self._others():
            if isinstance(widget, QFileDialog):
                widget.reject()
            elif widget.windowType() in _PASSING:
                widget.close()

    def _set_aside(self, content: QWidget) -> None:
        """Make every other window a hidden part of what left the screen."""
        for widget in self._others():
            if widget is content or widget.windowType() in _PASSING:
                continue
            is_modal = isinstance(widget, QDialog) and widget.isModal()
            self._aside.append(_SetAside(widget, widget.parentWidget(), widget.windowFlags(), is_modal))
            widget.setParent(content, Qt.WindowType.Widget)

    def _bring_back(self) -> None:
        aside, self._aside = self._aside, []
        for each in aside:
            if not isValid(each.window):
                continue
            each.window.setParent(each.parent, each.flags)
            if each.is_modal and isinstance(each.window, QDialog):
                each.window.open()
            else:
                each.window.show()

    # --- the menus ----------------------------------------------------------------------------------------------------

    def _close_menus(self) -> None:
        """Close the menus, which stand outside the window on macOS, and have no key call what is in them."""
        self._menus.hide()
        self._asleep = [action for action in self._menus.findChildren(QAction) if action.isEnabled()]
        for action in self._asleep:
            action.setEnabled(False)

    def _open_menus(self) -> None:
        asleep, self._asleep = self._asleep, []
        for action in asleep:
            if isValid(action):
                action.setEnabled(True)
        self._menus.show()
