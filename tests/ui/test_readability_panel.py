"""What a person sees of how easy a text is to read: one line, and what to change under it."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from console.desk.welcome.reading import read
from ui.widgets.marks import MarkedLabel
from ui.widgets.readability_panel import MOST, ReadabilityPanel

DUTCH = SimpleNamespace(language="nl")  # reading asks a console nothing but its language
HARD = "Middels <b>deze</b> groep houden wij een oogje in het zeil. Bel 112."


@pytest.fixture
def panel(qtbot, dutch):
    made = ReadabilityPanel()
    qtbot.addWidget(made)
    made.resize(700, 500)
    return made


def test_the_line_opens_to_what_may_change_and_esc_puts_it_away(qtbot, panel):
    panel.show_reading(read(DUTCH, HARD))
    panel.show()
    assert panel.text() == "! Dit is nog geen gewone taal (B1): 1 keer taal van kantoor en 1 zegswijze."
    assert panel.sentences() == []
    panel.changes.setFocus()
    qtbot.keyClick(panel.changes, Qt.Key.Key_Space)
    assert panel.sentences() == [(HARD.removesuffix(" Bel 112."), ["Middels", "oogje in het zeil"])]
    assert "‘Middels’ is taal van kantoor. Zeg liever: met." in panel.text()
    assert "gemiddeld 7,0 woorden" in panel.text()
    qtbot.keyClick(panel.changes, Qt.Key.Key_Escape)
    assert panel.sentences() == []
    assert not panel.can_put_away()


def test_the_source_is_told_and_stays_open_for_the_next_text(qtbot, panel):
    panel.show_reading(read(DUTCH, HARD))
    panel.show()
    panel.source.setChecked(True)
    panel.changes.setChecked(True)
    panel.show_reading(read(DUTCH, "Bel eerst 112."))
    assert panel.text().startswith("✓ Dit is gewone taal (B1).")
    assert "wordfreq" in panel.text()
    assert not panel.changes.isVisible()
    panel.show_reading(read(DUTCH, ""))
    assert panel.text().startswith("Er staat nog geen tekst.")


def test_many_hard_sentences_are_counted_and_marks_fall_on_the_words(qtbot, panel):
    text = " ".join(["😀 Bel indien nodig 112.", *(f"Reeds {count} keer gebeld." for count in range(MOST + 4))])
    panel.show_reading(read(DUTCH, text))
    panel.show()
    panel.changes.setChecked(True)
    shown = panel.sentences()
    assert shown[0] == ("😀 Bel indien nodig 112.", ["indien"])
    assert len(shown) == MOST
    assert "En nog 5 zinnen." in panel.text()


def test_arabic_is_drawn_from_the_right(qtbot, panel):
    panel.show_reading(read(DUTCH, " ".join(["كلمة"] * 13) + ".", "ar"))
    panel.show()
    panel.changes.setChecked(True)
    (label,) = (one for one in panel.findChildren(MarkedLabel) if one.text)
    image = label.grab().toImage()
    ground = image.pixelColor(0, 0)
    left, right = (
        sum(image.pixelColor(x, y) != ground for x in columns for y in range(image.height()))
        for columns in (range(image.width() // 4), range(image.width() * 3 // 4, image.width()))
    )
    assert right > left
