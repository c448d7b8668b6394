"""A server that speaks AnkiConnect's protocol, with a real collection behind it: for where no desktop can run."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

from anki_apps import AnkiApp, anki


class StandIn:
    """The actions that mediaquiz uses, done as the add-on does them."""

    def __init__(self, app: AnkiApp, key: str = "") -> None:
        self.app = app
        self.key = key
        self.actions: dict[str, Callable[..., Any]] = {
            "version": self._version,
            "importPackage": self._import_package,
            "findNotes": self._find_notes,
            "notesInfo": self._notes_info,
            "getReviewsOfCards": self._reviews_of_cards,
            "findCards": self._find_cards,
            "getDecks": self._decks_of_cards,
            "getDeckConfig": self._options_of_deck,
        }

    def reply(self, request: dict[str, Any]) -> dict[str, Any]:
        if request.get("key", "") != self.key:
            return {"result": None, "error": "valid api key must be provided"}
        return {"result": self.actions[request["action"]](**request["params"]), "error": None}

    def _version(self) -> int:
        return 6

    def _import_package(self, path: str) -> bool:
        options = anki.ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=True, with_deck_configs=True)
        request = anki.ImportAnkiPackageRequest(package_path=path, options=options)
        self.app.collection.import_anki_package(request)
        return True

    def _find_notes(self, query: str) -> list[int]:
        return list(self.app.collection.find_notes(query))

    def _find_cards(self, query: str) -> list[int]:
        return list(self.app.collection.find_cards(query))

    def _decks_of_cards(self, cards: list[int]) -> dict[str, list[int]]:
        decks: dict[str, list[int]] = {}
        for card in cards:
            name = self.app.collection.decks.name(self.app.collection.get_card(card).did)
            decks.setdefault(name, []).append(card)
        return decks

    def _options_of_deck(self, deck: str) -> dict[str, Any]:
        decks = self.app.collection.decks
        options: dict[str, Any] = decks.config_dict_for_deck_id(decks.id_for_name(deck))
        return options

    def _notes_info(self, notes: list[int]) -> list[dict[str, Any]]:
        found = [self.app.collection.get_note(note) for note in notes]
        return [
            {
                "noteId": note.id,
                "fields": {name: {"value": value} for name, value in note.items()},
                "cards": list(note.card_ids()),
            }
            for note in found
        ]

    def _reviews_of_cards(self, cards: list[int]) -> dict[int, list[dict[str, Any]]]:
        names = ("id", "usn", "ease", "ivl", "lastIvl", "factor", "time", "type")
        sql = f"SELECT {', '.join(names)} FROM revlog WHERE cid = ?"
        return {
            card: [dict(zip(names, row, strict=True)) for row in self.app.collection.db.all(sql, card)]
            for card in cards
        }


@contextmanager
def served(reply: Callable[[dict[str, Any]], object]) -> Iterator[int]:
    """Answers every request with a JSON value, or with bytes as they are; gives the port."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            answer = reply(request)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answer if isinstance(answer, bytes) else json.dumps(answer).encode())

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
