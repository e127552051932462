"""What a chat tool makes of signs in a text: bold headings, and words of people that must not become bold. Pure."""

import re
from typing import Final

from console.domain.group import Tool

_BOLD: Final = {Tool.WHATSAPP: "*{}*"}  # elsewhere a text goes out as it is
_MARK: Final = re.compile(r"(?P<link>\S+://\S+)|(?<![^\W_])[*_~`]|[*_~`](?![^\W_])")
_LOOKS_ALIKE: Final = str.maketrans("*_~`", "∗ˍ∼ˋ")


def bold(text: str, tool: Tool) -> str:
    """Return a heading, bold where the tool knows a mark for that; of none, nothing."""
    return _BOLD.get(tool, "{}").replace("{}", plain(text, tool)) if text else ""


def plain(text: str, tool: Tool) -> str:
    """Return words of people without what the tool would take for a mark; a link stays as it is."""
    if tool not in _BOLD:
        return text
    return _MARK.sub(lambda found: found["link"] or found[0].translate(_LOOKS_ALIKE), text)
