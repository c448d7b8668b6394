"""``push`` and ``pull``: a running Anki through AnkiConnect, and every way in which there is none."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from anki_apps import AnkiApp
from anki_standin import StandIn, served
from shells import Shell

ADDON = os.environ.get("ANKICONNECT", "")


@pytest.fixture
def app(tmp_path: Path) -> Iterator[AnkiApp]:
    running = AnkiApp(tmp_path / "anki")
    yield running
    running.collection.close()


def count(shell: Shell) -> int:
    return len(shell("--json", "items", "list", "--status", "ready").stdout.splitlines())


def test_push_twice_brings_no_doubles_and_into_the_right_deck(course: Shell, app: AnkiApp) -> None:
    with served(StandIn(app).reply) as port:
        first = course("push", "--port", str(port))
        assert (first.returncode, first.stdout) == (
            0,
            f"Anki has {count(course)} items now, {count(course)} of them new.\n",
        )
        assert course("push", "--port", str(port)).stdout == f"Anki has {count(course)} items now, 0 of them new.\n"
    assert app.collection.note_count() == count(course)
    decks = {app.collection.decks.name(deck) for deck in app.collection.db.list("SELECT DISTINCT did FROM cards")}
    assert "Default" not in decks
    assert not list((course.folder / ".mediaquiz").glob("*.apkg"))


def test_pull_brings_what_was_done_once_wherever_the_cards_are(course: Shell, app: AnkiApp) -> None:
    with served(StandIn(app).reply) as port:
        course("push", "--port", str(port))
        app.study(7)
        moved = app.collection.decks.id("Somewhere else")
        app.collection.set_deck(app.collection.find_cards(""), moved)
        assert course("pull", "--port", str(port)).stdout == "7 new reviews; 0 were here already.\n"
        told = course("--json", "pull", "--port", str(port)).stdout
        assert json.loads(told) == {"reviews": 0, "known_reviews": 7, "problems": []}
    assert course("import", "anki", str(app.give("new"))).stdout == "0 new reviews; 7 were here already.\n"


def test_pull_says_what_was_tuned(course: Shell, app: AnkiApp) -> None:
    decks = app.collection.decks
    with served(StandIn(app).reply) as port:
        course("push", "--port", str(port))
        decks.update_config(decks.config_dict_for_deck_id(1) | {"desiredRetention": 0.87})
        said = course("pull", "--port", str(port)).stdout
        assert f'In Anki {count(course)} cards go by the options "Default": desired retention 0.87.' in said
        assert said.endswith("  mediaquiz config desired_retention 0.87\n")
        assert course("config", "desired_retention", "0.87").returncode == 0
        assert course("pull", "--port", str(port)).stdout == "0 new reviews; 0 were here already.\n"


def test_a_key_is_asked_for_and_given(course: Shell, app: AnkiApp) -> None:
    with served(StandIn(app, key="secret").reply) as port:
        refused = course("push", "--port", str(port))
        assert refused.returncode == 1
        assert "key" in refused.stderr
        assert course("push", "--port", str(port), "--key", "secret").returncode == 0
        env = {**course.env, "MEDIAQUIZ_ANKI_KEY": "secret", "MEDIAQUIZ_ANKI_PORT": str(port)}
        assert Shell(course.folder, env)("pull").returncode == 0


@pytest.mark.parametrize("command", ["push", "pull"])
def test_anki_that_is_closed_is_said_with_what_to_do(course: Shell, command: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        done = course(command, "--port", str(free.getsockname()[1]))
    assert done.returncode == 1
    assert "Anki does not answer" in done.stderr
    assert "AnkiConnect" in done.stderr


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"<html>It works!</html>", "is not AnkiConnect"),
        ({"hello": 1}, "is not AnkiConnect"),
        ([], "is not AnkiConnect"),
        ({"result": 5, "error": None}, "speaks version 5"),
        ({"result": None, "error": "collection is not available"}, "no collection is open"),
        ({"result": None, "error": "a\x1b[31m dialog"}, "Anki refused: a"),
    ],
)
def test_strange_answers_are_said(course: Shell, answer: object, said: str) -> None:
    with served(lambda _: answer) as port:
        done = course("push", "--port", str(port))
    assert done.returncode == 1
    assert said in done.stderr


@contextmanager
def desktop(base: Path) -> Iterator[int]:
    """The real program with the real add-on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    script = Path(__file__).with_name("anki_desktop.py")
    with (base.parent / "anki.log").open("wb") as log:
        running = subprocess.Popen([sys.executable, script, base, ADDON, str(port)], stdout=log, stderr=log)
    try:
        _wait_for(port, running)
        yield port
    finally:
        running.kill()
        running.wait()


def _wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert running.poll() is None, "Anki has ended"
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}", timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError("AnkiConnect did not come up")


@pytest.mark.slow
@pytest.mark.skipif(not ADDON, reason="ANKICONNECT names no folder of the add-on")
def test_the_real_program_with_the_real_add_on(course: Shell, tmp_path: Path) -> None:
    pytest.importorskip("aqt", reason="needs the aqt package with PyQt6")
    with desktop(tmp_path / "desktop") as port:
        there = Shell(course.folder, {**course.env, "MEDIAQUIZ_ANKI_PORT": str(port)})
        assert there("push").stdout == f"Anki has {count(course)} items now, {count(course)} of them new.\n"
        assert there("push").stdout == f"Anki has {count(course)} items now, 0 of them new.\n"
        assert ask(port, "findCards", query="deck:Default") == []
        cards = ask(port, "findCards", query="is:new")
        assert isinstance(cards, list)
        assert ask(port, "answerCards", answers=[{"cardId": card, "ease": 3} for card in cards[:9]]) == [True] * 9
        assert there("pull").stdout == "9 new reviews; 0 were here already.\n"
        assert there("pull").stdout == "0 new reviews; 9 were here already.\n"
        options = ask(port, "getDeckConfig", deck="Default")
        assert isinstance(options, dict)
        assert ask(port, "saveDeckConfig", config=options | {"desiredRetention": 0.87})
        assert there("pull").stdout.endswith("  mediaquiz config desired_retention 0.87\n")


def ask(port: int, action: str, **params: object) -> object:
    body = json.dumps({"action": action, "version": 6, "params": params}).encode()
    with urllib.request.urlopen(f"http://127.0.0.1:{port}", body, timeout=30) as answer:
        reply = json.load(answer)
    assert reply["error"] is None, reply
    return reply["result"]
