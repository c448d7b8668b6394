"""Anki's card templates filled with a note's fields: what stands on each side of a card, as HTML.

Fields, filters and sections as https://docs.ankiweb.net/templates/intro.html tells them. What only the program itself
can show (a box to type into, a hint behind a link, speech) is left out of the front.
"""

import re
from collections.abc import Mapping

_TOKEN = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HIDDEN_IN_FRONT = frozenset({"type", "hint"})
_NEVER_SHOWN = frozenset({"tts", "tts-voices"})
_NO_FIELDS = frozenset({"FrontSide", "Tags", "Type", "Deck", "Subdeck", "CardFlag", "Card", "CardID"})


def side(template: str, fields: Mapping[str, str], *, front: bool) -> str:
    """One side of a card. The back is without ``{{FrontSide}}``."""
    shown: list[str] = []
    sections: list[tuple[str, bool]] = []
    pieces = _TOKEN.split(_COMMENT.sub("", template))
    for place, piece in enumerate(pieces):
        visible = all(on for _, on in sections)
        if place % 2 == 0:
            shown.append(piece if visible else "")
        elif piece[:1] in ("#", "^"):
            name = piece[1:].strip()
            sections.append((name, (fields.get(name, "").strip() != "") == (piece[0] == "#")))
        elif piece[:1] == "/":
            sections = _closed(sections, piece[1:].strip())
        elif visible:
            shown.append(_value(piece.strip(), fields, front))
    return "".join(shown)


def asked_by_typing(front: str) -> str:
    """The field that the learner types, ``{{type:Field}}``; empty when there is none."""
    for piece in _TOKEN.findall(front):
        filters, name = _parts(piece)
        if "type" in filters and "cloze" not in filters:
            return name
    return ""


def cloze_field(front: str) -> str:
    """The field that ``{{cloze:Field}}`` shows; empty when there is none."""
    return next((name for filters, name in map(_parts, _TOKEN.findall(front)) if "cloze" in filters), "")


def _parts(piece: str) -> tuple[list[str], str]:
    *filters, name = (part.strip() for part in piece.split(":"))
    return [one.split()[0] for one in filters if one], name


def _closed(sections: list[tuple[str, bool]], name: str) -> list[tuple[str, bool]]:
    """The sections that are still open after one of a name ends."""
    for place in range(len(sections) - 1, -1, -1):
        if sections[place][0] == name:
            return sections[:place]
    return sections


def _value(piece: str, fields: Mapping[str, str], front: bool) -> str:
    filters, name = _parts(piece)
    if name in _NO_FIELDS or piece.startswith("!") or not _NEVER_SHOWN.isdisjoint(filters):
        return ""
    if front and not _HIDDEN_IN_FRONT.isdisjoint(filters):
        return ""
    return fields.get(name, "")
