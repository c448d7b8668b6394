"""The parser's flat tokens as a tree: what opens and what closes become one node with all between them below it.

markdown-it-py has a tree of its own, whose nodes know their parents and siblings; that takes five times as long to
make, and leaves circles for the garbage collector.
"""

from collections.abc import Iterable

from markdown_it.token import Token


class Node:
    """One token, or a pair of them.

    ``type`` is the token's without ``_open``; ``children`` are the nodes between the pair, or those of an inline token.
    """

    __slots__ = ("children", "token", "type")

    def __init__(self, token: Token) -> None:
        self.token = token
        self.type = token.type.removesuffix("_open") if token.nesting else token.type
        self.children: list[Node] = nodes(token.children) if token.children else []

    @property
    def content(self) -> str:
        """The text of a token that holds some, as code and formulas do."""
        return self.token.content

    @property
    def lines(self) -> tuple[int, int]:
        """The first line, from 0, and the one behind the last; both 0 where the parser does not tell."""
        start, end = self.token.map or (0, 0)
        return start, end


def nodes(tokens: Iterable[Token]) -> list[Node]:
    """The nodes of the outermost level."""
    outermost: list[Node] = []
    level = outermost
    above: list[list[Node]] = []
    for token in tokens:
        if token.nesting < 0:
            level = above.pop()
            continue
        node = Node(token)
        level.append(node)
        if token.nesting:
            above.append(level)
            level = node.children
    return outermost
