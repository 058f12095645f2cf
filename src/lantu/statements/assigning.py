"""Give promises the offices that the text names behind them: （牵头单位：市民政局）, or a line of its own."""

from __future__ import annotations

import re
from dataclasses import replace

from lantu.model import Commitment, Passage

from .stating import Stating
from .tables.offices import read_offices

_REMARK = re.compile(r"[（(]((?:[^（()）。；]|[；;](?=配合|协办|参与)|[（(][^（()）]{0,20}[）)]){3,200})[）)]")
_NAMED = re.compile(r"\A(?:牵头|责任|主办|主责|负责)(?:单位|部门)[：:]|[局委办厅部会院府]牵头(?:[，,；;、]|$)")
_LINE = re.compile(r"(?:牵头|责任|主办|主责|负责|配合|协办|参与)(?:单位|部门)[：:].{2,200}")


class Assigning:
    """Follows a document and gives its commitments their offices."""

    def __init__(self, told: Stating) -> None:
        self.told = told
        self._begin()

    def _begin(self) -> None:
        self.first, self.first_act = len(self.told.statements), len(self.told.acts)

    def enter_heading(self) -> None:
        """Forget what stands under the heading before: a line of offices does not reach beyond its own."""
        self._begin()

    def takes_line(self, passage: Passage) -> bool:
        """Tell whether a passage is a line of offices, and give them to what was promised since the last one."""
        if _LINE.fullmatch(passage.text) is None:
            return False
        start = passage.pieces[0][0]
        self._assign(passage.text, self.first, self.first_act, start)
        self._begin()
        return True

    def remarks_in(self, passage: Passage, first: int, first_act: int) -> None:
        """Give what a paragraph promises the offices in the next remark behind it.

        Parameters
        ----------
        first, first_act:
            Where the statements and acts of the paragraph begin.
        """
        for remark in _REMARK.finditer(passage.text):
            if _NAMED.search(remark[1]):
                self._assign(remark[1], first, first_act, passage.origin(remark.start()))

    def _assign(self, printed: str, first: int, first_act: int, until: int) -> None:
        led, supported = read_offices(printed, leading=True)
        for found, start in ((self.told.statements, first), (self.told.acts, first_act)):
            for at, one in enumerate(found[start:], start):
                if isinstance(one, Commitment) and one.span.end <= until and not (one.led_by or one.supported_by):
                    found[at] = replace(one, led_by=led, supported_by=supported)
