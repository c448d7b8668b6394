"""``mediaquiz restore``: bring a backup back, without losing anything that came after it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mediaquiz.cli.backup import show_content
from mediaquiz.cli.context import Context, pass_context
from mediaquiz.errors import NotFound
from mediaquiz.text import slug

if TYPE_CHECKING:
    from mediaquiz.app.backup import Restored
    from mediaquiz.app.course import Course


_SHOWN = 8
"""Files of a kind that are named; ``--json`` names all."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--check", is_flag=True, help="Only look whether the backup is whole, and say what it holds.")
@pass_context
def command(context: Context, file: Path, folder: Path | None, check: bool) -> int:
    """Bring back what a backup holds: into FOLDER, else this course, else a new folder named by the course.

    Nothing is overwritten: answers that are missing are added to the log, decks that are missing come back, and of a
    deck that says something else by now, the backup's version is put beside it.
    """
    from mediaquiz.app.backup import look, restore

    content = look(file)
    if check:
        return show_content(context, content, "restore.whole")
    root, course = _place(context, folder or context.start, content.course)
    _show(context, restore(file, root, course))
    return 0


def _place(context: Context, folder: Path | None, name: str) -> "tuple[Path, Course | None]":
    """The folder to restore in, and the course that is there already."""
    from mediaquiz.app.course import find

    if folder and not folder.exists():
        return folder, None
    try:
        course = find(folder) if folder else context.course()
    except NotFound:
        return folder or Path(slug(name) or "course"), None
    return (folder, None) if folder and folder.resolve() != course.root else (course.root, course)


def _show(context: Context, restored: "Restored") -> None:
    if context.json:
        lists = {name: list(getattr(restored, name)) for name in ("back", "grown", "aside")}
        context.emit({"course": str(restored.root), "records": restored.records, **lists})
        return
    ui, texts = context.ui, context.texts
    if not restored.changed:
        ui.say(texts("restore.nothing"), "bold")
        return
    ui.say(texts("restore.done", n=restored.records, folder=str(restored.root)), "bold")
    for names, key in ((restored.back, "back"), (restored.grown, "grown"), (restored.aside, "aside")):
        for name in names[:_SHOWN]:
            ui.say(texts(f"restore.{key}", file=name), first="  • ")
        if len(names) > _SHOWN:
            ui.say(texts("restore.more", n=len(names) - _SHOWN), first="  • ")
