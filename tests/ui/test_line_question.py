"""The panel in which a professional is asked."""

import pytest

from console.domain.decision import Verb
from console.domain.draft import Draft, Place, Tone
from console.domain.feedback import Channel
from ui.shortcuts import KeyMap
from ui.widgets.answers import Question
from ui.widgets.line_question import CHANNELS, LineQuestionPanel

DRAFT = Draft("line", Place.OFFICER, Tone.PLAIN, "nl", "Beste wijkagent, weet u meer?", {})
QUESTION = Question(Verb.OFFICER, "Peter Smit", "Kade", DRAFT)


@pytest.mark.parametrize(("channel", "is_read"), [(Channel.MAIL, True), (Channel.PHONE, False)])
def test_what_nobody_reads_is_not_shown_as_read(qtbot, qapp, dutch, channel, is_read):
    KeyMap(qapp)
    panel = LineQuestionPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    panel.show()
    panel.ask(QUESTION)
    panel.channel.setCurrentIndex(CHANNELS.index(channel))
    panel.resize(1000, 500)
    assert panel.preview.isVisible() is is_read
