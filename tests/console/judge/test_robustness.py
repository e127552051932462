"""Any text gets a judgement: no exception, no empty or outlying span, no expression that never ends."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.judgement import Attention, Category, Judgement, Role, Statement
from console.judge import judge, load_profile, profile_keys

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


def check(judgement: Judgement, text: str) -> None:
    for reason in judgement.reasons:
        assert reason.nl
        assert reason.en
        for start, end in reason.spans:
            assert 0 <= start < end <= len(text)
    if judgement.attention is not Attention.NONE:
        assert judgement.reasons
    assert (judgement.call112 is not None) == (judgement.category is Category.URGENT)


@settings(max_examples=80, deadline=None)  # the first example loads the lexicon
@given(statement=STATEMENTS, key=st.sampled_from(profile_keys()))
def test_any_text_gets_a_sound_judgement(statement: Statement, key: str) -> None:
    profile = load_profile(key)

    judgement = judge(statement, profile)

    check(judgement, statement.text)
    assert judge(statement, profile) == judgement


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
def test_a_line_of_64_kib_comes_back_judged(name: str) -> None:
    text = LONG[name]
    statement = Statement(text, context=(text, text))

    check(judge(statement, load_profile("hic")), text)


def test_a_flag_at_the_end_of_a_long_text_is_still_found() -> None:
    text = "praat maar door. " * 3_700 + "Zijn nummer is 06-12345678"

    (reason,) = (one for one in judge(Statement(text), load_profile("broad")).reasons if "phone" in one.rule)

    assert [text[slice(*span)] for span in reason.spans] == ["06-12345678"]
