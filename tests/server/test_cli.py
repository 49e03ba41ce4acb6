"""The command line stops with one clear line."""

import socket
import subprocess

from tests.conftest import SCIATICA


def test_a_port_in_use_is_named_with_the_remedy():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        run = subprocess.run([SCIATICA, "serve", "--port", str(port)], capture_output=True, text=True)
    assert run.returncode == 1
    assert f"Cannot use port {port}" in run.stderr
    assert f"make serve PORT={port + 1}" in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1


def test_check_passes_on_the_project():
    run = subprocess.run([SCIATICA, "check"], capture_output=True, text=True)
    assert (run.returncode, "in order" in run.stderr) == (0, True)
