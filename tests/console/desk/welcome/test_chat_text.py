"""A draft as text for a chat: short enough, bold where the tool knows it, and saying what did not fit."""

import re
import time

import pytest

from console.desk import professionals
from console.desk.acts import check
from console.desk.welcome import chat_text, editing
from console.desk.welcome.chat_text import characters, message, three
from console.desk.welcome.composing import compose
from console.domain.decision import Act, Verb
from console.domain.group import Tool
from console.domain.professional import Presence, ProfessionalFacts
from console.domain.welcome import LANGUAGES, MESSAGE_CHARACTERS, WelcomeSettings
from console.errors import ExpectedError
from console.judge import profile_keys

READS = Presence.READS
NAMES = {"hic": "HIC Kadebuurt", "wabp_alarm": "Alarmgroep Lindenhof", "business_park": "Bedrijvenpark De Sluis"}


def shown_lines(text: str) -> list[str]:
    """The rules of a message, without their marks."""
    return [line[2:] for line in text.splitlines() if line.startswith(("✅ ", "❌ "))]


def test_the_draft_of_each_kind_of_group_fits_in_one_message_and_else_says_what_it_leaves_out(console, make_group):
    for profile in profile_keys():
        name = NAMES.get(profile, "Meidoornbuurt")
        group_id = make_group(f"{name} ", profile, municipality="rotterdam").group_id if profile in NAMES else None
        group_id = group_id or make_group(f"{name} {profile[:4]}", profile, municipality="rotterdam").group_id
        for language in LANGUAGES:
            welcome = compose(console, group_id, language)
            told = message(welcome)
            (text,) = told.messages
            assert characters(text) < MESSAGE_CHARACTERS, (profile, language)
            lines = [line.text for line in (*welcome.does, *welcome.donts)]
            assert sorted([*shown_lines(text), *told.left_out]) == sorted(lines), (profile, language)
            assert (told.left_out == ()) or language != "nl", (profile, told.left_out)
            assert text.splitlines()[-1] == welcome.confirm
            assert shown_lines(text)[0] == welcome.does[0].text  # 112 is never left out
            check(Act(Verb.GROUP, text=text))  # it can be sent as it is


def test_three_messages_tell_all_of_it_in_order(console, chat):
    for language in LANGUAGES:
        welcome = compose(console, chat.group_id, language)
        told = three(welcome)
        first, does, donts = told.messages
        assert told.left_out == ()
        assert welcome.purpose in first
        assert "112" in first
        assert shown_lines(does) == [line.text for line in welcome.does]
        assert shown_lines(donts) == [line.text for line in welcome.donts]
        assert [welcome.confirm in text for text in told.messages] == [False, False, True], language
        assert [re.findall(r"\d", text.splitlines()[-1]) for text in told.messages] == [
            ["1", "3"],
            ["2", "3"],
            ["3", "3"],
        ]
    for line in welcome.donts:
        editing.leave_out(console, chat.group_id, line.key)
    first, last = three(compose(console, chat.group_id)).messages
    assert "gelezen." in last


def test_headings_are_bold_only_where_the_tool_knows_it_and_names_cannot_break_that(console, make_group):
    for tool in Tool:
        chat = make_group(f"*x* _y_ ~z~ {tool.value}", "broad", tool=tool.value)
        editing.add_own(
            console, chat.group_id, "```Hallo``` *nu* a_b en 2*3*4 https://a.example/_x_*y*", "nl", is_dont=False
        )
        professionals.add(console, chat.group_id, ProfessionalFacts("*Ed*", job="community_officer", presence=READS))
        (text,) = message(compose(console, chat.group_id)).messages
        first = three(compose(console, chat.group_id)).messages[0]
        assert ("telefoonnummer" in first) == (tool is Tool.WHATSAPP)
        assert f"{'∗Ed∗' if tool is Tool.WHATSAPP else '*Ed*'} leest mee" in first
        if tool is Tool.WHATSAPP:
            assert re.findall(r"^\*.*\*$", text, re.MULTILINE) == ["*Dit doet u wel*", "*Dit doet u niet*"]
            assert "∗x∗ ˍyˍ ∼z∼" in text
            assert "ˋˋˋHalloˋˋˋ ∗nu∗ a_b en 2*3*4 https://a.example/_x_*y*" in text
        else:
            assert "\nDit doet u wel\n" in text
            assert "*x* _y_ ~z~" in text


def test_what_is_lowest_is_left_out_first_and_what_must_stay_last(console, chat):
    long = "Deze regel is van ons zelf. " * 10
    own = [editing.add_own(console, chat.group_id, f"{long}{number}", "nl", is_dont=False).key for number in range(3)]
    editing.lock(console, chat.group_id, "no_shop")
    editing.lock(console, chat.group_id, own[0])
    welcome = compose(console, chat.group_id)
    told = message(welcome)
    kept = shown_lines(told.messages[0])
    by_key = {line.key: line.text for line in (*welcome.does, *welcome.donts)}
    assert characters(told.messages[0]) < MESSAGE_CHARACTERS
    assert {by_key["call_first"], by_key["no_shop"], by_key[own[0]]} <= set(kept)
    assert by_key["wish_a_feast"] in told.left_out
    assert kept == [text for text in by_key.values() if text in kept]  # in the order of the draft
    for_all = three(welcome)
    assert all(characters(text) < MESSAGE_CHARACTERS for text in for_all.messages)
    assert for_all.left_out
    ours = [by_key[key] for key in own]
    assert [text for text in ours if text in told.left_out] == ours[3 - len({*ours} & {*told.left_out}) :]  # last first
    for line in (*welcome.does, *welcome.donts):
        editing.leave_out(console, chat.group_id, line.key)
    (alone,) = three(compose(console, chat.group_id)).messages
    assert "1 van 1" not in alone


def test_an_emoji_counts_as_a_phone_counts_it():
    assert (characters("abc"), characters("👋"), characters("👍🏽"), characters("é")) == (3, 2, 4, 1)


def test_one_rule_again_and_a_reminder(console, chat):
    chat.member("~ Bram de Wit")
    chat.member("+31 6 12345601")
    for language in LANGUAGES:
        line = next(one for one in compose(console, chat.group_id, language).donts if one.key == "no_names")
        again = chat_text.refresh(console, chat.group_id, "no_names", language)
        assert again.endswith(f"\n\n❌ {line.text}"), language
        known, unknown = (chat_text.reminder(console, chat.members[name], language) for name in chat.members)
        assert "Bram" in known.splitlines()[0], language
        assert line.text in known
        assert "0601" not in unknown, language
        assert not re.search(r"{|\s[,.!،]|,[,.!]", unknown.splitlines()[0]), language
        assert max(map(characters, (known, unknown))) < MESSAGE_CHARACTERS
    own = editing.add_own(console, chat.group_id, "Zwaai", "nl", is_dont=False).key
    assert chat_text.refresh(console, chat.group_id, own, "nl").endswith("✅ Zwaai")
    for call in (
        lambda: chat_text.refresh(console, chat.group_id, own, "pl"),
        lambda: chat_text.reminder(console, 99, "nl"),
    ):
        with pytest.raises(ExpectedError, match=r"rule|member"):
            call()


def test_a_long_draft_is_composed_at_once(console, chat):
    """Nobody waits for a preview while he types."""
    editing.set_settings(console, chat.group_id, WelcomeSettings(sister_link="t.me/x"))
    for number in range(editing.MOST_OWN):
        editing.add_own(console, chat.group_id, f"{number} " + "woord " * 45, "nl", is_dont=bool(number % 2))
    start = time.process_time()
    message(compose(console, chat.group_id))
    assert time.process_time() - start < 0.5
