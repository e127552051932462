"""Text from strangers is shown as it is: no markup, no invisible marks, no borrowed keys."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from ui.widgets.text import (
    CELL_LIMIT,
    PANE_LIMIT,
    PlainLabel,
    isolated,
    marked,
    message_box,
    one_line,
    set_tooltip,
    tooltip,
    unmnemonic,
    visible,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Jan \u202eesnaJ", "Jan ‹U+202E›esnaJ"),
        ("Be\u200bheerder", "Be‹U+200B›heerder"),
        ("zacht\u00adstreepje", "zacht‹U+00AD›streepje"),
        ("\U000e0041tag", "‹U+E0041›tag"),
        ("leeg\u3164", "leeg‹U+3164›"),
        ("nul\x00", "nul‹U+0000›"),
        ("kap\ud800ot", "kap‹U+D800›ot"),
        ("twee\nregels\tmet tab", "twee\nregels\tmet tab"),
        ("vast\u00a0wit", "vast\u00a0wit"),
        ("👩\u200d👧 gezin", "👩\u200d👧 gezin"),
        ("👩🏽\u200d🚒", "👩🏽\u200d🚒"),
        ("a\u200db", "a‹U+200D›b"),
        ("é ü ğ Zoë", "é ü ğ Zoë"),
        ("@\u2068Wijkagent Fatima\u2069 kom je?", "@\u2068Wijkagent Fatima\u2069 kom je?"),
        ("@\u2068Jan \u202eesnaJ\u2069", "@‹U+2068›Jan ‹U+202E›esnaJ‹U+2069›"),
        ("\u2068open\nen dicht\u2069", "‹U+2068›open\nen dicht‹U+2069›"),
    ],
)
def test_invisible_marks_are_written_out(text, shown):
    assert visible(text) == shown


def test_pile_of_combining_marks_is_cut():
    assert len(visible("Z" + "\u0301" * 300)) < 12


def test_name_is_isolated_and_cannot_close_its_own_isolation():
    assert isolated("Jan\u2069\u202e") == "\u2068Jan‹U+2069›‹U+202E›\u2069"


def test_name_is_not_written_out_twice():
    label = PlainLabel(isolated(one_line("Jan\u202e")))
    assert label.text() == "\u2068Jan‹U+202E›\u2069"


def test_one_line_is_short_and_on_one_line():
    assert one_line("een\n\ntwee  drie") == "een twee drie"
    assert len(one_line("x" * 100_000)) == CELL_LIMIT + 1


def test_marks_follow_the_words_through_emoji_and_written_out_marks():
    text = "🏠\u200b bel 06-1 🚨 nu"
    start = text.index("06-1")
    shown, [(left, length)] = marked(text, [(start, start + 4)])
    units = shown.encode("utf-16-le")
    assert units[2 * left : 2 * (left + length)].decode("utf-16-le") == "06-1"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("weergave bewaard: ישראל 2", "weergave bewaard: \u2068ישראל\u2069 2"),
        ("van ישראל, שלום aan Piet", "van \u2068ישראל, שלום\u2069 aan Piet"),
        ("naar \u2068ישראל & Zn\u2069 toe", "naar \u2068ישראל & Zn\u2069 toe"),  # kept apart already
        ("ישראל, tot zo", "ישראל, tot zo"),  # a line that begins there goes that way
        ("Piet\nישראל 2", "Piet\nישראל 2"),
    ],
)
def test_words_from_right_to_left_turn_no_sentence_around(text, shown):
    assert visible(text) == shown
    assert visible(visible(text)) == shown
    assert isolated(text).count("\u2068") == 1


def test_limit_is_of_what_is_shown():
    """A text of nothing but invisible marks becomes eight times as long."""
    assert len(visible("\u200b" * 2_000, 2_000)) <= 2_008
    line = one_line("\u200ba" * 900, 1_000)
    assert len(line) <= 1_009
    assert line.endswith("…")
    assert marked("a\u200b" * 30, [(0, 2), (4, 60)], 20) == ("a‹U+200B›a‹U+200B›a‹U+200B›", [(0, 9), (18, 9)])


def test_marks_beyond_what_is_shown_are_left_out():
    assert marked("abc def", [(4, 7)], limit=3) == ("abc", [])
    assert marked("abc def", [(0, 99)], limit=3) == ("abc", [(0, 3)])
    assert marked("abc", [(2, 1), (-5, 1)]) == ("abc", [(0, 1)])


def test_label_is_plain_by_default(qtbot):
    label = PlainLabel("<b>vet</b> <img src=x>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>vet</b> <img src=x>"


def test_label_shows_at_most_a_pane(qtbot):
    label = PlainLabel("x" * 200_000)
    qtbot.addWidget(label)
    assert len(label.text()) == PANE_LIMIT + 1


def test_nested_tables_do_not_freeze_a_label(qtbot):
    label = PlainLabel("<table border=1><tr><td>" * 30, wraps=True)
    qtbot.addWidget(label)
    began = time.process_time()
    label.resize(400, 400)
    label.grab()
    assert time.process_time() - began < 1.0


def test_tooltip_is_escaped(qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    set_tooltip(button, '<img src="x"> & meer')
    assert button.toolTip() == "<qt>&lt;img src=&quot;x&quot;&gt; &amp; meer</qt>"
    assert tooltip("") == ""


def test_message_box_is_plain(qtbot):
    box = message_box(None, "Titel", "<b>vet</b>")
    qtbot.addWidget(box)
    assert isinstance(box, QMessageBox)
    assert box.textFormat() == Qt.TextFormat.PlainText


def test_ampersand_in_a_name_takes_no_key(qtbot):
    button = QPushButton(unmnemonic("Jan & Piet"))
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
