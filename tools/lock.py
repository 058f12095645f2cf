"""Write requirements.txt: every package of the default install, of each extra and of the tests, pinned by hash.

Run ``make lock`` after changing the dependencies in pyproject.toml. One file holds all; the line ``# for:``
before each package says which parts need it, and ``./lantu`` installs only the parts that were asked for.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = re.compile(r"(?m)^(?=[a-zA-Z0-9])")
HEAD = """\
# Written by tools/lock.py (make lock): do not edit. Each package is pinned by the hashes of its files.
# "# for:" names the parts that need it: default, setup (builds lantu itself), or an extra of pyproject.toml.
"""


def compiled(folder: Path, *extras: str, constraints: Path | None = None) -> dict[str, str]:
    """Resolve one part; give each package's pinned lines by its name."""
    limits = [] if constraints is None else ["--constraints", str(constraints)]
    command = ["uv", "pip", "compile", "--universal", "--generate-hashes", "--no-annotate", "--no-header"]
    command += ["--quiet", "--python-version", "3.11", *limits, *extras, str(folder / "pyproject.toml")]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder).stdout
    blocks = [block for block in PACKAGE.split(said) if "==" in block]
    return {re.split(r"[=\s;]", block, maxsplit=1)[0] + _marker(block): block for block in blocks}


def _marker(block: str) -> str:
    first = block.splitlines()[0]
    return first.partition(";")[2]


def main() -> None:
    """Resolve everything at once, then tell which part needs what."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = list(project["project"].get("optional-dependencies", {}))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8")
        setup = folder / "setup"
        setup.mkdir()
        needs = [*project["build-system"]["requires"], "editables>=0.5"]
        (setup / "pyproject.toml").write_text(f'[project]\nname = "setup"\nversion = "0"\ndependencies = {needs!r}\n')
        whole = compiled(folder, "--all-extras") | compiled(setup)
        limits = folder / "limits.txt"
        limits.write_text("".join(block.splitlines()[0].rstrip(" \\") + "\n" for block in whole.values()))
        parts = {"default": compiled(folder, constraints=limits), "setup": compiled(setup, constraints=limits)}
        for extra in extras:
            found = compiled(folder, "--extra", extra, constraints=limits)
            parts[extra] = {key: block for key, block in found.items() if key not in parts["default"]}
    rows: dict[str, tuple[str, list[str]]] = {}
    for part, found in parts.items():
        for block in found.values():
            pinned = block.splitlines()[0]
            rows.setdefault(pinned, (block, []))[1].append(part)
    lines = [f"# for: {' '.join(names)}\n{block}" for _, (block, names) in sorted(rows.items())]
    (ROOT / "requirements.txt").write_text(HEAD + "".join(lines), encoding="utf-8")
    sys.stdout.write(f"requirements.txt: {len(rows)} packages in {len(parts)} parts\n")


if __name__ == "__main__":
    main()
