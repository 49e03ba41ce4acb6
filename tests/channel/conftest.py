"""Fixtures of the channel: a session with the running server, and servers of databases."""

from contextlib import contextmanager

import pytest
import yaml

from tests.channel import databases
from tests.channel.chat import Chat
from tests.conftest import serving

NLG = {"type": "assistant.responses.KnowledgeResponses"}
ONLY_CHAT = {"assistant.channel.WebChat": None}
SITE = {
    "clinic": {"name": "Riverside Physio", "phone": "020 7946 0000", "url": "https://riverside.example"},
    "country": "GB",
    "guided_plan": False,
    "origins": ["https://riverside.example", "http://localhost:8000"],
    "trusted_proxies": 1,
    "limits": {"messages_per_minute": 3, "requests_per_minute": 12},
}


@pytest.fixture
def chat(server):
    return Chat(server.url).open()


@pytest.fixture(scope="session")
def redis_port():
    with databases.redis_server() as port:
        yield port


@pytest.fixture(scope="session")
def postgresql_port():
    with databases.postgresql_server() as port:
        yield port


@contextmanager
def configured(folder, tracker_store=None, lock_store=None, site=None, credentials=None, **environment):
    """Run a server with endpoints, settings, channels and environment of its own."""
    store = tracker_store or {"type": "SQL", "dialect": "sqlite", "db": str(folder / "chats.db")}
    endpoints = {"nlg": NLG, "tracker_store": store}
    if lock_store:
        endpoints["lock_store"] = lock_store
    options = ["--endpoints", write(folder / "endpoints.yml", endpoints)]
    if site:
        environment["SCIATICA_SITE"] = write(folder / "site.yml", site)
    if credentials:
        options += ["--credentials", write(folder / "credentials.yml", credentials)]
    with serving(folder, *options, **environment) as server:
        yield server


def write(file, content):
    file.write_text(yaml.safe_dump(content))
    return str(file)


@pytest.fixture(scope="session")
def riverside(trained_model, tmp_path_factory):
    """The server of a clinic that has set everything, behind a proxy, without Rasa's own channel."""
    with configured(tmp_path_factory.mktemp("riverside"), site=SITE, credentials=ONLY_CHAT) as server:
        yield server
