"""The table of docs/decks.md, row by row: what somebody does, which ids stay, what the next build does."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from classroom import CRUMB, FOLD, REST, RYE, SALT, STONE, YEAST, Classroom

from mediaquiz.app.report import Report
from mediaquiz.model.problem import Severity

DOC = Path(__file__).parents[2] / "docs" / "decks.md"
KOREAN = "**텐서**는 여러 차원의 수를 담는 배열이다."
LINES = (YEAST, SALT, FOLD, CRUMB)
RETYPED = YEAST.replace("turns sugar into", "turns the sugar into")
REWORDED = YEAST.replace("makes the dough rise", "makes any dough rise")
REWRITTEN = "A batter stands taller because living cells breathe in it."


def teach(*lines: str, name: str = "bread", front: str = "") -> Callable[[Classroom], None]:
    return lambda room: room.teach(name, *lines, front=front)


def lesson_bytes(change: Callable[[bytes], bytes]) -> Callable[[Classroom], None]:
    def act(room: Classroom) -> None:
        path = room.root / "lessons/bread.md"
        path.write_bytes(change(path.read_bytes()))

    return act


def renamed(name: str) -> Callable[[Classroom], None]:
    def act(room: Classroom) -> None:
        target = room.root / "lessons" / name
        target.parent.mkdir(exist_ok=True)
        (room.root / "lessons/bread.md").rename(target)

    return act


def edited(word: str, before: str, after: str) -> Callable[[Classroom], None]:
    def act(room: Classroom) -> None:
        block = room.block("bread", word)
        assert before in block
        room.edit("bread", block, block.replace(before, after, 1))

    return act


def then(*steps: Callable[[Classroom], object]) -> Callable[[Classroom], None]:
    def act(room: Classroom) -> None:
        for step in steps:
            step(room)

    return act


def built(room: Classroom) -> None:
    room.build()


def split(room: Classroom) -> None:
    room.teach("bread", *LINES[:2])
    room.teach("oven", *LINES[2:])


def joined(room: Classroom) -> None:
    room.teach("oven", STONE, REST)
    room.build()
    room.drop("oven")
    room.teach("bread", *LINES, STONE, REST)


def moved_by_hand(room: Classroom) -> None:
    block = room.cut("bread", "Yeast makes")
    path = room.root / "decks/own/mine.yaml"
    path.parent.mkdir()
    path.write_text(f"title: Mine\nitems:\n{block}", encoding="utf-8")


def commented(room: Classroom) -> None:
    block = room.cut("bread", "Yeast makes")
    room.deck("bread").write_text(f"{room.text('bread')}\n  # for the exam\n{block}", encoding="utf-8")


def contradicted(room: Classroom) -> None:
    room.teach("cells", YEAST.replace("turns sugar into gas", "breathes out under the crust"))


def own_item(room: Classroom) -> None:
    text = room.text("bread") + "\n  - type: recall\n    stem: Which loaf do you like?\n    answer: Any.\n"
    room.deck("bread").write_text(text, encoding="utf-8")


def without_removed(room: Classroom) -> None:
    room.deck("bread").write_text(room.text("bread").split("\nremoved:")[0], encoding="utf-8")


DELETED = then(lambda room: room.cut("bread", "Yeast makes"))
SLIP = teach(RETYPED, *LINES[1:])

STORIES: dict[str, Callable[[Classroom], object]] = {
    "a typing slip is corrected in the lesson": SLIP,
    "a takeaway is reworded": teach(REWORDED, *LINES[1:]),
    "a takeaway is rewritten altogether": teach(REWRITTEN, *LINES[1:]),
    "takeaways are reordered": teach(*LINES[::-1]),
    "the lesson gets front matter": teach(*LINES, front="---\ntrack: Baking\n---\n"),
    "Korean is saved in the other Unicode form": then(
        teach(*LINES, KOREAN),
        built,
        lesson_bytes(lambda data: unicodedata.normalize("NFD", data.decode()).encode()),
    ),
    "the lesson gets Windows line ends": lesson_bytes(lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")),
    "a takeaway is added": teach(YEAST, RYE, *LINES[1:]),
    "a takeaway is taken out": teach(*LINES[1:]),
    "a takeaway is taken out and comes back": then(teach(*LINES[1:]), built, teach(*LINES)),
    "the lesson is renamed": renamed("loaf.md"),
    "the lesson goes to another folder": renamed("week1/bread.md"),
    "the lesson is split in two": split,
    "two lessons are joined": joined,
    "the lesson is deleted": lambda room: room.drop("bread"),
    "the lesson cannot be read": lesson_bytes(lambda data: data + "빵".encode("cp949")),
    "you reword a question": then(edited("Yeast makes", "stem: Yeast makes the", "stem: Yeast makes a"), SLIP),
    "you and the lesson change the same answer": then(edited("Yeast makes", "answer: Because it", "answer: It"), SLIP),
    "you approve an item, then the lesson changes": then(
        edited("Yeast makes", "status: ready", "status: approved"), SLIP
    ),
    "you retire an item": then(edited("Yeast makes", "status: ready", "status: retired"), SLIP),
    "you delete an item": DELETED,
    "you delete an item and its `removed` entry": then(DELETED, built, without_removed),
    "you delete an id": lambda room: room.edit("bread", f"- id: {room.ids('bread')[0]}\n    type", "- type"),
    "you add an item of your own": own_item,
    "you move an item to another deck of yours": moved_by_hand,
    "you write comments and reorder items": commented,
    "you delete the whole deck": lambda room: room.deck("bread").unlink(),
    "two lessons answer one question differently": contradicted,
}


def expected() -> dict[str, tuple[str, str]]:
    """The rows of the table: what becomes of the ids, and what the build does, by story."""
    rows = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", DOC.read_text(encoding="utf-8"), re.MULTILINE)
    return {story: (ids, outcome) for story, ids, outcome in rows if story != "story"}


def test_the_table_and_the_stories_are_the_same() -> None:
    assert list(expected()) == list(STORIES)
    assert len(STORIES) >= 25


def all_ids(room: Classroom) -> list[str]:
    return [item.id for deck in room.decks.values() for item in deck.items]


def of_ids(before: list[str], after: list[str]) -> str:
    """What became of the ids, as the table says it."""
    assert max(Counter(after).values()) == 1, "no id is used twice"
    gone, new = set(before) - set(after), set(after) - set(before)
    return {(0, 0): "kept", (0, 1): "one new", (1, 0): "one gone"}.get((len(gone), len(new)), f"-{gone} +{new}")


@pytest.mark.parametrize("story", STORIES)
def test_story(tmp_path: Path, story: str) -> None:
    room = Classroom(tmp_path)
    room.teach("bread", *LINES)
    room.build()
    before = all_ids(room)
    STORIES[story](room)
    human = room.files()
    if story in ("Korean is saved in the other Unicode form", "two lessons are joined"):
        before = all_ids(room)
    report = room.build()
    ids, outcome = expected()[story]
    assert of_ids(before, all_ids(room)) == ids
    check(outcome, room, report, human)
    files = room.files()
    assert room.build().written == 0 and room.files() == files, "a second build changes nothing"


def check(outcome: str, room: Classroom, report: Report, human: dict[str, bytes]) -> None:
    """Whether the build did what the table says."""
    codes = re.findall(r"MQ\d+", outcome)
    assert [problem.code for problem in report.problems if problem.severity is not Severity.INFO] == codes
    texts, statuses = "".join(map(str, all_texts(room))), [item.status for d in room.decks.values() for item in d.items]
    if outcome.startswith("nothing"):
        assert (report.written, room.files()) == (0, human)
    if "follows the lesson" in outcome:
        assert "turns the sugar" in texts or "any dough" in texts
    if "orphaned" in outcome:
        wanted = {"all": len(statuses), "the": 1}[outcome.split()[0]] if "then ready" not in outcome else 0
        assert statuses.count("orphaned") == wanted
    if "your words stay" in outcome:
        assert "Yeast makes a dough" in texts or "='It turns" in texts or "'It turns" in texts
    if "where you put it" in outcome:
        assert [str(item.content) for item in room.decks["decks/own/mine.yaml"].items if item.live]
    if "approved" in outcome:
        assert statuses.count("approved") == 1 and "turns the sugar" not in texts
    if "stays retired" in outcome:
        assert statuses.count("retired") == 1
    if "go along" in outcome or "go with" in outcome or "goes along" in outcome or "renamed" in outcome:
        assert set(statuses) == {"ready"} and len(room.decks) == (2 if "words" in outcome else 1)


def all_texts(room: Classroom) -> list[str]:
    return [str(item.content) for deck in room.decks.values() for item in deck.items]
