"""The menu bar: one action per wish, with its keys. GUI thread only."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.i18n import LANGUAGES
from ui.key_rules import KEYS_OF_PAGES
from ui.pages import ENTRIES, Entry
from ui.shortcuts import Command, KeyMap
from ui.theme import Look

ON_PAGES: Final = frozenset({Command.UNDO, Command.REDO})
"""Their letters are the pages' own (``Page.undoes_by_letter``)."""


class MenuBar(QMenuBar):
    """Everything that can be asked for from anywhere in the window.

    *Signals:*
        page_chosen(str): show the page with this key.
        look_chosen(str), language_chosen(str), scale_stepped(int): 0 steps is the normal size.
        file_choice_requested(), paste_requested(), folder_choice_requested(), demo_requested(), lock_requested(),
        quit_requested(), undo_requested(), redo_requested(), keys_requested(), export_help_requested(): the entry
            of that name was chosen.
    """

    page_chosen = Signal(str)
    look_chosen = Signal(str)
    language_chosen = Signal(str)
    scale_stepped = Signal(int)
    file_choice_requested = Signal()
    paste_requested = Signal()
    folder_choice_requested = Signal()
    demo_requested = Signal()
    lock_requested = Signal()
    quit_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    keys_requested = Signal()
    export_help_requested = Signal()

    def __init__(self, keys: KeyMap, parent: QWidget) -> None:
        super().__init__(parent)
        self._key_map = keys
        self._file, self._edit, self._view, self._help = (self.addMenu("") for _ in range(4))
        self._open = self._file.addAction("")
        self._paste = self._file.addAction("")
        self._folder = self._file.addAction("")
        self._demo = self._file.addAction("")
        self._file.addSeparator()
        self._lock = self._file.addAction("")
        self._quit = self._file.addAction("")
        self._undo, self._redo = (self._edit.addAction("") for _ in range(2))
        self._pages = self._add_pages()
        self._view.addSeparator()
        self._look_menu, self._looks = self._add_choices(tuple(Look))
        self._larger, self._smaller, self._normal = (self._view.addAction("") for _ in range(3))
        self._language_menu, self._languages = self._add_choices(LANGUAGES)
        self._keys = self._help.addAction("")
        self._export = self._help.addAction("")
        self._give_keys(keys, parent)
        self._connect()
        self.retranslate()

    def show_choices(self, look: Look, language: str) -> None:
        """Tick what is in force."""
        for action in (*self._looks, *self._languages):
            action.setChecked(action.data() in (look.value, language))

    def retranslate(self) -> None:
        """Put every entry in the language on the screen."""
        for menu, text in (
            (self._file, self.tr("&File")),
            (self._edit, self.tr("&Edit")),
            (self._view, self.tr("&View")),
            (self._help, self.tr("&Help")),
            (self._look_menu, self.tr("&Colours")),
            (self._language_menu, self.tr("L&anguage")),
        ):
            menu.setTitle(text)
        for action, text in (
            (self._open, self.tr("&Take in an export…")),
            (self._paste, self.tr("&Paste from WhatsApp…")),
            (self._folder, self.tr("&Watch a folder…")),
            (self._demo, self.tr("Open the &demo")),
            (self._lock, self.tr("&Lock")),
            (self._quit, self.tr("&Quit")),
            (self._undo, self.tr("&Undo")),
            (self._redo, self.tr("&Redo")),
            (self._larger, self.tr("&Larger letters")),
            (self._smaller, self.tr("&Smaller letters")),
            (self._normal, self.tr("&Normal size")),
            (self._keys, self.tr("&Keys")),
            (self._export, self.tr("How do I make an &export?")),
            *zip(self._looks, (self.tr("&As the system"), self.tr("&Light"), self.tr("&Dark")), strict=True),
            *zip(self._languages, ("&Nederlands", "&English"), strict=True),
            *((action, entry.name()) for action, entry in self._pages),
        ):
            action.setText(text + self._key_map.caption(action))

    def _add_pages(self) -> list[tuple[QAction, Entry]]:
        made = []
        group = QActionGroup(self)
        listed = (entry for entry in ENTRIES if entry.is_listed)
        for keys, entry in zip(KEYS_OF_PAGES, listed, strict=True):
            action = self._view.addAction("")
            action.setShortcut(keys)
            action.setData(entry.key)
            group.addAction(action)
            made.append((action, entry))
        group.triggered.connect(self._on_page_triggered)
        return made

    def _add_choices(self, values: tuple[str, ...]) -> tuple[QMenu, list[QAction]]:
        menu = self._view.addMenu("")
        group = QActionGroup(self)
        actions = []
        for value in values:
            action = menu.addAction("")
            action.setData(str(value))
            action.setCheckable(True)
            group.addAction(action)
            actions.append(action)
        group.triggered.connect(self._on_choice_triggered)
        return menu, actions

    def _give_keys(self, keys: KeyMap, window: QWidget) -> None:
        for action, command in (
            (self._open, Command.IMPORT),
            (self._paste, Command.PASTE),
            (self._lock, Command.LOCK),
            (self._quit, Command.QUIT),
            (self._undo, Command.UNDO),
            (self._redo, Command.REDO),
            (self._larger, Command.LARGER),
            (self._smaller, Command.SMALLER),
            (self._normal, Command.NORMAL_SIZE),
            (self._keys, Command.KEYS),
        ):
            keys.give(action, command, window, has_letters=command not in ON_PAGES)

    def _connect(self) -> None:
        self._open.triggered.connect(self.file_choice_requested)
        self._paste.triggered.connect(self.paste_requested)
        self._folder.triggered.connect(self.folder_choice_requested)
        self._demo.triggered.connect(self.demo_requested)
        self._lock.triggered.connect(self.lock_requested)
        self._quit.triggered.connect(self.quit_requested)
        self._undo.triggered.connect(self.undo_requested)
        self._redo.triggered.connect(self.redo_requested)
        self._larger.triggered.connect(self._on_larger_triggered)
        self._smaller.triggered.connect(self._on_smaller_triggered)
        self._normal.triggered.connect(self._on_normal_triggered)
        self._keys.triggered.connect(self.keys_requested)
        self._export.triggered.connect(self.export_help_requested)

    @Slot(QAction)
    def _on_page_triggered(self, action: QAction) -> None:
        self.page_chosen.emit(action.data())

    @Slot(QAction)
    def _on_choice_triggered(self, action: QAction) -> None:
        chosen = self.look_chosen if action in self._looks else self.language_chosen
        chosen.emit(action.data())

    @Slot()
    def _on_larger_triggered(self) -> None:
        self.scale_stepped.emit(1)

    @Slot()
    def _on_smaller_triggered(self) -> None:
        self.scale_stepped.emit(-1)

    @Slot()
    def _on_normal_triggered(self) -> None:
        self.scale_stepped.emit(0)
