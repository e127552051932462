"""The text of a mail that answers by number, cut up: which words answer which number, and what was only repeated.

People answer above, below or between what they quote, with ">" before it or with nothing to mark it. So what is ours is
taken out by what it says: the question of each number, our own sentences, headings of mail programs, greetings, names
at the end. Pure, and never raises: what takes part in no answer is given back as it is.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from console.chats.fields import clean_text
from console.chats.reading import Notes
from console.judge.normalise import fold

LONGEST: Final = 100_000  # characters that are read; a digest of sixty lines with its answers has ten thousand
MOST_LINES: Final = 4_000
_ECHO: Final = 0.75  # of the words of a line that must stand in the question in this order, to be the question repeated
_MOST_WORDS: Final = 60  # that are compared for it
_PART: Final = 15  # letters of a line that is a part of a sentence of ours, and not by chance
_TELLING: Final = 4  # letters of a word by which two questions are known to be the same
_FORM: Final = 400  # characters of a line by which its form is known
_FEW: Final = 3  # words that may stand before a number with which an answer begins

_NUMBER: Final = re.compile(r"\[?\bBC[\s\-\u2010-\u2014_#]{0,2}(\d{1,9})\b\]?", re.IGNORECASE | re.ASCII)
_MARKS: Final = " \t:.;,)]…*-–—"
_BETWEEN: Final = re.compile(r"\s*(?:,|;|&|\+|/|\ben\b|\band\b)?\s*", re.IGNORECASE)
_BEFORE: Final = frozenset(
    (
        "over",
        "betreft",
        "re",
        "antw",
        "antwoord",
        "op",
        "ad",
        "bij",
        "nummer",
        "nr",
        "vraag",
        "voor",
        "van",
        "wat",
        "en",
    )
) | frozenset(("ook", "dan", "nog", "inzake", "aangaande", "mbt", "m", "b", "t", "about", "for", "regarding", "and"))
_QUOTED: Final = re.compile(r"^(?:\s{0,3}>)+\s?")
_WORD: Final = re.compile(r"\w+")
_ORIGINAL: Final = re.compile(
    r"^[\s>*]{0,9}-{2,60}\s*(?:oorspronkelijk|original|doorgestuurd|forwarded|ursprüngliche).{0,40}-{2,60}\W{0,9}$"
    r"|^_{10,}\s*$",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(
    r"^[\s*]*(?:van|from|aan|to|cc|bcc|datum|date|verzonden|sent|verstuurd|onderwerp|subject|beantwoorden aan|reply-to"
    r"|bijlagen?|attachments?)\s*\*?:",
    re.IGNORECASE,
)
_WROTE: Final = re.compile(
    r"^(?:op|on|le|am)\s.{5,300}\b(?:schreef|wrote|geschreven|schrieb)\b.{0,200}:\s*$", re.IGNORECASE
)
_GREETING: Final = re.compile(
    r"^\W*(?:hoi|hallo|hey|hi|dag|beste|geachte|lieve|goede\s?(?:morgen|middag|navond)|goeie\s?morgen|dear|hello)\b"
    r"[^.!?:]{0,40}\W*$",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(
    r"^\W*(?:(?:met\s|veel\s)?(?:vriendelijke?|hartelijke?|warme|collegiale)?\s*groet(?:en|jes)?|m\.?\s?v\.?\s?g|gr|grt"
    r"|vr\.?\s?gr|kind regards|best regards|regards|cheers)\b.{0,40}$|^--\s*$"
    r"|^(?:verzonden|verstuurd|sent)\s(?:vanaf|van|from|met|via|with)\b.{0,60}$|^(?:disclaimer|get outlook for)\b.*$"
    r"|^(?:dit (?:e-?mail)?bericht|deze e-?mail|de informatie in dit|this e-?mail|this message)\b.{0,80}"
    r"\b(?:bestemd|vertrouwelijk|intended|confidential|bevat)\b.*$",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"^p\.?\s?s\b", re.IGNORECASE)
_BELOW: Final = re.compile(
    r"\b(?:hieronder|onderstaand\w{0,3}|hier\s?onder|ertussen|tussendoor|in (?:het )?(?:rood|blauw)|below|inline)\b",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(r"\((?:sinds|since|ook|also)\b[^()]{0,300}\)?", re.IGNORECASE)
"""What our digest says behind a question: since when, and in which groups too."""


class Piece(NamedTuple):
    """What a mail says about one number: the answer, "" when there is none, and what it repeats of the question."""

    number: int
    text: str
    quoted: str = ""


class Cut(NamedTuple):
    """A mail cut up: the pieces in the order of their numbers in the mail, and the text that is of no number."""

    pieces: tuple[Piece, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class Ours:
    """What we wrote ourselves: the question of each number, and what else may stand in our mails.

    ``lines`` are whole lines, as the names of groups, and ``sentences`` longer texts of which a line may be a part:
    what stands around the questions of a digest. ``asked`` are our questions to him as they were sent. All of it as
    compared (``as_compared``), the texts each on a line of its own: one long text is searched far quicker than many.
    """

    questions: Mapping[int, str]
    lines: Collection[str] = frozenset()
    sentences: str = ""
    asked: str = ""

    def is_around(self, line: str) -> bool:
        """Return whether a line stands around our questions: what comes after it is about none of them."""
        bare = as_compared(line[:_FORM])
        return bare in self.lines or _is_part(bare, self.sentences)

    def is_asked(self, line: str) -> bool:
        """Return whether a line is one of a question of ours."""
        return _is_part(as_compared(line[:_FORM]), self.asked)


def _is_part(bare: str, texts: str) -> bool:
    return len(bare) >= _PART and bare in texts


def is_of_another(quoted: str, question: str) -> bool:
    """Return whether a quoted line of a digest is about something else than our question of its number: somebody else
    keeps a ledger too, with the same numbers."""
    since = _SINCE.search(quoted)
    if since is None:
        return False
    said, known = (
        {word for word in _WORD.findall(fold(text).text) if len(word) >= _TELLING}
        for text in (_NUMBER.sub(" ", quoted[: since.start()]), question)
    )
    return bool(said and known) and said.isdisjoint(known)


def as_compared(text: str) -> str:
    """Return a text as it is compared with what we wrote."""
    return " ".join(fold(text).text.split())


@dataclass(slots=True)
class _Block:
    """Lines that belong together: typed or repeated, and under which numbers."""

    numbers: tuple[int, ...]
    is_quoted: bool
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip()


def cut(text: str, ours: Ours, subject: str = "") -> Cut:
    """Return what a mail answers. ``subject`` is its subject: its number counts where the text has none."""
    lines = [line.rstrip() for line in clean_text(text[:LONGEST], Notes()).splitlines()[:MOST_LINES]]
    blocks = _blocks(_marked(lines), ours)
    answers, rest = _answers(blocks)
    if not answers:
        numbers = _numbers(subject)
        if len(numbers) == 1 and rest:
            return Cut((Piece(numbers[0], rest),), "")
    quoted: dict[int, list[str]] = {}
    for block in blocks:
        for number in block.numbers if block.is_quoted else ():
            quoted.setdefault(number, []).append(block.text)
    order = dict.fromkeys(number for block in blocks for number in block.numbers)
    return Cut(
        tuple(
            Piece(number, "\n\n".join(answers.get(number, ())), "\n".join(quoted.get(number, ())).strip())
            for number in order
        ),
        rest,
    )


def _numbers(line: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(found[1]) for found in _NUMBER.finditer(line)))


# --- what was typed, and what is repeated ----------------------------------------------------------------------------


class _Marked(NamedTuple):
    """A line without its marks of quoting; ``is_below``: it stands in an old mail that nothing else marks."""

    text: str
    is_quoted: bool
    is_below: bool


def _marked(lines: Sequence[str]) -> list[_Marked]:
    """Return the lines without the headings that mail programs add."""
    marked: list[_Marked] = []
    is_below = in_heading = skips = False
    bare = [_QUOTED.sub("", line) for line in lines]
    for place, line in enumerate(bare):
        if skips:
            skips = False
            continue
        form = line.strip()[:_FORM]
        is_wrote = bool(_WROTE.match(form))
        skips = not is_wrote and bool(_WROTE.match(f"{form} {''.join(bare[place + 1 : place + 2]).strip()[:_FORM]}"))
        if is_wrote or skips or _ORIGINAL.match(form) or (_HEADING.match(form) and _is_heading(bare, place)):
            is_below = is_below or not _is_marked_after(lines, place)
            in_heading = True
        elif not (in_heading and _HEADING.match(form)):
            in_heading = in_heading and not form
            marked.append(_Marked(line, line != lines[place], is_below))
    return marked


def _is_heading(lines: Sequence[str], place: int) -> bool:
    """Return whether the line after it is one of a heading too: "Van:" alone may be anything."""
    return any(_HEADING.match(line[:_FORM]) for line in lines[place + 1 : place + 3])


def _is_marked_after(lines: Sequence[str], place: int) -> bool:
    """Return whether what follows is marked with ">"; a wrapped heading takes one line more."""
    following = [line for line in lines[place + 1 : place + 12] if line.strip() and not _HEADING.match(line[:_FORM])]
    return any(map(_QUOTED.match, following[:2]))


def _blocks(marked: Sequence[_Marked], ours: Ours) -> list[_Block]:
    """Return the mail in blocks. What stands below an old heading counts as typed only when the answers are there."""
    above = "\n".join(one.text for one in marked if not (one.is_quoted or one.is_below))
    has_numbers = bool(_NUMBER.search(above))
    typed_above = _typed([line for line in above.splitlines() if not (ours.is_around(line) or ours.is_asked(line))])
    is_inline = bool(_BELOW.search(above)) or not (typed_above or has_numbers)
    blocks = [_Block((), is_quoted=False)]
    for one in marked:
        is_quoted = one.is_quoted or (one.is_below and not is_inline)
        _add(blocks, one.text, ours, is_quoted=is_quoted)
    return blocks


def _add(blocks: list[_Block], line: str, ours: Ours, *, is_quoted: bool) -> None:
    """Put a line in the last block, or begin a new one with it."""
    last = blocks[-1]
    begin = _begin(line) if _NUMBER.search(line) else None
    numbers = _numbers(line)
    if begin is not None and not is_quoted:
        text = _without_question(begin.rest, filter(None, map(ours.questions.get, begin.numbers)))
        blocks.append(_Block(begin.numbers, is_quoted=False, lines=[text] if text else []))
    elif numbers and is_quoted:
        blocks.append(_Block(numbers, is_quoted=True, lines=[line.strip()]))
    elif numbers and not last.numbers:
        blocks.append(_Block(numbers, is_quoted=False, lines=[line.strip()]))
    elif ours.is_asked(line) and not is_quoted:
        pass
    elif ours.is_around(line):
        if last.is_quoted or last.numbers:
            blocks.append(_Block((), is_quoted=is_quoted))
    elif is_quoted != last.is_quoted:
        if line.strip():
            blocks.append(_Block((), is_quoted=is_quoted, lines=[line.strip()]))
    elif is_quoted or last.text or not _goes_on(line, last.numbers, ours):
        last.lines.append(line.strip())


def _goes_on(line: str, numbers: tuple[int, ...], ours: Ours) -> bool:
    """Return whether a line is the rest of a question that a mail program broke off."""
    return any(_is_echo(line, ours.questions.get(number, "")) for number in numbers)


class _Begin(NamedTuple):
    """The numbers with which a line begins, and what stands behind them."""

    numbers: tuple[int, ...]
    rest: str


def _begin(line: str) -> _Begin | None:
    """Return the numbers with which a line begins, None when it begins with something else."""
    first = _NUMBER.search(line)
    before = _WORD.findall(fold(line[: first.start()]).text) if first else []
    if first is None or len(before) > _FEW or not all(word in _BEFORE or word.isdigit() for word in before):
        return None
    numbers, end = [int(first[1])], first.end()
    while (between := _BETWEEN.match(line, end)) and (after := _NUMBER.match(line, between.end())):
        numbers.append(int(after[1]))
        end = after.end()
    return _Begin(tuple(dict.fromkeys(numbers)), line[end:].lstrip(_MARKS).strip())


def _without_question(text: str, questions: Iterable[str]) -> str:
    """Return what stands behind a number without the question, when that is repeated there."""
    since = _SINCE.search(text)
    for question in questions:
        if since is not None and _is_echo(text[: since.start()], question):
            return text[since.end() :].lstrip(_MARKS).strip()
        end = _end_of_question(text, question)
        if end:
            return text[end:].lstrip(_MARKS).strip()
        if _is_echo(text, question):
            return ""
    return text


def _end_of_question(text: str, question: str) -> int:
    """Return where a text that begins with a whole question goes on, 0 when it does not begin so."""
    place = 0
    for word in _WORD.findall(question)[:_MOST_WORDS]:
        found = re.compile(rf"\W{{0,4}}{re.escape(word)}\b", re.IGNORECASE).match(text, place)
        if found is None:
            return 0
        place = found.end()
    return place


def _is_echo(line: str, question: str) -> bool:
    """Return whether a line only repeats a question, or a part of it; words may have been left out of it."""
    words = _WORD.findall(fold(_SINCE.sub("", line)).text)[:_MOST_WORDS]
    known = _WORD.findall(fold(question).text)[:_MOST_WORDS]
    if not words:
        return bool(_SINCE.search(line))
    shared = sum(block.size for block in SequenceMatcher(None, words, known, autojunk=False).get_matching_blocks())
    return shared >= _ECHO * len(words)


# --- which words answer which number ---------------------------------------------------------------------------------


def _answers(blocks: Sequence[_Block]) -> tuple[dict[int, list[str]], str]:
    """Return the answers of each number, and what answers none."""
    answers: dict[int, list[str]] = {}
    loose: list[str] = []
    for numbers, text in _paired(blocks):
        for number in numbers:
            answers.setdefault(number, []).append(text)
        if not numbers:
            loose.append(text)
    return answers, "\n\n".join(loose)


def _paired(blocks: Sequence[_Block]) -> list[tuple[tuple[int, ...], str]]:
    """Return each typed text with the numbers that it answers, none for a text without a number.

    What was typed between quoted questions answers the one above it; but where every question has a text above it and
    nothing stands below the last, people answered above.
    """
    texts: list[tuple[tuple[int, ...], str]] = []
    gaps: list[str] = [""]
    asked: list[tuple[int, ...]] = []
    context: tuple[int, ...] = ()
    for block in blocks:
        if block.is_quoted:
            context = block.numbers
            if block.numbers:
                asked.append(block.numbers)
                gaps.append("")
            continue
        typed = _typed(block.lines)
        if block.numbers:
            texts += [(block.numbers, typed)] if typed else []
            context = ()
        elif typed and (context or not asked):
            gaps[-1] = "\n".join(filter(None, (gaps[-1], typed)))
        elif typed:
            texts.append(((), typed))
    is_above = bool(asked) and not texts and bool(gaps[0]) and not gaps[-1] and all(gaps[1:-1])
    placed = zip([*asked, ()] if is_above else [(), *asked], gaps, strict=True)
    return [(numbers, text) for numbers, text in placed if text] + texts


def _typed(lines: Sequence[str]) -> str:
    """Return what somebody typed, without a greeting before it and without the name and small print after it."""
    kept: list[str] = []
    is_over = False
    for line in lines:
        if _AFTER.match(line.strip()):
            is_over = False
        is_over = is_over or bool(line.strip() and _CLOSING.match(line.strip()))
        if is_over:
            continue
        if kept or not (not line.strip() or _GREETING.match(line.strip())):
            kept.append(line.strip())
    return "\n".join(kept).strip()
