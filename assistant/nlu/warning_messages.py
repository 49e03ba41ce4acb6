"""The messages that the learned net for warning signs is trained on (`triage/phrases/`)."""

from pathlib import Path
from typing import Any

import yaml

from assistant.paths import ROOT

PHRASES = ROOT / "triage" / "phrases"


def messages(folder: Path = PHRASES) -> list[dict[str, Any]]:
    """Return the training messages: `text`, `level`, `sign`, and `kind` for look-alikes."""
    files = sorted(folder.glob("*.yml"))
    return [record for file in files for record in yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)]


def label(message: dict[str, Any]) -> str:
    """Return the label of a training message: "level/sign", or "none/kind"."""
    return f"{message['level']}/{message.get('kind') or message['sign']}"
