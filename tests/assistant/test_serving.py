"""Serving without TensorFlow, and actions in the server's own process."""

import asyncio
import json
import subprocess
import sys

import pytest
from rasa.utils.endpoints import ClientResponseError

from assistant.paths import ROOT
from assistant.serving.in_process_actions import InProcessActions, read_endpoints


def run_python(code):
    return subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True)


def test_the_server_is_imported_without_tensorflow():
    code = (
        "from assistant import lean_imports; lean_imports.install()\n"
        "from assistant.serving import server; import sys\n"
        "print([m for m in sys.modules if m.startswith('tensorflow.') or m.startswith('matplotlib')])"
    )
    assert run_python(code).stdout.strip() == "[]"


def test_another_version_of_rasa_is_refused():
    code = (
        "from assistant import lean_imports; lean_imports.RASA_VERSION = '3.6.0'\nlean_imports.install()"
    )
    assert "is made for Rasa 3.6.0" in run_python(code).stderr


def test_it_must_come_before_rasa():
    code = "import rasa; from assistant import lean_imports; lean_imports.install()"
    assert "before Rasa or TensorFlow is imported" in run_python(code).stderr


def call(action):
    tracker = {"sender_id": "me", "slots": {}, "latest_message": {}, "events": []}
    return {"next_action": action, "sender_id": "me", "tracker": tracker, "domain": {}}


def test_actions_run_in_process():
    result = asyncio.run(InProcessActions("actions").request(json=call("action_suggest_topics")))
    assert result["responses"][0]["response"] == "utter_not_understood"


def test_a_missing_action_answers_like_an_action_server():
    with pytest.raises(ClientResponseError) as raised:
        asyncio.run(InProcessActions("actions").request(json=call("action_nowhere")))
    assert raised.value.status == 404
    assert json.loads(raised.value.text)["action_name"] == "action_nowhere"


def test_endpoints_choose_between_the_own_process_and_a_server(tmp_path):
    file = tmp_path / "endpoints.yml"
    file.write_text("action_endpoint:\n  url: http://localhost:5055/webhook\n  in_process: false\n")
    assert not isinstance(read_endpoints(file).action, InProcessActions)
    assert isinstance(read_endpoints(ROOT / "endpoints.yml").action, InProcessActions)
