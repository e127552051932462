"""A store whose first page is damaged looks like one of another key: after the code, a backup is offered."""

from console import bootstrap
from console.desk.vault import backing_up, changing
from tests.console.desk.vault.conftest import ring  # noqa: F401  # a fixture
from tests.ui.conftest import settle
from tests.ui.test_accessibility import assert_names_and_letters
from tests.ui.test_opening import opener, place, shown  # noqa: F401  # fixtures
from ui.opening.code_view import CodeView
from ui.opening.damaged import DamagedOffer


def test_after_the_code_the_last_good_backup_is_offered(qtbot, window, opener, place, dutch):  # noqa: F811
    console = bootstrap.open_console(place)
    changing.put_off_sheet(console.store)
    sheet = changing.make_sheet(console.store, ())
    backing_up.back_up(console)
    bootstrap.close(console)
    content = bytearray(place.read_bytes())
    content[:16] = bytes(16)
    place.write_bytes(content)
    opener.open(place)
    settle(qtbot, window.jobs)
    view = shown(window, CodeView)
    view.code._take(1, sheet.code)
    view.open.click()
    settle(qtbot, window.jobs)
    (offer,) = view.findChildren(DamagedOffer)
    assert offer.said.text().startswith("Is dit het goede blad")  # for it may be
    assert offer.panel.put_back.isVisible()  # the code need not be typed again
    for language in ("en", "nl"):
        dutch.choose(language)
        assert_names_and_letters(window, view)
    window.retry_requested.connect(_open_again(opener, place))
    offer.panel.put_back.click()
    settle(qtbot, window.jobs)
    assert window.jobs.console is not None
    assert len(list(place.parent.glob("beheer-damaged-*.db"))) == 1


def _open_again(opener, path):  # noqa: F811
    def again():
        opener.open(path)

    return again
