"""Use case: words that a learner edited in Anki, proposed to the decks they came from."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mediaquiz.app import media
from mediaquiz.app.course import Course, load_decks
from mediaquiz.app.export import changed_at
from mediaquiz.app.shelf import rewrite
from mediaquiz.errors import MediaquizError
from mediaquiz.formats.anki.archive import Refused, open_archive
from mediaquiz.formats.anki.collection import read_collection
from mediaquiz.formats.anki.edits import Proposal, proposals
from mediaquiz.formats.anki.export import picture_name
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item
from mediaquiz.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Edits:
    """What was edited, and what cannot be taken over."""

    proposals: tuple[Proposal, ...]
    problems: tuple[Problem, ...]


def find(course: Course, data: bytes) -> Edits:
    """The edits in an Anki package or collection. Raises MediaquizError when it cannot be read."""
    try:
        notes = read_collection(open_archive(data).collection).notes
    except Refused as why:
        raise MediaquizError(f"the file cannot be read: {why}", hint="Export it again in Anki.") from why
    decks, _ = load_decks(course)
    pictures, _ = media.load(course.root, decks)
    names = {picture_name(path, data): path for path, data in pictures.items()}
    found, problems = proposals(notes, decks, changed_at(course, decks, pictures), names, course.on_cards)
    return Edits(found, problems)


def accept(course: Course, chosen: Sequence[Proposal], *, now: datetime) -> tuple[Deck, ...]:
    """Write proposals into their decks, as a human's words. Returns the decks that changed; raises as ``rewrite``."""
    by_deck: dict[str, dict[str, Item]] = {}
    for proposal in chosen:
        by_deck.setdefault(proposal.deck.path, {})[proposal.before.id] = proposal.after
    return rewrite(course, {path: _replacing(items) for path, items in by_deck.items()}, now)


def _replacing(items: Mapping[str, Item]) -> Callable[[Deck], Deck]:
    return lambda deck: replace(deck, items=tuple(items.get(item.id, item) for item in deck.items))


def wanted(edits: Edits, ids: Collection[str]) -> tuple[Proposal, ...]:
    """The proposals of the items that are named; all for ``all``. Raises MediaquizError for a name that has none."""
    if "all" in ids:
        return edits.proposals
    known = {proposal.before.id: proposal for proposal in edits.proposals}
    if unknown := [name for name in ids if name not in known]:
        raise MediaquizError(f"nothing was edited in {', '.join(unknown)}", hint="See what was: --texts alone.")
    return tuple(known[name] for name in ids)
