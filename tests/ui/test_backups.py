"""The subject Reservekopieën: making one, a second place, and putting one back with a look at what that changes."""

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import func, select

from console.desk.preferences import Settings, save_preferences
from console.desk.vault import backing_up, changing
from console.store.session import Store
from console.store.tables import messages
from tests.ui.conftest import press, settle
from tests.ui.test_accessibility import assert_names_and_letters
from ui.jobs import Lane
from ui.opening.damaged import OFFERED, DamagedOffer, find_last_good
from ui.opening.offer import offer_for
from ui.shortcuts import Command, key_text
from ui.store_exchange import StoreExchange


@pytest.fixture
def chat(make_group):
    group = make_group("Kade")
    group.say("Hallo")
    return group


@pytest.fixture
def page(qtbot, open_page, chat, dutch):
    made = open_page("settings")
    made.open_with("backups")
    settle(qtbot, made.jobs)
    return made


@pytest.fixture
def leaf(page):
    return page.leaf("backups")


def look(qtbot, leaf, backup):
    leaf.look_at(backup)
    settle(qtbot, leaf.jobs)


def type_code(leaf, code):
    for number, group in enumerate(code.split("-"), start=1):
        leaf.panel.code.fields[number].setText(group)
    leaf.panel.code.edited.emit()


def count(store):
    with store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(messages))


def rows(leaf):
    return [leaf.form.list.item(row).text() for row in range(leaf.form.list.count())]


def test_one_is_made_now_and_goes_to_the_second_place_too(qtbot, window, page, leaf, tmp_path):
    assert leaf.form.last.text() == "Er is nog geen reservekopie."
    assert not leaf.form.restore.isEnabled()
    wishes = []
    page.wishes_changed.connect(wishes.append)
    leaf.choose_second(tmp_path / "weg")
    settle(qtbot, window.jobs)
    assert "is er nu niet" in window.messages.text
    assert wishes == []
    window.messages.clear()
    stick = tmp_path / "stick"
    stick.mkdir()
    leaf.choose_second(stick)
    settle(qtbot, window.jobs)
    assert wishes == [{"backup_folder": str(stick)}]
    page.show_wishes(Settings(backup_folder=str(stick)))
    settle(qtbot, window.jobs)
    assert str(stick) in leaf.form.second.text()
    assert "op dezelfde schijf" in leaf.form.second.text()
    assert leaf.form.make.key == key_text(Command.NEW)
    press(qtbot, window, Qt.Key.Key_N, modifier=Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.jobs)
    assert window.messages.text == "De reservekopie is gemaakt en is goed."
    assert len(rows(leaf)) == 1
    assert rows(leaf)[0].endswith("op beide plekken")
    assert leaf.form.last.text().startswith("Laatste reservekopie: zondag 15 november 2026")
    leaf.form.drop.click()
    assert wishes[1:] == [{"backup_folder": None}]


def test_what_a_backup_would_change_is_shown_and_left(qtbot, window, leaf, chat, console):
    backup = backing_up.back_up(console).backup
    chat.say("Erna")
    leaf.refresh()
    settle(qtbot, window.jobs)
    leaf.form.list.setFocus()
    leaf.form.restore.click()
    settle(qtbot, window.jobs)
    assert "15 november 2026" in leaf.panel.title.text()
    assert "1 bericht van na deze reservekopie is dan weg." in leaf.panel.said.text()
    asked = []
    leaf.restore_requested.connect(asked.append)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert leaf.form.isVisible()
    look(qtbot, leaf, backup)
    press(qtbot, window, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert [wish.backup for wish in asked] == [backup]
    backup.path.write_bytes(b"no backup at all")
    look(qtbot, leaf, backup)
    assert leaf.form.isVisible()
    assert window.messages.is_trouble


def test_a_backup_under_a_key_that_is_gone_asks_for_the_code(qtbot, window, leaf, console, store_key, dutch):
    sheet = changing.make_sheet(console.store, (store_key,))
    backup = backing_up.back_up(console).backup
    changing.change_key(console.store, (), lambda keys: None)
    console.store.older_keys = ()  # as on a computer whose keyring was wiped since
    look(qtbot, leaf, replace(backup))
    assert leaf.panel.code.isVisible()
    assert not leaf.panel.put_back.isVisible()
    for language in ("en", "nl"):
        dutch.choose(language)
        assert_names_and_letters(window, leaf)
    other = changing.make_sheet(console.store, ())  # of the key of now
    type_code(leaf, other.code)
    leaf.panel.open.click()
    settle(qtbot, window.jobs)
    assert window.messages.is_trouble
    assert leaf.panel.code.isVisible()  # to type it again
    type_code(leaf, sheet.code)
    leaf.panel.code.fields[5].setFocus()
    leaf.refresh()  # as after the window was locked
    settle(qtbot, window.jobs)
    assert leaf.panel.code.fields[5].hasFocus()
    assert leaf.panel.code.text == sheet.code
    leaf.panel.open.click()
    settle(qtbot, window.jobs)
    assert leaf.panel.put_back.isVisible()


def test_nobody_makes_backups_of_the_demo(qtbot, window, leaf, console):
    window.jobs.console = replace(console, is_demo=True)
    leaf.refresh()
    settle(qtbot, window.jobs)
    assert leaf.form.last.text().startswith("De demo maakt geen reservekopieën")
    assert not leaf.form.make.isEnabled()
    leaf.make()
    assert backing_up.backups(console) == ()


# --- putting one back ------------------------------------------------------------------------------------------------


def test_the_console_is_closed_before_its_store_is_exchanged(qtbot, window, leaf, chat, console, store_key):
    backup = backing_up.back_up(console).backup
    chat.say("Erna")
    exchange = StoreExchange(window.jobs, lambda closed: closed.store.close())
    told = []
    exchange.told.connect(told.append)
    leaf.restore_requested.connect(exchange.begin)
    look(qtbot, leaf, backup)
    leaf.refresh()  # a job that still reads
    with qtbot.waitSignal(exchange.ended):
        leaf.panel.put_back.click()
    assert window.jobs.console is None
    with Store.open(console.store.path, store_key) as store:
        assert count(store) == 1
    assert told[0].startswith("De reservekopie is teruggezet. Wat er stond, blijft bewaard als")
    assert told[0].endswith("Een ouder blad opent dit niet.")  # there is no sheet of this key
    (kept,) = console.store.path.parent.glob("store-before-*.db")
    with Store.open(kept, store_key) as store:
        assert count(store) == 2


def test_the_console_stays_open_as_long_as_a_job_works_on_it(qtbot, window, leaf, console):
    backup = backing_up.back_up(console).backup
    may_end, closed = Event(), []
    exchange = StoreExchange(window.jobs, lambda old: (closed.append(may_end.is_set()), old.store.close()))
    leaf.restore_requested.connect(exchange.begin)
    look(qtbot, leaf, backup)
    window.jobs.run(may_end.wait, 30, lane=Lane.CPU)
    leaf.panel.put_back.click()
    after = []
    window.jobs.run(lambda: None, done=after.append)
    qtbot.waitUntil(lambda: after == [None])  # had the wish not waited, it were done before this
    assert closed == []
    with qtbot.waitSignal(exchange.ended):
        may_end.set()
    assert closed == [True]


def test_what_cannot_be_put_back_changes_nothing(qtbot, window, leaf, console, store_key):
    backup = backing_up.back_up(console).backup
    exchange = StoreExchange(window.jobs, lambda closed: closed.store.close())
    warned = []
    exchange.warned.connect(warned.append)
    look(qtbot, leaf, backup)
    leaf.restore_requested.connect(exchange.begin)
    backup.path.unlink()
    with qtbot.waitSignal(exchange.ended):
        leaf.panel.put_back.click()
    assert warned
    with Store.open(console.store.path, store_key) as store:
        assert count(store) == 1


# --- a store that cannot be used -------------------------------------------------------------------------------------


@pytest.fixture
def damaged(chat, console, store_key, monkeypatch):
    """The path of a store that was damaged after a backup, a message later."""
    monkeypatch.setenv("BEHEER_KEY", store_key)
    backing_up.back_up(console)
    chat.say("Erna")
    console.store.close()
    path = console.store.path
    content = bytearray(path.read_bytes())
    content[5000:9000] = bytes(4000)
    path.write_bytes(content)
    return path


def offer_of(qtbot, window, path):
    window.jobs.console = None
    offer = DamagedOffer(window.jobs, path)
    qtbot.addWidget(offer)
    offer.show()
    settle(qtbot, window.jobs)
    return offer


def test_the_last_good_backup_is_offered_and_put_back(qtbot, window, damaged, store_key, dutch):
    offer = offer_of(qtbot, window, damaged)
    window.show_opening_failed("Beschadigd.", offer)
    offer.show()
    for language in ("en", "nl"):
        dutch.choose(language)
        assert_names_and_letters(window, offer)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert "zondag 15 november 2026" in offer.panel.title.text()
    assert offer.panel.put_back.isVisible()
    assert not offer.panel.leave.isVisible()
    told = []
    offer.told.connect(told.append)
    with qtbot.waitSignal(offer.reopen_requested):
        offer.panel.put_back.click()
    with Store.open(damaged, store_key) as store:
        assert count(store) == 1
    assert "blijft bewaard als" in told[0]
    assert len(list(damaged.parent.glob("store-damaged-*.db"))) == 1  # never deleted


def test_without_a_backup_beside_it_a_file_may_be_chosen(qtbot, window, damaged, store_key, tmp_path, dutch):
    (tmp_path / "stick").mkdir()
    (backup,) = backing_up.backups(damaged)
    elsewhere = backup.path.rename(tmp_path / "stick" / "oud.db")
    offer = offer_of(qtbot, window, damaged)
    assert offer.said.text().startswith("Er is geen reservekopie gevonden.")
    assert not offer.panel.isVisible()
    offer.look_at_file(elsewhere)
    settle(qtbot, window.jobs)
    with qtbot.waitSignal(offer.reopen_requested):
        offer.panel.put_back.click()
    with Store.open(damaged, store_key) as store:
        assert count(store) == 1


def test_a_store_that_is_missing_does_not_come_back_from_another_disk(qtbot, window, damaged, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (backup,) = backing_up.backups(damaged)
    (tmp_path / "stick").mkdir()
    copy = backup.path.rename(tmp_path / "stick" / backup.path.name)
    save_preferences(Settings(backup_folder=str(copy.parent)))
    assert find_last_good(damaged, "nl").wish is not None
    damaged.unlink()  # or its disk is not there
    assert find_last_good(damaged, "nl").wish is None


def test_nothing_is_offered_for_a_store_that_is_good(qtbot, window, tmp_path):
    from console.errors import ExpectedError

    for key in ("store_newer", "store_locked", "store_read_only", "store_no_access", "store_disk_full"):
        assert key not in OFFERED
        assert offer_for(ExpectedError(key, path=tmp_path / "store.db"), tmp_path / "store.db", window.jobs) is None
