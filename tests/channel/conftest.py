"""Fixtures of the channel: a session with the running server, and servers of databases."""

import pytest
import yaml

from tests.channel import databases
from tests.channel.chat import Chat

NLG = {"type": "assistant.safety.responses.SafetyResponses"}


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


@pytest.fixture
def configured(serve, tmp_path, monkeypatch):
    """Start a server with endpoints, settings and channels of one's own."""

    def start(tracker_store=None, lock_store=None, site=None, credentials=None):
        store = tracker_store or {"type": "SQL", "dialect": "sqlite", "db": str(tmp_path / "chats.db")}
        endpoints = {"nlg": NLG, "tracker_store": store}
        if lock_store:
            endpoints["lock_store"] = lock_store
        options = ["--endpoints", write(tmp_path / "endpoints.yml", endpoints)]
        if site:
            monkeypatch.setenv("SCIATICA_SITE", write(tmp_path / "site.yml", site))
        if credentials:
            options += ["--credentials", write(tmp_path / "credentials.yml", credentials)]
        return serve(*options)

    return start


def write(file, content):
    file.write_text(yaml.safe_dump(content))
    return str(file)
