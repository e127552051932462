"""How taking in ended: a sentence per file, or what went wrong and what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.dialogs.parts import heading, paragraph


class ImportOutcomeView(QWidget):
    """What happened to each file, and the way on.

    Signals:
        week_requested(): look at what needs attention.
        more_requested(): take in something else.
    """

    week_requested = Signal()
    more_requested = Signal()

    def __init__(
        self,
        sentences: tuple[str, ...],
        *,
        is_news: bool = True,
        is_looked_through: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``is_news`` tells whether any of the files was taken in, ``is_looked_through`` whether the judge has work."""
        super().__init__(parent)
        title = heading(self.tr("Done") if is_news else self.tr("Nothing was taken in"))
        self.week = QPushButton(self.tr("To &This week"))
        self.week.clicked.connect(self.week_requested)
        self.more = QPushButton(self.tr("Take in &another export"))
        self.more.clicked.connect(self.more_requested)
        buttons = QHBoxLayout()
        buttons.addWidget(self.week)
        buttons.addWidget(self.more)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(title)
        for sentence in sentences:
            layout.addWidget(paragraph(sentence))
        if is_looked_through:
            looked = self.tr("The messages are looked through now, the newest first.")
            appears = self.tr("What stands out appears by itself under This week.")
            layout.addWidget(paragraph(f"{looked} {appears}"))
        layout.addSpacing(theme.em(self, 0.5))
        layout.addLayout(buttons)
        layout.addStretch()
        self.setFocusProxy(self.week)


class ImportTroubleView(QWidget):
    """One file that could not be taken in: its sentence, and the ways on.

    Signals:
        retry_requested(): try the same file again.
        skipped(): go on without it.
        help_requested(): how do I make an export?
    """

    retry_requested = Signal()
    skipped = Signal()
    help_requested = Signal()

    def __init__(self, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = heading(self.tr("This could not be taken in: {name}").format(name=name))
        self.sentence = paragraph(sentence)
        self.retry = QPushButton(self.tr("&Try again"))
        self.retry.clicked.connect(self.retry_requested)
        self.skip = QPushButton(self.tr("Go &on without it"))
        self.skip.clicked.connect(self.skipped)
        self.help = QPushButton(self.tr("How do I &make an export?"))
        self.help.clicked.connect(self.help_requested)
        buttons = QHBoxLayout()
        for button in (self.retry, self.skip, self.help):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(title)
        layout.addWidget(self.sentence)
        layout.addWidget(paragraph(self.tr("Nothing was changed."), is_muted=True))
        layout.addSpacing(theme.em(self, 0.5))
        layout.addLayout(buttons)
        layout.addStretch()
        self.setFocusProxy(self.skip)
