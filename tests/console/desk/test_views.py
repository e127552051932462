"""What filters let through, what they hide, and the views that are kept under a name."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from console.desk import identity, members, triage, views
from console.domain.decision import Act, Verb
from console.domain.filters import YES, Attribute, Counted, Filters, Wish
from console.domain.judgement import Attention, Category, Flag, Judgement, Reason
from console.errors import ExpectedError
from console.store.tables import groups

from .conftest import NOW, flagged

ABUSE, STIGMA = flagged(Flag.ABUSE), flagged(Flag.STIGMA, Attention.LATER)
BOTH = Judgement(Category.SOCIAL, attention=Attention.TODAY, reasons=(*ABUSE.reasons, *STIGMA.reasons))


def wanting(attribute: Attribute, **wishes: Wish) -> Filters:
    """Filters on some values of one attribute."""
    filters = Filters()
    for value, wish in wishes.items():
        filters = filters.wishing(attribute, value, wish)
    return filters


def shown(console, filters: Filters) -> set[str]:
    """The texts in the queue; what is not shown must be counted as hidden."""
    found = {item.text for item in triage.week(console, filters)}
    assert views.hidden(console, filters).count == len(triage.week(console)) - len(found)
    return found


# --- three states ----------------------------------------------------------------------------------------------------


@pytest.fixture
def three(chat):
    """Abuse, stigma, and both in one message."""
    for text, judgement in (("boe", ABUSE), ("die lui", STIGMA), ("die boe", BOTH)):
        chat.say(text, judgement=judgement)


@pytest.mark.parametrize(
    ("wishes", "texts"),
    [
        ({}, {"boe", "die lui", "die boe"}),
        ({"abuse": Wish.REQUIRE}, {"boe", "die boe"}),
        ({"abuse": Wish.EXCLUDE}, {"die lui"}),
        ({"abuse": Wish.REQUIRE, "stigma": Wish.REQUIRE}, {"boe", "die lui", "die boe"}),  # one of them is enough
        ({"abuse": Wish.REQUIRE, "stigma": Wish.EXCLUDE}, {"boe"}),
        ({"abuse": Wish.REQUIRE, "stigma": Wish.IGNORE}, {"boe", "die boe"}),
    ],
)
def test_a_flag_is_required_ignored_or_excluded(console, three, wishes, texts):
    assert shown(console, wanting(Attribute.FLAG, **wishes)) == texts


def test_every_attribute_must_agree(console, three):
    late = wanting(Attribute.FLAG, stigma=Wish.REQUIRE).wishing(Attribute.ATTENTION, "later", Wish.REQUIRE)
    assert shown(console, late) == {"die lui"}


def test_groups_and_kinds_of_group(console, make_group):
    kade, plein = make_group("Kade", profile="broad"), make_group("Plein", profile="hic")
    kade.flag("kade")
    plein.flag("plein")
    assert shown(console, wanting(Attribute.GROUP, **{str(kade.group_id): Wish.REQUIRE})) == {"kade"}
    assert shown(console, wanting(Attribute.GROUP, **{str(kade.group_id): Wish.EXCLUDE})) == {"plein"}
    assert shown(console, wanting(Attribute.PROFILE, hic=Wish.REQUIRE)) == {"plein"}


def test_who_wrote_it(console, chat):
    for name, role in (("Bram", "member"), ("Cas", "champion"), ("Dina", "admin"), ("Eva", "professional")):
        chat.member(name, role)
        chat.flag(name, author=name)
    chat.flag("niemand", author=None)
    assert shown(console, wanting(Attribute.ROLE, member=Wish.REQUIRE)) == {"Bram", "Cas"}
    assert shown(console, wanting(Attribute.ROLE, professional=Wish.EXCLUDE)) == {"Bram", "Cas", "Dina", "niemand"}


def test_how_soon_and_what_kind(console, three):
    assert shown(console, wanting(Attribute.ATTENTION, today=Wish.REQUIRE)) == {"boe", "die boe"}
    assert shown(console, wanting(Attribute.KIND, message=Wish.EXCLUDE)) == set()
    assert shown(console, wanting(Attribute.KIND, request=Wish.REQUIRE)) == set()


def test_put_off_before(console, chat, clock):
    item = chat.flag("later")
    chat.flag("nooit")
    triage.decide_later(console, item, NOW + timedelta(days=1))
    clock.forward(days=2)
    assert shown(console, wanting(Attribute.PUT_OFF, **{YES: Wish.REQUIRE})) == {"later"}
    assert shown(console, wanting(Attribute.PUT_OFF, **{YES: Wish.EXCLUDE})) == {"nooit"}
    triage.undo(console)
    assert shown(console, wanting(Attribute.PUT_OFF, **{YES: Wish.REQUIRE})) == set()


def test_with_a_note_on_it_or_on_who_wrote_it(console, chat, clock):
    noted = chat.flag("een", author="Bram")
    chat.flag("twee", author="Bram")
    chat.flag("drie", author="Cas")
    triage.add_note(console, noted, "gebeld")
    has_note = wanting(Attribute.NOTE, **{YES: Wish.REQUIRE})
    assert shown(console, has_note) == {"een", "twee"}
    clock.forward(days=100)
    assert shown(console, has_note) == set()


@pytest.mark.parametrize(("group_only", "expected"), [(True, {"een"}), (False, {"een", "elders"})])
def test_a_note_about_one_person_counts_under_every_name_where_it_is_shown(console, make_group, group_only, expected):
    chat, other = make_group("Kade"), make_group("Haven")
    noted = chat.flag("een", author="Bram")
    other.flag("elders", author="Bram de Wit")
    triage.add_note(console, noted, "gebeld", group_only=group_only)
    has_note = wanting(Attribute.NOTE, **{YES: Wish.REQUIRE})
    assert shown(console, has_note) == {"een"}
    first, second = members.people_ids(console)
    identity.merge(console, first, second)
    assert shown(console, has_note) == expected


# --- words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "without", "texts"),
    [
        ("fiets", "", {"Een FIETS weg", "Fietsen en auto"}),
        ("fiets auto", "", {"Fietsen en auto"}),
        ("fiets", "auto", {"Een FIETS weg"}),
        ("", "fiets", {"Café", "staart"}),
        ("cafe", "", {"Café"}),
        ("let", "", {"Een FIETS weg", "Fietsen en auto", "Café", "staart"}),  # the sentence that says why
        ("note", "", set()),  # in a language that is not on the screen
        ("achteraan", "", {"staart"}),
        ('"* -- ()', "", {"Een FIETS weg", "Fietsen en auto", "Café", "staart"}),
    ],
)
def test_words_in_the_text_or_in_why(console, chat, words, without, texts):
    for text in ("Een FIETS weg", "Fietsen en auto", "Café"):
        chat.flag(text)
    chat.say("staart", judgement=flagged())
    with console.store.writing() as connection:  # the queue shows 300 characters; the filter reads all of them
        connection.exec_driver_sql("UPDATE messages SET text = 'staart' || printf('%400s', 'achteraan') WHERE id = 4")
    found = {text.strip() for text in shown(console, Filters(words=words, without=without))}
    assert found == texts


# --- what they hide --------------------------------------------------------------------------------------------------


def test_nothing_is_hidden_without_filters(console, three):
    assert not Filters()
    assert not Filters(words="  ")
    assert views.hidden(console, Filters()) == Counted(0, 0)


def test_hidden_tells_what_asks_for_attention_now(console, chat):
    chat.say("brand", judgement=flagged(Flag.CALL112, Attention.NOW))
    chat.say("boe", judgement=ABUSE)
    assert views.hidden(console, wanting(Attribute.FLAG, off_topic=Wish.REQUIRE)) == Counted(2, 1)


def test_what_is_decided_or_archived_is_not_hidden(console, chat, make_group):
    triage.decide(console, chat.flag(), Act(Verb.FINE))
    gone = make_group("Oud")
    gone.flag()
    with console.store.writing() as connection:
        connection.execute(update(groups).where(groups.c.id == gone.group_id).values(archived_at=NOW))
    assert views.hidden(console, wanting(Attribute.FLAG, abuse=Wish.REQUIRE)) == Counted(0, 0)


# --- choices ---------------------------------------------------------------------------------------------------------


def test_choices_name_what_there_is_and_say_what_waits(console, make_group):
    kade, plein = make_group("Kade", profile="hic"), make_group("Plein")
    kade.say("boe", judgement=BOTH)
    found = {(choice.attribute, choice.value): choice for choice in views.choices(console)}
    assert found[Attribute.GROUP, str(kade.group_id)].name == "Kade"
    assert found[Attribute.GROUP, str(kade.group_id)].waits
    assert not found[Attribute.GROUP, str(plein.group_id)].waits
    waiting = {key for key, choice in found.items() if choice.waits and key[0] is not Attribute.GROUP}
    assert waiting == {
        *((Attribute.FLAG, "abuse"), (Attribute.FLAG, "stigma"), (Attribute.PROFILE, "hic")),
        *((Attribute.ATTENTION, "today"), (Attribute.KIND, "message"), (Attribute.ROLE, "member")),
        *((Attribute.PUT_OFF, YES), (Attribute.NOTE, YES)),
    }


# --- views -----------------------------------------------------------------------------------------------------------

MINE = Filters(words="fiets", without="auto").wishing(Attribute.FLAG, "abuse", Wish.EXCLUDE)


def test_a_view_is_kept_and_comes_back_as_it_was(console, restarted):
    changes = views.save_view(console, " Mijn  lijst ", MINE)
    assert changes.views
    assert not changes.items
    (view,) = views.views(restarted())
    assert (view.name, view.filters) == ("Mijn lijst", MINE)


def test_saving_and_forgetting_a_view_can_be_undone(console):
    views.save_view(console, "Mijn lijst", MINE)
    (view,) = views.views(console)
    assert views.forget_view(console, view.id).views
    assert views.views(console) == ()
    assert triage.undo(console).changes.views
    assert views.views(console) == (view,)
    triage.undo(console)
    assert views.views(console) == ()


def test_a_name_that_is_there_gets_the_new_filters_and_undo_the_old_ones(console):
    views.save_view(console, "Mijn lijst", MINE)
    views.save_view(console, "mijn LIJST", Filters(words="auto"))
    (view,) = views.views(console)
    assert view.filters == Filters(words="auto")
    triage.undo(console)
    (view,) = views.views(console)
    assert view.filters == MINE


def test_views_stand_by_name(console):
    for name in ("b", "A", "c"):
        views.save_view(console, name, MINE)
    assert [view.name for view in views.views(console)] == ["A", "b", "c"]


def test_a_view_forgets_a_group_that_is_gone(console, chat):
    views.save_view(console, "Kade", MINE.wishing(Attribute.GROUP, str(chat.group_id), Wish.REQUIRE))
    with console.store.writing() as connection:
        connection.execute(update(groups).values(archived_at=NOW))
    (view,) = views.views(console)
    assert view.filters == MINE


@pytest.mark.parametrize(
    ("name", "filters", "key"),
    [
        (" \u200e ", MINE, "view_name_empty"),
        ("x" * 61, MINE, "view_name_long"),
        ("leeg", Filters(words=" "), "view_empty"),
    ],
)
def test_a_view_needs_a_name_and_something_to_show(console, name, filters, key):
    with pytest.raises(ExpectedError) as refused:
        views.save_view(console, name, filters)
    assert refused.value.key == key
    for language in ("nl", "en"):
        assert refused.value.sentence(language)
    assert views.views(console) == ()


def test_a_view_that_is_gone_says_so(console):
    views.save_view(console, "Mijn lijst", MINE)
    (view,) = views.views(console)
    views.forget_view(console, view.id)
    with pytest.raises(ExpectedError) as refused:
        views.forget_view(console, view.id)
    assert refused.value.key == "view_gone"


def test_the_words_of_why_follow_the_language(console, chat):
    chat.flag("x")
    english = replace(console, language="en")
    assert shown(english, Filters(words="note")) == {"x"}
    reason = Reason(Flag.ABUSE, "test", "100% zeker", "100% sure")
    chat.say("y", judgement=Judgement(Category.SOCIAL, attention=Attention.TODAY, reasons=(reason,)))
    assert shown(english, Filters(words="0%")) == {"y"}
