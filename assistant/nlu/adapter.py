"""The adapter: small changes to the packaged encoder that make it fit this project (`sciatica adapt`).

For each linear layer it holds two thin matrices; their product is added to the layer's weights once,
when the ONNX graph is built, so that it costs nothing when a message is read.
"""

import zlib
from pathlib import Path

import numpy as np

FILE = Path(__file__).with_name("adapter.npz")
LINEAR_LAYERS = tuple(
    f"encoder.layer.{number}.{part}"
    for number in range(6)
    for part in (
        "attention.self.query",
        "attention.self.key",
        "attention.self.value",
        "attention.output.dense",
        "intermediate.dense",
        "output.dense",
    )
)
# Names in the file: the matrix that narrows a layer's input, and the one that widens it again.
DOWN, UP = "down:", "up:"
# Every eighth phrase takes no part in the adaptation: what it has not seen sets thresholds honestly.
_HELD_OUT = 8


def is_held_out(text: str) -> bool:
    """Whether a phrase takes no part in the adaptation; the same for the same words on any machine."""
    return zlib.crc32(text.lower().encode()) % _HELD_OUT == 0


def save(changes: dict[str, np.ndarray]) -> None:
    """Write the matrices by name, as half-precision numbers: they need no more."""
    np.savez_compressed(FILE, **{name: matrix.astype(np.float16) for name, matrix in changes.items()})


def load() -> dict[str, np.ndarray]:
    """Return the matrices by name, single precision."""
    with np.load(FILE, allow_pickle=False) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}


def merge(weights: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the packaged weights with the changes added.

    Args:
        weights: by name; a linear layer's are `[outputs, inputs]`.
    """
    changes = load()
    changed = {
        f"{layer}.weight": weights[f"{layer}.weight"] + (changes[DOWN + layer] @ changes[UP + layer]).T
        for layer in LINEAR_LAYERS
    }
    return {**weights, **changed}
