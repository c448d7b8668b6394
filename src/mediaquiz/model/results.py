"""What learners answered in a test elsewhere: on a page of ours, in Moodle, in Canvas. Never stored."""

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.problem import Span


@dataclass(frozen=True, slots=True)
class Response:
    """One answer to one question.

    ``item`` and ``seen`` are the item's id and the hash of its wording where the file tells them (ours does); ``text``
    is the question as other programs show it. ``given`` is what was answered, in parts: None for
    nothing, empty where the file does not tell. ``share`` is
    how much of it is right, 0 to 1; None where nobody has said. ``key`` is the right answer where the file has it.
    ``self_judged`` marks a share that is the learner's own word.
    """

    item: str = ""
    seen: str = ""
    type: str = ""
    text: str = ""
    given: tuple[str, ...] | None = None
    share: float | None = None
    key: str | None = None
    self_judged: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """All answers of one learner in one go.

    ``learner`` is whatever the file calls them, empty for nobody; ``started`` a text that sorts by time, empty where
    the file does not tell; ``attempt`` counts from 1, 0 where it does not tell. ``test`` names the test.
    """

    learner: str
    responses: tuple[Response, ...]
    span: Span
    test: str = ""
    started: str = ""
    attempt: int = 0
