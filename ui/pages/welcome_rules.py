"""The leaf Afspraken: the rules that members of a group read, and how they look. GUI thread only."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.jobs import Jobs
from ui.pages.previewing import Previewing
from ui.pages.welcome_leaf import WelcomeLeaf
from ui.shortcuts import KeyMap
from ui.widgets.welcome_preview import WelcomePreview


class HouseRulesLeaf(WelcomeLeaf):
    """The rules at the left, how members read them at the right."""

    key = "rules"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.preview = WelcomePreview()
        self.previewing = Previewing(jobs, keys, self.preview, self)
        self.previewing.told.connect(self.told)
        self.previewing.warned.connect(self.warned)
        body = QHBoxLayout(self)
        body.addWidget(self.preview)
        self.setFocusProxy(self.preview.tabs)
