"""Any text gets a judgement: no exception, no empty or outlying span, no expression that never ends."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.judgement import Attention, Category, Flag, Judgement, Role, Statement, Strictness
from console.domain.profile import Profile
from console.judge import Asked, judge, judge_all, load_profile, profile_keys
from console.judge.decide import decide_all
from console.judge.guide import examine
from console.judge.languages import is_dutch
from console.judge.lexicon import cues
from console.judge.model import read_all
from console.judge.personal_data import find_personal_data
from console.judge.reasoning import reasoning

# Pieces that rules look at, so that random texts come near them.
PIECES = st.sampled_from(
    (
        "06-12345678", "nul zes ", "112 ", "gebeld ", "NU ", "inbreker ", "Kerkstraat 12", "kenteken ", "AB-12-CD",
        "bsn ", "111222333", "NL91 ABNA 0417 1643 00", "a@b.nl", "<foto> ", "mijn dochter (9) ", "ene Jan Bos", "wéér ",
        "te koop ", "pak hem en ", "niet ", "- ", "(", "+31 ", "٠٦١٢٣٤٥٦٧٨", "ß", "\u200b", "\u202e", "😀",
        "\x00", "\ud800", "\n", "... ", "İ", "ﷺ",
    )
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=25).map("".join))
STATEMENTS = st.builds(
    Statement, text=TEXTS, role=st.sampled_from(Role), context=st.lists(TEXTS, max_size=3).map(tuple)
)


STRICTNESS = st.dictionaries(st.sampled_from(Flag), st.sampled_from(Strictness))
PROFILES = st.builds(
    lambda key, strictness: replace(load_profile(key), strictness=strictness),
    st.sampled_from(profile_keys()),
    STRICTNESS,
)


def check(judgement: Judgement, text: str) -> None:
    for reason in judgement.reasons:
        assert reason.nl
        assert reason.en
        for start, end in reason.spans:
            assert 0 <= start < end <= len(text)
    if judgement.attention is not Attention.NONE:
        assert judgement.reasons
    assert (judgement.call112 is not None) == (judgement.category is Category.URGENT)


@settings(max_examples=60, deadline=None)  # the first example loads the models
@given(statement=STATEMENTS, profile=PROFILES)
def test_any_text_gets_a_sound_judgement_and_the_same_twice(statement: Statement, profile: Profile) -> None:
    asked = Asked(statement, profile)

    first, second = decide_all([asked, asked])

    check(first.judgement, statement.text)
    assert second.judgement == first.judgement
    for step in reasoning(first, asked).steps:
        assert all(0 <= start < end <= len(statement.text) for start, end in step.spans)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_probabilities_are_probabilities_and_weights_lie_in_the_text(text: str) -> None:
    (scores,) = read_all([Statement(text)])

    for chances in (scores.category, scores.abuse, scores.call112, scores.feedback):
        assert sum(chances.values()) == pytest.approx(1, abs=1e-3)
    assert all(0 <= chance <= 1 for chance in (scores.stigma, scores.vigilantism, *scores.personal_data.values()))
    for weights in scores.weights.values():
        assert all(0 <= start < end <= len(text) for (start, end), _ in weights)


LONG = {
    "letters": "a" * 65_536,
    "digits": "1" * 65_536,
    "digit pairs": "06 " * 21_845,
    "telephone numbers": "06-12345678 " * 5_461,
    "separators": "- ." * 21_845,
    "dots": "1." * 32_768,
    "hyphens": "a-" * 32_768,
    "quotes": "a'" * 32_768,
    "at signs": "a@" * 32_768,
    "mail without end": "a." * 32_000 + "@",
    "spelled mail": "naam apenstaart " * 4_000,
    "iban heads": "nl91 " * 13_107,
    "bsn": "bsn 123456782 " * 4_681,
    "streets": "Kerkstraat 12 " * 4_681,
    "capital words": "Aa " * 21_845,
    "number words": "nul zes een " * 5_461,
    "plates": "kenteken ab 12 " * 4_369,
    "names": "ene Jan " * 8_192,
    "children": "dochter van " * 5_461,
    "given names": "Kees " * 13_107,
    "full names": "Kees Bos van " * 5_041,
    "titles": "mevrouw de heer " * 4_096,
    "initials": "J. " * 21_845,
    "names with ages": "Kees (7) " * 7_281,
    "relatives": "mijn zoon is weg " * 3_855,
    "homes": "ik woon op Kerk " * 4_096,
    "numbers of houses": "Kerkstraat van nr 14 " * 3_120,
    "pictures": "<foto> man Kees " * 4_096,
    "bsn digits": "bsn " + "1 " * 32_766,
    "plates in words": "plaat negen acht b " * 3_449,
    "gaps": "heb iemand 112 " * 4_369,
    "emoji": "😀" * 65_536,
    "right to left": "\u202eمرحبا " * 9_362,
    "nul": "\x00" * 65_536,
    "combining": "e" + "\u0301" * 65_535,
    "zero width": "a\u200b" * 32_768,
    "surrogates": "\ud83d" * 65_536,
    "lines": "\n" * 65_536,
    "expanding": "ﷺ" * 20_000,
}


@pytest.mark.parametrize("name", LONG)
def test_patterns_come_to_the_end_of_64_kib(name: str) -> None:
    text = LONG[name]
    reading = cues().read(text)

    found = find_personal_data(reading, Role.MEMBER, Category.REPLY)

    assert all(0 <= item.span.start < item.span.end <= len(text) for item in found)
    examine(reading)
    is_dutch(text)


@pytest.mark.parametrize("name", ["letters", "emoji", "surrogates", "zero width", "lines", "streets"])
def test_a_message_of_64_kib_comes_back_judged(name: str) -> None:
    text = LONG[name]
    statement = Statement(text, context=(text, text))

    check(judge(statement, load_profile("hic")), text)


def test_a_flag_at_the_end_of_a_long_text_is_still_found() -> None:
    text = "praat maar door. " * 3_700 + "Zijn nummer is 06-12345678"

    (reason,) = (one for one in judge(Statement(text), load_profile("broad")).reasons if "phone" in one.rule)

    assert [text[slice(*span)] for span in reason.spans] == ["06-12345678"]


def test_many_strange_messages_at_once_are_answered_in_order() -> None:
    texts = ["", " ", "\x00", "\ud800", "😀", "06-12345678 van hem", "مرحبا", "İ", "a" * 10_000]
    judged = judge_all([Asked(Statement(text), load_profile("broad")) for text in texts])

    assert [bool(judgement.personal_data) for judgement in judged].index(True) == texts.index("06-12345678 van hem")
    for judgement, text in zip(judged, texts, strict=True):
        check(judgement, text)
