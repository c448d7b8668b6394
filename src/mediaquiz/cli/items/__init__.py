"""``mediaquiz items``: a teacher's commands, one module for each kind of work."""

import click

from mediaquiz.cli.lazy import LazyGroup, Row

ITEMS: dict[str, Row] = {
    "list": Row("mediaquiz.cli.items.listing", "List items; --flagged: those that learners flagged.", "list_items"),
    "search": Row("mediaquiz.cli.items.listing", "Find items by any of their words.", "search_items"),
    "show": Row("mediaquiz.cli.items.showing", "Show all that there is to know of an item."),
    "review": Row("mediaquiz.cli.items.reviewing", "Go through drafts: accept, edit, reject."),
    "new": Row("mediaquiz.cli.items.writing", "Write an item of any type in your editor."),
    "edit": Row("mediaquiz.cli.items.editing", "Open items in your editor, in their deck."),
    "approve": Row("mediaquiz.cli.items.turning", "Say that items are good; no build changes them.", "approve"),
    "retire": Row("mediaquiz.cli.items.turning", "Take items out of the quiz; their history stays.", "retire"),
    "restore": Row("mediaquiz.cli.items.turning", "Bring retired or orphaned items back.", "restore"),
    "diff": Row("mediaquiz.cli.items.differing", "Show what you changed: since generation, or since a commit."),
    "improve": Row("mediaquiz.cli.items.improving", "Let a language model word items better; answers stay."),
    "relink": Row("mediaquiz.cli.items.relinking", "Let an item take over the history of an older one."),
}
"""Every command: the module and name of its function, and its line in the help."""


@click.group(cls=LazyGroup, rows=ITEMS)
def command() -> None:
    """Look through, review, edit and approve the items of the course.

    Commands that take several items take ids, or filters, or both.
    """
