"""Files that people take away (plan, diary), kept for a limited time behind a link nobody can guess.

A small SQLite file, so that several processes share it. Of each link only a hash is kept.
"""

import hashlib
import re
import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ROUTE = "/chat/exports/"
FILE = Path(__file__).resolve().parent.parent / "exports.db"
_NAME = re.compile(r"[A-Za-z0-9][\w-]*(\.[A-Za-z0-9]+)+", re.ASCII)
_TABLE = """CREATE TABLE IF NOT EXISTS exports (
    link TEXT PRIMARY KEY, owner TEXT, name TEXT, media_type TEXT, content BLOB, expires REAL)"""


@dataclass(frozen=True)
class Export:
    """A file with its name and media type."""

    content: bytes
    media_type: str
    name: str


class Exports:
    """The files in one SQLite database."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def offer(
        self, content: bytes, media_type: str, name: str, minutes: float, owner: str | None = None
    ) -> str:
        """Keep a file and return the path of its link.

        Args:
            content: the file.
            media_type: such as `application/pdf`.
            name: to save it under, such as `plan.pdf`.
            minutes: how long it is kept.
            owner: the conversation (sender id) it belongs to, and is deleted with.

        Raises:
            ValueError: the name is no plain file name.
        """
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no plain file name like plan.pdf")
        token = secrets.token_urlsafe(32)
        row = (_hash(token), owner, name, media_type, content, time.time() + minutes * 60)
        with self._database() as database:
            database.execute("INSERT INTO exports VALUES (?, ?, ?, ?, ?, ?)", row)
        return ROUTE + token

    def find(self, token: str) -> Export | None:
        """Return the file behind a link, None where there is none any more."""
        query = "SELECT content, media_type, name FROM exports WHERE link = ? AND expires > ?"
        with self._database() as database:
            row = database.execute(query, (_hash(token), time.time())).fetchone()
        return Export(*row) if row else None

    def forget(self, owner: str) -> None:
        """Delete all files of a conversation."""
        with self._database() as database:
            database.execute("DELETE FROM exports WHERE owner = ?", (owner,))

    def sweep(self) -> None:
        """Delete the files whose time is over."""
        with self._database() as database:
            database.execute("DELETE FROM exports WHERE expires <= ?", (time.time(),))

    @contextmanager
    def _database(self) -> Iterator[sqlite3.Connection]:
        self._file.touch(mode=0o600)
        with closing(sqlite3.connect(self._file)) as database, database:
            database.execute("PRAGMA secure_delete = ON")  # overwrite, not only unlink
            database.execute(_TABLE)
            yield database


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@lru_cache(maxsize=1)
def exports() -> Exports:
    """Return the files of this installation."""
    return Exports(FILE)


def offer(content: bytes, media_type: str, name: str, minutes: float, owner: str | None = None) -> str:
    """Keep a file of this installation and return the path of its link (see `Exports.offer`)."""
    return exports().offer(content, media_type, name, minutes, owner)
