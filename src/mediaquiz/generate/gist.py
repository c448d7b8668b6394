"""Generator: the lesson in one line, as a question for that line."""

import re
from collections.abc import Iterable, Iterator

from mediaquiz.generate.english import full_stop, quoted
from mediaquiz.generate.make import candidate
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.concept import Extract, Gist
from mediaquiz.model.item import Recall

_ABOUT_COURSE = re.compile(r"레슨|강의|코스|트랙|\b(?:lessons?|course|track|tracks|module)\b", re.IGNORECASE)
_BELIEF = re.compile(
    r"^(?P<belief>.{4,120}?)(?:라고|다고) (?:생각하면|믿으면|여기면|착각하면)[^.]{0,30}[.。]\s*"
    r"(?:실제로는|사실은)\s+(?P<truth>[^.。]+)"
)
_OPEN_ENDINGS = (
    ("는 거고", "는 거야"),
    ("은 거고", "은 거야"),
    ("인 거고", "인 거야"),
    ("것이고", "것이다"),
    ("이고", "이다"),
)
_FEWEST_WORDS = 5
"""What is left of a gist without the course must still say something."""
_CLOSED = re.compile(r"(?:다|야|요|음|함|임|mode|[.!?。)”\"’'])$|[^가-힣]$")


def generate(extract: Extract) -> Iterable[Candidate]:
    """One item for each gist, without what it says of the course."""
    for found in extract.findings:
        if isinstance(found, Gist):
            text = _without_course(found.text)
            if text and found.lang == "ko":
                yield from _korean(found, text, extract)
            elif text and extract.lesson.title:
                yield _make(
                    found,
                    Recall(f"In one line, what is the point of {quoted(extract.lesson.title)}?", full_stop(text)),
                    _UNSURE,
                )


def _korean(found: Gist, text: str, extract: Extract) -> Iterator[Candidate]:
    belief = _BELIEF.match(text)
    if belief:
        truth = re.sub(r"\s*(?:거야|거다|거예요|것이다|것입니다)[.。]?$", " 것", belief["truth"].strip())
        yield _make(
            found, Recall(f"“{belief['belief']}라는 생각은 틀렸어요. 실제로는 어떤가요?".replace("“", ""), f"{truth}.")
        )
    elif extract.lesson.title:
        yield _make(found, Recall(f"{quoted(extract.lesson.title)}의 핵심을 한 줄로 말하면?", text), _UNSURE)


def _make(found: Gist, content: Recall, trust: float = 0.9) -> Candidate:
    return candidate("gist", content, found.place, aspect="gist", fact="gist:" + found.lang, trust=trust, value=0.8)


_UNSURE = 0.45
"""What a whole lesson comes to has many right wordings: a draft, for the teacher to take or leave."""


def _without_course(text: str) -> str:
    """The gist up to the clause that speaks of the course; nothing when that clause cannot be cut off cleanly."""
    if not _ABOUT_COURSE.search(text):
        return text
    kept: list[str] = []
    for sentence in re.split(r"(?<=[.!?。])\s+", text):
        clauses = re.split(r",\s+", sentence)
        good = []
        for clause in clauses:
            if _ABOUT_COURSE.search(clause):
                break
            good.append(clause)
        if len(good) == len(clauses):
            kept.append(sentence)
            continue
        if good and (closed := _close(", ".join(good))):
            kept.append(closed)
        break
    rest = " ".join(kept)
    return rest if len(rest.split()) >= _FEWEST_WORDS else ""


def _close(clause: str) -> str:
    """A Korean clause that ended in ``-고`` as a full sentence; empty when its ending is another one."""
    for ending, closed in _OPEN_ENDINGS:
        if clause.endswith(ending):
            return clause.removesuffix(ending) + closed + "."
    return clause + "." if _CLOSED.search(clause) else ""
