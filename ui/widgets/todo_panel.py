"""One thing to do on the phone: what, where, the text, how, and the buttons. GUI thread only."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.outgoing import Action, Todo, TodoState
from ui import words
from ui.models.todos import TO_DO
from ui.outgoing import what_goes_out
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import PlainLabel, Shown, isolated

_SHOWS_IN_AN_EXPORT: Final = frozenset({Action.DELETE, Action.REMOVE, Action.GROUP, Action.OTHER_GROUP, Action.ADMIT})


class TodoPanel(QWidget):
    """What is to be done, in the order in which a person does it.

    *Signals:*
        open_requested(), copy_requested(), done_requested(), drop_requested(): the button of that name was pressed;
        done is "put back" for what was done already.
    """

    open_requested = Signal()
    copy_requested = Signal()
    done_requested = Signal()
    drop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._todo: Todo | None = None
        self._what = PlainLabel(wraps=True, scale=1.4, is_bold=True)
        self._where = PlainLabel(wraps=True, is_muted=True)
        self._state = PlainLabel(wraps=True, is_bold=True)
        self._about_title, self._text_title = PlainLabel(is_muted=True), PlainLabel(is_muted=True)
        self._about = PlainLabel(wraps=True, can_select=True)
        self.text = PlainLabel(wraps=True, can_select=True)
        self._about_frame, self._text_frame = _framed(self._about), _framed(self.text)
        self._how = PlainLabel(wraps=True)
        self._closes = PlainLabel(wraps=True, is_muted=True)
        self.open, self.copy, self.done, self.drop = self.buttons = tuple(KeyButton() for _ in range(4))
        self._lay_out()
        self.open.clicked.connect(self.open_requested)
        self.copy.clicked.connect(self.copy_requested)
        self.done.clicked.connect(self.done_requested)
        self.drop.clicked.connect(self.drop_requested)

    def show_todo(self, todo: Todo | None) -> None:
        """Show a to-do; None shows nothing."""
        self._todo = todo
        self.retranslate()

    def retranslate(self) -> None:
        """Put it in the language on the screen."""
        todo = self._todo
        self.setVisible(todo is not None)
        if todo is None:
            return
        is_to_do = todo.state in TO_DO
        self._what.setText(what_goes_out(todo.action, todo.recipient))
        where = self.tr("{group} · decided {moment}")
        self._where.setText(Shown(where.format(group=isolated(todo.group), moment=words.moment(todo.created_at))))
        self._show(self._state, self._where_it_stands(todo))
        is_about_joining = todo.action in (Action.ADMIT, Action.REFUSE)
        about = self.tr("About this request") if is_about_joining else self.tr("About this message")
        self._about_title.setText(about)
        self._text_title.setText(self.tr("Your text"))
        for title, label, frame, text in (
            (self._about_title, self._about, self._about_frame, todo.about),
            (self._text_title, self.text, self._text_frame, todo.text),
        ):
            title.setVisible(bool(text))
            frame.setVisible(bool(text))
            label.setText(text or "")
        self._show(self._how, self._how_to(todo) if is_to_do else "")
        self._show(self._closes, self._what_closes(todo) if is_to_do else "")
        self._name_buttons(todo, is_to_do=is_to_do)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setAutoFillBackground(False)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        for label in (self._what, self._where, self._state, self._about_title):
            column.addWidget(label)
        column.addWidget(self._about_frame)
        column.addWidget(self._text_title)
        column.addWidget(self._text_frame)
        column.addWidget(self._how)
        column.addWidget(self._closes)
        scroll = Scrolled()
        scroll.hold(content)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = FlowLayout()
        for button in self.buttons:
            row.addWidget(button)
        whole = QVBoxLayout(self)
        whole.addWidget(scroll)
        whole.addLayout(row)
        whole.addStretch(1)

    def _name_buttons(self, todo: Todo, *, is_to_do: bool) -> None:
        self.open.setText(self.tr("Open in WhatsApp"))
        self.copy.setText(self.tr("Copy the text"))
        self.done.setText(self.tr("Done") if is_to_do else self.tr("Not done yet"))
        self.drop.setText(self.tr("Not needed"))
        for button, command, is_there in (
            (self.open, Command.OPEN_CHAT, is_to_do and todo.phone is not None and todo.text is not None),
            (self.copy, Command.COPY, is_to_do and todo.text is not None),
            (self.done, Command.HANDLED, True),
            (self.drop, Command.DROP, is_to_do),
        ):
            button.set_key(key_text(command))
            button.setVisible(is_there)

    def _show(self, label: PlainLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _where_it_stands(self, todo: Todo) -> str:
        if todo.state is TodoState.NOT_SEEN and todo.done_at is not None:
            return self._not_seen(todo.action).format(moment=words.moment(todo.done_at))
        if todo.state is TodoState.DONE and todo.done_at is not None:
            return self.tr("You said {moment} that this is done.").format(moment=words.moment(todo.done_at))
        if todo.handed_at is not None:
            return self.tr("You opened or copied the text {moment}.").format(moment=words.moment(todo.handed_at))
        return ""

    def _not_seen(self, action: Action) -> str:
        if action is Action.DELETE:
            return self.tr(
                "Not seen yet. You said {moment} that this is done. The message is still there in a later export."
            )
        if action is Action.REMOVE:
            return self.tr(
                "Not seen yet. You said {moment} that this is done. A later export does not show this member leaving."
            )
        if action is Action.ADMIT:
            return self.tr(
                "Not seen yet. You said {moment} that this is done. A later export does not show this person joining."
            )
        return self.tr("Not seen yet. You said {moment} that this is done. The text is not there in a later export.")

    def _how_to(self, todo: Todo) -> str:
        in_group = self.tr(
            "Copy the text and paste it in WhatsApp on this computer. Or type it over in the group on your phone."
        )
        in_the_app = {
            Action.DELETE: self.tr("Open the group on your phone. Hold the message down. Choose: delete for everyone."),
            Action.REMOVE: self.tr("Open the group on your phone. Go to the list of members. Take this member out."),
            Action.ADMIT: self.tr(
                "Open the group on your phone. Look at who asks to join. Admit this person, or add the number."
            ),
            Action.REFUSE: self.tr("Open the group on your phone. Look at who asks to join. Decline this person."),
            Action.FORWARD: self.tr(
                "Pass it on as you chose: with the app or the site, by mail or by phone. Copy the text for that."
            ),
            Action.GROUP: in_group,
            Action.OTHER_GROUP: in_group,
        }
        return in_the_app.get(todo.action) or self._how_to_send(todo)

    def _how_to_send(self, todo: Todo) -> str:
        if todo.phone is not None:
            return self.tr("WhatsApp opens with the text filled in. You press send there yourself.")
        if todo.action is Action.OFFICER:
            return self.tr("Copy the text. Send it to the community officer as you always do.")
        return self.tr(
            "The number is not known here. Copy the text and paste it in a chat with this person. "
            "Or type it over on your phone."
        )

    def _what_closes(self, todo: Todo) -> str:
        if todo.action in _SHOWS_IN_AN_EXPORT:
            return self.tr("Does the next export show that it happened? Then this leaves the list by itself.")
        return self.tr("No export shows this. Say it here when you have done it.")


def _framed(label: PlainLabel) -> QFrame:
    """Return a label on paper, as a quotation."""
    frame = QFrame()
    frame.setAutoFillBackground(True)
    frame.setBackgroundRole(QPalette.ColorRole.Base)
    frame.setFrameShape(QFrame.Shape.StyledPanel)
    column = QVBoxLayout(frame)
    column.addWidget(label)
    return frame
