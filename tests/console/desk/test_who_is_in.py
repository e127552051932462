"""The text "wie zit er in deze groep": who may be told of is, nobody else, in plain words."""

import re
from dataclasses import replace
from itertools import product

import pytest
from sqlalchemy import select, update

from console.desk import professionals, roll, who_is_in
from console.desk.welcome import cards
from console.desk.who_is_in import Naming
from console.domain.member import GroupRole
from console.domain.professional import Presence, ProfessionalFacts
from console.domain.welcome import LANGUAGES
from console.store.tables import members, people

from .test_professionals import SANDER


def said(console, group_id, language="nl", naming=Naming.FIRST_NAMES) -> str:
    return cards.text(who_is_in.leaflet(console, group_id, language, naming))


@pytest.fixture
def full(console, chat):
    """A group with two administrators, a coordinator, members, and three professionals."""
    for name, role in (("Anja Bakker", "admin"), ("~ Bram", "admin"), ("Wijkagent Ed", "professional")):
        chat.member(name, role=role)
    roll.change_member(console, chat.member("Carla de Vries"), role=GroupRole.COORDINATOR)
    chat.member("Dirk Geheim")
    chat.member("Wie weg is", role="admin", left_at=console.now())
    professionals.add(console, chat.group_id, SANDER)
    bo = ProfessionalFacts("Bo", organisation="Gemeente", job="area_caretaker", expectation="Komt elke maand langs.")
    professionals.add(console, chat.group_id, bo)
    return chat


def test_text_tells_who_is_in_the_group(console, full):
    assert said(console, full.group_id, "nl").splitlines() == [
        "Wie zit er in Kade?",
        "Er zijn 5 leden.",
        "Dit is een besloten groep. De beheerder laat mensen toe.",
        "De beheerders zijn Anja en Bram. Zij letten op de regels.",
        "De coördinator is Carla.",
        "",
        "Deze professionals zitten ook in de groep:",
        "- Sander Kok, wijkagent, Politie Rotterdam. Leest mee, antwoordt niet altijd.",
        "- Wijkagent Ed",
        "",
        "Deze professionals zitten niet in de groep. De beheerder geeft vragen door:",
        "- Bo, wijkconciërge, Gemeente. Komt elke maand langs.",
        "",
        "Is er gevaar? Bel 112. Wacht niet op antwoord in de groep.",
    ]


def test_text_names_no_plain_member_and_no_number_in_any_language(console, full):
    full.member("+31 6 99999999", role="admin")
    for language, naming in product(LANGUAGES, Naming):
        text = said(console, full.group_id, language, naming)
        assert "Geheim" not in text
        assert re.search(r"\d{5}", text) is None
        assert "{" not in text
        assert "Sander Kok" in text
        assert "\u2068\u2068" not in text  # a name is set apart once


def test_administrators_are_named_as_they_choose(console, full):
    named = {naming: said(console, full.group_id, "nl", naming) for naming in Naming}
    assert "De beheerders zijn Anja Bakker en Bram." in named[Naming.FULL_NAMES]
    assert "Er zijn 2 beheerders." in named[Naming.NOBODY]
    assert "Anja" not in named[Naming.NOBODY]
    assert "Er is 1 coördinator." in named[Naming.NOBODY]


def test_name_that_others_see_is_the_name(console, chat):
    roll.change_member(console, chat.member("Anja Bakker", role="admin"), alias="Beheer Kade")
    assert "De beheerder is Beheer Kade." in said(console, chat.group_id, "nl")


def test_sentences_are_short(console, full):
    for sentence in re.split(r"[.?:]\s", said(console, full.group_id, "nl")):
        assert len(sentence.split()) <= 12, sentence


def test_what_nobody_knows_is_not_told_as_no(console, make_group):
    empty = make_group("Nieuw", join_policy="open")
    assert said(console, empty.group_id, "nl").splitlines() == [
        "Wie zit er in Nieuw?",
        "Er zijn 0 leden.",
        "Dit is een open groep. Iedereen kan meedoen.",
        "Bij deze groep zijn geen professionals bekend.",
        "",
        "Is er gevaar? Bel 112. Wacht niet op antwoord in de groep.",
    ]


def test_professional_who_is_a_member_of_the_chat_is_told_once(console, chat):
    chat.member("Wijkagent Sander", role="professional")
    ((person, _),) = professionals.in_chat(console, chat.group_id)
    professionals.add(console, chat.group_id, replace(SANDER, person_id=person, presence=Presence.TAKES_PART))
    text = said(console, chat.group_id, "nl")
    assert text.count("Sander") == 1


@pytest.mark.parametrize("in_the_chat", ["Sander Kok", "~ sander kok"])
def test_professional_who_stands_in_the_chat_under_his_own_name_is_told_once(console, chat, in_the_chat):
    chat.member("Wijkagent Sander", role="professional")
    ((person, _),) = professionals.in_chat(console, chat.group_id)
    chat.member(in_the_chat, role="professional")
    professionals.add(console, chat.group_id, replace(SANDER, person_id=person))
    assert said(console, chat.group_id, "nl").casefold().count("sander") == 1


def test_professional_who_is_the_same_person_as_another_member_is_told_once(console, chat):
    chat.member("Wijkagent Sander", role="professional")
    ((first, _),) = professionals.in_chat(console, chat.group_id)
    other = chat.member("S. Kok politie", role="professional")
    with console.store.writing() as connection:
        theirs = select(members.c.person_id).where(members.c.id == other).scalar_subquery()
        connection.execute(update(people).where(people.c.id == theirs).values(merged_into_id=first))
    professionals.add(console, chat.group_id, replace(SANDER, person_id=first))
    text = said(console, chat.group_id, "nl")
    assert text.count("Kok") == 1


def test_what_stands_in_a_name_is_not_told_again(console, chat):
    professionals.add(console, chat.group_id, ProfessionalFacts("Beveiliging Norda", "Norda", "beveiliging"))
    assert "- Beveiliging Norda." in said(console, chat.group_id, "nl").splitlines()
