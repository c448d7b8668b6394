"""``html``: one file that needs nothing else, works without a network, and prints as a test."""

from mediaquiz.formats.page.render import page
from mediaquiz.model.problem import Problem
from mediaquiz.model.stages import Shipment


def write(shipment: Shipment) -> tuple[bytes, tuple[Problem, ...]]:
    """The page in UTF-8; nothing when the user's template cannot be used."""
    text, problems = page(shipment)
    return text.encode(), problems
