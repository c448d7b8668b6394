"""When what formats make was last given another look, for programs that compare times.

Kept apart and in figures, for every build looks here and must not load the formats. A test holds them to the truth.
"""

from datetime import UTC, datetime

LOOKS = {
    "notetype:basic": "3a370cef7ee9",
    "notetype:cloze": "4b9451e90a72",
    "notetype:choice": "7a04b26c94b6",
    "notetype:type-in": "ee231c950ab8",
}
"""The hash of each look by the name under which a course's lock dates it."""

REVISED = datetime(2026, 10, 1, tzinfo=UTC)
"""When mediaquiz last changed one of them: the time for courses that never had another."""

ON_CARDS = "course:cards"
"""The name under which a course's lock dates what the course puts on every card."""
