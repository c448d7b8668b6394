"""HTML inside Markdown: its blocks, where they stand in the file."""

from collections.abc import Iterator

from mediaquiz.readers import htmltree
from mediaquiz.readers.htmlblocks import Walk, raws
from mediaquiz.readers.raw import Meta, Raw


def fragment(html: str, above: int, meta: Meta) -> Iterator[Raw]:
    """The raw blocks of a piece of HTML that has ``above`` lines of the file above it."""
    root, _ = htmltree.parse(html)
    if root is not None:
        htmltree.drop_unread(root)
        yield from raws(root, Walk(meta.links, line=above + 1, shift=above))
