"""The three sizes of text of a panel, so that all panels speak in one voice."""

from ui.widgets.text import PlainLabel


def heading(text: str = "") -> PlainLabel:
    """What a panel is about."""
    return PlainLabel(text, wraps=True, scale=1.4, is_bold=True)


def subheading(text: str = "") -> PlainLabel:
    """What a part of a panel is about."""
    return PlainLabel(text, wraps=True, is_bold=True)


def paragraph(text: str = "", *, is_muted: bool = False) -> PlainLabel:
    """Ordinary text that breaks its lines."""
    return PlainLabel(text, wraps=True, is_muted=is_muted)
