"""``python -m bench`` runs every row and writes docs/bench.md; ``python -m bench NAME…`` runs the named rows only."""

import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from bench.peers import installed
from bench.rows import ROWS
from bench.runner import Result, Row, measure, report

REPORT = Path(__file__).parents[1] / "docs" / "bench.md"


def main(names: list[str]) -> int:
    """Measure the rows; exit code 1 when a bar is missed or a row cannot be measured."""
    rows: list[Row] = [row for row in ROWS if not names or row.name in names]
    there = [row for row in rows if not row.needs or installed(row.needs)]
    results = [one for one in map(_measured, there) if one]
    missing = [row for row in rows if row not in there]
    text = report(results, missing, datetime.now(UTC).date())
    print(text)
    if not names and len(results) == len(there):
        REPORT.write_text(text, encoding="utf-8")
    return int(len(results) < len(there) or any(not result.held for result in results))


def _measured(row: Row) -> Result | None:
    """The row's result; None when it ended in an error, which costs no other row."""
    print(f"{row.name} …", file=sys.stderr, flush=True)
    try:
        return measure(row)
    except Exception:
        traceback.print_exc()
        return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
