"""What a reply must look like: for people and chats as words, for programs as a JSON schema."""

from typing import Any

from mediaquiz.model.item import ItemType

KINDS: dict[ItemType, str] = {
    ItemType.SHORT: "a question with an answer of one to four words, taken from the quote",
    ItemType.RECALL: "a why or how question with an answer of at most 25 words",
    ItemType.CLOZE: "a sentence of the lesson with ____ for one term; the answer is the term",
    ItemType.CHOICE: "a question with one right answer and two or three wrong ones",
    ItemType.LIST: "a question for all members of a group; the answers are the members",
    ItemType.ORDER: "a question for an order; the answers are the steps, first to last",
    ItemType.TRUEFALSE: "a statement; the answer is true or false, and the correction makes a false one true",
}
"""The types that a model may propose, and what each is."""

_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    """An object with exactly these fields, as providers want it for strict output."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list_of(name: str, properties: dict[str, Any]) -> dict[str, Any]:
    return _object({name: {"type": "array", "items": _object(properties)}})


WRONG = {"type": "array", "items": _object({"text": _TEXT, "why": _TEXT})}
"""Wrong answers, each with the reason."""

ITEMS = _list_of(
    "items",
    {
        "type": {"type": "string", "enum": [kind.value for kind in KINDS]},
        "question": _TEXT,
        "answers": _TEXTS,
        "accept": _TEXTS,
        "wrong": WRONG,
        "correction": _TEXT,
        "quote": _TEXT,
        "explanation": _TEXT,
        "concept": _TEXT,
    },
)
"""Proposed items. Every field is always there, empty where an item has none."""

ANSWERS = _list_of("answers", {"number": {"type": "integer"}, "answer": _TEXTS})
"""Answers to numbered questions, for the round trip: several for a list or an order."""

IMPROVEMENTS = _list_of(
    "improvements", {"number": {"type": "integer"}, "question": _TEXT, "wrong": WRONG, "explanation": _TEXT}
)
"""Better words for numbered items: the answer is not among the fields."""

EXAMPLE = """{"items": [
  {"type": "choice", "question": "Why is dough folded while it rests?", "answers": ["To stretch the gluten"],
   "wrong": [{"text": "To cool the flour", "why": "folding warms it"}, {"text": "To let gas escape", "why": "the gas \
should stay"}],
   "accept": [], "correction": "", "quote": "Folding stretches the gluten, so the crumb stays open.",
   "explanation": "Stretched gluten holds the gas.", "concept": "folding"}
]}"""
"""A reply as it should be."""
