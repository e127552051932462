"""What the page Inlezen and the watched folder ask of the desk, each in one job, and how they say what it gave.

``recognise`` and ``take_in`` run on a lane and touch nothing of the window.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from console.jobs import CancelToken, Progress
from ui.dialogs.import_preview import ImportWish

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.groups import ProfileChoice
    from console.desk.intake import Answers, ImportResult, Preview, Question
    from console.domain.group import Group
    from console.domain.retention import OlderAnswer, OlderHistory


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file or a text that waits for its turn; ``name`` is how the page calls it."""

    name: str
    content: Path | str


@dataclass(frozen=True, slots=True)
class Recognised:
    """What reading gave, with what the preview lets a person choose from."""

    found: "Preview | Question"
    groups: "tuple[Group, ...]"
    profiles: "tuple[ProfileChoice, ...]"


def recognise(
    console: "Console",
    content: Path | str,
    answers: "Answers | None",
    *,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
) -> Recognised:
    """Read a file or a text to the end, keeping nothing. On a lane. Raises what ``desk.intake.preview_file`` does."""
    from console.desk import groups, intake

    preview: Callable[..., Any] = intake.preview_file if isinstance(content, Path) else intake.preview_text
    found = preview(console, content, answers, progress=progress, cancel=cancel)
    return Recognised(found, groups.groups(console), groups.profiles(console))


def older_question(
    console: "Console",
    preview: "Preview",
    group: str,
    *,
    progress: Progress | None = None,  # noqa: ARG001  # it takes no time to speak of
    cancel: CancelToken | None = None,  # noqa: ARG001  # the same
) -> "OlderHistory | None":
    """Ask what an export holds that is older than its group keeps texts, None for nothing to ask about. On a lane."""
    from console.desk.forgetting import older_history

    return older_history.question(console, preview, group)


def take_in(
    console: "Console",
    content: Path | str,
    wish: ImportWish,
    answers: "Answers | None",
    older: "OlderAnswer | None" = None,
    *,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
) -> "ImportResult":
    """Take a file or a text into a group, to be judged behind it (``ui.looking_through``). On a lane.

    Raises what ``desk.intake.import_file`` does.
    """
    from console.desk import intake

    call: Callable[..., ImportResult] = intake.import_file if isinstance(content, Path) else intake.import_text
    return call(
        console,
        content,
        wish.group,
        wish.profile,
        answers,
        review_from=wish.review_from,
        older=older,
        judge=False,
        progress=progress,
        cancel=cancel,
    )


class _ResultWords(QObject):
    """Lends ``result_sentence`` its ``tr``: Qt's tools find plurals nowhere else."""

    def sentence(self, result: "ImportResult") -> str:
        parts = [self.tr("%Ln message(s) read", "", result.read)]
        if not result.new and not result.changed:
            parts.append(self.tr("nothing new"))
        else:
            parts.append(self.tr("%Ln new", "", result.new))
        if result.changed:
            parts.append(self.tr("%Ln changed", "", result.changed))
        return " ".join([f"{result.group}: {', '.join(parts)}.", *self._on_the_phone(result)])

    def _on_the_phone(self, result: "ImportResult") -> Iterator[str]:
        if result.effects.seen:
            yield self.tr(
                "%Ln task(s) for your phone: done as this export shows, and off your list.", "", result.effects.seen
            )
        if result.effects.not_seen:
            yield self.tr(
                "%Ln task(s) for your phone: not to be seen yet in this export, and on your list again.",
                "",
                result.effects.not_seen,
            )


def result_sentence(result: "ImportResult") -> str:
    """Say in one sentence what taking in gave: "HIC Kadebuurt: 412 berichten gelezen, 40 nieuw, ..."."""
    return _ResultWords().sentence(result)
