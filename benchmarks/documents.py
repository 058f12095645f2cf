"""Print how well pages are read: PDF, clean scan and dirty scan of newspaper pages, beside other readers.

    LANTU_SHARED=../shared python benchmarks/documents.py [--pdf | --tables] [--layouts …] [--texts …] [--keep FOLDER]
        [--no-peers]

Texts of real plans and releases and of the example are laid out as newspaper pages of A3 by headless Chromium
(`documents/newspapers.py`): two pages of gold/zibo, a work report, the example report, in eight layouts, two of which
were not looked at while the reading of pages was written. Printed are

- the character error rate with order: edit distance to the truth over its length, white space aside; which of two
  articles or boxes comes first is free, the order within each is not;
- the strict F1 of gold/zibo from these pages beside that of the plain text: texts are aligned character by character
  and the gold is carried over;
- how many values of the real scans of indicator tables stand in their row and column;
- pages a second, and the memory that a long document takes.

A scan costs some twenty seconds of processor time, each page is scanned twice, tesseract takes as much again. All 32
pages take an hour, ``--layouts railed cornered --texts plan release`` a quarter of one. ``--pdf`` leaves the scans out,
``--no-peers`` the other readers; they live in a virtual environment under the cache folder and never in lantu's.
"""

# ruff: noqa: PLC0415 - what reads scans is loaded where it is asked
from __future__ import annotations

import argparse
import csv
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import venv
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lantu.documents import Document, read_file
from lantu.model import Role, Stream
from lantu.pipeline.reading import RESULTS, ReadDocument, bare_source
from lantu.statements import Setting, read_statements

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("LANTU_SHARED") or ROOT.parent / "shared").resolve()
sys.path.insert(0, str(Path(__file__).with_suffix("")))
from measure import carried, error_rate  # noqa: E402
from newspapers import LAYOUTS, SEEN, Newspaper, print_pdf, stories_of  # noqa: E402

EXAMPLE = ROOT / "examples" / "qinglan-2023" / "documents"
TEXTS = {
    "plan": SHARED / "documents" / "zibo" / "plan-2022-01-21.txt",
    "release": SHARED / "documents" / "zibo" / "release-2022-12-02.txt",
    "report": SHARED / "documents" / "dev" / "d00.txt",
    "example": EXAMPLE / "report-2026-01-16.txt",
}
GOLD = {"plan": "plan-2022-01-21", "release": "release-2022-12-02"}
PEERS = ("pdfminer.six==20250506", "pypdf==5.6.0", "pdfplumber==0.11.7")


@dataclass
class Sheet:
    """A page that was laid out: which text in which layout, its truth, and the files made of it."""

    text: str
    layout: str
    units: list[str]
    files: dict[str, Path] = field(default_factory=dict)


def lay_out(into: Path, layouts: Iterable[str], texts: Iterable[str]) -> list[Sheet]:
    """Print each text in each layout as PDF."""
    side = stories_of(EXAMPLE / "release-2024-07-05.txt")[0]
    sheets = []
    for name in texts:
        stories = stories_of(TEXTS[name])
        main = max(stories, key=lambda story: len(story.unit))
        other = next((story for story in stories if story is not main), side)
        for layout in layouts:
            page = LAYOUTS[layout](main, other)
            page.name = f"{name}-{layout}"
            sheets.append(Sheet(name, layout, page.units, {"pdf": print_pdf(page, into)}))
    return sheets


def read_all(sheets: Iterable[Sheet], form: str) -> dict[Path, Document]:
    """Read the pages of one form, each once."""
    return {sheet.files[form]: read_file(sheet.files[form]) for sheet in sheets}


def add_scans(sheets: Iterable[Sheet], into: Path) -> None:
    """Make a clean scan of 200 dots an inch and a dirty one of each page: noise, blur, turned by 2°, JPEG 60."""
    import cv2
    import numpy as np

    for sheet in sheets:
        stem = into / f"{sheet.text}-{sheet.layout}"
        subprocess.run(["pdftoppm", "-r", "200", "-gray", "-png", "-singlefile", sheet.files["pdf"], stem], check=True)
        clean = stem.with_suffix(".png")
        pixels = cv2.imread(str(clean), cv2.IMREAD_GRAYSCALE)
        height, width = pixels.shape
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), 2.0, 1.0)
        turned = cv2.GaussianBlur(cv2.warpAffine(pixels, turn, (width, height), borderValue=255), (3, 3), 0.8)
        noise = np.random.default_rng(0).normal(0, 12, turned.shape)
        dirty = np.clip(turned * 0.85 + 25 + noise, 0, 255).astype(np.uint8)
        stem = stem.with_name(stem.name + "-dirty")
        cv2.imwrite(str(stem.with_suffix(".jpg")), dirty, [cv2.IMWRITE_JPEG_QUALITY, 60])
        sheet.files |= {"clean scan": clean, "dirty scan": stem.with_suffix(".jpg")}


def tesseract(paths: Iterable[Path]) -> dict[Path, str]:
    """Let tesseract read scans, as it is installed, with its own analysis of the page."""
    texts = {}
    for path in paths:
        command = ["tesseract", path, "-", "-l", "chi_sim", "--dpi", "200"]
        texts[path] = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return texts


def print_errors(sheets: list[Sheet], form: str, readers: Mapping[str, Mapping[Path, str]]) -> None:
    """Print character error rates by layout, a column for each reader."""
    print(f"\n{form}: character error rate with order, per cent")
    print(f"{'':10s}" + "".join(f"{name:>16s}" for name in readers))
    groups: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        groups.setdefault(sheet.layout + ("" if sheet.layout in SEEN else " *"), []).append(sheet)
    groups["all"] = sheets
    groups["held out *"] = [sheet for sheet in sheets if sheet.layout not in SEEN]
    for name, group in groups.items():
        shares = []
        for texts in readers.values():
            counts = [error_rate(texts[sheet.files[form]], sheet.units) for sheet in group]
            shares.append(100 * sum(e for e, _ in counts) / max(1, sum(n for _, n in counts)))
        print(f"{name:10s}" + "".join(f"{share:16.2f}" for share in shares))


def print_strict(sheets: list[Sheet], form: str, read: Mapping[Path, Document], work: Path) -> None:
    """Print the strict F1 of the gold from the pages of one form, beside that of the plain text."""
    plain = _scored(_gold(), [read_file(TEXTS[name]) for name in GOLD], work)
    print(f"\n{form}: strict F1 of gold/zibo; plain text {plain:.3f}")
    for layout in dict.fromkeys(sheet.layout for sheet in sheets):
        found = {sheet.text: read[sheet.files[form]] for sheet in sheets if sheet.layout == layout}
        if all(name in found for name in GOLD):
            strict = _scored(_carried_gold(found), [found[name] for name in GOLD], work)
            print(f"{layout:10s} {strict:.3f}  {strict - plain:+.3f}{'' if layout in SEEN else '  held out'}")


def _gold() -> list[dict[str, Any]]:
    path = SHARED / "gold" / "zibo" / "statements.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _carried_gold(found: Mapping[str, Document]) -> list[dict[str, Any]]:
    """Carry the gold over to the text read from pages; what was lost on the way stays a miss."""
    gold = []
    for name, doc in GOLD.items():
        where = carried(TEXTS[name].read_text("utf-8"), found[name].text)
        for one in _gold():
            if one["doc"] != doc:
                continue
            places = [at for at in where[one["start"] : one["end"]] if at is not None]
            start, end = (min(places), max(places) + 1) if places else (-2, -1)
            gold.append({**one, "doc": Path(found[name].name).stem, "start": start, "end": end})
    return gold


def _scored(gold: list[dict[str, Any]], documents: list[Document], work: Path) -> float:
    said = []
    for document in documents:
        source = bare_source(document, RESULTS | {Role.PLAN})
        said += ReadDocument(document, source, read_statements(document, Setting())).records(Stream.QUANTIFIED)
    for name, records in (("gold", gold), ("said", said)):
        lines = "".join(json.dumps(one, default=str) + "\n" for one in records)
        (work / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    command = [sys.executable, SHARED / "tools" / "score_statements.py", work / "gold.jsonl", work / "said.jsonl"]
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout)["strict_f1"])


def peers(paths: list[Path]) -> dict[str, Any]:
    """Let other readers read the same PDF files."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "lantu-benchmarks" / "pdf-readers"
    python = folder / "bin" / "python"
    if not (folder / "installed").exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PEERS], check=True)
        (folder / "installed").touch()
    script = Path(__file__).with_suffix("") / "measure_peers.py"
    asked = json.dumps([str(path) for path in paths])
    done = subprocess.run([python, script], input=asked, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def long_pdf(work: Path) -> Path:
    """Print a report as a plain PDF of A4 pages, twenty times over."""
    text = TEXTS["report"].read_text("utf-8") * 20
    body = "".join(f"<p>{line}</p>" for line in text.splitlines() if line.strip())
    style = "@page{size:A4;margin:25mm} body{font:15px/1.7 'Noto Serif CJK SC'} p{text-indent:2em;margin:0}"
    return print_pdf(Newspaper("long", f"<!doctype html><meta charset=utf-8><style>{style}</style>{body}"), work)


def print_speed(sheets: list[Sheet], work: Path) -> None:
    """Print pages a second of a long document and of newspaper pages, and the memory a long document takes."""
    long = long_pdf(work)
    began = time.process_time()
    document = read_file(long)
    took = time.process_time() - began
    pages = len(document.layout.sizes) if document.layout else 0
    print(f"\ntext PDF of {pages} pages A4: {pages / took:.0f} pages a second", end="")
    began = time.process_time()
    read_all(sheets, "pdf")
    print(f"; newspaper pages A3: {len(sheets) / (time.process_time() - began):.1f} a second (one process)")
    code = "import sys; from lantu.documents import read_file; read_file(__import__('pathlib').Path(sys.argv[1]))"
    for path in (sheets[0].files["pdf"], long):
        subprocess.run([sys.executable, "-c", code, path], check=True)
        used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"most memory of a process so far, after {path.name}: {used:.0f} MB")


def print_scan_speed(path: Path) -> None:
    """Print how long a scanned page takes beside rapidocr alone, in seconds of processor time."""
    from rapidocr import RapidOCR

    alone = RapidOCR(params={"Global.log_level": "error"})
    began = time.process_time()
    alone(str(path))
    took = time.process_time() - began
    began = time.process_time()
    read_file(path)
    ours = time.process_time() - began
    print(f"\nscanned A3 page: lantu {ours:.0f} s, rapidocr alone {took:.0f} s, ratio {ours / took:.2f}")


def print_tables() -> None:
    """Print how many printed values of the real indicator tables stand in the right row and column."""
    folder = SHARED / "documents" / "images"
    with (folder / "five-year-plan-tables.csv").open(encoding="utf-8") as file:
        expected = list(csv.DictReader(file))
    tables = {path.name: _table_rows(read_file(path)) for path in sorted(folder.glob("*.jpg"))}
    right = all_values = 0
    missed = []
    for one in expected:
        # The last image named holds the results; its columns are those of the transcription.
        image = one["source_images"].split(";")[-1].split()[0]
        row = _row_of(tables[image], one["indicator"])
        columns = FIVE if len(tables[image][-1]) == 6 else FOUR
        for place, names in enumerate(columns, 1):
            values = [value for value in (one[name] for name in names) if value]
            if values:
                all_values += 1
                found = _printed(row[place]) if len(row) > place else ""
                right += found == _printed(values[0])
                if found != _printed(values[0]):
                    missed.append(f"{one['indicator']}: {values[0]} read {found or 'nothing'}")
    print(f"\nreal scans of indicator tables: {right} of {all_values} values in their row and column")
    print(*(f"- {line}" for line in missed), sep="\n")


FOUR = (("base_value",), ("target_value", "target_growth"), ("actual_value",), ("actual_growth",))
FIVE = (("base_value",), ("target_value",), ("target_growth",), ("actual_value",), ("actual_growth",))


def _table_rows(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row] for passage in document.passages for row in passage.rows]


def _row_of(rows: list[list[str]], indicator: str) -> list[str]:
    """Give the row whose name shares most characters with an indicator."""
    name = Counter(indicator)

    def shared(row: list[str]) -> float:
        label = Counter(re.sub(r"[（(].*", "", row[0]))
        return 2 * sum((label & name).values()) / (sum(label.values()) + sum(name.values()))

    return max(rows, key=shared)


def _printed(value: str) -> str:
    return re.sub(r"\s", "", value).translate(str.maketrans("＜＞［］−", "<>[]-"))


def main() -> int:
    """Lay out, read, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pdf", action="store_true", help="no scans")
    parser.add_argument("--tables", action="store_true", help="the real indicator tables alone")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--layouts", nargs="+", choices=LAYOUTS, default=list(LAYOUTS))
    parser.add_argument("--texts", nargs="+", choices=TEXTS, default=list(TEXTS))
    parser.add_argument("--keep", type=Path, help="keep the pages in this folder")
    chosen = parser.parse_args()
    if chosen.tables:
        print_tables()
        return 0
    with tempfile.TemporaryDirectory() as held:
        work = chosen.keep or Path(held)
        work.mkdir(parents=True, exist_ok=True)
        sheets = lay_out(work, chosen.layouts, chosen.texts)
        read = read_all(sheets, "pdf")
        readers = {"lantu": {path: document.text for path, document in read.items()}}
        if not chosen.no_peers:
            for name, told in peers([sheet.files["pdf"] for sheet in sheets]).items():
                readers[name] = {Path(path): text for path, text in told["texts"].items()}
        print_errors(sheets, "pdf", readers)
        print_strict(sheets, "pdf", read, work)
        if chosen.pdf:
            print_speed(sheets, work)
            return 0
        print_tables()
        add_scans(sheets, work)
        for form in ("clean scan", "dirty scan"):
            read = read_all(sheets, form)
            readers = {"lantu": {path: document.text for path, document in read.items()}}
            if not chosen.no_peers:
                readers["tesseract"] = tesseract(read)
            print_errors(sheets, form, readers)
            print_strict(sheets, form, read, work)
            sys.stdout.flush()
        print_scan_speed(sheets[0].files["clean scan"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
