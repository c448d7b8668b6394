"""XML that strangers wrote: no document type, no entities but the five, no network, no depth or size without end."""

import re
from typing import Any

from mediaquiz.model.arrival import Parcel
from mediaquiz.model.problem import Problem, Span, error

_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
"""One that is not closed goes to the end."""
_ELEMENT = re.compile(rb"<[A-Za-z_:\x80-\xff]")


def parse(parcel: Parcel) -> tuple[Any, tuple[Problem, ...]]:
    """The root element, an ``lxml`` one with ``sourceline``; None with an error when there is none to trust."""
    from lxml import etree

    if _has_document_type(parcel.data):
        return None, (_refused(parcel.name),)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(parcel.data, parser)
    except etree.XMLSyntaxError as why:
        line = why.lineno or 0
        message = f"the file is not XML: {why.msg}"
        return None, (error("MQ701", message, Span(parcel.name, line, line), "Export it once more."),)
    except ValueError as why:
        return None, (error("MQ701", f"the file is not XML: {why}", Span(parcel.name), "Export it once more."),)
    if root.getroottree().docinfo.internalDTD is not None:
        return None, (_refused(parcel.name),)
    return root, ()


def _has_document_type(data: bytes) -> bool:
    """Whether one stands before the first element, in any encoding that has one or two bytes a letter."""
    narrow = data.replace(b"\0", b"")
    prolog = _COMMENT.sub(b"", narrow[:65536])
    first = _ELEMENT.search(prolog)
    return b"<!DOCTYPE" in prolog[: first.start() if first else len(prolog)]


def _refused(name: str) -> Problem:
    message = "the file has a document type (DOCTYPE), which could hide entities; it is refused"
    return error("MQ701", message, Span(name, 1, 1), "Take the DOCTYPE out, if you trust the file.")
