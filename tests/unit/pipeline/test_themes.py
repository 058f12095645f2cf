from __future__ import annotations

import pytest

from lantu.pipeline.themes import theme_finder
from lantu.plans import Theme

FIND = theme_finder(
    [
        Theme(id="homes", name="安居之城", words=("居住", "住房保障")),
        Theme(id="health", name="康养之城", words=("看病就医", "养老")),
    ]
)


@pytest.mark.parametrize(
    ("heading", "theme"),
    [
        ("(一)建设安居之城", "安居之城"),
        ("建设宜业宜游的 安居 之城", "安居之城"),
        ("优化群众看病就医体验", "康养之城"),
        ("着力美化城市面貌", "着力美化城市面貌"),
        ("居住与养老", "居住与养老"),
        ("住房保障与养老", "安居之城"),
        (None, None),
    ],
)
def test_a_heading_is_the_theme_whose_word_it_holds_else_itself(heading: str | None, theme: str | None) -> None:
    assert FIND(heading) == theme
