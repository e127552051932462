"""What Goed zo says: of which flags a person may find that they are fine here, and of which never."""

from collections.abc import Mapping
from typing import Final

from console.domain.judgement import Abuse, Attention, Flag, Judgement, Label
from console.domain.profile import Profile
from console.judge.asked import value_of
from console.judge.policy import attention_of

_LABELS: Final[Mapping[Flag, Label]] = {
    Flag.PERSONAL_DATA: Label.PERSONAL_DATA,
    Flag.STIGMA: Label.STIGMA,
    Flag.ABUSE: Label.ABUSE,
    Flag.OFF_TOPIC: Label.OFF_TOPIC,
    Flag.FEEDBACK: Label.FEEDBACK,
}
NEVER_FINE: Final = frozenset({Label.CALL112, Label.VIGILANTISM})
"""An emergency and own action: no habit of a group may silence those."""


def shown_as_fine(judgement: Judgement, profile: Profile) -> dict[Label, str]:
    """Return what a person who finds a judgement Goed zo says is fine in a group: the labels, with what was shown.

    Only what asked for attention was looked at; a threat is never fine.
    """
    shown = {reason.flag for reason in judgement.reasons if attention_of(reason, profile) is not Attention.NONE}
    labels = [label for flag, label in _LABELS.items() if flag in shown]
    if judgement.abuse is Abuse.THREAT and Label.ABUSE in labels:
        labels.remove(Label.ABUSE)
    return {label: value_of(judgement, label) for label in labels}
