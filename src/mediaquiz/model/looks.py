"""When what formats make was last given another look, for programs that compare times.

Kept apart and in figures, for every build looks here and must not load the formats. A test holds them to the truth.
"""

from datetime import UTC, datetime

LOOKS = {
    "notetype:basic": "2a83432df2e9",
    "notetype:cloze": "fcbf03079294",
    "notetype:choice": "d7ca08c3ff1a",
    "notetype:type-in": "3fe87d18f4ed",
}
"""The hash of each look by the name under which a course's lock dates it."""

REVISED = datetime(2026, 11, 21, tzinfo=UTC)
"""When mediaquiz last changed one of them: the time for courses that never had another."""

ON_CARDS = "course:cards"
"""The name under which a course's lock dates what the course puts on every card."""
