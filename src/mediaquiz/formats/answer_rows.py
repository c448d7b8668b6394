"""Answers for statistics programs: a row for each learner and item, with pseudonyms and without what was written."""

import csv
import io
from collections.abc import Callable

from mediaquiz.formats.csvtable import safe
from mediaquiz.measure.results.analysis import Analysis

COLUMNS = ("learner", "test", "item", "seen", "question", "share")


def table(found: Analysis, pseudonym: Callable[[str], str]) -> bytes:
    """The answers that were counted, as CSV in UTF-8 with a byte-order mark. ``share`` is 0 to 1.

    Tests are numbered as in the report. Who gave no name is a learner of their own.
    """
    questions = {one.key: one.text for one in found.items}
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for place, sheet in enumerate(found.sheets, start=1):
        learner = pseudonym(sheet.learner) if sheet.learner else f"unnamed-{place}"
        for (item, seen), share in sorted(sheet.shares.items()):
            cells = (learner, str(sheet.test), item, seen, questions[item, seen], f"{share:g}")
            rows.writerow([safe(cell) for cell in cells])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")
