"""Makes `.venv` from the locked requirements. Needs nothing but a Python 3 and the network.

Used by the Makefile; `--uv` prints where the installer `uv` is, getting it first where it is missing.
"""

import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
UV_VENV = ROOT / ".uv"
UV_REQUIREMENT = "uv>=0.5"
NEEDED_DISK_MB = 4000


def stop(message):
    """End with one clear line."""
    sys.exit("✗ " + message)


def uv():
    """Return the path of uv, installed into an environment of its own where the machine has none."""
    found = shutil.which("uv")
    # A version manager's shim may be on the path without a uv behind it.
    if found and subprocess.run([found, "--version"], capture_output=True).returncode == 0:
        return found
    own = UV_VENV / "bin" / "uv"
    if not own.exists():
        try:
            venv.create(str(UV_VENV), with_pip=True)
        except (Exception, SystemExit):
            stop("Python cannot make virtual environments. Install them, e.g.: apt install python3-venv")
        run([UV_VENV / "bin" / "python", "-m", "pip", "install", "--quiet", UV_REQUIREMENT], "get uv")
    return str(own)


def run(command, what):
    """Run a command; where it fails its own output has said why."""
    if subprocess.run([str(part) for part in command], cwd=str(ROOT)).returncode:
        stop(f"Could not {what}. The lines above say why.")


def main():
    """Install everything, or say in one line why not."""
    free = shutil.disk_usage(str(ROOT)).free // 2**20
    if free < NEEDED_DISK_MB:
        stop(f"The environment needs {NEEDED_DISK_MB} MB of disk, {free} MB are free here.")
    tool = uv()
    print("Installing into .venv (about 3.2 GB, a few minutes the first time) ...", flush=True)
    made = subprocess.run(
        [tool, "venv", "--quiet", "--clear", "--python", "3.10", str(VENV)],
        cwd=str(ROOT), capture_output=True, text=True,
    )  # fmt: skip
    if made.returncode:
        stop(
            "Python 3.10 is needed (Rasa 3.6 runs on no newer one) and was not found. "
            "Install it, e.g. with pyenv: pyenv install 3.10"
        )
    python = ["--quiet", "--python", str(VENV / "bin" / "python")]
    # Compiled once here: where Python may not write its bytecode, Rasa takes seconds longer to start.
    run(
        [tool, "pip", "sync", *python, "--compile-bytecode", "--require-hashes", "requirements.txt"],
        "install the requirements",
    )
    own = ["--no-deps", "--no-build-isolation", "--editable", "."]
    run([tool, "pip", "install", *python, *own], "install the project itself")
    (VENV / ".installed").touch()


if __name__ == "__main__":
    print(uv()) if sys.argv[1:] == ["--uv"] else main()
