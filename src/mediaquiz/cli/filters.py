"""The options that say which items a command means, the same for every command that takes items."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from mediaquiz.model.item import ItemType, Status

if TYPE_CHECKING:
    from mediaquiz.app.select import Wanted

Command = Callable[..., Any]

_TYPES = click.Choice([kind.value for kind in ItemType])
_STATUSES = click.Choice([status.value for status in Status])
_FLAGS = {
    "lessons": "lesson", "types": "type", "statuses": "status", "concepts": "concept", "recipes": "recipe",
    "tags": "tag", "texts": "text", "tracks": "track",
}  # fmt: skip
_OPTIONS: dict[str, Command] = {
    "lessons": click.option(
        "--lesson", "lessons", multiple=True, metavar="NAME", help="Lesson: title, file or a part."
    ),
    "tracks": click.option("--track", "tracks", multiple=True, metavar="NAME", help="Track: its name or a part."),
    "types": click.option("--type", "types", multiple=True, type=_TYPES, help="Type of item."),
    "statuses": click.option("--status", "statuses", multiple=True, type=_STATUSES, help="Status."),
    "concepts": click.option("--concept", "concepts", multiple=True, metavar="TERM", help="What the item is about."),
    "recipes": click.option("--recipe", "recipes", multiple=True, metavar="NAME", help="What made the item."),
    "tags": click.option("--tag", "tags", multiple=True, metavar="TAG", help="Tag."),
    "texts": click.option("--text", "texts", multiple=True, metavar="TEXT", help="Text in the question or the answer."),
}


def filters(*, status: bool = True) -> Callable[[Command], Command]:
    """Adds the filters to a command, which gets them as ``wanted``, an ``app.select.Wanted``.

    Each may be given several times; any one of its values is enough. Without ``status`` for commands that take ready
    and approved items only.
    """
    names = [name for name in _OPTIONS if status or name != "statuses"]

    def decorate(command: Command) -> Command:
        @wraps(command)
        def wrapper(*args: object, **given: Any) -> object:
            from mediaquiz.app.select import Wanted

            told = {name: given.pop(name) for name in names}
            kinds = tuple(map(ItemType, told.pop("types")))
            statuses = tuple(map(Status, told.pop("statuses", ())))
            return command(*args, wanted=Wanted(types=kinds, statuses=statuses, **told), **given)

        for name in reversed(names):
            wrapper = _OPTIONS[name](wrapper)
        return wrapper

    return decorate


def options_of(wanted: "Wanted") -> list[str]:
    """The filters as they stand on a command line."""
    return [part for name in _OPTIONS for value in getattr(wanted, name) for part in (f"--{_FLAGS[name]}", str(value))]
