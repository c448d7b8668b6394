"""Anki packages (``.apkg``) that can be imported again and again without losing a learner's history, and back."""

from mediaquiz.model.arrival import Arrival, Parcel
from mediaquiz.model.problem import Problem
from mediaquiz.model.stages import Shipment


def write(shipment: Shipment) -> tuple[bytes, tuple[Problem, ...]]:
    """An Anki package: see ``export.write``."""
    from mediaquiz.formats.anki import export

    return export.write(shipment)


def read(parcel: Parcel) -> tuple[Arrival, tuple[Problem, ...]]:
    """What an Anki package brings: see ``read.read``."""
    from mediaquiz.formats.anki import reading

    return reading.read(parcel)
