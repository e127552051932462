"""The subject Papieren: the papers of the privacy law, from choosing one to the file."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QDateTime

from console.domain.privacy import Paper
from tests.ui.conftest import settle
from ui.shortcuts import Command, key_text
from ui.widgets.papers_form import KINDS, MESSAGE


@pytest.fixture
def leaf(qtbot, open_page, make_group, dutch):
    make_group("Kade").say("Hallo")
    make_group("Plein")
    page = open_page("settings")
    page.open_with("papers")
    settle(qtbot, page.jobs)
    return page.leaf("papers")


def choose(qtbot, leaf, kind, group=None):
    leaf.form.kind.setCurrentIndex(KINDS.index(kind))
    if group is not None:
        leaf.form.group.setCurrentText(group)
    settle(qtbot, leaf.jobs)
    return leaf.form.text.toPlainText()


def test_a_paper_is_chosen_read_and_kept(qtbot, window, leaf, tmp_path):
    assert "Dit register hoort bij Kade en Plein." in leaf.form.text.toPlainText()
    assert "Dit blad is voor de leden van Plein." in choose(qtbot, leaf, Paper.NOTICE, "Plein")
    assert leaf.form.to_fill_in.text().endswith("vult u zelf in, met de pen of in het tekstbestand.")
    assert leaf.file_name == "Wat-bewaren-wij-van-u"
    for name, begins in (("blad.pdf", b"%PDF-"), ("blad.txt", b"Wat bewaren wij van u?")):
        leaf.write(tmp_path / name)
        settle(qtbot, window.jobs)
        assert (tmp_path / name).read_bytes().startswith(begins)
    assert window.messages.text == "Bewaard. Vul met de pen in wat tussen haken staat."
    leaf.write(tmp_path / "nergens" / "blad.pdf")
    settle(qtbot, window.jobs)
    assert "kon niet worden geschreven" in window.messages.text


def test_the_message_is_finished_here_and_copied(qtbot, window, leaf, clipboard):
    assert choose(qtbot, leaf, MESSAGE).startswith("Beste leden van Kade,")  # all groups have no chat together
    assert leaf.form.to_fill_in.text().startswith("1 plek")
    assert not leaf.form.save.isVisible()
    text = leaf.form.text.toPlainText().replace("[naam en nummer van de beheerder]", "Anja, 06-12345678")
    leaf.form.text.setPlainText(text)
    assert not leaf.form.to_fill_in.isVisible()
    leaf.refresh()  # somebody changed something else
    settle(qtbot, leaf.jobs)
    assert leaf.form.copy.key == key_text(Command.COPY)
    leaf.form.copy.click()
    assert clipboard.text() == text
    assert "Gekopieerd" in window.messages.text
    assert choose(qtbot, leaf, MESSAGE, "Plein").startswith("Beste leden van Plein,")


def test_after_a_breach_the_window_says_until_when(qtbot, leaf, clock):
    text = choose(qtbot, leaf, Paper.BREACH)
    assert "Ontdekt op [dag en tijd]" in text
    assert leaf.form.deadline.text() == ""
    leaf.form.is_noticed.click()
    settle(qtbot, leaf.jobs)
    assert leaf.form.deadline.text().startswith("Melden kan op tijd tot woensdag 18 november 2026 20:00 uur.")
    assert "Ontdekt op 15 november 2026 om 20.00 uur." in leaf.form.text.toPlainText()
    noticed = round((clock() - timedelta(days=4)).timestamp())
    leaf.form.noticed.setDateTime(QDateTime.fromSecsSinceEpoch(noticed))
    settle(qtbot, leaf.jobs)
    assert leaf.form.deadline.text().startswith("Melden moest voor zaterdag 14 november 2026 20:00 uur.")
    assert leaf.form.noticed.maximumDateTime().toSecsSinceEpoch() == round(clock().timestamp())
