"""What rules find in a lesson, and the concept inventory that is folded from it.

A *finding* is a structure with its meaning: this list names what something is not; these stages come in this order.
Rules (``extract``) make findings, generators (``generate``) ask about them. Every finding carries the block it was
found in, so that an item can quote its source.
"""

from mediaquiz.model.frozen import dataclass
from mediaquiz.model.lesson import Block, Lesson


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands: its block, the lines, and the lesson's own words."""

    block: Block
    line: int
    quote: str


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a family: its name, what the lesson says of it, other names, signs to watch for."""

    name: str
    text: str = ""
    aliases: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Family:
    """Things of one kind: the layers of a stack, the themes of a page, the entries of a list with names.

    ``noun`` is what one of them is called ("layer"); ``name`` what they are together ("the modern media stack").
    ``ordered`` when their order means something.
    """

    name: str
    noun: str
    members: tuple[Member, ...]
    place: Place
    ordered: bool = False
    listed: str = ""
    """The sentence that lists the members, where the lesson has one."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what it means.

    ``verb`` joins the two in the lesson ("is", "states", "occurs"); it is "called" where ``text`` is a sentence that
    the lesson names afterwards, and ``noun`` then is what it calls it: "this process is called …". It is "abbreviates"
    where ``term`` is a short form and ``text`` the words that it stands for.
    """

    term: str
    text: str
    place: Place
    aliases: tuple[str, ...] = ()
    verb: str = "is"
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Contrast:
    """A subject, what it is not, and what it is or does instead.

    ``verb`` joins the subject and the wrong side ("is not", "does not"); ``reason`` tells more where the page does.
    """

    subject: str
    verb: str
    wrong: str
    right: str
    place: Place


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that says something of the field: a takeaway, or a sentence in a safe form.

    ``takeaway`` when the author put it among the key points. ``at`` counts the sentences of its block before it;
    ``salience`` is how likely it carries one of the lesson's points, between 0 and 1.
    """

    text: str
    place: Place
    takeaway: bool = False
    at: int = 0
    salience: float = 0.0


@dataclass(frozen=True, slots=True)
class Analogy:
    """A comparison whose parts stand for each other: (part of the image, part of the subject)."""

    subject: str
    image: str
    pairs: tuple[tuple[str, str], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Standing:
    """A table that marks, for each row, one column of a scale; ``date`` when the page says one."""

    caption: str
    scale: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    place: Place
    noun: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose rows are things of one kind, and whose columns each say one thing of all of them.

    ``noun`` is what a row is ("layer"), ``of`` what the rows belong to ("of a film's sound"), where the lesson says it;
    ``heads`` name the columns after the first; each member of ``rows`` is a thing and its cells, in the order of
    ``heads``, with "" for a cell that says nothing in words. ``lines`` are the rows' lines in the file. ``alike`` when
    another table of the lesson has rows of the same noun.
    """

    noun: str
    of: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    lines: tuple[int, ...]
    place: Place
    alike: bool = False


@dataclass(frozen=True, slots=True)
class Gist:
    """The lesson in one line, in the author's words."""

    text: str
    lang: str
    place: Place


@dataclass(frozen=True, slots=True)
class Exercise:
    """Something to do after the lesson."""

    text: str
    lang: str
    place: Place
    period: str = ""


@dataclass(frozen=True, slots=True)
class Solved:
    """A question that the lesson itself asks, and the lesson's answer."""

    question: str
    answer: str
    place: Place


@dataclass(frozen=True, slots=True)
class Posed:
    """A question that the lesson asks with options, and says of each option whether it is right.

    ``options`` holds (option, whether it is right, what the lesson says of it).
    """

    question: str
    options: tuple[tuple[str, bool, str], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Feat:
    """What one person, people or body has done: ``did`` is the verb with all that tells the deed from others.

    ``asks`` is what a question for the doer begins with: "Who", "Which dynasty".
    """

    who: str
    asks: str
    did: str
    place: Place


Finding = (
    Family | Definition | Contrast | Statement | Analogy | Standing | Grid | Gist | Exercise | Solved | Posed | Feat
)


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that the lesson teaches: its name, other names, what the lesson says it is, where it stands."""

    term: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    family: str = ""
    definition: str = ""
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Extract:
    """Everything found in one lesson: what the generators see."""

    lesson: Lesson
    findings: tuple[Finding, ...]
    concepts: tuple[Concept, ...]
    topic: str = ""
    """What the lesson is about, as a noun phrase in its own words; empty when it does not say."""
