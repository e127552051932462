"""The draft of a group: which rules stand in it and why, and that what people wrote does not break it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from console.desk import redirects, triage
from console.desk.corrections import correct
from console.desk.family import relate
from console.desk.professionals import add as add_professional
from console.desk.welcome import composing, editing, flags
from console.desk.welcome.catalogue import rules
from console.desk.welcome.composing import compose, leaflet
from console.domain.draft import Counter
from console.domain.group import Kin
from console.domain.judgement import Abuse, Attention, Flag, Label
from console.domain.professional import Presence, ProfessionalFacts
from console.domain.welcome import LANGUAGES, MOST_DOES, MOST_DONTS, Form, Mark, Photos, WelcomeSettings
from console.errors import ExpectedError
from console.judge import profile_keys
from tests.console.desk.conftest import ALL_RIGHT, NOW, flagged

KINDS = {
    "hic": ({"minutes", "over_is_over", "broken_or_dirty"}, {"no_thumbs"}),
    "wabp_alarm": ({"over_is_over"}, {"no_thumbs"}),
    "broad": ({"question_is_fine", "wish_a_feast"}, {"no_shop"}),
    "business_park": ({"suspicious_on_the_park", "report_anonymously"}, {"general_warning"}),
    "wabp_chat": ({"question_is_fine"}, {"no_shop"}),
    "veiligebuurt": ({"choose_a_name"}, set()),
}
"""What stands in the draft of a kind of group, and not in that of each other kind."""


def keys(lines) -> list[str]:
    """The keys of lines."""
    return [line.key for line in lines]


def text_of(console, group_id, key, language="nl") -> str:
    """The words of a rule in a group, whether it stands in the draft or not; "" when it is not for this group."""
    welcome = compose(console, group_id, language)
    return next((one.text for one in (*welcome.does, *welcome.donts, *welcome.others) if one.key == key), "")


def test_each_kind_of_group_is_asked_what_fits_it(console, make_group):
    assert set(KINDS) == set(profile_keys())
    every_kind = {key for sides in KINDS.values() for side in sides for key in side}
    purposes = set()
    for profile, (does, donts) in KINDS.items():
        welcome = compose(console, make_group(profile, profile, municipality="rotterdam").group_id)
        assert (len(welcome.does), len(welcome.donts)) == (MOST_DOES, MOST_DONTS), profile
        assert welcome.does[0].key == "call_first", profile
        assert set(keys(welcome.does)) & every_kind == does, profile
        assert set(keys(welcome.donts)) & every_kind == donts, profile
        is_for = {rule.id: rule.profiles for rule in rules()}
        offered = keys((*welcome.does, *welcome.donts, *welcome.others))
        assert all(not is_for[key] or profile in is_for[key] for key in offered), profile
        assert len(offered) == len(set(offered)), profile
        first = welcome.does[0]
        assert first.source.startswith("het onderzoek ‘Alerte burgers, meer veiligheid?’ (2019), "), first.source
        purposes.add(welcome.purpose)
        # Where every message makes a sound, nobody answers in the group that he read it.
        assert ("beheerder" in welcome.confirm) == ("no_thumbs" in donts), profile
    assert len(purposes) == len(KINDS)


def test_what_went_wrong_in_the_last_quarter_lifts_what_prevents_it_and_says_so(console, chat):
    for _ in range(4):
        chat.say(judgement=flagged(Flag.PERSONAL_DATA))
    chat.say(judgement=flagged(Flag.ABUSE))  # once is no sign of anything
    chat.say(judgement=flagged(Flag.STIGMA), at=NOW - timedelta(weeks=14))
    welcome = compose(console, chat.group_id)
    assert keys(welcome.donts)[:4] == ["no_photo", "no_names", "follow_nobody", "accuse_nobody"]
    whys = {line.key: line.why for line in (*welcome.does, *welcome.donts, *welcome.others) if line.why}
    assert whys == dict.fromkeys(
        ("no_photo", "no_names", "accuse_nobody"), "4 keer in de laatste drie maanden: persoonsgegevens."
    )
    assert welcome.counted == {Flag.PERSONAL_DATA: 4, Flag.ABUSE: 1}
    for _ in range(20):
        chat.say(judgement=flagged(Flag.STIGMA))
    does = keys(compose(console, chat.group_id).does)
    assert does[:2] == ["call_first", "what_somebody_does"]  # 112 stays first whatever went wrong
    assert {"two_features", "confused_person"} <= set(does)


def test_only_what_went_wrong_counts(console, clock, chat):
    chat.member("Wim", "professional")
    chat.say(judgement=flagged(Flag.ABUSE), author="Wim")
    chat.say(judgement=flagged(Flag.LANGUAGE, Attention.NONE))
    found_fine = chat.flag()
    said_wrong = chat.say(judgement=flagged(Flag.ABUSE, abuse=Abuse.INSULT))
    chat.say(judgement=flagged(Flag.ABUSE), at=NOW - timedelta(weeks=20))
    two = flagged(Flag.ABUSE)
    chat.say(judgement=replace(two, reasons=two.reasons * 2))  # two reasons of one message are once
    triage.decide(console, found_fine, ALL_RIGHT)
    with console.store.reading() as connection:
        assert flags.last_quarter(connection, console, chat.group_id) == {Flag.ABUSE: 2}
        ids = (chat.group_id, 999)
        assert flags.of_groups(connection, console, ids, quarters_ago=1) == {chat.group_id: {Flag.ABUSE: 1}}
    correct(console, said_wrong, {Label.ABUSE: "none"})
    with console.store.reading() as connection:
        assert flags.last_quarter(connection, console, chat.group_id) == {Flag.ABUSE: 1}
    clock.forward(weeks=13)
    with console.store.reading() as connection:
        assert flags.last_quarter(connection, console, chat.group_id) == {}


def test_a_rule_is_not_offered_while_nobody_knows_what_it_speaks_of(console, make_group):
    alarm = make_group("Alarm", "wabp_alarm").group_id
    for key in ("use_the_chat", "officer_does_not_read_all", "minutes"):
        assert text_of(console, alarm, key) == ""
    hic = make_group("HIC", "hic").group_id
    assert text_of(console, hic, "broken_or_dirty") == ""  # "14 and the area code" is no number
    assert "0900-8844" in text_of(console, hic, "police_number")

    relate(console, alarm, make_group("Kade Chat", "wabp_chat").group_id, Kin.SISTER)
    assert text_of(console, alarm, "use_the_chat").endswith("Gebruik Kade Chat.")
    settings = WelcomeSettings(sister_link="https://kade.example/chat", minutes=5)
    editing.set_settings(console, alarm, settings)
    assert text_of(console, alarm, "use_the_chat").endswith("Gebruik Kade Chat: https://kade.example/chat.")
    assert "5 minuten" in text_of(console, alarm, "minutes")
    absent = ProfessionalFacts("Wim", job="community_officer", presence=Presence.VIA_MODERATOR)
    add_professional(console, hic, absent)
    add_professional(console, alarm, replace(absent, name="Karin", presence=Presence.READS))
    assert text_of(console, hic, "officer_does_not_read_all") == ""
    assert text_of(console, alarm, "officer_does_not_read_all")
    assert compose(console, alarm).notes[-1] == "Karin leest mee, maar antwoordt niet altijd."
    assert "beheerder" in compose(console, hic).notes[-1]  # who is not in the group does not read along
    editing.put_in(console, alarm, "officer_does_not_read_all")
    assert len(compose(console, alarm).notes) == 1
    assert text_of(console, hic, "age") == ""
    assert "16" in text_of(console, make_group("Plein", "hic", joining={"minimum_age": 16}).group_id, "age")


def test_photos_and_the_municipality_are_told_as_the_group_fills_them_in(console, make_group):
    group_id = make_group("HIC", "hic", municipality="rotterdam").group_id
    assert "14010" in text_of(console, group_id, "broken_or_dirty")
    never = text_of(console, group_id, "no_photo")
    for photos in (Photos.IF_NEEDED, Photos.POLICE_ONLY):
        editing.set_settings(console, group_id, WelcomeSettings(photos=photos, app="MeldR"))
        assert text_of(console, group_id, "no_photo") != never
    for language in LANGUAGES:
        assert "MeldR" in text_of(console, group_id, "broken_or_dirty", language), language
    only_app = [Counter("municipality", "Gemeente", "Kapot", app="de app Fixi")]
    redirects.change_counters(console, "capelle", "Capelle", only_app)
    with_app = make_group("Capelle", "hic", municipality="capelle").group_id
    assert text_of(console, with_app, "broken_or_dirty").endswith("met de app Fixi.")
    assert "w aplikacji Fixi." in text_of(console, with_app, "broken_or_dirty", "pl")


def test_names_break_nothing_whatever_stands_in_them(console, make_group):
    for name in ("{police}", "*x*", "[naam]", "100% {0} \\n", "حي السلام 12", "A" * 200):
        group_id = make_group(name).group_id
        for language in LANGUAGES:
            welcome = compose(console, group_id, language)
            shown = name.translate(str.maketrans("[]", "()"))  # square ones would be a blank, which nobody can send
            assert shown in welcome.hello, (name, language)
            is_apart = f"\u2068{shown}\u2069" in welcome.hello
            assert is_apart == (language == "ar" or name.startswith("حي")), (name, language)


def test_a_draft_says_what_is_wrong_with_it(console, chat):
    assert compose(console, chat.group_id).problems[0].startswith("In deze groep zit nog niemand")
    chat.member("Bram")
    assert compose(console, chat.group_id).problems == ()
    editing.leave_out(console, chat.group_id, "call_first")
    (problem,) = compose(console, chat.group_id).problems
    assert "112" in problem
    editing.put_in(console, chat.group_id, "call_first")
    editing.add_own(console, chat.group_id, "Zwaai ☎ naar elkaar ⭐👋", "nl", is_dont=False)
    welcome = compose(console, chat.group_id)
    assert "9 dingen" in welcome.problems[0]
    assert welcome.does[-1].problems[0].endswith(" ⭐👋")  # paper has a ☎
    (line,) = (one for one in compose(console, chat.group_id, "pl").does if one.is_own)
    assert (line.text, "polski" in line.problems[0].casefold(), "Zwaai" in line.problems[0]) == ("", True, True)
    assert next(one for one in compose(console, chat.group_id, "ar").does if one.is_own).text == ""
    editing.set_text(console, chat.group_id, "no_names", "nl", "Vraag het aan Bram, 06 12345678.")
    (careful,) = next(one for one in compose(console, chat.group_id).donts if one.key == "no_names").problems
    assert "12345678" in careful or "Bram" in careful
    with pytest.raises(ExpectedError, match="group"):
        compose(console, 99)


def test_a_leaflet_has_what_its_reader_needs(console, chat):
    link = "https://kade.example/kade"
    editing.set_settings(console, chat.group_id, WelcomeSettings(invitation=link))
    for language in LANGUAGES:
        welcome = composing.compose(console, chat.group_id, language)
        card, sheet, flyer = (leaflet(welcome, form) for form in (Form.CARD, Form.SHEET, Form.FLYER))
        assert [section.mark for section in card.sections] == [Mark.DO, Mark.DONT]
        assert sum(len(section.items) for section in card.sections) == MOST_DOES + MOST_DONTS
        assert card.lead == (welcome.purpose,)
        assert card.foot == (welcome.confirm,)
        assert sheet.foot == (*welcome.notes, welcome.confirm)
        assert (card.link, sheet.link, flyer.link) == ("", "", link)
        assert (flyer.foot, bool(flyer.link_caption)) == ((), True)  # who reads it is in no group yet
        assert "112" in card.call_112
        assert (card.language, card.direction) == (language, welcome.direction)
    with pytest.raises(ValueError, match="message"):
        leaflet(welcome, Form.MESSAGE)
