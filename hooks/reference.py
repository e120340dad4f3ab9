"""References made from the code: the commands with their options, and the errors."""

from __future__ import annotations

import inspect
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import raqqa_data.errors
from hooks.words import Lang, pick

if TYPE_CHECKING:
    from collections.abc import Iterator

ARABIC = Path(__file__).with_name("arabic.toml")


def arabic(section: str) -> dict[str, str]:
    """Arabic of the texts that the code has in English."""
    return cast("dict[str, str]", tomllib.loads(ARABIC.read_text("utf-8"))[section])


def help_texts() -> set[str]:
    """Every sentence of the commands' help, for the tests."""
    found: set[str] = set()
    for _, command in each_command():
        found.add(_first(command.help))
        found |= {text for _, text in _parameters(command)}
    return found


def each_command() -> Iterator[tuple[str, Any]]:
    """Each command by its name; one of a group by both names."""
    import typer

    from raqqa_data.command.app import load

    group: Any = typer.main.get_command(load())
    for name, command in group.commands.items():
        inner: dict[str, Any] = getattr(command, "commands", {})
        yield from ((f"{name} {below}", one) for below, one in inner.items()) if inner else [(name, command)]


def _first(text: str | None) -> str:
    return inspect.cleandoc(text or "").partition("\n\n")[0].replace("\n", " ")


def _parameters(command: Any) -> Iterator[tuple[str, str]]:
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            name = f"{parameter.name.upper()}{'...' if parameter.nargs == -1 else ''}"
            yield (name if parameter.required else f"[{name}]"), parameter.help or ""
        else:
            yield ", ".join(parameter.opts), parameter.help or ""


def commands(lang: Lang) -> str:
    """Each command: what it does, how it is written, its arguments and options."""
    words = arabic("commands") if lang == "ar" else {}
    parts: list[str] = []
    for name, command in each_command():
        heads = pick(("| argument or option | meaning |", "| معامل أو خيار | معناه |"), lang)
        rows = [f"| `{option}` | {words.get(text, text)} |" for option, text in _parameters(command)]
        does = _first(command.help)
        arguments = " ".join(option for option, _ in _parameters(command) if not option.startswith("-"))
        anchor = name.replace(" ", "-")
        parts.append(
            f"## `{name}` {{: #{anchor} }}\n\n{words.get(does, does)}\n\n```sh\nraqqa-data {name} {arguments}".rstrip()
            + "\n```\n\n"
            + "\n".join([heads, "|---|---|", *rows])
        )
    return "\n\n".join(parts)


def error_classes() -> list[type[Exception]]:
    """The library's errors, the base first, in the order of the source."""
    found = [
        cls
        for _, cls in inspect.getmembers(raqqa_data.errors, inspect.isclass)
        if issubclass(cls, raqqa_data.errors.RaqqaDataError)
    ]
    return sorted(found, key=lambda cls: inspect.getsourcelines(cls)[1])


def errors(lang: Lang) -> str:
    """Each error: when it is raised, what it also is, and the data that it carries."""
    words = arabic("errors") if lang == "ar" else {}
    parts: list[str] = []
    for cls in error_classes():
        name = cls.__name__
        bases = pick((" and a ", " و"), lang).join(f"`{base.__name__}`" for base in cls.__bases__)
        text = words.get(name, _first(cls.__doc__))
        also = pick((f"Is a {bases}.", f"وهو أيضًا {bases}."), lang)
        fields = [f"- `{field}`: {words.get(f'{name}.{field}', meaning)}" for field, meaning in attributes(cls)]
        carried = f"\n\n{pick(('It carries', 'يحمل'), lang)}:\n\n" + "\n".join(fields) if fields else ""
        parts.append(f"## `{name}` {{: #{name.lower()} }}\n\n{text} {also}{carried}")
    return "\n\n".join(parts)


def attributes(cls: type) -> list[tuple[str, str]]:
    """What the `Attributes:` section of a class's docstring lists."""
    doc = inspect.cleandoc(cls.__doc__ or "")
    section = doc.partition("Attributes:\n")[2].partition("\n\n")[0]
    lines = [line.strip() for line in section.splitlines() if line.strip()]
    return [(name, meaning.strip()) for name, _, meaning in (line.partition(":") for line in lines)]
