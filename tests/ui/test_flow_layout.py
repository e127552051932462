"""The row that goes on to a next line."""

from itertools import pairwise

from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.flow_layout import FlowLayout


def test_flow_layout_wraps_when_it_is_narrow(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    flow.setContentsMargins(0, 0, 0, 0)
    buttons = [QPushButton(f"filter {number}") for number in range(6)]
    for button in buttons:
        flow.addWidget(button)
    buttons[1].hide()
    width = buttons[0].sizeHint().width()
    one_line = flow.heightForWidth(width * 10)
    assert flow.heightForWidth(width * 2) > 2 * one_line
    box.resize(width * 2 + flow.spacing() + 2, 400)
    box.show()
    assert buttons[0].y() == buttons[2].y() < buttons[3].y()
    assert not any(one.geometry().intersects(other.geometry()) for one, other in pairwise(buttons[2:]))
