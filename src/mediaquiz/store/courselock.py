"""One writer of a course's decks at a time."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from mediaquiz.store.files import make_folder, storage_error
from mediaquiz.store.lock import WAIT_S, locked

_FILE = Path(".mediaquiz") / "decks.lock"


@contextmanager
def writing_decks(root: Path, wait: float = WAIT_S) -> Iterator[None]:
    """Hold the decks of the course in ``root``, from reading them until they are written.

    Raises Busy when another process holds them for longer than ``wait`` seconds, StorageError when the course cannot
    be written.
    """
    path = root / _FILE
    with ExitStack() as held:
        try:
            make_folder(path.parent)
            held.enter_context(locked(path, wait))
        except OSError as why:
            raise storage_error("Cannot write", path.parent, why) from why
        yield
