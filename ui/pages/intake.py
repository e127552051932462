"""The page Inlezen: from a dropped file to a group in the console, one step on the screen at a time.

GUI thread; reading and taking in run on the lane for long jobs. Nothing is kept until a person says so, and what
fails or is stopped changes nothing.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from console import texts
from console.assets import resource
from console.jobs import Progress
from ui.dialogs.import_outcome import ImportOutcomeView, ImportTroubleView
from ui.dialogs.import_paste import ImportPasteView
from ui.dialogs.import_preview import ImportPreviewView, ImportWish
from ui.dialogs.import_progress import ImportProgressView
from ui.dialogs.import_question import ChatView, ColumnsView, DateOrderView, QuestionView, YearView
from ui.dialogs.older_history import OlderHistoryView
from ui.dialogs.parts import paragraph
from ui.dialogs.start_view import StartView
from ui.jobs import Job, Jobs, Lane
from ui.pages.intake_calls import Recognised, Waiting, older_question, recognise, result_sentence, take_in
from ui.pages.page import Page
from ui.shortcuts import KeyMap

if TYPE_CHECKING:
    from console.desk.intake import Answers, ImportResult, Preview
    from console.domain.retention import OlderAnswer, OlderHistory


class IntakeView(Page):
    """Start, progress, question, preview, progress, outcome; several files go through one after the other.

    *Signals:*
        settled(Path): a file was taken in or left out, so that a watched folder does not offer it again.
        unwatch_requested(): the folder need not be watched any more.
    """

    settled = Signal(object)
    unwatch_requested = Signal()

    key = "intake"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self._queue: deque[Waiting] = deque()
        self._current: Waiting | None = None
        self._place, self._total = 0, 0
        self._answers: Answers | None = None
        self._preview: Preview | None = None
        self._wish: ImportWish | None = None
        self._job: Job | None = None
        self._offered: list[Path] = []
        self._outcomes: list[ImportResult | tuple[str, str]] = []
        self._made: QWidget | None = None  # the panel of this step, when it was made for it
        self._build_again: Callable[[], QWidget] | None = None
        self._which = paragraph(is_muted=True)
        self._which.setIndent(self.style().pixelMetric(QStyle.PixelMetric.PM_LayoutLeftMargin))  # as the panels below
        self._start = StartView(has_demo=False)
        self._paste = ImportPasteView()
        self._progress = ImportProgressView()
        self._steps = QStackedWidget()
        for panel in (self._start, self._paste, self._progress):
            self._steps.addWidget(panel)
        layout = QVBoxLayout(self)
        layout.addWidget(self._which)
        layout.addWidget(self._steps, 1)
        self._start.choose_requested.connect(self.file_choice_requested)
        self._start.paste_requested.connect(self.paste_requested)
        self._paste.text_given.connect(self._on_paste_text_given)
        self._paste.cancelled.connect(self._on_paste_cancelled)
        self._start.unwatch_requested.connect(self.unwatch_requested)
        self._start.offered_requested.connect(self._on_start_offered_requested)
        self._progress.cancel_requested.connect(self._on_progress_cancel_requested)
        self._show(self._start)

    @override
    def event(self, event: QEvent) -> bool:
        """Stop what runs when the page goes."""
        if event.type() == QEvent.Type.DeferredDelete and self._job is not None:
            self._job.drop()
        return super().event(event)

    @override
    def can_put_away(self) -> bool:
        """Whether something runs, or the field for pasted text is open."""
        return self._job is not None or self._steps.currentWidget() is self._paste

    @override
    def put_away(self) -> None:
        if self._job is not None:
            self._progress.stop.click()
        else:
            self._on_paste_cancelled()

    @override
    def refresh(self) -> None:
        """Begin with what was dropped while the console opened."""
        self._begin()

    @override
    def retranslate(self) -> None:
        """Make the panel of this step again; the lasting panels follow the language themselves."""
        before: Any = self._made  # of the same kind as the panel that comes for it
        if self._build_again is not None:
            self._build(self._build_again)
        if isinstance(self._made, ImportPreviewView | QuestionView):
            self._made.take_over(before)
        self._name_current()

    @override
    def show_example(self) -> None:
        """Show a demo chat as it stands before it is taken in."""
        self.take_files((resource("demo", "HIC Kadebuurt.txt"),))

    # --- the ways in -------------------------------------------------------------------------------------------------

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read, asked about or taken in."""
        return self._current is not None

    @override
    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Put files in the queue, and begin when nothing is going on."""
        self._take([Waiting(path.name, path) for path in paths])

    @override
    def take_text(self, text: str) -> None:
        """Show pasted text in the field for it, to be looked at before it is read; nothing while a file is busy."""
        if not self.is_busy:
            self._paste.start(text)
            self._show(self._paste)

    @Slot(str)
    def _on_paste_text_given(self, text: str) -> None:
        self._take([Waiting(self.tr("pasted text"), text)])

    def offer_file(self, path: Path) -> None:
        """Keep a file of the watched folder ready; nothing is read before the person asks."""
        if path not in self._offered:
            self._offered.append(path)
            self._count_offered()

    def show_watched(self, folder: Path | None) -> None:
        """Say which folder is watched."""
        self._start.set_watched(str(folder) if folder else "")

    def _count_offered(self) -> None:
        self._start.set_offered(len(self._offered))
        self.counted.emit(self.key, len(self._offered) or None)

    @Slot()
    def _on_start_offered_requested(self) -> None:
        paths, self._offered = tuple(self._offered), []
        self._count_offered()
        self.take_files(paths)

    def _take(self, waiting: list[Waiting]) -> None:
        self._queue.extend(waiting)
        self._total += len(waiting)
        self._begin()
        self._name_current()

    def _begin(self) -> None:
        """Start with the first file, unless one is going on or the console is not open yet."""
        if self._queue and not self.is_busy and self.jobs.console is not None:
            self._outcomes.clear()
            self._next()

    # --- one step after the other ------------------------------------------------------------------------------------

    def _next(self) -> None:
        """Go on with the next file, or show how it went."""
        self._answers = None
        if self._queue:
            self._current = self._queue.popleft()
            self._place += 1
            self._recognise()
            return
        self._current = None
        self._place = self._total = 0
        if self._outcomes:
            self._build(self._outcome)
        else:
            self._show(self._start)

    @Slot()
    def _recognise(self) -> None:
        if self._current is None:
            return
        self._run(
            recognise,
            self._current.content,
            self._answers,
            what=self.tr("Looking what this is…"),
            done=self._on_recognised,
        )

    def _run(self, call: Callable[..., object], *values: object, what: str, done: Callable[..., None]) -> None:
        self._progress.start(what)
        self._show(self._progress)
        self._job = self.jobs.ask(
            call,
            *values,
            done=done,
            failed=self._on_failed,
            cancelled=self._on_cancelled,
            progressed=self._on_progressed,
            lane=Lane.CPU,
        )

    def _on_progressed(self, progress: Progress) -> None:
        stage = texts.say(f"progress.{progress.stage}", self.jobs.language) if progress.stage else ""
        self._progress.show_progress(progress, stage)

    def _on_recognised(self, recognised: Recognised) -> None:
        self._job = None
        self._build(partial(self._question_or_preview, recognised))

    def _question_or_preview(self, recognised: Recognised) -> QWidget:
        from console.desk import intake

        found = recognised.found
        if isinstance(found, intake.Preview):
            self._preview = found
            preview = ImportPreviewView(found, recognised.groups, recognised.profiles)
            preview.import_requested.connect(self._on_preview_import_requested)
            preview.skipped.connect(self._on_step_skipped)
            return preview
        panel: QuestionView
        if isinstance(found, intake.DateOrderQuestion):
            panel = DateOrderView(found.samples, found.likely)
        elif isinstance(found, intake.ChatQuestion):
            panel = ChatView(found.choices)
        elif isinstance(found, intake.ColumnsQuestion):
            panel = ColumnsView(found.columns)
        else:
            panel = YearView()
        panel.answered.connect(self._on_question_answered)
        panel.skipped.connect(self._on_step_skipped)
        return panel

    def _outcome(self) -> QWidget:
        taken_in = [outcome for outcome in self._outcomes if not isinstance(outcome, tuple)]
        panel = ImportOutcomeView(
            tuple(map(_sentence, self._outcomes)),
            is_news=bool(taken_in),
            is_looked_through=any(result.new or result.changed for result in taken_in),
        )
        panel.week_requested.connect(self._on_outcome_week_requested)
        panel.more_requested.connect(self._on_outcome_more_requested)
        return panel

    def _trouble(self, error: Exception) -> QWidget:
        panel = ImportTroubleView(self._current.name if self._current else "", self.jobs.sentence(error))
        panel.retry_requested.connect(self._on_trouble_retry_requested)
        panel.skipped.connect(self._on_step_skipped)
        panel.help_requested.connect(self._on_trouble_help_requested)
        return panel

    @Slot(str, object)
    def _on_question_answered(self, about: str, answer: Any) -> None:  # noqa: ANN401  # as the field of Answers has it
        from console.desk.intake import Answers

        self._answers = replace(self._answers or Answers(), **{about: answer})
        self._recognise()

    @Slot(object)
    def _on_preview_import_requested(self, wish: ImportWish) -> None:
        self._wish = wish
        if self._preview is not None:
            done = self._on_older_question
            self._run(older_question, self._preview, wish.group, what=self.tr("Looking what this is…"), done=done)

    def _on_older_question(self, older: "OlderHistory | None") -> None:
        self._job = None
        if older is None:
            self._take_in(None)
        else:
            self._build(partial(self._older_history, older))

    def _older_history(self, older: "OlderHistory") -> QWidget:
        now = self.jobs.console.now() if self.jobs.console is not None else older.oldest
        panel = OlderHistoryView(older, now.astimezone().date())
        panel.decided.connect(self._take_in)
        panel.skipped.connect(self._on_step_skipped)
        return panel

    @Slot(object)
    def _take_in(self, older: "OlderAnswer | None") -> None:
        """Take the file in; ``older`` says what becomes of what is older than its term, None: nothing was asked."""
        if self._current is not None and self._wish is not None:
            values = (self._current.content, self._wish, self._answers, older)
            self._run(take_in, *values, what=self.tr("Taking in…"), done=self._on_taken_in)

    def _on_taken_in(self, result: "ImportResult") -> None:
        self._job = None
        self._outcomes.append(result)
        self._settle()
        self._next()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._build(partial(self._trouble, error))

    def _on_cancelled(self) -> None:
        self._job = None
        self._leave_out(str(QT_TRANSLATE_NOOP("IntakeView", "{name}: stopped, nothing was taken in.")))

    @Slot()
    def _on_progress_cancel_requested(self) -> None:
        if self._job is not None:
            self._job.cancel()

    @Slot()
    def _on_step_skipped(self) -> None:
        self._settle()
        self._leave_out(str(QT_TRANSLATE_NOOP("IntakeView", "{name}: left out.")))

    def _leave_out(self, sentence: str) -> None:
        if self._current is not None:
            self._outcomes.append((sentence, self._current.name))
        self._next()

    def _settle(self) -> None:
        if self._current is not None and isinstance(self._current.content, Path):
            self.settled.emit(self._current.content)

    @Slot()
    def _on_outcome_week_requested(self) -> None:
        self._show(self._start)
        self.page_requested.emit("week", None)

    @Slot()
    def _on_outcome_more_requested(self) -> None:
        self._show(self._start)

    @Slot()
    def _on_paste_cancelled(self) -> None:
        self._show(self._start)

    @Slot()
    def _on_trouble_retry_requested(self) -> None:
        """Ask everything again: it may be an answer that was wrong."""
        self._answers = None
        self._recognise()

    @Slot()
    def _on_trouble_help_requested(self) -> None:
        self.page_requested.emit("first", None)

    # --- what is on the screen ---------------------------------------------------------------------------------------

    def _build(self, build: Callable[[], QWidget]) -> None:
        """Show a panel made for this step; a change of language makes it again."""
        self._show(build(), build)

    def _show(self, step: QWidget, build_again: Callable[[], QWidget] | None = None) -> None:
        gone, self._made = self._made, step if build_again else None
        self._build_again = build_again
        if build_again:
            self._steps.addWidget(step)
        self._steps.setCurrentWidget(step)
        if gone is not None:
            self._steps.removeWidget(gone)
            gone.deleteLater()
        self._name_current()
        if self.isVisible():
            step.setFocus()
            self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # else Fusion hides it until a Tab

    def _name_current(self) -> None:
        """Say which file this is about, when there are several or the panel does not say it itself."""
        text = ""
        if self._current is not None:
            text = self._current.name
            if self._total > 1:
                text = self.tr("{place} of {total}: {name}").format(place=self._place, total=self._total, name=text)
        self._which.setText(text)
        self._which.setVisible(bool(text))


def _sentence(outcome: "ImportResult | tuple[str, str]") -> str:
    """Say how one file ended: what came in, or why nothing did (a sentence and the name in it)."""
    if isinstance(outcome, tuple):
        sentence, name = outcome
        return QCoreApplication.translate("IntakeView", sentence).format(name=name)
    return result_sentence(outcome)
