"""``beheer welcome``: what the members of a group are asked to read, as text, on paper (A4) or as a picture."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from console import texts
from console.cli.output import DONE, give, tell, visible
from console.cli.stored import group_named, opened_console
from console.desk.console import Console
from console.desk.welcome import chat_text, printing
from console.desk.welcome.composing import compose, leaflet
from console.domain.welcome import Form, Printed, Told, Welcome
from console.errors import ExpectedError

_FORMS: Final = {".txt": Form.MESSAGE, ".pdf": Form.SHEET, ".png": Form.CARD}


def welcome(arguments: argparse.Namespace) -> int:
    """Write the draft of a group in the language of its members, and say on stderr what did not fit."""
    spoken = arguments.lang if arguments.lang in texts.LANGUAGES else texts.DEFAULT_LANGUAGE
    form = _form_of(arguments.out)
    with opened_console(arguments) as opened:
        console = replace(opened, language=spoken)
        draft = compose(console, group_named(console, arguments.group), arguments.lang)
        made = _made(console, draft, form, arguments)
    for sentence in (*draft.problems, *_notices(draft, made, spoken)):
        tell(visible(sentence))
    return DONE


def _form_of(out: Path | None) -> Form:
    if out is None:
        return Form.MESSAGE
    form = _FORMS.get(out.suffix.lower())
    if form is None:
        raise ExpectedError("welcome_kind", path=out, kinds=", ".join(_FORMS))
    return form


def _made(console: Console, draft: Welcome, form: Form, arguments: argparse.Namespace) -> Told | Printed:
    """Write the draft where it was asked, and return what became of it."""
    if form is not Form.MESSAGE:
        return printing.save(console, arguments.out, leaflet(draft, form), form)
    told = chat_text.message(draft)
    if arguments.out is not None:
        printing.save_text(arguments.out, told.messages)
    elif arguments.json:
        give({"group": draft.group, "language": draft.language, "text": told.messages[0], "left_out": told.left_out})
    else:
        print(told.messages[0])
    return told


def _notices(draft: Welcome, made: Told | Printed, language: str) -> Iterator[str]:
    """Yield what a person should know before he sends it."""
    if made.left_out:
        yield texts.say("cli.welcome_left_out", language, rules=" / ".join(made.left_out))
    if isinstance(made, Printed) and made.unknown:
        yield texts.say("cli.welcome_unknown", language, signs=made.unknown)
    if not draft.is_checked:
        yield texts.say("cli.welcome_unchecked", language)
