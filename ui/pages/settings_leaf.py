"""What every subject of the page Instellingen has. GUI thread only."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.desk.preferences import Settings
from ui.pages.page_leaf import PageLeaf


class SettingsLeaf(PageLeaf):
    """Shows one subject, and what may be changed about it.

    The page calls ``refresh`` when the leaf comes on the screen and its news may be old, ``changed`` while it is on the
    screen, and ``show_wishes`` whenever a person's wishes are other ones.

    *Signals:*
        wishes_changed(object): names and values of ``console.desk.preferences.Settings`` to keep.
        look_chosen(str), language_chosen(str), scale_stepped(int): as of the menu.
        reopen_requested(): open the console again, for its store was exchanged.
        restore_requested(object): close the console and do what this ``RestoreWish`` says.
    """

    wishes_changed = Signal(object)
    look_chosen = Signal(str)
    language_chosen = Signal(str)
    scale_stepped = Signal(int)
    reopen_requested = Signal()
    restore_requested = Signal(object)

    def hold(self, form: QWidget) -> None:
        """Be nothing but a form over the whole leaf."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)

    def show_wishes(self, wishes: Settings) -> None:
        """Show what is in force of a person's wishes."""
