"""The note types that mediaquiz puts into Anki: names, numeric ids, field lists and templates.

Everything but the look is frozen. Anki recognises what it imported before by these ids and lists; one added, removed,
renamed or reordered field would turn every note that a learner has into a conflict. ``Extra1`` and ``Extra2`` were
there so that something new needs no new field: they hold what is read aloud in English and in Korean. The look (HTML
and style) may change: ``model.looks`` says its hash and when it changed, for Anki takes the newer one.
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
_CARD = '<article class="mq mathjax_ignore" lang="{{{{Lang}}}}">\n{}\n</article>'
_TASK = '{{#Task}}<p class="task">{{Task}}</p>{{/Task}}'
_FRONT = '<div class="front">{{Front}}</div>'
_LINE = '<hr id="answer">'
_ACCEPTED = '{{#Accepted}}<p class="accepted">{{Accepted}}</p>{{/Accepted}}'
# Read aloud in the answer's language, where a course wants it: else the fields are empty.
_SPEECH = (
    '{{#Extra1}}<span class="speech">{{tts en_US:Extra1}}</span>{{/Extra1}}'
    '{{#Extra2}}<span class="speech">{{tts ko_KR:Extra2}}</span>{{/Extra2}}'
)
# Other options first each time, so that nobody learns places. Both sides share one order through the session; where
# there is none, and without scripts, the options stand as they were exported.
_SHUFFLE = """<script>
(function () {
  var list = document.querySelector(".mq .options:not(.fixed)"), name = "mq-order";
  if (!list) return;
  try {
    var own = list.closest("[data-item]").dataset.item, back = !!document.getElementById("answer");
    var kept = JSON.parse(sessionStorage.getItem(name) || "{}"), order = back && kept.item === own ? kept.order : [];
    var rows = Array.from(list.children);
    if (!back) {
      order = rows.map(function (_, place) { return place; });
      for (var i = order.length - 1; i > 0; i--) {
        var j = Math.floor(Math.random() * (i + 1)), held = order[i];
        order[i] = order[j];
        order[j] = held;
      }
      sessionStorage.setItem(name, JSON.stringify({ item: own, order: order }));
    }
    if (order.length !== rows.length) return;
    order.forEach(function (place) { list.appendChild(rows[place]); });
  } catch (_) {}
})();
</script>"""
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
    back=_card(_TASK, _FRONT, _LINE, '<div class="back">{{Back}}</div>', _SPEECH, _MORE),
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
    back=_card('<div class="front">{{cloze:Text}}</div>', _SPEECH, _ACCEPTED, _MORE),
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
    front=_card(_TASK, _FRONT, '<div class="choose" data-item="{{ID}}">{{Options}}</div>', _SHUFFLE),
    back=_card(
        _TASK, _FRONT, _LINE, '<div class="chosen" data-item="{{ID}}">{{Answer}}</div>', _SPEECH, _MORE, _SHUFFLE
    ),
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
    back=_card(_FRONT, _LINE, "{{type:Answer}}", '<div class="back">{{Answer}}</div>', _SPEECH, _ACCEPTED, _MORE),
)

NOTE_TYPES = (BASIC, CLOZE, CHOICE, TYPE_IN)
"""All note types. A new one may be added; a released one only changes its look."""
