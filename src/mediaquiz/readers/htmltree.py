"""A web page as a tree: parsed safely, without the site's furniture, and cut down to its main content.

What is furniture is told by structure and by kind of name (a navigation, a cookie notice), never by site. An element
that holds most of the page's text, or its title, is never furniture, whatever it is called.
"""

import re
from collections.abc import Iterator

from lxml import etree

from mediaquiz.text import clean

Element = etree._Element

_UNREAD = frozenset(
    "script style noscript template iframe object embed svg canvas video audio map head button input select option"
    " textarea datalist dialog menu".split()
)
_FURNITURE = frozenset({"nav", "footer", "form", "aside", "header"})
_ROLES = frozenset(
    "navigation banner contentinfo search complementary dialog alertdialog menu menubar toolbar tablist".split()
)
_NAMES = re.compile(
    r"(?:nav|navbar|navigation|navlinks?|breadcrumbs?|crumbs|menu|sidebar|sidenav|side|toc|contents|footer|foot|masthead"
    r"|pagination|pager|paginator|prevnext|skip|skiplink|comments?|disqus|replies|cookies?|consent|gdpr|share|sharing|social"
    r"|newsletter|subscribe|signup|login|advert|ads?|adsense|promo|sponsor|sponsors|related|recommended|feedback|toolbar"
    r"|searchbox|search|badges?|editpage|lastupdated|timestamp|byline|popup|modal|toast|overlay|copyright|headerlink)"
)
_LONG_NAMES = re.compile(
    r"\b(?:table-of-contents|on-this-page|prev-next|edit-this-page|edit-page|page-meta|article-meta|post-meta|last-updated"
    r"|skip-link|skip-to-content|visually-hidden|sr-only|screen-reader-text|bottom-nav|top-nav|lesson-progress"
    r"|progress-bar|back-to-top|to-top|related-posts|read-next|cookie-(?:banner|notice|bar)|author-(?:bio|box|card))\b"
)
_NOTES = re.compile(
    r"note|tip|hint|info|warning|caution|danger|important|callout|admonition|example|definition|theorem|key|box|summary"
    r"|exercise|challenge|question|remark|takeaway|objective|sidenote|margin",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PLAIN_BOXES = frozenset({"div", "section", "ul", "ol", "p", "span", "a", "aside", "header", "table", "dl", "figure"})
_CONTAINERS = frozenset({"div", "section", "article", "center", "td", "table", "tbody", "tr", "form"})
_MOST = 0.5
_HEAVY = 0.85


def parse(text: str) -> tuple[Element | None, int]:
    """The tree of an HTML text (None when there is none), and the line where reading had to stop (0: nowhere).

    Broken HTML is read as browsers do; nothing is fetched. Only elements nested deeper than any page stop the reading.
    """
    parser = etree.HTMLParser(recover=True, no_network=True, remove_pis=True, huge_tree=True, encoding="utf-8")
    root = etree.fromstring(text.encode("utf-8"), parser) if text.strip() else None
    if root is not None:
        etree.strip_tags(root, etree.Comment)
    return root, next((entry.line for entry in parser.error_log if entry.level == etree.ErrorLevels.FATAL), 0)


def name_of(element: Element) -> str:
    """The element's tag in lower case; empty for what is no element."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def names(element: Element) -> tuple[str, ...]:
    """The names in the element's class attribute, in lower case."""
    return tuple(element.get("class", "").lower().split())


def text_in(element: Element) -> str:
    """All text in an element, one line; what scripts and styles hold is no text."""
    return " ".join("".join(map(str, element.itertext())).split())


def content(root: Element) -> Element:
    """The part of a page that holds its lesson, with the furniture taken out of the whole tree."""
    drop_unread(root)
    sizes = _sizes(root)
    _drop_furniture(root, sizes)
    body = next((one for one in root.iter("body")), root)
    mains = [one for one in body.iter() if name_of(one) == "main" or one.get("role") == "main"]
    articles = [one for one in body.iter("article") if sizes[one] > _MOST * sizes[body]]
    for found in (*mains[:1], *articles[:1]):
        if sizes[found]:
            return found
    return _heaviest(body, sizes)


def drop_unread(root: Element) -> None:
    """Take out what is no text (scripts, pictures, controls), and make each formula its TeX."""
    for element in [one for one in root.iter() if name_of(one) in _UNREAD and not _is_math(one)]:
        if name_of(element) == "button" and any(re.fullmatch(r"h[1-6]", name_of(one)) for one in element):
            element.tag = "div"  # a heading that opens its section on a click
        else:
            remove(element)
    for formula in list(root.iter("math")):
        text = _tex(formula)
        for child in list(formula):
            formula.remove(child)
        formula.text = clean(text)


_TEX = re.compile(r"tex", re.IGNORECASE)


def _tex(formula: Element) -> str:
    """The TeX that a formula carries, else its letters."""
    notes = (one for one in formula.iter() if name_of(one) == "annotation" and _TEX.search(one.get("encoding", "")))
    told = next((text_in(note) for note in notes), "") or formula.get("alttext", "")
    return str(told or text_in(formula))


def remove(element: Element) -> None:
    """Take an element out of its tree; the text that follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = clean((parent.text or "") + element.tail)
        else:
            before.tail = clean((before.tail or "") + element.tail)
    parent.remove(element)


def _is_math(element: Element) -> bool:
    """MathJax keeps the TeX of a formula in a script."""
    return element.get("type", "").startswith("math/")


def _sizes(root: Element) -> dict[Element, int]:
    """How much text each element holds. Bottom up, so that deep trees cost no more than flat ones."""
    sizes: dict[Element, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        own = len((element.text or "").strip())
        sizes[element] = own + sum(sizes.get(child, 0) + len((child.tail or "").strip()) for child in element)
    return sizes


def _drop_furniture(root: Element, sizes: dict[Element, int]) -> None:
    kept = {above for title in root.iter("h1", "main", "article") for above in title.iterancestors()}
    whole = sizes[root]
    for element in list(_outermost(root, kept, sizes, whole)):
        remove(element)


def _outermost(root: Element, kept: set[Element], sizes: dict[Element, int], whole: int) -> Iterator[Element]:
    """Furniture that stands in no other furniture."""
    dropped: set[Element] = set()
    for element in root.iter():
        above = element.getparent()
        if above in dropped:
            dropped.add(element)
        elif _is_hidden(element) or (
            _is_furniture(element) and element not in kept and sizes[element] <= _MOST * whole
        ):
            dropped.add(element)
            yield element


def _is_hidden(element: Element) -> bool:
    """Hidden from every reader. A solution that opens on a click is not: it is styled by a class."""
    if name_of(element) in {"html", "body", "math", "semantics", "annotation"}:
        return False
    shown = element.get("hidden") is None and not _HIDDEN_STYLE.search(element.get("style", ""))
    return not shown or (element.get("aria-hidden") == "true" and name_of(element) != "pre")


def _is_furniture(element: Element) -> bool:
    tag, given = name_of(element), element.get("role", "")
    if tag == "aside" or given == "complementary":
        return not _NOTES.search(element.get("class", ""))
    if tag in _FURNITURE or given in _ROLES:
        return True
    if tag not in _PLAIN_BOXES:
        return False
    told = element.get("class", "").lower()
    if any(_NAMES.fullmatch(word) for word in told.split()) or _LONG_NAMES.search(told):
        return True
    known = element.get("id", "").lower()
    return bool(_NAMES.fullmatch(known) or _LONG_NAMES.fullmatch(known)) and not _begins_with_heading(element)


def _begins_with_heading(element: Element) -> bool:
    """A section that is named after its own heading: ``<section id="comments"><h2>Comments in Python</h2>``."""
    first = next(iter(element), None)
    return first is not None and re.fullmatch(r"h[1-6]", name_of(first)) is not None


def _heaviest(body: Element, sizes: dict[Element, int]) -> Element:
    """Down from the body as long as one child holds nearly all text."""
    here = body
    while True:
        heavy = next((child for child in here if sizes.get(child, 0) > _HEAVY * max(1, sizes[here])), None)
        if heavy is None or name_of(heavy) not in _CONTAINERS:
            return here
        here = heavy
