"""No name, number or home leaves a group in a text; where something happened stays, and so does who works for it."""

import pytest

from console.desk import professionals
from console.desk.feedback.pseudonyms import mask
from console.domain.judgement import PersonalData
from console.domain.professional import ProfessionalFacts


@pytest.fixture
def people(chat):
    for name in (
        "Anja de Vries",
        "Wil",
        "Floor",
        "Mo",
        "Buurman 12",
        "Kees Kade",
        "Roos Berg",
        "~ Tineke Smit",
        "+31 6 87654321",
    ):
        chat.member(name)
    return chat


def masked(console, chat, text, language="nl"):
    return mask(console, text, [chat.group_id], language).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anja zag het gat", "Iemand zag het gat"),
        ("anja de vries zag het gat", "Iemand zag het gat"),
        ("Gemeld door A\u200bnja", "Gemeld door iemand"),
        ("De hond van Anja. Anja's auto.", "De hond van iemand. Iemands auto."),
        ("Vraag Wil maar, of Mo", "Vraag iemand maar, of iemand"),
        ("VOLGENS ANJA DE VRIES", "VOLGENS iemand"),
        ("Bel +31 6 87654321", "Bel (nummer)"),
        ("@31612345678 keek al, @\u206831687654321\u2069 ook", "@(nummer) keek al, @\u2068(nummer)\u2069 ook"),
        ("Groet, Tineke", "Groet, iemand"),
        ("Floor blijft aan de lijn", "Iemand blijft aan de lijn"),
        ("Tineke van de Esdoornlaan", "Iemand van de Esdoornlaan"),
    ],
)
def test_members_of_the_group_are_nobody_outside_it(console, people, text, expected):
    assert masked(console, people, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Volgens Kees is de lamp stuk", "Volgens iemand is de lamp stuk"),
        ("Mevrouw Jansen van Kadestraat 4 heeft last", "Iemand van (adres) heeft last"),
        ("Overlast bij familie de Wit", "Overlast bij iemand"),
        ("Mijn dochter Sem (9) is gevallen", "Een kind is gevallen"),
        ("Auto AB-12-CD op de stoep", "Auto (kenteken) op de stoep"),
        ("Mail kees@example.nl", "Mail (mailadres)"),
        ("Rekening NL91ABNA0417164300", "Rekening (rekeningnummer)"),
        ("Ik ben Harm. Groeten, Ineke de Boer", "Ik ben iemand. Groeten, iemand"),
    ],
)
def test_people_who_are_talked_about_are_nobody_either(console, chat, text, expected):
    assert masked(console, chat, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Gat in de stoep bij Kadestraat 12",
        "Lamp kapot in de Willem de Zwijgerlaan, hoek Jan Evertsenlaan",
        "Op de Kade bij de Berg ligt afval",
        "Wil iemand kijken?",
        "Buurman ziet een gat",
        "Bel 112, 14010 of 0900-8844",
        "",
    ],
)
def test_where_and_what_it_is_stays(console, people, text):
    assert mask(console, text, [people.group_id]).hidden == ()
    assert masked(console, people, text) == text


def test_who_works_for_the_group_stays_also_when_a_member_has_his_name(console, chat):
    chat.member("Peter Bos", role="professional")
    professionals.add(console, chat.group_id, ProfessionalFacts("Fatima Idrissi"))
    chat.member("Fatima Idrissi")
    text = "Peter en Fatima Idrissi weten ervan"
    assert masked(console, chat, text) == text


def test_members_of_another_group_are_not_known_here(console, chat, make_group):
    make_group("Haven").member("Zbysko Quist")
    assert masked(console, chat, "Zbysko zag het") == "Zbysko zag het"
    chat.member("Zbysko Quist")
    assert masked(console, chat, "Zbysko zag het") == "Iemand zag het"


def test_what_came_out_is_told_with_what_it_is(console, people):
    found = mask(console, "Anja reed in AB-12-CD", [people.group_id])
    assert [(one.kind, one.words) for one in found.hidden] == [
        (PersonalData.NAME, "Anja"),
        (PersonalData.PLATE, "AB-12-CD"),
    ]


def test_the_words_in_their_place_are_in_the_language_asked_for(console, people):
    assert masked(console, people, "Reported by Anja", "en") == "Reported by somebody"


@pytest.mark.parametrize("filler", ["lamp ", "x"])
def test_a_long_text_is_masked_to_its_end(console, people, filler):
    found = mask(console, filler * 4_000 + " Gemeld door Anja", [people.group_id])
    assert found.text.endswith("Gemeld door iemand")
    assert [one.words for one in found.hidden] == ["Anja"]


@pytest.mark.parametrize("text", ["\ud800 Anja", "\x00" * 50, "😀" * 200, "Anja" * 3_000])
def test_no_text_breaks_it(console, people, text):
    assert isinstance(mask(console, text, [people.group_id]).text, str)
