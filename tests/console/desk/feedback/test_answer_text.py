"""A mail is cut up by the numbers in it: answers above, below and between what is quoted, and nothing is lost."""

import time

import pytest

from console.desk.feedback.answer_text import Ours, cut

QUESTIONS = {
    3: "Inbraak in de nacht aan de Dorpsstraat, via het kelderraam",
    8: "'s Avonds korte stops van auto's, iemand geeft een zakje af",
    12: "Lantaarn Kadelaan kapot",
}
OURS = Ours(QUESTIONS, frozenset({"hic kadebuurt"}), "laat het nummer staan. weet u nog niets? schrijf dat er dan bij.")
HEADING = "Van: Anja <anja@voorbeeld.nl>\nVerzonden: maandag 16 november\nAan: Sander\nOnderwerp: Open vragen\n\n"
DIGEST = (
    "Beste Sander,\n\nLaat het nummer staan. Weet u nog niets? Schrijf dat er dan bij.\n\nHIC Kadebuurt\n"
    "[BC-3] Inbraak in de nacht aan de Dorpsstraat, via\nhet kelderraam (sinds 28 oktober, ook in Meidoornbuurt)\n"
    "[BC-12] Lantaarn Kadelaan kapot (sinds 2 november)\n\nMet vriendelijke groet,\nAnja"
)


def answers(text, subject=""):
    return {piece.number: piece.text for piece in cut(text, OURS, subject).pieces if piece.text}


def quoted(text):
    return "\n".join(f"> {line}" for line in text.splitlines())


def test_answers_stand_below_the_quoted_question():
    text = (
        "Hoi Anja,\n\nHieronder alles.\n\n> [BC-3] Inbraak in de nacht\n\nLoopt nog.\nWij zoeken getuigen.\n\n"
        "> BC-12\nGemaakt!\n\nGroet,\nSander\nWijkagent"
    )
    found = cut(text, OURS)
    assert [(piece.number, piece.text) for piece in found.pieces] == [
        (3, "Loopt nog.\nWij zoeken getuigen."),
        (12, "Gemaakt!"),
    ]
    assert found.pieces[0].quoted == "[BC-3] Inbraak in de nacht"
    assert found.rest == "Hieronder alles."


def test_answers_stand_above_each_quoted_question():
    text = "Is gemaakt.\n> [BC-12] Lantaarn Kadelaan kapot\n\nEr zit iemand vast.\n> [BC-3] Inbraak in de nacht"
    assert answers(text) == {12: "Is gemaakt.", 3: "Er zit iemand vast."}


@pytest.mark.parametrize("number", ["[BC-12]", "BC-12", "bc 12", "BC12", "* BC–12", "1. BC-12", "Over BC-12"])
def test_a_number_is_read_in_many_forms(number):
    assert answers(f"{number}: is gemaakt") == {12: "is gemaakt"}


def test_numbers_at_the_top_answer_and_the_old_mail_below_does_not():
    text = (
        f"BC-3: één verdachte zit vast.\nMeer kan ik niet zeggen.\n\nbc 12 gemaakt\n\nMvg Sander\n\n{HEADING}{DIGEST}"
    )
    assert answers(text) == {3: "één verdachte zit vast.\nMeer kan ik niet zeggen.", 12: "gemaakt"}


def test_answers_typed_in_an_old_mail_without_marks_are_found():
    typed = DIGEST.replace("Meidoornbuurt)\n", "Meidoornbuurt)\nLoopt nog, wij hebben beelden.\n")
    typed = typed.replace("(sinds 2 november)", "(sinds 2 november) Gemaakt!")
    expected = {3: "Loopt nog, wij hebben beelden.", 12: "Gemaakt!"}
    assert answers(f"Hoi, zie hieronder.\n\n{HEADING}{typed}") == expected
    assert answers(f"-----Oorspronkelijk bericht-----\n{HEADING}{typed}") == expected
    assert answers(typed) == expected


def test_a_digest_that_comes_back_without_an_answer_answers_nothing():
    for text in (DIGEST, quoted(DIGEST), HEADING + DIGEST):
        found = cut(text, OURS)
        assert [(piece.number, piece.text) for piece in found.pieces] == [(3, ""), (12, "")], text


def test_one_answer_above_a_whole_digest_is_of_no_number():
    found = cut(f"Alles is klaar.\n\n{quoted(DIGEST)}", OURS)
    assert [piece.text for piece in found.pieces] == ["", ""]
    assert found.rest == "Alles is klaar."


def test_one_answer_above_one_question_is_of_that():
    wrote = "Op ma 16 nov 2026 om 10:00 schreef Anja de Vries\n<anja@voorbeeld.nl>:"
    assert answers(f"Is gemaakt hoor\n\n{wrote}\n> [BC-12] Weet u al iets?") == {12: "Is gemaakt hoor"}
    assert answers("Ja, wij zijn bezig.\nGroet, S", "RE: [BC-12] Lantaarn") == {12: "Ja, wij zijn bezig."}


def test_two_numbers_share_an_answer_and_a_number_in_a_sentence_begins_none():
    assert answers("BC-3 en [BC-8]: beide lopen nog.") == {3: "beide lopen nog.", 8: "beide lopen nog."}
    assert answers("[BC-3] Loopt nog, zie ook BC-8.\nMeer weet ik niet.") == {
        3: "Loopt nog, zie ook BC-8.\nMeer weet ik niet."
    }
    assert answers("Over BC-3 is er nieuws.\nVoor BC-12 geldt: nog niets.") == {
        3: "is er nieuws.",
        12: "geldt: nog niets.",
    }
    assert answers("De melding BC-12 is gisteren gemaakt.") == {12: "De melding BC-12 is gisteren gemaakt."}


def test_a_question_is_taken_out_only_where_it_is_repeated():
    assert answers("[BC-12] Lantaarn Kadelaan kapot: is gemaakt") == {12: "is gemaakt"}
    assert answers("[BC-12] De lantaarn aan de Kadelaan brandt weer") == {12: "De lantaarn aan de Kadelaan brandt weer"}
    assert answers("[BC-3] Inbraak in de nacht aan … (sinds 28 oktober) Opgelost") == {3: "Opgelost"}


def test_what_comes_after_the_name_is_small_print_but_not_a_postscript():
    text = "BC-12: gemaakt\n\nMet vriendelijke groet,\nSander Bos\nPolitie Waterveld\n\nPS de paal ernaast ook"
    assert answers(text) == {12: "gemaakt\n\nPS de paal ernaast ook"}
    assert answers("BC-12 is gemaakt\n\nVerstuurd vanaf mijn iPhone") == {12: "is gemaakt"}


@pytest.mark.parametrize(
    "text",
    [
        "-" * 300_000,
        ">" * 200_000,
        "BC-1 " * 30_000,
        "Op " + "a " * 50_000,
        "Van: x\n" * 5_000,
        "[BC-3] " + "(sinds " * 20_000,
        "> [BC-3] a\nb\n" * 3_000,
        "\u202e" * 100_000,
        "BC-3 " + "inbraak in de nacht " * 5_000,
        "BC-99999999999999999999\n\x00\ud800",
    ],
    ids=lambda text: text[:8],
)
def test_a_mail_made_to_hurt_is_read_in_time(text):
    began = time.process_time()
    cut(text, OURS)
    assert time.process_time() - began < 2
