"""Servers that are configured otherwise: databases, outages, limits, other sites, closed channels."""

import secrets
import subprocess
import uuid

import httpx
import pytest
import yaml

from tests.channel.chat import Chat, card_of, error_of
from tests.conftest import SCIATICA

SITE = "https://riverside.example"
ONLY_CHAT = {"assistant.channel.WebChat": None}


@pytest.fixture
def secret(monkeypatch):
    monkeypatch.setenv("SCIATICA_SECRET", secrets.token_urlsafe(32))


@pytest.fixture
def stores(request, tmp_path):
    """Return a function: kind of store to what endpoints.yml says of it and of the locks."""

    def endpoints(kind):
        if kind == "sqlite":
            return {"tracker_store": {"type": "SQL", "dialect": "sqlite", "db": str(tmp_path / "c.db")}}
        redis = {"type": "redis", "url": "127.0.0.1", "port": request.getfixturevalue("redis_port")}
        if kind == "redis":
            return {"tracker_store": {**redis, "db": 0}, "lock_store": {**redis, "db": 1}}
        postgresql = {
            "type": "SQL", "dialect": "postgresql", "url": "127.0.0.1", "username": "postgres",
            "db": "postgres", "port": request.getfixturevalue("postgresql_port"),
        }  # fmt: skip
        return {"tracker_store": postgresql, "lock_store": {**redis, "db": 1}}

    return endpoints


@pytest.mark.parametrize(("kind", "workers"), [("sqlite", 1), ("postgresql", 2), ("redis", 2)])
def test_a_restart_loses_and_doubles_nothing(configured, stores, secret, monkeypatch, kind, workers):
    monkeypatch.setenv("SANIC_WORKERS", str(workers))
    message_id = str(uuid.uuid4())
    with configured(**stores(kind)) as server:
        chat = Chat(server.url).open()
        first = chat.say("show me an exercise", message_id)
        second = chat.say("my right foot has gone floppy since yesterday and I keep tripping over it")
    with configured(**stores(kind)) as server:
        again = Chat(server.url, chat.token)
        assert again.history() == [first, second]
        assert again.say("show me an exercise", message_id) == first
        assert len(again.history()) == 2
        assert card_of(again.say("how do I do a plank?"))["type"] == "escalation"
        assert again.delete().status_code == 204
        assert again.history() == []


def test_without_a_secret_a_restart_ends_sessions_and_the_log_says_so(configured):
    with configured() as server:
        chat = Chat(server.url).open()
        assert "SCIATICA_SECRET is not set: chats end when the server restarts" in server.log.read_text()
    with configured() as server:
        assert Chat(server.url, chat.token).post("hello").status_code == 401


def test_a_warning_gets_through_when_locks_and_database_are_down(configured, tmp_path):
    nowhere = {"type": "redis", "url": "127.0.0.1", "port": 9}
    site = {"limits": {"store": "redis://127.0.0.1:9/2"}}
    with configured(lock_store=nowhere, site=site) as server:
        chat = Chat(server.url).open()
        assert card_of(chat.say("I can't pee since this morning"))["level"] == "emergency"
        (tmp_path / "chats.db").write_bytes(b"not a database any more")
        assert card_of(chat.say("I can't pee since this morning"))["level"] == "emergency"
        refused = chat.delete()
        assert (refused.status_code, error_of(refused)["code"]) == (503, "not_deleted")
        assert "pee" not in server.log.read_text()


def test_who_sends_too_much_must_wait_and_sees_the_emergency_line(configured):
    with configured(site={"country": "GB", "limits": {"messages_per_minute": 3}}) as server:
        chat = Chat(server.url).open()
        assert [chat.post("hello").status_code for _ in range(3)] == [200] * 3
        refused = chat.post("hello")
        assert refused.status_code == 429
        assert 1 <= int(refused.headers["Retry-After"]) <= 60
        assert error_of(refused)["code"] == "too_many"
        assert "call 999 or 112 now" in error_of(refused)["message"]
        assert Chat(server.url).open().post("hello").status_code == 200


def test_an_address_is_limited_too_as_the_proxy_names_it(configured):
    site = {"trusted_proxies": 1, "limits": {"requests_per_minute": 2}}

    def ask(server, address):
        return httpx.get(f"{server.url}/chat/settings", headers={"X-Forwarded-For": address}).status_code

    with configured(site=site) as server:
        assert [ask(server, "192.0.2.1") for _ in range(3)] == [200, 200, 429]
        assert ask(server, "192.0.2.2") == 200
        # What a client claims stands left of what the proxy adds.
        assert ask(server, "198.51.100.7, 192.0.2.1") == 429
        # One household has a whole network of IPv6 addresses.
        assert [ask(server, f"2001:db8::{n}") for n in range(1, 4)] == [200, 200, 429]


def test_only_configured_sites_may_embed_the_chat(configured):
    with configured(site={"origins": [SITE]}) as server:

        def allowed(method, path, origin=SITE, **headers):
            response = httpx.request(method, server.url + path, headers={"Origin": origin, **headers})
            return response, response.headers.get("Access-Control-Allow-Origin")

        asks = {
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "authorization, content-type",
        }
        preflight, origin = allowed("OPTIONS", "/chat/messages", **asks)
        assert (preflight.status_code, origin) == (200, SITE)
        assert "POST" in preflight.headers["Access-Control-Allow-Methods"]
        assert "authorization" in preflight.headers["Access-Control-Allow-Headers"].lower()
        assert "Access-Control-Allow-Credentials" not in preflight.headers
        refused, origin = allowed("POST", "/chat/messages")
        assert (refused.status_code, origin) == (401, SITE)
        assert "Retry-After" in refused.headers["Access-Control-Expose-Headers"]
        assert allowed("GET", "/widget/chat.js")[1] == SITE
        assert allowed("GET", "/chat/settings")[1] == SITE
        for path in ("/chat/settings", "/widget/chat.js"):
            assert allowed("GET", path, origin="https://evil.example")[1] is None
            assert allowed("GET", path, origin="https://riversideXexample")[1] is None
        assert allowed("POST", "/webhooks/rest/webhook")[1] is None


def test_no_other_site_may_embed_it_by_default(server):
    for method in ("GET", "OPTIONS"):
        response = httpx.request(method, f"{server.url}/chat/settings", headers={"Origin": SITE})
        assert "Access-Control-Allow-Origin" not in response.headers


def test_the_stock_channel_can_be_closed(configured, server):
    body = {"sender": "me", "message": "hello"}
    assert httpx.post(f"{server.url}/webhooks/rest/webhook", json=body, timeout=20).status_code == 200
    with configured(credentials=ONLY_CHAT) as closed:
        assert httpx.post(f"{closed.url}/webhooks/rest/webhook", json=body).status_code == 404
        assert Chat(closed.url).open().say("hello")["messages"]


def test_the_site_is_shown_and_its_country_is_used(configured):
    clinic = {"name": "Riverside Physio", "phone": "020 7946 0000", "url": SITE}
    with configured(site={"clinic": clinic, "country": "GB", "guided_plan": False}) as server:
        settings = httpx.get(f"{server.url}/chat/settings").json()
        assert settings["clinic"] == clinic
        assert (settings["country"], settings["guided_plan"]) == ("GB", False)
        assert card_of(Chat(server.url).open().say("I can't pee since this morning"))["country"] == "GB"


@pytest.mark.parametrize(
    ("environment", "endpoints", "expected"),
    [
        ({"SCIATICA_SECRET": "short"}, {}, "SCIATICA_SECRET needs 32 characters or more"),
        (
            {"SANIC_WORKERS": "2"},
            {"lock_store": {"type": "redis", "url": "127.0.0.1"}},
            "Several workers need a common SCIATICA_SECRET",
        ),
    ],
)
def test_a_secret_that_cannot_serve_stops_the_start(
    trained_model, tmp_path, monkeypatch, environment, endpoints, expected
):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    file = tmp_path / "endpoints.yml"
    file.write_text(yaml.safe_dump(endpoints))
    command = [SCIATICA, "serve", "--port", "0", "--endpoints", str(file)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert run.returncode == 1
    assert expected in run.stderr
    assert "Traceback" not in run.stderr
