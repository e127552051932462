"""The empty console: one question, the other ways in, and how an export is made. GUI thread only."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.dialogs.start_view import StartView
from ui.jobs import Jobs
from ui.pages.page import Page
from ui.shortcuts import KeyMap


class FirstView(Page):
    """Shown while there is no group, and from the menu when somebody asks how an export is made."""

    key = "first"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        is_demo = jobs.console is not None and jobs.console.is_demo
        self.start = StartView(has_demo=not is_demo)
        layout = QVBoxLayout(self)
        layout.addWidget(self.start)
        self.start.choose_requested.connect(self.file_choice_requested)
        self.start.paste_requested.connect(self.paste_requested)
        self.start.demo_requested.connect(self.demo_requested)
        self.setFocusProxy(self.start)
