"""Every profile of domain/profiles.md loads, and what it points at exists."""

import pytest

from console.domain.judgement import Attention, Category, Flag
from console.domain.profile import JoinPolicy
from console.errors import ExpectedError
from console.judge import load_profile, profile_keys
from console.texts import LANGUAGES, say


def test_the_six_kinds_of_group_are_there() -> None:
    assert profile_keys() == ("broad", "business_park", "hic", "veiligebuurt", "wabp_alarm", "wabp_chat")


@pytest.mark.parametrize("key", profile_keys())
def test_a_profile_is_whole(key: str) -> None:
    profile = load_profile(key)

    assert profile.key == key
    assert profile.name("nl")
    assert profile.name("en") != profile.name("nl")
    assert set(profile.attention) == set(Flag) - {Flag.LANGUAGE}  # which asks for none anywhere
    assert set(profile.redirects) | profile.on_topic == set(Category)
    assert not set(profile.redirects) & profile.on_topic
    for redirect in profile.redirects.values():
        assert all(say(f"redirects.{redirect}", language) for language in LANGUAGES)


@pytest.mark.parametrize("key", profile_keys())
def test_attention_follows_the_order_of_work(key: str) -> None:
    attention = load_profile(key).attention

    assert attention[Flag.CALL112] is attention[Flag.VIGILANTISM] is Attention.NOW
    assert attention[Flag.PERSONAL_DATA] is attention[Flag.STIGMA] is attention[Flag.ABUSE] is Attention.TODAY
    assert attention[Flag.OFF_TOPIC] is attention[Flag.FEEDBACK] is Attention.LATER


def test_profiles_differ_where_the_study_says_so() -> None:
    assert load_profile("veiligebuurt").join_policy is JoinPolicy.OPEN
    assert load_profile("wabp_alarm").minimum_age == 18
    assert load_profile("broad").minimum_age is None
    assert not load_profile("broad").expects_112
    assert Category.SOCIAL in load_profile("broad").on_topic
    assert Category.LIVEABILITY not in load_profile("hic").on_topic


@pytest.mark.parametrize("key", ["", "HIC", "../profiles/hic", "nonsense"])
def test_an_unknown_profile_is_an_expected_error(key: str) -> None:
    with pytest.raises(ExpectedError) as caught:
        load_profile(key)

    assert "hic" in caught.value.sentence("nl")
    assert caught.value.sentence("nl") != caught.value.sentence("en")
