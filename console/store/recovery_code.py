"""The code on the recovery sheet: 160 random bits and a checksum, as 9 groups of 4 signs that a person can copy.

The signs are Crockford's: no I, L, O and U, which look like others. The checksum is what is left of the number when
it is divided by a prime. So one wrong sign and two neighbours that changed places are refused always, not just
nearly always: both change the number by something that this prime cannot divide.
"""

import hashlib
import hmac
import re
import secrets
import unicodedata
from typing import Final

from console.errors import ExpectedError

GROUPS: Final = 9
SIGNS: Final = 36
SHEET_DIGITS: Final = 6

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUP: Final = SIGNS // GROUPS
_BITS: Final = 160
_CHECK_BITS: Final = 20
_PRIME: Final = 1_048_573  # the largest that fits the checksum
_LOOK_ALIKE: Final = str.maketrans("OIL", "011")
_BETWEEN: Final = re.compile(r"[\W_]")


def new_code() -> str:
    """Return a fresh code, as ``grouped`` writes it."""
    number = secrets.randbits(_BITS)
    whole = number << _CHECK_BITS | number % _PRIME
    return grouped("".join(_ALPHABET[whole >> 5 * place & 31] for place in reversed(range(SIGNS))))


def parsed(typed: str) -> str:
    """Return the 36 signs of a code that a person typed; case, spaces, dashes, O for 0 and I or L for 1 do not matter.

    Raises ``ExpectedError``: ``recovery_code_sign`` (with the sign), ``recovery_code_length``, ``recovery_code_typo``.
    """
    signs = _signs(typed)
    if strange := strange_sign(signs):
        raise ExpectedError("recovery_code_sign", sign=strange)
    if len(signs) != SIGNS:
        raise ExpectedError("recovery_code_length", count=len(signs), wanted=SIGNS)
    if not _is_right(signs):
        raise ExpectedError("recovery_code_typo")
    return signs


def strange_sign(typed: str) -> str | None:
    """Return the first sign in a text that stands in no code."""
    return next((sign for sign in _signs(typed) if sign not in _ALPHABET), None)


def slips(typed: str) -> tuple[int, ...]:
    """Return the groups, 1 to 9, in which one wrong sign or two that changed places explain why a code is refused.

    () when nothing so small does. Often two or three groups might: the prime is just under the worth of a group. That a
    code with more slips points at a group by accident happens once in a thousand times.
    """
    signs = _signs(typed)
    if len(signs) != SIGNS or strange_sign(signs) or _is_right(signs):
        return ()
    changed = ((place, signs[:place] + sign + signs[place + 1 :]) for place in range(SIGNS) for sign in _ALPHABET)
    swapped = (
        (place, signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]) for place in range(SIGNS - 1)
    )
    return tuple(sorted({place // _GROUP + 1 for place, text in (*changed, *swapped) if _is_right(text)}))


def grouped(signs: str) -> str:
    """Return the signs of a code in groups of four with dashes between them."""
    return "-".join(groups(signs))


def groups(code: str) -> tuple[str, ...]:
    """Return the groups of four signs in a code, or in as much of one as there is."""
    signs = _signs(code)
    return tuple(signs[start : start + _GROUP] for start in range(0, len(signs), _GROUP))


def sheet_number(code: str) -> str:
    """Return six digits that tell sheets apart and give nothing of the code away; they stand on the sheet."""
    return hashlib.sha256(b"beheerconsole sheet\0" + _signs(code).encode()).hexdigest()[:SHEET_DIGITS]


def to_ask_back() -> tuple[int, int]:
    """Return which two groups a person types to show that the sheet was printed, 1 to 9, the first one first."""
    first, second = sorted(secrets.SystemRandom().sample(range(1, GROUPS + 1), 2))
    return first, second


def is_answered(code: str, asked: tuple[int, int], typed: tuple[str, str]) -> bool:
    """Whether a person typed the groups that were asked back."""
    wanted = "".join(groups(code)[number - 1] for number in asked)
    given = "".join(_signs(part) for part in typed)
    lengths = {len(_signs(part)) for part in typed}
    return lengths == {_GROUP} and hmac.compare_digest(wanted.encode(), given.encode())


def _is_right(signs: str) -> bool:
    """Whether the checksum of a whole code fits."""
    whole = 0
    for sign in signs:
        whole = whole << 5 | _ALPHABET.index(sign)
    return (whole >> _CHECK_BITS) % _PRIME == whole & (1 << _CHECK_BITS) - 1


def _signs(text: str) -> str:
    """Return what stands in a text besides white and marks, in capitals, look-alikes as the sign that they are for."""
    plain = unicodedata.normalize("NFKC", text).upper()
    return _BETWEEN.sub("", plain).translate(_LOOK_ALIKE)
