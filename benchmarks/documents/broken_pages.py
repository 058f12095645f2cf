"""How well sentences survive when real reports are laid out as newspaper pages.

Run ``LANTU_SHARED=../shared python benchmarks/documents/broken_pages.py [REPORTS]``. Reports that the cohesion table
was not learnt from are read, their paragraphs are broken over columns with boxes, captions and advertisements
between, and read again. Printed are the share of broken paragraphs that come back whole, of paragraphs joined with
something that is not theirs, and of lines of boxes read as news.
"""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq

from lantu.documents import read_text
from lantu.model import PassageKind

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.stories.pages.layout import Article, Page, Story, columns, numbers_apart, sentences_of, wrapped
from tests.stories.pages.stories import BOXES

NEWS = (PassageKind.HEADING, PassageKind.BODY)


def story_of(text: str, chance: random.Random) -> Story:
    """Make a story of the headings and paragraphs of a report, with boxes in a new order."""
    passages = [p for p in read_text(text).passages if p.kind in NEWS]
    paragraphs = tuple(("### " if p.kind is PassageKind.HEADING else "") + p.text for p in passages[:60])
    return Story((Article("报告要点", "本报记者 林知夏", paragraphs),), tuple(chance.sample(BOXES, len(BOXES))))


def count(page: Page, shown: list[str]) -> Counter[str]:
    """Count the sentences of a page that come back whole, and passages with text that is not theirs."""
    original = [p for p in page.story.articles[0].paragraphs if not p.startswith("#")]
    read = [p.text for p in read_text(page.text).passages if p.kind in NEWS]
    joined = "\n".join(read)
    broken = [s for p in original if p not in page.text for s in sentences_of(p) if s not in page.text]
    lost = [sentence for sentence in broken if sentence not in joined]
    known = "\n".join(p.lstrip("# ") for p in ("# 报告要点", *page.story.articles[0].paragraphs))
    strange = [text for text in read if text not in known and "\n" + text not in known]
    lines = [line.replace(" ", "") for box in page.story.boxes for line in box.split("\n") if line]
    shown.extend([f"lost: {s}" for s in lost] + [f"strange: {s}" for s in strange])
    return Counter(
        {
            "paragraphs": len(original),
            "broken": len(broken),
            "whole": len(broken) - len(lost),
            "strange": len(strange),
            "lines of boxes": len(lines),
            "read as news": sum(line in joined for line in lines),
        }
    )


def main() -> None:
    """Print the counts for each layout."""
    shared = Path(os.environ.get("LANTU_SHARED", "../shared"))
    texts = pq.read_table(shared / "corpus/work_reports.parquet", columns=["text"])["text"].to_pylist()[::5]
    chance = random.Random(7)  # noqa: S311 - a repeatable sample
    some = chance.sample(texts, int(sys.argv[1]) if len(sys.argv) > 1 else 60)
    stories = [story_of(text, chance) for text in some]
    layouts = {
        "columns with boxes": columns,
        "columns, plain headings": lambda story, seed: columns(story, seed, marked=False),
        "narrow columns": lambda story, seed: columns(story, seed, width=70),
        "wrapped lines": wrapped,
        "lines broken at numbers": numbers_apart,
    }
    for name, layout in layouts.items():
        shown: list[str] = []
        counts: Counter[str] = sum((count(layout(story, seed), shown) for seed, story in enumerate(stories)), Counter())
        print(
            f"{name}: {counts['whole']:,} of {counts['broken']:,} broken sentences whole "
            f"({counts['whole'] / counts['broken']:.1%}), {counts['strange']:,} of {counts['paragraphs']:,} with "
            f"strange text ({counts['strange'] / counts['paragraphs']:.2%}), {counts['read as news']} of "
            f"{counts['lines of boxes']:,} lines of boxes read as news"
        )
        if "-v" in sys.argv:
            print(*chance.sample(shown, min(30, len(shown))), sep="\n")


if __name__ == "__main__":
    main()
