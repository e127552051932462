"""The leaf on which a group says where it is."""

import pytest
from PySide6.QtCore import Qt

from console.desk import areas
from console.desk.area_text import read
from console.desk.undoing import undo
from tests.ui.conftest import settle
from ui.pages.group_area import AreaLeaf

LINES = "Dorpsstraat 1-99 oneven\nKerkweg\n3021 AB - 3021 AK"


@pytest.fixture
def chat(make_group, console):
    made = make_group("Kade")
    other = make_group("Meidoornbuurt")
    areas.set_area(console, made.group_id, read(LINES)[0])
    areas.set_area(console, other.group_id, read("Kerkweg 2-40 even\nMeidoornstraat")[0])
    return made


@pytest.fixture
def leaf(qtbot, window, chat, dutch):
    made = AreaLeaf(window.jobs, window.keys)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.show_group(chat.group_id)
    settle(qtbot, window.jobs)
    return made


@pytest.fixture
def write(qtbot, window, leaf):
    """Type other lines, and wait until they were read."""

    def write(text: str) -> None:
        leaf.form.lines.setPlainText(text)
        qtbot.waitUntil(lambda: not leaf.form._pause.isActive())
        settle(qtbot, window.jobs)

    return write


@pytest.fixture
def ask(qtbot, window, leaf):
    """Type an address to try, and wait for the answer."""

    def ask(line: str) -> str:
        leaf.form.address.setText(line)
        qtbot.waitUntil(lambda: not leaf.form._pause.isActive())
        settle(qtbot, window.jobs)
        return leaf.form.answer.text()

    return ask


def problems(leaf) -> list[str]:
    return [leaf.form.problems.item(row).text() for row in range(leaf.form.problems.count())]


def test_it_shows_the_area_that_counts_and_who_shares_it(leaf):
    assert leaf.form.text == LINES
    assert leaf.form.summary.text() == "Alle regels zijn begrepen: 2 straten, 1 regel met postcodes."
    assert "Meidoornbuurt" in leaf.form.shared.text()
    assert "Kerkweg 2-40 (even)" in leaf.form.shared.text()
    assert not leaf.is_edited
    assert not leaf.form.keep.isEnabled()
    assert leaf.form.problems.isHidden()


def test_a_group_without_an_area_says_so(qtbot, window, leaf, make_group):
    leaf.show_group(make_group("Nieuw").group_id)
    settle(qtbot, window.jobs)
    assert leaf.form.text == ""
    assert leaf.form.summary.text() == "Er is nog geen gebied ingevuld."
    assert leaf.form.shared.isHidden()


def test_what_is_typed_counts_when_it_is_kept(qtbot, window, leaf, write, chat, console):
    write("dorpsstr 1 t/m 9\n3022")
    assert leaf.is_edited
    qtbot.keyClick(leaf.form.lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.jobs)
    assert areas.area_of(console, chat.group_id) == read("dorpsstr 1-9\n3022")[0]
    assert leaf.form.text == "dorpsstr 1-9\n3022"  # as the program writes it
    assert not leaf.is_edited
    undo(console)
    leaf.show_group(chat.group_id)
    settle(qtbot, window.jobs)
    assert leaf.form.text == LINES


def test_a_line_that_is_not_understood_is_told_and_nothing_is_kept(qtbot, leaf, write):
    write("Kerkweg\nDorpsstraat 99-1\n12")
    told = problems(leaf)
    assert told[0] == "Regel 2: Het eerste nummer is hoger dan het laatste. Draai ze om."
    assert told[1].startswith("Regel 3: Hier staat geen straat of postcode.")
    assert leaf.form.summary.text().startswith("1 straat. 2 regels zijn niet begrepen.")
    assert not leaf.form.keep.isEnabled()
    leaf.form.problems.setCurrentRow(1)
    qtbot.keyClick(leaf.form.problems, Qt.Key.Key_Return)
    assert leaf.form.lines.textCursor().blockNumber() == 2
    write("Kerkweg")
    assert problems(leaf) == []
    assert leaf.form.keep.isEnabled()


def test_lines_that_are_not_understood_stand_out_in_the_text(leaf, write):
    write("Kerkweg\n12")
    block = leaf.form.lines.document().findBlockByNumber(1)
    assert block.layout().formats()[0].format.fontUnderline()
    assert not leaf.form.lines.document().findBlockByNumber(0).layout().formats()


def test_esc_puts_back_what_counts(leaf, write):
    write("Kerkweg")
    assert leaf.can_put_away()
    leaf.put_away()
    assert leaf.form.text == LINES
    assert not leaf.can_put_away()


def test_an_address_is_tried_with_the_reason(ask):
    assert ask("dorpsstr. 13, 3021 AC") == "✓ Ja. dorpsstr 13 hoort bij Dorpsstraat 1-99 (oneven)."
    assert ask("Dorpsstraat 12, 3099 ZZ").startswith("! Nee. Dorpsstraat 12 ligt niet in het werkgebied")
    assert ask("Dorpsstraat").startswith("? Niet bekend. Alleen Dorpsstraat 1-99 (oneven) hoort bij het werkgebied")


def test_an_address_is_tried_on_the_lines_as_they_are_typed(leaf, write, ask):
    write("Meidoornstraat 1-9")
    assert ask("Meidoornstr 4").startswith("✓ Ja.")
    assert "Meidoornbuurt" in leaf.form.others.text()
    write("Kerkweg")
    assert leaf.form.answer.text().startswith("! Nee.")


def test_without_an_address_nothing_is_said(leaf, ask):
    ask("Kerkweg 3")
    ask("")
    assert leaf.form.answer.isHidden()
    assert leaf.form.others.isHidden()


def test_news_leaves_what_somebody_is_typing(qtbot, window, leaf, write, chat, console):
    write("Kerkweg\nMolenpad")
    leaf.changed(areas.set_area(console, chat.group_id, read("Bosweg")[0]))
    settle(qtbot, window.jobs)
    assert leaf.form.text == "Kerkweg\nMolenpad"
    leaf.put_away()
    assert leaf.is_edited is False


def test_another_group_shows_its_own_area(qtbot, window, leaf, write, make_group):
    write("Kerkweg 1-3")
    leaf.show_group(make_group("Nieuw").group_id)
    settle(qtbot, window.jobs)
    assert leaf.form.text == ""
    assert leaf.form.answer.isHidden()


def test_a_list_comes_among_the_lines_and_waits_to_be_kept(qtbot, window, leaf, chat, console, tmp_path):
    path = tmp_path / "straten.csv"
    path.write_text("Straat;Van;Tot;Kant\nMolenpad;1;9;oneven\nBosweg;;;\n", encoding="utf-8")
    leaf.form.sheet.click()
    leaf.intake.read(path)
    settle(qtbot, window.jobs)
    leaf.intake.view.take.click()
    settle(qtbot, window.jobs)
    assert leaf.form.text == f"{LINES}\nMolenpad 1-9 oneven\nBosweg"
    assert areas.area_of(console, chat.group_id) == read(LINES)[0]
    qtbot.waitUntil(leaf.form.keep.isEnabled)
    leaf.form.keep.click()
    settle(qtbot, window.jobs)
    assert areas.area_of(console, chat.group_id).stretches[-1].street == "Bosweg"


def test_esc_closes_the_list_before_anything_else(qtbot, leaf):
    leaf.form.sheet.click()
    assert leaf.can_put_away()
    leaf.put_away()
    assert leaf._stack.currentWidget() is leaf.form


def test_nasty_lines_are_shown_as_they_are(leaf, write, ask):
    write("\u202eKerkweg\u2066 <b>1-9</b>\n" + "x" * 2000 + "\n🏠🏠")
    assert len(problems(leaf)) >= 2
    assert ask("\u202e<img src=x>" + "straat" * 500 + " 12")


def test_the_lines_follow_the_language(qtbot, window, leaf):
    window.jobs.set_language("en")
    settle(qtbot, window.jobs)
    assert leaf.form.text.startswith("Dorpsstraat 1-99 odd")
    assert not leaf.is_edited
