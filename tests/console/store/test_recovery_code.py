"""The code on paper comes back as it was, however it is typed; and no slip of the hand passes."""

import random

import pytest

from console.errors import ExpectedError
from console.store import recovery_code
from console.texts import LANGUAGES

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def refused(typed: str) -> str:
    """The key of the sentence; "" for a code that is taken."""
    try:
        recovery_code.parsed(typed)
    except ExpectedError as error:
        sentences = [error.sentence(language) for language in LANGUAGES]
        return "it stands in the sentence" if typed and any(typed in said for said in sentences) else error.key
    return ""


def test_a_new_code_is_nine_groups_of_four_and_another_one_each_time() -> None:
    codes = [recovery_code.new_code() for _ in range(200)]
    assert len(set(codes)) == 200
    for code in codes:
        parts = code.split("-")
        assert [len(part) for part in parts] == [4] * 9
        assert parts == list(recovery_code.groups(code))
        assert recovery_code.parsed(code) == "".join(parts)
        assert recovery_code.grouped("".join(parts)) == code
    assert set("".join(codes)) == {*SIGNS, "-"}  # every sign is used


def test_how_it_is_typed_does_not_matter() -> None:
    code = next(code for code in iter(recovery_code.new_code, "") if "0" in code and "1" in code)
    signs = code.replace("-", "")
    half_wide = "".join(chr(ord(sign) + 0xFEE0) for sign in signs)  # as some keyboards write
    as_lower = signs.lower()
    for typed in (
        signs,
        as_lower,
        code.replace("-", " "),
        code.replace("-", " \u2013 "),
        f"\ufeff  {code}.\n",
        "\u200b".join(signs),
        half_wide,
        signs.replace("0", "O").replace("1", "I"),
        as_lower.replace("0", "o").replace("1", "l"),
        code.replace("-", "_"),
    ):
        assert recovery_code.parsed(typed) == signs, repr(typed)


def test_every_wrong_sign_and_every_swap_of_neighbours_is_refused() -> None:
    swapped = 0
    for _ in range(12):
        signs = recovery_code.parsed(recovery_code.new_code())
        for place, right in enumerate(signs):
            for wrong in SIGNS.replace(right, ""):
                assert refused(signs[:place] + wrong + signs[place + 1 :]) == "recovery_code_typo"
        for place in range(35):
            turned = signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]
            if turned != signs:
                swapped += 1
                assert refused(turned) == "recovery_code_typo"
    assert swapped > 12 * 30


def test_a_slip_is_pointed_out_in_its_group_or_one_of_a_few(monkeypatch) -> None:
    chance, told = random.Random(8), list[int]()
    monkeypatch.setattr(recovery_code.secrets, "randbits", chance.getrandbits)  # how many a few is differs per code
    for _ in range(30):
        signs = recovery_code.parsed(recovery_code.new_code())
        place = chance.randrange(36)
        other = chance.choice([sign for sign in recovery_code._ALPHABET if sign != signs[place]])
        groups = recovery_code.slips(signs[:place] + other + signs[place + 1 :])
        assert place // 4 + 1 in groups
        told.append(len(groups))
        assert recovery_code.slips(signs) == ()
        swapped = signs[:place] + signs[place : place + 2][::-1] + signs[place + 2 :]
        assert swapped == signs or place // 4 + 1 in recovery_code.slips(swapped)
    assert max(told) <= 5
    assert sum(told) < 2.2 * len(told)
    assert recovery_code.slips(signs[:-1]) == recovery_code.slips("!" + signs[1:]) == ()


def test_groups_in_another_order_are_refused() -> None:
    parts = recovery_code.groups(recovery_code.new_code())
    for first in range(9):
        for second in range(first):
            turned = list(parts)
            turned[first], turned[second] = turned[second], turned[first]
            assert turned == list(parts) or refused("-".join(turned)) == "recovery_code_typo"


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda code: code[:-1], "recovery_code_length"),
        (lambda code: code + "7", "recovery_code_length"),
        (lambda code: "", "recovery_code_length"),
        (lambda code: "U" + code[1:], "recovery_code_sign"),
        (lambda code: "\u0401" + code[1:], "recovery_code_sign"),
    ],
)
def test_what_is_no_code_is_told_apart(change, key) -> None:
    assert refused(change(recovery_code.new_code())) == key


def test_two_groups_are_asked_back() -> None:
    code = recovery_code.new_code()
    asked = {recovery_code.to_ask_back() for _ in range(1_000)}
    assert asked == {(first, second) for second in range(1, 10) for first in range(1, second)}
    second, ninth = recovery_code.groups(code)[1], recovery_code.groups(code)[8]
    assert second != ninth  # one in a million
    assert recovery_code.is_answered(code, (2, 9), (f" {second.lower()} ", ninth))
    for typed in ((ninth, second), (second, ""), ("", second + ninth), (second + ninth[:1], ninth[1:]), ("", "")):
        assert not recovery_code.is_answered(code, (2, 9), typed)


def test_the_number_of_a_sheet_tells_codes_apart_and_is_the_same_however_it_is_typed() -> None:
    code = recovery_code.new_code()
    assert recovery_code.sheet_number(code.lower().replace("-", " ")) == recovery_code.sheet_number(code)
    assert len({recovery_code.sheet_number(recovery_code.new_code()) for _ in range(20)}) == 20
