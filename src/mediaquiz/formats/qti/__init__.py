"""QTI 2.1 packages, the standard of test platforms."""

from mediaquiz.formats.qti.package import write

__all__ = ["write"]
