"""Scripts and style sheets as they are sent: without comments and spaces, a sheet with what it imports.

The files themselves work as they are; this saves bytes and requests.
"""

import re
from functools import lru_cache
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

_MINIFIERS = {".js": jsmin, ".css": cssmin}
_IMPORT = re.compile(r'@import "(?P<path>[^"]+)";')


def compact(path: Path) -> bytes:
    """Return the content of a file as it is sent; what is neither script nor sheet is sent unchanged."""
    if path.suffix not in _MINIFIERS:
        return path.read_bytes()
    source = path.read_text(encoding="utf-8")
    return _minified(_in_one_piece(path, source) if path.suffix == ".css" else source, path.suffix)


def _in_one_piece(path: Path, source: str) -> str:
    def imported(found: re.Match[str]) -> str:
        part = path.parent / found["path"]
        return _in_one_piece(part, part.read_text(encoding="utf-8"))

    return _IMPORT.sub(imported, source)


@lru_cache(maxsize=512)
def _minified(source: str, suffix: str) -> bytes:
    return _MINIFIERS[suffix](source).encode()
