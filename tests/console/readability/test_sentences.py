"""Where a sentence ends and a word begins."""

import pytest

from console.readability.sentences import sentences

CUT = {
    "Bel 0900-8844. Of bel 14 010.": [2, 3],
    "Meld het met Buurt Bestuurt. nl of bel.": [8],
    "Dhr. Jansen en mevr. Bakker helpen, bijv. op maandag.": [9],
    "P. de Vries komt o.a. om 14.30 uur. Kom ook!": [8, 2],
    "Neem koffie mee enz. De rest volgt.": [4, 3],
    "Hoi [naam van buur], bel {police}. Dank.": [4, 1],
    "Gelezen 👍 Dank u wel.": [1, 3],
    "Let op... Echt waar?! Ja.": [2, 2, 1],
    "bel eerst. dan appen": [2, 2],  # without capitals, as people write
    "Klaar.Dan appen we.": [1, 3],
    "*Welkom in de groep*\n1. Bel 112\n✅ Kijk goed": [4, 3, 2],
    "Zie www.politie.nl. Of mail anja@example.nl.": [2, 3],
    "foto's van 's avonds bij zo'n zee-egel": [7],
    "Zei hij: 'Ga weg.' Toen ging ik.": [4, 3],
    "اتصل بالشرطة؟ نعم.": [2, 1],
    "Zażółć gęślą jaźń. Тут їжак.": [3, 2],
    "👀 🙂 --- ***": [],
    "": [],
}


def test_words_are_counted_sentence_by_sentence():
    assert {text: [len(one.words) for one in sentences(text)] for text in CUT} == CUT


@pytest.mark.parametrize("text", ["  *Kijk goed.*  Bel dan.", "\u2068Sam\u2069 belt. \u2067نعم\u2069."])
def test_spans_point_into_the_text(text):
    for one in sentences(text):
        assert text[slice(*one.span)] == text[slice(*one.span)].strip()
        assert [text[slice(*word.span)] for word in one.words] == [word.text for word in one.words]


def test_what_is_read_at_once_is_no_plain_word():
    (one,) = sentences("Bel [naam] op 14 010 of kijk op www.politie.nl o.a. nu")
    assert [word.text for word in one.words if not word.is_plain] == ["[naam]", "14 010", "www.politie.nl", "o.a."]
