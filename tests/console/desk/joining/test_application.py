"""Forms and loose messages: what they say is understood or kept, never lost."""

import re
import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from console.desk.joining.application import LONGEST, labels, read
from console.domain.work_area import Address
from tests.console.desk.conftest import NOW

FORM = """Naam: Els de Vries
Straat en huisnummer: Dorpsstraat 12a
Postcode: 3021 AB Rotterdam
Telefoon: 06-12 34 56 78
E-mail: Els@Voorbeeld.nl
Ik ben 18 jaar of ouder: ja
Ik heb de regels gelezen: ja
Wie kent u in de buurt: Jan van nummer 14
Woonplaats: Rotterdam
Opmerking: Ik werk vaak 's nachts.
Mijn nummer mag zichtbaar zijn voor de groep: ja
"""


def test_a_form_is_read_by_its_labels():
    who = read(FORM, at=NOW, channel="formulier")
    assert (who.name, who.phone, who.email) == ("Els de Vries", "+31612345678", "els@voorbeeld.nl")
    assert who.address == Address("Dorpsstraat", "12a", "3021 AB")
    assert (who.is_old_enough, who.has_read_rules, who.vouched_by) == (True, True, "Jan van nummer 14")
    assert (who.consent_at, who.consent_channel) == (NOW, "formulier")
    assert who.words == "Woonplaats: Rotterdam\nIk werk vaak 's nachts."


def test_a_consent_without_a_moment_stays_in_the_words():
    who = read("Naam: Els\nMijn nummer mag zichtbaar zijn: ja")
    assert who.consent_at is None
    assert who.words == "Toestemming om het nummer te laten zien: ja"


def test_a_refused_consent_is_told():
    who = read("Naam: Els\nToestemming: nee", at=NOW)
    assert who.consent_at is None
    assert who.words == "Toestemming om het nummer te laten zien: nee"


@pytest.mark.parametrize(
    "text",
    [
        "Voornaam\nEls\n\nAchternaam\nde Vries\n\nAdres\nDorpsstraat 12a, 3021AB\n\nMobiel\n0612345678\n",
        "Els de Vries\nDorpsstraat 12a\n3021 AB Rotterdam\n06-12345678\n",
        "*Naam:* Els de Vries\n*Adres:* Dorpsstraat 12a, 3021 ab Ons Dorp\nTel. 0612345678",
        "> Naam = Els de Vries\n> Straat = Dorpsstraat\n> Huisnummer = 12\n> Toevoeging = a\n"
        "> Postcode = 3021AB\n> Gsm = +31612345678",
        "Naam\tEls de Vries\nAdres\tDorpsstraat 12a 3021AB\nMobiel\t06 1234 5678",
        "Name: Els de Vries\nAddress: Dorpsstraat 12a, 3021 AB\nPhone number: 0031 6 12345678",
    ],
)
def test_a_form_may_look_in_many_ways(text):
    who = read(text)
    assert (who.name, who.phone) == ("Els de Vries", "+31612345678")
    assert who.address.street == "Dorpsstraat"
    assert (who.address.house_number or "").replace(" ", "") == "12a"
    assert who.address.postcode == "3021 AB"


def test_ticked_boxes_are_answers():
    who = read("Naam: Els\n[x] Ik ben 18 jaar of ouder\n☐ Ik heb de huisregels gelezen\n")
    assert (who.is_old_enough, who.has_read_rules) == (True, False)


def test_an_unanswered_question_is_unknown_and_not_no():
    who = read("Naam: Els\nIk ben 18 jaar of ouder:\nIk heb de regels gelezen:\n\nTelefoon:")
    assert (who.name, who.is_old_enough, who.has_read_rules, who.phone) == ("Els", None, None, None)


def test_an_age_is_left_to_a_person():
    who = read("Naam: Els\nLeeftijd: 17")
    assert who.is_old_enough is None
    assert who.words == "Leeftijd: 17"


def test_a_message_in_sentences_is_read_too_and_kept_whole():
    text = (
        "Hallo, ik ben Els de Vries en woon op Dorpsstraat 12. Mag ik erbij? Mijn nummer is 06 12345678.\nGroetjes, Els"
    )
    who = read(text)
    assert (who.name, who.phone) == ("Els de Vries", "+31612345678")
    assert who.address == Address("Dorpsstraat", "12")
    assert who.words == text


@pytest.mark.parametrize("text", ["Telefoon: 12", "Postcode: 12", "E-mail: geen", "Telefoonnummer: heb ik niet"])
def test_what_is_not_understood_stays_as_it_was_written(text):
    who = read(f"Naam: Els\n{text}")
    assert (who.phone, who.email, who.address.postcode) == (None, None, None)
    assert who.words == text


def test_a_second_answer_to_the_same_question_stays_in_the_words():
    who = read("Naam: Els\nTelefoon: 010 4123456\nMobiel: 06 12345678")
    assert (who.phone, who.words) == ("+31104123456", "Mobiel: 06 12345678")


@pytest.mark.parametrize(
    "text", ["Beste beheerder,", "Met vriendelijke groet", "Aanmeldformulier buurtapp", "1-2-2026 10:00"]
)
def test_a_greeting_a_title_and_a_date_are_no_person_and_no_street(text):
    who = read(text)
    assert (who.name, who.address) == ("", Address())


def test_a_form_in_english_says_so():
    assert read("My name is John. I live here and I would like to join the group, thank you.").language == "en"
    assert read("Ik woon hier en wil graag bij de groep, dank u wel.").language is None


def test_a_text_without_end_is_cut_and_says_so():
    who = read("Naam: Els\n" + "hallo " * LONGEST)
    assert who.name == "Els"
    assert who.words is not None
    assert who.words.endswith("…")


@settings(max_examples=100, deadline=None)
@example(["MAIL"])
@given(st.lists(st.text(alphabet=string.ascii_letters + string.digits + " .,-/€é\u202e\n", max_size=60), max_size=8))
def test_nothing_that_is_said_is_lost(lines):
    """Every word stands in what is known or in the words; a label says nothing, a town less than its postcode."""
    text = "\n".join(lines)
    who = read(text)
    kept = " ".join(filter(None, (who.name, who.words, who.address.street, who.address.house_number)))
    lost = set(re.findall(r"[^\W\d_]{4,}", text)) - set(re.findall(r"[^\W\d_]{4,}", kept))
    asked = {word for words in labels().values() for label in words for word in re.findall(r"[^\W\d_]+", label)}
    assert {word for word in lost if word.lower() not in asked} == set() or who.address.postcode
