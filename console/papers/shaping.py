"""fpdf2 as the pages use it. Import it late: it takes half a second."""

from collections.abc import Iterator

from fpdf.fpdf import FPDF
from fpdf.line_break import Fragment
from typing_extensions import override


class ShapingPdf(FPDF):
    """A PDF that shapes a text as a whole.

    fpdf2 2.8 cuts a text where its script changes, also at the vowel signs of Arabic, which belong to no script: the
    letters at both sides would no longer join.
    """

    @override
    def _parse_chars(
        self, text: str, markdown: bool, *, _initial_emphasis: tuple[bool, bool, bool, bool] | None = None
    ) -> Iterator[Fragment]:
        yield Fragment(text, self._get_current_graphics_state(), self.k)
