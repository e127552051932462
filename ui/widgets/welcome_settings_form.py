"""What a group fills in itself for its rules: photos, minutes, links, app and languages. GUI thread only."""

from collections.abc import Hashable
from typing import Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.welcome import Photos, WelcomeSettings
from ui.shortcuts import Command, key_text
from ui.unkept import Unkept
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.language_box import OWN_NAMES
from ui.widgets.number_box import NumberBox
from ui.widgets.puts_away import PutsAway
from ui.widgets.text import PlainLabel

MOST_MINUTES: Final = 240
LINK_CHARACTERS, APP_CHARACTERS = 500, 60


class WelcomeSettingsForm(PutsAway):
    """A field for each; nothing is kept before a person says so. Esc puts it away.

    *Signals:*
        kept(object, object): of this group (as ``show_settings`` has it), these ``WelcomeSettings`` are so from now on.
        closed(): it was put away.
    """

    kept = Signal(object, object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = WelcomeSettings()
        self._about: Hashable = None  # of which group it is
        self._unkept: Unkept[WelcomeSettings] = Unkept()
        self._title, self._intro = PlainLabel(scale=1.15, is_bold=True), PlainLabel(wraps=True, is_muted=True)
        self._labels = tuple(PlainLabel(wraps=True) for _ in range(6))
        self.photos, self.minutes = QComboBox(), NumberBox()
        self.invitation, self.sister_link, self.app = QLineEdit(), QLineEdit(), QLineEdit()
        self.languages = {key: QCheckBox(name) for key, name in OWN_NAMES.items()}
        self.keep, self._close = KeyButton(), KeyButton()
        self.minutes.setRange(0, MOST_MINUTES)
        for field, most in (
            (self.invitation, LINK_CHARACTERS),
            (self.sister_link, LINK_CHARACTERS),
            (self.app, APP_CHARACTERS),
        ):
            field.setMaxLength(most + 1)  # one more, so that the desk can say that it is too long
            field.returnPressed.connect(self.keep_settings)
        self._lay_out()
        self.keep.clicked.connect(self.keep_settings)
        self._close.clicked.connect(self.put_away)
        self._retranslate()
        self.reset()

    def show_settings(self, about: Hashable, settings: WelcomeSettings) -> None:
        """Show what is so now in a group, or what somebody was filling in for it; ``about`` tells which group it is."""
        self._unkept.note(self._about, self._wish(), self._known)
        self._about, self._known = about, settings
        wanted = self._unkept.of(about, settings)
        if wanted != self._wish():
            self._show(wanted)

    def reset(self) -> None:
        """Put back what is so."""
        self._unkept.forget(self._about)
        self._show(self._known)

    def _show(self, known: WelcomeSettings) -> None:
        self.photos.setCurrentIndex(max(0, self.photos.findData(known.photos)))
        self.minutes.setValue(known.minutes or 0)
        for field, text in (
            (self.invitation, known.invitation),
            (self.sister_link, known.sister_link),
            (self.app, known.app),
        ):
            field.setText(text)
            field.setCursorPosition(0)  # a link is known by how it begins
        for key, box in self.languages.items():
            box.setChecked(key in known.languages)

    def done(self) -> None:
        """What stands there was kept."""
        self._known = self._wish()
        self._unkept.forget(self._about)
        self.closed.emit()

    @property
    def is_edited(self) -> bool:
        """Whether something else stands there than is so."""
        return self._wish() != self._known

    @Slot()
    def keep_settings(self) -> None:
        """Say that this is so from now on."""
        self.kept.emit(self._about, self._wish())

    @override
    def can_put_away(self) -> bool:
        return not self.isHidden()

    @Slot()
    @override
    def put_away(self) -> None:
        self.reset()
        self.closed.emit()

    def _wish(self) -> WelcomeSettings:
        return WelcomeSettings(
            photos=Photos(self.photos.currentData() or Photos.NEVER),
            minutes=self.minutes.value() or None,
            invitation=self.invitation.text().strip(),
            sister_link=self.sister_link.text().strip(),
            app=self.app.text().strip(),
            languages=tuple(key for key, box in self.languages.items() if box.isChecked()),
        )

    # --- texts and places ---------------------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and keys."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("What this group fills in"))
        self._intro.setText(self.tr("The rules follow what stands here. Leave a field empty when you do not know it."))
        names = (
            self.tr("Ph&otos of people"),
            self.tr("Longest talk about one &report"),
            self.tr("&Invitation link of this group"),
            self.tr("Link to the sister &group"),
            self.tr("App of the &municipality"),
            self.tr("Languages in this group"),
        )
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        photos = {
            Photos.NEVER: self.tr("never in the group"),
            Photos.IF_NEEDED: self.tr("only if it is really needed"),
            Photos.POLICE_ONLY: self.tr("only for the police"),
        }
        for place, (value, text) in enumerate(photos.items()):
            if self.photos.count() <= place:
                self.photos.addItem(text, value)
            self.photos.setItemText(place, text)
        self.minutes.setSpecialValueText(self.tr("as usual for this kind of group"))
        self.minutes.say(self.tr(" minute"), self.tr(" minutes"))
        self.invitation.setPlaceholderText(self.tr("becomes the code to scan on the flyer"))
        self.sister_link.setPlaceholderText(self.tr("where members may join the other group"))
        self.app.setPlaceholderText(self.tr("as its counters say"))
        for key, box in self.languages.items():
            box.setAccessibleName(self.tr("Language in this group: {language}").format(language=OWN_NAMES[key]))
        self.keep.setText(self.tr("&Keep"))
        self._close.setText(self.tr("C&lose"))
        self._close.set_key(key_text(Command.STOP))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        fields = (self.photos, self.minutes, self.invitation, self.sister_link, self.app)
        for row, field in enumerate(fields):
            grid.addWidget(self._labels[row], row, 0)
            grid.addWidget(field, row, 1)
            self._labels[row].setBuddy(field)
        choices = FlowLayout()
        for box in self.languages.values():
            choices.addWidget(box)
        grid.addWidget(self._labels[-1], len(fields), 0)
        grid.addLayout(choices, len(fields), 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        buttons = FlowLayout()
        for button in (self.keep, self._close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        for widget in (self._title, self._intro):
            column.addWidget(widget)
        column.addLayout(grid)
        column.addLayout(buttons)
        column.addStretch(1)
