"""Builds the sentence encoder's ONNX graph from the packaged MiniLM weights and our adapter.

The weights come as safetensors without an ONNX file. Writing the graph here, once, at training, keeps
torch and TensorFlow out of both training and serving. The graph is quantized to 8 bits: a quarter of the
memory and twice as fast, at the same accuracy on the benchmark.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file

from assistant.nlu import adapter

LAYERS, HEADS, HIDDEN = 6, 12, 384
HEAD_SIZE = HIDDEN // HEADS


class _Graph:
    """Collects nodes and constants while the network is written down in the order it runs."""

    def __init__(self, weights: dict[str, np.ndarray]) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def op(self, kind: str, *inputs: str, output: str | None = None, **attributes: Any) -> str:
        output = output or f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def const(self, value: Any) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def linear(self, x: str, prefix: str) -> str:
        product = self.op("MatMul", x, self.const(self.weights[f"{prefix}.weight"].T))
        return self.op("Add", product, self.const(self.weights[f"{prefix}.bias"]))

    def layer_norm(self, x: str, prefix: str) -> str:
        scale, bias = (self.const(self.weights[f"{prefix}.{part}"]) for part in ("weight", "bias"))
        return self.op("LayerNormalization", x, scale, bias, axis=-1, epsilon=1e-12)

    def attention(self, x: str, prefix: str) -> str:
        split = self.const(np.array([0, 0, HEADS, HEAD_SIZE], dtype=np.int64))
        join = self.const(np.array([0, 0, HIDDEN], dtype=np.int64))
        query, key, value = (
            self.op(
                "Transpose",
                self.op("Reshape", self.linear(x, f"{prefix}.self.{part}"), split),
                perm=order,
            )
            for part, order in (
                ("query", [0, 2, 1, 3]),
                ("key", [0, 2, 3, 1]),
                ("value", [0, 2, 1, 3]),
            )
        )
        scores = self.op("Mul", self.op("MatMul", query, key), self.const(np.float32(HEAD_SIZE**-0.5)))
        shares = self.op("Softmax", scores, axis=-1)
        mixed = self.op("Transpose", self.op("MatMul", shares, value), perm=[0, 2, 1, 3])
        out = self.linear(self.op("Reshape", mixed, join), f"{prefix}.output.dense")
        return self.layer_norm(self.op("Add", out, x), f"{prefix}.output.LayerNorm")

    def block(self, x: str, prefix: str) -> str:
        x = self.attention(x, f"{prefix}.attention")
        inner = self.op("Gelu", self.linear(x, f"{prefix}.intermediate.dense"))
        out = self.linear(inner, f"{prefix}.output.dense")
        return self.layer_norm(self.op("Add", out, x), f"{prefix}.output.LayerNorm")


def build(weights_file: Path, target: Path) -> None:
    """Write the encoder as quantized ONNX: token ids in, one unit-length vector a sentence out.

    Input of the graph: `input_ids`, int64 `[batch, tokens]`; all sentences are of one length, so there
    is no mask. Output: `sentence`, float32 `[batch, 384]`, the mean over the tokens.
    """
    g = _Graph(adapter.merge(load_file(weights_file)))
    w = g.weights
    words = g.op("Gather", g.const(w["embeddings.word_embeddings.weight"]), "input_ids")
    length = g.op("Shape", "input_ids", start=1, end=2)
    zero = g.const(np.array([0], dtype=np.int64))
    positions = g.op("Slice", g.const(w["embeddings.position_embeddings.weight"]), zero, length, zero)
    x = g.op("Add", words, g.op("Unsqueeze", positions, zero))
    x = g.op("Add", x, g.const(w["embeddings.token_type_embeddings.weight"][0]))
    x = g.layer_norm(x, "embeddings.LayerNorm")

    for layer in range(LAYERS):
        x = g.block(x, f"encoder.layer.{layer}")

    token_axis = g.const(np.array([1], dtype=np.int64))
    mean = g.op("ReduceMean", x, token_axis, keepdims=0)
    g.op("LpNormalization", mean, output="sentence", axis=-1, p=2)

    tokens = ["batch", "tokens"]
    graph = helper.make_graph(
        g.nodes,
        "all-MiniLM-L6-v2",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, tokens)],
        [helper.make_tensor_value_info("sentence", TensorProto.FLOAT, ["batch", HIDDEN])],
        g.constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent) as folder:
        unfinished = Path(folder) / target.name
        quantize_dynamic(
            model,
            unfinished,
            op_types_to_quantize=["MatMul", "Gather"],
            per_channel=True,
            reduce_range=True,  # 8 full bits overflow on processors without VNNI
            weight_type=QuantType.QInt8,
        )
        unfinished.rename(target)  # a build that is cut off never looks like a finished one
