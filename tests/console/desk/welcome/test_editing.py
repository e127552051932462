"""What a person changes in the draft of a group stays so, in every language, and can be taken back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.desk import logbook, undoing
from console.desk.welcome import editing, kick_off, ordering
from console.desk.welcome.catalogue import rules
from console.desk.welcome.composing import compose
from console.desk.welcome.group_settings import Kept, OwnRule, as_stored, of_stored
from console.domain.changes import Changes
from console.domain.judgement import Flag
from console.domain.welcome import LANGUAGES, MOST_DOES, RULE_CHARACTERS, Photos, WelcomeSettings
from console.errors import ExpectedError
from tests.console.desk.conftest import flagged


def does(console, chat, language="nl") -> list[str]:
    """The keys of the do's."""
    return [line.key for line in compose(console, chat.group_id, language).does]


def line_of(console, chat, key, language="nl"):
    """A rule of the draft, or of those left out."""
    welcome = compose(console, chat.group_id, language)
    return next(one for one in (*welcome.does, *welcome.donts, *welcome.others) if one.key == key)


def test_the_order_of_a_person_stays_whatever_goes_wrong_and_holds_in_every_language(console, chat):
    proposed = does(console, chat)
    assert editing.move(console, chat.group_id, "be_polite", 0).welcome
    editing.leave_out(console, chat.group_id, "wish_a_feast")
    editing.put_in(console, chat.group_id, "police_number")
    others = [key for key in proposed if key not in {"be_polite", "wish_a_feast"}]
    by_hand = ["be_polite", *others, "police_number"]
    assert does(console, chat) == by_hand
    for _ in range(9):
        chat.say(judgement=flagged(Flag.STIGMA))
    for language in LANGUAGES:
        assert does(console, chat, language) == by_hand, language
    assert line_of(console, chat, "what_somebody_does").why.startswith("9 keer")  # why is told anew all the same
    editing.move(console, chat.group_id, "no_names", 99)
    assert [line.key for line in compose(console, chat.group_id).donts][-1] == "no_names"
    for _ in range(4):
        assert undoing.undo(console).changes.welcome
    assert does(console, chat)[1] == "what_somebody_does"  # as proposed, now that this goes wrong


def test_who_leaves_out_a_dont_lets_the_does_follow_what_goes_wrong(console, chat):
    donts = [line.key for line in compose(console, chat.group_id).donts]
    editing.leave_out(console, chat.group_id, donts[-1])
    assert "eigen volgorde" in str(logbook.logbook(console))
    for _ in range(9):
        chat.say(judgement=flagged(Flag.STIGMA))
    assert does(console, chat)[1] == "what_somebody_does"
    assert [line.key for line in compose(console, chat.group_id).donts] == donts[:-1]


def test_a_locked_rule_keeps_its_place_between_others_that_move(console, chat):
    place = does(console, chat).index("wish_a_feast")
    editing.lock(console, chat.group_id, "wish_a_feast")
    assert line_of(console, chat, "wish_a_feast").is_locked
    for _ in range(9):
        chat.say(judgement=flagged(Flag.STIGMA))
        chat.say(judgement=flagged(Flag.CALL112))
    assert does(console, chat).index("wish_a_feast") == place
    assert len(does(console, chat)) == MOST_DOES
    editing.lock(console, chat.group_id, "wish_a_feast", is_locked=False)
    assert "wish_a_feast" not in does(console, chat)


def test_a_rule_in_other_words_stays_and_goes_back(console, chat):
    usual = line_of(console, chat, "be_polite")
    editing.set_text(console, chat.group_id, "be_polite", "nl", "  Wees\n aardig\u202e. ")
    edited = line_of(console, chat, "be_polite")
    assert (edited.text, edited.is_edited) == ("Wees aardig.", True)
    in_turkish = line_of(console, chat, "be_polite", "tr")
    assert not in_turkish.is_edited  # in another language nobody said it otherwise
    assert (in_turkish.meaning, edited.meaning) == ("Wees aardig.", "")  # for who does not read Turkish
    for _ in range(9):
        chat.say(judgement=flagged(Flag.STIGMA))
        chat.say(judgement=flagged(Flag.CALL112))
    assert "be_polite" in does(console, chat)  # other words were found for it, so it does not go away by itself
    editing.set_text(console, chat.group_id, "be_polite", "nl", None)
    assert line_of(console, chat, "be_polite").text == usual.text
    arabic = line_of(console, chat, "police_number", "ar").text  # with signs around the number, which nobody types
    assert editing.set_text(console, chat.group_id, "police_number", "ar", arabic) == Changes()


def test_own_rules_stand_in_the_draft_until_a_person_takes_them_out(console, chat):
    key = editing.add_own(console, chat.group_id, "Honden aan de lijn: [altijd].", "nl", is_dont=True).key
    assert line_of(console, chat, key).text == "Honden aan de lijn: (altijd)."  # square ones would be a blank
    editing.set_text(console, chat.group_id, key, "ar", "اتصلوا بالرقم 0900-8844")
    assert line_of(console, chat, key, "ar").text == "اتصلوا بالرقم \u20680900-8844\u2069"
    for number in ("14 010", "1-12-2026 19:30", "+31 6 12"):
        editing.set_text(console, chat.group_id, key, "ar", f"اتصلوا {number} بالرقم")
        assert line_of(console, chat, key, "ar").text == f"اتصلوا \u2068{number}\u2069 بالرقم"
    editing.set_text(console, chat.group_id, key, "en", "Dogs on a lead حي")
    in_english = line_of(console, chat, key, "en")
    assert in_english.text == "\u2068Dogs on a lead حي\u2069"
    assert in_english.meaning == "Honden aan de lijn: (altijd)."
    second = editing.add_own(console, chat.group_id, "Zwaai", "nl", is_dont=False).key
    assert does(console, chat)[-1] == second
    meeting = kick_off.KickOff(None, "Buurthuis", ("Welkom",))
    kick_off.keep(console, chat.group_id, meeting, "nl")
    editing.as_proposed(console, chat.group_id)
    assert kick_off.of_group(console, chat.group_id, "nl") == meeting  # it is no part of the draft
    welcome = compose(console, chat.group_id)
    assert [line.key for line in welcome.others[:2]] == [key, second]  # kept beside the proposal
    editing.put_in(console, chat.group_id, key)
    assert compose(console, chat.group_id).donts[-1].key == key
    editing.remove_own(console, chat.group_id, key)
    with pytest.raises(StopIteration):
        line_of(console, chat, key)
    undoing.undo(console)
    assert line_of(console, chat, key, "ar").text


def test_what_cannot_be_is_refused_in_a_sentence_and_nothing_is_kept(console, chat):
    group_id = chat.group_id
    refused = {
        "rule_too_long": [lambda: editing.add_own(console, group_id, "a " * 1_000, "nl", is_dont=False)],
        "rule_empty": [lambda: editing.set_text(console, group_id, "be_polite", "nl", "\u200b \n")],
        "rule_gone": [
            lambda: editing.set_text(console, group_id, "own:9", "nl", "Ja"),
            lambda: editing.move(console, group_id, "police_number", 0),
            lambda: editing.lock(console, group_id, "police_number"),
            lambda: editing.leave_out(console, group_id, "police_number"),
            lambda: editing.put_in(console, group_id, "be_polite"),
            lambda: editing.remove_own(console, group_id, "be_polite"),
        ],
        "group_gone": [lambda: editing.as_proposed(console, 99)],
        "minutes_wrong": [lambda: editing.set_settings(console, group_id, WelcomeSettings(minutes=0))],
        "app_too_long": [lambda: editing.set_settings(console, group_id, WelcomeSettings(app="x" * 61))],
        "link_too_long": [
            lambda: editing.set_settings(console, group_id, WelcomeSettings(invitation="t.me/" + "x" * 500))
        ],
    }
    for key, calls in refused.items():
        for call in calls:
            with pytest.raises(ExpectedError) as told:
                call()
            assert told.value.key == key
            assert len(told.value.sentence("nl")) > 20
    assert editing.as_proposed(console, group_id).decision is None  # nothing was kept, so nothing goes back
    assert len("x" * RULE_CHARACTERS) == len(
        line_of(console, chat, editing.add_own(console, group_id, "x" * RULE_CHARACTERS, "nl", is_dont=True).key).text
    )


LINKS = {
    "https://wa.example/AbC": "https://wa.example/AbC",
    " wa.example/AbC\n": "https://wa.example/AbC",
    "tg.example/kade": "https://tg.example/kade",
    "https://signaal.example/#CjQ": "https://signaal.example/#CjQ",
    "tg://join?invite=x": "tg://join?invite=x",
    "": "",
    "ja hoor": None,
    "kade": None,
    "javascript:alert(1)": None,
    "file:///etc/passwd": None,
    "https://": None,
    "https://[": None,
    "https://wa.example:kade/": None,
    "mailto:a@b.nl": None,
}


def test_a_link_is_one_that_a_phone_opens(console, chat):
    for typed, kept in LINKS.items():
        if kept is None:
            with pytest.raises(ExpectedError) as told:
                editing.set_settings(console, chat.group_id, WelcomeSettings(sister_link=typed))
            assert told.value.key == "link_wrong", typed
        else:
            editing.set_settings(console, chat.group_id, WelcomeSettings(invitation=typed))
            assert compose(console, chat.group_id).settings.invitation == kept, typed


def test_a_group_writes_in_the_languages_that_it_chose_in_one_order(console, chat):
    for chosen, kept in {("ar", "xx", "nl"): ("nl", "ar"), (): ("nl",)}.items():
        editing.set_settings(console, chat.group_id, WelcomeSettings(languages=chosen, minutes=5))
        assert compose(console, chat.group_id).settings.languages == kept


def test_the_log_tells_what_was_chosen_without_the_words_of_a_rule(console, chat):
    editing.add_own(console, chat.group_id, "Geheim van Piet", "nl", is_dont=False)
    editing.set_settings(
        console, chat.group_id, WelcomeSettings(photos=Photos.IF_NEEDED, minutes=10, languages=("nl", "ar"))
    )
    told = str(logbook.logbook(console))
    assert "Geheim" not in told
    assert "eigen regels: 1" in told
    assert "foto's: alleen als het echt moet" in told
    assert "talen: Nederlands, العربية" in told


@given(
    places=st.dictionaries(st.sampled_from([rule.id for rule in rules()]), st.integers(0, 9), max_size=12),
    counted=st.dictionaries(st.sampled_from(list(Flag)), st.integers(0, 50)),
    edited=st.sets(st.sampled_from([rule.id for rule in rules()]), max_size=10),
)
@settings(max_examples=15)
def test_whatever_is_locked_or_edited_each_rule_stands_once_and_112_is_said(places, counted, edited):
    kept = Kept(locked=places, words={key: {"nl": "x"} for key in edited}, own={"own:1": OwnRule(True, {})})
    found = ordering.order(rules(), kept, counted)
    keys = [*found.does, *found.donts, *found.others]
    assert sorted(keys) == sorted([*(rule.id for rule in rules()), "own:1"])
    assert "call_first" in found.does
    assert {*places, *edited} <= {*found.does, *found.donts}
    assert of_stored(as_stored(kept)) == kept
