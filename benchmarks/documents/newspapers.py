"""Lay texts out as newspaper pages with headless Chromium, for benchmarks/documents.py.

Eight pages of A3: *three*, *four*, *five* and *mixed* columns were looked at while the reading order was written,
*stacked* and *paired* were not, until scans of them were used to mend it; *railed* and *cornered* were printed for the
first time after that. Each has what real pages have around the news: a masthead, an inset, a caption, a
second article beside or below, advertisements, weather and a hotline. The truth of a page is a list of units; within
a unit the order is strict.
"""

from __future__ import annotations

import html
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lantu.documents import read_file
from lantu.model import PassageKind

CHROMIUM = os.environ.get("LANTU_CHROMIUM") or shutil.which("chromium") or "chromium"
HEADS = (PassageKind.HEADING, PassageKind.KICKER)
NEWS = (*HEADS, PassageKind.BODY, PassageKind.BYLINE)

MASTHEAD = "青岚晨报 {day} 责任编辑:林知夏 美编:周予安 A03 要闻"
HOTLINE = ("新闻热线", "0555-3301188", "扫描二维码报料", "线索一经采用即付奖金50元至500元")
WEATHER = ("天气预报", "今日晴转多云,东南风2~3级,-3~7℃", "明日多云转阴,北风3~4级,-5~4℃", "后日小雪,北风4级,-8~0℃")
CAPTION = "图为青岚市第三社区食堂开餐首日。 本报记者 沈知禾 摄"
SOLD = (
    ("清河湾花园", "现房发售 每平方米6800元起", "售楼热线 0555-3306600", "地址:清河路18号"),
    ("惠民家电城", "全场8.8折 满1000元减100元", "开业酬宾3天", "预订电话 0555-3307711"),
    ("遗失声明", "青岚市云川商行遗失公章一枚,声明作废。", "王某遗失驾驶证一本,声明作废。"),
    ("公益广告", "节约用水 从点滴做起", "讲文明 树新风"),
)
INSET = (
    "相关链接",
    "民生提质行动有多少项",
    "三年行动共分四个领域二十一项。去年完成了其中九项,今年计划完成七项,余下五项明年收尾。",
    "每个季度的进度都会在市政府网站上公布,市民可以逐项查询。",
)


@dataclass(frozen=True, slots=True)
class Story:
    """An article: headline, kicker, byline and its paragraphs, headings among them marked with ``#``."""

    headline: str
    paragraphs: tuple[str, ...]
    kicker: str = ""
    byline: str = ""
    day: str = "2026年2月6日"

    @property
    def masthead(self) -> str:
        """Give the head line of the paper that brings the article."""
        return MASTHEAD.format(day=self.day)

    @property
    def unit(self) -> str:
        """Give the text of the article in the order in which it is read."""
        return "".join([self.kicker, self.headline, self.byline, *(p.lstrip("#") for p in self.paragraphs)])


@dataclass(slots=True)
class Newspaper:
    """A page as HTML with the units of its truth."""

    name: str
    markup: str
    units: list[str] = field(default_factory=list)


def stories_of(path: Path, most: int = 3000) -> list[Story]:
    """Make articles of the news of a plain text, as lantu reads it; each begins where the reading counts one."""
    document = read_file(path)
    day = document.published
    printed = "2026年2月6日" if day is None else f"{day.year}年{day.month}月{day.day}日"
    articles: dict[int, list[tuple[PassageKind, str]]] = {}
    for passage in document.passages:
        passages = articles.setdefault(passage.article, [])
        if passage.kind in NEWS and sum(len(one) for _, one in passages) + len(passage.text) <= most:
            passages.append((passage.kind, passage.text))
    return [
        replace(_story(passages), day=printed)
        for passages in articles.values()
        if any(kind is PassageKind.BODY for kind, _ in passages)
    ]


def _story(passages: Sequence[tuple[PassageKind, str]]) -> Story:
    first = next((i for i, (kind, _) in enumerate(passages) if kind is PassageKind.BODY), len(passages))
    heads = [text for kind, text in passages[:first] if kind in HEADS]
    lines = [text for kind, text in passages[:first] if kind is PassageKind.BYLINE]
    longest = max(heads, key=len, default="要闻")
    before = heads[: heads.index(longest)] if heads else []
    after = heads[heads.index(longest) + 1 :] if heads else []
    body = ["#" + text if kind in HEADS else text for kind, text in passages[first:]]
    return Story(longest, ("".join(["#"[: bool(after)], *after]), *body) if after else tuple(body), "".join(before),
                 " ".join(lines))  # fmt: skip


_STYLE = """
@page { size: A3; margin: 0 } * { box-sizing: border-box } body { margin: 0; width: 1122px; height: 1586px;
font-family: 'Noto Serif CJK SC'; font-size: 12px; line-height: 1.5; position: relative; overflow: hidden }
p { margin: 0; text-indent: 2em; text-align: justify } h1, h2, h3, h4 { font-family: 'Noto Sans CJK SC'; margin: 0 }
.abs { position: absolute } .cap { font-size: 10px; font-family: 'Noto Sans CJK SC' }
.photo { background: linear-gradient(135deg, #9ab, #678 60%, #543) }
.ad p, .svc p { text-indent: 0; text-align: center } .by { text-indent: 0; font-family: 'Noto Sans CJK SC' }
"""


def _paragraphs(paragraphs: Sequence[str], heading: str = "h4", size: int = 14, extra: str = "") -> str:
    made = []
    for one in paragraphs:
        text = html.escape(one.lstrip("#"), quote=False)
        style = f"font-size:{size}px;margin:.35em 0;{extra}"
        made.append(f"<{heading} style='{style}'>{text}</{heading}>" if one.startswith("#") else f"<p>{text}</p>")
    return "".join(made)


def _head(story: Story, style: str) -> str:
    kicker = f"<h4 style='font-size:13px'>{story.kicker}</h4>" if story.kicker else ""
    return f"{kicker}<h2 style='{style}'>{html.escape(story.headline)}</h2>"


def _lines(lines: Sequence[str], first: int, rest: int, where: str, classes: str = "svc") -> str:
    head, *others = lines
    shown = "".join(f"<p style='font-size:{rest}px'>{html.escape(one)}</p>" for one in others)
    top = f"<h4 style='font-size:{first}px;text-align:center'>{head}</h4>"
    return f"<div class='abs {classes}' style='{where}'>{top}{shown}</div>"


def _place(left: int, top: int, width: int, height: int, more: str = "") -> str:
    return f"left:{left}px;top:{top}px;width:{width}px;height:{height}px;{more}"


def _split(paragraphs: Sequence[str], share: float) -> tuple[list[str], list[str]]:
    total, taken = sum(map(len, paragraphs)), 0
    for index, one in enumerate(paragraphs):
        taken += len(one)
        if taken >= share * total:
            return list(paragraphs[: index + 1]), list(paragraphs[index + 1 :])
    return list(paragraphs), []


def three_columns(main: Story, side: Story) -> Newspaper:
    """Headline over three columns, an article in a rail at the right, advertisements in a row below."""
    column = "column-gap:18px;column-rule:1px solid #999;"
    body = [
        f"<div class='abs' style='{_place(40, 24, 1042, 40)}border-bottom:2px solid #000'>{main.masthead}</div>",
        f"<div class='abs' style='{_place(40, 76, 790, 120)}'><h3 style='font-size:18px'>{main.kicker}</h3>"
        f"<h1 style='font-size:30px;line-height:1.25'>{main.headline}</h1></div>",
        f"<div class='abs' style='{_place(40, 204, 790, 1120)}columns:3;{column}'><p class='by'>{main.byline}</p>"
        f"{_paragraphs(main.paragraphs)}</div>",
        f"<div class='abs' style='{_place(850, 76, 232, 880)}border-left:1px solid #333;padding-left:14px'>"
        f"{_head(side, 'font-size:20px;line-height:1.3')}<p class='by'>{side.byline}</p>"
        f"{_paragraphs(side.paragraphs, size=13)}</div>",
        _lines(INSET, 15, 11, _place(850, 976, 232, 150, "border:1px solid #000;padding:8px")),
        f"<div class='abs photo' style='{_place(850, 1140, 232, 140)}'></div>",
        f"<div class='abs cap' style='{_place(850, 1284, 232, 34)}'>{CAPTION}</div>",
    ]
    for index, sold in enumerate(SOLD[:3]):
        body.append(_lines(sold, 22, 12, _place(40 + 350 * index, 1340, 340, 120, "border:2px solid #000;padding:6px"),
                           "ad"))  # fmt: skip
    body.append(_lines(WEATHER, 13, 11, _place(40, 1474, 500, 80, "background:#eee"), "svc"))
    body.append(_lines(HOTLINE, 13, 11, _place(560, 1474, 522, 80, "background:#ddd"), "svc"))
    units = [main.masthead, main.unit, side.unit, "".join(INSET), CAPTION, *("".join(one) for one in SOLD[:3])]
    return _page("three", main, body, [*units, "".join(WEATHER), "".join(HOTLINE)])


def four_columns(main: Story, side: Story) -> Newspaper:
    """Main article in four columns around an inset over two of them, the second article in two wide columns below."""
    first, second = _split(main.paragraphs, 0.55)
    gap = "column-gap:15px;"
    body = [
        f"<div class='abs' style='{_place(36, 18, 1050, 30)}text-align:right'>{main.masthead}</div>",
        f"<div class='abs' style='{_place(36, 56, 1050, 110)}text-align:center'>"
        f"<h3 style='font-size:17px'>{main.kicker}</h3><h1 style='font-size:34px;line-height:1.2'>{main.headline}</h1>"
        "</div>",
        f"<div class='abs' style='{_place(36, 172, 517, 850)}columns:2;{gap}column-fill:auto'>"
        f"<p class='by'>{main.byline}</p>{_paragraphs(first, size=15, extra='text-align:center')}</div>",
        f"<div class='abs' style='{_place(569, 172, 517, 700)}columns:2;{gap}column-fill:balance'>"
        f"{_paragraphs(second, size=15, extra='text-align:center')}</div>",
        f"<div class='abs' style='{_place(569, 900, 517, 120)}border:1px dashed #555;padding:10px'>"
        f"<h4 style='font-size:14px'>{INSET[0]}</h4><h3 style='font-size:18px'>{INSET[1]}</h3>"
        + "".join(f"<p>{one}</p>" for one in INSET[2:])
        + "</div>",
        f"<div class='abs' style='{_place(36, 1040, 1050, 2)}background:#000'></div>",
        f"<div class='abs photo' style='{_place(36, 1056, 300, 200)}'></div>",
        f"<div class='abs cap' style='{_place(36, 1260, 300, 20)}'>{CAPTION}</div>",
        _lines(WEATHER, 14, 11, _place(36, 1290, 300, 84, "border:1px solid #888")),
        f"<div class='abs' style='{_place(356, 1052, 730, 44)}'>{_head(side, 'font-size:22px')}</div>",
        f"<div class='abs' style='{_place(356, 1100, 730, 290)}columns:3;{gap}'><p class='by'>{side.byline}</p>"
        f"{_paragraphs(side.paragraphs, size=13)}</div>",
        _lines(SOLD[0], 24, 13, _place(36, 1410, 520, 140, "border:3px double #000;padding:8px"), "ad"),
        _lines(SOLD[1], 20, 13, _place(566, 1410, 255, 140, "background:#f2f2f2;padding:8px"), "ad"),
        _lines(HOTLINE, 16, 12, _place(831, 1410, 255, 140, "border:1px solid #000;padding:8px")),
    ]
    units = [main.masthead, main.unit, "".join(INSET), CAPTION, "".join(WEATHER), side.unit]
    return _page("four", main, body, [*units, "".join(SOLD[0]), "".join(SOLD[1]), "".join(HOTLINE)])


def five_columns(main: Story, side: Story) -> Newspaper:
    """A rail at the left, the main article in four columns with headings over all of them, five columns below."""
    gap, span = "column-gap:12px;", "column-span:all;text-align:center"
    body = [
        f"<div class='abs' style='{_place(30, 14, 1062, 26)}background:#e8e8e8'>{main.masthead}</div>",
        f"<div class='abs' style='{_place(30, 48, 196, 300)}border:1px solid #000;padding:8px;background:#fafafa'>"
        f"<h4 style='font-size:13px'>{INSET[0]}</h4><h3 style='font-size:16px'>{INSET[1]}</h3>"
        + "".join(f"<p style='font-size:11px'>{one}</p>" for one in INSET[2:])
        + "</div>",
        _lines(WEATHER, 13, 11, _place(30, 360, 196, 100)),
        _lines(HOTLINE, 13, 11, _place(30, 470, 196, 90, "border-top:1px solid #000;border-bottom:1px solid #000")),
        _lines(SOLD[2], 16, 11, _place(30, 580, 196, 110, "border:1px solid #000"), "ad"),
        f"<div class='abs' style='{_place(240, 48, 852, 100)}'><h3 style='font-size:16px'>{main.kicker}</h3>"
        f"<h1 style='font-size:28px;line-height:1.2'>{main.headline}</h1></div>",
        f"<div class='abs' style='{_place(240, 150, 852, 1010)}columns:4;{gap}'><p class='by'>{main.byline}</p>"
        f"{_paragraphs(main.paragraphs, size=16, extra=span)}</div>",
        f"<div class='abs photo' style='{_place(30, 710, 196, 380)}'></div>",
        f"<div class='abs cap' style='{_place(30, 1094, 196, 50)}'>{CAPTION}</div>",
        f"<div class='abs' style='{_place(30, 1170, 1062, 250)}border-top:2px solid #000;padding-top:8px'>"
        f"{_head(side, 'font-size:24px;text-align:center')}"
        f"<div style='columns:5;{gap}'><p class='by'>{side.byline}</p>{_paragraphs(side.paragraphs, size=12)}</div>"
        "</div>",
        _lines(SOLD[0], 20, 12, _place(30, 1440, 344, 120, "border:2px solid #000"), "ad"),
        _lines(SOLD[1], 20, 12, _place(389, 1440, 344, 120, "border:2px solid #000"), "ad"),
        _lines(SOLD[3], 20, 12, _place(748, 1440, 344, 120, "border:2px solid #000"), "ad"),
    ]
    units = ["".join(one) for one in (INSET, WEATHER, HOTLINE, SOLD[2], SOLD[0], SOLD[1], SOLD[3])]
    return _page("five", main, body, [main.masthead, main.unit, side.unit, CAPTION, *units])


def mixed_columns(main: Story, side: Story) -> Newspaper:
    """Five columns: a narrow article at the left, the main one beside it around a picture, boxes without frames."""
    gap = "column-gap:13px;"
    first, second = _split(main.paragraphs, 0.8)
    body = [
        f"<div class='abs' style='{_place(34, 1552, 1054, 24)}text-align:center'>{main.masthead}</div>",
        f"<div class='abs' style='{_place(34, 30, 200, 1060)}'>{_head(side, 'font-size:19px;line-height:1.3')}"
        f"<p class='by'>{side.byline}</p>{_paragraphs(side.paragraphs, size=12)}</div>",
        f"<div class='abs' style='{_place(250, 30, 838, 90)}'>"
        f"<h1 style='font-size:28px;line-height:1.2'>{main.headline}</h1><h3 style='font-size:15px'>{main.kicker}</h3>"
        "</div>",
        f"<div class='abs' style='{_place(250, 126, 625, 960)}columns:3;{gap}column-fill:auto'>"
        f"<p class='by'>{main.byline}</p>{_paragraphs(first, size=13)}</div>",
        f"<div class='abs photo' style='{_place(888, 126, 200, 230)}'></div>",
        f"<div class='abs cap' style='{_place(888, 360, 200, 34)}'>{CAPTION}</div>",
        f"<div class='abs' style='{_place(888, 410, 200, 680)}'>{_paragraphs(second, size=13)}</div>",
        f"<div class='abs' style='{_place(34, 1120, 520, 190)}background:#eef;padding:12px;columns:2;{gap}'>"
        f"<h4 style='font-size:14px;column-span:all'>{INSET[0]} {INSET[1]}</h4>"
        + "".join(f"<p>{one}</p>" for one in INSET[2:])
        + "</div>",
        _lines(WEATHER, 15, 12, _place(580, 1120, 240, 190)),
        _lines(HOTLINE, 15, 12, _place(848, 1120, 240, 190)),
        _lines(SOLD[0], 22, 13, _place(34, 1350, 330, 160), "ad"),
        _lines(SOLD[1], 18, 14, _place(396, 1350, 330, 160), "ad"),
        _lines(SOLD[2], 20, 12, _place(758, 1350, 330, 160), "ad"),
    ]
    units = ["".join(one) for one in (WEATHER, HOTLINE, *SOLD[:3], INSET)]
    return _page("mixed", main, body, [side.unit, main.unit.replace(main.kicker + main.headline,
                 main.headline + main.kicker, 1), CAPTION, *units, main.masthead])  # fmt: skip


def stacked_columns(main: Story, side: Story) -> Newspaper:
    """A short article above with its heading set downwards, three columns of the main one below, boxes at the right."""
    gap = "column-gap:16px;"
    down = "writing-mode:vertical-rl;text-orientation:upright;font-size:24px;line-height:1.3"
    body = [
        f"<div class='abs' style='{_place(32, 12, 1058, 24)}text-align:justify'>{main.masthead}</div>",
        f"<div class='abs' style='{_place(32, 48, 74, 330)}'><h2 style='{down}'>{side.headline[:24]}</h2></div>",
        f"<div class='abs' style='{_place(122, 48, 968, 330)}columns:4;{gap}'>"
        f"<h4 style='font-size:13px'>{side.kicker}</h4><p class='by'>{side.byline}</p>"
        f"{_paragraphs(side.paragraphs, size=13)}</div>",
        f"<div class='abs' style='{_place(32, 386, 1058, 1)}background:#444'></div>",
        f"<div class='abs' style='{_place(32, 398, 800, 100)}text-align:center'>"
        f"<h3 style='font-size:15px'>{main.kicker}</h3>"
        f"<h1 style='font-size:26px;line-height:1.25'>{main.headline}</h1></div>",
        f"<div class='abs' style='{_place(32, 504, 800, 1000)}columns:3;{gap}column-rule:1px dotted #777'>"
        f"<p class='by'>{main.byline}</p>{_paragraphs(main.paragraphs, size=14, extra='background:#ddd')}</div>",
        _lines(INSET, 16, 12, _place(856, 398, 234, 220, "border-top:3px solid #000;border-bottom:3px solid #000")),
        _lines(SOLD[1], 22, 13, _place(856, 640, 234, 150, "border:1px solid #000;padding:6px"), "ad"),
        f"<div class='abs photo' style='{_place(856, 810, 234, 180)}'></div>",
        f"<div class='abs cap' style='{_place(856, 994, 234, 34)}'>{CAPTION}</div>",
        _lines(WEATHER, 14, 11, _place(856, 1050, 234, 110)),
        _lines(HOTLINE, 14, 12, _place(856, 1180, 234, 110, "background:#eee")),
        _lines(SOLD[3], 22, 14, _place(856, 1310, 234, 120, "border:2px solid #000"), "ad"),
    ]
    units = ["".join(one) for one in (WEATHER, HOTLINE, SOLD[1], SOLD[3], INSET)]
    told = side.headline[:24] + side.kicker + side.byline + "".join(one.lstrip("#") for one in side.paragraphs)
    return _page("stacked", main, body, [main.masthead, told, main.unit, CAPTION, *units])


def paired_columns(main: Story, side: Story) -> Newspaper:
    """The main article in two pairs of columns around a headline over the inner two, the second one at the foot."""
    gap = "column-gap:14px;"
    first, second = _split(main.paragraphs, 0.5)
    body = [
        f"<div class='abs' style='{_place(40, 20, 500, 22)}'>{main.masthead}</div>",
        f"<div class='abs' style='{_place(40, 54, 1042, 80)}'><h1 style='font-size:32px;line-height:1.2'>"
        f"{main.headline}</h1></div><div class='abs' style='{_place(40, 140, 1042, 30)}'>"
        f"<h3 style='font-size:16px;font-weight:400'>{main.kicker}</h3></div>",
        f"<div class='abs' style='{_place(40, 176, 514, 700)}columns:2;{gap}'><p class='by'>{main.byline}</p>"
        f"{_paragraphs(first, size=13)}</div>",
        f"<div class='abs' style='{_place(568, 176, 514, 700)}columns:2;{gap}'>{_paragraphs(second, size=13)}</div>",
        f"<div class='abs photo' style='{_place(40, 930, 340, 220)}'></div>",
        f"<div class='abs cap' style='{_place(40, 1154, 340, 20)}'>{CAPTION}</div>",
        f"<div class='abs' style='{_place(400, 924, 682, 330)}border:1px solid #000;padding:10px'>"
        f"{_head(side, 'font-size:22px;text-align:center')}<div style='columns:3;{gap}'><p class='by'>{side.byline}</p>"
        f"{_paragraphs(side.paragraphs, size=12)}</div></div>",
        _lines(INSET, 15, 12, _place(40, 1270, 1042, 80, "background:#f4f4e8;padding:8px")),
        _lines(SOLD[0], 24, 14, _place(40, 1366, 510, 110, "border:3px solid #000"), "ad"),
        _lines(HOTLINE, 15, 12, _place(570, 1366, 240, 110, "border:1px solid #999")),
        _lines(WEATHER, 15, 11, _place(830, 1366, 252, 110, "border:1px solid #999")),
        _lines(SOLD[2], 14, 12, _place(40, 1490, 1042, 80), "ad"),
    ]
    units = ["".join(one) for one in (WEATHER, HOTLINE, SOLD[0], SOLD[2], INSET)]
    told = main.unit.replace(main.kicker + main.headline, main.headline + main.kicker, 1)
    return _page("paired", main, body, [main.masthead, told, side.unit, CAPTION, *units])


def railed_columns(main: Story, side: Story) -> Newspaper:
    """A rail of boxes at the left, the main article in three columns of sans-serif letters, the second below it."""
    gap = "column-gap:17px;"
    sans = "font-family:Noto Sans CJK SC;"
    body = [
        f"<div class='abs' style='{_place(44, 16, 1034, 28)}border:1px solid #000;text-align:center'>{main.masthead}"
        "</div>",
        f"<div class='abs' style='{_place(44, 54, 1034, 110)}'><h3 style='font-size:17px'>{main.kicker}</h3>"
        f"<h1 style='font-size:31px;line-height:1.2'>{main.headline}</h1></div>",
        _lines(INSET, 16, 12, _place(44, 180, 204, 300, "border:2px solid #444;padding:9px")),
        f"<div class='abs photo' style='{_place(44, 500, 204, 250)}'></div>",
        f"<div class='abs cap' style='{_place(44, 754, 204, 32)}'>{CAPTION}</div>",
        _lines(WEATHER, 14, 11, _place(44, 810, 204, 100, "background:#f0f0f0;padding:6px")),
        _lines(SOLD[3], 20, 13, _place(44, 930, 204, 120, "border:1px solid #000;padding:6px"), "ad"),
        f"<div class='abs' style='{_place(270, 180, 808, 990, sans)}columns:3;{gap}'><p class='by'>{main.byline}</p>"
        f"{_paragraphs(main.paragraphs, size=14)}</div>",
        f"<div class='abs' style='{_place(44, 1180, 1034, 1)}background:#000'></div>",
        f"<div class='abs' style='{_place(44, 1192, 720, 36)}'>{_head(side, 'font-size:21px')}</div>",
        f"<div class='abs' style='{_place(44, 1236, 720, 330)}columns:4;{gap}'><p class='by'>{side.byline}</p>"
        f"{_paragraphs(side.paragraphs, size=13)}</div>",
        _lines(SOLD[0], 22, 13, _place(790, 1200, 288, 160, "border:2px solid #000;padding:6px"), "ad"),
        _lines(HOTLINE, 14, 11, _place(790, 1400, 288, 120, "border:1px dotted #000")),
    ]
    units = ["".join(one) for one in (INSET, WEATHER, SOLD[3], SOLD[0], HOTLINE)]
    return _page("railed", main, body, [main.masthead, main.unit, side.unit, CAPTION, *units])


def cornered_columns(main: Story, side: Story) -> Newspaper:
    """The second article framed in the upper right corner; four columns, the right two of which begin under it."""
    gap = "column-gap:15px;"
    first, second = _split(main.paragraphs, 0.55)
    body = [
        f"<div class='abs' style='{_place(38, 1556, 1046, 22)}text-align:right'>{main.masthead}</div>",
        f"<div class='abs' style='{_place(38, 20, 515, 150)}'><h3 style='font-size:15px'>{main.kicker}</h3>"
        f"<h1 style='font-size:27px;line-height:1.25'>{main.headline}</h1></div>",
        f"<div class='abs' style='{_place(38, 178, 515, 1190)}columns:2;{gap}line-height:1.6'>"
        f"<p class='by'>{main.byline}</p>{_paragraphs(first, size=14, extra='text-align:center')}</div>",
        f"<div class='abs' style='{_place(569, 20, 515, 400)}border:1px solid #000;padding:12px'>"
        f"{_head(side, 'font-size:20px;text-align:center')}<div style='columns:2;{gap}'><p class='by'>{side.byline}</p>"
        f"{_paragraphs(side.paragraphs, size=12)}</div></div>",
        f"<div class='abs' style='{_place(569, 440, 515, 928)}columns:2;{gap}line-height:1.6'>"
        f"{_paragraphs(second, size=14, extra='text-align:center')}</div>",
        _lines(INSET, 15, 12, _place(38, 1390, 400, 150, "background:#eee;padding:8px")),
        _lines(SOLD[1], 20, 13, _place(456, 1390, 300, 150, "border:2px solid #000"), "ad"),
        _lines(WEATHER, 14, 11, _place(774, 1390, 310, 72)),
        _lines(HOTLINE, 14, 11, _place(774, 1472, 310, 72, "border-top:1px solid #000")),
    ]
    units = ["".join(one) for one in (INSET, SOLD[1], WEATHER, HOTLINE)]
    return _page("cornered", main, body, [main.unit, side.unit, *units, main.masthead])


LAYOUTS = {
    "three": three_columns,
    "five": five_columns,
    "four": four_columns,
    "mixed": mixed_columns,
    "stacked": stacked_columns,
    "paired": paired_columns,
    "railed": railed_columns,
    "cornered": cornered_columns,
}
SEEN = frozenset({"three", "five", "four", "mixed", "stacked", "paired"})
"""Layouts that were looked at while the reading of pages was written or mended; the others are held out."""


def _page(name: str, main: Story, body: Sequence[str], units: list[str]) -> Newspaper:
    # A long article is set smaller, so that nothing runs out of its place.
    style = _STYLE.replace("font-size: 12px", f"font-size: {12 if len(main.unit) < 2500 else 11}px", 1)
    markup = (
        f"<!doctype html><html lang=zh><meta charset=utf-8><style>{style}</style><body>{''.join(body)}</body></html>"
    )
    return Newspaper(name, markup, [unit for unit in units if unit.strip()])


def print_pdf(page: Newspaper, into: Path) -> Path:
    """Print a page as PDF."""
    source, target = into / f"{page.name}.html", into / f"{page.name}.pdf"
    source.write_text(page.markup, encoding="utf-8")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
               f"--print-to-pdf={target}", source.as_uri()]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return target
