"""What a log may hold: kinds and places, and no word of anybody."""

import io
import logging
import warnings

import pytest

from console import cli, logs

KEY = "0123456789abcdef" * 4
VALUES = (
    "06-12345678",
    "+31 6 1234 5678",
    "(020) 123 45 67",
    "anja.bakker+wijk@voorbeeld.nl",
    KEY,
    "7Q2M-9XKD-0F4T-AB12-CD34-EF56-GH78-JK90-MN12",
    "7q2m9xkd0f4tab12cd34ef56gh78jk90mn12",
    "123456789:AAE-abcdefghijklmnopqrstuvwxyz012345",
    "https://api.telegram.voorbeeld/bot123456789:AAEabcdefghijklmnopqrst/send?text=Bram",
    "NL91ABNA0417164300",
    "1234 AB",
    "/home/anja/Documenten/WhatsApp-chat met Jan Jansen.txt",
    "C:\\Users\\Anja\\Documents\\Jan Jansen.txt",
)


@pytest.fixture
def written():
    """What the log got."""
    stream = io.StringIO()
    handler, root, level = logging.StreamHandler(stream), logging.getLogger(), logging.getLogger().level
    raises, shows = logging.raiseExceptions, warnings.showwarning
    logs.write_to(handler)
    yield stream.getvalue
    root.removeHandler(handler)
    root.setLevel(level)
    logging.raiseExceptions = raises
    warnings.showwarning = shows


@pytest.mark.parametrize("value", VALUES)
def test_value_goes_from_a_line(value):
    told = logs.redacted(f"gezien: {value}, en nu?")
    assert value not in told
    assert not any(part in told for part in ("12345678", "voorbeeld.nl", "Jansen", "cdef", "Bram", "AAE"))
    assert told.startswith("gezien: ‹")


@pytest.mark.parametrize(
    "line",
    [
        "refused: store_locked",
        "  console/desk/outbox.py:201 send_due",
        "backup made (before a new key), 3 kept, 1234 rows in 0.75 s",
        "a person was forgotten: 12 kinds of rows, 3 places",
        "sqlalchemy.exc.OperationalError",
        "Beheerconsole, Python 3.11.7, Qt 6.11.3, Linux",
    ],
)
def test_kinds_and_places_stay(line):
    assert logs.redacted(line) == line


def test_quotes_of_every_kind_go():
    for quoted in (
        "'Bram is het'",
        '"Bram is het"',
        "‘Bram is het’",
        "“Bram is het”",
        "«Bram is het»",
        "`Bram is het`",
    ):
        assert logs.redacted(f"invalid literal {quoted} here") == "invalid literal ‹value› here"


def test_error_is_told_by_its_kind_and_places(written):
    try:
        try:
            int("Bram woont op 12")
        except ValueError as error:
            raise KeyError("06-12345678") from error
    except KeyError:
        logging.getLogger("console.x").exception("it went wrong with %s", "'Bram'")
    told = written()
    assert "Bram" not in told
    assert "12345678" not in told
    assert "builtins.KeyError" in told
    assert "builtins.ValueError" in told
    assert "test_logs.py" in told


def test_library_loses_its_values(written):
    logging.getLogger("fpdf.output").warning("Font %s is missing the glyphs of %s", "Noto", "Bram woont hier")
    logging.getLogger("urllib3.connectionpool").info("Resetting connection: %s", "api.voorbeeld")
    told = written()
    assert "Bram" not in told
    assert "voorbeeld" not in told
    assert "Font %s is missing" in told


def test_paper_fills_no_log_with_the_making_of_its_letters(written):
    logging.getLogger("fontTools.subset").info("glyf pruned")
    logging.getLogger("fontTools.subset").warning("a table is broken")
    assert "pruned" not in written()
    assert "broken" in written()


def test_warning_is_told_by_its_kind_and_place(written):
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = logs._log_warning
        warnings.warn("Bram woont hier", stacklevel=1)
    assert "UserWarning in tests/console/test_logs.py:" in written()
    assert "Bram" not in written()


def test_log_that_cannot_be_written_prints_nothing(written, capsys):
    class Full(logging.StreamHandler):
        def emit(self, record):
            try:
                raise OSError(28, "No space left on device")
            except OSError:
                self.handleError(record)

    full = Full()
    logging.getLogger().addHandler(full)
    logging.getLogger("console.x").info("%s", "Bram woont hier")
    logging.getLogger().removeHandler(full)
    assert capsys.readouterr().err == ""


def test_bug_in_a_command_is_places_only(monkeypatch, capsys):
    def broken(_arguments):
        raise ValueError("Bram woont op nummer 12")

    monkeypatch.setattr(cli, "_command", lambda _name: broken)
    assert cli.main(["check"]) == 1
    told = capsys.readouterr().err
    assert "Bram" not in told
    assert "builtins.ValueError" in told
    assert "test_logs.py" in told
