"""The command ``lantu``: which commands there are, and how any of them ends."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from types import TracebackType

import click

from lantu.model import InputError

from .rows import utf8_streams

COMMANDS = (
    *("new", "check", "fetch", "read", "targets", "text", "settle", "chain", "build", "export", "serve", "explain"),
    *("reach", "measure"),
    *("show", "verify", "replay", "review", "siting", "seats", "demo"),
)
"""In the order in which a user needs them; each stands in a module of its name."""


class Commands(click.Group):
    """Loads the module of a command only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Give the command of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"lantu.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which ones there are."""
        if args and args[0] not in COMMANDS:
            raise InputError(f"no command '{args[0]}'", f"commands are {', '.join(COMMANDS)}; see lantu --help")
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="lantu", message="%(prog)s %(version)s")
def lantu() -> None:
    """Turn a government's published plan into a ledger of promises, evidence and verdicts.

    \b
    Examples:
      lantu demo                                  build and show the bundled example
      lantu read report.txt                       what a document promises and reports
      lantu settle --targets plan.txt --reports report.txt --on 2024-01-31
      lantu new my-plan && lantu build my-plan --on 2025-01-31

    Exit status: 0 done; 1 done, with issues at or above --fail-on; 2 unusable input or arguments.
    """  # noqa: D301 - \b is click's


def main() -> None:
    """Run the command line; whatever the user's input is, the answer to a mistake is one line and exit status 2."""
    utf8_streams()
    sys.excepthook = _unexpected
    try:
        status = lantu.main(prog_name="lantu", standalone_mode=False)
    except InputError as error:
        _end(str(error))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(2)
    except click.UsageError as error:
        context, said = error.ctx, error.format_message().rstrip(".")
        path = "lantu" if context is None else context.command_path
        _end(f"{said}{'' if said.endswith('?') else ';'} see {path} --help")
    except click.ClickException as error:
        _end(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        _end("stopped; nothing was changed", 130)
    except OSError as error:
        where = "" if error.filename is None else f"{error.filename}: "
        _end(f"{where}{(error.strerror or str(error)).lower()}; check the path, its permissions and the space left")
    sys.exit(status if isinstance(status, int) else 0)


def _end(message: str, status: int = 2) -> None:
    line = " ".join(message.split())
    click.echo(f"lantu: {line}", err=True)
    sys.exit(status)


def _unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say in one line what no rule foresaw; LANTU_TRACEBACK=1 shows where."""
    if os.environ.get("LANTU_TRACEBACK"):
        sys.__excepthook__(kind, error, trace)
        return
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f" ({trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno})"
    said = " ".join(str(error).split())[:200]
    line = f"lantu: internal error: {kind.__name__}: {said}{place}; please report it, with LANTU_TRACEBACK=1 set"
    click.echo(line, err=True)
