"""Mutation testing of the room ``verdicts``: the share of small faults put into its code that its unit tests notice.

``.venv/bin/python benchmarks/mutants.py [--sample 320] [--seed 1] [--children 2]`` installs mutmut (BSD) into a virtual
environment of its own under the cache folder, copies sources and tests to a scratch folder, lets mutmut make every
mutant of src/lantu/verdicts, runs tests/unit/verdicts against a sample drawn by the seed, and prints the share that was
killed and each survivor. Needs ``./lantu install --all`` before, and some minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lantu" / "mutants"
COPIED = ("src", "tests", "examples", "docs", "pyproject.toml")
SETTINGS = """
[tool.mutmut]
source_paths = ["src"]
only_mutate = ["src/lantu/verdicts/*.py"]
pytest_add_cli_args_test_selection = ["tests/unit/verdicts"]
also_copy = ["tests", "examples", "docs"]
"""


def mutmut() -> Path:
    """Give the command, installed once; what lantu needs is seen from this interpreter's own packages."""
    command = CACHE / "bin" / "mutmut"
    if not command.exists():
        subprocess.run([sys.executable, "-m", "venv", str(CACHE)], check=True)
        subprocess.run([str(CACHE / "bin/python"), "-m", "pip", "install", "--quiet", "mutmut>=3.8,<3.9"], check=True)
    [mine] = (path for path in sys.path if path.endswith("site-packages"))
    [theirs] = CACHE.glob("lib/python3*/site-packages")
    (theirs / "lantu-needs.pth").write_text(f"{mine}\n", encoding="utf-8")
    return command


def run(folder: Path, names: list[str], children: int) -> None:
    """Run the mutants of these names; mutmut itself ends with a fault where one survives."""
    command = [str(mutmut()), "run", "--max-children", str(children), *names]
    with (folder / "log").open("wb") as log:
        subprocess.run(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT, check=False)


def outcomes(folder: Path) -> dict[str, int | None]:
    """Give the exit status of the tests by mutant, None where it was not run."""
    told: dict[str, int | None] = {}
    for path in sorted((folder / "mutants/src/lantu/verdicts").glob("*.meta")):
        told |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return told


def main() -> None:
    """Print the share killed and the survivors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sample", type=int, default=320, help="how many mutants to run")
    parser.add_argument("--seed", type=int, default=1, help="draws the sample")
    parser.add_argument("--children", type=int, default=2, help="how many at a time")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in COPIED:
            source = ROOT / part
            (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / part)
        with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
            file.write(SETTINGS)
        run(folder, ["lantu.verdicts.bases.x__use__mutmut_1"], 1)  # makes every mutant and times every test
        every = sorted(outcomes(folder))
        drawn = random.Random(args.seed).sample(every, min(args.sample, len(every)))  # noqa: S311 - no secret
        run(folder, drawn, args.children)
        told = outcomes(folder)
    survived = [name for name in sorted(drawn) if told[name] in (0, 33)]
    print(f"{len(every)} mutants, {len(drawn)} drawn: {1 - len(survived) / len(drawn):.3f} killed; survivors:")
    print("\n".join(survived))


if __name__ == "__main__":
    main()
