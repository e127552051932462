"""The conversation as it is drawn."""

from tests.ui.test_models import detail, line
from ui import theme
from ui.widgets.conversation import ConversationView


def test_deciding_words_are_marked_by_more_than_colour(qtbot):
    view = ConversationView()
    qtbot.addWidget(view)
    view.show_detail(detail(line(0, text="Bel 06-1 nu"), spans=[(4, 8)]))
    view.show()
    formats = [found for piece in view._delegate._drawing(0).pieces for found in piece.layout.formats()]
    assert [(found.start, found.length) for found in formats] == [(4, 4)]
    assert formats[0].format.fontUnderline()
    assert formats[0].format.background().color() == theme.color("mark_ground")
