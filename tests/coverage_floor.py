"""Fails when the branch coverage of a package is below its floor: ``python tests/coverage_floor.py coverage.json``."""

import json
import sys
from collections import defaultdict
from pathlib import Path

FLOORS = {"model": 95.0, "schedule": 95.0, "decks": 95.0, "store": 95.0}
"""Packages whose faults cost users their history."""


def shares(report: dict[str, dict[str, dict[str, dict[str, int]]]]) -> dict[str, float]:
    """For each package the share of its statements and branches that ran, in percent."""
    ran: dict[str, int] = defaultdict(int)
    there: dict[str, int] = defaultdict(int)
    for name, file in report["files"].items():
        parts = Path(name).parts
        package = parts[parts.index("mediaquiz") + 1]
        summary = file["summary"]
        ran[package] += summary["covered_lines"] + summary["covered_branches"]
        there[package] += summary["num_statements"] + summary["num_branches"]
    return {package: 100.0 * ran[package] / there[package] for package in there if there[package]}


def main(path: str) -> int:
    """Print each package's coverage; 1 when one is below its floor."""
    found = shares(json.loads(Path(path).read_text()))
    low = [package for package, floor in FLOORS.items() if found.get(package, 0.0) < floor]
    for package, share in sorted(found.items()):
        floor = f"  (floor {FLOORS[package]:.0f})" if package in FLOORS else ""
        print(f"{package:12} {share:6.1f} %{floor}")
    if low:
        print(f"Below the floor: {', '.join(low)}.", file=sys.stderr)
    return bool(low)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
