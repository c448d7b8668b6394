"""What Canvas's importer was seen to need of a package."""

import io
import zipfile
from typing import Any

from lxml import etree
from quiz_bank import items, shipment

from mediaquiz.formats import writer
from mediaquiz.model.item import Item, Match, Short

QTI = {"q": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"}


def quiz(*asked: Item) -> tuple[Any, list[str]]:
    """The quiz of a package, and what was told of single items."""
    data, problems = writer("canvas")(shipment(*asked))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("quiz1/quiz1.xml"))
    return root, [problem.message for problem in problems if problem.span]


def test_accepted_wordings_stand_side_by_side() -> None:
    root, _ = quiz(Item("s00aaaaaaaaa", Short("Capital?", "서울", ("Seoul",))))
    found = root.xpath("//q:respcondition[q:setvar]/q:conditionvar/q:varequal/text()", namespaces=QTI)
    assert found == ["서울", "Seoul"]
    assert not root.xpath("//q:or", namespaces=QTI)


def test_every_name_begins_with_a_letter_and_every_item_tells_its_type() -> None:
    root, _ = quiz(*items())
    assert all(name[0].isalpha() for name in root.xpath("//@ident"))
    entries = root.xpath("//q:item//q:fieldlabel[.='question_type']/following-sibling::q:fieldentry", namespaces=QTI)
    assert len(entries) == len(items())


def test_a_right_side_that_looks_like_markup_is_told() -> None:
    pairs = (("a", "then <b>"), ("c", "x < y"), ("d", "R&D"))
    _, told = quiz(Item("m00aaaaaaaaa", Match("Join", pairs)))
    assert len(told) == 1 and "'then <b>'" in told[0]
