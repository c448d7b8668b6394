"""``python -m bench`` runs every row and writes docs/bench.md; ``python -m bench NAME…`` runs the named rows only."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from bench.peers import installed
from bench.rows import ROWS
from bench.runner import Row, measure, table, versions

REPORT = Path(__file__).parents[1] / "docs" / "bench.md"


def main(names: list[str]) -> int:
    """Measure the rows; exit code 1 when a bar is missed."""
    rows: list[Row] = [row for row in ROWS if not names or row.name in names]
    results = []
    for row in rows:
        if row.needs and not installed(row.needs):
            print(f"{row.name}: left out, {row.needs} is not installed", file=sys.stderr)
            continue
        print(f"{row.name} …", file=sys.stderr, flush=True)
        results.append(measure(row))
    text = table(results)
    print(text)
    if not names:
        day = datetime.now(UTC).date().isoformat()
        REPORT.write_text(
            f"# Benchmarks\n\nWritten by `make bench` on {day}. {versions()}\n\n{text}\n", encoding="utf-8"
        )
    return int(any(not result.held for result in results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
