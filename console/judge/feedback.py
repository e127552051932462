"""The words that make a message an answer to a report, or a question for one (label guide, ``feedback``)."""

from console.domain.judgement import Feedback, Span
from console.judge.cues import Reading


def feedback_spans(reading: Reading, kind: Feedback) -> tuple[Span, ...]:
    """Return the words that made it feedback of this kind."""
    return tuple(sorted({reading.folded.span(hit.start, hit.end) for hit in reading.found(f"feedback.{kind}")}))
