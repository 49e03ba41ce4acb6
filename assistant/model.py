"""Which model belongs to the files as they are now, and how to train it.

A model's file name carries a fingerprint of all that it was trained from. So an up-to-date model is
one that exists, and a change of answers in `knowledge/`, which are read at run time, needs no training.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import knowledge
from assistant import fingerprint
from assistant.paths import MODELS, ROOT
from assistant.training_phrases import phrases

PREFIX = "sciatica-"
NEEDED_DISK_MB = 500
_TRAINED_FROM = ("config.yml", "domain.yml", "data/*.yml", "triage/**/*", "assistant/nlu/*")
_STEP = re.compile(r"(Starting to train|Finished training) component '([^']+)'")


class TrainingError(RuntimeError):
    """Training did not end well. The text says why and what to do."""


def current_model() -> Path:
    """Return the file of the model that fits the project as it is; it may not exist yet."""
    files = fingerprint.of_files(*_TRAINED_FROM, root=ROOT)
    kb = knowledge.load()
    made = repr((version("rasa"), files, phrases(kb), kb.red_flags))
    return MODELS / f"{PREFIX}{hashlib.sha256(made.encode()).hexdigest()[:12]}.tar.gz"


def train(report: Callable[[str], None]) -> Path:
    """Train the current model, and remove the models it replaces.

    Args:
        report: called with one line for each step.

    Raises:
        TrainingError: no space, or Rasa's own error.
    """
    model = current_model()
    MODELS.mkdir(exist_ok=True)
    free = shutil.disk_usage(MODELS).free // 2**20
    if free < NEEDED_DISK_MB:
        raise TrainingError(
            f"Training needs {NEEDED_DISK_MB} MB of disk, {free} MB are free in models/."
        )
    older = list(MODELS.glob(f"{PREFIX}*.tar.gz"))
    _run_training(model.name.removesuffix(".tar.gz"), report)
    if not model.exists():
        raise TrainingError("Rasa trained no model. Run `rasa train` to see all it says.")
    for outdated in older:
        outdated.unlink(missing_ok=True)
    return model


def _run_training(name: str, report: Callable[[str], None]) -> None:
    command = [sys.executable, "-m", "assistant.training", name]
    quiet = {
        "RASA_TELEMETRY_ENABLED": "false",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "PYTHONWARNINGS": "ignore",
        "OPENBLAS_NUM_THREADS": str(os.cpu_count()),
    }
    report("loading Rasa and the training data")
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **quiet},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        last_lines: list[str] = []
        for line in process.stdout:
            last_lines = [*last_lines[-19:], line.rstrip()]
            step = _STEP.search(line)
            if step:
                report(f"{step[1]} {step[2]}".replace("Starting to train", "training"))
    if process.returncode:
        raise TrainingError("\n".join(["Rasa could not train:", *last_lines]))
