"""Small helpers to write XML with lxml."""

from typing import Any

from lxml import etree

from mediaquiz.text import clean


def node(tag: str, *children: Any, text: str = "", **attributes: str) -> Any:
    """An element with children, text and attributes; ``_`` at the end of an attribute's name is taken away."""
    element: Any = etree.Element(tag)
    for name, value in attributes.items():
        element.set(name.rstrip("_"), clean(value))
    if text:
        element.text = clean(text)
    element.extend(children)
    return element


def document(root: Any) -> bytes:
    """The XML file, in UTF-8, indented but for what people read, where every space counts."""
    _indent(root, 0)
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return data + b"\n"


def _indent(element: Any, level: int) -> None:
    if not len(element) or etree.QName(element).localname == "div":
        return
    element.text = "\n" + "  " * (level + 1)
    for child in element:
        _indent(child, level + 1)
        child.tail = element.text
    element[-1].tail = "\n" + "  " * level
