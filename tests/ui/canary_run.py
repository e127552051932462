"""Run by test_canaries.py: a day with the program in which much goes wrong, and in which somebody's words are
everywhere. Ends with a crash of the interpreter itself. Writes the report that a person would copy to a file.
"""

import argparse
import json
import logging
import os
import signal
import sys
import threading
import urllib.request
import warnings
from dataclasses import replace
from pathlib import Path

import requests
from PySide6.QtCore import QEventLoop, QFile, QIODevice, QTimer, qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from sqlalchemy import insert, text

from console.cli import main as beheer
from console.desk import deciding, intake, journal, logbook_export, outbox, triage
from console.desk.vault import access_code, backing_up, opening
from console.domain.decision import Act, Verb
from console.domain.group import Tool
from console.domain.logbook import LogFilter
from console.domain.outgoing import Action, NotSentError, Outgoing
from console.platforms.signalen import SignalenCarrier
from console.store.session import Store
from console.store.tables import groups
from tests.tools.signalen_server import running
from tests.ui.support import KEY, _console
from ui import app, clipboard, crash
from ui.jobs import Jobs

WORDS = "Wielewaal bij de schuur"
NAME = "Xandra Kwartelboer"
PHONE = "06-86427531"
MAIL = "xandra@kwartelboer.voorbeeld"
TOKEN = "987654321:AAFkwartel_token-0123456789abcdefgh"
FILE = f"WhatsApp-chat met {NAME}.txt"
CHAT = f"""\
12-11-2026 20:58 - Berichten en gesprekken worden end-to-end versleuteld.
12-11-2026 21:03 - {NAME}: {WORDS}, mail {MAIL}
14-11-2026 12:00 - Bram: Bel {NAME} maar, haar nummer is {PHONE}
14-11-2026 12:05 - Henk: Bel {NAME} maar, haar nummer is {PHONE}
"""
CANARIES = {
    "words": "Wielewaal",
    "name": "Kwartel",
    "phone": "86427531",
    "mail": "kwartelboer.voorbeeld",
    "token": "AAF",
}
DONE = "DONE"


class Broken:
    """What cannot even be thrown away."""

    def __del__(self) -> None:
        raise ValueError(f"{NAME}: {WORDS}")


def fail_with(error: Exception) -> None:
    raise error


def break_sql(console) -> None:
    with console.store.writing() as connection:
        connection.execute(insert(groups).values(name=NAME, nothing=WORDS))


def break_constraint(console) -> None:
    with console.store.writing() as connection:
        connection.execute(text("INSERT INTO people (id, name) VALUES (:one, :name)"), {"one": PHONE, "name": NAME})


def send(console, outgoing: Outgoing) -> None:
    SignalenCarrier().send(outgoing)


def report_to(address: str) -> Outgoing:
    payload = {"text": WORDS, "reporter": {"email": MAIL, "phone": PHONE}}
    return Outgoing("key", NAME, Action.FORWARD, NAME, None, WORDS, address, payload)


class Carrier:
    """Says other people's words when it cannot send."""

    repeats_safely = False

    def __init__(self, error: Exception) -> None:
        self.error = error

    def can(self, action: Action) -> bool:
        return True

    def send(self, outgoing: Outgoing) -> str:
        raise self.error


def decide_and_send(console, error: Exception) -> None:
    """Decide something that leaves the computer, and have it fail."""
    connected = replace(console, carriers={Tool.WHATSAPP: Carrier(error)})
    act, key = Act(Verb.GROUP, text=f"{NAME}, {WORDS}"), type(error).__name__
    with console.store.writing() as connection:
        changes = outbox.put(connection, connected, group_id=1, message_id=None, person_id=None, act=act, key=key)
        decision = journal.decide(connection, connected, act.verb, changes, group_id=1, item_id=None)
        outbox.settle(connection, decision, changes)
        connection.execute(text("UPDATE outbox SET not_before = 0 WHERE state = 'waiting'"))
    outbox.send_due(connected)


def jobs_of_a_day(console, folder: Path, town: str) -> list[tuple]:
    """Return what is asked of the desk, each as a call and its values."""
    chat = folder / FILE
    chat.write_text(CHAT, encoding="utf-8")
    damaged = folder / f"{NAME}.json"
    damaged.write_text('{"messages": [{"text": "' + WORDS, encoding="utf-8")
    gone = folder / NAME / f"{NAME}.csv"
    item = lambda: triage.week(console)[0].id  # noqa: E731  # only there once the chat is
    return [
        (intake.import_file, console, chat, NAME),
        (intake.import_file, console, damaged, NAME),
        (intake.import_file, console, folder / f"{PHONE}.txt", NAME),
        (lambda: deciding.add_note(console, item(), f"{NAME}: {WORDS}"),),
        (lambda: deciding.decide(console, item(), Act(Verb.PRIVATE, text=f"Dag {NAME}, {WORDS}")),),
        (decide_and_send, console, ValueError(f"{NAME} {PHONE}")),
        (decide_and_send, console, NotSentError(f"{NAME} {PHONE}")),
        (send, console, report_to(town)),
        (send, console, report_to("http://127.0.0.1:1")),
        (send, console, report_to(f"http://{NAME}")),
        (logbook_export.export, console, gone, LogFilter()),
        (logbook_export.export, console, folder / f"{NAME}.xlsx", LogFilter()),
        (backing_up.back_up, console),
        (backing_up.back_up, console, gone),
        (opening.open_with_code, console.store.path, f"{NAME}"),
        (access_code.set_code, console, "geheim-kwartel"),
        (Store.open, folder / f"{NAME}.db", KEY),
        (break_sql, console),
        (break_constraint, console),
        (requests.get, f"http://127.0.0.1:1/bot{TOKEN}/sendMessage?text={WORDS}"),
        (urllib.request.urlopen, f"http://127.0.0.1:1/bot{TOKEN}/{PHONE}"),
        (json.loads, f"[{WORDS}"),
        (int, f"{NAME} {PHONE}"),
        ({}.__getitem__, f"{NAME} {MAIL}"),
        (fail_with, UnicodeDecodeError("utf-8", f"{NAME} {WORDS}".encode(), 0, 1, WORDS)),
    ]


def wait(jobs: Jobs) -> None:
    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if jobs.is_idle else None)
    timer.start(10)
    loop.exec()


def break_the_window() -> None:
    """What goes wrong outside a job: in a slot, a thread, a destructor, a library and in Qt."""
    QTimer.singleShot(0, lambda: fail_with(RuntimeError(f"{NAME}: {WORDS}")))
    thread = threading.Thread(target=fail_with, args=(OSError(2, "no such file", FILE),))
    thread.start()
    thread.join()
    Broken()
    logging.getLogger("urllib3.connectionpool").warning("Retrying %s", f"/bot{TOKEN}/?text={WORDS}")
    logging.getLogger("fpdf.output").error("Font %s is missing %s", "Noto", WORDS)
    logging.getLogger("console.desk").info("seen: %s", f"'{NAME}' {PHONE} {MAIL} {TOKEN}")
    warnings.warn(f"{NAME}: {WORDS}", stacklevel=1)
    qWarning(f'QFile: cannot open "{FILE}"')
    QFile(f"/{NAME}/{PHONE}").open(QIODevice.OpenModeFlag.ReadOnly)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    folder = options.parse_args().folder
    app._log_to_file()
    qInstallMessageHandler(app.say_fatal)
    running_app = QApplication([])
    reporter = crash.CrashReporter()
    reporter.install()
    console = _console(Store.open(folder / "store.db", KEY, create=True))
    jobs = Jobs("nl")
    jobs.console = console
    jobs.broke.connect(reporter.crashed)
    reports = []
    with running() as town:
        town.fails = True
        for call, *values in jobs_of_a_day(console, folder, town.url):
            jobs.run(call, *values)
            wait(jobs)
            for dialog in (
                widget for widget in running_app.topLevelWidgets() if isinstance(widget, crash.ReportDialog)
            ):
                shown = dialog.findChild(QPlainTextEdit).toPlainText()
                dialog._on_copy_clicked()
                reports.append({"shown": shown, "copied": running_app.clipboard().text()})
                dialog.reject()
    break_the_window()
    wait(jobs)
    beheer(["--store", str(folder / "store.db"), "import", str(folder / "weg.txt"), "--group", "Lindenhof"])
    clipboard.clear()
    running_app.clipboard().clear()
    (folder / "reports.json").write_text(json.dumps(reports), encoding="utf-8")
    jobs.close()
    console.store.close()
    (folder / DONE).touch()
    secret = f"{NAME} {WORDS} {PHONE}"  # on the stack of what crashes
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGABRT if secret else signal.SIGTERM)


if __name__ == "__main__":
    main()
