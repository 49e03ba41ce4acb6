"""Embeds all training texts: `python -m assistant.training.ahead`.

It runs beside the training, on the core that Rasa leaves idle while it reads its data.
"""

import signal
import sys

import yaml

import knowledge
from assistant.nlu.training_vectors import vectors
from assistant.nlu.warning_messages import messages
from assistant.paths import ROOT
from assistant.training_phrases import phrases, written


def texts() -> list[str]:
    """Return all texts that the components will ask for."""
    nlu = yaml.load((ROOT / "data" / "nlu.yml").read_bytes(), Loader=yaml.CSafeLoader)
    found = [text for examples in written(nlu).values() for text in examples]
    found += [text for text, _ in phrases(knowledge.load())]
    return found + [message["text"] for message in messages()]


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that unfinished files are removed
    vectors(texts())
