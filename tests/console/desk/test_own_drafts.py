"""A group's own version of a draft: kept with blanks, refused when it says something of somebody, undone."""

import pytest

from console.desk import drafts, triage
from console.desk.own_drafts import with_blanks
from console.domain.decision import Verb
from console.domain.draft import Draft, Place, Tone
from console.domain.judgement import Attention, Category, Flag, Judgement, Reason, Stigma
from console.errors import ExpectedError

PLATE = Judgement(
    Category.SUSPICIOUS, attention=Attention.TODAY, reasons=(Reason(Flag.PERSONAL_DATA, "personal_data.plate", "", ""),)
)
OWN = "Dag Bram, wilt u het kenteken weghalen? Groet van het bestuur."


def propose(console, chat, author: str = "~ Bram", **values) -> Draft:
    item = chat.item(chat.say("Kijk", judgement=PLATE, author=author))
    return drafts.drafts_for(console, item, Verb.PRIVATE, **values)


def filled(draft: Draft) -> str:
    return drafts.fill(draft.text, draft.values)


def test_the_next_member_gets_the_groups_own_version_with_his_own_name(console, chat) -> None:
    drafts.remember(console, chat.group_id, propose(console, chat), OWN)
    again = propose(console, chat, "Anna")

    assert again.is_own
    assert filled(again) == OWN.replace("Bram", "Anna")


def test_it_counts_for_that_group_tone_place_and_language_only(console, chat, make_group) -> None:
    drafts.remember(console, chat.group_id, propose(console, chat), OWN)

    assert not propose(console, chat, tone=Tone.KIND).is_own
    assert not propose(console, chat, language="en").is_own
    assert not propose(console, chat, place=Place.GROUP).is_own
    assert not propose(console, make_group("Zuid")).is_own


def test_a_later_version_takes_the_place_of_the_first_and_undo_gives_it_back(console, chat) -> None:
    drafts.remember(console, chat.group_id, propose(console, chat), OWN)
    drafts.remember(console, chat.group_id, propose(console, chat), "Hoi Bram, weg ermee graag.")
    assert [own.text for own in drafts.own_drafts(console, chat.group_id)] == ["Hoi [naam], weg ermee graag."]

    triage.undo(console)
    assert filled(propose(console, chat)) == OWN
    triage.undo(console)
    assert not propose(console, chat).is_own


def test_what_is_shipped_again_is_no_version(console, chat) -> None:
    draft = propose(console, chat)
    assert drafts.remember(console, chat.group_id, draft, filled(draft)).decision is None

    drafts.remember(console, chat.group_id, draft, OWN)
    drafts.remember(console, chat.group_id, draft, filled(draft))
    assert drafts.own_drafts(console, chat.group_id) == ()


def test_a_version_can_be_forgotten_and_that_undone(console, chat) -> None:
    drafts.remember(console, chat.group_id, propose(console, chat), OWN)
    (own,) = drafts.own_drafts(console, chat.group_id)
    assert (own.key, own.place, own.tone, own.language) == ("plate", Place.PRIVATE, Tone.PLAIN, "nl")

    drafts.forget_own(console, own.id)
    assert drafts.own_drafts(console, chat.group_id) == ()
    assert drafts.forget_own(console, own.id).decision is None
    triage.undo(console)
    assert len(drafts.own_drafts(console, chat.group_id)) == 1


def test_it_lasts(console, chat, restarted) -> None:
    drafts.remember(console, chat.group_id, propose(console, chat), OWN)

    assert len(drafts.own_drafts(restarted(), chat.group_id)) == 1


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Hoi Bram, net als Fatma laatst.", "Fatma"),
        ("Hoi Bram, het gaat om Achmed van hiernaast.", "Achmed"),
        ("Hoi Bram, bel haar op 06-12345678.", "06-12345678"),
        ("Hoi Bram, het staat op Kerkstraat 14.", "Kerkstraat 14"),
        ("Hoi Bram, haal 12-ABC-3 weg.", "12-ABC-3"),
        ("Hoi Bram, zijn mail is kees.jansen@voorbeeld.nl", "kees.jansen@voorbeeld.nl"),
    ],
)
def test_what_says_something_of_somebody_is_refused(console, chat, text: str, what: str) -> None:
    chat.member("Fatma Yildiz")
    draft = propose(console, chat)

    assert not drafts.may_remember(console, text, draft)
    with pytest.raises(ExpectedError) as refused:
        drafts.remember(console, chat.group_id, draft, text)
    assert refused.value.key == "personal_in_draft"
    assert what not in str(refused.value)
    assert drafts.personal_in(console, text, draft) == what
    assert drafts.own_drafts(console, chat.group_id) == ()


def test_a_name_that_no_draft_filled_in_is_refused_too(console, chat) -> None:
    draft = propose(console, chat, "Wijkagent Sander")

    assert not drafts.may_remember(console, "Hoi Sander, wilt u het weghalen?", draft)


def test_the_rewritten_message_of_somebody_is_no_text_of_the_group(console, chat) -> None:
    reason = Reason(Flag.STIGMA, "stigma.origin_as_suspicion.trait_without_act", "", "")
    kind = Stigma.ORIGIN_AS_SUSPICION
    judgement = Judgement(Category.SUSPICIOUS, stigma=kind, attention=Attention.TODAY, reasons=(reason,))
    item = chat.item(chat.say("Drie Polen zitten bij de bushalte", judgement=judgement))
    draft = drafts.drafts_for(console, item, Verb.PRIVATE)

    assert drafts.may_remember(console, filled(draft), draft)
    assert not drafts.may_remember(console, drafts.with_rewrite(draft, filled(draft)), draft)


@pytest.mark.parametrize(
    "text", [OWN, "Hoi, dank.", "Hoi Bram, bel mij: mijn nummer is 06-87654321.", "Bel 112 of 14010."]
)
def test_an_ordinary_text_may_be_kept(console, chat, text: str) -> None:
    chat.member("Kees van Dijk")

    assert drafts.may_remember(console, text, propose(console, chat))


def test_an_empty_text_is_refused(console, chat) -> None:
    with pytest.raises(ExpectedError) as refused:
        drafts.remember(console, chat.group_id, propose(console, chat), " \n ")
    assert refused.value.key == "text_empty"


def test_a_group_that_is_gone_is_told(console, chat) -> None:
    with pytest.raises(ExpectedError) as refused:
        drafts.remember(console, 404, propose(console, chat), OWN)
    assert refused.value.key == "group_gone"


@pytest.mark.parametrize(
    ("values", "text", "kept"),
    [
        ({"naam": "Bram"}, "Hoi Bram, de Bramenweg", "Hoi [naam], de Bramenweg"),
        ({"naam": ""}, "Hoi, dank", "Hoi [naam], dank"),
        ({"naam": "", "groep": "Kade"}, "Dag, in Kade", "Dag, in Kade"),
        ({"naam": "Jan", "nummer": "112"}, "Hoi Jan, bel 112", "Hoi [naam], bel 112"),
    ],
)
def test_only_what_the_draft_filled_in_becomes_a_blank_again(values: dict, text: str, kept: str) -> None:
    draft = Draft("plate", Place.PRIVATE, Tone.PLAIN, "nl", "Hoi [naam], dank", values)

    assert with_blanks(text, draft) == kept
