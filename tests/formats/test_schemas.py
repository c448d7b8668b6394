"""Our QTI against the standard's own schemas, where they are: the folder MEDIAQUIZ_SCHEMAS names.

1EdTech publishes the schemas under terms of their own, so they are not part of this repository. The folder needs
``qtiv2p1/imsqti_v2p1.xsd`` and ``qtiv1p2/ims_qtiasiv1p2.xsd`` with the files that these include.
"""

import io
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from quiz_bank import shipment

from mediaquiz.formats import writer

SCHEMAS = Path(os.environ.get("MEDIAQUIZ_SCHEMAS", "no-schemas"))
CASES = [("qti", "qtiv2p1/imsqti_v2p1.xsd", "items/"), ("qti", "qtiv2p1/imsqti_v2p1.xsd", "test.xml"),
         ("canvas", "qtiv1p2/ims_qtiasiv1p2.xsd", "quiz1/quiz1.xml")]  # fmt: skip
pytestmark = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="needs the QTI schemas in MEDIAQUIZ_SCHEMAS")


def faults(schema: Any, data: bytes) -> list[str]:
    schema.validate(etree.fromstring(data))
    return [f"line {entry.line}: {entry.message}" for entry in schema.error_log]


@pytest.mark.parametrize(("name", "xsd", "prefix"), CASES)
def test_every_file_is_valid_and_a_broken_one_is_not(name: str, xsd: str, prefix: str) -> None:
    schema = etree.XMLSchema(etree.parse(str(SCHEMAS / xsd)))
    with zipfile.ZipFile(io.BytesIO(writer(name)(shipment())[0])) as archive:
        files = {file: archive.read(file) for file in archive.namelist() if file.startswith(prefix)}
    assert files
    assert {file: found for file, data in files.items() if (found := faults(schema, data))} == {}
    broken = next(iter(files.values())).replace(b"identifier=", b"nonsense=").replace(b"ident=", b"nonsense=")
    assert faults(schema, broken)
