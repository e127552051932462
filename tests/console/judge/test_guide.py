"""The guide's test for stigma: what stands in a message, which answer decides, and when words overrule the model."""

import time

import pytest

from console.domain.judgement import Abuse, Flag, Stigma
from console.judge.groups import Form, groups
from console.judge.guide import Answer, Guide, examine, raises, vetoes
from console.judge.lexicon import cues
from console.judge.reasons import explain_abuse, explain_stigma, explain_vigilantism

DESCRIBED = "Marokkaanse man, slank, grijze baard, blauwe jas, voelt nu aan deuren in de Kerklaan"


def guide(text: str) -> Guide:
    return examine(cues().read(text))


def words(text: str, part: str) -> list[str]:
    return [text[span.start : span.end] for span in getattr(guide(text), part)]


def several() -> list[str]:
    return [word for rows in groups().values() for row in rows for word in row[Form.SEVERAL]]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Twee Polen lopen door de straat", Answer.TRAIT_WITHOUT_ACT),
        ("Er staat een man met een donkere huidskleur bij de bushalte", Answer.TRAIT_WITHOUT_ACT),
        ("Vrouw met hoofddoek zit op het bankje", Answer.TRAIT_WITHOUT_ACT),
        ("Turkse man heeft mijn fiets gestolen", Answer.ACT_WITH_FEW_FEATURES),
        (DESCRIBED, Answer.ACT_WITH_FEATURES),
        ("Pool, groene bodywarmer, hangsnor, rukt nu aan portieren op het Kerkpad", Answer.ACT_WITH_FEATURES),
        ("Man voelt aan deuren, blauwe jas en een pet", Answer.NO_TRAIT),
        ("Wie heeft er een ladder te leen?", Answer.NO_TRAIT),
        ("Dat soort hoort hier niet", Answer.CONTEMPT_OF_GROUP),
        ("Die Roemenen deugen niet, het zit in hun bloed", Answer.CONTEMPT_OF_GROUP),
        ("Wij hebben onze hond nu eenmaal leren zitten", Answer.NO_TRAIT),
        ("Weer die kutmarokkanen", Answer.SLUR),
        ("Afkomst is geen signalement, schrijf wat iemand doet", Answer.COUNTER_SPEECH),
    ],
)
def test_the_answer_that_decides(text: str, answer: Answer) -> None:
    assert guide(text).answer is answer


def test_the_words_of_every_question_are_found_where_they_stand() -> None:
    text = "Bulgaarse man, rode pet, beste buren, forceert een slot, in een wítte Golf"
    assert words(text, "traits") == ["Bulgaarse"]
    assert words(text, "acts") == ["forceert"]
    assert words(text, "features") == ["pet", "Golf"]


def test_each_kind_of_feature_counts_once_and_a_vehicle_only_with_its_colour() -> None:
    assert len(guide("rode jas, blauwe trui, groen vest").features) == 1
    assert len(guide("rode jas, spijkerbroek, witte sneakers").features) == 3
    assert words("hij krast op een auto", "features") == []
    assert words("hij stapt in een zwarte auto", "features") == ["auto"]


@pytest.mark.parametrize("group", several())
def test_every_nation_and_belief_gets_the_same_answers(group: str) -> None:
    assert guide(f"Twee {group} in de straat").answer is Answer.TRAIT_WITHOUT_ACT
    assert raises(guide(f"Kut{group} weer")) is Stigma.SLUR
    assert raises(guide(f"Altijd die vuile {group}")) is Stigma.SLUR
    assert raises(guide(f"Gezellig, onze {group} koken vrijdag")) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Die spleetogen van de toko weer", Stigma.SLUR),
        ("zigeunertuig in de straat", Stigma.SLUR),
        ("Antilliaans tuig op de kade", Stigma.SLUR),
        ("T y f u s t u r k e n dubbel geparkeerd", Stigma.SLUR),
        ("n*gers bij de metro", Stigma.SLUR),
        ("kutm4rokkanen op een scooter", Stigma.SLUR),
        ("er liggen weer kutjunks in het portiek", Stigma.CONDITION),
        ("flikkers in de hal", Stigma.GENDER_OR_ORIENTATION),
        ("tokkies uit de flat", Stigma.CLASS_OR_PLACE),
        ("kutpubers op het plein", Stigma.YOUTH),
    ],
)
def test_a_slur_decides_whatever_the_model_says(text: str, kind: Stigma) -> None:
    assert raises(guide(text)) is kind
    assert not vetoes(guide(text))


@pytest.mark.parametrize(
    "text",
    [
        "'Geitenneuker' staat er met stift op de deur",
        "Op de muur staat “n*gers oprotten”, wie helpt schilderen?",
        "Dat woord willen we niet, negers zeg je niet",
        "Polakken? Dat zijn mijn buren",
        "Wie heeft nog een pinda voor de vogels",
        "Ik flikker het in de container",
        "Turkse hond loopt los, lieve beest",
        "Let op het schot bij de deur",
        "a b c d e f staat er op de bus",
    ],
)
def test_a_quoted_slur_an_objection_and_an_ordinary_word_raise_nothing(text: str) -> None:
    assert raises(guide(text)) is None


def test_an_act_with_other_features_beside_the_trait_overrules_the_model() -> None:
    assert vetoes(guide(DESCRIBED))
    assert not vetoes(guide("Marokkaanse man voelt nu aan deuren, blauwe jas"))
    assert not vetoes(guide(DESCRIBED + ", typisch"))
    assert not vetoes(guide(DESCRIBED + ". Dat soort deugt niet"))
    assert not vetoes(guide("Marokkaanse man, slank, grijze baard, blauwe jas, loopt door de straat, hij doet niks"))


def test_objecting_overrules_the_model_unless_it_speaks_ill_itself() -> None:
    assert vetoes(guide("Zo praten we niet over de buren uit Polen"))
    assert vetoes(guide("Niet elke jongen hier is een dief"))
    assert not vetoes(guide("Zo praten we niet over die Polen, maar dat soort hoort hier niet"))


def test_nothing_in_a_message_decides_nothing() -> None:
    assert guide("") == Guide()
    assert not vetoes(Guide())
    assert raises(Guide()) is None


def test_a_message_full_of_quotes_stars_and_groups_is_read_in_time() -> None:
    text = "'polen' n*g*rs k.u.t.p.o.l.e.n " * 2000
    start = time.perf_counter()
    guide(text)
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize("kind", [kind for kind in Stigma if kind is not Stigma.NONE])
@pytest.mark.parametrize("answer", Answer)
def test_every_kind_and_answer_has_one_sentence_in_both_languages(kind: Stigma, answer: Answer) -> None:
    reason = explain_stigma(kind, answer)
    assert (reason.flag, reason.rule) == (Flag.STIGMA, f"stigma.{kind}.{answer}")
    assert reason.nl.startswith("Hier ")
    assert reason.nl.count(".") == reason.en.count(".") == 1
    assert len(reason.nl) <= 130


def test_abuse_and_own_action_have_sentences_that_speak_of_the_message() -> None:
    assert [explain_abuse(kind).nl for kind in (Abuse.COARSE, Abuse.INSULT, Abuse.THREAT)] == [
        "Hier staat grove taal.",
        "Hier wordt iemand beledigd.",
        "Hier staat een dreigement tegen iemand.",
    ]
    spans = guide(DESCRIBED).acts
    assert explain_vigilantism(spans).spans == spans
