"""A learner's Anki without its window, for the recording: ``python docs/anki_player.py VERB …`` with Anki's own engine.

``import FILE`` as the dialog's defaults do it; ``study N`` answers cards; ``tag NAME WORDS`` tags the notes that are
found; ``history`` says what the collection holds; ``export FILE`` with the scheduling.
"""

import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)

HOME = Path("anki")


def take(collection: Collection, path: str) -> str:
    """Import a package."""
    request = ImportAnkiPackageRequest(package_path=path, options=ImportAnkiPackageOptions())
    log = collection.import_anki_package(request).log
    return f"Imported: {len(log.new)} new, {len(log.updated)} updated, {len(log.duplicate)} unchanged."


def study(collection: Collection, count: str) -> str:
    """Answer cards, Good and Easy in turn."""
    collection.set_config("fsrs", True)
    deck = next(deck.id for deck in collection.decks.all_names_and_ids() if deck.name != "Default")
    collection.decks.select(deck)
    for turn in range(int(count)):
        card = collection.sched.getCard()
        card.start_timer()
        collection.sched.answerCard(card, 4 if turn % 2 else 3)
    return history(collection)


def tag(collection: Collection, name: str, words: str) -> str:
    """Tag the notes in which the words stand."""
    collection.tags.bulk_add(collection.find_notes(f'"{words}"'), name)
    return f"Tagged {name}: {len(collection.find_notes(f'tag:{name}'))}"


def history(collection: Collection) -> str:
    """What was answered, and when the first cards come again."""
    rows = collection.db.all("SELECT * FROM revlog ORDER BY id")
    first = collection.db.scalar("SELECT min(due) FROM cards WHERE queue = 2")
    day = datetime.fromtimestamp(collection.crt).date() + timedelta(days=first)
    tagged = len(collection.find_notes("tag:mine"))
    digest = sha256(repr(rows).encode()).hexdigest()[:8]
    return f"{len(rows)} answers (fingerprint {digest}), next review on {day}, {tagged} tagged mine"


def give(collection: Collection, path: str) -> str:
    """Export everything."""
    options = ExportAnkiPackageOptions(with_scheduling=True, with_media=True, legacy=False)
    count = collection.export_anki_package(out_path=path, options=options, limit=None)
    return f"Exported {count} notes."


VERBS: dict[str, Callable[..., str]] = {
    "import": take, "study": study, "tag": tag, "history": history, "export": give,
}  # fmt: skip


def main(verb: str, *arguments: str) -> None:
    """Do one thing with the collection."""
    HOME.mkdir(exist_ok=True)
    collection = Collection(str(HOME / "collection.anki2"))
    said = VERBS[verb](collection, *arguments)
    collection.close()
    sys.stdout.write(f"{said}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
