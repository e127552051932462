"""Brings ``resources/i18n/*.ts`` up to date with the strings in the code: ``python -m tests.tools.translations``.

New strings arrive marked "unfinished"; write the translation in ``beheerconsole_nl.ts`` and take the mark away.
"""

import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "i18n"


def update(folder: Path = FOLDER) -> None:
    """Run Qt's lupdate over ``ui``. English needs its plurals only; its other strings are those in the code."""
    program = Path(PySide6.__file__).parent / ("lupdate.exe" if sys.platform == "win32" else "lupdate")
    sources = sorted(str(path) for path in (ROOT / "ui").rglob("*.py"))
    for language, only in (("nl_NL", []), ("en_GB", ["-pluralonly"])):
        target = folder / f"beheerconsole_{language[:2]}.ts"
        command = [program, *sources, "-silent", "-no-obsolete", "-locations", "none", *only]
        command += ["-source-language", "en_GB", "-target-language", language, "-ts", str(target)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    update()
