"""The note types that mediaquiz puts into Anki: names, numeric ids, field lists and templates.

Everything but the look is frozen. Anki recognises what it imported before by these ids and lists; one added, removed,
renamed or reordered field would turn every note that a learner has into a conflict. ``Extra1`` and ``Extra2`` are
there so that something new never needs a new field. The look (HTML and style) may change: ``model.looks`` says its
hash and when it changed, for Anki takes the newer one.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from mediaquiz.text import content_hash


@dataclass(frozen=True, slots=True)
class NoteType:
    """One note type with its one card template. ``fields`` are names and ids; the first field is the one to sort by.

    ``Shipment.changed_at`` may hold the time of its last change under ``key``.
    """

    key: str
    name: str
    id: int
    fields: tuple[tuple[str, int], ...]
    template_id: int
    front: str
    back: str
    cloze: bool = False


TEMPLATE = "Card"
"""The name of each note type's template."""


@cache
def style() -> str:
    """The style sheet that all note types share."""
    return files(__package__).joinpath("card.css").read_text(encoding="utf-8")


def look(kind: NoteType) -> str:
    """The hash of all that may change of a note type."""
    return content_hash([kind.front, kind.back, style()])


# MathJax leaves the class alone: a lesson's \( is text. ``Lang`` lets browsers choose glyphs and line breaks.
_CARD = '<article class="mq tex2jax_ignore" lang="{{{{Lang}}}}">\n{}\n</article>'
_TASK = '{{#Task}}<p class="task">{{Task}}</p>{{/Task}}'
_FRONT = '<div class="front">{{Front}}</div>'
_LINE = '<hr id="answer">'
_ACCEPTED = '{{#Accepted}}<p class="accepted">{{Accepted}}</p>{{/Accepted}}'
# On one line: the box must be :empty when no field is filled.
_MORE = (
    '<section class="more">'
    '{{#Why}}<div class="why">{{Why}}</div>{{/Why}}'
    "{{#Source}}<blockquote>{{Source}}</blockquote>{{/Source}}"
    '{{#Lesson}}<p class="lesson">{{Lesson}}</p>{{/Lesson}}'
    "</section>"
)


def _card(*parts: str) -> str:
    return _CARD.format("\n".join(parts))


BASIC = NoteType(
    key="notetype:basic",
    name="mediaquiz Basic",
    id=141117705314,
    fields=(
        ("Front", 399056728944),
        ("Back", 723919342644),
        ("Task", 283590901905),
        ("Why", 674270726982),
        ("Source", 809679428803),
        ("Lesson", 282229462046),
        ("Lang", 161930509608),
        ("ID", 1062423774053),
        ("Extra1", 532533434678),
        ("Extra2", 460229666529),
    ),
    template_id=451737096795,
    front=_card(_TASK, _FRONT),
    back=_card(_TASK, _FRONT, _LINE, '<div class="back">{{Back}}</div>', _MORE),
)

CLOZE = NoteType(
    key="notetype:cloze",
    name="mediaquiz Cloze",
    id=802640370694,
    fields=(
        ("Text", 749169720044),
        ("Accepted", 851371756991),
        ("Why", 687006287443),
        ("Source", 544020859021),
        ("Lesson", 925124593078),
        ("Lang", 411666940394),
        ("ID", 294325252524),
        ("Extra1", 1018953219540),
        ("Extra2", 609375555451),
    ),
    template_id=605120118007,
    front=_card('<div class="front">{{cloze:Text}}</div>'),
    back=_card('<div class="front">{{cloze:Text}}</div>', _ACCEPTED, _MORE),
    cloze=True,
)

CHOICE = NoteType(
    key="notetype:choice",
    name="mediaquiz Choice",
    id=329485933687,
    fields=(
        ("Front", 451185358956),
        ("Options", 435087004372),
        ("Answer", 299630658175),
        ("Task", 86955671378),
        ("Why", 1005005295414),
        ("Source", 15637569515),
        ("Lesson", 108937491057),
        ("Lang", 173361548011),
        ("ID", 263147729040),
        ("Extra1", 552152856134),
        ("Extra2", 680045814648),
    ),
    template_id=464038880193,
    front=_card(_TASK, _FRONT, '<div class="choose">{{Options}}</div>'),
    back=_card(_TASK, _FRONT, _LINE, '<div class="chosen">{{Answer}}</div>', _MORE),
)

TYPE_IN = NoteType(
    key="notetype:type-in",
    name="mediaquiz Type-in",
    id=81101674166,
    fields=(
        ("Front", 214765081111),
        ("Answer", 970526252937),
        ("Accepted", 722434056082),
        ("Why", 530102066823),
        ("Source", 258460838021),
        ("Lesson", 3962481083),
        ("Lang", 43512474968),
        ("ID", 166139010473),
        ("Extra1", 185224612642),
        ("Extra2", 995487708690),
    ),
    template_id=867130246044,
    front=_card(_FRONT, "{{type:Answer}}"),
    back=_card(_FRONT, _LINE, "{{type:Answer}}", '<div class="back">{{Answer}}</div>', _ACCEPTED, _MORE),
)

NOTE_TYPES = (BASIC, CLOZE, CHOICE, TYPE_IN)
"""All note types. A new one may be added; a released one only changes its look."""
