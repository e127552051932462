"""Damaged tables."""

import io
import zipfile
from collections.abc import Iterator
from itertools import islice

from console.chats.reading import DateOrder, Options
from console.chats.source import Source
from console.chats.table import TABLE

from .sampling import DATA, MUTATIONS, assert_only_expected_errors, mutants, source_of
from .test_table import HEADINGS, workbook

OPTIONS = (Options(), Options(date_order=DateOrder.DMY), Options(columns=(("text", "message"), ("date", "Datum"))))


def test_only_expected_errors_come_out_of_csv() -> None:
    samples = [path.read_bytes() for path in sorted((DATA / "tabular").glob("*.csv"))]
    samples.append(b"date,time,name,message\n3/4/2024,10:00 PM,A,x\n3/14/2024,11:00,B,y\n")
    assert_only_expected_errors(TABLE, (source_of(data, "x.csv") for data in mutants(samples, "csv")), OPTIONS)


def _workbooks() -> Iterator[Source]:
    """Damage one file inside the workbook, or the archive itself."""
    good = workbook(
        [HEADINGS, ("12-12-2018", "20:17", "A", "x"), (43446, 0.8, "B", 112), ("2018-12-12", None, "C", "=A1")]
    )
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    names = sorted(members)
    for number, name in enumerate(names * (MUTATIONS // 20 // len(names) + 1)):
        damaged = next(islice(mutants([members[name]], f"xlsx{number}"), 1))
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for other, data in members.items():
                archive.writestr(other, damaged if other == name else data)
        yield source_of(out.getvalue(), "x.xlsx")
    for data in islice(mutants([good], "archive"), MUTATIONS // 40):
        yield source_of(data, "x.xlsx")


def test_only_expected_errors_come_out_of_workbooks() -> None:
    assert_only_expected_errors(TABLE, _workbooks(), OPTIONS)
