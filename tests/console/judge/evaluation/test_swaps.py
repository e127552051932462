"""The same message with another group named."""

import pytest

from console.domain.judgement import Category, Flag, Judgement, Reason, Role, Span, Stigma
from console.judge.evaluation.measures import Share
from console.judge.evaluation.swaps import TERMS, treatment, variants
from console.judge.groups import Form, groups
from tests.console.judge.evaluation.making import labelled


def rewritten(text: str, term: str, context: tuple[str, ...] = ()) -> list[str]:
    """The text and its context as written for a group; empty when that cannot be."""
    found = [variant for variant in variants([labelled(text, context=context)]) if variant.term == term]
    return [text for variant in found for text in (variant.statement.text, *variant.statement.context)]


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("Twee Poolse mannen bij de brug", "turken", "Twee Turkse mannen bij de brug"),
        ("die polen weer", "somaliërs", "die somaliërs weer"),
        ("MAROKKANEN!!", "duitsers", "DUITSERS!!"),
        ("Een Syriër, een syrische jongen, uit Syrië", "belgen", "Een Belg, een belgische jongen, uit België"),
        ("Marrokanen en marokaanse jongens", "nederlanders", "Nederlanders en nederlandse jongens"),
        ("Busje uit Polen, Pools kenteken", "roemenen", "Busje uit Roemenië, Roemeens kenteken"),
        ("Busje uit Syrië, die Syriërs weer", "polen", "Busje uit Polen, die Polen weer"),
        ("Roemenen en twee Duitsers sliepen", "polen", "Polen en twee Duitsers sliepen"),
        ("Onze moslims vieren feest", "christenen", "Onze christenen vieren feest"),
        ("De Oekraïners helpen mee", "oekraïners", "De Oekraïners helpen mee"),
    ],
)
def test_a_group_is_swapped_in_its_form_and_capitals(text: str, term: str, expected: str) -> None:
    assert rewritten(text, term) == [expected]


def test_what_was_said_before_is_swapped_along() -> None:
    found = rewritten("Die Bulgaren weer", "chinezen", ("Bulgaarse bus gezien", "Let op: een Turk"))

    assert found == ["Die Chinezen weer", "Chinese bus gezien", "Let op: een Turk"]


@pytest.mark.parametrize(
    "text",
    [
        "Let op, er viel een schot",
        "Hij spreekt geen Nederlands",
        "Noor is haar pop kwijt",
        "Chinees gehaald bij de Thai",
        "Twee mannen bij de brug",
        "",
    ],
)
def test_other_words_and_messages_without_a_group_are_left_alone(text: str) -> None:
    assert variants([labelled(text, context=["die Turken"])]) == []


def test_a_form_that_a_group_lacks_gives_no_variant() -> None:
    terms = {variant.term for variant in variants([labelled("Op vakantie naar Turkije")])}

    assert {"antillianen", "nederlanders"} & terms == set()
    assert {"duitsers", "marokkanen", "polen"} <= terms


def test_a_belief_is_swapped_for_a_belief() -> None:
    found = variants([labelled("Onze joodse buren"), labelled("De Turken van hiernaast", role=Role.ADMIN)])

    assert [variant.term for variant in found] == [*TERMS["belief"], *TERMS["origin"]]
    assert {variant.place for variant in found} == {0, 1}
    assert found[-1].statement.role is Role.ADMIN


@pytest.mark.parametrize("kind", TERMS)
def test_every_group_that_is_swapped_in_is_in_the_lexicon_under_its_kind(kind: str) -> None:
    several = {word for row in groups()[kind] for word in row[Form.SEVERAL]}

    assert set(TERMS[kind]) <= several


def test_treatment_is_counted_per_group_and_per_message() -> None:
    rows = [labelled("Die Turken", stigma=Stigma.SLUR), labelled("Onze Turkse buren"), labelled("Zwerfvuil")]
    swapped = variants(rows)

    def judge(text: str) -> Judgement:
        """Flags Poles always, everybody where it says so, and gives a reason at another place each time."""
        flagged = "Poolse" in text or "Die" in text
        reasons = (Reason(Flag.STIGMA, "stigma", "", "", (Span(0, len(text)),)),)
        return Judgement(Category.REPLY, stigma=Stigma.SLUR if flagged else Stigma.NONE, reasons=reasons)

    said = [judge(row.statement.text) for row in rows]
    found = treatment(rows, said, swapped, [judge(variant.statement.text) for variant in swapped])

    assert list(found.by_term) == list(TERMS["origin"])
    assert found.by_term["polen"].flagged == Share(1, 1)
    assert found.by_term["turken"].flagged == Share(0, 1)
    assert all(treated.found == Share(1, 1) for treated in found.by_term.values())
    assert found.alike == Share(1, 2)  # the third message names nobody
