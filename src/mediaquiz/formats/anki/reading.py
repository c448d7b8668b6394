"""An Anki package or collection as what it brings: reviews of our notes, what was tuned, and other notes as items.

A learner's whole collection holds many decks that are not of this course, so other notes come in only when there are
none of ours, or with the option ``notes`` set to ``all``; their reviews only with ``history`` set to ``on``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from mediaquiz.formats.anki import foreign
from mediaquiz.formats.anki.archive import Archive, Refused, open_archive
from mediaquiz.formats.anki.collection import Answer, Note, read_collection
from mediaquiz.formats.anki.presets import tunings
from mediaquiz.model.arrival import Arrival, Incoming, Parcel, PastReview
from mediaquiz.model.pictures import new_path
from mediaquiz.model.problem import Problem, Span, error, warning

ITEM = re.compile(r"[0-9a-z]{12}")
"""The id of an item."""
_YEARS = range(2000, 2200)
_HINT = "Export it again in Anki (File > Export), as .apkg or .colpkg, with the scheduling."


def read(parcel: Parcel) -> tuple[Arrival, tuple[Problem, ...]]:
    """What a package of any of Anki's forms brings. A package that cannot be read is one problem (MQ701)."""
    try:
        archive = open_archive(parcel.data)
        collection = read_collection(archive.collection)
    except Refused as why:
        return Arrival(), (error("MQ701", str(why), Span(parcel.name), _HINT),)
    work, notes = _Reading(parcel, archive), collection.notes
    work.problems += [_unsafe(name, parcel.name) for name in archive.unsafe]
    ours = {item: note for note in notes if (item := item_of(note))}
    for item, note in ours.items():
        work.take_reviews(note, item)
    if not ours or parcel.options.get("notes") == "all":
        work.take_notes([note for note in notes if not item_of(note)])
    tuned = tunings(work.decks, collection.presets)
    arrival = Arrival(tuple(work.items), tuple(work.reviews), work.media, title=_title(notes), tunings=tuned)
    if not notes:
        work.problems.append(error("MQ701", "it holds no notes", Span(parcel.name), _HINT))
    return arrival, tuple(work.problems)


def _unsafe(name: str, file: str) -> Problem:
    return warning("MQ703", f"the file {name!r} did not come in: its name could be a path", Span(file))


def item_of(note: Note) -> str:
    """The id of the item that a note was made of; empty for a note that is not ours."""
    name = note.guid.removeprefix("mq-")
    return name if name != note.guid and ITEM.fullmatch(name) else ""


def past_reviews(answers: Iterable[Answer], card: str, item: str, due: date | None = None) -> Iterator[PastReview]:
    """The answers of a card that count; ``card`` is its name, ``item`` what they are reviews of.

    The last one carries ``due``, the day on which Anki will ask the card again.
    """
    counted = [answer for answer in answers if answer.counts and _readable(answer.id)]
    for place, answer in enumerate(counted, start=1):
        data: dict[str, object] = {"ivl": answer.ivl}
        if place == len(counted) and due and answer.ivl > 0:
            data["due"] = due.isoformat()
        at = datetime.fromtimestamp(answer.id // 1000, UTC).replace(microsecond=answer.id % 1000 * 1000)
        yield PastReview(item, f"{card}/{answer.id}", at, answer.ease, answer.ms, data)


def _readable(ms: int) -> bool:
    return 0 < ms < 1 << 43 and datetime.fromtimestamp(ms // 1000, UTC).year in _YEARS


def _title(notes: Sequence[Note]) -> str:
    """The deck of all cards, or the one above all their decks."""
    decks = {card.deck for note in notes for card in note.cards}
    tops = {deck.split("::")[0] for deck in decks}
    return next(iter(decks)) if len(decks) == 1 else next(iter(tops)) if len(tops) == 1 else ""


@dataclass(slots=True)
class _Reading:
    """One package at work."""

    parcel: Parcel
    archive: Archive
    items: list[Incoming] = field(default_factory=list)
    reviews: list[PastReview] = field(default_factory=list)
    decks: list[str] = field(default_factory=list)
    """The deck of each card whose reviews come."""
    media: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _paths: dict[str, str] = field(default_factory=dict)

    def take_reviews(self, note: Note, item: str) -> None:
        card = next((card for card in note.cards if card.ord == 0), None)
        if card is None:
            return
        self.decks.append(card.deck)
        self.reviews += past_reviews(card.answers, foreign.key(note, card), item, card.due)
        if any(answer.ease == 0 and answer.factor == 0 and answer.kind == 4 for answer in card.answers):
            message = f"the card of item {item} was reset in Anki; here its history goes on"
            hint = f"Reset it here as well if you want to: mediaquiz reset {item}"
            self.problems.append(warning("MQ703", message, Span(self.parcel.name), hint))

    def take_notes(self, notes: Sequence[Note]) -> None:
        history = self.parcel.options.get("history") == "on"
        for number, note in enumerate(notes, start=1):
            for one in foreign.incoming(note, Span(self.parcel.name, number, number), self.path_of):
                if isinstance(one, Problem):
                    self.problems.append(one)
                else:
                    self.items.append(one)
            for card in note.cards if history else ():
                name = foreign.key(note, card)
                self.decks.append(card.deck)
                self.reviews += past_reviews(card.answers, name, name, card.due)

    def path_of(self, name: str) -> str:
        """Where a picture of the package will stand in the course; its own name when it cannot be taken."""
        if name and name not in self._paths:
            path, why = self._taken(name)
            if not path:
                message = f"the file {name!r} did not come in: {why}"
                self.problems.append(warning("MQ703", message, Span(self.parcel.name)))
            self._paths[name] = path or name
        return self._paths.get(name, "")

    def _taken(self, name: str) -> tuple[str, str]:
        """The path under which a file was taken, or why it was not."""
        try:
            data = self.archive.medium(name)
        except Refused as why:
            return "", str(why)
        if data is None:
            return "", "it stands elsewhere" if "://" in name else "the package does not hold it"
        path = new_path(name, data)
        if path is None:
            return "", "files of its kind cannot be kept"
        self.media[path] = data
        return path, ""
