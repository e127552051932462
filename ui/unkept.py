"""What a person typed over what he was given, and what nobody has kept yet. GUI thread only."""

from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Unkept(Generic[T]):
    """Remembers it by what it is about, while something else stands in the field: it is there again on the way back."""

    def __init__(self) -> None:
        self._typed: dict[Hashable, T] = {}

    def note(self, about: Hashable, typed: T, given: T) -> None:
        """Remember what stands there now, unless it is just what was given."""
        if typed == given:
            self._typed.pop(about, None)
        else:
            self._typed[about] = typed

    def of(self, about: Hashable, given: T) -> T:
        """Return what was typed about this, or what is given."""
        return self._typed.get(about, given)

    def forget(self, about: Hashable) -> None:
        """It was kept, or taken back."""
        self._typed.pop(about, None)
