"""Builds a ``Console``. Only the composition roots call it: ``ui.app`` and ``console.cli``. May take seconds; call it
from any thread but the window's, because a keyring may ask for a password.
"""

import getpass
import time
import tomllib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from console import secrets, settings
from console.assets import resource
from console.desk import demo_feedback, demo_joining, demo_welcome
from console.desk.console import Console
from console.desk.forgetting import erasure_list
from console.desk.intake import import_file
from console.desk.practice import PRACTICE_TOOL, PracticeCarrier, set_up_demo
from console.desk.vault import opening
from console.domain.outgoing import SIGNALEN
from console.errors import ExpectedError
from console.jobs import CancelToken, Progress
from console.platforms.signalen import SignalenCarrier
from console.store import crypt, rekey
from console.store.session import Store
from console.texts import DEFAULT_LANGUAGE


def open_console(
    store_path: Path | None = None,
    *,
    key: str | None = None,
    language: str = DEFAULT_LANGUAGE,
    create: bool = True,
    settings_path: Path | None = None,
) -> Console:
    """Open the store (the user's own when no path is given) and return a console over it.

    The key comes from ``key``, else ``BEHEER_KEY``, else the keyring. With ``create``, a first start makes a key, keeps
    it in the keyring and makes the store. Raises ``ExpectedError`` for a missing or wrong key and for everything that
    ``Store.open`` refuses; a store that is there is never replaced, also not when its key is gone.
    """
    found = open_or_ask(store_path, key=key, language=language, create=create, settings_path=settings_path)
    if isinstance(found, opening.NeedsCode):
        raise found.why
    return found


def open_or_ask(
    store_path: Path | None = None,
    *,
    key: str | None = None,
    language: str = DEFAULT_LANGUAGE,
    create: bool = True,
    settings_path: Path | None = None,
) -> Console | opening.NeedsCode:
    """Do as ``open_console``; where the keyring gives no key for a store that is there, return what to ask a person."""
    path = (store_path or settings.default_store_path()).absolute()
    key = key or secrets.key_from_environment()
    if key and create and not path.exists() and opening.has_traces(path):  # it was moved, or its disk is not mounted
        raise ExpectedError("store_missing", path=path)
    store = Store.open(path, key, create=create) if key else _open_with_keyring(path, create, settings_path)
    return store if isinstance(store, opening.NeedsCode) else _console(store, language)


def open_with_code(path: Path, code: str, *, language: str = DEFAULT_LANGUAGE) -> Console:
    """Open a store with the code on its sheet; ``opening.try_to_keep`` its ``known_keys`` after, so it is asked once.

    Raises ``ExpectedError`` as ``opening.open_with_code`` and ``Store.open`` do.
    """
    return _console(_with_keys(path, opening.open_with_code(path, code).keys), language)


def _open_with_keyring(path: Path, create: bool, settings_path: Path | None) -> Store | opening.NeedsCode:
    """Open or make a store with the key that the keyring holds for its path."""
    if not create and not path.exists():
        raise ExpectedError("store_missing", path=path)
    found = opening.find_key(path, settings_path=settings_path)
    if isinstance(found, opening.NeedsCode):
        return found
    if isinstance(found, opening.FirstStart):
        key = found.key or crypt.new_key()
        # The key first, so that a start that is cut short goes on with the key it kept.
        keyring = secrets.save_key(str(path), key, remembered=settings.load(settings_path).settings.keyring)
        store = Store.open(path, key, create=True)
        opening.remember(keyring, settings_path)
        return store
    return _with_keys(path, found.keys)


def _with_keys(path: Path, keys: Sequence[str]) -> Store:
    """Open a store with the first of its keys; the others open older backups."""
    store = Store.open(path, keys[0])
    store.older_keys = tuple(keys[1:])
    if len(keys) > 1:
        rekey.sweep(store)
    return store


def _console(store: Store, language: str) -> Console:
    carriers = {SIGNALEN: SignalenCarrier()}
    console = Console(store=store, now=_now, language=language, actor=_actor(), carriers=carriers)
    try:
        erasure_list.catch_up(console)
    except BaseException:
        store.close()
        raise
    return console


def demo_console(
    language: str = DEFAULT_LANGUAGE, *, progress: Progress | None = None, cancel: CancelToken | None = None
) -> Console:
    """Return a console over a throw-away store that the demo's chats were taken into, by the ordinary import.

    Its messages wait for the judge (``desk.judging``), so that it opens at once; people ask to join its groups already.
    Its clock begins at the end of the chats. What is sent in one of its groups goes nowhere. Raises ``CancelledError``;
    the store is then gone.
    """
    demo = tomllib.loads(resource("demo", "demo.toml").read_text(encoding="utf-8"))
    zone = ZoneInfo(demo["time_zone"])
    now = demo["now"].replace(tzinfo=zone).astimezone(UTC)
    review_from = demo["review_from"].replace(tzinfo=zone)
    store = Store.throwaway()
    console = Console(
        store=store,
        now=_clock_from(now),
        language=language,
        actor=_actor(),
        is_demo=True,
        carriers={PRACTICE_TOOL: PracticeCarrier()},
    )
    try:
        for chat in demo["chats"]:
            import_file(
                console,
                resource("demo", chat["file"]),
                chat["group"],
                chat["profile"],
                review_from=review_from,
                judge=False,
                progress=progress,
                cancel=cancel,
            )
        places = {chat["group"]: chat["municipality"] for chat in demo["chats"] if "municipality" in chat}
        set_up_demo(console, practised=demo["practice_group"], municipalities=places)
        demo_joining.set_up(console, zone)
        demo_feedback.set_up(console, zone)
        demo_welcome.set_up(console, zone)
    except BaseException:
        store.close()
        raise
    return console


def close(console: Console) -> None:
    """Close the store; a throw-away one is removed."""
    console.store.close()


def _clock_from(start: datetime) -> Callable[[], datetime]:
    """Return a clock that shows ``start`` now, and goes on by the second."""
    begun = time.monotonic()
    return lambda: start + timedelta(seconds=int(time.monotonic() - begun))


def _now() -> datetime:
    return datetime.now(UTC)


def _actor() -> str:
    """Return the name of the computer's user, for the journal."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, as in some containers; on Windows no way to ask
        return "?"
