"""Import into real Anki, again and again: everything arrives, only what changed is updated, no history is lost."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from anki_samples import FLOW, WHY, deck, extra_items, item, sample_items, shipment

from mediaquiz.formats import writer
from mediaquiz.formats.anki import notetypes, package
from mediaquiz.formats.anki.notetypes import BASIC
from mediaquiz.model.item import Cloze, Content, Item, ListAll, Recall, Short
from mediaquiz.model.stages import Shipment
from mediaquiz.text import one_line

anki = pytest.importorskip("anki.collection", reason="needs the anki package")

write = writer("anki")
LATER = datetime(2026, 6, 1, tzinfo=UTC)
STUDIED = (
    "SELECT type, queue, due, ivl, factor, reps, lapses, left, data, mod, did FROM cards WHERE reps > 0 ORDER BY id"
)


class Anki:
    """A fresh collection that packages are imported into, with the dialog's defaults."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.collection: Any = anki.Collection(str(folder / "collection.anki2"))
        self.collection.set_config("fsrs", True)

    def take(self, what: Shipment, **options: bool) -> dict[str, int]:
        """Imports a shipment; how many notes were new, updated, duplicate, conflicting."""
        data, problems = write(what)
        assert problems == ()
        path = self.folder / "import.apkg"
        path.write_bytes(data)
        request = anki.ImportAnkiPackageRequest(
            package_path=str(path), options=anki.ImportAnkiPackageOptions(**options)
        )
        log = self.collection.import_anki_package(request).log
        kinds = ("new", "updated", "duplicate", "conflicting", "missing_notetype", "missing_deck")
        return {kind: count for kind in kinds if (count := len(getattr(log, kind)))}

    def card(self, name: str) -> Any:
        """The one card of an item."""
        (card_id,) = self.collection.find_cards(f"ID:{name.ljust(12, 'x')}")
        return self.collection.get_card(card_id)

    def question(self, name: str) -> str:
        """What the front of an item's card shows, without its style."""
        return shown(self.card(name).question())

    def ask_order(self) -> list[str]:
        """The item ids in the order in which Anki would ask the new cards."""
        cards = self.collection.find_cards("is:new", order="c.due asc")
        return [self.collection.get_card(card).note()["ID"].rstrip("x") for card in cards]

    def study(self, count: int) -> None:
        """Answers cards as they come, with all four buttons in turn."""
        self.collection.decks.select(self.collection.decks.id_for_name("Pictures"))
        for turn in range(count):
            card = self.collection.sched.getCard()
            card.start_timer()
            self.collection.sched.answerCard(card, turn % 4 + 1)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Anki]:
    running = Anki(tmp_path)
    yield running
    running.collection.close()


def shown(source: str) -> str:
    """The text of a page, white space aside."""
    without_style = re.sub(r"<style>.*?</style>", "", source, flags=re.DOTALL)
    without_gaps = re.sub(r"(\\[(\[]) | (\\[)\]])", r"\1\2", re.sub(r"</?span[^>]*>", "", without_style))
    return one_line(html.unescape(re.sub(r"<[^>]*>", " ", without_gaps)))


def all_items() -> list[Item]:
    return [*sample_items(), *extra_items()]


def course(*items: Item, **fields: Any) -> Shipment:
    """A shipment of one deck."""
    return shipment(deck(*items), **fields)


def test_every_item_arrives_as_one_note_with_one_card(app: Anki) -> None:
    items = all_items()
    assert app.take(course(*items)) == {"new": len(items)}
    assert app.collection.note_count() == app.collection.card_count() == len(items)
    assert app.collection.fix_integrity()[1]
    assert app.collection.note_count() == app.collection.card_count() == len(items)
    assert app.ask_order() == [thing.id.rstrip("x") for thing in items]
    decks = {entry.name for entry in app.collection.decks.all_names_and_ids()}
    assert decks == {"Default", "Pictures", "Pictures::Foundations"}


def test_the_same_package_again_changes_nothing(app: Anki) -> None:
    items = all_items()
    app.take(course(*items))
    assert app.take(course(*items)) == {"duplicate": len(items)}


def test_one_edit_updates_one_note_and_a_tag_on_another_stays(app: Anki) -> None:
    items = all_items()
    app.take(course(*items))
    mine = app.card("cloze").note()
    mine.add_tag("my-own")
    app.collection.update_note(mine)
    edited = replace(items[0], content=Recall("A better question?", "A better answer."))
    changed_at = {edited.id: LATER}
    assert app.take(course(edited, *items[1:], changed_at=changed_at)) == {"updated": 1, "duplicate": len(items) - 1}
    assert app.question("recall") == "A better question?"
    assert "my-own" in app.card("cloze").note().tags


@pytest.mark.parametrize("options", [{}, {"merge_notetypes": True, "with_scheduling": True, "with_deck_configs": True}])
def test_studied_cards_keep_their_schedule_and_history(app: Anki, options: dict[str, bool]) -> None:
    items = [item(f"n{number}", Recall(f"Question {number}?", "Answer.")) for number in range(30)]
    app.take(course(*items))
    app.study(10)
    schedule = app.collection.db.all(STUDIED)
    history = app.collection.db.all("SELECT * FROM revlog ORDER BY id")
    assert len(history) == 10
    edited = [replace(thing, explain="Newly explained.") for thing in items]
    new = [item(f"m{number}", Recall(f"New question {number}?", "Answer.")) for number in range(5)]
    changed_at = {thing.id: LATER for thing in edited}
    again = course(*new, *reversed(edited), changed_at=changed_at)
    assert app.take(again, **options) == {"new": 5, "updated": 30}
    assert app.collection.db.all(STUDIED) == schedule
    assert app.collection.db.all("SELECT * FROM revlog ORDER BY id") == history
    assert app.collection.fix_integrity()[1]


@pytest.mark.parametrize("options", [{}, {"merge_notetypes": True}, {"with_scheduling": True}])
def test_a_new_look_is_taken_in_place(app: Anki, monkeypatch: pytest.MonkeyPatch, options: dict[str, bool]) -> None:
    items = all_items()
    app.take(course(*items))
    names = app.collection.models.all_names()
    plain = notetypes.style()
    monkeypatch.setattr(package, "style", lambda: plain + "/* new look */")
    assert app.take(course(*items, changed_at={"notetype:basic": datetime(2027, 1, 1, tzinfo=UTC)}), **options) == {
        "duplicate": len(items)
    }
    assert app.collection.models.all_names() == names
    assert "/* new look */" in app.card("recall").question()
    assert "/* new look */" not in app.card("cloze").question()


@pytest.mark.parametrize("options", [{}, {"merge_notetypes": True, "with_scheduling": True}])
def test_a_renamed_field_and_template_are_the_same_to_anki(
    app: Anki, monkeypatch: pytest.MonkeyPatch, options: dict[str, bool]
) -> None:
    items = all_items()
    app.take(course(*items))
    app.study(3)
    history = app.collection.db.all("SELECT * FROM revlog ORDER BY id")
    fields = tuple(("Reason" if name == "Why" else name, number) for name, number in BASIC.fields)
    renamed = replace(BASIC, fields=fields, back=BASIC.back.replace("Why}}", "Reason}}"))
    model = package._model
    monkeypatch.setattr(package, "_model", lambda kind: model(renamed if kind is BASIC else kind))
    monkeypatch.setattr(package, "TEMPLATE", "Front to back")
    edited = replace(items[0], explain="Chance, again.")
    changed_at = {edited.id: LATER, BASIC.key: datetime(2027, 1, 1, tzinfo=UTC)}
    again = app.take(course(edited, *items[1:], changed_at=changed_at), **options)
    assert again == {"updated": 1, "duplicate": len(items) - 1}
    assert app.card("recall").note()["Reason"] == "Chance, again."
    assert app.card("order").note()["Reason"] == WHY
    assert app.card("order").template()["name"] == "Front to back"
    assert len([name for name in app.collection.models.all_names() if name.startswith("mediaquiz")]) == 4
    assert app.collection.db.all("SELECT * FROM revlog ORDER BY id") == history


def test_a_retired_item_gets_its_tag_and_stays_where_it_is(app: Anki) -> None:
    old, kept = item("old", Recall("Old?", "Old.")), item("kept", Recall("Kept?", "Kept."))
    app.take(course(old, kept))
    home = app.card("old").did
    gone = course(kept, retired=(deck(old),), changed_at={old.id: LATER})
    assert app.take(gone) == {"updated": 1, "duplicate": 1}
    assert "mq::retired" in app.card("old").note().tags
    assert app.card("old").did == home


def test_two_courses_live_side_by_side(app: Anki) -> None:
    app.take(course(*sample_items()))
    other = replace(
        course(item("other", Recall("Other?", "Yes."))), course_id="films", course_title='Films "A" \\ /: x'
    )
    assert app.take(other) == {"new": 1}
    assert app.collection.fix_integrity()[1]
    assert app.collection.decks.name(app.card("other").did).startswith("Films")
    assert app.take(other) == {"duplicate": 1}


@pytest.mark.parametrize(
    "text",
    [
        "Replace <your name here> with a List<int>",
        "a<b & c>d &amp; &lt;",
        "{{c1::x}} and {{Front}} and {{#Why}}",
        "[sound:x.mp3] [anki:tts lang=en_US]x[/anki:tts]",
        "[latex]x^2[/latex] [$]x[/$] \\(x\\) \\[y\\]",
        'it\'s "quoted" :: 100 % of std::vector',
        "시드를 고정하면 무엇이 같아지나요?",
        f"Look:\n\n{FLOW}",
        "one line\nand another\n\nand a third",
        "<script>alert(1)</script><!-- x -->",
    ],
)
def test_texts_show_as_they_are_written(app: Anki, text: str) -> None:
    app.take(course(item("plain", Recall(text, text)), item("typed", Short(text, text))))
    assert app.question("plain") == one_line(text)
    assert app.question("typed") == one_line(f"{text} [[type:Answer]]")
    assert not app.card("plain").question_av_tags()


@pytest.mark.parametrize("text", ["[sound:x.mp3]", "\\(x\\)", "a<b & c>d", "std::vector }} {", "[latex]x[/latex]"])
def test_texts_around_a_deletion_show_as_they_are_written(app: Anki, text: str) -> None:
    app.take(course(item("blank", Cloze(f"{text} {{{{it}}}} {text}", hint=text))))
    assert app.question("blank") == one_line(f"{text} [{text}] {text}")


@pytest.mark.parametrize("answer", ["a<b", "std::vector", "[x]", "{{x}}", "그래프", "it's `seed()`", "x: y"])
def test_a_typed_answer_is_right_when_it_is_the_answer(app: Anki, answer: str) -> None:
    app.take(course(item("typed", Short("What?", answer))))
    compared = app.collection.compare_answer(app.card("typed").note()["Answer"], answer.replace("`", ""))
    assert "typeBad" not in compared
    assert "typeMissed" not in compared


@pytest.mark.parametrize(
    ("content", "revealed"),
    [
        (Cloze("Use {{std::vector}} here.", hint="a ::type"), "std::vector"),
        (Cloze("Write `{{a:}}` first."), "a:"),
        (Cloze("It is {{:x}}."), ":x"),
        (Cloze("It is {{a}b}}."), "a}b"),
    ],
)
def test_a_deletion_is_revealed_whole(app: Anki, content: Content, revealed: str) -> None:
    app.take(course(item("hole", content)))
    assert revealed not in app.question("hole")
    assert revealed in shown(app.card("hole").answer())


def test_a_drawing_reaches_the_card_with_every_space(app: Anki) -> None:
    app.take(course(item("drawn", Recall(f"Look:\n\n{FLOW}", "Yes."))))
    assert f"<pre>{FLOW}</pre>" in app.card("drawn").question()


def test_the_back_shows_answer_reason_source_and_lesson(app: Anki) -> None:
    app.take(course(item("full", ListAll("Which?", ("one", "two")))))
    back = shown(app.card("full").answer())
    assert back.endswith(
        "Which? one two Chance enters through the seed; everything else was given. "
        "A seed decides the random starting point of a picture. Foundations · 1. What Models Keep"
    )


def test_tags_arrive_as_a_tree(app: Anki) -> None:
    app.take(course(item("tagged", Recall("q", "a"), tags="My Tag")))
    assert set(app.card("tagged").note().tags) == {
        "pictures::foundations::01-what-models-keep",
        "my-tag",
        "mq::type::recall",
    }
    assert len(app.collection.find_notes("tag:pictures::*")) == 1


def test_two_thousand_notes_and_a_new_one_in_their_midst(app: Anki) -> None:
    items = [item(f"n{number}", Recall(f"Question {number}?", "Answer.")) for number in range(2000)]
    assert app.take(course(*items)) == {"new": 2000}
    new = item("new", Recall("New?", "Yes."))
    changed_at = {new.id: LATER + timedelta(days=1)}
    assert app.take(course(*items[:1000], new, *items[1000:], changed_at=changed_at)) == {"new": 1, "duplicate": 2000}
    assert app.collection.card_count() == 2001
    assert app.collection.fix_integrity()[1]


def test_a_field_that_the_user_added_makes_conflicts_until_note_types_are_merged(app: Anki) -> None:
    items = sample_items()
    app.take(course(*items))
    models = app.collection.models
    basic = models.by_name("mediaquiz Basic")
    models.add_field(basic, models.new_field("Mine"))
    models.update_dict(basic)
    edited = replace(items[0], content=Recall("A better question?", "A better answer."))
    again = course(edited, *items[1:], changed_at={edited.id: LATER})
    basics = sum(thing.type.value not in ("short", "cloze", "choice", "multi") for thing in items)
    assert app.take(again) == {"conflicting": basics, "duplicate": len(items) - basics}
    assert app.question("recall") != "A better question?"


def test_merging_note_types_keeps_the_users_field_and_the_history(app: Anki) -> None:
    items = sample_items()
    app.take(course(*items))
    app.study(3)
    models = app.collection.models
    basic = models.by_name("mediaquiz Basic")
    models.add_field(basic, models.new_field("Mine"))
    models.update_dict(basic)
    schedule = app.collection.db.all("SELECT due, ivl, reps, data FROM cards ORDER BY id")
    found = app.take(course(*items), merge_notetypes=True)
    assert "conflicting" not in found
    assert "Mine" in app.collection.models.field_names(app.collection.models.by_name("mediaquiz Basic"))
    assert app.collection.db.all("SELECT due, ivl, reps, data FROM cards ORDER BY id") == schedule


def test_a_users_own_style_stays_until_our_look_changes(app: Anki, monkeypatch: pytest.MonkeyPatch) -> None:
    app.take(course(*sample_items()))
    basic = app.collection.models.by_name("mediaquiz Basic")
    basic["css"] += "/* mine */"
    app.collection.models.update_dict(basic)
    app.take(course(*sample_items()))
    assert "/* mine */" in app.card("recall").question()
    plain = notetypes.style()
    monkeypatch.setattr(package, "style", lambda: plain + "/* new look */")
    app.take(course(*sample_items(), changed_at={"notetype:basic": datetime(2037, 1, 1, tzinfo=UTC)}))
    assert "/* mine */" not in app.card("recall").question()


def test_a_users_tag_goes_when_the_note_is_updated(app: Anki) -> None:
    items = sample_items()
    app.take(course(*items))
    note = app.card("recall").note()
    note.add_tag("mine")
    app.collection.update_note(note)
    edited = replace(items[0], explain="Otherwise.")
    app.take(course(edited, *items[1:], changed_at={edited.id: LATER}))
    assert "mine" in app.card("recall").note().tags, "edited later by the user: Anki keeps the user's"
    app.take(course(edited, *items[1:], changed_at={edited.id: datetime(2037, 1, 1, tzinfo=UTC)}))
    assert "mine" not in app.card("recall").note().tags


def test_pictures_arrive(app: Anki) -> None:
    shown = item("shown", Recall("What is ![a jar](media/jar.png)?", "A jar."))
    app.take(replace(course(shown), media={"media/jar.png": b"\x89PNG\r\n\x1a\n"}))
    (name,) = app.collection.media.files_in_str(app.card("shown").note().mid, app.card("shown").note()["Front"])
    assert app.collection.media.have(name)
    assert not app.collection.media.check().missing
