"""Anki's text-import format: notes as lines of tab-separated fields, for those who edit them before they import.

https://docs.ankiweb.net/importing/text-files.html tells the header lines. The file uses Anki's own note types Basic and
Cloze, which every collection has, and a guid for each note, so importing a later file updates what changed.
"""

import csv
import io
from collections.abc import Iterator

from mediaquiz.formats.anki.export import deck_names, entries, level_of, tags
from mediaquiz.formats.anki.notes import fields, note_type
from mediaquiz.formats.anki.notetypes import CLOZE
from mediaquiz.model.problem import Problem, error, warning
from mediaquiz.model.stages import Shipment

_HEADER = """\
#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:4
"""


def write(shipment: Shipment) -> tuple[bytes, tuple[Problem, ...]]:
    """One line a note: guid, note type, deck, tags, front, back. A cloze has its text in front.

    No pictures, no look and no progress go along; pictures that stay behind are a problem.
    """
    level, problems = level_of(shipment)
    going, refused = entries(shipment)
    if not going:
        refused += (error("MQ503", "no item can go into a text file for Anki"),)
    text = io.StringIO()
    text.write(_HEADER)
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    for entry, deck in zip(going, deck_names(shipment, going, level), strict=True):
        kind = note_type(entry.item)
        named = dict(zip((name for name, _ in kind.fields), fields(entry.item, entry.deck), strict=True))
        writer.writerow(
            [
                f"mq-{entry.item.id}",
                "Cloze" if kind is CLOZE else "Basic",
                deck,
                " ".join(tags(shipment, entry)),
                "<br>".join(_joined(named, "Task", "Text", "Front", "Options")),
                "<br>".join(_joined(named, "Back", "Answer", "Accepted", "Why", "Lesson")),
            ]
        )
    html = text.getvalue()
    lost = (warning("MQ504", "pictures do not go along in a text file", None, "Use: export anki"),)
    return html.encode(), problems + refused + (lost if "<img" in html else ())


def _joined(named: dict[str, str], *names: str) -> Iterator[str]:
    """The fields that have a text, each on one line: Anki joins lines where ``pre`` keeps them with a break."""
    for name in names:
        if named.get(name):
            yield named[name].replace("\n", "<br>" if "<pre>" in named[name] else " ")
