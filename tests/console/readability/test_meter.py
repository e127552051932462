"""What is hard in a text, measured on sentences that people labelled, and on every text that we ship."""

import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.assets import resource
from console.domain.readability import WORDS, Hurdle
from console.readability.lists import tree
from console.readability.meter import measure

EXAMPLES = Path(__file__).parents[2] / "data" / "readability"
NO_TEXTS = {"name", "direction", "blanks", "dates", "rewrite", "line_services", "jobs"}  # tables, not for a reader

LISTED = [
    (language, hurdle, phrase, instead)
    for hurdle, name in ((Hurdle.OFFICIAL, "plain_words"), (Hurdle.FIGURE, "figures_of_speech"))
    for language, lists in tree(name).items()
    for phrase, instead in lists["say"].items()
]


def kinds(text: str, language: str = "nl") -> dict[str, str]:
    """The hurdles of a text with the words that were marked."""
    found = measure(text, language).findings
    return {text[slice(*one.span)]: one.hurdle.value for one in found}


def instead(text: str, language: str = "nl") -> list[str]:
    return [one.instead for one in measure(text, language).findings]


def shipped(name: str, language: str) -> Iterator[tuple[str, str]]:
    """Every text of a file of resources that somebody reads, with its key."""

    def walk(tree: object, key: str) -> Iterator[tuple[str, str]]:
        if isinstance(tree, str):
            yield key, tree
        elif isinstance(tree, dict):
            for name, branch in tree.items():
                if name not in NO_TEXTS:
                    yield from walk(branch, f"{key}.{name}")
        elif isinstance(tree, list):
            for branch in tree:
                yield from walk(branch, key)

    path = resource(name, f"{language}.toml")
    yield from walk(tomllib.loads(path.read_text(encoding="utf-8")), language)


def test_each_hurdle_is_marked():
    text = (
        "Wij verzoeken u middels deze brief om een oogje in het zeil te houden, maar ga niet zelf achter iemand aan!!"
    )
    assert kinds(text) == {
        text: "sentence",
        "middels": "official",
        "oogje in het zeil": "figure",
        "!!": "shout",
        "verzoeken": "official",
    }
    assert kinds("De foto's worden volgende week gewist.") == {"worden volgende week gewist": "passive"}
    assert kinds("Lees de vertrouwelijkheidsverklaring.") == {"vertrouwelijkheidsverklaring": "long"}
    assert kinds("Wees niet zo schielijk.") == {"schielijk": "rare"}


def test_what_may_stand_there_instead_is_told():
    assert instead("Bel indien nodig de politie.") == ["als"]
    long = "Kijk goed naar wat iemand doet bij de auto van de buren, maar ga er niet zelf op af."
    assert instead(long) == ["maar"]
    assert instead("U dient te bellen.") == ["moet"]


@pytest.mark.parametrize(
    "text",
    [
        "Welkom in HIC Kadebuurt, mevrouw Özdemir-van der Schoot.",
        "Hoi [voornaamhouderschap], bel {municipality} of https://polariserend.voorbeeld.nl/discretionair.",
        "Katendrechtsestraat 12 is dicht.",
        "De buurman wordt morgen vader en zijn geluid is weg.",
        "Hij is door het park gelopen.",
        "Bel 112 of 0900-8844, ook 's nachts.",
        "De speeltuin naast de fietsenstalling is gesnoeid.",
    ],
)
def test_names_numbers_blanks_and_plain_words_are_not_hard(text):
    assert kinds(text) == {}


def test_a_text_is_b1_by_the_writing_rules():
    twelve, thirteen = " ".join(["bel"] * 12), " ".join(["bel"] * 13)
    eleven = " ".join(["bel"] * 11)
    reasons = {
        "": (),
        twelve: (),
        thirteen: (Hurdle.SENTENCE,),
        f"{eleven}. {eleven}. {eleven}.": (Hurdle.AVERAGE,),
        f"{eleven}. {eleven}. Bel nu.": (),
        "Vermijd polarisatie.": (),  # one hard word may be explained
        "Vermijd polarisatie en insinuaties.": (Hurdle.LONG,),
        "NU METEEN KOMEN!!": (),  # tone
        "Wij gaan conform de regels te werk.": (Hurdle.OFFICIAL,),
    }
    assert {text: measure(text).reasons for text in reasons} == reasons
    assert measure("Bel nu. Bel morgen weer.").mean == 2.5
    assert measure("").mean == 0.0


def test_english_is_measured_and_of_other_languages_only_lengths():
    assert kinds("Please notify us. Messages are deleted by the moderator.", "en") == {
        "notify": "official",
        "are deleted": "passive",
    }
    assert kinds("The discombobulation stays.", "en") == {"discombobulation": "long"}
    polish = measure("Wiadomości są usuwane przez administratora konstantynopolitańczykowianeczka.", "pl")
    assert not polish.is_full
    assert {one.hurdle for one in polish.findings} == {Hurdle.LONG}
    assert measure(" ".join(["كلمة"] * 13), "ar").reasons == (Hurdle.SENTENCE,)


def test_examples_that_people_labelled_are_found():
    """Long and rare words are one: which of the two a hard word is called says little."""

    def plain(hurdles: set[str]) -> set[str]:
        return {"word" if hurdle in WORDS else hurdle for hurdle in hurdles}

    hit, missed, extra = Counter(), Counter(), Counter()
    rows = tomllib.loads((EXAMPLES / "held.toml").read_text(encoding="utf-8"))["sentences"]
    for row in rows:
        wanted = plain(set(row["hurdles"]))
        found = plain({one.hurdle.value for one in measure(row["text"]).findings})
        hit.update(wanted & found)
        missed.update(wanted - found)
        extra.update(found - wanted)
    assert len(rows) >= 50
    for kind in hit | missed | extra:
        assert hit[kind] >= 0.75 * (hit[kind] + missed[kind]), f"{kind} is missed"
        assert hit[kind] >= 0.85 * (hit[kind] + extra[kind]), f"{kind} is seen where it is not"


def test_whole_texts_get_the_verdict_that_people_gave():
    rows = tomllib.loads((EXAMPLES / "texts.toml").read_text(encoding="utf-8"))["texts"]
    wrong = [row["text"] for row in rows if measure(row["text"]).is_b1 is not row["is_b1"]]
    assert len(rows) == 20
    assert wrong == []


@pytest.mark.parametrize("name", ["onboarding", "drafts"])
def test_every_dutch_text_that_is_shipped_is_b1_without_a_hard_word(name):
    found = {
        key: [(text[slice(*one.span)], one.hurdle.value) for one in measure(text).findings]
        for key, text in shipped(name, "nl")
    }
    assert {key: hurdles for key, hurdles in found.items() if hurdles} == {}
    assert len(found) > 100


def test_what_the_window_says_about_the_rules_has_short_sentences_too():
    said = tomllib.loads(resource("text", "nl.toml").read_text(encoding="utf-8"))
    texts = {f"{part}.{key}": text for part in ("welcome", "readability") for key, text in said[part].items()}
    assert {key: found for key, text in texts.items() if (found := set(measure(text).reasons) - WORDS)} == {}
    assert len(texts) > 50


def test_what_is_proposed_is_plain_and_every_phrase_is_found():
    """A pattern is written out by its first choices, with a word for a loose star."""
    hard, lost = [], []
    for language, hurdle, phrase, instead in LISTED:
        hard += [instead for one in measure(instead, language).findings]
        written = " ".join(word.split("/")[0].rstrip("*") or "dus" for word in phrase.split())
        if hurdle not in [one.hurdle for one in measure(written, language).findings] and instead != "=":
            lost.append(phrase)
    assert hard == []
    assert lost == []
    assert len(LISTED) > 500


def test_what_only_looks_like_such_a_phrase_is_left_alone():
    for text in (
        "Hij deed iets slechts.",
        "De brandweer haalt een kat uit de boom.",
        "Hij staat uiterst links.",
        "Mijn rug.",
    ):
        assert kinds(text) == {}, text


def test_the_words_in_other_languages_are_short_enough():
    hard = {
        key: text
        for language in ("en", "pl", "tr", "ar", "uk")
        for key, text in shipped("onboarding", language)
        if not measure(text, language).is_b1
    }
    assert hard == {}


def test_a_long_text_full_of_marks_takes_no_long_time():
    measure("Bel.")  # loads the libraries
    for text in (
        "a." * 5_000,
        "!" * 10_000,
        "." * 10_000,
        "\U0001f600" * 10_000,
        "[" * 10_000,
        "1 " * 5_000,
        "de mensen " * 1_000,
        "'" * 10_000,
        "👍 " * 4_000,
    ):
        began = time.process_time()
        measure(text)
        assert time.process_time() - began < 1.0, text[:10]
