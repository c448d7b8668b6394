"""The archive: a manifest, a test with a section for each lesson, the items, the pictures."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from mediaquiz.formats import lms
from mediaquiz.formats.archive import zipped
from mediaquiz.formats.markup import addresses
from mediaquiz.formats.qti.items import QTI, ItemWriter, in_namespace
from mediaquiz.formats.shipping import Entry, ship
from mediaquiz.formats.xmltree import document, node
from mediaquiz.model.problem import Problem
from mediaquiz.model.stages import Shipment

_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_TEST = "test.xml"
_ITEM_TYPE, _TEST_TYPE = "imsqti_item_xmlv2p1", "imsqti_test_xmlv2p1"


def write(shipment: Shipment) -> tuple[bytes, tuple[Problem, ...]]:
    """A zip with ``imsmanifest.xml``, ``test.xml``, ``items/`` and the pictures."""
    writer = ItemWriter(shipment.media)
    items, problems = ship(shipment, "qti", writer.item)
    files = {_path(entry): document(item) for entry, item in items}
    paths = {writer.address(path): path for path in shipment.media}
    pictures = {name: [paths[one] for one in addresses(data.decode("utf-8"))] for name, data in files.items()}
    used = {path: shipment.media[path] for named in pictures.values() for path in named}
    entries = [entry for entry, _ in items]
    manifest = _manifest(entries, pictures)
    test = _test(shipment.course_title, entries)
    data = zipped({"imsmanifest.xml": document(manifest), _TEST: document(test), **files, **used})
    return data if items else b"", problems


def _path(entry: Entry) -> str:
    return f"items/mq_{entry.item.id}.xml"


def _manifest(entries: Sequence[Entry], pictures: dict[str, list[str]]) -> Any:
    schema = node("metadata", node("schema", text="QTIv2.1 Package"), node("schemaversion", text="1.0.0"))
    items = [_resource(f"mq_{entry.item.id}", _ITEM_TYPE, _path(entry), pictures[_path(entry)]) for entry in entries]
    depends = [node("dependency", identifierref=f"mq_{entry.item.id}") for entry in entries]
    test = _resource("test", _TEST_TYPE, _TEST, [])
    test.extend(depends)
    root = node("manifest", schema, node("organizations"), node("resources", test, *items), identifier="mediaquiz")
    return in_namespace(
        root, _PACKAGE, f"{_PACKAGE} http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd"
    )


def _resource(name: str, kind: str, path: str, more: Sequence[str]) -> Any:
    return node("resource", *(node("file", href=one) for one in (path, *more)), identifier=name, type_=kind, href=path)


def _test(title: str, entries: Sequence[Entry]) -> Any:
    sections = [
        _section(f"section{place}", " · ".join(lms.path_of("", deck)) or title, list(group))
        for place, (deck, group) in enumerate(groupby(entries, key=lambda entry: entry.deck), start=1)
    ]
    part = node("testPart", *sections, identifier="part1", navigationMode="nonlinear", submissionMode="individual")
    root = node("assessmentTest", part, identifier="test", title=title)
    return in_namespace(root, QTI, f"{QTI} {QTI}.xsd")


def _section(name: str, title: str, entries: Sequence[Entry]) -> Any:
    refs = [node("assessmentItemRef", identifier=f"mq_{e.item.id}", href=_path(e)) for e in entries]
    return node("assessmentSection", *refs, identifier=name, title=title, visible="true")
