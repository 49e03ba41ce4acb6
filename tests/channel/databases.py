"""Real databases for tests: each runs as a process of its own, in a folder of its own."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def program(name, package, *places):
    """Return the path of a program; without it the test is skipped, but not where CI is set."""
    found = shutil.which(name, path=os.pathsep.join([os.environ["PATH"], *map(str, places)]))
    if not found and not os.environ.get("CI"):
        pytest.skip(f"{name} is not installed (Debian package: {package})")
    assert found, f"{name} is not installed (Debian package: {package})"
    return found


@contextmanager
def redis_server():
    """Run Redis and yield its port."""
    server, port = program("redis-server", "redis-server"), free_port()
    with (
        tempfile.TemporaryDirectory() as folder,
        running([server, "--port", str(port), "--dir", folder]),
    ):
        wait_for(port)
        yield port


@contextmanager
def postgresql_server():
    """Run PostgreSQL and yield its port; the user is `postgres`, without a password."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    initdb = program("initdb", "postgresql", *places)
    server, port = Path(initdb).resolve().with_name("postgres"), free_port()
    # PostgreSQL refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory() as folder:
        if user:
            account = pwd.getpwnam(user)
            os.chown(folder, account.pw_uid, account.pw_gid)
        data = f"{folder}/data"
        make = [initdb, "-D", data, "-U", "postgres", "--auth", "trust", "--no-sync"]
        subprocess.run(make, check=True, capture_output=True, user=user, cwd=folder)
        command = [server, "-D", data, "-p", str(port), "-k", folder, "-c", "fsync=off"]
        with running(command, user=user, cwd=folder):
            wait_for(
                port, probe=[str(server.with_name("pg_isready")), "-h", "127.0.0.1", "-p", str(port)]
            )
            yield port


@contextmanager
def running(command, **options):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    try:
        yield
    finally:
        process.send_signal(signal.SIGINT)  # PostgreSQL would wait for its clients after SIGTERM
        process.wait(timeout=20)


def wait_for(port, probe=None):
    for _ in range(200):
        with socket.socket() as connection:
            answers = connection.connect_ex(("127.0.0.1", port)) == 0
        if answers and (probe is None or subprocess.run(probe, capture_output=True).returncode == 0):
            return
        time.sleep(0.05)
    pytest.fail(f"Nothing answers on port {port}")
