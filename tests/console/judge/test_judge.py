"""What the judge says of a message: by meaning where no judge may err, by patterns whatever the model thinks."""

import pytest

from console.domain.judgement import Attention, Category, Flag, Role, Statement, Stigma
from console.judge import JUDGE_VERSION, Asked, judge, judge_all, load_profile
from tests.console.judge.cases import asked, check, every, judged, read


@every("messages")
def test_a_clear_message_is_judged_as_any_reader_would(place: int) -> None:
    check(judged("messages")[place], read("messages")[place]["expect"])


@every("patterns")
def test_what_patterns_decide_holds_whatever_the_model_says(place: int) -> None:
    check(judged("patterns")[place], read("patterns")[place]["expect"])


def test_the_clear_messages_hold_every_category_and_every_flag_beside_messages_without_it() -> None:
    expected = [case["expect"] for case in read("messages")]
    assert {one.get("category") for one in expected} >= set(Category)
    flags = [set(one.get("raised", ())) | set(one.get("flags", ())) for one in expected]
    assert set().union(*flags) == set(Flag) - {Flag.LANGUAGE}
    assert sum(not some for some in flags) > len(flags) / 3


def test_a_message_is_judged_alike_alone_and_in_company() -> None:
    questions = [asked(case) for case in read("messages")[:20]]
    assert [judge_all([question])[0] for question in questions] == judge_all(questions)
    assert judge_all(questions[::-1])[::-1] == judge_all(questions)
    assert judge_all([]) == []


@pytest.mark.parametrize("group", ["Marokkaanse", "Poolse", "Duitse", "Nederlandse", "Surinaamse"])
@pytest.mark.parametrize(
    "text", ["Twee {} mannen voelen nu aan de deuren, 112 gebeld", "Die {} gasten weer", "Onze {} buren zijn lief"]
)
def test_the_same_words_are_judged_the_same_for_every_group(text: str, group: str) -> None:
    one, other = (judge(Statement(text.format(name)), load_profile("hic")) for name in (group, "Belgische"))
    assert (one.category, one.stigma, one.abuse, one.vigilantism, one.attention) == (
        *(other.category, other.stigma, other.abuse, other.vigilantism, other.attention),
    )


# --- disguises: what hides a word from a list hides it from nobody ---------------------------------------------------

PLAIN = "Die kutmarokkanen zijn allemaal dieven"


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.upper(),
        PLAIN.replace("kutmarokkanen", "k u t m a r o k k a n e n"),
        PLAIN.replace("kutmarokkanen", "kutm4r0kkanen"),
        PLAIN.replace("kutmarokkanen", "kut\u00admarok\u200bkanen"),
        PLAIN.replace("kutmarokkanen", "kutmarokkaneeeeen"),
        "".join(chr(ord(letter) + 0xFEE0) if letter.isascii() and letter.isalpha() else letter for letter in PLAIN),
        f"\x00{PLAIN}\x07",
        f"\ud800 {PLAIN} \udfff",
        f"{PLAIN} 😡😡😡",
        f"Goedemorgen allemaal, ik wilde even zeggen: {PLAIN}. Dat was het, fijne dag nog!",
    ],
    ids=["capitals", "spaced", "leet", "invisible", "drawn", "wide", "control", "surrogates", "emoji", "wrapped"],
)
def test_a_slur_in_disguise_is_still_one(text: str) -> None:
    judgement = judge(Statement(text), load_profile("broad"))

    assert judgement.stigma is not Stigma.NONE
    assert judgement.attention is not Attention.NONE


# --- reasons ---------------------------------------------------------------------------------------------------------


def test_reasons_stand_in_the_order_of_work() -> None:
    text = "Inbreker NU in de tuin!! Pak hem en hou hem vast, bel haar op 06-12345678, die kutmarokkanen altijd"

    judgement = judge(Statement(text), load_profile("hic"))

    flags = [reason.flag for reason in judgement.reasons]
    assert {Flag.CALL112, Flag.VIGILANTISM, Flag.PERSONAL_DATA, Flag.STIGMA} <= set(flags)
    assert flags == sorted(flags, key=list(Flag).index)
    assert judgement.attention is Attention.NOW


def test_a_reason_marks_the_words_that_decided() -> None:
    text = "Er is NU een Inbréker bij de buren!"

    reasons = judge(Statement(text), load_profile("hic")).reasons

    (reason,) = (reason for reason in reasons if reason.flag is Flag.CALL112)
    assert [text[slice(*span)] for span in reason.spans] == ["NU", "Inbréker"]
    assert reason.sentence("nl") == "Dit is spoed, en er staat niet bij dat 112 is gebeld."
    assert reason.sentence("en").startswith("This is an emergency")


def test_who_asks_whether_112_was_called_has_not_called() -> None:
    profile, text = load_profile("hic"), "De inbreker rent nu weg richting het spoor!"
    before = [(), ("Inbreker!", "112 gebeld?? wie belt 112?"), ("112 is gebeld?",), ("Inbreker, 112 is gebeld",)]
    said = judge_all([Asked(Statement(text, Role.MEMBER, one), profile) for one in before])

    flags = [{reason.flag for reason in judgement.reasons} for judgement in said]
    assert [Flag.CALL112 in some for some in flags] == [True, True, True, False]


@pytest.mark.parametrize("profile", ["broad", "veiligebuurt"])
def test_nobody_is_asked_after_112_where_the_group_does_not_expect_it(profile: str) -> None:
    judgement = judge(Statement("Er is NU een inbreker bij de buren, help!!"), load_profile(profile))

    assert judgement.category is Category.URGENT
    assert not judgement.reasons


def test_the_version_names_the_model() -> None:
    assert JUDGE_VERSION.startswith("model-")
