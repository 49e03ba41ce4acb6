"""Fixtures that several rooms share: the content, a trained model, a running server."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import knowledge
from assistant import model
from assistant.paths import ROOT

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
SCIATICA = Path(sys.executable).with_name("sciatica")


@pytest.fixture(scope="module")  # while it is open, no other test can run an event loop
def browser():
    """A Chromium; without one the tests are skipped, but never in CI."""
    if not Path(CHROMIUM).exists() and not os.environ.get("CI"):
        pytest.skip("Chromium is not installed (Debian package: chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def kb():
    return knowledge.load()


@pytest.fixture(scope="session")
def trained_model():
    """The model of the files as they are, trained first if there is none."""
    if not model.current_model().exists():
        subprocess.run([SCIATICA, "train"], check=True)
    return model.current_model()


class Server:
    """A running `sciatica serve`, asked over Rasa's REST channel."""

    def __init__(self, port):
        self.url = f"http://127.0.0.1:{port}"

    def get(self, path):
        """Return (status, headers, body), also for error statuses."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=10) as response:
                return response.status, response.headers, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read().decode()

    def conversation(self):
        """Return a function that says something in a new conversation and returns the reply."""
        sender = uuid.uuid4().hex

        def say(text):
            body = json.dumps({"sender": sender, "message": text}).encode()
            headers = {"Content-Type": "application/json"}
            request = urllib.request.Request(f"{self.url}/webhooks/rest/webhook", body, headers)
            with urllib.request.urlopen(request, timeout=20) as response:
                return Reply(json.load(response))

        return say


class Reply(list):
    """The messages of one reply."""

    @property
    def text(self):
        return "\n".join(message["text"] for message in self if "text" in message)

    @property
    def card(self):
        return next((message["custom"] for message in self if "custom" in message), {})

    @property
    def texts(self):
        return [message["text"] for message in self if "text" in message]

    def card_of(self, kind):
        """The card of this type, an empty one where there is none."""
        cards = (message["custom"] for message in self if "custom" in message)
        return next((card for card in cards if card["type"] == kind), {})

    @property
    def topic(self):
        return self.card.get("topic")

    @property
    def buttons(self):
        return [button for message in self for button in message.get("buttons", [])]


@contextmanager
def serving(folder, *options, **environment):
    """Run `sciatica serve` with these options and variables; its log goes to the folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = folder / "log.txt"
    with log.open("w") as output:
        process = subprocess.Popen(
            [SCIATICA, "serve", "--port", str(port), *options],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    running = Server(port)
    running.log = log
    try:
        _wait_until_healthy(running, process, log)
        yield running
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture(scope="session")
def server(trained_model, tmp_path_factory):
    with serving(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture
def serve(trained_model, tmp_path):
    """Start a server of one's own: `with serve("--endpoints", file) as server`."""
    return lambda *options: serving(tmp_path, *options)


def _wait_until_healthy(server, process, log):
    for _ in range(600):
        if process.poll() is not None:
            pytest.fail(f"The server stopped:\n{log.read_text()}")
        try:
            if server.get("/health")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    pytest.fail(f"The server did not become healthy:\n{log.read_text()}")
