"""The ONNX graph gives MiniLM's vectors, adapted, alone and in batches; an outdated graph goes."""

import numpy as np
import pytest

from assistant.nlu import adapter, encoder
from assistant.paths import ENCODER_CACHE


@pytest.fixture(scope="module")
def minilm():
    return encoder.SentenceEncoder(encoder.onnx_file(ENCODER_CACHE))


@pytest.mark.parametrize(
    ("one", "other", "cosine"),
    [
        ("my back hurts", "I have pain in my spine", 0.639),
        ("cancel my appointment", "I want to call off my visit", 0.417),
    ],
)
def test_without_the_adapter_similarities_are_those_of_the_original(
    one, other, cosine, tmp_path, monkeypatch
):
    monkeypatch.setattr(adapter, "merge", lambda weights: weights)
    first, second = encoder.SentenceEncoder(encoder.onnx_file(tmp_path)).encode_many([one, other])
    assert first @ second == pytest.approx(cosine, abs=0.03)  # 8 bits
    assert np.linalg.norm(first) == pytest.approx(1, abs=1e-5)


def test_the_adapter_tells_a_report_from_a_denial(minilm):
    report, same, denial = minilm.encode_many(
        [
            "I can't feel when I wipe",
            "no feeling down below since Sunday",
            "feeling down below is normal, no change there",
        ]
    )
    assert report @ same > report @ denial


def test_many_texts_get_nearly_the_vectors_that_they_get_alone_each_in_its_place(minilm):
    texts = ["why", "how long do I need to hold this stretch on each of my legs?", "", "sciatica " * 300]
    texts += [f"{verb} it {when}" for verb in ("lift", "stretch", "show") for when in ("now", "later")]
    rows = minilm.encode_many([*texts, *texts])
    for text, row in zip([*texts, *texts], rows):
        assert minilm.encode(text) @ row > 0.95, text  # 8-bit numbers share one scale in a batch
        assert (rows[: len(texts)] @ row).argmax() == texts.index(text)


def test_a_long_text_is_read_to_its_end(minilm):
    story = "it began when I was lifting a box and then went on and on " * 6
    assert minilm.encode(story + "I can not pee") @ minilm.encode(story + "I went for a swim") < 0.999


def test_no_text_gives_no_rows(minilm):
    assert minilm.encode_many([]).shape == (0, encoder.SIZE)


def test_other_weights_are_refused(tmp_path, monkeypatch):
    (tmp_path / "model.safetensors").write_bytes(b"something else")
    monkeypatch.setattr(encoder, "packaged_model", lambda: tmp_path)
    with pytest.raises(ValueError, match="SHA-256"):
        encoder.onnx_file(tmp_path / "cache")


def test_a_new_graph_replaces_the_outdated_one_and_what_was_kept_beside_it(tmp_path):
    outdated = [tmp_path / "minilm-int8-old.onnx", tmp_path / "minilm-int8-old.npz"]
    for file in outdated:
        file.write_text("old")
    assert encoder.onnx_file(tmp_path).exists()
    assert not any(file.exists() for file in outdated)
