"""The papers that the law asks: filled in from what the installation does, honest about what it does not, readable."""

import re
import tomllib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert

from console.assets import resource
from console.desk import professionals
from console.desk.forgetting import terms
from console.desk.joining import rules
from console.desk.privacy_papers import making, templates
from console.desk.privacy_papers.facts import collect
from console.domain.document import Words
from console.domain.privacy import Paper, Safeguards
from console.domain.professional import Presence, ProfessionalFacts
from console.domain.retention import OlderKept
from console.domain.welcome import MESSAGE_CHARACTERS
from console.errors import ExpectedError
from console.readability.meter import measure
from console.store.tables import digests, feedback, forwards
from console.store.tables import professionals as professionals_table

NOW = datetime(2026, 11, 15, 19, 0, tzinfo=UTC)
BARE = Safeguards(keyring=None, backup_days=30, lock_minutes=10)
FULL = Safeguards(
    keyring="keyring.backends.Windows.WinVaultKeyring",
    backup_days=30,
    lock_minutes=25,
    has_second_place=True,
    has_access_code=True,
    has_recovery_sheet=True,
)


def told(console, kind, safeguards=BARE, group_id=None, **values):
    return making.as_text(making.paper(console, kind, safeguards, group_id, **values))


def either_way(facts):
    """The facts of an installation that does everything, and of one that does nothing."""
    return [replace(facts, conditions=dict.fromkeys(facts.conditions, does)) for does in (True, False)]


# --- whatever the installation does ----------------------------------------------------------------------------------


def test_every_paper_is_filled_in_whatever_the_installation_does(console, chat):
    for facts in (collect(console, FULL, chat.group_id, NOW), collect(console, BARE, None, NOW)):
        for some in [facts, *either_way(facts)]:
            for kind in Paper:
                text = making.as_text(templates.document(kind, some))
                assert not re.search(r"[{}]|None", text), kind


def test_every_condition_is_one_of_the_installation_and_makes_a_difference(console, chat):
    asked = set()

    def look(entry):
        if isinstance(entry, dict):
            asked.update(entry[name] for name in ("when", "unless") if name in entry)
        for one in entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else ():
            look(one)

    for kind in Paper:
        look(tomllib.loads(resource("privacy", f"{kind.value}.toml").read_text(encoding="utf-8")))
    assert asked == set(collect(console, BARE, chat.group_id).conditions)


def test_the_notice_is_b1_and_its_message_fits_in_one(console, make_group):
    facts = collect(console, FULL, make_group("Lindenhof").group_id)
    for some in [facts, *either_way(facts)]:
        for part in templates.document(Paper.NOTICE, some).parts:
            words = [block.text for block in part.blocks if isinstance(block, Words)]
            cells = [
                cell for block in part.blocks if not isinstance(block, Words) for row in block.rows for cell in row
            ]
            assert measure("\n".join([part.heading, *words, *cells])).is_b1, part.heading
        assert measure(templates.message(some)).is_b1
    long = make_group("Lindenhof " + "en omstreken " * 15).group_id
    kept = OlderKept(datetime(2026, 5, 1, tzinfo=UTC), datetime(2027, 9, 30, tzinfo=UTC), "onderzoek")
    terms.keep_older(console, long, kept)
    message = making.message(console, BARE, long)
    assert "evaluatie" in message
    assert len(message) < MESSAGE_CHARACTERS
    assert message.startswith("Beste leden van Lindenhof en omstreken")


# --- what this installation does -------------------------------------------------------------------------------------


def test_papers_tell_how_long_each_group_keeps_what(console, make_group):
    kade, plein = make_group("Kade"), make_group("Plein")
    rules.change(console, plein.group_id, replace(rules.of_group(console, plein.group_id), keep_left_days=45))
    assert "45 tot 90 dagen, per groep na vertrek" in told(console, Paper.REGISTER)
    assert "45 dagen na vertrek" in told(console, Paper.REGISTER, group_id=plein.group_id)
    assert "Na 45 dagen wissen wij uw naam" in making.message(console, BARE, plein.group_id)
    assert "Na 90 dagen wissen wij uw naam" in making.message(console, BARE, kade.group_id)


def test_a_group_that_keeps_less_or_an_older_history_longer_says_so(console, make_group):
    kade, plein = make_group("Kade"), make_group("Plein")
    assert "Hoe lang: 90 dagen\nDaarna: De woorden worden gewist." in told(console, Paper.REGISTER)
    terms.set_terms(console, plein.group_id, messages=30, decisions=100)
    assert "Hoe lang: 30 tot 90 dagen, per groep" in told(console, Paper.REGISTER)
    assert "De tekst van uw berichten: 30 dagen." in making.message(console, BARE, plein.group_id)
    assert "keeps_older" in collect(console, BARE, None).conditions
    assert "evaluatie" not in told(console, Paper.NOTICE)
    kept = OlderKept(datetime(2026, 5, 1, tzinfo=UTC), datetime(2027, 2, 1, tzinfo=UTC), "onderzoek [Avans]")
    terms.keep_older(console, kade.group_id, kept)
    register = told(console, Paper.REGISTER)
    assert (
        "Groep: Kade\nBerichten van voor: 1 mei 2026\nBlijven tot: 1 februari 2027\nWaarom: onderzoek (Avans)"
        in register
    )
    assert "Wij wissen ze op 1 februari 2027." in making.message(console, BARE, kade.group_id)
    assert "evaluatie" not in making.message(console, BARE, plein.group_id)


def test_papers_promise_nothing_that_this_installation_does_not_do(console, chat):
    register = told(console, Paper.REGISTER)
    assert "De sleutel wordt bij elke start opgegeven." in register
    assert "Er is geen tweede sleutel" in register
    assert "Er is geen toegangscode: wie dan achter de computer zit, kan verder gaan." in register
    assert "De reservekopieën staan alleen op deze computer." in register
    assert "Is die weg, dan zijn de kopieën ook weg" in told(console, Paper.BREACH)
    register = told(console, Paper.REGISTER, FULL)
    assert "De sleutel staat in Referentiebeheer van Windows" in register
    assert "Na 25 minuten zonder toets" in register
    assert "Verder gaat alleen wie de toegangscode weet." in register
    assert "Een tweede sleutel staat op papier" in register
    assert "De reservekopieën staan ook op een tweede plek" in register
    assert "Reservekopieën die het programma maakt\nHoe lang: hoogstens 30 dagen" in register


def test_the_ground_is_that_of_who_manages_the_groups(console, make_group):
    street = make_group("Straat", managed_by="residents")
    city = make_group("HIC", managed_by="municipality", municipality="rotterdam")
    assert "publieke taak" not in told(console, Paper.NOTICE, group_id=street.group_id)
    of_city = told(console, Paper.NOTICE, group_id=city.group_id)
    assert "De gemeente beheert de groep: Rotterdam." in of_city
    assert "gerechtvaardigd belang" not in of_city
    both = told(console, Paper.REGISTER)
    assert "letter f" in both
    assert "letter e" in both
    assert "[gemeente]" not in both


def test_recipients_are_told_by_their_work_and_never_by_name(console, make_group):
    kade, plein = make_group("Kade"), make_group("Plein")
    officer = ProfessionalFacts(
        "Sander Vos", organisation="Politie [West]", job="community_officer", presence=Presence.VIA_MODERATOR
    )
    professionals.add(console, kade.group_id, officer)
    professionals.add(console, plein.group_id, ProfessionalFacts("Els Bos", job="school", presence=Presence.READS))
    with console.store.writing() as connection:
        of_officer = professionals_table.select().where(professionals_table.c.name == "Sander Vos")
        (officer_id, *_) = connection.execute(of_officer).one()
        sent = {"professional_id": officer_id, "made_at": NOW - timedelta(days=3), "how": "mail", "lines": [1]}
        connection.execute(insert(digests).values(sent))
        (line,) = connection.execute(insert(feedback).values(what="Lamp stuk", since=NOW)).inserted_primary_key
        passed_on = {"feedback_id": line, "group_id": kade.group_id, "recipient": "Gemeente", "body": "Lamp stuk"}
        for channel, removed_at in (("mail", None), ("signalen", NOW)):
            row = passed_on | {"channel": channel, "created_at": NOW, "removed_at": removed_at}
            connection.execute(insert(forwards).values(row))
    register = told(console, Paper.REGISTER, group_id=kade.group_id)
    assert "Ontvanger: wijkagent, Politie (West)\nWat: Krijgt vragen" in register
    assert "overzichten van open vragen" in register
    assert "Voor het laatst: 12 november 2026" in register
    assert "Ontvanger: Gemeente\nWat: Meldingen die de beheerder zelf mailt.\n" in register
    assert "Signalen" not in register  # taken back
    assert "school" not in register
    everywhere = "".join(told(console, kind) for kind in Paper)
    assert "Ontvanger: school\nWat: Leest de berichten in de groep, met het eigen toestel.\n" in everywhere
    assert "Sander" not in everywhere
    assert "Els" not in everywhere


def test_a_group_that_was_put_away_still_holds_data_and_is_told_of(console, make_group):
    make_group("Kade\n\u202e[oud]", archived_at=NOW).say("Hallo")
    text = told(console, Paper.BREACH)
    assert "Voor Kade (oud)." in text
    assert "Soort: berichten met tekst\nAantal: 1\n" in text
    with pytest.raises(ExpectedError) as failed:
        told(console, Paper.BREACH, group_id=99)
    assert failed.value.key == "group_gone"


def test_seventy_two_hours_are_counted_as_a_clock_that_is_put_back_shows_them(console, chat):
    noticed = datetime(2026, 10, 24, 8, 0, tzinfo=UTC)  # winter time begins the next day
    text = told(console, Paper.BREACH, noticed_at=noticed)
    assert "Ontdekt op 24 oktober 2026 om 10.00 uur." in text
    assert "kan op tijd tot 27 oktober 2026 om 09.00 uur" in text
    assert "Ontdekt op [dag en tijd]" in told(console, Paper.BREACH)


def test_a_paper_is_saved_as_pdf_or_as_text(console, chat, tmp_path):
    paper = making.paper(console, Paper.NOTICE, BARE, chat.group_id)
    for name, begins in (("blad.pdf", b"%PDF-"), ("blad.txt", b"Wat bewaren wij van u?")):
        making.save(console, paper, tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(begins)
    with pytest.raises(ExpectedError) as failed:
        making.save(console, paper, tmp_path / "nergens" / "blad.pdf")
    assert failed.value.key == "export_not_written"
