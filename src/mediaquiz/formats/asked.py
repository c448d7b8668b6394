"""A question of a learning platform while it is read, and the items that its answers make it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mediaquiz.decks.identity import ID
from mediaquiz.formats import lms
from mediaquiz.formats.htmltext import Found
from mediaquiz.formats.intake import Intake
from mediaquiz.model.item import Choice, Content, Item, ItemType, Multi, Short, TrueFalse
from mediaquiz.text import one_line, slug

NOTHING = Found()
SURE = 99.9
"""The percentage from which an answer is right."""
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its text, what it counts in percent, what is said to those who give it."""

    text: str
    percent: float
    told: str = ""


@dataclass(slots=True)
class Asked:
    """A question: where it stands, what the platform calls it, its parts as text."""

    intake: Intake
    line: int
    name: str = ""
    number: str = ""
    """The platform's own id."""
    tags: list[str] = field(default_factory=list)
    category: str = ""
    stem: Found = NOTHING
    after: Found = NOTHING
    """What is said to everybody afterwards."""
    answers: list[Answer] = field(default_factory=list)
    more: list[str] = field(default_factory=list)
    """What was said to single answers, which an item keeps in its explanation."""
    given: int = 0
    """How many items the question gave so far."""

    @property
    def kind(self) -> ItemType | None:
        """The type that mediaquiz wrote into the tags."""
        return lms.type_of(self.tags)

    @property
    def own_id(self) -> str:
        """The id that mediaquiz gave, in a question that it wrote."""
        name = self.number or lms.id_of(self.tags)
        return name if self.kind and ID.fullmatch(name) else ""

    def add(self, content: Content) -> None:
        """Bring the item in."""
        explain = "\n".join(part for part in (self.after.whole, *self.more) if part)
        tags = [tag for tag in self.tags if tag and not lms.is_ours(tag)]
        if self.category and not self.kind:
            tags.append(slug(self.category))
        item = Item(self.own_id, content, explain=explain, tags=tuple(dict.fromkeys(tags)), lang=self.stem.lang)
        self.given += 1
        key = self.number if self.given == 1 else f"{self.number}#{self.given}"
        self.intake.add(item, self.line, key=key if self.number and not self.own_id else "")

    def simplified(self, message: str) -> None:
        """Tell of a part that did not come in."""
        self.intake.simplified(f"{self.shown}: {message}", self.line)

    def left_out(self, message: str, hint: str) -> None:
        """Tell of a question that did not come in."""
        self.intake.left_out(f"{self.shown}: {message}", self.line, hint)

    @property
    def shown(self) -> str:
        """The question's name in messages."""
        return repr(one_line(self.name or self.stem.whole)[:_SHOWN])

    def keep_told(self, answers: Iterable[Answer]) -> None:
        """What is said to single answers goes into the explanation."""
        self.more += [f"{answer.text}: {answer.told}" for answer in answers if answer.told]


def choice(asked: Asked, *, several: bool) -> Iterator[Content]:
    """A multiple-choice question with one or several right options."""
    stem, answers = asked.stem.whole, asked.answers
    asked.keep_told(answers)
    right = tuple(answer.text for answer in answers if answer.percent > 0)
    keys = [answer.text for answer in answers if answer.percent >= SURE]
    if several:
        yield Multi(stem, right, tuple(answer.text for answer in answers if answer.percent <= 0))
    elif len(keys) != 1:
        asked.left_out(f"{len(keys)} options are right in full", "Make one option count 100 %.")
    else:
        if len(right) > 1:
            asked.simplified("options that count in part are wrong now")
        yield Choice(stem, keys[0], tuple(answer.text for answer in answers if answer.text != keys[0]))


def truth(asked: Asked) -> Iterator[Content]:
    """A statement, true or false; what is said to those who get it wrong is its correction."""
    right = next((answer for answer in asked.answers if answer.percent >= SURE), None)
    if right is None:
        asked.left_out("neither true nor false is right", "Give one of them 100 %.")
        return
    wrong = [answer.told for answer in asked.answers if answer is not right]
    asked.keep_told([right])
    yield TrueFalse(asked.stem.whole, right.text.casefold() == "true", "".join(wrong[:1]))


def short(asked: Asked) -> Iterator[Content]:
    """A question with a typed answer. An asterisk in an answer stands for anything, ``\\*`` for itself."""
    good = [answer for answer in asked.answers if answer.percent >= SURE]
    patterns = [answer for answer in good if "*" in answer.text.replace("\\*", "")]
    texts = [answer.text.replace("\\*", "*") for answer in good if answer not in patterns]
    if patterns:
        asked.simplified("answers with a * for anything were left out")
    if len(good) < len(asked.answers):
        asked.simplified("answers that count in part, or not at all, were left out")
    asked.keep_told(asked.answers)
    if texts:
        yield Short(asked.stem.whole, texts[0], tuple(texts[1:]))
    else:
        asked.left_out("no answer is right in full", "Give one answer 100 %.")
