"""``pdf``: the printed page, by WeasyPrint from the same template. Nothing is fetched, nothing else is read."""

import logging
from collections.abc import Callable
from typing import Any

from mediaquiz.errors import MediaquizError
from mediaquiz.formats.page.render import page
from mediaquiz.model.problem import Problem, warning
from mediaquiz.model.stages import Shipment


def write(shipment: Shipment) -> tuple[bytes, tuple[Problem, ...]]:
    """The PDF. Raises MediaquizError where WeasyPrint is not installed or cannot run."""
    html, fetcher = _weasyprint()
    text, problems = page(shipment)
    if not text:
        return b"", problems
    ids = " ".join(question.item.id for form in shipment.forms for question in form.questions)
    missing: set[str] = set()

    def finish(document: Any, pdf: Any) -> None:
        missing.update(chr(code) for font in document.fonts.values() for code in font.missing)
        _add_plainly(pdf, f"mediaquiz items: {ids}")

    data: bytes = html(string=text, url_fetcher=fetcher, media_type="print").write_pdf(finisher=finish)
    return data, _no_font(sorted(missing))


def _no_font(letters: list[str]) -> tuple[Problem, ...]:
    if not letters:
        return ()
    some = " ".join(letters[:8]) + (f" and {len(letters) - 8} more" if len(letters) > 8 else "")
    hint = "Install a font that has them, such as Noto (fonts-noto-cjk for Korean), and export again."
    return (warning("MQ510", f"no font on this machine has {some}", hint=hint),)


def _weasyprint() -> tuple[Callable[..., Any], Any]:
    """WeasyPrint's entry, and a fetcher that reads pictures inside the page and nothing else."""
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as why:  # OSError: its system library Pango is missing
        raise MediaquizError(
            f"PDF needs WeasyPrint, which is not there ({why})",
            hint="pip install 'mediaquiz[pdf]'; or: mediaquiz export html, and print the page from your browser.",
        ) from why
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it tells of style rules that are for browsers
    return HTML, URLFetcher(allowed_protocols=["data"])


def _add_plainly(pdf: Any, text: str) -> None:
    """Put a text into the file uncompressed, so that a search through its bytes finds it."""
    from pydyf import Stream

    pdf.add_object(Stream([text.encode()], compress=False))
