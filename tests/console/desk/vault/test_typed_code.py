"""What is said of a code while somebody types it, one group after the other."""

import pytest

from console.desk.vault import typed_code
from console.store import recovery_code
from console.texts import LANGUAGES


@pytest.fixture
def groups() -> list[str]:
    return list(recovery_code.groups(recovery_code.new_code()))


def test_a_whole_code_is_good_however_it_is_typed(groups: list[str]) -> None:
    typed = [group.lower().replace("0", "o").replace("1", "l") for group in groups]
    assert typed_code.read(typed) == typed_code.TypedCode(is_good=True)
    assert typed_code.spread(" ".join(typed)) == tuple(groups)
    assert typed_code.spread(f"--{groups[0]}{groups[1][:2]}") == (groups[0], groups[1][:2])
    assert typed_code.spread(" ") == ()


def test_what_is_not_complete_yet_is_no_trouble(groups: list[str]) -> None:
    for number in range(9):
        assert typed_code.read([*groups[:number], *[""] * (9 - number)]) == typed_code.TypedCode()
    assert typed_code.read([*groups[:8], groups[8] + "7"]) == typed_code.TypedCode()
    moved = [*groups[:7], groups[7][:3], groups[7][3] + groups[8]]  # as many signs, but not where they belong
    assert not typed_code.read(moved).is_good


def test_a_slip_is_told_with_its_group(groups: list[str]) -> None:
    strange = typed_code.read([groups[0], "aU", *[""] * 7])
    assert strange.trouble is not None
    assert (strange.trouble.key, strange.wrong) == ("recovery_group_sign", (2,))
    other = "Z" if groups[4][1] != "Z" else "Y"
    slip = typed_code.read([*groups[:4], groups[4][0] + other + groups[4][2:], *groups[5:]])
    assert slip.trouble is not None
    assert 5 in slip.wrong
    assert slip.trouble.key == ("recovery_group_slip" if len(slip.wrong) == 1 else "recovery_groups_slip")
    for language in LANGUAGES:
        assert str(slip.wrong[0]) in slip.trouble.sentence(language)
    swapped = [*reversed(groups[:3]), *groups[3:]]
    far = typed_code.read(swapped)
    assert far.is_good == (swapped == groups)
