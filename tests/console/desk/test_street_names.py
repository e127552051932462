"""How people write the names of streets: what is the same, a slip of the hand, merely alike, another street."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from console.desk.street_names import Likeness, folded, likeness

# A street as the municipality writes it, and ways in which people do.
SAME = {
    "Dorpsstraat": (
        "dorpsstraat", "DORPSSTRAAT", "Dorpsstr.", "Dorpsstr", "Dorps straat", "Dorps-straat", " Dorpsstraat ",
        "de Dorpsstraat", "Dorpsstrt", "Dorps str.", "Dorpsst.", "Dórpsstraat",
    ),
    "Kerklaan": ("kerkln", "Kerk laan", "kerkln.", "Kerk ln"),
    "Molenweg": ("molenwg", "Molenwg.", "MOLENWEG", "de molenweg"),
    "Marktplein": ("Marktpl.", "marktpln", "Markt plein"),
    "Noordsingel": ("noordsngl", "Noordsgl.", "Noord-singel"),
    "Prinsengracht": ("prinsengr.", "Prinsengrt", "prinsen gracht"),
    "Maaskade": ("Maaskd", "maas kade", "maaskde"),
    "Oudedijk": ("Oudedyk", "oude dijk", "Oude-dijk", "oudedk"),
    "IJsselkade": ("Ijsselkade", "ijsselkade", "IJssel kade", "Ysselkade", "ijsselkade"),
    "Dijkgraafhof": ("dykgraafhof", "Dijkgraafhf"),
    "'s-Gravenweg": ("s-Gravenweg", "s Gravenweg", "’s-Gravenweg", "'s Gravenweg", "‘s gravenweg", "sGravenweg"),
    "'s-Gravendijkwal": ("'s-Gravendijkwal", "s gravendykwal", "'s Gravendijk wal"),
    "'t Hoenstraat": ("het Hoenstraat", "t Hoenstraat", "’t Hoenstr."),
    "1e Kerkstraat": ("Eerste Kerkstraat", "1ste Kerkstr.", "eerste kerkstraat", "1e kerk straat"),
    "2e Middellandstraat": ("Tweede Middellandstraat", "2de Middellandstr", "II Middellandstraat"),
    "Derde Schansstraat": ("3e Schansstraat", "3de schansstr", "III Schansstraat"),
    "Burgemeester Baumannlaan": (
        "Burg. Baumannlaan", "burg baumannln", "Burgem. Baumannlaan", "bgm baumannlaan", "Burgermeester Baumannlaan",
        "Burgm. Baumann laan",
    ),
    "Burgemeester van der Feltzstraat": (
        "Burg. v.d. Feltzstraat", "burg v d feltzstr", "Burg. vd Feltzstraat", "Burg. van de Feltzstraat",
        "Burgemeester v/d Feltzstraat", "burg. van den Feltzstraat",
    ),
    "Prof. dr. Lorentzlaan": ("Professor Dokter Lorentzlaan", "prof dr lorentzln", "Professor dr. Lorentzlaan"),
    "Dr. Kuyperstraat": ("Dokter Kuyperstraat", "Doctor Kuyperstr.", "dr kuijperstraat"),
    "Mr. Troelstrastraat": ("Meester Troelstrastraat", "mr troelstrastr"),
    "Ds. Sleeswijk Visserstraat": ("Dominee Sleeswijk Visserstraat", "ds sleeswijk-visserstraat"),
    "Ir. Lelyweg": ("Ingenieur Lelyweg", "ing. Lelyweg"),
    "Past. Verbunthof": ("Pastoor Verbunthof", "past verbunthof"),
    "Weth. Jansenstraat": ("Wethouder Jansenstraat", "weth jansenstr"),
    "Kon. Wilhelminalaan": ("Koningin Wilhelminalaan", "kon wilhelminaln"),
    "Pr. Beatrixlaan": ("Prinses Beatrixlaan", "pr beatrixln."),
    "Prins Hendrikkade": ("Pr. Hendrikkade", "prins hendrik kade"),
    "St. Jansplein": ("Sint Jansplein", "Sint-Jansplein", "st jans pl", "St Jansplein"),
    "Sint-Janshovenstraat": ("St. Janshovenstraat", "st janshovenstr"),
    "Jonkheer van Riemsdijklaan": ("Jhr. van Riemsdijklaan", "jhr v riemsdykln"),
    "Generaal Vetterstraat": ("Gen. Vetterstraat", "gen vetterstr"),
    "Admiraal de Ruyterweg": ("Adm. de Ruyterweg", "adm d ruyterwg"),
    "Kapitein Nemostraat": ("Kapt. Nemostraat",),
    "J.P. Coenstraat": ("JP Coenstraat", "J P Coenstraat", "j.p.coenstraat", "J. P. Coenstr."),
    "Nieuwe Binnenweg": ("Nwe Binnenweg", "Nw. Binnenweg", "nieuwe binnen weg"),
    "Oudezijds Voorburgwal": ("O.Z. Voorburgwal", "OZ Voorburgwal", "oudezijds voor burgwal"),
    "Grote Markt": ("grote mkt", "Groote Markt", "de Grote Markt"),
    "Lange Nieuwstraat": ("Lge Nieuwstraat", "lange nieuw straat"),
    "Laan van Meerdervoort": ("laan van meerdervoort", "Laan v. Meerdervoort"),
    "Van Goghstraat": ("v. Goghstraat", "van gogh str", "V Goghstraat"),
    "Van 't Hoffstraat": ("van het Hoffstraat", "v 't hoffstraat"),
    "Café-concertplein": ("cafe concertplein", "Café concert plein"),
    "Curaçaostraat": ("curacaostraat", "CURACAOSTR."),
    "Fürstenbergstraat": ("Furstenbergstraat", "fürstenberg str"),
    "Zestienhovensekade": ("zestienhovense kade", "Zestienhovensekd."),
    "Groene Kruisweg": ("groenekruisweg", "Groene-Kruisweg"),
    "Plein 1940": ("plein 1940", "PLEIN 1940"),
    "Piet Heinplantsoen": ("Piet Hein plants.", "piet heinplnts"),
    "Rijksstraatweg": ("rijksstraat weg", "Ryksstraatwg"),
    "Willem II-straat": ("Willem II straat", "Willem 2e straat", "willem II str."),
    "De Savornin Lohmanlaan": ("Savornin Lohmanlaan", "de savornin lohmanln"),
    "Oostkanaalboulevard": ("Oostkanaalblvd", "oostkanaal boulevard"),
}  # fmt: skip
SLIPS = {
    "Dorpsstraat": ("Dorpstraat", "Dorpsstaat", "Dropsstraat", "Dorpsstraaat", "Doprsstraat", "Dorpssttaat"),
    "Kerklaan": ("Kerklan", "Kerlaan", "Kreklaan", "Kerkllaan", "Kerklaaan"),
    "Molenweg": ("Moleneg", "Moelnweg", "Molenwwg", "Molennweg"),
    "Lindelaan": ("Lindenlaan",),
    "Wilhelminastraat": ("Wilhelmiastraat", "Wilhelminastaat", "Willhelminastraat", "Wilhelmnastrat"),
    "Burgemeester van Nispenlaan": ("Burg. van Nipsenlaan", "Burgemester van Nispenlaan"),
    "'s-Gravenweg": ("'s-Gravensweg", "s Gravnweg"),
    "J.P. Coenstraat": ("Jan Pieterszoon Coenstraat", "J. Pieterszoon Coenstr."),
    "Willem de Zwijgerlaan": ("W. de Zwijgerlaan", "w de zwijgerln"),
    "Hogeweg": ("Hoogeweg",),
    "Zuiderparkplein": ("Zuidreparkplein", "Zuiderprkplein"),
    "Nieuwe Binnenweg": ("Niewe Binnenweg", "Nieuwe Binneweg"),
    "Beethovenlaan": ("Beethoovenlaan", "Bethovenlaan", "Beethovelaan", "Beethofenlaan"),
}  # fmt: skip
ALIKE = {
    "Kerkstraat": ("Berkstraat", "Kersstraat"),
    "Beukenlaan": ("Berkenlaan",),
    "Westerhoutlaan": ("Oosterhoutlaan",),
    "Koningin Wilhelminalaan": ("Wilhelminalaan",),
    "J.P. Coenstraat": ("Coenstraat",),
    "1e Kerkstraat": ("Kerkstraat", "Eertse Kerkstraat"),
    "Wilhelminastraat": ("Wilhelmina",),
}
OTHER = {
    "Kerkstraat": ("Kerkweg", "Kerklaan", "Dorpsstraat", "Kerkhofstraat", "Straat", ""),
    "1e Kerkstraat": ("2e Kerkstraat", "Tweede Kerkstraat", "11e Kerkstraat"),
    "Plein 1940": ("Plein 1945", "Plein"),
    "Willem II straat": ("Willem III straat", "Willem I straat"),
    "Noordsingel": ("Zuidsingel",),
    "Hogeweg": ("Lageweg",),
    "Oosterstraat": ("Westerweg", "Noorderstraat"),
    "Ee": ("IJ", "Aa"),
    "Korte Kade": ("Lange Kade",),
    "🏠": ("🏡",),
}


def pairs(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(street, way) for street, ways in table.items() for way in ways]


@pytest.mark.parametrize(("street", "way"), pairs(SAME))
def test_it_is_the_same_street_however_it_is_written(street: str, way: str) -> None:
    assert likeness(folded(street), folded(way)) is Likeness.SAME


@pytest.mark.parametrize(("street", "way"), pairs(SLIPS))
def test_a_slip_of_the_hand_is_forgiven(street: str, way: str) -> None:
    assert likeness(folded(street), folded(way)) is Likeness.SLIP


@pytest.mark.parametrize(("street", "way"), pairs(ALIKE))
def test_what_may_be_another_street_is_only_alike(street: str, way: str) -> None:
    assert likeness(folded(street), folded(way)) is Likeness.ALIKE


@pytest.mark.parametrize(("street", "way"), pairs(OTHER))
def test_another_street_is_another(street: str, way: str) -> None:
    assert likeness(folded(street), folded(way)) is Likeness.DIFFERENT


def test_a_name_without_letters_is_no_name() -> None:
    assert not folded("🏠")
    assert not folded(" . - ' ")
    assert not folded("")


NAMES = st.sampled_from(sorted({*SAME, *SLIPS}))


@settings(deadline=None)
@given(NAMES, NAMES)
def test_likeness_goes_both_ways(one: str, other: str) -> None:
    assert likeness(folded(one), folded(other)) is likeness(folded(other), folded(one))


@settings(deadline=None)
@given(st.sampled_from(sorted(name for name in SLIPS if name.isalpha())), st.data())
def test_one_letter_too_many_or_too_few_is_never_no(name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(name) - 4))  # at the very end it may make an abbreviation: "Kerklaaln"
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    for way in (name[:place] + letter + name[place:], name[:place] + name[place + 1 :]):
        assert likeness(folded(name), folded(way)) >= Likeness.ALIKE, way


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
@example("", "")
@example("\u202e\u200f", "1e")
@example("IJ", "ĳ")
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    left, right = folded(one), folded(other)
    assert likeness(left, right) is likeness(right, left)
    assert likeness(left, left) is (Likeness.SAME if left else Likeness.DIFFERENT)
    assert folded(one.upper().lower()).full == folded(one.upper().lower().upper().lower()).full
