"""Which text fits an item: by flag, place, tone, group and what was said before."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from console.desk import drafts, triage
from console.domain.decision import Act, Verb
from console.domain.draft import Draft, Place, Tone
from console.domain.judgement import Abuse, Attention, Category, Flag, Judgement, Reason, Stigma
from console.errors import ExpectedError
from console.store.tables import group_relations, groups, members, people

from .conftest import NOW

DONE = "De tekst die ik schreef."


def judged(rule: str, *others: str, category: Category = Category.SUSPICIOUS, **values) -> Judgement:
    reasons = tuple(Reason(Flag(one.split(".", maxsplit=1)[0]), one, one, one) for one in (rule, *others))
    return Judgement(category, attention=Attention.TODAY, reasons=reasons, **values)


PLATE = judged("personal_data.plate")
STIGMA = judged("stigma.origin_as_suspicion.trait_without_act", stigma=Stigma.ORIGIN_AS_SUSPICION)
OFF_TOPIC = judged("off_topic.hic.social", category=Category.SOCIAL, off_topic=True)


def flag(chat, judgement: Judgement, text: str = "Kijk eens", **values):
    return chat.item(chat.say(text, judgement=judgement, **values))


def filled(draft: Draft) -> str:
    return drafts.fill(draft.text, draft.values)


def sisters(console, one, other) -> None:
    with console.store.writing() as connection:
        values = {"group_id": one.group_id, "other_id": other.group_id, "kind": "sister"}
        connection.execute(insert(group_relations).values(values))


def test_a_private_text_by_the_flag_is_ready_to_send(console, chat) -> None:
    draft = drafts.drafts_for(console, flag(chat, PLATE, author="~ Bram"), Verb.PRIVATE)

    assert (draft.key, draft.place, draft.language, draft.is_own) == ("plate", Place.PRIVATE, "nl", False)
    assert filled(draft).startswith("Hoi Bram, goed dat u het kenteken hebt onthouden.")
    assert drafts.open_blanks(filled(draft)) == ()


@pytest.mark.parametrize(
    ("verb", "place"), [(Verb.GROUP, Place.GROUP), (Verb.OFFICER, Place.OFFICER), (Verb.DELETE, Place.PRIVATE)]
)
def test_the_place_follows_from_the_action(console, chat, verb: Verb, place: Place) -> None:
    assert drafts.drafts_for(console, flag(chat, PLATE), verb).place is place


def test_tone_place_and_language_are_as_asked(console, chat) -> None:
    item = flag(chat, PLATE)
    plain, kind = (filled(drafts.drafts_for(console, item, Verb.PRIVATE, tone=tone)) for tone in Tone)
    in_group = drafts.drafts_for(console, item, Verb.PRIVATE, place=Place.GROUP, language="en")

    assert plain != kind
    assert filled(in_group).startswith("Dear neighbours, do not post number plates")


def test_a_message_in_another_language_is_answered_in_english(console, chat) -> None:
    item = flag(chat, PLATE, "Did anybody see the man who was here with the white van this morning?")

    assert drafts.drafts_for(console, item, Verb.PRIVATE).language == "en"


def test_who_has_no_first_name_is_greeted_without(console, chat) -> None:
    draft = drafts.drafts_for(console, flag(chat, PLATE, author="+31 6 12345678"), Verb.PRIVATE)

    assert filled(draft).startswith("Hoi, goed dat")


def test_nothing_of_the_message_itself_goes_to_the_officer(console, chat) -> None:
    threat = judged("abuse.threat", abuse=Abuse.THREAT)
    draft = drafts.drafts_for(console, flag(chat, threat, "Kees van nummer 9, ik sla je", author="Bram"), Verb.OFFICER)

    assert draft.key == "threat"
    assert not {"Kees", "Bram", "sla"} & set(filled(draft).replace(",", " ").split())
    assert "Kade" in filled(draft)
    assert "zondag 8 november" in filled(draft)


def test_a_question_to_the_officer_says_what_it_is_about(console, chat) -> None:
    assert "Het gaat over iets verdachts" in filled(drafts.drafts_for(console, flag(chat, PLATE), Verb.OFFICER))
    vague = drafts.drafts_for(console, flag(chat, judged("personal_data.plate", category=Category.REPLY)), Verb.OFFICER)
    assert len(drafts.open_blanks(filled(vague))) == 1


def test_off_topic_says_what_the_group_is_for_and_where_it_does_belong(console, make_group) -> None:
    group = make_group(profile="hic")

    text = filled(drafts.drafts_for(console, flag(group, OFF_TOPIC), Verb.PRIVATE))

    assert "Deze groep is voor meldingen over inbraak en geweld." in text
    assert text.endswith("Zet het in de algemene groep van de buurt.")


def test_a_sister_group_where_it_belongs_is_named(console, make_group) -> None:
    group, sister = make_group(profile="hic"), make_group("Buurtpraat", profile="broad")
    sisters(console, sister, group)

    assert filled(drafts.drafts_for(console, flag(group, OFF_TOPIC), Verb.PRIVATE)).endswith("de groep Buurtpraat.")


def test_a_sister_group_where_it_does_not_belong_either_is_not(console, make_group) -> None:
    group, sister = make_group(profile="hic"), make_group("Nog een", profile="hic")
    sisters(console, group, sister)

    assert "Nog een" not in filled(drafts.drafts_for(console, flag(group, OFF_TOPIC), Verb.PRIVATE))


def test_off_topic_for_the_municipality_names_its_counter(console, make_group) -> None:
    group = make_group(profile="hic", municipality="rotterdam")
    broken = judged("off_topic.hic.liveability", category=Category.LIVEABILITY, off_topic=True)

    assert "de app MeldR of bel 14010" in filled(drafts.drafts_for(console, flag(group, broken), Verb.PRIVATE))


@pytest.mark.parametrize(
    ("counter", "told"),
    [("emergency", "Bel dan eerst 112."), ("police", "Bel 0900-8844."), ("missing_pets", "de site van Amivedi")],
)
def test_a_redirect_points_to_the_counter(console, chat, counter: str, told: str) -> None:
    text = filled(drafts.drafts_for(console, flag(chat, PLATE), Verb.REDIRECT, counter=counter))

    assert told in text
    assert drafts.open_blanks(text) == ()


def test_a_redirect_without_a_counter_takes_the_one_that_fits(console, chat) -> None:
    assert "0900-8844" in filled(drafts.drafts_for(console, flag(chat, PLATE), Verb.REDIRECT))


def test_another_group_is_named(console, chat, make_group) -> None:
    other = make_group("Praatgroep [Zuid]")
    draft = drafts.drafts_for(console, flag(chat, PLATE), Verb.OTHER_GROUP, group_id=other.group_id)

    assert "in de groep Praatgroep (Zuid)." in filled(draft)
    assert drafts.open_blanks(filled(draft)) == ()


def test_a_removal_asks_for_the_reason_and_nothing_else(console, chat) -> None:
    text = filled(drafts.drafts_for(console, flag(chat, PLATE), Verb.REMOVE))

    assert [text[slice(*span)] for span in drafts.open_blanks(text)] == ["[reden]"]
    assert "vanaf zondag 15 november" in text


# --- what was said before --------------------------------------------------------------------------------------------


def test_a_second_note_about_the_same_names_the_rule(console, chat) -> None:
    triage.decide(console, flag(chat, PLATE), Act(Verb.PRIVATE, DONE))
    draft = drafts.drafts_for(console, flag(chat, PLATE), Verb.PRIVATE)

    assert draft.key == "second"
    assert "De regel van deze groep is: Zet geen kentekens in de groep." in filled(draft)


def test_a_note_about_something_else_is_no_second_one(console, chat) -> None:
    triage.decide(console, flag(chat, OFF_TOPIC), Act(Verb.PRIVATE, DONE))

    assert drafts.drafts_for(console, flag(chat, PLATE), Verb.PRIVATE).key == "plate"


def test_a_note_to_somebody_else_is_no_second_one(console, chat) -> None:
    triage.decide(console, flag(chat, PLATE, author="Anna"), Act(Verb.PRIVATE, DONE))

    assert drafts.drafts_for(console, flag(chat, PLATE), Verb.PRIVATE).key == "plate"


def test_a_note_that_was_undone_or_is_long_ago_is_no_second_one(console, chat, clock) -> None:
    triage.decide(console, flag(chat, PLATE), Act(Verb.PRIVATE, DONE))
    triage.undo(console)
    assert drafts.drafts_for(console, flag(chat, PLATE), Verb.PRIVATE).key == "plate"

    triage.decide(console, flag(chat, PLATE), Act(Verb.PRIVATE, DONE))
    clock.forward(days=drafts.REMEMBERED_DAYS + 1)
    assert drafts.drafts_for(console, flag(chat, PLATE), Verb.PRIVATE).key == "plate"


def test_a_note_in_another_group_under_another_name_counts(console, chat, make_group) -> None:
    triage.decide(console, flag(chat, PLATE), Act(Verb.PRIVATE, DONE))
    other = make_group("Zuid")
    item = flag(other, PLATE, author="Abraham")
    with console.store.writing() as connection:
        bram = connection.scalar(select(members.c.person_id).where(members.c.name == "Bram"))
        abraham = select(members.c.person_id).where(members.c.name == "Abraham").scalar_subquery()
        connection.execute(update(people).where(people.c.id == abraham).values(merged_into_id=bram))

    assert drafts.drafts_for(console, item, Verb.PRIVATE).key == "second"


def test_a_step_of_the_ladder_has_its_own_text(console, chat) -> None:
    item = flag(chat, PLATE)
    triage.decide(console, flag(chat, PLATE), Act(Verb.PRIVATE, DONE))

    assert drafts.drafts_for(console, item, Verb.PRIVATE, rung="note").key == "plate"
    assert drafts.drafts_for(console, item, Verb.PRIVATE, rung="note_rule").key == "second"
    assert drafts.drafts_for(console, item, Verb.GROUP, rung="group_note").key == "close"


# --- what is over ----------------------------------------------------------------------------------------------------

MISSING = judged("call112.missing", category=Category.URGENT)


def test_who_just_wrote_is_asked_after_112(console, chat) -> None:
    item = flag(chat, MISSING, at=NOW - timedelta(minutes=20))

    assert drafts.drafts_for(console, item, Verb.PRIVATE).key == "call112"


def test_nobody_is_asked_to_call_112_about_last_week(console, chat) -> None:
    item = flag(chat, MISSING, at=NOW - timedelta(days=6))

    assert drafts.drafts_for(console, item, Verb.PRIVATE).key == "call112_over"
    assert "0900-8844" in filled(drafts.drafts_for(console, item, Verb.REDIRECT))


def test_what_else_there_is_to_say_comes_first_when_it_is_over(console, chat) -> None:
    """Asking after 112 agrees with a message that suspects somebody for where he comes from."""
    both = judged("call112.missing", "personal_data.address.place", STIGMA.reasons[0].rule, category=Category.URGENT)

    assert drafts.drafts_for(console, flag(chat, both, at=NOW - timedelta(days=6)), Verb.PRIVATE).key == "behaviour"
    assert drafts.drafts_for(console, flag(chat, both, at=NOW), Verb.PRIVATE).key == "call112"


def test_a_call_for_a_missing_child_stays_until_it_is_over(console, chat) -> None:
    child = judged("personal_data.minor", category=Category.URGENT)

    assert drafts.drafts_for(console, flag(chat, child, at=NOW), Verb.PRIVATE).key == "missing_child"
    assert drafts.drafts_for(console, flag(chat, child, at=NOW - timedelta(days=6)), Verb.PRIVATE).key == "minor"


# --- stigma ----------------------------------------------------------------------------------------------------------

SEEN = "Drie Polen zitten gisteren bij de bushalte. Dat vertrouw ik niet"


def test_stigma_comes_with_the_message_as_it_could_have_been(console, chat) -> None:
    draft = drafts.drafts_for(console, flag(chat, STIGMA, SEEN), Verb.PRIVATE)

    assert draft.rewrite is not None
    assert "Waar: bij de bushalte" in draft.rewrite
    assert "Polen" not in draft.rewrite


def test_the_rewritten_message_stands_under_the_text_and_asks_the_sender_for_nothing(console, chat) -> None:
    draft = drafts.drafts_for(console, flag(chat, STIGMA, SEEN), Verb.PRIVATE)
    text = drafts.with_rewrite(draft, filled(draft))

    assert text.startswith(filled(draft))
    assert text.endswith(f"Zo kunt u het schrijven:\n{draft.rewrite}")
    assert drafts.open_blanks(text) == ()
    assert drafts.with_rewrite(draft, text) == text


@pytest.mark.parametrize(("judgement", "verb"), [(PLATE, Verb.PRIVATE), (STIGMA, Verb.GROUP), (STIGMA, Verb.OFFICER)])
def test_only_the_writer_of_stigma_gets_a_rewritten_message(console, chat, judgement: Judgement, verb: Verb) -> None:
    draft = drafts.drafts_for(console, flag(chat, judgement, SEEN), verb)

    assert draft.rewrite is None
    assert drafts.with_rewrite(draft, "Hoi") == "Hoi"


def test_an_item_that_is_gone_is_told(console) -> None:
    with pytest.raises(ExpectedError) as refused:
        drafts.drafts_for(console, 404, Verb.PRIVATE)
    assert refused.value.key == "item_gone"


def test_a_message_without_author_or_judgement_has_the_general_draft(console, chat) -> None:
    item = flag(chat, Judgement(Category.SOCIAL, attention=Attention.TODAY), author=None)
    draft = drafts.drafts_for(console, item, Verb.PRIVATE)

    assert draft.key == "general"
    assert filled(draft).startswith("Hoi, ik las uw bericht")


def test_businesses_are_no_neighbours(console, make_group) -> None:
    group = make_group(profile="business_park")

    assert filled(drafts.drafts_for(console, flag(group, PLATE), Verb.GROUP)).startswith("Beste ondernemers,")


def test_every_action_has_a_text_in_every_kind_of_group(console, make_group) -> None:
    from console.judge import profile_keys

    for profile in profile_keys():
        group = make_group(profile, profile=profile)
        item = flag(group, OFF_TOPIC)
        for verb in (Verb.PRIVATE, Verb.GROUP, Verb.OFFICER, Verb.REDIRECT, Verb.OTHER_GROUP, Verb.TALK, Verb.REMOVE):
            assert drafts.drafts_for(console, item, verb).text
    with console.store.reading() as connection:
        assert len(connection.execute(select(groups.c.id)).all()) == len(profile_keys())
