"""People in a message: their names, their pictures, the addresses beside a name, and data about children."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from console.domain.judgement import PersonalData
from console.judge.addresses import find_homes
from console.judge.children import find_children
from console.judge.cues import Reading
from console.judge.found import Found
from console.judge.name_words import names
from console.judge.names import find_names

# "<foto>", "[filmpje]", "(foto van de camera)", "<groepsfoto met ...>": what a chat shows in place of a picture.
_MARK: Final = re.compile(
    r"[<\[(] ?(?:\w{1,12})?(?:foto|film|video|beeld|afbeelding|screenshot|media|"
    r"image)\w{0,12}"
)
# A picture that the text speaks of; then only a name or a request to recognise somebody shows a person on it.
_SPOKEN_OF: Final = re.compile(
    r"\b(?:foto|filmpje|video|beelden)(?:'s)? (?:bijgevoegd|erop|hierbij|bijgaand|erbij|hieronder|hierboven)"
    r"|\b(?:zie|op) (?:de |deze |dit |het |bijgaande )?(?:foto|filmpje|video|beelden)\b"
)
_PERSON: Final = re.compile(
    r"\b(?:(?:dit|dat) (?:is|was) (?:dus )?(?:'?m|'?em|hem|haar|ie|die)\b|"
    r"(?:her)?kennen? (?:jullie |iemand )?(?:'?m|'?em|hem|haar|ze|deze|dit|die)\b|"
    r"herkent?\b|gezicht\w*|smoel|tronie|koters?|kids|heren|trouwpaar|bruidspaar|stelletje|"
    r"slungel|snuiter|gluiperd|boef|mafketel|wicht|trut|zwijn|"
    r"die met (?:de|dat|zijn|een) |deze (?:gek|mafkees|idioot|sukkel|eikel|held|aso|dame|heer|"
    r"gasten|lui)|winkeldief\w*|schooier|"
    r"scholieren|kinderen|schoon(?:vader|moeder)|vader|moeder|baby|peuter|kleuter|echtpaar|stel\b|"
    r"duo\b|dader\w*|ex-\w+|collega)"
)
_RECOGNISE: Final = re.compile(
    r"\bherken\w*|\b(?:dit|dat) is (?:'?m|'?em|hem|haar)\b|\bwie (?:is|kent) (?:hem|haar|dit|"
    r"deze (?:man|vrouw|jongen|dame|meneer))"
)
_HIDDEN: Final = re.compile(
    r"\b(?:geblurd|onherkenbaar|gezicht(?:en)? (?:is |zijn )?(?:afgeplakt|weggehaald)|niet herkenbaar)"
)
# These may be about an animal.
_PRONOUNS: Final = frozenset(("hij", "zij", "hem", "haar", "die ene", "kop"))
# "de fiets van mijn dochter": she owns what is on the picture.
_OWNER: Final = re.compile(
    r"(?<!foto )(?<!filmpje )\bvan (?:mijn|m'n|mn|onze|ons|zijn|haar|hun|de|een) $|\bbel(?:len)?(?: met)? $"
)
# A name after these words is whom to ask, not who is on the picture.
_CONTACT: Final = re.compile(
    r"\b(?:bel|app|mail|bellen|naar|bij|van|aan|mijn naam is|groet(?:en|"
    r"jes)?)[ ,:]{1,3}$"
)
_MAY_BE_AGE: Final = re.compile(r"\d|jaar|\b(?:van|is|wordt|net) [vzatednl]")
_REACH_MARK: Final = 110
_MOST: Final = 100


def find_people(reading: Reading, known: Iterable[Found]) -> Iterator[Found]:
    """Yield pictures, names, homes beside a name and data about children; ``known`` is what else the message holds."""
    text = reading.folded.text
    has_opening = "<" in text or "[" in text or "(" in text
    marks = [_photo(match) for match in islice(_MARK.finditer(text), _MOST)] if has_opening else []
    photos = marks if marks and _shows_person(reading) else []
    found_names = list(find_names(reading, [*known, *photos]))
    if not photos:
        photos = [mark for mark in marks if _is_named(text, mark, found_names)] or list(_spoken_of(text, found_names))
    yield from photos
    yield from found_names
    yield from find_homes(reading.folded, (name.end for name in found_names))
    if found_names or photos or _MAY_BE_AGE.search(text):
        yield from find_children(reading, [*found_names, *photos])


def _photo(match: re.Match[str]) -> Found:
    return Found(PersonalData.PHOTO, match.start(), match.end())


def _shows_person(reading: Reading) -> bool:
    """Return whether the text says that somebody is on the picture."""
    text = reading.folded.text
    if _HIDDEN.search(text):
        return False
    hits = reading.found("people.person")
    if not names().pets.isdisjoint(reading.words):
        hits = tuple(hit for hit in hits if hit.cue not in _PRONOUNS)
    if any(not _OWNER.search(text, max(0, hit.start - 16), hit.start) for hit in hits[:_MOST]):
        return True
    return any(not _OWNER.search(text, max(0, match.start() - 16), match.start()) for match in _PERSON.finditer(text))


def _is_named(text: str, mark: Found, found_names: list[Found]) -> bool:
    """Return whether a name stands near the mark of a picture as that of who is on it."""
    return any(
        mark.end - _REACH_MARK < name.start < mark.end + _REACH_MARK
        and not _CONTACT.search(text, max(0, name.start - 20), name.start)
        for name in found_names
    )


def _spoken_of(text: str, found_names: list[Found]) -> Iterator[Found]:
    if "foto" not in text and "film" not in text and "video" not in text and "beelden" not in text:
        return
    for match in islice(_SPOKEN_OF.finditer(text), _MOST):
        photo = _photo(match)
        if _is_named(text, photo, found_names) or _RECOGNISE.search(text):
            yield photo
