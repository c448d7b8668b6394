"""Formats: what decks become for other programs. One module a format; a new format is one module and one row here."""

from dataclasses import dataclass
from importlib import import_module

from mediaquiz.errors import NotFound
from mediaquiz.model.stages import Format


@dataclass(frozen=True, slots=True)
class FormatRow:
    """One format: the module whose ``write`` is a ``Format``, the suffix of its files, and what it is for."""

    module: str
    suffix: str
    about: str


FORMATS: dict[str, FormatRow] = {
    "anki": FormatRow("mediaquiz.formats.anki", ".apkg", "Anki package; importing it again updates and keeps progress"),
}
"""Every format by the name that ``export`` takes. The modules are imported only when they are used."""


def writer(name: str) -> Format:
    """The writer of a format. Raises NotFound for a name that is not in ``FORMATS``."""
    if name not in FORMATS:
        raise NotFound(f"there is no format {name!r}", hint=f"Formats: {', '.join(FORMATS)}.")
    write: Format = import_module(FORMATS[name].module).write
    return write
