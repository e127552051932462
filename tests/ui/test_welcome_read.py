"""The leaf Gelezen over a real store, by keyboard: who read the rules, reminders, one rule again, all groups."""

from collections import Counter
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import func, select, update

from console.desk.welcome import confirming, editing
from console.domain.group import GroupId
from console.domain.judgement import Flag
from console.domain.welcome import ConfirmedHow, SentHow
from console.store.tables import members, todos, welcomes
from tests.console.desk.conftest import NOW, flagged
from tests.ui.conftest import press, settle
from tests.ui.test_accessibility import interactive, letters_of, name_of
from ui.models.confirmations import Column, GroupColumn, Part
from ui.pages import welcome_reminding
from ui.widgets.text import PlainLabel

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def kade(make_group):
    """Two members may be reminded, one was sent nothing and one read the rules; an officer reads on."""
    chat = make_group("Kade")
    sent = {"rules_sent_at": NOW - timedelta(days=9), "rules_sent_how": SentHow.GROUP.value}
    read = sent | {"rules_confirmed_at": NOW - timedelta(days=8), "rules_confirmed_how": ConfirmedHow.CHAT.value}
    for name, values in (("Anna", read), ("Bram", sent), ("Zoë", sent), ("Carla", None)):
        member_id = chat.member(name)
        if values:
            with chat.console.store.writing() as connection:
                connection.execute(update(members).where(members.c.id == member_id).values(**values))
    chat.member("Wijkagent Jan", role="professional")
    return chat


@pytest.fixture
def leaf(qtbot, kade, window, open_page, dutch):
    page = open_page("welcome")
    page.open_with(("read", GroupId(kade.group_id)))
    settle(qtbot, window.jobs)
    return page.shown_leaf


def listed(leaf, column=Column.NAME) -> list[str]:
    rows = leaf.rows
    texts = (rows.index(row, column).data() for row in range(rows.rowCount()))
    return [text.replace("\u2068", "").replace("\u2069", "") for text in texts]


def texts_of(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(PlainLabel) if label.isVisible())


def how_it_is(leaf, name):
    found = confirming.of_group(leaf.jobs.console, leaf.group_id)
    return next(row for row in found.rows if row.name == name)


def count(console, table) -> int:
    with console.store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(table))


def test_members_are_listed_and_a_person_says_who_read_the_rules(qtbot, window, kade, leaf):
    members_view = leaf.parts.members
    assert "1 van 4 leden (25%)" in texts_of(members_view)
    assert listed(leaf) == ["Bram", "Zoë", "Carla", "Anna"]  # whom something may be done for first; the officer is not
    assert listed(leaf, Column.READ)[3] == "ja: schreef het, 7 nov 2026"
    assert listed(leaf, Column.SENT)[2:] == ["niet bekend", "in de groep, 6 nov 2026"]
    assert listed(leaf, Column.NOW) == ["mag een herinnering", "mag een herinnering", "stuur de afspraken", ""]
    assert window.focusWidget() is members_view.table

    press(qtbot, window, "H")
    settle(qtbot, window.jobs)
    assert how_it_is(leaf, "Bram").confirmed_how is ConfirmedHow.BY_HAND
    assert "2 van 4 leden (50%)" in texts_of(members_view)
    assert [one.name for one in leaf._chosen] == ["Zoë"]  # who stands there now
    assert window.messages.text.startswith("Bewaard voor \u2068Bram\u2069. ")
    members_view.table.choose([kade.member("Bram")])
    press(qtbot, window, "X")
    settle(qtbot, window.jobs)
    assert how_it_is(leaf, "Bram").confirmed_at is None
    press(qtbot, window, KEY.Key_Z, modifier=CTRL)
    settle(qtbot, window.jobs)
    assert how_it_is(leaf, "Bram").confirmed_at is not None

    members_view.table.choose([kade.member("Bram")])
    assert "kreeg de afspraken" not in texts_of(members_view)
    members_view.table.resize(300, 300)  # in large letters the column goes, and what stood there is said all the same
    assert "Bram\u2069 kreeg de afspraken: in de groep, 6 nov 2026" in texts_of(members_view)

    members_view.part.setCurrentIndex(members_view.part.findData(Part.NOT_SENT))
    assert listed(leaf) == ["Carla"]
    members_view.table.setFocus()
    qtbot.mouseClick(members_view.on_paper, Qt.MouseButton.LeftButton)
    settle(qtbot, window.jobs)
    assert how_it_is(leaf, "Carla").sent_how is SentHow.PAPER
    assert not members_view.table.isVisible()  # nobody is left in this part, and that is said
    assert "In dit deel van de lijst staat niemand." in texts_of(members_view)


def test_all_who_may_be_are_reminded_with_one_button_and_one_undo(qtbot, window, leaf):
    console = leaf.jobs.console
    press(qtbot, window, "B")
    settle(qtbot, window.jobs)
    panel = leaf.parts.reminding
    assert [field.member.name for field in panel.fields] == ["Bram", "Zoë"]
    assert panel.fields[0].field.text.startswith("Hoi Bram")

    panel.fields[-1].field.setFocus()
    press(qtbot, window, KEY.Key_Tab)
    assert panel.send.hasFocus()  # as they stand under each other

    leaf.show_for(leaf.group_id, "ar")  # the members of this group read Arabic
    settle(qtbot, window.jobs)
    assert "Bram" in panel.fields[0].field.text
    assert not panel.fields[0].field.text.startswith("Hoi Bram")
    assert panel.fields[0].field.isRightToLeft()
    panel.fields[1].wanted.setChecked(False)
    panel.fields[0].field.show_text("هل قرأت؟")
    for language in ("nl", "ar"):  # what was written, and who was left out, stays through another language
        leaf.show_for(leaf.group_id, language)
        settle(qtbot, window.jobs)
        assert not panel.fields[1].wanted.isChecked()
    assert panel.fields[0].field.text == "هل قرأت؟"
    panel.fields[0].field.show_text("")
    qtbot.keyClick(panel.fields[1].wanted, KEY.Key_Return, CTRL)
    assert count(console, todos) == 0  # without words nothing is made ready
    panel.fields[0].field.show_text("Bram, las je ze al?")
    qtbot.keyClick(panel.fields[0].field, KEY.Key_Return, CTRL)
    settle(qtbot, window.jobs)
    assert count(console, todos) == 1
    assert panel.isHidden()
    assert window.focusWidget() is leaf.parts.members.table
    by_name = dict(zip(listed(leaf), listed(leaf, Column.NOW), strict=True))
    assert (by_name["Bram"], by_name["Zoë"]) == ("staat klaar", "mag een herinnering")
    press(qtbot, window, KEY.Key_Z, modifier=CTRL)
    settle(qtbot, window.jobs)
    assert how_it_is(leaf, "Bram").is_due

    leaf.parts.members.table.selectAll()
    press(qtbot, window, "P")
    settle(qtbot, window.jobs)
    assert [field.member.name for field in panel.fields] == ["Bram", "Zoë", "Carla"]  # Anna read them
    press(qtbot, window, KEY.Key_Escape)
    assert panel.isHidden()


def test_private_text_says_which_rules_are_not_in_it(qtbot, window, kade, leaf):
    for number in range(3):
        editing.add_own(kade.console, kade.group_id, f"Regel {number}: " + "lang " * 50, "nl", is_dont=False)
    leaf.parts.members.table.choose([row.member_id for row in leaf._work.group.rows])
    press(qtbot, window, "P")
    settle(qtbot, window.jobs)
    assert len(leaf.parts.reminding.fields) == 3
    for field in leaf.parts.reminding.fields:  # reminders, and the rules to who was sent nothing
        assert all(len(text) < 1_000 for text in (field.member.text, field.field.text))
        assert field.problem.isVisible()
        assert "Weggelaten" in field.problem.text()
        assert all(rule[:20] in field.problem.text() for rule in field.member.left_out)
    field.wanted.setChecked(False)
    assert not field.problem.isVisible()


def test_of_many_members_some_are_asked_at_a_time(qtbot, window, leaf, monkeypatch):
    monkeypatch.setattr(welcome_reminding, "MOST_AT_ONCE", 1)
    leaf.parts.members.table.selectAll()
    press(qtbot, window, "P")
    settle(qtbot, window.jobs)
    panel = leaf.parts.reminding
    assert (len(panel.fields), panel.send.text()) == (1, "&Klaarzetten")
    assert "Hierna kom" in texts_of(panel)


def test_one_rule_is_told_again_where_something_rises(qtbot, window, kade, leaf):
    console = leaf.jobs.console
    kade.say("Lang geleden", at=NOW - timedelta(days=300))
    for number in range(4):
        kade.say("Alles rustig", at=NOW - timedelta(days=120))  # as much was said then, and nothing went wrong
        kade.say(f"Bel 06-1234567{number}", at=NOW - timedelta(days=3), judgement=flagged(Flag.PERSONAL_DATA))
    leaf.refresh()
    settle(qtbot, window.jobs)
    assert "Vaker dan eerst: persoonsgegevens. In de laatste drie maanden 4 keer" in texts_of(leaf.parts.members)

    press(qtbot, window, "I")
    settle(qtbot, window.jobs)
    panel = leaf.parts.refreshing
    first = panel.field.text
    assert "Vaker dan eerst: persoonsgegevens" in texts_of(panel)
    assert first.startswith("Even opfrissen")
    panel.rule.setCurrentIndex(1)
    settle(qtbot, window.jobs)
    assert panel.field.text != first
    key = panel.key
    panel.field.show_text("Geen nummers in de groep, beste buren.")
    for place in (0, 1):  # another rule, and back
        panel.rule.setCurrentIndex(place)
        settle(qtbot, window.jobs)
    qtbot.keyClick(panel.field, KEY.Key_Return, CTRL)
    settle(qtbot, window.jobs)
    with console.store.reading() as connection:
        row = connection.execute(select(welcomes)).one()
    assert (row.kind, row.rule, row.text) == ("refresh", key, "Geen nummers in de groep, beste buren.")
    assert "U mag de groep altijd één afspraak" in texts_of(leaf.parts.members)  # once a quarter is enough


def test_all_groups_stand_by_name_and_enter_opens_one(qtbot, window, leaf, make_group):
    make_group("Akker")
    make_group("Dijk").member("Els")
    page = window.show_page("welcome")
    page.refresh()
    settle(qtbot, window.jobs)
    leaf.parts.members.want(Part.READ)
    leaf.remind_all()
    settle(qtbot, window.jobs)
    page.group.setFocus()
    page.group.setCurrentIndex(0)
    settle(qtbot, window.jobs)
    assert leaf.parts.reminding.isHidden()  # it was about another group
    assert page.group.hasFocus()  # who goes through the groups stays there
    rows = leaf.group_rows
    read = [rows.index(row, GroupColumn.READ).data() for row in range(rows.rowCount())]
    assert read == ["er is nog niemand", "niet bekend", "1 van 4 leden (25%)"]
    leaf.parts.groups.table.setFocus()
    leaf.parts.groups.table.selectRow(2)
    qtbot.keyClick(leaf.parts.groups.table, KEY.Key_Return)
    settle(qtbot, window.jobs)
    assert leaf.group_id is not None
    assert listed(leaf)[0] == "Bram"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_part_has_names_and_letters_of_its_own(qtbot, window, leaf, dutch, language):
    dutch.choose(language)
    parts = leaf.parts
    bar = window.show_page("week").parts.welcome_due
    settle(qtbot, window.jobs)
    assert bar.isVisible()
    check_letters(window, "week")
    window.show_page("welcome")
    settle(qtbot, window.jobs)
    for ask, widget in ((leaf.take_focus, parts.members), (leaf.remind_all, parts.reminding)):
        ask()
        settle(qtbot, window.jobs)
        assert widget.isVisible()
        check_letters(window, type(widget).__name__)
    leaf.refresh_rule()
    settle(qtbot, window.jobs)
    assert parts.refreshing.isVisible()
    check_letters(window, "rule")


def check_letters(window, where):
    letters = letters_of(window)
    assert [letter for letter, times in Counter(letters).items() if times > 1] == [], where
    assert all(name_of(widget) for widget in interactive(window)), where
