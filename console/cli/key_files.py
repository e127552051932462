"""Keys in files, for who runs ``beheer`` without a keyring: ``FILE`` holds the one in use and nothing else.

``FILE.old`` holds the one from before and ``FILE.old.1`` and so on those before that: they open older backups. While
the store gets another key, that stands in ``FILE.new``.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import count, takewhile
from pathlib import Path

from console.errors import ExpectedError
from console.secrets import key_from_file, write_key_file
from console.store.rekey import which_opens


def in_use(path: Path, store_path: Path) -> str:
    """Return the key in ``FILE``; where a program was killed that gave the store another, put that there first.

    Raises ``ExpectedError`` as ``secrets.key_from_file`` does.
    """
    key, coming = key_from_file(path), _beside(path, "new")
    if coming.exists() and store_path.exists():
        new = key_from_file(coming)
        if which_opens(store_path, (key, new)) == new:
            _exchange(path, key, new)
            return new
    return key


def known(path: Path) -> tuple[str, ...]:
    """Return the key in ``FILE`` and those from before. Raises ``ExpectedError`` as ``secrets.key_from_file`` does."""
    return tuple(dict.fromkeys(key_from_file(file) for file in (path, *_older(path))))


def keeping(path: Path, before: str) -> Callable[[Sequence[str]], None]:
    """Return what keeps the keys of a store in files, the one in use first: both, while it is not sure which that is.

    ``before`` is the key that ``FILE`` holds now.
    """

    def keep(keys: Sequence[str]) -> None:
        if keys[0] == before:
            write_key_file(_beside(path, "new"), keys[1])
        else:
            _exchange(path, before, keys[0])

    return keep


def _exchange(path: Path, before: str, key: str) -> None:
    """Put another key in ``FILE``; the one from before stands beside it first, and so do all before that."""
    old = _beside(path, "old")
    if old.exists() and key_from_file(old) != before:
        _rename(old, next(name for name in _even_older(path) if not name.exists()))
    write_key_file(old, before)
    write_key_file(path, key)
    _beside(path, "new").unlink(missing_ok=True)


def _older(path: Path) -> Iterator[Path]:
    """Yield the files with the keys from before."""
    if _beside(path, "old").exists():
        yield _beside(path, "old")
    yield from takewhile(Path.exists, _even_older(path))


def _even_older(path: Path) -> Iterator[Path]:
    return (_beside(path, f"old.{number}") for number in count(1))


def _beside(path: Path, name: str) -> Path:
    return path.with_name(f"{path.name}.{name}")


def _rename(file: Path, name: Path) -> None:
    try:
        file.replace(name)
    except OSError as error:
        raise ExpectedError("key_file_not_written", path=name) from error
