"""Looks through what the program leans on, as it is installed: python -m tests.tools.audit

Without the net: every dependency of the program, and what those need in turn, is there in a version that was asked for;
every file of theirs is the one that its maker listed (SHA-256 in ``RECORD``); and nothing of theirs runs at every start
of Python (``.pth``). Tells the licence of each.
With the net, and pip-audit installed beside it, also whether anything is known of those versions. Ends with 1 when
something is wrong.
"""

import base64
import hashlib
import importlib.util
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def needed() -> tuple[dict[str, Distribution], list[str]]:
    """Return every package that the program needs, by name, and what is wrong: missing, or of another version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    todo = [(Requirement(text), "beheerconsole") for text in project["dependencies"]]
    found: dict[str, Distribution] = {}
    wrong = []
    while todo:
        wanted, by = todo.pop()
        if wanted.marker and not wanted.marker.evaluate({"extra": ""}):
            continue
        try:
            package = distribution(wanted.name)
        except PackageNotFoundError:
            wrong.append(f"{wanted.name} is not installed; {by} needs it")
            continue
        if not wanted.specifier.contains(package.version, prereleases=True):
            wrong.append(f"{wanted.name} is {package.version}; {by} needs {wanted.specifier}")
        if normal(wanted.name) not in found:
            found[normal(wanted.name)] = package
            todo += [(Requirement(text), wanted.name) for text in package.requires or ()]
    return found, wrong


def changed(package: Distribution) -> Iterator[str]:
    """Yield the files of a package that are missing, or not as its maker listed them."""
    for file in package.files or ():
        if file.hash is None or file.suffix == ".pyc":  # what Python makes of a file, it makes here
            continue
        try:
            digest = hashlib.new(file.hash.mode, Path(str(file.locate())).read_bytes()).digest()
        except OSError as error:
            yield f"{file}: {error.strerror}"
            continue
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != file.hash.value:
            yield f"{file}: another SHA-256 than in RECORD"


def licence(package: Distribution) -> str:
    said = package.metadata
    classifiers = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier", []) if line.startswith("License")]
    told = said.get("License-Expression") or ", ".join(classifiers) or (said.get("License") or "")[:60].split("\n")[0]
    in_readme = re.search(rf"^\| `{re.escape(said['Name'])}` \|(.*)", README, re.MULTILINE | re.IGNORECASE)
    return told or (f"README: {in_readme[1].strip(' |')}" if in_readme else "")


def known(packages: dict[str, Distribution]) -> str:
    """Return what pip-audit says of these versions, or why it was not asked."""
    if importlib.util.find_spec("pip_audit") is None:
        return "not asked: pip-audit is not installed (python -m pip install pip-audit)"
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as asked:
        asked.writelines(f"{name}=={package.version}\n" for name, package in packages.items())
        asked.flush()
        command = [
            sys.executable,
            "-m",
            "pip_audit",
            "--no-deps",
            "--disable-pip",
            "--progress-spinner=off",
            "--strict",
        ]
        done = subprocess.run([*command, "-r", asked.name], capture_output=True, text=True, check=False)
    told = (done.stdout + done.stderr).strip().splitlines()
    is_asked = done.returncode in (0, 1) and told and not any("could not be audited" in line for line in told)
    return "\n".join(told) if is_asked else "not asked: there is no way to the list of pip-audit from here"


def main() -> int:
    packages, wrong = needed()
    count = 0
    for name, package in sorted(packages.items()):
        listed = [file for file in package.files or () if file.hash is not None]
        count += len(listed)
        wrong += [f"{name}: {line}" for line in changed(package)]
        wrong += [f"{name}: {file} runs at every start of Python" for file in listed if file.suffix == ".pth"]
        print(f"{name} {package.version}: {len(listed)} files; {licence(package) or 'tells no licence'}")
    print(f"{len(packages)} packages, {count} files compared with RECORD")
    print(f"known faults: {known(packages)}")
    print("\n".join(wrong) or "nothing wrong")
    return int(bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
