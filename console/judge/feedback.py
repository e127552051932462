"""Whether a message answers a report or asks for an answer (label guide, ``feedback`` and rule 3)."""

from typing import Final

from console.domain.judgement import Feedback, Role, Span
from console.judge.cues import Reading

# Who may say what, and which goes first when several apply: result, acknowledgement, advice, request.
_OFFICE: Final = (Feedback.RESULT, Feedback.ACK, Feedback.ADVICE)


def find_feedback(reading: Reading, role: Role, *, is_answer: bool) -> Feedback:
    """Return the kind of feedback. Only a professional or administrator acknowledges and advises; a member asks,
    and a question has a question mark: "niks gehoord helaas" answers one.

    An acknowledgement needs something to acknowledge: without an earlier message (``is_answer``) it is not one.
    """
    if role is Role.MEMBER:
        is_asking = reading.has("feedback.request") and "?" in reading.words
        return Feedback.REQUEST if is_asking else Feedback.NONE
    for kind in _OFFICE:
        if reading.has(f"feedback.{kind}") and (is_answer or kind is not Feedback.ACK):
            return kind
    return Feedback.NONE


def feedback_spans(reading: Reading, kind: Feedback) -> tuple[Span, ...]:
    """Return the words that made it feedback of this kind."""
    return tuple(sorted({reading.folded.span(hit.start, hit.end) for hit in reading.found(f"feedback.{kind}")}))
