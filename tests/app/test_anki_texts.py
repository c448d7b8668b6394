"""Words edited in Anki: proposed as a diff, taken over when they are accepted, and never by themselves."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki_apps import AnkiApp, export
from shells import Shell

DECK = """\
title: Own
items:
  - id: ccccccccccc2
    type: recall
    stem: What does a *seed* fix?
    answer: the starting noise
  - id: ccccccccccc3
    type: cloze
    text: A {{prompt}} tells what to make.
    hint: words
  - id: ccccccccccc4
    type: choice
    stem: Which one is learned?
    key: weights
    distractors: [seeds, prompts]
  - id: ccccccccccc5
    type: order
    stem: Bring into order.
    sequence: [one, two, three]
  - id: ccccccccccc6
    type: short
    context: First programs
    stem: Who?
    answer: Ada
"""


@pytest.fixture
def own(shell: Shell) -> Shell:
    """A course with a deck of a teacher's own."""
    (shell.folder / "lessons").mkdir()
    (shell.folder / "decks").mkdir()
    (shell.folder / "decks" / "own.yaml").write_text(DECK, encoding="utf-8")
    assert shell("build").returncode == 0
    return shell


@pytest.fixture
def app(own: Shell, tmp_path: Path) -> Iterator[AnkiApp]:
    running = AnkiApp(tmp_path / "anki")
    lock = own.folder / "decks" / "mediaquiz.lock"
    lock.write_text(lock.read_text(encoding="utf-8").replace(" 202", " 200"), encoding="utf-8")  # twenty years ago
    running.take(export(own))
    yield running
    running.collection.close()


def edit(app: AnkiApp, item: str, **fields: str) -> None:
    note = app.card_of(item).note()
    for name, html in fields.items():
        note[name] = html
    app.collection.update_note(note)


def edit_some(app: AnkiApp) -> None:
    edit(app, "ccccccccccc2", Front="<div>What does a&nbsp;<i>seed</i> keep?</div>", Why="Chance <b>starts</b> there.")
    edit(app, "ccccccccccc3", Text="A {{c1::text prompt::words}} tells what to make.")
    options = app.card_of("ccccccccccc4").note()["Answer"]
    edit(app, "ccccccccccc4", Answer=options.replace("seeds", "random seeds"))


def test_edits_are_shown_and_nothing_is_written(own: Shell, app: AnkiApp) -> None:
    edit_some(app)
    done = own("import", "anki", str(app.give("new")), "--texts")
    assert done.returncode == 0
    assert "- stem: What does a *seed* fix?\n+ stem: What does a *seed* keep?\n" in done.stdout
    assert "+ explain: Chance **starts** there.\n" in done.stdout
    assert "- text: A {{prompt}} tells what to make.\n+ text: A {{text prompt}} tells what to make.\n" in done.stdout
    assert "- distractors: seeds; prompts\n+ distractors: random seeds; prompts\n" in done.stdout
    assert done.stdout.endswith("3 items were edited in Anki. Take them over: --accept ID, or --accept all\n")
    assert (own.folder / "decks" / "own.yaml").read_text(encoding="utf-8") == DECK


def test_accepted_edits_stand_in_the_deck_and_are_not_proposed_again(own: Shell, app: AnkiApp) -> None:
    edit_some(app)
    package = str(app.give("legacy"))
    done = own("import", "anki", package, "--accept", "ccccccccccc3")
    assert done.stdout.endswith("1 item was taken over into its deck.\n")
    text = (own.folder / "decks" / "own.yaml").read_text(encoding="utf-8")
    assert text == DECK.replace("{{prompt}}", "{{text prompt}}")
    own("import", "anki", package, "--accept", "all")
    assert own("import", "anki", package, "--texts").stdout == "Nothing was edited in Anki.\n"
    assert own("check").returncode == 0
    own("build")
    assert app.take(export(own)).keys() <= {"updated", "duplicate"}


def test_the_context_of_a_card_is_edited_apart_from_its_question(own: Shell, app: AnkiApp) -> None:
    shown = app.card_of("ccccccccccc6").note()["Front"]
    assert shown == '<p class="context">First programs</p>Who?'
    edit(app, "ccccccccccc6", Front=shown.replace("programs", "<b>algorithms</b>").replace("Who?", "Who wrote them?"))
    done = own("import", "anki", str(app.give("new")), "--texts")
    assert "- stem: Who?\n+ stem: Who wrote them?\n" in done.stdout
    assert "- context: First programs\n+ context: First **algorithms**\n" in done.stdout
    edit(app, "ccccccccccc6", Front="Who?")
    own("import", "anki", str(app.give("legacy")), "--accept", "all")
    deck = (own.folder / "decks" / "own.yaml").read_text(encoding="utf-8")
    assert deck == DECK.replace("    context: First programs\n", "")


def test_programs_get_json(own: Shell, app: AnkiApp) -> None:
    edit(app, "ccccccccccc6", Answer="Ada Lovelace")
    told = json.loads(own("--json", "import", "anki", str(app.give("new")), "--texts").stdout)
    assert told["edits"] == [
        {
            "deck": "decks/own.yaml",
            "id": "ccccccccccc6",
            "changes": {"answer": {"before": "Ada", "after": "Ada Lovelace"}},
            "accepted": False,
        }
    ]


def test_markup_that_ankis_editor_changes_is_no_edit(own: Shell, app: AnkiApp) -> None:
    edit(app, "ccccccccccc2", Front="<div>What does a <em>seed</em> fix?</div>")
    assert own("import", "anki", str(app.give("new")), "--texts").stdout == "Nothing was edited in Anki.\n"


@pytest.mark.parametrize(
    ("item", "fields", "lost"),
    [
        ("ccccccccccc3", {"Text": "No deletion is left."}, "Text"),
        ("ccccccccccc4", {"Answer": "<ol><li>weights</li></ol>"}, "Answer"),
        ("ccccccccccc5", {"Front": "Sort them."}, "Front"),
        ("ccccccccccc2", {"Back": ""}, "Back"),
    ],
)
def test_an_edit_that_cannot_be_taken_is_told(
    own: Shell, app: AnkiApp, item: str, fields: dict[str, str], lost: str
) -> None:
    edit(app, item, **fields)
    done = own("import", "anki", str(app.give("new")), "--texts")
    assert f"the edit of {lost} in the note of {item} cannot be taken over" in " ".join(done.stderr.split())
    assert done.stdout == "Nothing was edited in Anki.\n"


def test_what_changed_here_since_is_newer(own: Shell, app: AnkiApp) -> None:
    edit(app, "ccccccccccc6", Answer="Ada Lovelace")
    package = str(app.give("new"))
    deck = own.folder / "decks" / "own.yaml"
    deck.write_text(DECK.replace("answer: Ada", "answer: Grace"), encoding="utf-8")
    own("build")
    lock = own.folder / "decks" / "mediaquiz.lock"
    lock.write_text(lock.read_text(encoding="utf-8").replace(" 2026", " 2036"), encoding="utf-8")
    assert own("import", "anki", package, "--texts").stdout == "Nothing was edited in Anki.\n"


def test_wrong_use_is_said(own: Shell, app: AnkiApp) -> None:
    package = str(app.give("new"))
    assert own("import", "anki", package, "--accept", "nobody").returncode == 1
    assert own("import", "hashcards", package, "--texts").returncode == 2
    broken = own.folder / "broken.apkg"
    broken.write_bytes(b"PK\3\4 no")
    assert own("import", "anki", str(broken), "--texts").returncode == 1
