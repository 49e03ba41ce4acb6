"""Files to take away: behind a link nobody can guess, for a limited time."""

import time

import httpx
import pytest

from exports import links
from exports.links import Export, Exports


@pytest.fixture
def kept(tmp_path):
    return Exports(tmp_path / "exports.db")


def token(link):
    assert link.startswith("/chat/exports/")
    return link.removeprefix("/chat/exports/")


def test_a_file_is_found_by_its_link_only(kept):
    link = kept.offer(b"%PDF", "application/pdf", "plan.pdf", minutes=1)
    assert kept.find(token(link)) == Export(b"%PDF", "application/pdf", "plan.pdf")
    for guess in ("", "%", token(link)[:-1], token(link) + "x", token(link).swapcase()):
        assert kept.find(guess) is None


def test_links_differ_and_have_256_random_bits(kept):
    links = {token(kept.offer(b"x", "text/plain", "x.txt", 1)) for _ in range(20)}
    assert len(links) == 20
    assert all(len(link) >= 43 for link in links)


def test_the_link_itself_is_not_kept(kept, tmp_path):
    link = kept.offer(b"x", "text/plain", "x.txt", 1)
    assert token(link).encode() not in (tmp_path / "exports.db").read_bytes()


def test_a_file_is_gone_when_its_time_is_over(kept, tmp_path):
    link = kept.offer(b"my private plan", "text/plain", "plan.txt", minutes=0.1 / 60)
    time.sleep(0.2)
    assert kept.find(token(link)) is None
    kept.sweep()
    assert b"private" not in (tmp_path / "exports.db").read_bytes()


def test_a_conversation_takes_its_files_along(kept, tmp_path):
    mine = kept.offer(b"my private plan", "text/plain", "plan.txt", 10, owner="me")
    other = kept.offer(b"other", "text/plain", "plan.txt", 10, owner="you")
    kept.forget("me")
    assert kept.find(token(mine)) is None
    assert kept.find(token(other)) is not None
    assert b"private" not in (tmp_path / "exports.db").read_bytes()


def test_only_we_can_read_the_files(kept, tmp_path):
    kept.offer(b"x", "text/plain", "x.txt", 1)
    assert (tmp_path / "exports.db").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "name", ["", "plan", "../plan.pdf", 'a".pdf', "a\r\nb.pdf", ".env", "pl än.pdf"]
)
def test_a_name_that_is_no_plain_file_name_is_refused(kept, name):
    with pytest.raises(ValueError, match="no plain file name"):
        kept.offer(b"x", "text/plain", name, 1)


@pytest.mark.parametrize(
    ("media_type", "name", "shown"),
    [
        ("text/html; charset=utf-8", "plan.html", "inline"),
        ("application/pdf", "plan.pdf", "attachment"),
        ("text/calendar", "plan.ics", "attachment"),
        ("application/json", "data.json", "attachment"),
    ],
)
def test_the_server_gives_a_file_of_another_process(server, media_type, name, shown):
    link = links.offer(b"content", media_type, name, minutes=1)
    response = httpx.get(server.url + link)
    assert (response.status_code, response.content) == (200, b"content")
    headers = response.headers
    assert headers["Content-Type"] == media_type
    assert headers["Content-Disposition"] == f'{shown}; filename="{name}"'
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


def test_a_file_that_is_gone_says_so(server):
    response = httpx.get(f"{server.url}/chat/exports/{'x' * 43}")
    assert response.status_code == 404
    assert "ask for it again" in response.json()["error"]["message"]
