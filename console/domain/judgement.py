"""What the judge says of one message, with the values of the label guide (``data/messages/LABELS.md``)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """Who writes."""

    MEMBER = "member"
    ADMIN = "admin"
    PROFESSIONAL = "professional"


class Category(StrEnum):
    """What a message is about."""

    URGENT = "urgent"
    SUSPICIOUS = "suspicious"
    LIVEABILITY = "liveability"
    INFORMATION = "information"
    SOCIAL = "social"
    LOST_FOUND = "lost_found"
    TRADE = "trade"
    ADMIN = "admin"
    REPLY = "reply"


class Stigma(StrEnum):
    """Whether suspicion or contempt rests on a trait of a group, and which."""

    NONE = "none"
    ORIGIN_AS_SUSPICION = "origin_as_suspicion"
    GENERALISATION = "generalisation"
    SLUR = "slur"
    EXCLUSION = "exclusion"
    CONDITION = "condition"
    CLASS_OR_PLACE = "class_or_place"
    YOUTH = "youth"
    GENDER_OR_ORIENTATION = "gender_or_orientation"


class Abuse(StrEnum):
    """Coarse language, an insult of somebody, or a threat."""

    NONE = "none"
    COARSE = "coarse"
    INSULT = "insult"
    THREAT = "threat"


class PersonalData(StrEnum):
    """Data about an identifiable person that a message gives away."""

    PHONE = "phone"
    EMAIL = "email"
    PLATE = "plate"
    ADDRESS = "address"
    NAME = "name"
    PHOTO = "photo"
    IBAN = "iban"
    BSN = "bsn"
    MINOR = "minor"


class Call112(StrEnum):
    """Whether 112 was called about an urgent message."""

    CALLED = "called"
    NOT_CALLED = "not_called"
    UNCLEAR = "unclear"


class Feedback(StrEnum):
    """Whether a message is an answer about a report, or asks for one."""

    NONE = "none"
    ACK = "ack"
    RESULT = "result"
    ADVICE = "advice"
    REQUEST = "request"


class Attention(StrEnum):
    """How soon a person should look, in words and never as a score (``design/screens.md``)."""

    NOW = "now"
    TODAY = "today"
    LATER = "later"
    NONE = "none"


class Flag(StrEnum):
    """What a reason explains; named like the field of the judgement, in the order of ``design/screens.md``."""

    CALL112 = "call112"
    VIGILANTISM = "vigilantism"
    PERSONAL_DATA = "personal_data"
    STIGMA = "stigma"
    ABUSE = "abuse"
    OFF_TOPIC = "off_topic"
    FEEDBACK = "feedback"
    LANGUAGE = "language"  # not in Dutch: only patterns were looked for


class Strictness(StrEnum):
    """How sure the judge must be before it raises a flag in a group, in words: streng, gewoon, ruim."""

    STRICT = "strict"
    NORMAL = "normal"
    LENIENT = "lenient"


class Label(StrEnum):
    """What a person may correct of a judgement; named like the field of the judgement."""

    CATEGORY = "category"
    STIGMA = "stigma"
    ABUSE = "abuse"
    VIGILANTISM = "vigilantism"
    PERSONAL_DATA = "personal_data"
    CALL112 = "call112"
    FEEDBACK = "feedback"
    OFF_TOPIC = "off_topic"  # only Goed zo speaks of it: who finds it not right says what the message is about


class Span(NamedTuple):
    """Character offsets into the text, end not included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """What the judge is asked about: a text, who wrote it, and up to three messages before it, oldest first."""

    text: str
    role: Role = Role.MEMBER
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said of a message: a label, and its right value as the label guide writes it.

    ``vigilantism`` is ``yes`` or ``no``, ``personal_data`` ``none`` or types with commas, ``call112`` ``none`` for a
    message that needs no 112. ``text`` is the message, ``said_at`` when it was corrected.

    With ``is_fine`` it is no correction: somebody looked at what the judge said and found it Goed zo. Then ``value`` is
    what was fine, of ``OFF_TOPIC`` the category.
    """

    text: str
    label: Label
    value: str
    said_at: datetime
    is_fine: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a flag was raised: one plain sentence in both languages, the rule's name and the words that decided."""

    flag: Flag
    rule: str
    nl: str
    en: str
    spans: tuple[Span, ...] = ()

    def sentence(self, language: str) -> str:
        """Return the sentence in a language of the interface."""
        return self.en if language == "en" else self.nl


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything the judge says of one message in one group. It advises; a person decides."""

    category: Category
    primary: bool = True
    stigma: Stigma = Stigma.NONE
    abuse: Abuse = Abuse.NONE
    vigilantism: bool = False
    personal_data: tuple[PersonalData, ...] = ()
    call112: Call112 | None = None
    feedback: Feedback = Feedback.NONE
    off_topic: bool = False
    attention: Attention = Attention.NONE
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence of the full reasoning, in both languages, with the words of the message that it speaks of.

    ``flag`` is what the step is about, None for what the message is about as a whole.
    """

    flag: Flag | None
    nl: str
    en: str
    spans: tuple[Span, ...] = ()

    def sentence(self, language: str) -> str:
        """Return the sentence in a language of the interface."""
        return self.en if language == "en" else self.nl


@dataclass(frozen=True, slots=True)
class Reasoning:
    """Why the judge says what it says (**Waarom?**): every step, also why a flag was not raised."""

    judgement: Judgement
    steps: tuple[Step, ...]
