"""Pictures of Anki cards by day and by night, as Anki itself fills the templates.

``python anki_pictures.py FOLDER`` makes those of ``docs/img``; with ``--all`` one of every kind of card as well. Needs
the ``anki`` package and Chromium.
"""

import html
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import anki_samples as samples
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from mediaquiz.formats import writer

CHROMIUM = "chromium"


@dataclass(frozen=True)
class Sheet:
    """One picture: the items on it, its columns as (side, night), and the size of a card."""

    name: str
    items: tuple[str, ...]
    columns: tuple[tuple[str, bool], ...]
    width: int
    heights: tuple[int, ...]


DAY_AND_NIGHT = (("question", False), ("answer", True))
DOCS = (
    Sheet("anki-choice", ("choice",), DAY_AND_NIGHT, 500, (565,)),
    Sheet("anki-korean", ("korean", "drawing"), (("answer", False), ("answer", True)), 420, (285, 380)),
    Sheet("anki-phone", ("cloze", "match"), DAY_AND_NIGHT, 360, (300, 690)),
)
ALL = (
    Sheet("all-1", ("recall", "short", "cloze", "choice", "multi"), DAY_AND_NIGHT, 560, (330, 440, 320, 520, 520)),
    Sheet("all-2", ("truefalse", "order", "list", "match", "practice"), DAY_AND_NIGHT, 560, (370, 600, 400, 560, 350)),
    Sheet("all-3", ("korean", "drawing", "bare"), DAY_AND_NIGHT, 400, (300, 400, 200)),
)


def card_html(collection: Collection, name: str, side: str) -> str:
    """One side of an item's card with what Anki's reviewer puts in place of the typed answer."""
    (card_id,) = collection.find_cards(f"ID:{name.ljust(12, 'x')}")
    card = collection.get_card(card_id)
    if side == "question":
        typed = '<center><input type="text" id="typeans" style="font-family: Arial; font-size: 20px"></center>'
        return card.question().replace("[[type:Answer]]", typed)
    compared = collection.compare_answer("seed", "sead")
    return card.answer().replace("[[type:Answer]]", f'<div style="font-family: Arial">{compared}</div>')


def page(collection: Collection, sheet: Sheet) -> str:
    """A page with a frame for each card: a row an item."""
    frames = []
    for name, height in zip(sheet.items, sheet.heights, strict=True):
        for side, night in sheet.columns:
            body = f'<body class="card card1 {"nightMode" if night else ""}"><div id="qa">'
            inside = html.escape(f"<!doctype html>{body}{card_html(collection, name, side)}</div>")
            frames.append(f'<iframe srcdoc="{inside}" style="height:{height}px"></iframe>')
    grid = f"display:grid;grid-template-columns:repeat({len(sheet.columns)},{sheet.width}px)"
    frame = f"iframe{{border:0;width:{sheet.width}px;display:block}}"
    return f"<!doctype html><style>body{{margin:0;{grid}}}{frame}</style>{''.join(frames)}"


def shoot(collection: Collection, sheet: Sheet, folder: Path) -> None:
    """Writes the picture of a sheet."""
    with tempfile.TemporaryDirectory() as work:
        source = Path(work, "cards.html")
        source.write_text(page(collection, sheet), encoding="utf-8")
        size = f"--window-size={sheet.width * len(sheet.columns)},{sum(sheet.heights)}"
        target = f"--screenshot={folder / sheet.name}.png"
        command = [CHROMIUM, "--headless", "--no-sandbox", "--hide-scrollbars", f"--user-data-dir={work}/profile"]
        subprocess.run([*command, size, target, source.as_uri()], check=True, capture_output=True)


def main(folder: Path, sheets: tuple[Sheet, ...]) -> None:
    """Writes the pictures into a folder."""
    data, _ = writer("anki")(samples.shipment(samples.deck(*samples.sample_items(), *samples.extra_items())))
    with tempfile.TemporaryDirectory() as work:
        package = Path(work, "sample.apkg")
        package.write_bytes(data)
        collection = Collection(str(Path(work, "collection.anki2")))
        request = ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
        collection.import_anki_package(request)
        for sheet in sheets:
            shoot(collection, sheet, folder)
        collection.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), DOCS + ALL if "--all" in sys.argv else DOCS)
