"""Files of pages and widget: loaded once for each version, with strict headers."""

import gzip

import httpx
import pytest

from assistant.serving.files import _read


@pytest.fixture
def get(server):
    return lambda path, **headers: httpx.get(server.url + path, headers=headers)


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_a_version_is_loaded_once(get, encoding):
    first = get("/widget/index.html", **{"Accept-Encoding": encoding})
    assert first.status_code == 200
    assert first.headers["Cache-Control"] == "no-cache"
    again = get(
        "/widget/index.html", **{"Accept-Encoding": encoding, "If-None-Match": first.headers["ETag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    other = get("/widget/index.html", **{"Accept-Encoding": encoding, "If-None-Match": '"other"'})
    assert other.content == first.content


def test_text_is_sent_compressed_where_the_browser_can(get):
    small, plain = (get("/", **{"Accept-Encoding": e}) for e in ("gzip", "identity"))
    assert small.headers["Content-Encoding"] == "gzip"
    assert small.text == plain.text
    assert int(small.headers["Content-Length"]) < int(plain.headers["Content-Length"])
    assert small.headers["ETag"] != plain.headers["ETag"]
    assert small.headers["Vary"].startswith("Accept-Encoding")


def test_pages_run_only_our_files(get):
    policy = get("/").headers["Content-Security-Policy"]
    for rule in ("default-src 'self'", "require-trusted-types-for 'script'", "base-uri 'none'"):
        assert rule in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    "path", ["/widget/none.js", "/widget/", "/widget/..%2fdomain.yml", "/widget/%00"]
)
def test_what_is_no_file_of_the_widget_is_not_found(get, path):
    assert get(path).status_code == 404


def test_a_changed_file_has_another_fingerprint(tmp_path):
    file = tmp_path / "a.css"
    file.write_text("a {}")
    first = _read(file)
    file.write_text("b {}")
    second = _read(file)
    assert first.etag != second.etag
    assert gzip.decompress(second.gzipped) == b"b{}"


def test_a_sheet_changes_with_what_it_imports(tmp_path):
    sheet, part = tmp_path / "whole.css", tmp_path / "part.css"
    sheet.write_text('/* all */\n@import "part.css";\n')
    part.write_text("a { color: red; }")
    first = _read(sheet)
    part.write_text("a { color: blue; }")
    assert first.content == b"a{color:red}"
    assert _read(sheet).content == b"a{color:blue}"
