"""The code on a sheet while somebody types it: its nine groups as they are read, and where a slip is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from console.errors import ExpectedError
from console.store import recovery_code

GROUPS: Final = recovery_code.GROUPS
SIGNS: Final = recovery_code.SIGNS // recovery_code.GROUPS  # in a group

_MOST_NAMED: Final = 4  # groups to look at again; of more, one may as well look at all


@dataclass(frozen=True, slots=True)
class TypedCode:
    """What nine groups say. ``trouble`` is what to tell now, about the groups ``wrong`` (1 to 9; () for all of them).

    ``is_good``: it is a code. Of which sheet, only the recovery file knows.
    """

    is_good: bool = False
    trouble: ExpectedError | None = None
    wrong: tuple[int, ...] = ()


def spread(text: str) -> tuple[str, ...]:
    """Return what was typed or pasted in groups of four signs, as a code is read: capitals, 0 for O, 1 for I and L."""
    return recovery_code.groups(text)


def read(groups: Sequence[str]) -> TypedCode:
    """Return what stands in the nine fields."""
    for number, group in enumerate(groups, 1):
        if strange := recovery_code.strange_sign(group):
            trouble = ExpectedError("recovery_group_sign", sign=strange, group=number)
            return TypedCode(trouble=trouble, wrong=(number,))
    code = "".join(spread("".join(groups)))
    if any(len("".join(spread(group))) != SIGNS for group in groups):
        return TypedCode()  # not all of it is there yet
    try:
        recovery_code.parsed(code)
    except ExpectedError as error:
        wrong = recovery_code.slips(code)
        if not 0 < len(wrong) <= _MOST_NAMED:
            return TypedCode(trouble=error)
        named = ", ".join(str(number) for number in wrong)
        key = "recovery_group_slip" if len(wrong) == 1 else "recovery_groups_slip"
        return TypedCode(trouble=ExpectedError(key, groups=named), wrong=wrong)
    return TypedCode(is_good=True)
