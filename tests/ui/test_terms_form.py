"""The form in which a group gets shorter terms."""

from dataclasses import replace

from PySide6.QtCore import Qt

from console.desk.forgetting.terms import USUAL
from ui.widgets.terms_form import NAMES, TermsForm


def test_a_number_that_is_typed_can_be_kept_before_its_field_is_left(qtbot):
    form = TermsForm()
    qtbot.addWidget(form)
    form.show()
    form.show_terms(USUAL, dict.fromkeys(NAMES, 1), USUAL, None)
    box = form.days["messages"]
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "30")
    assert form.keep.isEnabled()
    with qtbot.waitSignal(form.kept) as kept:
        qtbot.mouseClick(form.keep, Qt.MouseButton.LeftButton)
    assert kept.args == [{"messages": 30}]
    box.selectAll()
    for keys, shown in (("1", "1 day"), ("5", "15 days")):  # one key after another, where the word changes in between
        qtbot.keyClicks(box, keys)
        assert box.text() == shown
    form.show_terms(replace(USUAL, messages=30), dict.fromkeys(NAMES, 1), USUAL, None)
    assert not form.keep.isEnabled()
