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


def test_what_is_low_stands_in_the_middle_of_its_row(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    high, low = QPushButton("hoog"), QPushButton("laag")
    high.setMinimumHeight(low.sizeHint().height() + 10)
    for button in (low, high):
        flow.addWidget(button)
    box.resize(400, 100)
    box.show()
    assert low.geometry().center().y() == high.geometry().center().y()


def test_what_changes_in_it_is_measured_anew(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    flow.addWidget(QPushButton("een"))
    width = 2 * flow.sizeHint().width()
    heights = [flow.heightForWidth(width)]
    second = QPushButton("twee keer zo lang")
    for change in (lambda: flow.addWidget(second), second.hide, second.show, lambda: flow.takeAt(1)):
        change()
        heights.append(flow.heightForWidth(width))
    assert heights[1] == heights[3] > heights[0] == heights[2] == heights[4]
