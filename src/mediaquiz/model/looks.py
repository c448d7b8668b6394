"""When what formats make was last given another look, for programs that compare times.

Kept apart and in figures, for every build looks here and must not load the formats. A test holds them to the truth.
"""

from datetime import UTC, datetime

LOOKS = {
    "notetype:basic": "82a1c155984a",
    "notetype:cloze": "161193367d3e",
    "notetype:choice": "471bd57a72bf",
    "notetype:type-in": "46ddceb2e582",
}
"""The hash of each look by the name under which a course's lock dates it."""

REVISED = datetime(2026, 10, 1, tzinfo=UTC)
"""When mediaquiz last changed one of them: the time for courses that never had another."""
