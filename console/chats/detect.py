"""Which format is this? A registry: a new format is one file and one name here."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from console.chats.pasted import PHONE_COPY, WEB_COPY
from console.chats.reading import ChatChoice, ChatChoiceError, Format, Options, Reading
from console.chats.signal_export import SIGNAL
from console.chats.signal_json import SIGNAL_CLI, SIGTOP
from console.chats.source import Source
from console.chats.table import TABLE
from console.chats.telegram_export import TELEGRAM
from console.chats.veiligebuurt import VEILIGEBUURT
from console.chats.whatsapp import WHATSAPP
from console.errors import ExpectedError

# The earlier wins when two are equally sure: Signal's header is also one that WhatsApp could write.
FORMATS: Final[tuple[Format, ...]] = (
    SIGNAL,
    WHATSAPP,
    WEB_COPY,
    PHONE_COPY,
    VEILIGEBUURT,
    TELEGRAM,
    SIGTOP,
    SIGNAL_CLI,
    TABLE,
)
AUTO: Final = "auto"


def format_keys() -> tuple[str, ...]:
    """Return the names that ``--format`` accepts besides ``auto``."""
    return tuple(chat_format.key for chat_format in FORMATS)


def recognise(source: Source) -> Format | None:
    """Return the format that is surest that the source is its own; the earlier in ``FORMATS`` when equal."""
    best = max(FORMATS, key=lambda chat_format: chat_format.recognises(source))
    return best if best.recognises(source) else None


def open_chat(sources: Sequence[Source], options: Options | None = None, format_key: str = AUTO) -> Reading:
    """Start reading the chat in a file's sources (``source.open_sources``).

    Raises ``ExpectedError``: no chat in it, several (``ChatChoiceError``), or something a person must answer first.
    """
    options = options or Options()
    found = [(source, chat_format) for source in sources if (chat_format := _format(source, format_key)) is not None]
    if not found:
        raise ExpectedError("no_chat", file=sources[0].name)
    if len(found) > 1:
        named = [pair for pair in found if options.chat in (_label(pair[0]), pair[0].name)]
        if len(named) != 1:
            raise ChatChoiceError(tuple(ChatChoice(_label(source), None, is_private=False) for source, _ in found))
        found, options = named, replace(options, chat=None)
    source, chat_format = found[0]
    return chat_format.read(source, options)


def _label(source: Source) -> str:
    return f"{source.container}/{source.name}" if source.container else source.name


def _format(source: Source, key: str) -> Format | None:
    if key == AUTO:
        return recognise(source)
    return next((chat_format for chat_format in FORMATS if chat_format.key == key), None)
