"""Text inside a paragraph of a web page: the same marks that the Markdown reader keeps, and none else.

Back-ticks stay around code and dollars around formulas; bold and italic terms are noted; links lose their targets.
"""

import re
from dataclasses import dataclass, field

from mediaquiz.readers import marks
from mediaquiz.readers.htmltree import Element, name_of, names, text_in
from mediaquiz.text import one_line

INLINE = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em font i img ins kbd label mark math mjx-container q ruby rt rp rb s "
    "samp script small span strike strong sub sup time tt u var wbr".split()
)
"""Elements that stand in a line of text."""
_CODE = frozenset({"code", "tt", "samp"})
_STRONG = frozenset({"strong", "b", "em", "i", "dfn"})
_SILENT = frozenset({"script", "style", "img", "rp", "wbr", "pre", "figcaption"})
BREAK = "\x1e"
"""A line break that the author set. White space to ``str.split``; clean text never holds it."""
_ANCHOR = re.compile(r"^[\s¶#§🔗⚓\u200b]*$")
_NOTE_TARGET = re.compile(r"^#(?:fn|cite|footnote|ref)", re.IGNORECASE)
_DEEPEST = 60


@dataclass(slots=True)
class Told:
    """What inline text tells besides its words."""

    emphasis: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


def inline(element: Element, told: Told) -> str:
    """The text in an element, one line."""
    return one_line(_inside(element, told, 0))


def piece(element: Element, told: Told) -> str:
    """The text of one element among others, with the spaces at its ends."""
    return _of(element, told, 0)


def _inside(element: Element, told: Told, depth: int) -> str:
    parts = [element.text or ""]
    for child in element:
        parts += [_of(child, told, depth), child.tail or ""]
    return "".join(parts)


def _of(element: Element, told: Told, depth: int) -> str:
    tag = name_of(element)
    if depth > _DEEPEST:
        return text_in(element)
    if (formula := formula_in(element)) is not None:
        return formula
    if tag in _SILENT or _is_rendering(element):
        return ""
    if tag in _CODE:
        code = text_in(element)
        return f"`{code}`" if code and "`" not in code else code
    if tag == "br":
        return BREAK
    if tag in {"sup", "sub"}:
        return _raised(element, tag, told, depth)
    if tag == "a":
        return _link(element, told, depth)
    text = _inside(element, told, depth + 1)
    if tag in _STRONG and (term := one_line(text).strip(" .:")):
        told.emphasis.append(term)
    return text if tag in INLINE else f" {text} "


def formula_in(element: Element) -> str | None:
    """The TeX of a formula between dollars; None when the element is no formula, its letters where no TeX is told."""
    tag, told = name_of(element), names(element)
    if tag == "math":
        return marks.formula(text_in(element), display=element.get("display") == "block")
    if tag == "script" and element.get("type", "").startswith("math/"):
        return marks.formula("".join(map(str, element.itertext())), display="mode=display" in element.get("type", ""))
    if tag == "mjx-container" and not any(name_of(one) == "math" for one in element.iter()):
        return ""
    if tag in {"span", "div"} and "math" in told and marks.is_formula(text_in(element)):
        return marks.formula(text_in(element), display="display" in told)
    return None


def _is_rendering(element: Element) -> bool:
    """What shows a formula whose TeX stands beside it."""
    told = names(element)
    return "katex-html" in told or any(name.startswith("mathjax") for name in told)


def _raised(element: Element, tag: str, told: Told, depth: int) -> str:
    """``10<sup>6</sup>`` is 10^6 and not 106; a number that leads to a footnote is nothing."""
    if any(_NOTE_TARGET.match(link.get("href", "")) for link in element.iter("a")):
        return ""
    return marks.raised(_inside(element, told, depth + 1), tag)


def _link(element: Element, told: Told, depth: int) -> str:
    target = element.get("href", "").strip()
    text = _inside(element, told, depth + 1)
    if _ANCHOR.match(text) or "footnote-ref" in names(element) or element.get("role") == "doc-noteref":
        return ""
    if re.match(r"(?:https?:|mailto:|[^:#]+$)", target, re.IGNORECASE):
        told.links.append(target)
    return text
