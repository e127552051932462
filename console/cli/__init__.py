"""``beheer``: without a window what the window does (``design/cli.md``).

Data goes to stdout, sentences about trouble to stderr. Exit status: 0 done, 1 an expected failure (one sentence), 2
wrong usage. A command's own module is imported when it runs, so that ``--help`` and short commands start at once.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, NoReturn
from zoneinfo import ZoneInfo

from console import texts
from console.assets import resource
from console.cli.output import DONE, FAILED, prepare, tell
from console.domain.privacy import Paper
from console.domain.welcome import LANGUAGES as MEMBER_LANGUAGES
from console.errors import CancelledError, ExpectedError
from console.logs import places, write_nowhere

INTERRUPTED: Final = 130

_COLUMN_ROLES: Final = ("date", "time", "author", "text")
_ZONE_OF_DAYS: Final = ZoneInfo("Europe/Amsterdam")  # of a day that a person names on the command line


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    language = _language(words)
    prepare(sys.stdout)
    prepare(sys.stderr)
    write_nowhere()
    defaults = argparse.Namespace(store=None, key_file=None, json=False, lang=language)
    arguments = _parser(language).parse_args(words, defaults)
    try:
        status = _command(arguments.command)(arguments)
        sys.stdout.flush()
    except ExpectedError as error:
        tell(error.sentence(language))
        return FAILED
    except (KeyboardInterrupt, CancelledError):
        tell(texts.say("cli.stopped", language))
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as head, has had enough
        _drop_output()
        return DONE
    except OSError as error:  # files of the store and of chats have sentences of their own: this is the output
        tell(texts.say("cli.no_output", language, why=error.strerror or ""))
        _drop_output()
        return FAILED
    except Exception as error:  # noqa: BLE001  # a bug: its words may quote somebody, its places do not
        tell("\n".join(places(error)))
        return FAILED
    return status


def _drop_output() -> None:
    """Write nothing more, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _command(name: str) -> Callable[[argparse.Namespace], int]:  # noqa: PLR0911  # one for each module
    if name in ("read", "judge"):
        from console.cli import chats

        return {"read": chats.read, "judge": chats.judge_file}[name]
    if name in ("requests", "retention"):
        from console.cli import joining

        return {"requests": joining.requests, "retention": joining.retention}[name]
    if name == "groups":
        from console.cli.groups import groups

        return groups
    if name == "feedback":
        from console.cli.feedback import feedback

        return feedback
    if name == "welcome":
        from console.cli.welcome import welcome

        return welcome
    if name == "papers":
        from console.cli.papers import papers

        return papers
    if name == "person":
        from console.cli.person import person

        return person
    if name == "restore":
        from console.cli.restoring import restore

        return restore
    from console.cli import stored, vault

    return {
        "import": stored.take_in,
        "week": stored.week,
        "check": stored.check,
        "backup": stored.backup,
        "rekey": vault.rekey,
        "recovery-sheet": vault.recovery_sheet,
    }[name]


# --- arguments -------------------------------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in the language asked for."""

    language = texts.DEFAULT_LANGUAGE

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, texts.say("cli.usage", self.language, detail=message) + "\n")


def _language(words: Sequence[str]) -> str:
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument("--lang", nargs="?", default=texts.DEFAULT_LANGUAGE)
    found = early.parse_known_args(words)[0].lang
    return found if found in texts.LANGUAGES else texts.DEFAULT_LANGUAGE


def _parser(language: str) -> argparse.ArgumentParser:
    _Parser.language = language

    def say(key: str, **values: object) -> str:
        return texts.say(f"cli.{key}", language, **values)

    parser = _Parser(prog="beheer", description=say("about"), parents=[_common(say)], allow_abbrev=False)
    commands = parser.add_subparsers(required=True, dest="command", metavar="COMMAND")

    def add(name: str, options: _Parser | None = None) -> argparse.ArgumentParser:
        about = say(name)
        parents = [options or _common(say)]
        added = commands.add_parser(name, help=about, description=about, parents=parents, allow_abbrev=False)
        added.set_defaults(parser=added)
        return added

    profiles = say("profile", profiles=", ".join(sorted(path.stem for path in resource("profiles").glob("*.toml"))))
    read = add("read")
    read.add_argument("files", type=Path, nargs="+", metavar="FILE", help=say("files"))
    read.add_argument("--format", default="auto", help=say("format"))
    _add_answers(read, say)
    judge = add("judge")
    judge.add_argument("file", nargs="?", default="-", metavar="FILE", help=say("judge_file"))
    judge.add_argument("--profile", default="broad", metavar="P", help=profiles)
    _add_importing(add("import"), say, profiles)
    add("week")
    add("groups")
    add("requests")
    feedback = add("feedback")
    feedback.add_argument("--group", nargs="+", action="extend", default=[], metavar="NAME", help=say("only_group"))
    feedback.add_argument("--all", action="store_true", help=say("all_lines"))
    welcome = add("welcome", _common(say, MEMBER_LANGUAGES, "welcome_language"))
    welcome.add_argument("--group", required=True, metavar="NAME", help=say("welcome_group"))
    welcome.add_argument("--out", type=Path, metavar="FILE", help=say("welcome_out"))
    _add_vault(add, say)
    return parser


def _common(
    say: Callable[[str], str], languages: Sequence[str] = texts.LANGUAGES, language: str = "language"
) -> _Parser:
    """Return the options that may stand before or after a command; neither place may set a default over the other."""
    options = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    options.add_argument("--store", type=Path, metavar="FILE", help=say("store"))
    options.add_argument("--key-file", type=Path, metavar="FILE", help=say("key_file"))
    options.add_argument("--json", action="store_true", help=say("json"))
    options.add_argument("--lang", choices=languages, help=say(language))
    return options


def _add_vault(add: Callable[[str], argparse.ArgumentParser], say: Callable[[str], str]) -> None:
    """Add the commands about keeping, forgetting and the keys."""
    add("retention").add_argument("--dry-run", action="store_true", help=say("dry_run"))
    add("check")
    add("backup").add_argument("folder", type=Path, metavar="DIR", help=say("backup_folder"))
    restore = add("restore")
    restore.add_argument("file", type=Path, metavar="FILE", help=say("restore_file"))
    restore.add_argument("--yes", action="store_true", help=say("restore_yes"))
    person = add("person")
    person.add_argument("what", choices=["export", "erase"], help=say("person_what"))
    person.add_argument("who", nargs="?", default="", metavar="NAME-OR-NUMBER", help=say("person_who"))
    person.add_argument("--id", metavar="ID", help=say("person_id"))
    person.add_argument("--out", type=Path, metavar="DIR", help=say("person_out"))
    person.add_argument("--yes", action="store_true", help=say("person_yes"))
    add("rekey")
    add("recovery-sheet").add_argument("file", type=Path, metavar="FILE.pdf", help=say("sheet_file"))
    papers = add("papers")
    papers.add_argument("paper", choices=[paper.value for paper in Paper], help=say("paper"))
    papers.add_argument("--group", metavar="NAME", help=say("paper_group"))
    papers.add_argument("--noticed", type=_moment, metavar="YYYY-MM-DDTHH:MM", help=say("paper_noticed"))
    papers.add_argument("--out", type=Path, metavar="FILE", help=say("paper_out"))


def _add_answers(parser: argparse.ArgumentParser, say: Callable[[str], str]) -> None:
    orders = ("auto", "dmy", "mdy", "ymd")
    parser.add_argument("--date-order", choices=orders, default="auto", help=say("date_order"))
    parser.add_argument("--chat", metavar="NAME", help=say("chat"))
    parser.add_argument("--year", type=int, metavar="YYYY", help=say("year"))
    parser.add_argument(
        "--column", type=_column, action="append", default=[], metavar="ROLE=HEADING", help=say("column")
    )


def _add_importing(take_in: argparse.ArgumentParser, say: Callable[..., str], profiles: str) -> None:
    take_in.add_argument("files", type=Path, nargs="+", metavar="FILE", help=say("files"))
    take_in.add_argument("--group", required=True, metavar="NAME", help=say("group"))
    take_in.add_argument("--profile", default="broad", metavar="P", help=profiles)
    _add_answers(take_in, say)
    take_in.add_argument("--no-judge", action="store_true", help=say("no_judge"))
    take_in.add_argument("--older", choices=["forget", "keep"], help=say("older_option"))
    take_in.add_argument("--until", type=_date, metavar="DATE", help=say("older_until"))
    take_in.add_argument("--reason", default="", metavar="TEXT", help=say("older_reason"))
    take_in.add_argument("--review-from", type=_day, metavar="DATE|all", help=say("review_from"))


def _date(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(texts.say("cli.bad_day", _Parser.language, value=value)) from None


def _day(value: str) -> datetime:
    """Return the first moment of a day as a person names it; ``all`` is before any chat."""
    if value == "all":
        return datetime(1970, 1, 1, tzinfo=UTC)
    try:
        return datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=_ZONE_OF_DAYS)
    except ValueError:
        raise argparse.ArgumentTypeError(texts.say("cli.bad_day", _Parser.language, value=value)) from None


def _moment(value: str) -> datetime:
    """Return a moment as a clock on the wall shows it."""
    try:
        return datetime.fromisoformat(value).replace(tzinfo=_ZONE_OF_DAYS)
    except ValueError:
        raise argparse.ArgumentTypeError(texts.say("cli.bad_moment", _Parser.language, value=value)) from None


def _column(value: str) -> tuple[str, str]:
    role, _, heading = value.partition("=")
    if role not in _COLUMN_ROLES or not heading:
        raise argparse.ArgumentTypeError(texts.say("cli.bad_column", _Parser.language, value=value))
    return role, heading
