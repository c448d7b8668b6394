"""A real Anki collection for stories: packages go in and out, cards are answered, time is written into the history."""

import random
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from shells import Shell

anki = pytest.importorskip("anki.collection", reason="needs the anki package")

FORMS = ("new", "legacy", "colpkg", "legacy colpkg")
STUDIED = (
    "SELECT id, type, queue, due, ivl, factor, reps, lapses, left, data, mod FROM cards WHERE reps > 0 ORDER BY id"
)
HISTORY = "SELECT * FROM revlog ORDER BY id"


class AnkiApp:
    """A learner's Anki with FSRS on, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.collection: Any = anki.Collection(str(folder / "collection.anki2"))
        self.collection.set_config("fsrs", True)

    def take(self, path: Path, **options: bool) -> dict[str, int]:
        """Imports a package with the dialog's defaults; how many notes were new, updated, duplicate, conflicting."""
        request = anki.ImportAnkiPackageRequest(
            package_path=str(path), options=anki.ImportAnkiPackageOptions(**options)
        )
        log = self.collection.import_anki_package(request).log
        kinds = ("new", "updated", "duplicate", "conflicting")
        return {kind: count for kind in kinds if (count := len(getattr(log, kind)))}

    def give(self, form: str) -> Path:
        """The collection in one of Anki's forms."""
        path = self.folder / ("out.colpkg" if "colpkg" in form else "out.apkg")
        legacy = "legacy" in form
        if "colpkg" in form:
            self.collection.export_collection_package(str(path), include_media=True, legacy=legacy)
            self.collection = anki.Collection(str(self.folder / "collection.anki2"))
        else:
            options = anki.ExportAnkiPackageOptions(
                with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
            )
            self.collection.export_anki_package(out_path=str(path), options=options, limit=None)
        return path

    def study(self, count: int) -> None:
        """Answers the course's cards as they come, with all four buttons in turn."""
        decks = (
            deck for deck in self.collection.decks.all_names_and_ids() if deck.name not in ("Default", "(retired)")
        )
        self.collection.decks.select(next(deck.id for deck in decks if "::" not in deck.name))
        for turn in range(count):
            card = self.collection.sched.getCard()
            card.start_timer()
            self.collection.sched.answerCard(card, turn % 4 + 1)

    def live_through(self, seed: int, cards: int) -> None:
        """Writes months of answers at all hours into the history of the first cards."""
        rng = random.Random(seed)
        taken: set[int] = set()
        for card in self.collection.db.list("SELECT id FROM cards ORDER BY id LIMIT ?", cards):
            day = datetime(2025, 1, 6).date()
            for place in range(rng.randint(1, 8)):
                day += timedelta(days=rng.choice([1, 1, 2, 5, 20, 60]) if place else 0)
                at = datetime.combine(day, time(rng.randrange(5, 24), rng.randrange(60), rng.randrange(60)))
                ms = round(at.astimezone().timestamp() * 1000) + card % 1000
                if ms not in taken:
                    taken.add(ms)
                    row = (
                        ms,
                        card,
                        -1,
                        rng.choice([1, 2, 3, 3, 3, 4]),
                        rng.randint(1, 90),
                        0,
                        2500,
                        5000,
                        min(place, 1),
                    )
                    self.collection.db.execute("INSERT INTO revlog VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", *row)
            self.collection.db.execute(
                "UPDATE cards SET type = 2, queue = 2, ivl = 9, due = 40, reps = 1 WHERE id = ?", card
            )

    def card_of(self, item: str) -> Any:
        """The card of an item."""
        (card_id,) = self.collection.find_cards(f"ID:{item}")
        return self.collection.get_card(card_id)

    def stability(self, item: str) -> float:
        """What Anki's engine makes of the card's history."""
        return float(self.collection._backend.compute_memory_state(self.card_of(item).id).state.stability)


def export(shell: Shell, *options: str) -> Path:
    """The course as a package."""
    done = shell("export", "anki", "-o", "course.apkg", *options)
    assert done.returncode == 0, done.stderr
    return shell.folder / "course.apkg"
