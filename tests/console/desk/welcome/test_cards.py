"""The cards beside the rules: true of their own group, in six languages, and mended line by line."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from console.desk import family, logbook, professionals, redirects, todos, undoing
from console.desk.groups import change_group
from console.desk.welcome import cards, editing, kick_off, private_texts, sending, where_to_report
from console.desk.welcome.cards import CardKind
from console.desk.welcome.kick_off import KickOff
from console.desk.welcome.private_texts import Reader, TextKind
from console.domain.decision import DecisionId
from console.domain.draft import Counter
from console.domain.group import Kin, Tool
from console.domain.professional import Presence, ProfessionalFacts
from console.domain.welcome import LANGUAGES, Leaflet, Mark, Section, WelcomeSettings
from console.errors import ExpectedError
from tests.console.desk.conftest import NOW

SANDER = ProfessionalFacts("Sander Kok", "Politie", "community_officer", presence=Presence.READS)
FATIMA = ProfessionalFacts("Fatima", "Gemeente", expectation="Komt elke maand langs.")
EVENING = datetime(2026, 11, 28, 18, 30, tzinfo=UTC)  # half past seven in the Netherlands


@pytest.fixture
def kade(console, chat):
    """A group with an officer who reads along, and somebody of the municipality who is not in it."""
    for facts in (SANDER, FATIMA):
        professionals.add(console, chat.group_id, facts)
    return chat


def said(console, group_id, kind, language="nl", **more) -> list[str]:
    return cards.text(cards.card(console, group_id, kind, language, **more).leaflet).splitlines()


# --- what stands on them ---------------------------------------------------------------------------------------------


def test_every_card_speaks_six_languages_and_comes_back_from_its_own_text(console, kade):
    titles = set()
    for kind, language in product(CardKind, LANGUAGES):
        found = cards.card(console, kade.group_id, kind, language).leaflet
        text = cards.text(found)
        assert "{" not in text
        assert "112" in text
        assert "112" in found.call_112
        assert (found.language, found.direction) == (language, "rtl" if language == "ar" else "ltr")
        assert cards.edited(found, text) == found
        assert len(text) < 1_000
        titles.add(found.title)
    assert len(titles) == len(CardKind) * len(LANGUAGES)


def test_what_to_expect_of_each_professional_and_of_one(console, kade):
    (fatima, sander) = professionals.of_group(console, kade.group_id)
    assert said(console, kade.group_id, CardKind.EXPECTATIONS) == [
        "Wat u mag verwachten in Kade",
        "",
        "Fatima, Gemeente",
        "Zit niet in de groep. De beheerder geeft vragen door.",
        "Komt elke maand langs.",
        "",
        "Sander Kok, wijkagent, Politie",
        "Leest mee, antwoordt niet altijd.",
        "",
        "Een bericht in de groep is geen melding. Bij nood belt u 112.",
    ]
    of_one = said(console, kade.group_id, CardKind.EXPECTATIONS, professional_id=sander.id)
    assert of_one[:7] == [
        "Wat u mag verwachten van Sander Kok",
        "Sander Kok, wijkagent, Politie.",
        "Sander Kok leest mee, maar antwoordt niet altijd.",
        "Een wijkagent kiest zelf hoe hij of zij meedoet.",
        "Een wijkagent leest niet alles. Soms zijn er heel veel groepen.",
        "Hebt u een vraag? De beheerder kan die doorgeven.",
        "",
    ]
    for language in LANGUAGES:
        of_officer = cards.card(
            console, kade.group_id, CardKind.EXPECTATIONS, language, professional_id=sander.id
        ).leaflet
        assert len(of_officer.lead) == 5, language
        of_other = cards.card(
            console, kade.group_id, CardKind.EXPECTATIONS, language, professional_id=fatima.id
        ).leaflet
        assert "wijkagent" not in " ".join(of_other.lead), language
    professionals.change(console, kade.group_id, sander.id, replace(SANDER, presence=Presence.VIA_MODERATOR))
    outside = said(console, kade.group_id, CardKind.EXPECTATIONS, professional_id=sander.id)
    assert not any("leest" in line for line in outside)  # who is not in the group reads nothing
    in_arabic = said(console, kade.group_id, CardKind.EXPECTATIONS, "ar")
    assert "\u2068Komt elke maand langs.\u2069" in in_arabic  # with its full stop at its own end
    professionals.change(console, kade.group_id, sander.id, replace(SANDER, expectation="Belt altijd terug."))
    of_one = said(console, kade.group_id, CardKind.EXPECTATIONS, professional_id=sander.id)
    assert of_one[2:4] == ["Belt altijd terug.", ""]
    for gone in (fatima, sander):
        professionals.remove(console, kade.group_id, gone.id)
    told = said(console, kade.group_id, CardKind.EXPECTATIONS, professional_id=sander.id)
    assert told[1] == "Bij deze groep zijn geen professionals bekend."  # that there are none, nobody said


def test_where_to_report_has_the_numbers_of_the_groups_own_municipality(console, kade):
    elsewhere = said(console, kade.group_id, CardKind.WHERE_TO_REPORT)
    assert elsewhere[1:4] == ["112: Het gebeurt nu, of er is gevaar.", "", "Politie, geen spoed: 0900-8844"]
    assert not any("Rotterdam" in line for line in elsewhere)
    (problem,) = where_to_report.problems(console, kade.group_id)
    assert problem.startswith("De gemeente van deze groep is niet ingevuld.")
    change_group(console, kade.group_id, municipality="rotterdam")
    assert where_to_report.problems(console, kade.group_id) == ()
    here = said(console, kade.group_id, CardKind.WHERE_TO_REPORT)
    assert "Gemeente Rotterdam: 14010 of de app MeldR" in here
    assert "Gmina Rotterdam: 14010 lub aplikacja MeldR" in said(console, kade.group_id, CardKind.WHERE_TO_REPORT, "pl")
    desk = Counter(key="", name="Loket {Zuid}", when="Altijd.", number="010-1234567")
    redirects.change_counters(console, "rotterdam", "Rotterdam", [desk])
    for language in LANGUAGES:
        of_own = [
            line.translate({0x2068: None, 0x2069: None})
            for line in said(console, kade.group_id, CardKind.WHERE_TO_REPORT, language)
        ]
        assert of_own[2:4] == ["Loket {Zuid}: 010-1234567", "Altijd."]


# --- mended by a person ----------------------------------------------------------------------------------------------

SHEET = Leaflet(
    "Titel",
    ("Inleiding",),
    (
        Section("Eerst", ("een", "twee"), Mark.NUMBER),
        Section("Dan", ("drie",)),
        Section("Tot slot", ("*vier*",), Mark.NONE),
    ),
    ("Voet",),
)


def test_text_of_a_leaflet_has_a_line_for_each_part(console):
    assert cards.text(SHEET) == (
        "Titel\nInleiding\n\nEerst\n1. een\n2. twee\n\nDan\n- drie\n\nTot slot\n*vier*\n\nVoet"
    )
    told = cards.message(SHEET, Tool.WHATSAPP).messages[0]
    assert told.startswith("*Titel*\nInleiding\n\n*Eerst*\n1. een")
    assert "∗vier∗" in told  # what a person wrote does not become bold
    assert cards.message(SHEET, Tool.SIGNAL).messages == (cards.text(SHEET),)


@pytest.mark.parametrize(
    ("change", "becomes"),
    [
        (("Titel", "Andere titel"), replace(SHEET, title="Andere titel")),
        (
            ("2. twee", "2. twee\n3. tweeëneenhalf"),
            replace(
                SHEET, sections=(Section("Eerst", ("een", "twee", "tweeëneenhalf"), Mark.NUMBER), *SHEET.sections[1:])
            ),
        ),
        (("Dan\n- drie\n", ""), replace(SHEET, sections=(SHEET.sections[0], SHEET.sections[2]))),
        (
            ("Dan", "Daarna"),
            replace(SHEET, sections=(SHEET.sections[0], Section("Daarna", ("drie",)), SHEET.sections[2])),
        ),
        (("\n\nVoet", ""), replace(SHEET, foot=())),
        (("Voet", "Voet\nEn nog een"), replace(SHEET, foot=("Voet", "En nog een"))),
        (("Titel\n", "Titel\nNieuw\n"), replace(SHEET, lead=("Nieuw", "Inleiding"))),
    ],
)
def test_what_a_person_changes_in_the_text_changes_on_the_picture(change, becomes):
    assert cards.edited(SHEET, cards.text(SHEET).replace(*change)) == becomes


def test_emptied_text_leaves_an_empty_leaflet():
    emptied = cards.edited(SHEET, " \n")
    assert emptied == replace(SHEET, title="", lead=(), sections=(), foot=())
    assert cards.message(emptied, Tool.WHATSAPP).messages == ()


# --- the first meeting -----------------------------------------------------------------------------------------------


def test_first_meeting_is_kept_with_its_day_and_place_beside_the_settings_and_undone(console, kade):
    editing.set_settings(console, kade.group_id, WelcomeSettings(minutes=5))
    before = kick_off.of_group(console, kade.group_id, "nl")
    assert (before.at, before.place, len(before.items)) == (None, "", 7)
    assert "Wanneer: [dag en tijd]" in said(console, kade.group_id, CardKind.KICK_OFF)
    meeting = KickOff(EVENING, " Buurthuis De {Kade} ", ("Welkom", " ", "Koffie"))
    kept = kick_off.keep(console, kade.group_id, meeting, "nl")
    told = " ".join(logbook.entry(console, DecisionId(kept.decision)).changed)
    assert "de startbijeenkomst" in told
    assert "{Kade}" not in told
    assert said(console, kade.group_id, CardKind.KICK_OFF) == [
        "Startbijeenkomst van Kade",
        "Wanneer: zaterdag 28 november, 19.30 uur",
        "Waar: Buurthuis De {Kade}",
        "",
        "Wat we doen",
        "1. Welkom",
        "2. Koffie",
    ]
    in_turkish = said(console, kade.group_id, CardKind.KICK_OFF, "tr")
    assert in_turkish[1] == "Ne zaman: 28 Kasım Cumartesi, saat 19:30"
    assert len(in_turkish) == 5 + 7  # the agenda of a person is in his own language only
    editing.set_settings(console, kade.group_id, WelcomeSettings(minutes=8))
    assert kick_off.of_group(console, kade.group_id, "nl").items == ("Welkom", "Koffie")
    assert not kick_off.keep(console, kade.group_id, kick_off.of_group(console, kade.group_id, "nl"), "nl").groups
    for _ in range(2):
        undoing.undo(console)
    assert kick_off.of_group(console, kade.group_id, "nl") == before


@pytest.mark.parametrize(
    ("meeting", "key"),
    [
        (KickOff(None, "", ("a",) * 21), "agenda_long"),
        (KickOff(None, "", ("a" * 2_000,)), "agenda_item_long"),
        (KickOff(None, "a" * 200, ()), "place_long"),
    ],
)
def test_first_meeting_that_nobody_reads_is_not_kept(console, kade, meeting, key):
    with pytest.raises(ExpectedError) as refused:
        kick_off.keep(console, kade.group_id, meeting, "nl")
    assert refused.value.key == key


# --- to one person ---------------------------------------------------------------------------------------------------


def test_private_texts_know_what_is_known_and_leave_the_rest_open(console, kade, make_group):
    for kind, language in product(TextKind, LANGUAGES):
        told = private_texts.text(console, kade.group_id, kind, language, name="Bram [de] Vries")
        assert "Bram" in told
        assert "{" not in told
        nameless = private_texts.text(console, kade.group_id, kind, language, name="+31 6 12345678")
        assert not any(odd in nameless for odd in (" ,", ",.", ",!", "،.", "+31"))
        with_blank = private_texts.text(console, kade.group_id, kind, language)
        assert with_blank.count("[") == told.count("[") + 1
    other = make_group("Buurtchat")
    family.relate(console, kade.group_id, other.group_id, Kin.SISTER)
    editing.set_settings(console, kade.group_id, WelcomeSettings(sister_link="https://chat.whatsapp.com/AbC"))
    assert private_texts.text(console, kade.group_id, TextKind.TO_SISTER, "nl", name="Bram de Vries") == (
        "Hoi Bram, uw berichten passen beter in Buurtchat. Daar lezen buren graag mee: https://chat.whatsapp.com/AbC."
    )


def test_farewell_goes_to_a_member_in_private_and_is_taken_back(console, kade):
    bram = kade.member("Bram")
    kade.member("Net weg", left_at=NOW)
    kade.member("Wijkagent Wim", role="professional")
    readers = private_texts.readers(console, kade.group_id, TextKind.FAREWELL)
    assert readers == (Reader(bram, "Bram", is_member=True), Reader(readers[1].id, "Net weg", is_member=True))
    assert [one.name for one in private_texts.readers(console, kade.group_id, TextKind.TO_SISTER)] == ["Bram"]
    farewell = private_texts.text(console, kade.group_id, TextKind.FAREWELL, "nl", name="Bram")
    sending.post_private(console, bram, farewell)
    assert [(todo.recipient, todo.text) for todo in todos.todos(console)] == [("Bram", farewell)]
    undoing.undo(console)
    assert todos.todos(console) == ()
