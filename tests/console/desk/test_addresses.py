"""An address out of a loose line, as people type it in a form, a mail or a chat."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.desk.addresses import address_of
from console.domain.work_area import Address

LINES = [
    # as a form asks for it
    ("Dorpsstraat 12a, 3021 AB", Address("Dorpsstraat", "12a", "3021 AB")),
    ("Dorpsstraat 12a 3021AB", Address("Dorpsstraat", "12a", "3021 AB")),
    ("Dorpsstraat 12 a 3021 ab Rotterdam", Address("Dorpsstraat", "12a", "3021 AB")),
    ("dorpsstraat 12, rotterdam", Address("dorpsstraat", "12", None)),
    ("Dorpsstraat 12\n3021 AB Rotterdam", Address("Dorpsstraat", "12", "3021 AB")),
    ("3021 AB 12", Address(None, "12", "3021 AB")),
    ("3021 AB, Dorpsstraat 12", Address("Dorpsstraat", "12", "3021 AB")),
    ("Straat: Dorpsstraat\nHuisnummer: 12\nPostcode: 3021 AB", Address("Dorpsstraat", "12", "3021 AB")),
    ("Adres: Dorpsstraat 12", Address("Dorpsstraat", "12", None)),
    ("Mijn adres is Dorpsstraat 12.", Address("Dorpsstraat", "12", None)),
    ("Dorpsstraat", Address("Dorpsstraat", None, None)),
    ("Dorpsstr. 5", Address("Dorpsstr", "5", None)),
    ("3021 AB", Address(None, None, "3021 AB")),
    ("3021ab", Address(None, None, "3021 AB")),
    ("3021", Address(None, None, "3021")),
    ("postcode 3021", Address(None, None, "3021")),
    # the number
    ("Dorpsstraat 12-2", Address("Dorpsstraat", "12-2", None)),
    ("Dorpsstraat 12/2", Address("Dorpsstraat", "12/2", None)),
    ("Dorpsstraat 12 hs", Address("Dorpsstraat", "12 hs", None)),
    ("Dorpsstraat 12 bis", Address("Dorpsstraat", "12 bis", None)),
    ("Dorpsstraat 12-III", Address("Dorpsstraat", "12-III", None)),
    ("Dorpsstraat nr 12", Address("Dorpsstraat", "12", None)),
    ("Dorpsstraat nr. 12", Address("Dorpsstraat", "12", None)),
    ("Dorpsstraat nummer 12", Address("Dorpsstraat", "12", None)),
    ("Dorpsstraat bij nr 4", Address("Dorpsstraat", "bij nr 4", None)),
    ("Dorpsstraat t.o. 5", Address("Dorpsstraat", "t.o. 5", None)),
    ("Dorpsstraat tegenover nummer 5", Address("Dorpsstraat", "tegenover nr 5", None)),
    ("Dorpsstraat 1234 en verder", Address("Dorpsstraat", "1234", None)),
    # names of all kinds
    ("1e Kerkstraat 5", Address("1e Kerkstraat", "5", None)),
    ("eerste kerkstraat 5", Address("eerste kerkstraat", "5", None)),
    ("'s-Gravenweg 12", Address("'s-Gravenweg", "12", None)),
    ("Burg. v.d. Feltzstraat 3", Address("Burg. v.d. Feltzstraat", "3", None)),
    ("burg baumannlaan 12 hs", Address("burg baumannlaan", "12 hs", None)),
    ("Laan van Meerdervoort 512", Address("Laan van Meerdervoort", "512", None)),
    ("laan van meerdervoort 512", Address("laan van meerdervoort", "512", None)),
    ("Markt 4", Address("Markt", "4", None)),
    ("De Sluis 4", Address("De Sluis", "4", None)),
    ("Plein 1940 12", Address("Plein 1940", "12", None)),
    ("Plein 1940", Address("Plein 1940", None, None)),
    ("plein 1940 nr 12", Address("plein 1940", "12", None)),
    ("Van Goghstraat 9", Address("Van Goghstraat", "9", None)),
    ("Lange Nieuwstraat 14", Address("Lange Nieuwstraat", "14", None)),
    ("Oost-Sidelinge 22", Address("Oost-Sidelinge", "22", None)),
    # what people write in a chat
    ("Ik woon in de Dorpsstraat 12", Address("Dorpsstraat", "12", None)),
    ("ik woon op de dorpsstraat 12", Address("dorpsstraat", "12", None)),
    ("Ik woon in de Dorpsstraat op nummer 12", Address("Dorpsstraat", "12", None)),
    ("Wij wonen sinds 2019 in de Lange Nieuwstraat 14", Address("Lange Nieuwstraat", "14", None)),
    ("Hallo, ik ben Piet en woon op de Beukenlaan.", Address("Beukenlaan", None, None)),
    ("Ik wil graag in de groep, ik woon Kerkstr. 5", Address("Kerkstr", "5", None)),
    ("Jan Jansen, Markt 4 bis, 1234 AB Delft", Address("Markt", "4 bis", "1234 AB")),
    ("Kun je mijn buurvrouw Els van nr 12 toevoegen?", Address(None, "12", None)),
    ("Els van nummer 12", Address(None, "12", None)),
    ("mijn zus woont Kerkweg 3, kan zij erbij?", Address("Kerkweg", "3", None)),
    ("I live at Dorpsstraat 12", Address("Dorpsstraat", "12", None)),
    ("My address is Kerkweg 3, 3021 AB", Address("Kerkweg", "3", "3021 AB")),
    # what is no address
    ("", Address()),
    ("Ik ben 18 jaar", Address()),
    ("Ik ben onderweg", Address()),
    ("06-12345678", Address()),
    ("Bel me op 06 12345678", Address()),
    ("06 - 12 34 56 78", Address()),
    ("+31 6 12345678", Address()),
    ("mag mijn man er ook in 06-12345678", Address()),
    ("Morgen om 12 uur", Address()),
    ("Het is 12-11-2026", Address()),
    ("in 2024 en 2025", Address()),
    ("0321 AB", Address()),
    ("3021 SS", Address()),
    ("🏠🏠", Address()),
    ("Ja", Address()),
]


@pytest.mark.parametrize(("line", "address"), LINES)
def test_an_address_is_found_in_a_line(line: str, address: Address) -> None:
    assert address_of(line) == address


STREETS = st.sampled_from(["Dorpsstraat", "1e Kerkweg", "Burg. Baumannlaan", "'s-Gravenweg", "Van Goghstraat"])
NUMBERS = st.builds("{}{}".format, st.integers(1, 999), st.sampled_from(["", "a", "-2", " bis", "B"]))
CODES = st.builds("{} {}".format, st.integers(1000, 9999), st.sampled_from(["AB", "XZ", "EN", "RD"]))


@settings(deadline=None)
@given(STREETS, NUMBERS, CODES, st.sampled_from(["{0} {1}, {2}", "{0} {1} {2} Rotterdam", "Adres: {0} {1}\n{2}"]))
def test_what_was_written_comes_back(street: str, number: str, code: str, way: str) -> None:
    assert address_of(way.format(street, number, code)) == Address(street, number, code)


@settings(deadline=None)
@given(st.text(st.characters() | st.sampled_from("Dorpsstraat 12a, 3021 AB bij nr \u202e\u200f🏠\n"), max_size=200))
def test_any_text_is_read(text: str) -> None:
    found = address_of(text)
    assert found.street is None or found.street.strip()
    assert found.house_number is None or any(mark.isdigit() for mark in found.house_number)


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 1000,
        "straat " * 300,
        "a" * 2000,
        "12 " * 700,
        "nr " * 600,
        "Dorpsstraat 12 " * 140,
        "\u202e" * 2000,
        "bij " * 500,
    ],
)
def test_a_very_long_line_takes_no_time(text: str) -> None:
    started = time.process_time()
    address_of(text * 5)
    assert time.process_time() - started < 2
