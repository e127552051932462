"""PySide 6.12.0 on Python 3.11 loses references until the program dies (``style/anchors.md`` 0): notice it at once."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

SLACK = 50  # other threads and caches hold and drop a few


class Sender(QObject):
    sent = Signal(bool)


class Painted(QWidget):
    paints = 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.paints += 1


def test_emitting_loses_no_reference():
    sender = Sender()
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(200):
        sender.sent.emit(True)
    assert sys.getrefcount(True) - before[0] > -SLACK
    assert sys.getrefcount(None) - before[1] > -SLACK


def test_painting_loses_no_reference(qtbot):
    view, painted = QListView(), Painted()
    for widget in (view, painted):
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
    before = sys.getrefcount(None)
    for _ in range(2_000):
        view.viewport().repaint()
        painted.repaint()
    lost = before - sys.getrefcount(None)
    print(f"\n{painted.paints} paints lost {lost} references")
    assert painted.paints >= 2_000
    assert lost < SLACK
