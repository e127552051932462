"""Telephone numbers as a person types them, in the one form that the store keeps."""

from typing import Final

import phonenumbers

from console.errors import ExpectedError

HOME: Final = "NL"  # a number without a country is one of here


def e164(phone: str) -> str:
    """Return a number as E.164; Dutch without a country code. Raises ``ExpectedError("phone_unknown")``."""
    try:
        number = phonenumbers.parse(phone, HOME)
    except phonenumbers.NumberParseException:
        raise ExpectedError("phone_unknown", phone=phone.strip()) from None
    if not phonenumbers.is_valid_number(number):
        raise ExpectedError("phone_unknown", phone=phone.strip())
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
