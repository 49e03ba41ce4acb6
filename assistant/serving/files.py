"""Serves the files of a folder with a fingerprint (ETag), so that browsers load each version once."""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sanic import Request
from sanic.exceptions import NotFound
from sanic.response import HTTPResponse, raw

import illustrations
from assistant.serving.compact import compact

# Our pages run our own files only, and put nothing into the page as HTML.
PAGE_POLICY = (
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
)
_HEADERS = {
    "Cache-Control": "no-cache",  # keep it, but ask each time whether it is still this version
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept-Encoding",
    "X-Content-Type-Options": "nosniff",
}
_TYPES = {".js": "text/javascript", ".webmanifest": "application/manifest+json"}
_COMPRESSED = ("text/", "image/svg+xml", "application/json", "application/manifest+json")


@dataclass(frozen=True)
class _File:
    content: bytes
    media_type: str
    etag: str
    gzipped: bytes | None


def _read(path: Path) -> _File:
    media_type = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    return _file(compact(path), media_type or "application/octet-stream")


@lru_cache(maxsize=512)
def _file(content: bytes, media_type: str) -> _File:
    gzipped = gzip.compress(content, mtime=0) if media_type.startswith(_COMPRESSED) else None
    if media_type.startswith("text/"):
        media_type += "; charset=utf-8"
    return _File(content, media_type, hashlib.sha256(content).hexdigest()[:16], gzipped)


class Files:
    """The files below a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    async def serve(self, request: Request, path: str) -> HTTPResponse:
        """Answer with a file, or with 304 where the browser has this version."""
        wanted = (self._folder / path).resolve()
        if self._folder not in wanted.parents or not wanted.is_file():
            raise NotFound("There is no such file.")
        return _answer(request, _read(wanted))


async def illustration(request: Request, name: str) -> HTTPResponse:
    """Answer with the picture of an exercise."""
    try:
        drawn = illustrations.svg(name.removesuffix(".svg"))
    except KeyError as error:
        raise NotFound("There is no such exercise.") from error
    return _answer(request, _file(drawn.encode(), "image/svg+xml"))


def _answer(request: Request, found: _File) -> HTTPResponse:
    content, etag, headers = found.content, f'"{found.etag}"', dict(_HEADERS)
    if found.media_type.startswith("text/html"):
        headers["Content-Security-Policy"] = PAGE_POLICY
    if found.gzipped and "gzip" in request.headers.get("accept-encoding", ""):
        content, etag = found.gzipped, f'"{found.etag}-gzip"'
        headers["Content-Encoding"] = "gzip"
    headers["ETag"] = etag
    known = {tag.strip() for tag in request.headers.get("if-none-match", "").split(",")}
    if etag in known:
        headers.pop("Content-Encoding", None)
        return HTTPResponse(status=304, headers=headers)
    return raw(content, content_type=found.media_type, headers=headers)
