"""A form: the questions of one quiz page or test paper, in the order and with the options that it shows."""

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Item


@dataclass(frozen=True, slots=True)
class Question:
    """An item as one form asks it.

    ``options`` are those of a choice, multi or order, or the right sides of a match, as shown; empty for other types.
    ``lesson`` is the title of its lesson, ``lang`` the item's language or else its deck's, ``points`` what a full
    answer is worth.
    """

    item: Item
    lesson: str = ""
    lang: str = "en"
    options: tuple[str, ...] = ()
    points: int = 1


@dataclass(frozen=True, slots=True)
class Form:
    """``name`` is the form's letter, empty where there is only one; ``seed`` gives the same form again."""

    name: str = ""
    seed: int = 1
    questions: tuple[Question, ...] = ()

    @property
    def points(self) -> int:
        """What the whole form is worth."""
        return sum(question.points for question in self.questions)

    @property
    def mixed(self) -> bool:
        """Whether it asks about several lessons, so that a question's context is worth showing."""
        return len({question.lesson for question in self.questions}) > 1
