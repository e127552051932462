"""Personal data is found in the forms people use, and look-alikes are left alone."""

import pytest

from console.domain.judgement import Category, PersonalData, Reason, Role, Statement
from console.judge import judge, load_profile
from console.judge.lexicon import cues
from console.judge.personal_data import find_personal_data
from tests.console.judge.cases import read

CASES = read("personal_data")


def reasons(text: str, role: Role = Role.MEMBER) -> tuple[Reason, ...]:
    judgement = judge(Statement(text, role), load_profile("broad"))
    return tuple(reason for reason in judgement.reasons if reason.rule.startswith("personal_data."))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_personal_data_of_a_case(case: dict) -> None:
    items = find_personal_data(cues().read(case["text"]), Role.MEMBER, Category.REPLY)

    assert [kind for kind in PersonalData if kind in {item.kind for item in items}] == case["personal_data"]


def test_the_cases_hold_every_type_and_as_many_that_only_look_like_it() -> None:
    types = {kind for case in CASES for kind in case["personal_data"]}
    assert types == set(PersonalData)
    assert sum(not case["personal_data"] for case in CASES) > len(CASES) / 3


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Bel haar op 06 - 1234 5678 vanavond", ["06 - 1234 5678"]),
        ("Zijn nummer is nul zes twaalf 34 zesenvijftig 78, ja", ["nul zes twaalf 34 zesenvijftig 78"]),
        ("Haar nummer: ０６１２３４５６７８!", ["０６１２３４５６７８"]),
        ("naar NL91 ABNA 0417 1643 00 dan", ["NL91 ABNA 0417 1643 00"]),
        ("kenteken ab 12 cd reed weg", ["ab 12 cd"]),
        ("Hij woont Kerkstraat 12a achter", ["Kerkstraat 12a"]),
        ("mail anna.de.wit@huis.example, graag", ["anna.de.wit@huis.example"]),
        ("bel hem 06-12345678 of 06-87654321", ["06-12345678", "06-87654321"]),
        ("bel hem 06-12345678 06-87654321", ["06-12345678", "06-87654321"]),
        ("0612345678/0687654321/0711111111", ["0612345678", "0687654321", "0711111111"]),
        ("Gisteren mevr. C. van Dijk gezien", ["C. van Dijk"]),
        ("Dat was Anne-Fleur van den Berg toen", ["Anne-Fleur van den Berg"]),
        ("Kijk, <foto> dit is hem", ["<foto"]),
    ],
)
def test_the_marked_words_are_the_data_itself(text: str, marked: list[str]) -> None:
    (reason,) = reasons(text)

    assert [text[slice(*span)] for span in reason.spans] == marked


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Zijn nummer is 06-12345678", "personal_data.phone"),
        ("Mijn nummer is 06-12345678", "personal_data.phone.own"),
        ("Mail me op anna@huis.example", "personal_data.email.own"),
        ("Mail haar op anna@huis.example", "personal_data.email"),
        ("Hij woont op Kerkstraat 12", "personal_data.address"),
        ("Brand bij Kerkstraat 12", "personal_data.address.place"),
    ],
)
def test_whose_data_it_is_decides_the_rule(text: str, rule: str) -> None:
    assert [reason.rule for reason in reasons(text)] == [rule]


def test_an_address_behind_a_name_is_somebodys_home() -> None:
    rules = {reason.rule for reason in reasons("Ik sprak Rinus Slegers (Kerkstraat 12) net nog")}

    assert rules == {"personal_data.name", "personal_data.address"}


@pytest.mark.parametrize(
    "text",
    [
        "Voor het loket bel 0592 34 56 78",
        "Bel de praktijk op 0592 34 56 78",
        "Contributie op NL91 ABNA 0417 1643 00 van de vereniging",
        "Facturen naar crediteuren@hal.example",
        "Het kantoor zit op Kerkstraat 12",
    ],
)
def test_data_of_a_firm_or_an_association_is_not_reported(text: str) -> None:
    assert not reasons(text)


def test_what_a_professional_gives_out_about_himself_is_not_reported() -> None:
    own = "U bereikt mij op 06-12345678"

    assert reasons(own)
    assert not reasons(own, Role.PROFESSIONAL)
    assert reasons("Zijn nummer is 06-12345678", Role.PROFESSIONAL)


def test_the_digits_of_an_account_are_no_telephone_number() -> None:
    assert [reason.rule for reason in reasons("naar NL02ABNA0123456789")] == ["personal_data.iban"]
    assert [reason.rule for reason in reasons("naar NL21 SNSB 0612 3456 78")] == ["personal_data.iban"]


def test_a_list_of_members_is_found_without_end() -> None:
    text = "\n".join(f"Kerkstraat {number}, bel haar 06-{12345678 + number}" for number in range(1, 400))

    found = {reason.rule: len(reason.spans) for reason in reasons(text)}

    assert found["personal_data.phone"] == found["personal_data.address.place"] == 100
