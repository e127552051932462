"""What the demo shows of the rules for members."""

from collections.abc import Iterator

import pytest

from console import bootstrap
from console.desk.console import Console
from console.desk.welcome import chat_text, composing, confirming, reminders

OF_ONE_KIND = {  # what stands in the text of one group alone, and why
    "Alarmgroep Lindenhof": ("voor nood", "Geef die alleen aan de politie"),
    "HIC Kadebuurt": ("inbraak, overval", "hoogstens 10 minuten", "14010"),
    "Meidoornbuurt": ("veilige en gezellige buurt", "geen winkel", "geen foto van een mens"),
    "Bedrijvenpark De Sluis": ("bedrijventerrein", "Noem geen bedrijf", "Sluit dan het hek"),
}
WITHOUT_SOUND = ("Alarmgroep Lindenhof", "HIC Kadebuurt")  # where each message makes a sound


@pytest.fixture(scope="module")
def demo() -> Iterator[Console]:
    console = bootstrap.demo_console()
    yield console
    bootstrap.close(console)


def test_four_groups_ask_for_what_is_of_their_kind(demo: Console) -> None:
    told = {}
    for group in confirming.overview(demo):
        draft = composing.compose(demo, group.group_id)
        assert draft.problems == ()
        assert draft.settings.invitation.partition("/meedoen")[0].endswith(".waterveld.invalid")
        message = chat_text.message(draft)
        assert message.left_out == ()
        (told[group.group],) = message.messages
    for name, parts in OF_ONE_KIND.items():
        assert all([other for other in told if part in told[other]] == [name] for part in parts), name
    assert sorted(name for name in told if "duimpjes" in told[name]) == sorted(WITHOUT_SOUND)


def test_rules_went_out_and_some_read_them(demo: Console) -> None:
    groups = {group.group: group for group in confirming.overview(demo)}
    assert all(0 < group.confirmed < group.sent <= group.members for group in groups.values())
    assert [group.group for group in reminders.due(demo)] == ["Alarmgroep Lindenhof"]
    assert groups["Alarmgroep Lindenhof"].sent < groups["Alarmgroep Lindenhof"].members  # somebody came later
    park = confirming.of_group(demo, groups["Bedrijvenpark De Sluis"].group_id)
    assert all(one.sent_how and (one.confirmed_at is None) == (one.confirmed_how is None) for one in park.rows)
