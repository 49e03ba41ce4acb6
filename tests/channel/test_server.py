"""Servers that are configured otherwise: databases, outages, limits, other sites, closed channels."""

import secrets
import subprocess
import time
import uuid
from itertools import count

import httpx
import pytest
import yaml

from tests.channel.chat import Chat, card_of, error_of
from tests.channel.conftest import SITE, configured
from tests.conftest import SCIATICA

ORIGIN = "https://riverside.example"
# Each test asks from an address of its own, as the proxy names it.
_addresses = (f"192.0.2.{n}" for n in count(1))


@pytest.fixture
def address():
    return {"X-Forwarded-For": next(_addresses)}


@pytest.fixture
def stores(request, tmp_path):
    """Return a function: kind of store to what endpoints.yml says of it and of the locks."""

    def endpoints(kind):
        if kind == "sqlite":
            return {"tracker_store": {"type": "SQL", "dialect": "sqlite", "db": str(tmp_path / "c.db")}}
        redis = {"type": "redis", "url": "127.0.0.1", "port": request.getfixturevalue("redis_port")}
        postgresql = {
            "type": "SQL", "dialect": "postgresql", "url": "127.0.0.1", "username": "postgres",
            "db": "postgres", "port": request.getfixturevalue("postgresql_port"),
        }  # fmt: skip
        return {"tracker_store": postgresql, "lock_store": {**redis, "db": 1}}

    return endpoints


def wait_for_workers(server, workers):
    """Wait until all are ready: a worker that is stopped while it starts does not hear it."""
    for _ in range(600):
        if server.log.read_text().count("Ready: ") == workers:
            return
        time.sleep(0.1)
    pytest.fail(f"Not all workers became ready:\n{server.log.read_text()}")


@pytest.mark.parametrize(("kind", "workers"), [("sqlite", 1), ("postgresql", 2)])
def test_a_restart_loses_and_doubles_nothing(trained_model, tmp_path, stores, kind, workers):
    settings = {
        **stores(kind), "SCIATICA_SECRET": secrets.token_urlsafe(32), "SANIC_WORKERS": str(workers)
    }  # fmt: skip
    message_id = str(uuid.uuid4())
    with configured(tmp_path, **settings) as server:
        wait_for_workers(server, workers)
        chat = Chat(server.url).open()
        first = chat.say("show me an exercise", message_id)
        second = chat.say("my right foot has gone floppy since yesterday and I keep tripping over it")
        chat.http.close()
    with configured(tmp_path, **settings) as server:
        wait_for_workers(server, workers)
        again = Chat(server.url, chat.token)
        assert again.history() == [first, second]
        assert again.say("show me an exercise", message_id) == first
        assert len(again.history()) == 2
        assert card_of(again.say("how do I do a plank?"))["type"] == "escalation"
        for _ in range(4):  # connections of their own: to either worker
            assert len(Chat(server.url, chat.token).history()) == 3
        assert again.delete().status_code == 204
        assert again.history() == []


def test_without_a_secret_sessions_end_with_the_server_and_the_log_says_so(server, riverside, address):
    token = Chat(server.url).open().token
    assert Chat(riverside.url, token, **address).post("hello").status_code == 401
    assert "SCIATICA_SECRET is not set: chats end when the server restarts" in riverside.log.read_text()


def test_a_warning_gets_through_when_locks_limits_and_database_are_down(trained_model, tmp_path):
    nowhere = {"type": "redis", "url": "127.0.0.1", "port": 9}
    site = {"limits": {"store": "redis://127.0.0.1:9/2"}}
    with configured(tmp_path, lock_store=nowhere, site=site) as server:
        chat = Chat(server.url).open()
        assert card_of(chat.say("I can't pee since this morning"))["level"] == "emergency"
        (tmp_path / "chats.db").write_bytes(b"not a database any more")
        assert card_of(chat.say("I can't pee since this morning"))["level"] == "emergency"
        refused = chat.delete()
        assert (refused.status_code, error_of(refused)["code"]) == (503, "not_deleted")
        assert "pee" not in server.log.read_text()


def test_who_sends_too_much_must_wait_and_sees_the_emergency_line(riverside, address):
    chat = Chat(riverside.url, **address).open()
    assert [chat.post("hello").status_code for _ in range(3)] == [200] * 3
    refused = chat.post("hello")
    assert refused.status_code == 429
    assert 1 <= int(refused.headers["Retry-After"]) <= 60
    assert error_of(refused)["code"] == "too_many"
    assert "call 999 or 112 now" in error_of(refused)["message"]
    assert Chat(riverside.url, **address).open().post("hello").status_code == 200


def test_an_address_is_limited_too_as_the_proxy_names_it(riverside):
    allowed = SITE["limits"]["requests_per_minute"]

    def requests_until_limited(address):
        with httpx.Client(base_url=riverside.url, headers={"X-Forwarded-For": address}) as client:
            for n in range(10 * allowed):
                if client.get("/chat/settings").status_code == 429:
                    return n
        return None

    assert requests_until_limited("203.0.113.1") in range(allowed, 2 * allowed)
    # What a client claims stands left of what the proxy adds.
    assert requests_until_limited("198.51.100.7, 203.0.113.1") < allowed
    assert requests_until_limited("203.0.113.2") >= allowed
    # One household has a whole network of IPv6 addresses.
    assert requests_until_limited("2001:db8::1") >= allowed
    assert requests_until_limited("2001:db8::2") < allowed


def test_only_configured_sites_may_embed_the_chat(riverside, address):
    def ask(method, path, origin=ORIGIN, **headers):
        headers = {"Origin": origin, **address, **headers}
        response = httpx.request(method, riverside.url + path, headers=headers)
        return response, response.headers.get("Access-Control-Allow-Origin")

    asks = {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type",
    }
    preflight, origin = ask("OPTIONS", "/chat/messages", **asks)
    assert (preflight.status_code, origin) == (200, ORIGIN)
    assert "POST" in preflight.headers["Access-Control-Allow-Methods"]
    assert "authorization" in preflight.headers["Access-Control-Allow-Headers"].lower()
    assert "Access-Control-Allow-Credentials" not in preflight.headers
    refused, origin = ask("POST", "/chat/messages")
    assert (refused.status_code, origin) == (401, ORIGIN)
    assert "Retry-After" in refused.headers["Access-Control-Expose-Headers"]
    for path in ("/chat/settings", "/widget/index.html"):
        assert ask("GET", path)[1] == ORIGIN
        assert ask("GET", path, origin="https://evil.example")[1] is None
        assert ask("GET", path, origin="https://riversideXexample")[1] is None
        assert ask("GET", path, origin=f"{ORIGIN}.evil.example")[1] is None


def test_no_other_site_may_embed_it_by_default(server):
    for method in ("GET", "OPTIONS"):
        response = httpx.request(method, f"{server.url}/chat/settings", headers={"Origin": ORIGIN})
        assert "Access-Control-Allow-Origin" not in response.headers


def test_the_stock_channel_can_be_closed(riverside, server, address):
    body = {"sender": "me", "message": "hello"}
    assert httpx.post(f"{server.url}/webhooks/rest/webhook", json=body, timeout=20).status_code == 200
    assert httpx.post(f"{riverside.url}/webhooks/rest/webhook", json=body).status_code == 404
    assert Chat(riverside.url, **address).open().say("hello")["messages"]


def test_the_site_is_shown_and_its_country_is_used(riverside, address):
    settings = httpx.get(f"{riverside.url}/chat/settings", headers=address).json()
    assert settings["clinic"] == SITE["clinic"]
    assert (settings["country"], settings["guided_plan"]) == ("GB", False)
    chat = Chat(riverside.url, **address).open()
    assert card_of(chat.say("I can't pee since this morning"))["country"] == "GB"


def test_several_workers_without_a_secret_do_not_start(trained_model, tmp_path, monkeypatch):
    monkeypatch.setenv("SANIC_WORKERS", "2")
    endpoints = tmp_path / "endpoints.yml"
    endpoints.write_text(yaml.safe_dump({"lock_store": {"type": "redis", "url": "127.0.0.1"}}))
    command = [SCIATICA, "serve", "--port", "0", "--endpoints", str(endpoints)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert run.returncode == 1
    assert "Several workers need a common SCIATICA_SECRET" in run.stderr
    assert "Traceback" not in run.stderr


def test_the_picture_of_an_exercise_is_kept_by_the_browser(server):
    status, headers, body = server.get("/illustrations/ex-plank.svg")
    assert (status, headers["Content-Type"]) == (200, "image/svg+xml")
    assert body.startswith("<svg")
    assert headers["ETag"]


def test_there_is_no_picture_of_what_is_no_exercise(server):
    assert server.get("/illustrations/ex-handstand.svg")[0] == 404


def test_a_site_without_the_guided_plan_shows_the_stages(riverside, address):
    chat = Chat(riverside.url, **address).open()
    (shown,) = chat.say("make me a plan")["messages"]
    assert [button["title"] for button in shown["buttons"]] == [
        f"What happens in stage {number}?" for number in (1, 2, 3, 4)
    ]


def test_who_wants_a_person_is_told_how_to_reach_the_clinic(riverside, address):
    (said,) = Chat(riverside.url, **address).open().say("I want to talk to a human")["messages"]
    assert "Riverside Physio: 020 7946 0000, https://riverside.example" in said["text"]
