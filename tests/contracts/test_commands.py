from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lantu.cli.main import COMMANDS
from lantu.cli.reference import reference

ROOT = Path(__file__).resolve().parents[2]


def test_the_reference_of_the_commands_is_what_the_commands_say() -> None:
    page = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")

    assert page == reference(), "renew it: .venv/bin/python -m lantu.cli.reference docs/reference/commands.md"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    command = __import__(f"lantu.cli.{name}", fromlist=["command"]).command

    assert command.help is not None
    assert f"lantu {name}" in command.help.partition("Example")[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_a_help_text(name: str) -> None:
    command = __import__(f"lantu.cli.{name}", fromlist=["command"]).command

    assert [option.name for option in command.params if option.param_type_name == "option" and not option.help] == []


def test_help_loads_no_room_but_the_words() -> None:
    script = (
        "import sys\nfrom lantu.cli.main import lantu\nlantu(['--help'], standalone_mode=False)\n"
        "print(sorted({name.split('.')[1] for name in sys.modules if name.startswith('lantu.')}), file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stderr.strip() == "['cli', 'model']"
