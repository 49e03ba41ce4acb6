"""Vectors of the training texts, kept beside the encoder: a text is embedded once, not at each training.

Processes may ask at the same time; one of them embeds, the others wait for it.
"""

from hashlib import blake2b
from pathlib import Path

import numpy as np
from filelock import FileLock

from assistant.nlu.encoder import SIZE, onnx_file, shared_encoder
from assistant.paths import ENCODER_CACHE


def vectors(texts: list[str], cache: Path = ENCODER_CACHE) -> np.ndarray:
    """Return one row for each text, `[len(texts), 384]`.

    Args:
        texts: what is trained on.
        cache: folder of the encoder; made where it is missing.
    """
    cache.mkdir(parents=True, exist_ok=True)
    keys = [_key(text) for text in texts]
    with FileLock(cache / "vectors.lock"):
        file = onnx_file(cache).with_suffix(".npz")
        kept = _load(file)
        new = {key: text for key, text in zip(keys, texts) if key not in kept}
        if new:
            kept.update(zip(new, shared_encoder(cache).encode_many(list(new.values()))))
            _save(file, kept)
    return np.array([kept[key] for key in keys], dtype=np.float32).reshape(len(keys), SIZE)


def _key(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def _load(file: Path) -> dict[int, np.ndarray]:
    if not file.exists():
        return {}
    with np.load(file, allow_pickle=False) as stored:
        return dict(zip(stored["keys"].tolist(), stored["vectors"]))


def _save(file: Path, kept: dict[int, np.ndarray]) -> None:
    unfinished = file.with_suffix(".part.npz")
    np.savez(
        unfinished, keys=np.array(list(kept), dtype=np.uint64), vectors=np.array(list(kept.values()))
    )
    unfinished.replace(file)  # a file that is there is whole
