"""The subjects of the page Instellingen, one leaf each. To add one: write its leaf, and give it a line here.

A leaf is imported when it is first shown, because its desk brings the store along.
"""

from typing import TYPE_CHECKING, Final

from ui.i18n import QT_TRANSLATE_NOOP
from ui.pages.page_leaf import LeafEntry

if TYPE_CHECKING:
    from ui.pages.settings_leaf import SettingsLeaf

CONTEXT: Final = "SettingsLeaves"
COUNTERS: Final = "counters"  # what the page is opened with to show the leaf of that name
LANGUAGES: Final = "languages"  # the same
VAULT: Final = "vault"  # the same
SHEET: Final = "sheet"  # what that leaf is opened with to make a recovery sheet at once
FORGETTING: Final = "forgetting"  # the same
RIGHTS: Final = "rights"  # the same
BACKUPS: Final = "backups"  # the same
LOCK: Final = "lock"  # the same


def _keys() -> "type[SettingsLeaf]":
    from ui.pages.settings_forms import KeysLeaf

    return KeysLeaf


def _summary() -> "type[SettingsLeaf]":
    from ui.pages.settings_forms import SummaryLeaf

    return SummaryLeaf


def _reminders() -> "type[SettingsLeaf]":
    from ui.pages.settings_forms import RemindersLeaf

    return RemindersLeaf


def _counters() -> "type[SettingsLeaf]":
    from ui.pages.settings_forms import CountersLeaf

    return CountersLeaf


def _languages() -> "type[SettingsLeaf]":
    from ui.pages.settings_forms import LanguagesLeaf

    return LanguagesLeaf


def _look() -> "type[SettingsLeaf]":
    from ui.pages.settings_forms import LookLeaf

    return LookLeaf


def _lock() -> "type[SettingsLeaf]":
    from ui.pages.settings_lock import LockLeaf

    return LockLeaf


def _vault() -> "type[SettingsLeaf]":
    from ui.pages.vault_keys import VaultKeysLeaf

    return VaultKeysLeaf


def _backups() -> "type[SettingsLeaf]":
    from ui.pages.backups import BackupsLeaf

    return BackupsLeaf


def _papers() -> "type[SettingsLeaf]":
    from ui.pages.papers import PapersLeaf

    return PapersLeaf


def _forgetting() -> "type[SettingsLeaf]":
    from ui.pages.forgetting import ForgettingLeaf

    return ForgettingLeaf


def _rights() -> "type[SettingsLeaf]":
    from ui.pages.person_rights_leaf import PersonRightsLeaf

    return PersonRightsLeaf


LEAVES: Final[tuple[LeafEntry, ...]] = (
    LeafEntry("keys", CONTEXT, QT_TRANSLATE_NOOP("SettingsLeaves", "Keys of the keyboard"), _keys),
    LeafEntry("look", CONTEXT, QT_TRANSLATE_NOOP("SettingsLeaves", "Letters and colours"), _look),
    LeafEntry("summary", CONTEXT, QT_TRANSLATE_NOOP("SettingsLeaves", "Notifications"), _summary),
    LeafEntry("reminders", CONTEXT, QT_TRANSLATE_NOOP("SettingsLeaves", "Answers owed"), _reminders),
    LeafEntry(COUNTERS, CONTEXT, QT_TRANSLATE_NOOP("SettingsLeaves", "Counters"), _counters),
    LeafEntry(LANGUAGES, CONTEXT, QT_TRANSLATE_NOOP("SettingsLeaves", "Languages of members"), _languages),
    LeafEntry(LOCK, CONTEXT, QT_TRANSLATE_NOOP("SettingsLeaves", "Locking"), _lock),
    LeafEntry(VAULT, CONTEXT, QT_TRANSLATE_NOOP("SettingsLeaves", "Keys of your groups"), _vault),
    LeafEntry(BACKUPS, CONTEXT, QT_TRANSLATE_NOOP("SettingsLeaves", "Backups"), _backups),
    LeafEntry(FORGETTING, CONTEXT, QT_TRANSLATE_NOOP("SettingsLeaves", "Keeping and forgetting"), _forgetting),
    LeafEntry(RIGHTS, CONTEXT, QT_TRANSLATE_NOOP("SettingsLeaves", "Questions about data"), _rights),
    LeafEntry("papers", CONTEXT, QT_TRANSLATE_NOOP("SettingsLeaves", "Papers about privacy"), _papers),
)
