"""Read one YAML file into a typed value; an error names file, line, key and what is allowed there."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from lantu.model import InputError

T = TypeVar("T")
LARGEST = 4_000_000
"""Bytes of the largest YAML file that is read."""

_WHERE = re.compile(r" - at `\$(?P<path>.*)`\Z")
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>.*)`\Z")
_MISSING = re.compile(r"Object missing required field `(?P<key>.*)`\Z")
_REMEDIES: dict[Any, str] = {
    msgspec.inspect.DateType: "write a date such as 2024-12-31",
    msgspec.inspect.IntType: "write a whole number, 0 or more",
    msgspec.inspect.StrType: "write a text",
    msgspec.inspect.VarTupleType: "write a list: one '- …' a line, or [a, b]",
}
_Step = str | int


class _PlainLoader(yaml.SafeLoader):
    """Scalars stay as they are printed, so that codes keep their zeros; only null is read."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the name and kind are PyYAML's
        first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse references: a small file could unfold into a huge one."""
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.constructor.ConstructorError(None, None, "references (*name) are not read, write it out", mark)
        return super().compose_node(parent, index)


def read_yaml(path: Path, kind: type[T], default: T | None) -> T:
    """Read the file as ``kind``; an empty file is ``default`` where there is one.

    Raises
    ------
    InputError
        Where the file is missing, no YAML, or says something that ``kind`` has no room for.
    """
    node = _compose(path)
    loader = _PlainLoader("")
    try:
        content = loader.construct_document(node) if node is not None else None
    except yaml.YAMLError as error:
        raise _bad_yaml(path, error) from error
    finally:
        loader.dispose()
    try:
        return default if content is None and default is not None else msgspec.convert(content, kind, strict=False)
    except msgspec.ValidationError as error:
        raise _explained(path, node, kind, str(error)) from error


def _compose(path: Path) -> yaml.Node | None:
    text = read_plain(path, LARGEST)
    loader = _PlainLoader(text)
    try:
        node = loader.get_single_node()
        _refuse_twins(path, node)
    except RecursionError as error:
        raise InputError(f"{path}: nested too deeply", "write it flatter") from error
    except yaml.YAMLError as error:
        raise _bad_yaml(path, error) from error
    finally:
        loader.dispose()
    return node


def read_plain(path: Path, largest: int) -> str:
    """Read a UTF-8 text file of a plan folder of at most ``largest`` bytes."""
    try:
        if path.stat().st_size > largest:
            raise InputError(f"{path}: larger than {largest} bytes", "name the right file")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}", "save the file as UTF-8") from error
    except OSError as error:
        remedy = "'lantu new FOLDER' writes an example plan folder"
        raise InputError(f"{path}: {(error.strerror or str(error)).lower()}", remedy) from error


def _bad_yaml(path: Path, error: yaml.YAMLError) -> InputError:
    mark = getattr(error, "problem_mark", None)
    where = f"{path}:{mark.line + 1}" if mark is not None else str(path)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    return InputError(f"{where}: no valid YAML ({problem})", "mend the line")


def _refuse_twins(path: Path, node: yaml.Node | None) -> None:
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            _refuse_twins(path, child)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, child in node.value:
            name = str(key.value)
            if name in seen:
                raise InputError(f"{path}:{key.start_mark.line + 1}: key '{name}' stands twice", "keep one of them")
            seen.add(name)
            _refuse_twins(path, child)


def _explained(path: Path, node: yaml.Node | None, kind: Any, message: str) -> InputError:
    match = _WHERE.search(message)
    steps = _steps(match["path"]) if match else []
    said = message[: match.start()] if match else message
    unknown, missing = _UNKNOWN.match(said), _MISSING.match(said)
    dotted = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".")
    if unknown:
        allowed = _allowed(kind, steps)
        where = f"{path}:{_line(node, [*steps, unknown['key']])}"
        inside = f" in {dotted}" if dotted else ""
        return InputError(f"{where}: unknown key '{unknown['key']}'{inside}", _suggested(unknown["key"], allowed))
    where = f"{path}:{_line(node, steps)}"
    if missing:
        inside = f" in {dotted}" if dotted else ""
        return InputError(f"{where}: key '{missing['key']}' is missing{inside}", "add it")
    info = _type_at(kind, steps)
    problem, _, own_remedy = plainly(said).partition(": ")
    remedy = own_remedy if isinstance(info, msgspec.inspect.StructType) and own_remedy else _remedy(info)
    return InputError(f"{where}: {dotted or 'the file'}: {problem}", remedy)


def _steps(dotted: str) -> list[_Step]:
    return [name or int(number) for name, number in _STEP.findall(dotted)]


def _line(node: yaml.Node | None, steps: list[_Step]) -> int:
    line = 1 if node is None else node.start_mark.line + 1
    for step in steps:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
            line = node.start_mark.line + 1
        elif isinstance(node, yaml.MappingNode):
            found = [(key, child) for key, child in node.value if key.value == step]
            if not found:
                return line
            line, node = found[0][0].start_mark.line + 1, found[0][1]
    return line


def _allowed(kind: Any, steps: list[_Step]) -> list[str]:
    """Names of the keys that the type at ``steps`` below ``kind`` has."""
    return [entry.encode_name for entry in _type_at(kind, steps).fields]


def _type_at(kind: Any, steps: list[_Step]) -> Any:
    info: Any = _inside(msgspec.inspect.type_info(kind))
    for step in steps:
        if isinstance(step, int):
            info = _inside(info.item_type)
        else:
            info = _inside(next(entry.type for entry in info.fields if entry.encode_name == step))
    return info


def _remedy(info: Any) -> str:
    """Say what may be written where a value of this type stands."""
    if isinstance(info, msgspec.inspect.Metadata):
        return f"write {(info.extra_json_schema or {}).get('description', 'another value')}"
    if isinstance(info, msgspec.inspect.EnumType):
        return f"allowed are {', '.join(member.value for member in info.cls)}"
    return _REMEDIES.get(type(info), "write keys and values")


def _inside(info: Any) -> Any:
    """The one part of ``X | None`` that can hold something."""
    if isinstance(info, msgspec.inspect.UnionType):
        return next(part for part in info.types if not isinstance(part, msgspec.inspect.NoneType))
    return info


def _suggested(key: str, allowed: list[str]) -> str:
    near = get_close_matches(key, allowed, 1, 0.5)
    return f"did you mean '{near[0]}'?" if near else f"known keys are {', '.join(allowed)}"


def plainly(said: str) -> str:
    """Write a decoder's message as part of one of ours."""
    said = said.replace("`", "'").replace("RFC3339 encoded ", "").replace(" | null", "").replace(" matching regex", ":")
    return said[:1].lower() + said[1:]
