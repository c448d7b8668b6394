"""Problems: what is wrong with the input, as data. Stages return them beside their values, all of them."""

from enum import StrEnum

from mediaquiz.model.frozen import dataclass


class Severity(StrEnum):
    """How bad it is. Only an error makes a command end with exit code 1."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of lines in a file: 1-based, both ends inside. ``start`` 0 means the whole file."""

    file: str
    start: int = 0
    end: int = 0
    column: int = 0

    def __str__(self) -> str:
        where = self.file
        if self.start:
            where += f":{self.start}"
            if self.column:
                where += f":{self.column}"
        return where


CODES: dict[str, str] = {
    # 1xx: reading lessons
    "MQ101": "the lesson cannot be read",
    "MQ102": "the lesson is empty",
    "MQ103": "the file is not text",
    "MQ104": "the text is not UTF-8",
    "MQ105": "the lesson is too large",
    "MQ106": "no reader knows this kind of file",
    "MQ107": "the front matter is not understood",
    "MQ108": "no question could be made from the lesson",
    "MQ109": "two lessons would write the same deck",
    "MQ110": "the form of the file is broken, a part of it is not read",
    # 2xx: making items; each is the reason of one gate
    "MQ201": "the quote is not in the lesson",
    "MQ202": "the item does not stand alone",
    "MQ203": "the question gives its answer away",
    "MQ204": "the answer is generic or empty",
    "MQ205": "the answer is the topic of the whole lesson",
    "MQ206": "another answer is also right",
    "MQ207": "the choices are not alike",
    "MQ208": "the same question exists already",
    "MQ209": "it contradicts another item or the page itself",
    "MQ210": "it is about the course or the page, not about the subject",
    "MQ211": "the form is not a question or a clean blank",
    "MQ212": "the fact will perish and carries no date",
    "MQ213": "it is too long or too short",
    "MQ214": "it carries markup or furniture",
    "MQ215": "it asks for a number in a list, not for knowledge",
    "MQ216": "better items filled the lesson's budget",
    "MQ217": "the lesson's words do not bear the answer out",
    "MQ218": "a second reading gave another answer",
    "MQ219": "few teachers would keep it",
    # 3xx: decks
    "MQ301": "the deck is not YAML that mediaquiz reads",
    "MQ302": "anchors, aliases, tags and merge keys are not allowed in decks",
    "MQ303": "a key stands twice",
    "MQ304": "the deck is too large or nested too deep",
    "MQ305": "a field is unknown",
    "MQ306": "a field is missing",
    "MQ307": "a value has the wrong form",
    "MQ308": "an id stands twice",
    "MQ309": "the deck was written by a newer mediaquiz",
    "MQ310": "the lesson changed, but a human's wording was kept",
    "MQ311": "an item could be two old ones; relink decides",
    "MQ312": "the item has no id yet; build gives it one",
    "MQ313": "the deck's lesson is gone; its items are orphaned",
    "MQ314": "the deck cannot be read",
    "MQ315": "an item's type was changed: it is a new item, and the old one is retired",
    "MQ316": "the id of an item was changed",
    "MQ317": "a learner says that something is wrong with the item",
    "MQ318": "two lessons ask the same question with different answers",
    "MQ319": "two lessons ask the same question",
    # 4xx: the review log
    "MQ401": "a record is damaged and was left out",
    "MQ402": "a record was cut off and was left out",
    "MQ403": "one record id has two contents; both are kept",
    "MQ404": "a record of an unknown kind, or with values that cannot be used, was kept, not used",
    "MQ405": "an undo names a record that is not here",
    "MQ406": "the clock is far from the log's last record",
    "MQ407": "the log has reviews of items that no deck holds",
    "MQ408": "the log cannot be read",
    "MQ409": "the snapshot of the log is damaged and is not used",
    "MQ410": "records of a newer mediaquiz were kept, not used",
    # 5xx: formats
    "MQ501": "the format cannot hold this item",
    "MQ502": "the format holds this item in another form",
    "MQ503": "there is nothing to export",
    "MQ504": "a picture cannot go along",
    "MQ505": "there are fewer items than were asked for",
    "MQ506": "the template cannot be used",
    "MQ507": "a part of the theme cannot be used",
    "MQ508": "the blueprint is not understood",
    "MQ509": "the file names no item of this course",
    "MQ510": "letters that no font on this machine has",
    # 6xx: courses and settings
    "MQ601": "this is no course",
    "MQ602": "the course file is not understood",
    "MQ603": "a setting is not understood",
    # 7xx: imports
    "MQ701": "the file is not what the format says",
    "MQ702": "a part of the file is not understood and was left out",
    "MQ703": "a question came in without a part that items cannot hold",
    "MQ704": "an item that was deleted here was not brought back",
    "MQ705": "the item stands in another deck, which was left as it is",
    "MQ706": "the file holds the same question twice",
    "MQ707": "the file says something new, but a human's wording was kept",
    "MQ708": "another picture has the name of one in the file",
    "MQ711": "the file holds no results that can be used",
    "MQ712": "a part of the results is not understood and was left out",
    "MQ713": "answers that cannot be compared with others were left out",
    "MQ714": "the statistics file is damaged or newer; a part of it is not used",
}
"""Every problem code and what it means. A code never changes its meaning; a new meaning gets a new code."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it is, and what to do about it.

    ``code`` is a key of ``CODES``. ``hint`` is a full sentence in the imperative, or empty.
    """

    severity: Severity
    code: str
    message: str
    span: Span | None = None
    hint: str = ""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"unknown problem code {self.code!r}")

    def __str__(self) -> str:
        where = f"{self.span}: " if self.span else ""
        message = self.message if self.message.endswith((".", "?", "!")) or not self.hint else f"{self.message}."
        return f"{where}{self.severity}: {self.code} {message} {self.hint}".rstrip()


def error(code: str, message: str, span: Span | None = None, hint: str = "") -> Problem:
    """A problem that makes the command end with exit code 1."""
    return Problem(Severity.ERROR, code, message, span, hint)


def warning(code: str, message: str, span: Span | None = None, hint: str = "") -> Problem:
    """A problem that the user should look at; the work was done."""
    return Problem(Severity.WARNING, code, message, span, hint)


def info(code: str, message: str, span: Span | None = None, hint: str = "") -> Problem:
    """Something worth saying when asked (``--explain``, ``--json``)."""
    return Problem(Severity.INFO, code, message, span, hint)
