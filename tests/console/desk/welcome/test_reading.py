"""How easy a text is to read, in sentences for a person."""

from types import SimpleNamespace

from console.desk.welcome.reading import explain, read
from console.domain.readability import Hurdle
from console.readability.meter import measure

NL, EN = (SimpleNamespace(language=language) for language in ("nl", "en"))  # all that is asked of a console
HARD = (
    "Middels deze brief vragen wij u om niet zelf achter iemand aan te gaan, maar 112 te bellen. "
    "De foto's worden gewist!! Houd een oogje in het zeil. "
    "Lees de vertrouwelijkheidsverklaring. Wees niet schielijk. Hierbij stop ik."
)


def test_every_hurdle_is_told_with_what_to_do():
    told = read(NL, HARD)
    assert not told.is_b1
    assert told.verdict == (
        "Dit is nog geen gewone taal (B1): 1 lange zin, 2 keer taal van kantoor, 1 zegswijze, "
        "1 zin waarin onduidelijk is wie iets doet, 1 lang woord en 1 moeilijk woord."
    )
    assert told.hint == "Hier staat een lange zin. Maak er twee zinnen van. Zet een punt vóór ‘maar’."
    assert told.counted == "6 zinnen, gemiddeld 6,2 woorden. De langste zin heeft 18 woorden."
    assert [(one.hurdle, one.what, one.proposal) for one in told.found[:2]] == [
        (
            Hurdle.SENTENCE,
            "Deze zin heeft 18 woorden. Tot 12 leest makkelijk.",
            "Maak er twee zinnen van. Zet een punt vóór ‘maar’.",
        ),
        (Hurdle.OFFICIAL, "‘Middels’ is taal van kantoor.", "Zeg liever: met."),
    ]
    assert {one.hurdle for one in told.found} == set(Hurdle) - {Hurdle.AVERAGE}
    for one in told.found:
        assert one.sentence in HARD
        assert all(one.sentence[start:end] for start, end in one.marks)


def test_the_words_follow_the_console_and_what_is_measured_the_text():
    assert read(EN, "Bel eerst 112. Schrijf daarna.").verdict == "This is plain language (B1)."
    assert read(EN, "Bel eerst 112. Schrijf daarna.").counted.startswith("2 sentences, 2.5 words on average.")
    assert read(NL, "Bel.").counted == "De langste zin heeft 1 woord."
    assert read(NL, "").verdict == "Er staat nog geen tekst."
    assert read(NL, "Vermijd polarisatie.").verdict == "Dit is gewone taal (B1). Let nog op de moeilijke woorden."
    assert read(NL, "Witaj w grupie.", "pl").verdict == "De zinnen en woorden zijn kort genoeg."
    assert "moedertaal" in " ".join(explain(NL, "pl"))
    assert "wordfreq" not in " ".join(explain(NL, "pl"))
    assert read(NL, "Reeds klaar.").hint == "‘Reeds’ is taal van kantoor. Zeg liever: al."
    assert read(NL, "Vermijd polarisatie.").hint == ""
    (long,) = read(NL, " ".join(["bel"] * 25)).found
    assert long.proposal == "Maak er minstens 3 zinnen van."
    average = read(NL, " ".join(f"{' '.join(['bel'] * 11)}." for _ in range(3)))
    assert [(one.sentence, one.marks) for one in average.found] == [("", ())]
    assert "11,0 woorden" in average.found[0].what


def test_what_the_program_itself_says_of_a_text_is_plain():
    """Sentences and averages apart: the verdict lists as much as there is."""
    told = read(NL, HARD)
    quoted = {"middels", "schielijk", "vertrouwelijkheidsverklaring", "hierbij", "oogje in het zeil"}
    said = [told.verdict, told.counted, *(f"{one.what} {one.proposal}" for one in told.found)]
    lengths = (Hurdle.SENTENCE, Hurdle.AVERAGE)
    hard = {
        sentence[slice(*one.span)].lower()
        for sentence in said
        for one in measure(sentence).findings
        if one.hurdle not in lengths
    }
    assert hard <= quoted
