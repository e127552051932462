"""Damaged WhatsApp exports, copies and zips."""

import contextlib
import io
import zipfile
from itertools import islice
from pathlib import Path

import pytest

from console.chats.detect import open_chat
from console.chats.pasted import PHONE_COPY, WEB_COPY
from console.chats.reading import DateOrder, Options
from console.chats.source import open_sources
from console.chats.whatsapp import WHATSAPP
from console.errors import ExpectedError

from .sampling import DATA, MUTATIONS, assert_only_expected_errors, mutants, source_of

OPTIONS = (Options(), Options(date_order=DateOrder.DMY, year=2024), Options(date_order=DateOrder.MDY))


def test_only_expected_errors_come_out_of_exports() -> None:
    folders = (DATA / folder for folder in ("synth", "dutch", "hostile", "names"))
    samples = [path.read_bytes() for folder in folders for path in sorted(folder.glob("*.txt"))]
    assert_only_expected_errors(WHATSAPP, (source_of(data) for data in mutants(samples, "whatsapp")), OPTIONS)


def test_only_expected_errors_come_out_of_copies() -> None:
    for chat_format, pattern in ((WEB_COPY, "whatsapp_web*.txt"), (PHONE_COPY, "phone*.txt")):
        samples = [path.read_bytes() for path in sorted((DATA / "quotes").glob(pattern))]
        data = mutants(samples, chat_format.key)
        assert_only_expected_errors(chat_format, (source_of(mutant) for mutant in data), OPTIONS)


def test_only_expected_errors_come_out_of_zips(tmp_path: Path) -> None:
    samples = [path.read_bytes() for path in sorted((DATA / "synth").glob("*.zip"))]
    path = tmp_path / "mutant.zip"
    read = 0
    for mutant in islice(mutants(samples, "zip"), MUTATIONS // 5):  # each is written to disk first
        path.write_bytes(mutant)
        with contextlib.suppress(ExpectedError):
            read += len(list(open_chat(open_sources(path)).messages))
    assert read > MUTATIONS / 500


def test_deep_zip_is_not_opened(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("_chat.txt", "13-05-2024 09:03 - Anja: hoi\n")
    path = tmp_path / "outer.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("inner.zip", inner.getvalue())
    with pytest.raises(ExpectedError) as error:
        open_sources(path)
    assert error.value.key == "zip_without_chat"
