"""A running Anki, through its add-on AnkiConnect: JSON over HTTP on this machine.

Packages go in with ``importPackage``, which is a hundred times faster than adding notes one by one and keeps their
guids. Reviews come back by note (``notesInfo``, ``getReviewsOfCards``) and not by deck: a learner may have moved cards,
and asking AnkiConnect for a deck that is not there would make one.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediaquiz.errors import MediaquizError
from mediaquiz.formats.anki.collection import Answer
from mediaquiz.formats.anki.presets import of_json, tunings
from mediaquiz.formats.anki.reading import ITEM, past_reviews
from mediaquiz.model.arrival import PastReview, Tuning

PORT = 8765
"""Where AnkiConnect listens unless it is told otherwise."""
API = 6
"""The version of AnkiConnect's interface that is spoken."""
_OURS = '"note:mediaquiz *"'
_BATCH = 500
_ANSWER_S, _WORK_S = 10, 900
"""Seconds to wait for an answer, and for an import to be done."""
_INSTALL = "Start Anki with the add-on AnkiConnect (code 2055492159); another port than 8765 is named by --port."


@dataclass(frozen=True, slots=True)
class AnkiConnect:
    """One Anki. Every method raises MediaquizError when it does not answer or refuses, with what to do."""

    port: int = PORT
    key: str = ""
    host: str = "127.0.0.1"

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://{self.host}:{self.port}"

    def check(self) -> None:
        """Raises MediaquizError unless an AnkiConnect of a version that can be spoken with is there."""
        version = self._ask("version")
        if not isinstance(version, int) or version < API:
            raise MediaquizError(f"AnkiConnect speaks version {version}, not {API}", hint="Update the add-on in Anki.")

    def import_package(self, package: Path) -> None:
        """Import a package that stands on this machine, as Anki's own import does."""
        if self._ask("importPackage", _WORK_S, path=str(package.resolve())) is not True:
            raise MediaquizError(
                "Anki did not import the package", hint="Is a collection open in Anki? Then try again."
            )

    def notes(self) -> list[int]:
        """The notes of our note types."""
        found = self._ask("findNotes", query=_OURS)
        return [note for note in found if isinstance(note, int)] if isinstance(found, list) else []

    def reviews(self) -> Iterator[PastReview]:
        """Every answer to a card of our notes that counts."""
        notes = self.notes()
        for place in range(0, len(notes), _BATCH):
            yield from self._reviews(notes[place : place + _BATCH])

    def _reviews(self, notes: Sequence[int]) -> Iterator[PastReview]:
        items: dict[int, str] = {}
        for note in _objects(self._ask("notesInfo", notes=list(notes))):
            name = _field(note, "ID")
            cards = note.get("cards")
            if ITEM.fullmatch(name) and isinstance(cards, list) and cards:
                items[int(cards[0])] = name
        told = self._ask("getReviewsOfCards", cards=list(items))
        for card, lines in told.items() if isinstance(told, dict) else ():
            name = items.get(int(card), "") if str(card).isdecimal() else ""
            if name:
                yield from past_reviews(_answers(lines), f"mq-{name}/0", name)

    def tunings(self) -> tuple[Tuning, ...]:
        """What was tuned for the cards of our notes. A retention that is a single deck's own is not told."""
        told = self._ask("getDecks", cards=self._ask("findCards", query=_OURS))
        decks = (
            {name: cards for name, cards in told.items() if isinstance(cards, list)} if isinstance(told, dict) else {}
        )
        options = {name: self._ask("getDeckConfig", deck=name) for name in decks}
        presets = of_json({name: {"name": name, "conf": name} for name in decks}, options)
        return tunings((name for name, cards in decks.items() for _ in cards), presets)

    def _ask(self, action: str, patience: float = _ANSWER_S, **params: object) -> Any:
        """The result of an action."""
        body = {"action": action, "version": API, "params": params} | ({"key": self.key} if self.key else {})
        reply = self._post(json.dumps(body).encode(), patience)
        if not isinstance(reply, dict) or not {"result", "error"} <= reply.keys():
            raise MediaquizError(f"what answers at {self.url} is not AnkiConnect", hint=_INSTALL)
        if reply["error"] is not None:
            raise _refused(str(reply["error"]))
        return reply["result"]

    def _post(self, body: bytes, patience: float) -> object:
        from urllib.error import URLError
        from urllib.request import ProxyHandler, Request, build_opener

        # No proxy stands between two programs on one machine.
        opener = build_opener(ProxyHandler({}))
        request = Request(self.url, body, {"Content-Type": "application/json"})
        try:
            with opener.open(request, timeout=patience) as answer:
                return json.load(answer)
        except TimeoutError as why:
            hint = "Close what Anki is asking or showing (a dialog, a sync), then try again."
            raise MediaquizError(f"Anki at {self.url} is busy", hint=hint) from why
        except (URLError, OSError) as why:
            raise MediaquizError(f"Anki does not answer at {self.url}", hint=_INSTALL) from why
        except ValueError as why:
            raise MediaquizError(f"what answers at {self.url} is not AnkiConnect", hint=_INSTALL) from why


def _refused(why: str) -> MediaquizError:
    if "api key" in why.casefold():
        return MediaquizError(
            "AnkiConnect wants its key",
            hint="Give the key of AnkiConnect's configuration: --key, or MEDIAQUIZ_ANKI_KEY.",
        )
    if "collection is not available" in why.casefold():
        return MediaquizError("no collection is open in Anki", hint="Choose a profile in Anki, then try again.")
    return MediaquizError(f"Anki refused: {why}", hint="Look at Anki; a dialog may be open there.")


def _objects(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _field(note: dict[str, Any], name: str) -> str:
    fields = note.get("fields")
    field = fields.get(name) if isinstance(fields, dict) else None
    return str(field.get("value", "")) if isinstance(field, dict) else ""


def _answers(lines: object) -> list[Answer]:
    names = ("id", "ease", "ivl", "factor", "time", "type")
    return [
        Answer(*(line[name] for name in names))
        for line in _objects(lines)
        if all(isinstance(line.get(name), int) for name in names)
    ]
