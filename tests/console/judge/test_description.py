"""A message that stigmatises, written anew: from what it tells of conduct, and nothing else."""

import json
import re
import tomllib
from functools import cache

import pytest

from console.assets import resource
from console.domain.judgement import Category, Role
from console.judge.description import rewritten
from console.judge.lexicon import cues
from console.judge.observed import lexicon
from console.judge.personal_data import Owner, find_personal_data

WORDS = tomllib.loads(resource("drafts", "nl.toml").read_text(encoding="utf-8"))["rewrite"]
HEADINGS = {WORDS[key] for key in WORDS if not key.startswith("open_")}


def lines(text: str, *, with_sighting: bool = False) -> dict[str, str]:
    """The rewritten message by heading, in order; empty where there is none."""
    told = rewritten(text, WORDS, with_sighting=with_sighting) or ""
    return dict(line.split(": ", maxsplit=1) for line in told.splitlines())


@cache
def stigmatising() -> tuple[str, ...]:
    """Every message that the training data call stigma."""
    rows = (
        json.loads(line)
        for path in sorted(resource("training").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    return tuple(row["text"] for row in rows if row["stigma"] != "none")


def test_a_good_report_comes_out_in_the_order_of_a_good_description() -> None:
    text = (
        "Twee donkere mannen van rond de 25 jaar voelen aan portieren in de Kerkstraat, nu om 22.10 uur, richting "
        "plein. Zwarte jas, rode pet, kort haar, rugzak, witte Opel. 112 gebeld"
    )

    assert list(lines(text).items()) == [
        ("Wat", "voelen aan portieren in de Kerkstraat"),
        ("Waar", "in de Kerkstraat"),
        ("Wanneer", "nu, om 22.10 uur"),
        ("Welke kant op", "richting plein"),
        ("Wie", "twee mannen, van rond de 25 jaar"),
        ("Kleding", "Zwarte jas, rode pet"),
        ("Haar en gezicht", "kort haar"),
        ("Bij zich", "rugzak"),
        ("Voertuig", "witte Opel"),
        ("112", "is gebeld"),
    ]


def test_what_lacks_stays_open_for_the_writer() -> None:
    told = lines("Marokkaanse jongen trekt aan fietsen")

    assert told["Wat"] == "trekt aan fietsen"
    assert told["Wie"] == "jongen"
    assert told["Waar"] == WORDS["open_place"]
    assert told["Kleding"] == WORDS["open_clothes"]
    assert "[" not in str(told)  # no blank that would stop the administrator


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "Die junk van het plein heeft gister een appeltaart van mijn terras gegrist",
            "een appeltaart van mijn terras gegrist",
        ),
        (
            "Albanezen rammen op dit moment het rolluik van de juwelier open",
            "rammen op dit moment het rolluik van de juwelier open",
        ),
        (
            "Vannacht is mijn fiets gestolen in de Parklaan door die Polen",
            "Vannacht is mijn fiets gestolen in de Parklaan",
        ),
        ("weer een telefoon gejat op de markt. tja roemenen he", "een telefoon gejat op de markt"),
        ("Ik zag net iemand die pakketjes uit de brievenbus viste", "iemand die pakketjes uit de brievenbus viste"),
    ],
)
def test_the_group_is_left_out_and_the_act_stays(text: str, what: str) -> None:
    assert lines(text)["Wat"].endswith(what)


@pytest.mark.parametrize(
    "text",
    [
        "Polen stelen alles wat los zit",
        "Die Bulgaren slopen en jatten, zo zijn ze",
        "Zwervers, dat slaapt en pist en steekt de boel aan",
        "Straks breken die asielzoekers hier in",
        "Is mijn fiets gestolen door die Roemenen?",
        "Die fietsendieven zullen wel weer van het kamp komen",
        "Pak die Polen op en sla ze in elkaar",
        "Ik hoor dat de Turken van hiernaast inbreken, zeggen ze",
        "Hij zat op mijn schoot, die Pool",
        "Niemand heeft iets gestolen, maar het blijven zigeuners",
        "Kutpolakken",
        "",
    ],
)
def test_what_tells_no_conduct_gets_no_new_words(text: str) -> None:
    assert lines(text) == {}


def test_who_did_nothing_is_not_described() -> None:
    """No conduct, no word of how somebody looks: only where and when, and the question what he did."""
    told = lines(
        "Zwarte man met rode jas en baard staat vanavond bij de bushalte, ik vertrouw het niet", with_sighting=True
    )

    assert told == {"Wat": WORDS["open_what"], "Waar": "bij de bushalte", "Wanneer": "vanavond"}


@pytest.mark.parametrize(
    "text",
    [
        "Zwarte man staat bij de bushalte, hij doet niks",  # there is nothing to report
        "Zwarte man gezien",  # nothing to begin with
        "Zou er een Pool bij de bushalte staan?",  # a question
    ],
)
def test_no_form_is_offered_where_there_is_nothing_to_fill_in(text: str) -> None:
    assert lines(text, with_sighting=True) == {}


def test_to_whom_it_was_done_did_it_not() -> None:
    assert "Wie" not in lines("Gisteren is een oude vrouw beroofd in de Parklaan, die Roemenen weer")
    assert "Wie" not in lines("Roemenen hebben gisteren in de Parklaan geld gejat van een oude vrouw")
    assert lines("Twee Poolse mannen zijn een auto aan het slopen in de Parklaan")["Wie"] == "twee mannen"


def test_whose_vehicle_it_is_was_not_the_vehicle_of_who_did_it() -> None:
    assert "Voertuig" not in lines("Donkere man breekt mijn witte Golf open in de Parklaan")


def test_data_of_somebody_are_never_repeated() -> None:
    told = str(
        lines("Poolse jongen trekt aan fietsen, kenteken 12-ABC-3, bel 06-12345678, het is Kees de Boer van nr 14")
    )

    assert "trekt aan fietsen" in told
    assert not re.search("12-ABC-3|06-12345678|Kees|Boer", told)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 60_000,
        "Een man " * 8_000,
        "op de Aa" * 8_000,
        "Polen stelen, " * 5_000,
        "!?\n" * 20_000,
        "rond " * 12_000,
        "\ud800\x00 man",
    ],
)
def test_no_text_is_too_much(text: str) -> None:
    rewritten(text, WORDS, with_sighting=True)


# --- over every message that people called stigma --------------------------------------------------------------------


@pytest.fixture(scope="module")
def every() -> list[tuple[str, dict[str, str]]]:
    """Each of those messages with what came of it."""
    return [(text, told) for text in stigmatising() if (told := lines(text, with_sighting=True))]


def test_many_messages_can_be_written_anew_and_few_are(every) -> None:
    assert 50 < len(every) < len(stigmatising()) / 10


def test_no_trait_slur_or_contempt_ever_comes_back(every) -> None:
    never = ("trait.", "slur.", "contempt.", "tone.", "counter.")
    kept = {
        (text, name)
        for text, told in every
        for said in told.values()
        for name in cues().read(said).hits
        if name.startswith(never) and "…" not in said
    }

    assert kept == set()


def test_nothing_is_invented(every) -> None:
    plain = {*lexicon()["who"]["plain"].values(), WORDS["person"], WORDS["people"], WORDS["one"]}
    told_by_us = {WORDS[key] for key in WORDS if key.startswith("open_")} | {WORDS["called_yes"]}
    invented = {
        (text, word)
        for text, told in every
        for said in told.values()
        if said not in told_by_us
        for word in re.findall(r"[\w]+", said.lower())
        if word not in text.lower() and word not in plain
    }

    assert invented == set()


def test_no_data_of_somebody_ever_come_back(every) -> None:
    given_away = {
        (said, item.kind)
        for _, told in every
        for said in told.values()
        for item in find_personal_data(cues().read(said), Role.MEMBER, Category.SUSPICIOUS)
        if item.owner is not Owner.PLACE
    }

    assert given_away == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zwarte man voelt aan autodeuren bij de school van mijn dochter Lisa", "Lisa"),
        ("Die Turk slaat zijn vrouw Ayse op de Hoofdweg", "Ayse"),
        ("Twee zigeuners sloegen Karel neer bij de bakker", "Karel"),
        ("Marokkaan heeft de fiets van Kees Jansen gejat in de Kerkstraat", "Kees"),
    ],
)
def test_a_name_is_never_repeated_though_it_does_not_tell_who_somebody_is(text, name) -> None:
    assert name not in (rewritten(text, WORDS, with_sighting=True) or "")


def test_a_street_called_after_somebody_is_a_place() -> None:
    told = rewritten("Marokkaan heeft mijn fiets gejat in de Karel Doormanstraat", WORDS, with_sighting=True)
    assert "Karel Doormanstraat" in (told or "")


def test_every_line_has_a_heading_and_the_conduct_stands_first(every) -> None:
    assert all(set(told) <= HEADINGS for _, told in every)
    assert {next(iter(told)) for _, told in every} == {WORDS["what"]}
