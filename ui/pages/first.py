"""The empty console: one question, the other ways in, and how an export is made. GUI thread only."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.dialogs.start_view import StartView
from ui.jobs import Jobs
from ui.pages.page import Page
from ui.shortcuts import KeyMap
from ui.widgets.text import PlainLabel


class FirstView(Page):
    """Shown while there is no group, and from the menu when somebody asks how an export is made."""

    key = "first"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        is_demo = jobs.console is not None and jobs.console.is_demo
        self.start = StartView(has_demo=not is_demo)
        layout = QVBoxLayout(self)
        layout.addWidget(self.start, 1)
        self._no_chat = PlainLabel(wraps=True, is_muted=True)
        self._no_chat.setIndent(theme.em(self, 0.7))  # below the lines of the page above it
        layout.addWidget(self._no_chat)
        self.start.choose_requested.connect(self.file_choice_requested)
        self.start.paste_requested.connect(self.paste_requested)
        self.start.demo_requested.connect(self.demo_requested)
        self.setFocusProxy(self.start)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._no_chat.setText(self.tr("No chat yet? Then make a new group on the page Groups."))
